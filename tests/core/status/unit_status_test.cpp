// The table of states.md, section 3: every line, and both sides of every border.
#include "core/status/unit_status.hpp"

#include "core/calendar/date.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/status_text.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::test::unit_status_test {
namespace {

constexpr std::string_view kAsOf = "2021-04-29";

std::string state_of(Days days, const ProgressReport& report, int due_soon_days = 30) {
    const Span both = span(days);
    return text_of(unit_status({both.from, both.to}, report, {day(kAsOf), due_soon_days}));
}

const ProgressReport kNotStarted = report(StoredState::NotStarted);
const ProgressReport kInProgress = report(StoredState::InProgress, 60);

} // namespace

TEST_CASE("cancelled, moved and not done stay what a person set, with the reason") {
    const Days long_past{"2021-01-01", "2021-01-31"};
    CHECK(state_of(long_past, reasoned(StoredState::Cancelled, "no network")) ==
          "cancelled (reasonGiven) cancelled 2021-01-01 ..2021-01-31 reason no network");
    CHECK(state_of(long_past, reasoned(StoredState::Moved, "next year")) ==
          "moved (reasonGiven) moved 2021-01-01 ..2021-01-31 reason next year");
    CHECK(state_of(long_past, reasoned(StoredState::NotDone, "no money")) ==
          "notDone (reasonGiven) notDone 2021-01-01 ..2021-01-31 reason no money");
}

TEST_CASE("done by the as-of date is done, with the day") {
    CHECK(state_of({"", "2021-04-30"}, done_report("2021-04-12")) ==
          "done (doneOnDate) done ..2021-04-30 done 2021-04-12");
    CHECK(state_of({"", "2021-04-30"}, done_report("2021-04-29")) ==
          "done (doneOnDate) done ..2021-04-30 done 2021-04-29");
}

TEST_CASE("done without a day is done, even past the due day") {
    CHECK(state_of({"", "2021-01-31"}, done_report()) ==
          "done (doneDateUnknown) done ..2021-01-31");
}

TEST_CASE("done on the due day is in time, a day later it is one day after") {
    CHECK(state_of({"", "2021-04-15"}, done_report("2021-04-15")) ==
          "done (doneOnDate) done ..2021-04-15 done 2021-04-15");
    CHECK(state_of({"", "2021-04-15"}, done_report("2021-04-16")) ==
          "done 1 (doneAfterDue) done ..2021-04-15 done 2021-04-16");
}

TEST_CASE("done without a due day is never after it") {
    CHECK(state_of({"2021-01-01", ""}, done_report("2021-04-16")) ==
          "done (doneOnDate) done 2021-01-01 .. done 2021-04-16");
}

TEST_CASE("done after the as-of date counts as in progress and says so") {
    CHECK(state_of({"2021-03-01", "2021-03-31"}, done_report("2021-04-30")) ==
          "late 29 (pastDue) inProgress 2021-03-01 ..2021-03-31 done 2021-04-30 marked-after");
    CHECK(state_of({"2021-03-01", "2021-12-31"}, done_report("2021-04-30")) ==
          "running (startPassed) inProgress 2021-03-01 ..2021-12-31 done 2021-04-30 marked-after");
}

TEST_CASE("a done day of work that is not done says nothing") {
    ProgressReport strange = kInProgress;
    strange.done_date = day("2021-04-12");
    CHECK(state_of({"", "2021-04-15"}, strange) == "late 14 (pastDue) inProgress ..2021-04-15");
}

TEST_CASE("late begins on the day after the due day") {
    CHECK(state_of({"", "2021-04-28"}, kInProgress) == "late 1 (pastDue) inProgress ..2021-04-28");
    CHECK(state_of({"", "2021-04-29"}, kInProgress) ==
          "dueSoon 0 (dueWithin) inProgress ..2021-04-29");
}

TEST_CASE("work that nobody has begun is late as well, without the hint") {
    CHECK(state_of({"2021-03-01", "2021-03-31"}, kNotStarted) ==
          "late 29 (pastDue) notStarted 2021-03-01 ..2021-03-31");
}

TEST_CASE("due soon reaches to the thirtieth day") {
    CHECK(state_of({"", "2021-05-29"}, kNotStarted) ==
          "dueSoon 30 (dueWithin) notStarted ..2021-05-29");
    CHECK(state_of({"", "2021-05-30"}, kNotStarted) == "planned (notYet) notStarted ..2021-05-30");
}

