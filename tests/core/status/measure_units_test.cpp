#include "core/status/measure_units.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vekha::measure_units_test {
namespace {

using test::day;
using test::Days;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::report;

const std::vector<Days> kMonths{
    {"2021-03-01", "2021-03-31"}, {"2021-01-01", "2021-01-31"}, {"2021-02-01", "2021-02-28"}};

Period recurring() {
    return test::period(PeriodKind::Recurring, kMonths);
}

std::vector<MeasureUnit> units(const PlanBuilder& plan) {
    const Document document = plan.build();
    return measure_units(document, document.measures[0], {.as_of = day("2021-04-29")});
}

std::vector<std::string> names(const std::vector<MeasureUnit>& units) {
    std::vector<std::string> found;
    for (const MeasureUnit& each : units) {
        const Span& days = each.unit.days;
        found.push_back(each.unit.kind == UnitKind::Occurrence
                            ? (days.from ? days.from->iso() : days.to->iso())
                            : each.unit.name);
    }
    return found;
}

// As the parts of the measure: state and percent of each unit that derives it.
std::vector<std::pair<ComputedState, int>> as_parts(const std::vector<MeasureUnit>& units) {
    std::vector<std::pair<ComputedState, int>> found;
    for (const MeasureUnit& each : units) {
        if (each.derives) {
            found.emplace_back(each.status.state, each.percent);
        }
    }
    std::ranges::sort(found);
    return found;
}

std::vector<std::pair<ComputedState, int>> parts_of(const MeasureStatus& status) {
    std::vector<std::pair<ComputedState, int>> found;
    for (const PartStatus& part : status.parts) {
        found.insert(found.end(), part.units, {part.status.state, part.percent});
    }
    std::ranges::sort(found);
    return found;
}

void check_against_parts(const Document& document, Date on) {
    const PlanStatus status = compute_plan_status(document, on);
    for (std::uint32_t i = 0; i < document.measures.size(); ++i) {
        const Measure& measure = document.measures[i];
        INFO(measure.id.text);
        const auto found = measure_units(
            document, measure, {.as_of = on, .due_soon_days = status.thresholds.due_soon_days});
        CHECK(as_parts(found) == parts_of(status.measures[i]));
        CHECK(derives_state(document, measure) == status.measures[i].derived());
    }
}

} // namespace

TEST_CASE("The occurrences of a recurring measure stand in the order of time, reported or not") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(recurring()))
        .occurrence("m", {"2021-02-01", "2021-02-28"}, report(StoredState::InProgress, 40));
    const auto found = units(plan);
    CHECK(names(found) == std::vector<std::string>{"2021-01-01", "2021-02-01", "2021-03-01"});
    CHECK(found[0].derives);
    CHECK(found[0].status.state == ComputedState::Late);
    CHECK(found[1].percent == 40);
}

TEST_CASE("Without a report the spans are there to be reported, and derive nothing") {
    const auto found = units(PlanBuilder().add(MeasureBuilder("m").with(recurring())));
    REQUIRE(found.size() == 3);
    CHECK_FALSE(found[0].derives);
}

TEST_CASE("A single span is no occurrence until one is reported") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(
        test::period(PeriodKind::Recurring, {{"2021-01-01", "2021-12-31"}})));
    CHECK(units(plan).empty());
    plan.occurrence("m", {"2021-01-14", "2021-01-14"}, report(StoredState::InProgress));
    CHECK(names(units(plan)) == std::vector<std::string>{"2021-01-01", "2021-01-14"});
}

TEST_CASE("Two meetings on the same days are told apart by their number") {
    PlanBuilder plan;
    const Days same{"2021-01-14", "2021-01-14"};
    plan.add(MeasureBuilder("m").with(test::period(PeriodKind::Several, {same, same, same})))
        .occurrence("m", same, report(StoredState::InProgress));
    const auto found = units(plan);
    REQUIRE(found.size() == 3);
    CHECK(found[0].unit.nth == 0);
    CHECK(found[0].status.stored == StoredState::InProgress);
    CHECK(found[2].unit.nth == 2);
}

