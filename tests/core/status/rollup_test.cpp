// Shares, zones at their borders, curves and the forecast of a group (states.md, section 4).
#include "core/status/rollup.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/status_text.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <string_view>

namespace vekha::test::rollup_test {
namespace {

constexpr std::string_view kAsOf = "2021-04-29";

GroupFigures total_of(const PlanBuilder& plan) {
    return compute_plan_status(plan.build(), day(kAsOf)).total;
}

// Adds so many measures of one make.
void add_many(PlanBuilder& plan, int count, const MeasureBuilder& like) {
    for (int i = 0; i < count; ++i) {
        plan.add(like);
    }
}

MeasureBuilder late() {
    return MeasureBuilder("late").deadline("2021-04-15").in_progress(50);
}
MeasureBuilder done() {
    return MeasureBuilder("done").deadline("2021-04-15").done("2021-04-10");
}
MeasureBuilder planned() {
    return MeasureBuilder("planned").on_day("2021-12-01");
}
// Due now, so that it counts in the plan share, but not late.
MeasureBuilder due_today(int percent) {
    return MeasureBuilder("today").deadline(kAsOf).in_progress(percent);
}

// The forecast of a plan that has to have one.
Forecast forecast_of(const PlanBuilder& plan) {
    const std::optional<Forecast> forecast = total_of(plan).forecast;
    CHECK(forecast.has_value());
    return forecast.value_or(Forecast{});
}

std::string zone_of(const PlanBuilder& plan) {
    return text_of(total_of(plan).zone);
}

} // namespace

TEST_CASE("share done leaves cancelled and moved out and keeps not done in") {
    PlanBuilder plan;
    add_many(plan, 3, done());
    plan.add(MeasureBuilder("a")
                 .deadline("2021-04-15")
                 .with(reasoned(StoredState::NotDone, "no money")));
    add_many(plan, 4, MeasureBuilder("b").deadline("2021-04-15").cancelled("no network"));
    plan.add(
        MeasureBuilder("c").deadline("2021-04-15").with(reasoned(StoredState::Moved, "next year")));
    const GroupFigures figures = total_of(plan);
    CHECK(figures.all.count == 9);
    CHECK(figures.counting.count == 4);
    CHECK(text_of_percent(figures.share_done_percent) == "75.00");
}

TEST_CASE("progress is the mean percent over the same denominator") {
    PlanBuilder plan;
    plan.add(done()).add(late()).add(planned());
    ProgressReport given_up = reasoned(StoredState::Cancelled, "no network");
    given_up.percent = 90;
    plan.add(MeasureBuilder("cancelled").with(given_up));
    CHECK(text_of_percent(total_of(plan).progress_percent) == "50.00");
}

TEST_CASE("a derived measure counts once in progress, with the mean of its parts") {
    PlanBuilder plan;
    plan.schools(3).add(MeasureBuilder("m").deadline("2021-12-01").at_all_schools());
    plan.mark("m", "school-1", done_report("2021-04-01"));
    plan.add(planned());
    CHECK(text_of_percent(total_of(plan).progress_percent) == "16.67");
}

TEST_CASE("a measure without a date counts in share done and progress, not in the plan share") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Unscheduled)).done("2021-04-01"));
    plan.add(planned());
    const GroupFigures figures = total_of(plan);
    CHECK(text_of_percent(figures.share_done_percent) == "50.00");
    CHECK(text_of_percent(figures.progress_percent) == "50.00");
    CHECK(text_of_percent(figures.plan_share_percent) == "0.00");
    CHECK(figures.dated.count == 1);
}

TEST_CASE("the plan share counts what is due up to the as-of date, that day included") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("a").deadline("2021-04-28").done("2021-04-01"));
    plan.add(MeasureBuilder("b").deadline("2021-04-29"));
    plan.add(MeasureBuilder("c").deadline("2021-04-30"));
    plan.add(MeasureBuilder("d").deadline("2021-12-01"));
    CHECK(text_of_percent(total_of(plan).plan_share_percent) == "50.00");
}

