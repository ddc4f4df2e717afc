// The worked rows of states.md, section 5, as-of 29.04.2021. Each test is called as its row.
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/status_text.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

namespace vekha::test::worked_rows_test {
namespace {

PlanStatus status_of(const PlanBuilder& plan) {
    return compute_plan_status(plan.build(), day("2021-04-29"));
}

std::string row(const PlanBuilder& plan) {
    return text_of(status_of(plan).measures.at(0));
}

std::string row(const MeasureBuilder& measure) {
    return row(PlanBuilder().add(measure));
}

// The measure of the rows «Апрель – май, сентябрь, декабрь» and «ежемесячно».
const std::vector<Days> kSeveral{
    {"2021-04-01", "2021-05-31"}, {"2021-09-01", "2021-09-30"}, {"2021-12-01", "2021-12-31"}};
const std::vector<Days> kMonths{
    {"2021-01-01", "2021-01-31"}, {"2021-02-01", "2021-02-28"}, {"2021-03-01", "2021-03-31"},
    {"2021-04-01", "2021-04-30"}, {"2021-05-01", "2021-05-31"}, {"2021-06-01", "2021-06-30"},
    {"2021-07-01", "2021-07-31"}, {"2021-08-01", "2021-08-31"}, {"2021-09-01", "2021-09-30"},
    {"2021-10-01", "2021-10-31"}, {"2021-11-01", "2021-11-30"}, {"2021-12-01", "2021-12-31"}};

} // namespace

TEST_CASE("До 15.04.2021 (deadline) | in progress 60 % | late by 14 days") {
    CHECK(row(MeasureBuilder("m").deadline("2021-04-15").in_progress(60)) ==
          "late 14 (pastDue) inProgress ..2021-04-15, 60.00 %");
}

TEST_CASE("Апрель 2021 (month) | not started | due soon in 1 day; hint «не начато в срок»") {
    CHECK(
        row(MeasureBuilder("m").with(period(PeriodKind::Month, {{"2021-04-01", "2021-04-30"}}))) ==
        "dueSoon 1 (dueWithin) notStarted 2021-04-01 ..2021-04-30 not-begun, 0.00 %");
}

TEST_CASE("Март 2021 | done 05.04.2021 | done, 5 days after the due day") {
    CHECK(row(MeasureBuilder("m")
                  .with(period(PeriodKind::Month, {{"2021-03-01", "2021-03-31"}}))
                  .done("2021-04-05")) ==
          "done 5 (doneAfterDue) done 2021-03-01 ..2021-03-31 done 2021-04-05, 100.00 %");
}

TEST_CASE("Март 2021 | done 03.05.2021 | late by 29 days (marked done after the as-of date)") {
    CHECK(row(MeasureBuilder("m")
                  .with(period(PeriodKind::Month, {{"2021-03-01", "2021-03-31"}}))
                  .done("2021-05-03")) ==
          "late 29 (pastDue) inProgress 2021-03-01 ..2021-03-31 done 2021-05-03 marked-after, "
          "100.00 %");
}

TEST_CASE("В течение года | not started | running by date: hint «не начато в срок», not late; "
          "due 31.12.2021") {
    Period period = test::period(PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}});
    period.precision = Precision::Year;
    CHECK(row(MeasureBuilder("m").with(period)) ==
          "running (startPassed) notStarted 2021-01-01 ..2021-12-31 not-begun, 0.00 %");
}

TEST_CASE("С 2022 (open) | not started | planned") {
    CHECK(row(MeasureBuilder("m").with(period(PeriodKind::Open, {{"2022-01-01", ""}}))) ==
          "planned (notYet) notStarted 2022-01-01 .., 0.00 %");
}

TEST_CASE("По графику | in progress | in progress, «без срока»") {
    CHECK(row(MeasureBuilder("m").with(period(PeriodKind::Unscheduled)).in_progress(10)) ==
          "inProgress (begun) inProgress .. no-term, 10.00 %");
}

TEST_CASE("Апрель – май, сентябрь, декабрь (several, no occurrences stored) | in progress | "
          "due 31.12.2021, running") {
    CHECK(row(MeasureBuilder("m").with(period(PeriodKind::Several, kSeveral)).in_progress(20)) ==
          "running (startPassed) inProgress 2021-04-01 ..2021-12-31, 20.00 %");
}

TEST_CASE("the same, occurrences: 1 done, 2–3 not started | derived | in progress 33 %, "
          "next due 30.09.2021") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Several, kSeveral)));
    plan.occurrence("m", kSeveral[0], done_report("2021-04-20"));
    plan.occurrence("m", kSeveral[1], report(StoredState::NotStarted));
    plan.occurrence("m", kSeveral[2], report(StoredState::NotStarted));
    CHECK(row(plan) == "inProgress (begun) inProgress 2021-04-01 ..2021-09-30, 33.33 %, "
                       "parts 1/3 of 3");
}

TEST_CASE("ежемесячно (12 occurrences, Jan–Mar done, Apr not) | derived | in progress 25 %, "
          "due soon in 1 day") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").with(period(PeriodKind::Recurring, kMonths)));
    for (std::size_t i = 0; i < kMonths.size(); ++i) {
        plan.occurrence("m", kMonths[i], i < 3 ? done_report(kMonths[i].to) : ProgressReport{});
    }
    CHECK(row(plan) == "dueSoon 1 (dueWithin) inProgress 2021-01-01 ..2021-04-30, 25.00 %, "
                       "parts 3/12 of 12, 1 soon");
}

TEST_CASE("28.02.2021 | cancelled «сеть не создана» | cancelled, out of the denominator") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m").on_day("2021-02-28").cancelled("сеть не создана"));
    plan.add(MeasureBuilder("done").on_day("2021-02-28").done("2021-02-28"));
    CHECK(row(plan) == "cancelled (reasonGiven) cancelled 2021-02-28 ..2021-02-28 "
                       "reason сеть не создана, 0.00 %");
    CHECK(text_of_percent(status_of(plan).total.share_done_percent) == "100.00");
}

TEST_CASE("measure for all 13 schools, 12 marks done, 1 in progress, D = 20.04.2021 | derived | "
          "late by 9 days (one school), 12 of 13") {
    PlanBuilder plan;
    plan.schools(13).add(MeasureBuilder("m").deadline("2021-04-20").at_all_schools());
    for (int i = 1; i <= 13; ++i) {
        plan.mark("m", "school-" + std::to_string(i),
                  i == 7 ? report(StoredState::InProgress, 35) : done_report("2021-04-19"));
    }
    CHECK(row(plan) == "late 9 (pastDue) inProgress ..2021-04-20, 95.00 %, "
                       "parts 12/13 of 13, 1 late");
}

} // namespace vekha::test::worked_rows_test
