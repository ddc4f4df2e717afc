// How parts derive the state of a measure, and what a person may set over it (states.md, section
// 4).
#include "core/status/measure_status.hpp"

#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/status_text.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vekha::test::measure_status_test {
namespace {

constexpr Days kMarch{"2021-03-01", "2021-03-31"};
constexpr Days kMay{"2021-05-01", "2021-05-31"};
constexpr Days kSeptember{"2021-09-01", "2021-09-30"};
constexpr Days kDecember{"2021-12-01", "2021-12-31"};

MeasureStatus status_of(const PlanBuilder& plan) {
    return compute_plan_status(plan.build(), day("2021-04-29")).measures.at(0);
}

std::string state_of(const PlanBuilder& plan) {
    return text_of(status_of(plan));
}

// Three spans, of which the given occurrences are reported.
PlanBuilder autumn(const std::vector<std::pair<Days, ProgressReport>>& occurrences) {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Several, {kMay, kSeptember, kDecember})));
    for (const auto& [days, report] : occurrences) {
        plan.occurrence("m", days, report);
    }
    return plan;
}

PlanBuilder at_three_schools(const std::vector<ProgressReport>& reports) {
    PlanBuilder plan;
    plan.schools(3).add(MeasureBuilder("m").deadline("2021-09-30").at_all_schools());
    for (std::size_t i = 0; i < reports.size(); ++i) {
        plan.mark("m", "school-" + std::to_string(i + 1), reports[i]);
    }
    return plan;
}

const ProgressReport kDone = done_report("2021-04-10");
const ProgressReport kInProgress = report(StoredState::InProgress, 50);
const ProgressReport kNotStarted = report(StoredState::NotStarted);
const ProgressReport kCancelled = reasoned(StoredState::Cancelled, "school closed");
const ProgressReport kMoved = reasoned(StoredState::Moved, "next year");
const ProgressReport kNotDone = reasoned(StoredState::NotDone, "no teacher");

} // namespace

TEST_CASE("a measure without parts uses its own stored state") {
    CHECK(state_of(PlanBuilder().schools(2).add(
              MeasureBuilder("m").deadline("2021-09-30").at_all_schools().in_progress(40))) ==
          "inProgress (begun) inProgress ..2021-09-30, 40.00 %");
}

TEST_CASE("a span without a report counts as not started once one occurrence is reported") {
    CHECK(state_of(autumn({{kMay, kDone}})) ==
          "inProgress (begun) inProgress 2021-05-01 ..2021-09-30, 33.33 %, parts 1/3 of 3");
}

TEST_CASE("all occurrences done make the measure done on the day of the last one") {
    CHECK(state_of(autumn({{kMay, done_report("2021-04-20")},
                           {kSeptember, done_report("2021-04-25")},
                           {kDecember, done_report("2021-04-01")}})) ==
          "done (doneOnDate) done 2021-05-01 ..2021-12-31 done 2021-04-25, 100.00 %, "
          "parts 3/3 of 3");
}

TEST_CASE("a done measure has no day when one of its parts has none") {
    CHECK(state_of(autumn({{kMay, kDone}, {kSeptember, done_report()}, {kDecember, kDone}})) ==
          "done (doneDateUnknown) done 2021-05-01 ..2021-12-31, 100.00 %, parts 3/3 of 3");
}

TEST_CASE("a done measure is after its due day only when its last part came after the last one") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Several, {kMarch, kMay})));
    plan.occurrence("m", kMarch, done_report("2021-04-05"));
    plan.occurrence("m", kMay, done_report("2021-04-20"));
    CHECK(state_of(plan) == "done (doneOnDate) done 2021-03-01 ..2021-05-31 "
                            "done 2021-04-20, 100.00 %, parts 2/2 of 2");
}

TEST_CASE("occurrences of a period of one span do not call for more than what is reported") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").range("2021-01-01", "2021-12-31"));
    plan.occurrence("m", {"2021-02-01", "2021-02-28"}, kDone);
    CHECK(state_of(plan) == "done (doneOnDate) done 2021-01-01 ..2021-12-31 "
                            "done 2021-04-10, 100.00 %, parts 1/1 of 1");
}