TEST_CASE("a group without units has no shares and is grey") {
    const GroupFigures figures = total_of(PlanBuilder());
    CHECK(!figures.share_done_percent.has_value());
    CHECK(!figures.progress_percent.has_value());
    CHECK(!figures.plan_share_percent.has_value());
    CHECK(text_of(figures.zone) == "grey nothingDue");
}

TEST_CASE("every figure says how many of its units are in review") {
    PlanBuilder plan;
    plan.add(done()).add(done().in_review()).add(late().in_review()).add(planned());
    plan.add(MeasureBuilder("c").deadline("2021-04-15").cancelled("no network").in_review());
    const GroupFigures figures = total_of(plan);
    CHECK(figures.all == Tally{5, 3});
    CHECK(figures.counting == Tally{4, 2});
    CHECK(figures.in_state(ComputedState::Done) == Tally{2, 1});
    CHECK(figures.in_state(ComputedState::Late) == Tally{1, 1});
    CHECK(figures.in_state(ComputedState::Planned) == Tally{1, 0});
    CHECK(figures.in_state(ComputedState::Cancelled) == Tally{1, 1});
    CHECK(figures.due_by_as_of == Tally{3, 2});
    CHECK(figures.dated == Tally{4, 2});
}

TEST_CASE("hints, late finishes and overrides are counted") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("hint").range("2021-01-01", "2021-12-31"));
    plan.add(MeasureBuilder("none").with(period(PeriodKind::Unscheduled)));
    plan.add(MeasureBuilder("after").deadline("2021-04-01").done("2021-04-02"));
    plan.add(MeasureBuilder("set").deadline("2021-04-01"));
    plan.state_override("set", StoredState::Cancelled, "no network");
    const GroupFigures figures = total_of(plan);
    CHECK(figures.not_begun_in_time.count == 1);
    CHECK(figures.no_term.count == 1);
    CHECK(figures.done_after_due.count == 1);
    CHECK(figures.overridden.count == 1);
}

TEST_CASE("a late share of exactly 15 % is yellow, one more is red") {
    PlanBuilder plan;
    add_many(plan, 3, late());
    add_many(plan, 17, done());
    CHECK(zone_of(plan) == "yellow anyLate");
    plan.add(late());
    CHECK(zone_of(plan) == "red lateShare");
}

TEST_CASE("cancelled rows do not thin out the late share") {
    PlanBuilder plan;
    add_many(plan, 3, late());
    add_many(plan, 16, done());
    plan.add(MeasureBuilder("c").deadline("2021-04-15").cancelled("no network"));
    CHECK(zone_of(plan) == "red lateShare");
}

TEST_CASE("exactly 20 points behind the plan is yellow, more is red") {
    PlanBuilder exactly;
    add_many(exactly, 10, due_today(80));
    CHECK(text_of_percent(total_of(exactly).zone.behind_points) == "20.00");
    CHECK(zone_of(exactly) == "yellow behindYellow");
    PlanBuilder more;
    add_many(more, 10, due_today(79));
    CHECK(zone_of(more) == "red behindRed");
}

TEST_CASE("exactly 5 points behind the plan is green, more is yellow") {
    PlanBuilder exactly;
    add_many(exactly, 10, due_today(95));
    CHECK(zone_of(exactly) == "green onPlan");
    PlanBuilder more;
    add_many(more, 9, due_today(95));
    more.add(due_today(94));
    CHECK(zone_of(more) == "yellow behindYellow");
}

TEST_CASE("means that do not come out even do not cross a border") {
    // The exact mean is 80; added up as thirds it comes out a little below.
    PlanBuilder plan;
    plan.schools(3);
    for (const int percent : {81, 92, 87, 60}) {
        const std::string id = "m-" + std::to_string(percent);
        plan.add(MeasureBuilder(id).deadline(kAsOf).at_all_schools());
        plan.mark(id, "school-1", report(StoredState::InProgress, percent));
        plan.mark(id, "school-2", report(StoredState::InProgress, 80));
        plan.mark(id, "school-3", report(StoredState::InProgress, 80));
    }
    CHECK(total_of(plan).zone.behind_points > 20.0);
    CHECK(zone_of(plan) == "yellow behindYellow");
}