TEST_CASE("Schools stand in the order of the plan, municipalities behind them") {
    PlanBuilder plan;
    plan.schools(3)
        .add(MeasureBuilder("m").at_schools({"school-3", "school-1"}))
        .municipality_mark("m", "North", report(StoredState::InProgress, 5))
        .municipality_mark("m", "South", report(StoredState::InProgress))
        .municipality_mark("m", "North", report(StoredState::InProgress, 10));
    const auto found = units(plan);
    CHECK(names(found) == std::vector<std::string>{"school-1", "school-3", "North", "South"});
    CHECK_FALSE(found[0].derives);
    CHECK(found[0].place == 0);
    CHECK(found[1].place == 2);
    CHECK(found[2].derives);
    CHECK(found[2].percent == 10);
}

TEST_CASE("Municipalities that could report stand among those that do, and derive nothing") {
    PlanBuilder plan;
    plan.schools(2)
        .add(MeasureBuilder("m"))
        .add(MeasureBuilder("other"))
        .municipality_mark("m", "South", report(StoredState::Done))
        .municipality_mark("other", "North", report(StoredState::InProgress));
    CHECK(names(units(plan)) == std::vector<std::string>{"North", "South"});
    Document region = plan.build();
    region.plan.level = PlanLevel::Region;
    School school = region.schools[0];
    school.municipality = "East";
    region.schools = region.schools.with(0, school);
    school = region.schools[1];
    school.municipality = "South";
    region.schools = region.schools.with(1, school);
    const auto found = measure_units(region, region.measures[0], {.as_of = day("2021-05-12")});
    CHECK(names(found) == std::vector<std::string>{"East", "North", "South"});
    CHECK_FALSE(found[0].derives);
    CHECK_FALSE(found[1].derives);
    CHECK(found[2].derives);
}

TEST_CASE("Units that derive are the parts of the measure, in samples and plans made by chance") {
    for (const char* slug : {"sevastopol-2021", "yaroslavl-2020-2022", "dubovskoe-2021",
                             "municipal-2020-2022", "stavropol-2021"}) {
        check_against_parts(test::sample(slug), day("2021-05-12"));
    }
    for (std::uint32_t seed = 0; seed < 60; ++seed) {
        test::Chance chance(seed);
        check_against_parts(test::random_plan(chance, 12), day("2021-06-01"));
    }
}

TEST_CASE("The report of a unit is the one that holds") {
    PlanBuilder plan;
    plan.schools(1)
        .add(MeasureBuilder("m").item("one", report(StoredState::InProgress, 7)).at_all_schools())
        .mark("m", "school-1", report(StoredState::InProgress, 20))
        .mark("m", "school-1", report(StoredState::InProgress, 30))
        .state_override("m", StoredState::Moved, "first")
        .state_override("m", StoredState::NotDone, "flood")
        .state_override("m", StoredState::Done, "");
    const Document document = plan.build();
    const Measure& measure = document.measures[0];
    const auto of = [&](UnitKind kind, const char* name) {
        return report_of(document, measure, {.kind = kind, .name = name});
    };
    CHECK(of(UnitKind::Item, "one").percent == 7);
    CHECK(of(UnitKind::Item, "two") == ProgressReport{});
    CHECK(of(UnitKind::School, "school-1").percent == 30);
    CHECK(of(UnitKind::Municipality, "school-1") == ProgressReport{});
    CHECK(of(UnitKind::ByHand, "").state == StoredState::NotDone);
    CHECK(of(UnitKind::ByHand, "").reason == "flood");
    CHECK(place_of_report(document, measure.id, {.kind = UnitKind::School, .name = "school-1"})
              .has_others);
}

} // namespace vekha::measure_units_test
