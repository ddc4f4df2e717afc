// The whole plan: sections with what is inside them, bodies, and what belongs to neither.
#include "core/status/plan_status.hpp"

#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/status_text.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstddef>
#include <string>
#include <vector>

namespace vekha::test::plan_status_test {
namespace {

PlanStatus status_of(const PlanBuilder& plan) {
    return compute_plan_status(plan.build(), day("2021-04-29"));
}

std::vector<std::size_t> counts_of(const std::vector<GroupFigures>& groups) {
    std::vector<std::size_t> counts;
    counts.reserve(groups.size());
    for (const GroupFigures& group : groups) {
        counts.push_back(group.all.count);
    }
    return counts;
}

} // namespace

TEST_CASE("a section holds its own measures and those of the sections inside it") {
    PlanBuilder plan;
    plan.section("a").section("a-1", "a").section("a-2", "a").section("b");
    plan.add(MeasureBuilder("1").section("a")).add(MeasureBuilder("2").section("a-1"));
    plan.add(MeasureBuilder("3").section("a-2")).add(MeasureBuilder("4").section("a-2"));
    plan.add(MeasureBuilder("5").section("b"));
    const PlanStatus status = status_of(plan);
    CHECK(counts_of(status.sections) == std::vector<std::size_t>{4, 1, 2, 1});
    CHECK(status.total.all.count == 5);
    CHECK(status.outside_sections.all.count == 0);
}

TEST_CASE("a measure without a section or with an unknown one is outside all sections") {
    PlanBuilder plan;
    plan.section("a").add(MeasureBuilder("1")).add(MeasureBuilder("2").section("nowhere"));
    const PlanStatus status = status_of(plan);
    CHECK(counts_of(status.sections) == std::vector<std::size_t>{0});
    CHECK(status.outside_sections.all.count == 2);
}

TEST_CASE("sections that stand in each other count each measure once") {
    PlanBuilder plan;
    plan.section("a", "b").section("b", "a").section("c", "c");
    plan.add(MeasureBuilder("1").section("a")).add(MeasureBuilder("2").section("c"));
    CHECK(counts_of(status_of(plan).sections) == std::vector<std::size_t>{1, 1, 1});
}

TEST_CASE("a measure with several bodies counts once in the total and once in each line") {
    PlanBuilder plan;
    plan.party("p").party("q").party("r");
    plan.add(MeasureBuilder("1").responsible({"p", "q"}));
    plan.add(MeasureBuilder("2").responsible({"p", "p", "stranger"}));
    plan.add(MeasureBuilder("3")).add(MeasureBuilder("4").responsible({"stranger"}));
    const PlanStatus status = status_of(plan);
    CHECK(status.total.all.count == 4);
    CHECK(counts_of(status.parties) == std::vector<std::size_t>{2, 1, 0});
    CHECK(status.without_party.all.count == 2);
    CHECK(status.party_lines_overlap);
}

TEST_CASE("the lines of bodies add up when every measure has one") {
    PlanBuilder plan;
    plan.party("p").party("q").add(MeasureBuilder("1").responsible({"p"}));
    plan.add(MeasureBuilder("2").responsible({"q", "q"}));
    CHECK(!status_of(plan).party_lines_overlap);
}

TEST_CASE("the zone of a section is set by hand for that section only") {
    PlanBuilder plan;
    plan.section("a").section("b");
    plan.add(MeasureBuilder("1").section("a").deadline("2021-04-01"));
    plan.add(MeasureBuilder("2").section("b").deadline("2021-04-01"));
    plan.zone_override("b", Zone::Yellow, "agreed with the ministry");
    const PlanStatus status = status_of(plan);
    CHECK(text_of(status.sections[0].zone) == "red lateShare");
    CHECK(text_of(status.sections[1].zone) ==
          "red lateShare, set yellow: agreed with the ministry");
    CHECK(text_of(status.total.zone) == "red lateShare");
}

TEST_CASE("the status of a measure stands at its index") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("1").deadline("2021-04-01")).add(MeasureBuilder("2").done());
    const PlanStatus status = status_of(plan);
    REQUIRE(status.measures.size() == 2);
    CHECK(status.measures[0].status.state == ComputedState::Late);
    CHECK(status.measures[1].status.state == ComputedState::Done);
}

TEST_CASE("a plan of 100 000 measures with marks and occurrences is computed within seconds") {
    constexpr int kMeasures = 100000;
    PlanBuilder plan;
    plan.schools(50).section("a").section("b", "a").party("p").party("q");
    for (int i = 0; i < kMeasures; ++i) {
        const std::string id = "m-" + std::to_string(i);
        MeasureBuilder measure(id);
        measure.deadline("2021-04-15").section("b").responsible({"p", "q"}).at_all_schools();
        plan.add(measure);
        plan.mark(id, "school-1", report(StoredState::InProgress, i % 100));
        plan.occurrence(id, {"2021-05-01", "2021-05-31"}, done_report("2021-04-01"));
    }
    const Document document = plan.build();
    const auto before = std::chrono::steady_clock::now();
    const PlanStatus status = compute_plan_status(document, day("2021-04-29"));
    const std::chrono::duration<double> elapsed = std::chrono::steady_clock::now() - before;
    CHECK(status.total.in_state(ComputedState::Late).count == kMeasures);
    CHECK(status.measures[0].counts == PartCounts{51, 51, 1, 50, 0});
    // Far above what is measured (0.3 s optimised); a quadratic step would need minutes.
    CHECK(elapsed.count() < 30.0);
}

} // namespace vekha::test::plan_status_test