TEST_CASE("one late measure among many makes a group yellow even when it is ahead of the plan") {
    PlanBuilder plan;
    plan.add(late());
    add_many(plan, 30, done());
    CHECK(zone_of(plan) == "yellow anyLate");
}

TEST_CASE("nothing due by the as-of date is grey, something due and in time is green") {
    PlanBuilder plan;
    add_many(plan, 2, planned());
    CHECK(zone_of(plan) == "grey nothingDue");
    plan.add(done());
    CHECK(zone_of(plan) == "green onPlan");
}

TEST_CASE("a cancelled measure that would have been due leaves a group grey") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("c").deadline("2021-04-15").cancelled("no network"));
    plan.add(planned());
    CHECK(zone_of(plan) == "grey nothingDue");
}

TEST_CASE("a part that is due keeps a measure that is due later from being grey") {
    PlanBuilder plan;
    const Days march{"2021-03-01", "2021-03-31"};
    const Days december{"2021-12-01", "2021-12-31"};
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Several, {march, december})));
    plan.occurrence("m", march, done_report("2021-03-30"));
    CHECK(zone_of(plan) == "green onPlan");
    PlanBuilder behind;
    behind.add(MeasureBuilder("m").with(period(PeriodKind::Several, {march, december})));
    behind.occurrence("m", march, report(StoredState::InProgress, 50));
    CHECK(zone_of(behind) == "red lateShare");
}

TEST_CASE("thresholds can be set") {
    Thresholds mild;
    mild.red_late_share_percent = 60.0;
    mild.red_behind_points = 50.0;
    mild.yellow_behind_points = 40.0;
    mild.due_soon_days = 7;
    PlanBuilder plan;
    plan.add(late()).add(done()).thresholds(mild);
    plan.add(MeasureBuilder("soon").deadline("2021-05-15"));
    const GroupFigures figures = total_of(plan);
    CHECK(text_of(figures.zone) == "yellow anyLate");
    CHECK(figures.in_state(ComputedState::DueSoon).count == 0);
}

TEST_CASE("a zone set by hand shows and keeps what was computed beside it") {
    PlanBuilder plan;
    plan.add(late()).zone_override("", Zone::Green, "the report is on its way");
    CHECK(zone_of(plan) == "red lateShare, set green: the report is on its way");
    CHECK(total_of(plan).zone.zone() == Zone::Green);
}

TEST_CASE("a zone set by hand without a reason does not hold") {
    PlanBuilder plan;
    plan.add(late()).zone_override("", Zone::Green, "");
    CHECK(zone_of(plan) == "red lateShare");
}

TEST_CASE("the planned curve counts due days, the done curve done days, both up to each day") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("a").deadline("2021-02-28").done("2021-03-05"));
    plan.add(MeasureBuilder("b").deadline("2021-02-28").done("2021-02-20"));
    plan.add(MeasureBuilder("c").deadline("2021-06-30").done("2021-03-05"));
    plan.add(MeasureBuilder("d").deadline("2021-03-31").done());
    plan.add(MeasureBuilder("e").deadline("2021-03-31").done("2021-05-03"));
    plan.add(MeasureBuilder("f").deadline("2021-01-31").cancelled("no network"));
    plan.add(MeasureBuilder("g").with(period(PeriodKind::Unscheduled)).done("2021-01-15"));
    const GroupFigures figures = total_of(plan);
    CHECK(text_of(figures.planned) == "2021-02-28=2 2021-03-31=4 2021-06-30=5");
    CHECK(text_of(figures.done) == "2021-01-15=1 2021-02-20=2 2021-03-05=4");
}

