// The table of states.md, section 2: one test a line.
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/period.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string_view>

namespace vekha::test::start_and_due_test {
namespace {

StartAndDue days(std::string_view start, std::string_view due) {
    const Span both = span({start, due});
    return {both.from, both.to};
}

} // namespace

TEST_CASE("a day starts and is due on that day") {
    const Period period = test::period(PeriodKind::Day, {{"2021-01-22", "2021-01-22"}});
    CHECK(start_and_due(period) == days("2021-01-22", "2021-01-22"));
}

TEST_CASE("a deadline has a due day and no start") {
    const Period period = test::period(PeriodKind::Deadline, {{"", "2021-04-15"}});
    CHECK(start_and_due(period) == days("", "2021-04-15"));
}

TEST_CASE("a deadline has no start even when its span has one for drawing") {
    const Period period = test::period(PeriodKind::Deadline, {{"2021-01-01", "2021-04-15"}});
    CHECK(start_and_due(period) == days("", "2021-04-15"));
}

TEST_CASE("a month starts on its first day and is due on its last") {
    const Period period = test::period(PeriodKind::Month, {{"2021-04-01", "2021-04-30"}});
    CHECK(start_and_due(period) == days("2021-04-01", "2021-04-30"));
}

TEST_CASE("a range starts and is due on its ends whatever its precision") {
    Period period = test::period(PeriodKind::Range, {{"2021-01-01", "2021-06-30"}});
    for (const Precision precision : {Precision::Day, Precision::Month, Precision::Quarter,
                                      Precision::Half, Precision::Year, Precision::None}) {
        period.precision = precision;
        CHECK(start_and_due(period) == days("2021-01-01", "2021-06-30"));
    }
}

TEST_CASE("several spans as one unit go from the first start to the last end") {
    const Period period = test::period(
        PeriodKind::Several, {{"2021-04-01", "2021-05-31"}, {"2021-09-01", "2021-09-30"}});
    CHECK(start_and_due(period) == days("2021-04-01", "2021-09-30"));
}

TEST_CASE("several spans printed out of order still go from the first start to the last end") {
    const Period period = test::period(
        PeriodKind::Several,
        {{"2021-09-01", "2021-09-30"}, {"2021-02-01", "2021-12-31"}, {"2021-04-01", "2021-05-31"}});
    CHECK(start_and_due(period) == days("2021-02-01", "2021-12-31"));
}

TEST_CASE("several spans of which one has no start have none as one unit") {
    const Period period =
        test::period(PeriodKind::Several, {{"2021-03-01", "2021-03-31"}, {"", "2021-04-15"}});
    CHECK(start_and_due(period) == days("", "2021-04-15"));
}

TEST_CASE("several spans of which one has no end are never due as one unit") {
    const Period period =
        test::period(PeriodKind::Several, {{"2021-03-01", ""}, {"2021-05-01", "2021-05-31"}});
    CHECK(start_and_due(period) == days("2021-03-01", ""));
}

TEST_CASE("a recurring period as one unit goes from the first to the last occurrence") {
    const Period period = test::period(
        PeriodKind::Recurring,
        {{"2020-09-01", "2020-09-30"}, {"2021-09-01", "2021-09-30"}, {"2022-09-01", "2022-09-30"}});
    CHECK(start_and_due(period) == days("2020-09-01", "2022-09-30"));
}

TEST_CASE("one occurrence has its own start and due day") {
    CHECK(start_and_due(span({"2021-09-01", "2021-09-30"})) == days("2021-09-01", "2021-09-30"));
}

TEST_CASE("throughout starts on the first day of its span and is due on the last") {
    const Period period = test::period(PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}});
    CHECK(start_and_due(period) == days("2021-01-01", "2021-12-31"));
}

TEST_CASE("an open end has a start and is never due") {
    CHECK(start_and_due(test::period(PeriodKind::Open, {{"2022-01-01", ""}})) ==
          days("2022-01-01", ""));
}

TEST_CASE("an open start has a due day and no start") {
    CHECK(start_and_due(test::period(PeriodKind::Open, {{"", "2022-01-01"}})) ==
          days("", "2022-01-01"));
}

TEST_CASE("a relative period has no day while its anchor has none") {
    CHECK(start_and_due(relative_period("", 10)) == StartAndDue{});
    CHECK(start_and_due(test::period(PeriodKind::Relative)) == StartAndDue{});
}

TEST_CASE("a relative period is due so many days after the day of its anchor") {
    CHECK(start_and_due(relative_period("2021-02-20", 10)) == days("", "2021-03-02"));
    CHECK(start_and_due(relative_period("2021-02-20", -20)) == days("", "2021-01-31"));
}

TEST_CASE("a relative period whose sum no calendar can write has no due day") {
    const int most = std::numeric_limits<int>::max();
    const int least = std::numeric_limits<int>::min();
    CHECK(start_and_due(relative_period("2021-02-20", most)) == StartAndDue{});
    CHECK(start_and_due(relative_period("2021-02-20", least)) == StartAndDue{});
    CHECK(start_and_due(relative_period("9999-12-30", 1)) == days("", "9999-12-31"));
    CHECK(start_and_due(relative_period("9999-12-31", 1)) == StartAndDue{});
    CHECK(start_and_due(relative_period("0000-01-02", -1)) == days("", "0000-01-01"));
    CHECK(start_and_due(relative_period("0000-01-01", -1)) == StartAndDue{});
}

TEST_CASE("an unscheduled period has neither start nor due day") {
    CHECK(start_and_due(test::period(PeriodKind::Unscheduled)) == StartAndDue{});
    const Period with_span = test::period(PeriodKind::Unscheduled, {{"2021-01-01", "2021-12-31"}});
    CHECK(start_and_due(with_span) == StartAndDue{});
}

TEST_CASE("a period without spans has neither start nor due day") {
    for (const PeriodKind kind :
         {PeriodKind::Day, PeriodKind::Deadline, PeriodKind::Month, PeriodKind::Range,
          PeriodKind::Several, PeriodKind::Throughout, PeriodKind::Recurring, PeriodKind::Open}) {
        CHECK(start_and_due(test::period(kind)) == StartAndDue{});
    }
}

TEST_CASE("a period that ends before it starts keeps both days as written") {
    const Period period = test::period(PeriodKind::Range, {{"2021-06-30", "2021-06-01"}});
    CHECK(start_and_due(period) == days("2021-06-30", "2021-06-01"));
}

TEST_CASE("the as-of date is the plan's own one, else today") {
    Plan plan;
    CHECK(as_of_date(plan, day("2026-01-15")) == day("2026-01-15"));
    plan.as_of = day("2021-04-29");
    CHECK(as_of_date(plan, day("2026-01-15")) == day("2021-04-29"));
}

} // namespace vekha::test::start_and_due_test
