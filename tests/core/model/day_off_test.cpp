// Days off: weekends, corrected by the calendar of the plan.
#include "core/model/day_off.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <vector>

namespace vekha::test::day_off_test {
namespace {

Document plan_with_calendar() {
    CalendarYear year;
    year.year = 2021;
    year.days_off = {day("2021-02-23")};
    year.working_saturdays = {day("2021-04-24")};
    year.transferred.push_back({day("2021-02-20"), day("2021-02-22"), {}});
    Document plan;
    plan.calendar.push_back(year);
    return plan;
}

} // namespace

TEST_CASE("without a calendar Saturdays and Sundays are off") {
    const Document plan;
    CHECK_FALSE(is_day_off(plan, day("2021-04-16")));
    CHECK(is_day_off(plan, day("2021-04-17")));
    CHECK(is_day_off(plan, day("2021-04-18")));
    CHECK_FALSE(is_day_off(plan, day("2021-04-19")));
}

TEST_CASE("holidays, working Saturdays and transferred days of the calendar hold") {
    const Document plan = plan_with_calendar();
    CHECK(is_day_off(plan, day("2021-02-23")));
    CHECK_FALSE(is_day_off(plan, day("2021-04-24")));
    CHECK_FALSE(is_day_off(plan, day("2021-02-20")));
    CHECK(is_day_off(plan, day("2021-02-22")));
}

TEST_CASE("other weekends stay off beside a calendar") {
    const Document plan = plan_with_calendar();
    CHECK(is_day_off(plan, day("2021-02-21")));
    CHECK(is_day_off(plan, day("2022-04-23")));
}

TEST_CASE("of the days that a period names those that are off, never of months or years") {
    const Document plan = plan_with_calendar();
    Period period = test::period(PeriodKind::Several, {{"2021-04-16", "2021-04-16"},
                                                       {"2021-04-17", "2021-04-17"},
                                                       {"2021-04-24", "2021-04-24"},
                                                       {"2021-02-23", ""},
                                                       {"2021-02-22", "2021-02-23"}});
    period.precision = Precision::Day;
    Measure measure = MeasureBuilder("m").with(period).build();
    CHECK(due_days_off(plan, measure) == std::vector<Date>{day("2021-04-17"), day("2021-02-23")});
    measure.period.precision = Precision::Month;
    CHECK(due_days_off(plan, measure).empty());
}

} // namespace vekha::test::day_off_test
