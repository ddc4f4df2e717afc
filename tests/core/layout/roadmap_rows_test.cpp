// Which rows there are, in which order, and where they stand.
#include "core/layout/roadmap_rows.hpp"

#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::roadmap_rows_test {
namespace {

// "§s1 m1 m2": sections with their sign, one level deeper behind dots.
std::string text_of(const Document& plan, const RoadmapRows& rows) {
    std::string out;
    for (const Row& row : rows.rows) {
        out += out.empty() ? "" : " ";
        out += std::string(row.level, '.');
        out += row.kind == RowKind::Section ? "§" + plan.sections[row.index].id.text
                                            : plan.measures[row.index].id.text;
    }
    return out;
}

std::string rows_of(const Document& plan, const std::set<SectionId>& folded = {}) {
    const FoldedRows closed{.sections = folded};
    return text_of(plan, make_rows(plan, {.folded = &closed}));
}

PlanBuilder& put(PlanBuilder& plan, std::string_view id, std::string_view section) {
    return plan.add(MeasureBuilder(id).section(section));
}

Section section(std::string id, int order, std::string parent = "") {
    Section made;
    made.id.text = std::move(id);
    made.order = order;
    made.parent.text = std::move(parent);
    return made;
}

Document two_levels() {
    PlanBuilder plan;
    plan.section("a").section("a1", "a").section("b");
    put(plan, "m1", "b");
    put(plan, "m2", "a1");
    put(plan, "m3", "a");
    put(plan, "m4", "");
    return plan.build();
}

} // namespace

TEST_CASE("a plan without sections has its measures in the order of the file and no section rows") {
    PlanBuilder plan;
    put(plan, "m2", "");
    put(plan, "m1", "");
    CHECK(rows_of(plan.build()) == "m2 m1");
}

TEST_CASE("measures without a section come first, own measures before the sections inside") {
    CHECK(rows_of(two_levels()) == "m4 §a .m3 .§a1 ..m2 §b .m1");
}

TEST_CASE("with a filter only what was found has rows, and the sections that hold some of it") {
    const Document plan = two_levels(); // measures m1 m2 m3 m4
    const auto found_rows = [&plan](const std::vector<std::uint8_t>& fits,
                                    const std::set<SectionId>& folded = {}) {
        const FoundMeasures found{.fits = fits};
        const FoldedRows closed{.sections = folded};
        return text_of(plan, make_rows(plan, {.folded = &closed, .found = &found}));
    };
    CHECK(found_rows({1, 1, 1, 1}) == "m4 §a .m3 .§a1 ..m2 §b .m1");
    CHECK(found_rows({0, 1, 0, 0}) == "§a .§a1 ..m2");
    CHECK(found_rows({1, 0, 0, 0}) == "§b .m1");
    CHECK(found_rows({0, 0, 0, 1}) == "m4");
    CHECK(found_rows({0, 0, 0, 0}).empty());
    CHECK(found_rows({1, 1, 0, 0}, {SectionId{"a"}}) == "§a §b .m1");
}

TEST_CASE("each row knows which of how many it is under its heading") {
    const Document plan = two_levels(); // m4 §a .m3 .§a1 ..m2 §b .m1
    const auto places = [&plan](const std::set<SectionId>& folded) {
        const FoldedRows closed{.sections = folded};
        std::string out;
        for (const Row& row : make_rows(plan, {.folded = &closed}).rows) {
            out += out.empty() ? "" : " ";
            out += std::to_string(row.position) + "/" + std::to_string(row.set_size);
        }
        return out;
    };
    CHECK(places({}) == "1/3 2/3 1/2 2/2 1/1 3/3 1/1");
    CHECK(places({SectionId{"a"}}) == "1/3 2/3 3/3 1/1");
    CHECK(places({SectionId{"a"}, SectionId{"b"}}) == "1/3 2/3 3/3");
}

TEST_CASE("sections stand by their order, equal ones as in the file") {
    Document plan;
    plan.sections.push_back(section("c", 2));
    plan.sections.push_back(section("a", 1));
    plan.sections.push_back(section("b", 1));
    CHECK(rows_of(plan) == "§a §b §c");
}

TEST_CASE("a measure of a section that does not exist stands outside all sections") {
    PlanBuilder plan;
    plan.section("a");
    put(plan, "m1", "a");
    put(plan, "m2", "nowhere");
    CHECK(rows_of(plan.build()) == "m2 §a .m1");
}

TEST_CASE("a folded section hides all that is inside it, also the sections") {
    const Document plan = two_levels();
    CHECK(rows_of(plan, {SectionId{"a"}}) == "m4 §a §b .m1");
    CHECK(rows_of(plan, {SectionId{"a1"}}) == "m4 §a .m3 .§a1 §b .m1");
    CHECK(rows_of(plan, {SectionId{"a"}, SectionId{"b"}}) == "m4 §a §b");
}

TEST_CASE("sections in a circle, under a missing one or too deep are all shown once") {
    Document plan;
    plan.sections.push_back(section("a", 0, "b"));
    plan.sections.push_back(section("b", 0, "a"));
    plan.sections.push_back(section("c", 0, "nowhere"));
    plan.sections.push_back(section("d", 0, "c"));
    plan.sections.push_back(section("e", 0, "d"));
    plan.sections.push_back(section("f", 0, "f"));
    CHECK(rows_of(plan) == "§a §b §c .§d .§e §f");
}