TEST_CASE("two occurrences on the same days are two") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Recurring, {kMay, kMay, kMay})));
    plan.occurrence("m", kMay, kDone);
    plan.occurrence("m", kMay, kDone);
    CHECK(state_of(plan) == "inProgress (begun) inProgress 2021-05-01 ..2021-05-31, 66.67 %, "
                            "parts 2/3 of 3");
}

TEST_CASE("the worst of several late occurrences tells the days") {
    PlanBuilder plan;
    const Days february{"2021-02-01", "2021-02-28"};
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Several, {kMarch, february, kMay})));
    plan.occurrence("m", kMarch, kInProgress);
    plan.occurrence("m", february, kNotStarted);
    CHECK(state_of(plan) == "late 60 (pastDue) inProgress 2021-02-01 ..2021-02-28, 16.67 %, "
                            "parts 0/3 of 3, 2 late");
}

TEST_CASE("late goes before due soon, due soon before in progress") {
    CHECK(state_of(at_three_schools({kDone, kNotStarted, kNotStarted})) ==
          "inProgress (begun) inProgress ..2021-09-30, 33.33 %, parts 1/3 of 3");
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(
        period(PeriodKind::Several, {{"2021-04-01", "2021-05-31"}, {"2021-04-20", "2021-05-05"}})));
    plan.occurrence("m", {"2021-04-20", "2021-05-05"}, kInProgress);
    CHECK(state_of(plan) == "dueSoon 6 (dueWithin) inProgress 2021-04-01 ..2021-05-05, 25.00 %, "
                            "parts 0/2 of 2, 1 soon");
}

TEST_CASE("the nearest of several due days tells how soon") {
    const Days in_two_weeks{"2021-05-01", "2021-05-13"};
    const Days in_one_week{"2021-05-01", "2021-05-06"};
    const Days in_three_weeks{"2021-05-01", "2021-05-20"};
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(
        period(PeriodKind::Several, {in_two_weeks, in_one_week, in_three_weeks})));
    for (const Days days : {in_two_weeks, in_one_week, in_three_weeks}) {
        plan.occurrence("m", days, kInProgress);
    }
    CHECK(state_of(plan) == "dueSoon 7 (dueWithin) inProgress 2021-05-01 ..2021-05-06, 50.00 %, "
                            "parts 0/3 of 3, 3 soon");
}

TEST_CASE("parts that run by date without being begun make the measure run, with the hint") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(
        period(PeriodKind::Several, {kDecember, {"2021-02-01", "2021-08-31"}})));
    plan.occurrence("m", kDecember, kNotStarted);
    CHECK(state_of(plan) == "running (startPassed) notStarted 2021-02-01 ..2021-08-31 not-begun, "
                            "0.00 %, parts 0/2 of 2");
}

TEST_CASE("parts of which none asks for anything yet leave the measure planned") {
    CHECK(state_of(autumn({{kSeptember, kNotStarted}})) ==
          "planned (notYet) notStarted 2021-05-01 ..2021-05-31, 0.00 %, parts 0/3 of 3");
}

TEST_CASE("a part marked done after the as-of date is not done yet") {
    CHECK(state_of(at_three_schools({kDone, kDone, done_report("2021-05-01")})) ==
          "inProgress (begun) inProgress ..2021-09-30 marked-after, 100.00 %, parts 2/3 of 3");
}

TEST_CASE("a school without a mark counts as not started once one school has a mark") {
    CHECK(state_of(at_three_schools({kDone, kDone})) ==
          "inProgress (begun) inProgress ..2021-09-30, 66.67 %, parts 2/3 of 3");
}

TEST_CASE("schools without a mark share one entry") {
    const MeasureStatus status = status_of(at_three_schools({kDone}));
    REQUIRE(status.parts.size() == 2);
    CHECK(status.parts[0].index == 0U);
    CHECK(status.parts[0].units == 1);
    CHECK(!status.parts[1].index.has_value());
    CHECK(status.parts[1].units == 2);
    CHECK(status.counts == PartCounts{3, 3, 1, 0, 0});
}