TEST_CASE("how soon is soon can be set") {
    CHECK(state_of({"", "2021-05-06"}, kNotStarted, 7) ==
          "dueSoon 7 (dueWithin) notStarted ..2021-05-06");
    CHECK(state_of({"", "2021-05-07"}, kNotStarted, 7) ==
          "planned (notYet) notStarted ..2021-05-07");
    CHECK(state_of({"", "2021-04-29"}, kNotStarted, 0) ==
          "dueSoon 0 (dueWithin) notStarted ..2021-04-29");
}

TEST_CASE("near its due day only what is begun, has to be begun or has no start is due soon") {
    CHECK(state_of({"2021-05-10", "2021-05-12"}, kNotStarted) ==
          "planned (notYet) notStarted 2021-05-10 ..2021-05-12");
    CHECK(state_of({"2021-05-10", "2021-05-12"}, kInProgress) ==
          "dueSoon 13 (dueWithin) inProgress 2021-05-10 ..2021-05-12");
    CHECK(state_of({"2021-04-29", "2021-05-12"}, kNotStarted) ==
          "dueSoon 13 (dueWithin) notStarted 2021-04-29 ..2021-05-12 not-begun");
    CHECK(state_of({"2021-04-30", "2021-05-12"}, kNotStarted) ==
          "planned (notYet) notStarted 2021-04-30 ..2021-05-12");
    CHECK(state_of({"", "2021-05-12"}, kNotStarted) ==
          "dueSoon 13 (dueWithin) notStarted ..2021-05-12");
}

TEST_CASE("running begins on the start day, with the hint when nobody has begun") {
    CHECK(state_of({"2021-04-29", "2021-12-31"}, kInProgress) ==
          "running (startPassed) inProgress 2021-04-29 ..2021-12-31");
    CHECK(state_of({"2021-04-29", "2021-12-31"}, kNotStarted) ==
          "running (startPassed) notStarted 2021-04-29 ..2021-12-31 not-begun");
    CHECK(state_of({"2021-04-30", "2021-12-31"}, kNotStarted) ==
          "planned (notYet) notStarted 2021-04-30 ..2021-12-31");
}

TEST_CASE("an open end runs from its start and is never late") {
    CHECK(state_of({"2001-01-01", ""}, kInProgress) ==
          "running (startPassed) inProgress 2001-01-01 ..");
}

TEST_CASE("work begun before its dates say so is in progress") {
    CHECK(state_of({"2021-06-01", "2021-12-31"}, kInProgress) ==
          "inProgress (begun) inProgress 2021-06-01 ..2021-12-31");
    CHECK(state_of({"", "2021-12-31"}, kInProgress) ==
          "inProgress (begun) inProgress ..2021-12-31");
}

TEST_CASE("without start and due day the state says that there is no term") {
    CHECK(state_of({"", ""}, kNotStarted) == "planned (notYet) notStarted .. no-term");
    CHECK(state_of({"", ""}, kInProgress) == "inProgress (begun) inProgress .. no-term");
    CHECK(state_of({"", ""}, done_report("2021-04-01")) ==
          "done (doneOnDate) done .. done 2021-04-01");
}

TEST_CASE("the percent agrees with the state whatever is stored") {
    CHECK(effective_percent(report(StoredState::NotStarted, 40)) == 0);
    CHECK(effective_percent(report(StoredState::Done, 40)) == 100);
    CHECK(effective_percent(report(StoredState::InProgress, 40)) == 40);
    CHECK(effective_percent(report(StoredState::NotDone, 40)) == 40);
    CHECK(effective_percent(report(StoredState::Moved, 40)) == 40);
    CHECK(effective_percent(report(StoredState::Cancelled, 40)) == 40);
    CHECK(effective_percent(report(StoredState::InProgress, 140)) == 100);
    CHECK(effective_percent(report(StoredState::InProgress, -1)) == 0);
}

TEST_CASE("only cancelled and moved stand outside the figures, only unfinished work is open") {
    std::string counting;
    std::string open;
    for (std::size_t i = 0; i < kComputedStateCount; ++i) {
        const auto state = static_cast<ComputedState>(i);
        counting += counts_in_figures(state) ? '1' : '0';
        open += is_open(state) ? '1' : '0';
    }
    CHECK(counting == "111111100");
    CHECK(open == "111110000");
}

} // namespace vekha::test::unit_status_test