TEST_CASE("a curve of days close together is that of the same days among far ones") {
    PlanBuilder plan;
    int number = 0;
    for (const char* due : {"2021-02-03", "2021-02-10", "2021-02-01", "2021-02-03"}) {
        plan.add(MeasureBuilder(std::to_string(++number)).deadline(due));
    }
    const std::string close = "2021-02-01=1 2021-02-03=3 2021-02-10=4";
    CHECK(text_of(total_of(plan).planned) == close);
    plan.add(MeasureBuilder("late").deadline("9999-12-31"));
    CHECK(text_of(total_of(plan).planned) == close + " 9999-12-31=5");
    plan.add(MeasureBuilder("early").deadline("0001-01-01"));
    CHECK(text_of(total_of(plan).planned) ==
          "0001-01-01=1 2021-02-01=2 2021-02-03=4 2021-02-10=5 9999-12-31=6");
}

TEST_CASE("the value of a curve holds from its point on") {
    const Curve curve{{day("2021-02-28"), 2}, {day("2021-03-31"), 4}};
    CHECK(curve_value_at(curve, day("2021-02-27")) == 0);
    CHECK(curve_value_at(curve, day("2021-02-28")) == 2);
    CHECK(curve_value_at(curve, day("2021-03-30")) == 2);
    CHECK(curve_value_at(curve, day("2021-03-31")) == 4);
    CHECK(curve_value_at(curve, day("2030-01-01")) == 4);
    CHECK(curve_value_at({}, day("2030-01-01")) == 0);
}

TEST_CASE("a forecast needs three done days up to the as-of date") {
    PlanBuilder plan;
    add_many(plan, 2, MeasureBuilder("a").deadline("2021-12-01").done("2021-04-10"));
    plan.add(MeasureBuilder("b").deadline("2021-12-01").done());
    plan.add(MeasureBuilder("c").deadline("2021-12-01").done("2021-05-01"));
    CHECK(!total_of(plan).forecast.has_value());
    plan.add(MeasureBuilder("d").deadline("2021-12-01").done("2020-01-01"));
    CHECK(total_of(plan).forecast.has_value());
}

TEST_CASE("the forecast goes on with the pace of the sixty days that end with the as-of date") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("old").deadline("2021-12-01").done("2021-02-28"));   // day 61
    plan.add(MeasureBuilder("first").deadline("2021-12-01").done("2021-03-01")); // day 60
    plan.add(MeasureBuilder("last").deadline("2021-12-01").done("2021-04-29"));
    add_many(plan, 7, planned());
    const Forecast forecast = forecast_of(plan);
    CHECK(forecast.from == CurvePoint{day("2021-04-29"), 3});
    CHECK(forecast.units_per_day == 2.0 / 60.0);
    CHECK(forecast.finished == day("2021-04-29").plus_days(210));
}

TEST_CASE("a part of a day counts as a day in the forecast") {
    PlanBuilder plan;
    add_many(plan, 7, MeasureBuilder("a").deadline("2021-12-01").done("2021-04-10"));
    plan.add(planned());
    CHECK(forecast_of(plan).finished == day("2021-04-29").plus_days(9)); // 60 / 7 = 8.6
}

TEST_CASE("a pace of nothing never finishes, and what is finished finishes now") {
    PlanBuilder idle;
    add_many(idle, 3, MeasureBuilder("a").deadline("2021-12-01").done("2021-01-10"));
    CHECK(forecast_of(idle).finished == day(kAsOf));
    idle.add(planned());
    const Forecast forecast = forecast_of(idle);
    CHECK(forecast.units_per_day == 0.0);
    CHECK(!forecast.finished.has_value());
}

TEST_CASE("a forecast beyond the calendar has no last day") {
    PlanBuilder plan;
    add_many(plan, 2, MeasureBuilder("a").deadline("2021-12-01").done("2021-01-10"));
    plan.add(MeasureBuilder("b").deadline("2021-12-01").done("2021-04-10"));
    add_many(plan, 50000, planned());
    CHECK(!forecast_of(plan).finished.has_value());
}

} // namespace vekha::test::rollup_test