TEST_CASE("only the listed schools count when schools are listed") {
    PlanBuilder plan;
    plan.schools(5).add(MeasureBuilder("m")
                            .deadline("2021-09-30")
                            .at_schools({"school-2", "school-4", "school-2", "school-of-nobody"}));
    plan.mark("m", "school-2", kDone);
    plan.mark("m", "school-3", kInProgress);
    CHECK(state_of(plan) == "inProgress (begun) inProgress ..2021-09-30, 50.00 %, parts 1/2 of 2");
    plan.mark("m", "school-4", kDone);
    CHECK(state_of(plan) ==
          "done (doneOnDate) done ..2021-09-30 done 2021-04-10, 100.00 %, parts 2/2 of 2");
}

TEST_CASE("marks of a measure that applies to no school do not count") {
    PlanBuilder plan;
    plan.schools(2).add(MeasureBuilder("m").deadline("2021-09-30").in_progress(40));
    plan.mark("m", "school-1", kDone);
    CHECK(state_of(plan) == "inProgress (begun) inProgress ..2021-09-30, 40.00 %");
}

TEST_CASE("a mark for a school that the plan does not have does not count") {
    PlanBuilder plan = at_three_schools({kDone, kDone, kDone});
    plan.mark("m", "school-9", kNotStarted);
    CHECK(state_of(plan) ==
          "done (doneOnDate) done ..2021-09-30 done 2021-04-10, 100.00 %, parts 3/3 of 3");
}

TEST_CASE("of two marks for one school the later in the file holds") {
    PlanBuilder plan = at_three_schools({kDone, kDone, kInProgress});
    plan.mark("m", "school-3", kDone);
    const MeasureStatus status = status_of(plan);
    CHECK(status.counts == PartCounts{3, 3, 3, 0, 0});
    CHECK(status.parts.back().index == 3U);
}

TEST_CASE("marks for municipalities count whatever schools the measure applies to") {
    PlanBuilder plan;
    plan.schools(3).add(MeasureBuilder("m").deadline("2021-09-30").at_all_schools());
    plan.municipality_mark("m", "north", kDone);
    plan.municipality_mark("m", "south", kInProgress);
    CHECK(state_of(plan) == "inProgress (begun) inProgress ..2021-09-30, 75.00 %, parts 1/2 of 2");
}

TEST_CASE("cancelled and moved parts count neither in the state nor in the percent") {
    CHECK(state_of(at_three_schools({kDone, kCancelled, kMoved})) ==
          "done (doneOnDate) done ..2021-09-30 done 2021-04-10, 100.00 %, parts 1/1 of 3");
}

TEST_CASE("a measure whose parts are all cancelled is cancelled, else moved when none counts") {
    CHECK(state_of(at_three_schools({kCancelled, kCancelled, kCancelled})) ==
          "cancelled (reasonGiven) cancelled ..2021-09-30 reason school closed, 0.00 %, "
          "parts 0/0 of 3");
    CHECK(state_of(at_three_schools({kCancelled, kMoved, kCancelled})) ==
          "moved (reasonGiven) moved ..2021-09-30 reason school closed, 0.00 %, parts 0/0 of 3");
}

TEST_CASE("a part that is not done stays in the percent and keeps the measure from being done") {
    CHECK(state_of(at_three_schools({kDone, kDone, kNotDone})) ==
          "inProgress (begun) inProgress ..2021-09-30, 66.67 %, parts 2/3 of 3");
}

TEST_CASE("a measure whose parts are all not done is not done") {
    CHECK(state_of(at_three_schools({kNotDone, kNotDone, kNotDone})) ==
          "notDone (reasonGiven) notDone ..2021-09-30 reason no teacher, 0.00 %, parts 0/3 of 3");
}

TEST_CASE("sub-items without states of their own only inform") {
    CHECK(state_of(PlanBuilder().add(
              MeasureBuilder("m").deadline("2021-09-30").in_progress(40).item("a").item("b"))) ==
          "inProgress (begun) inProgress ..2021-09-30, 40.00 %");
}

TEST_CASE("sub-items derive once one carries a state; one without a state is not started") {
    CHECK(state_of(PlanBuilder().add(
              MeasureBuilder("m").deadline("2021-09-30").item("a", kDone).item("b"))) ==
          "inProgress (begun) inProgress ..2021-09-30, 50.00 %, parts 1/2 of 2");
}