TEST_CASE("rows touch one another and each knows the section it stands in") {
    const Document plan = two_levels();
    const RoadmapRows rows = make_rows(plan);
    float top = 0.0F;
    for (const Row& row : rows.rows) {
        CHECK(row.top == top);
        CHECK(row.height == (row.kind == RowKind::Section ? 40.0F : 48.0F));
        top += row.height;
    }
    CHECK(rows.total_height == top);
    const std::vector<std::int32_t> sections{-1, -1, 1, -1, 3, -1, 5};
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        CHECK(rows.rows[i].heading_row == sections[i]);
    }
}

TEST_CASE("a row is found from any y inside it") {
    const RoadmapRows rows = make_rows(two_levels());
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        CHECK(rows.row_at(rows.rows[i].top) == i);
        CHECK(rows.row_at(rows.rows[i].top + rows.rows[i].height - 0.5F) == i);
    }
    CHECK(rows.row_at(-10.0F) == 0);
    CHECK(rows.row_at(rows.total_height) == rows.rows.size());
    CHECK(RoadmapRows().row_at(0.0F) == 0);
}

TEST_CASE("the days of a section hold those of the sections inside it") {
    PlanBuilder plan;
    plan.section("a").section("a1", "a").section("b");
    plan.add(MeasureBuilder("m1").section("a").deadline("2021-03-01"));
    plan.add(MeasureBuilder("m2").section("a1").range("2020-12-01", "2021-01-31"));
    const RoadmapRows rows = make_rows(plan.build());
    CHECK(rows.section_days[0] == span({"2020-12-01", "2021-03-01"}));
    CHECK(rows.section_days[1] == span({"2020-12-01", "2021-01-31"}));
    CHECK(rows.section_days[2] == Span{});
}

TEST_CASE("the baseline of a measure is found by its id") {
    Document plan = two_levels();
    Baseline baseline;
    for (const char* id : {"m3", "gone", "m1"}) {
        BaselinePeriod period;
        period.measure.text = id;
        baseline.periods.push_back(period);
    }
    plan.baselines.push_back(baseline);
    const std::vector<std::uint32_t> expected{2, RoadmapRows::kNone, 0, RoadmapRows::kNone};
    const RoadmapRows rows = make_rows(plan);
    CHECK(rows.baseline_periods == expected);
    CHECK(rows.approved(plan, 0) == &plan.baselines[0].periods[2]);
    CHECK(rows.approved(plan, 1) == nullptr);
}

TEST_CASE("of several baselines the newest one is compared with") {
    Document plan = two_levels();
    CHECK(make_rows(plan).baseline == RoadmapRows::kNone);
    for (const char* day : {"2021-04-07", "2021-09-17", "2021-05-01"}) {
        Baseline baseline;
        baseline.date = test::day(day);
        BaselinePeriod period;
        period.measure = plan.measures[1].id;
        period.title = day;
        baseline.periods.push_back(period);
        plan.baselines.push_back(baseline);
    }
    const RoadmapRows rows = make_rows(plan);
    CHECK(rows.baseline == 1);
    REQUIRE(rows.approved(plan, 1) != nullptr);
    CHECK(rows.approved(plan, 1)->title == "2021-09-17");
}

TEST_CASE("every measure and every section of the samples is in the rows exactly once") {
    for (const std::string_view slug : kSampleSlugs) {
        CAPTURE(slug);
        const Document& plan = sample(slug);
        std::multiset<std::pair<RowKind, std::uint32_t>> seen;
        for (const Row& row : make_rows(plan).rows) {
            seen.insert({row.kind, row.index});
        }
        CHECK(seen.size() == plan.measures.size() + plan.sections.size());
        CHECK(std::set(seen.begin(), seen.end()).size() == seen.size());
    }
}

TEST_CASE("random plans keep every measure under any folding of other sections") {
    constexpr std::uint32_t kSeed = 31;
    constexpr int kRuns = 200;
    Chance chance(kSeed);
    CAPTURE(kSeed);
    for (int run = 0; run < kRuns; ++run) {
        const Document plan = random_plan(chance, chance.below(60));
        std::set<SectionId> folded;
        for (const Section& candidate : plan.sections) {
            if (chance.percent(30)) {
                folded.insert(candidate.id);
            }
        }
        const FoldedRows closed{.sections = folded};
        const RoadmapRows rows = make_rows(plan, {.folded = &closed});
        std::set<std::uint32_t> measures;
        for (const Row& row : rows.rows) {
            if (row.kind == RowKind::Measure) {
                REQUIRE(measures.insert(row.index).second);
                REQUIRE_FALSE(folded.contains(plan.measures[row.index].section));
            }
        }
        const std::size_t unfolded = make_rows(plan).rows.size();
        REQUIRE(unfolded == plan.measures.size() + plan.sections.size());
    }
}

TEST_CASE("the extent of a plan holds its own years and every dated span") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"});
    plan.add(MeasureBuilder("m1").range("2020-11-01", "2020-11-30"));
    plan.add(MeasureBuilder("m2").with(period(PeriodKind::Open, {{"2022-03-01", ""}})));
    CHECK(extent_of(plan.build()) == span({"2020-11-01", "2022-03-01"}));
    CHECK(extent_of(Document{}) == Span{});
}

TEST_CASE("rows are compact where the area is low") {
    CHECK(density_for({0, 0, 455, 212}) == Density::Compact);
    CHECK(density_for({0, 0, 1366, 640}) == Density::Comfortable);
    const RowMetrics compact = row_metrics(Density::Compact);
    CHECK(5.0F * compact.measure_height + compact.header_height() <= 212.0F);
}

} // namespace vekha::test::roadmap_rows_test