TEST_CASE("a sub-item is due by its own period, else by that of the measure") {
    const Period own = period(PeriodKind::Month, {kMarch});
    CHECK(state_of(PlanBuilder().add(MeasureBuilder("m")
                                         .deadline("2021-09-30")
                                         .item("a", kInProgress, own)
                                         .item("b", kDone))) ==
          "late 29 (pastDue) inProgress ..2021-03-31, 75.00 %, parts 1/2 of 2, 1 late");
}

TEST_CASE("a sub-item whose period is in review puts the measure in review") {
    Period guessed = period(PeriodKind::Month, {kMay});
    guessed.review = Review{"no year", {}};
    const MeasureBuilder informing =
        MeasureBuilder("m").deadline("2021-09-30").item("a", std::nullopt, guessed);
    CHECK(!status_of(PlanBuilder().add(informing)).needs_review);
    const MeasureBuilder deriving =
        MeasureBuilder("m").deadline("2021-09-30").item("a", kDone, guessed);
    CHECK(status_of(PlanBuilder().add(deriving)).needs_review);
}

TEST_CASE("occurrences, marks and sub-items of one measure count together") {
    PlanBuilder plan;
    plan.schools(2).add(
        MeasureBuilder("m").deadline("2021-09-30").at_all_schools().item("a", kDone));
    plan.mark("m", "school-1", kDone);
    plan.occurrence("m", kMay, kNotStarted);
    CHECK(status_of(plan).counts == PartCounts{4, 4, 2, 0, 0});
}

TEST_CASE("a measure without any day of its own takes the first and last day of its parts") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Unscheduled)));
    plan.occurrence("m", kSeptember, kNotStarted);
    plan.occurrence("m", kMay, kDone);
    CHECK(status_of(plan).plan == StartAndDue{day("2021-05-01"), day("2021-09-30")});
}

TEST_CASE("an override takes the place of the derived state and is marked") {
    PlanBuilder plan = at_three_schools({kDone, kDone, kInProgress});
    plan.state_override("m", StoredState::Done, "two are enough");
    CHECK(state_of(plan) == "done (doneDateUnknown) done ..2021-09-30 reason two are enough, "
                            "100.00 %, parts 2/3 of 3, instead of inProgress");
    const MeasureStatus status = status_of(plan);
    const AppliedOverride overridden = status.overridden.value_or(AppliedOverride{});
    CHECK(overridden.by == "coordinator");
    CHECK(text_of(overridden.without) == "inProgress (begun) inProgress ..2021-09-30");
}

TEST_CASE("an override that leaves work open keeps the percent and is late past the due day") {
    PlanBuilder plan = at_three_schools({kDone, kDone, kDone});
    plan.state_override("m", StoredState::InProgress, "to be checked");
    CHECK(state_of(plan) == "inProgress (begun) inProgress ..2021-09-30 reason to be checked, "
                            "100.00 %, parts 3/3 of 3, instead of done");
    PlanBuilder past;
    past.add(MeasureBuilder("m").deadline("2021-04-20").done("2021-04-19"));
    past.state_override("m", StoredState::InProgress, "to be checked");
    CHECK(state_of(past) == "late 9 (pastDue) inProgress ..2021-04-20 reason to be checked, "
                            "100.00 %, instead of done");
}

TEST_CASE("an override to not started takes the percent away") {
    PlanBuilder plan = at_three_schools({kDone, kDone, kDone});
    plan.state_override("m", StoredState::NotStarted, "wrong school year");
    CHECK(state_of(plan) == "planned (notYet) notStarted ..2021-09-30 reason wrong school year, "
                            "0.00 %, parts 3/3 of 3, instead of done");
}

TEST_CASE("an override without a reason does not hold") {
    PlanBuilder plan = at_three_schools({kDone});
    plan.state_override("m", StoredState::Done, "");
    CHECK(!status_of(plan).overridden.has_value());
}

TEST_CASE("of two overrides the later in the file holds") {
    PlanBuilder plan = at_three_schools({kDone});
    plan.state_override("m", StoredState::Done, "first");
    plan.state_override("m", StoredState::Cancelled, "second");
    CHECK(status_of(plan).status.state == ComputedState::Cancelled);
    CHECK(status_of(plan).status.reason == "second");
}

} // namespace vekha::test::measure_status_test
