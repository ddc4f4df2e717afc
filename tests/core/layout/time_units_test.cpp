// Borders of the units of the header over all days of three centuries, and their choice by zoom.
#include "core/layout/time_units.hpp"

#include "core/calendar/date.hpp"
#include "core/layout/time_scale.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <cstddef>

namespace vekha::test::time_units_test {
namespace {

constexpr std::array<TimeUnit, 8> kUnits{TimeUnit::Day,       TimeUnit::Week,  TimeUnit::Month,
                                         TimeUnit::Quarter,   TimeUnit::Half,  TimeUnit::Year,
                                         TimeUnit::FiveYears, TimeUnit::Decade};

// The shortest a unit can be.
int least_days(TimeUnit unit) {
    constexpr std::array<int, 8> kDays{1, 7, 28, 90, 181, 365, 1826, 3652};
    return kDays[static_cast<std::size_t>(unit)];
}

} // namespace

TEST_CASE("units follow one another without gap or overlap from 1900 to 2199") {
    for (const TimeUnit unit : kUnits) {
        Date start = unit_start(day("1900-01-01"), unit);
        const Date end = day("2199-12-31");
        Date date = day("1900-01-01");
        while (date <= end) {
            const Date after = unit_after(start, unit);
            REQUIRE(days_between(start, after) >= least_days(unit));
            for (; date < after && date <= end; date = date.plus_days(1)) {
                REQUIRE(unit_start(date, unit) == start);
            }
            start = after;
        }
    }
}

TEST_CASE("units begin where the calendar says") {
    const Date date = day("2021-11-18");
    CHECK(unit_start(date, TimeUnit::Day) == date);
    CHECK(unit_start(date, TimeUnit::Week) == day("2021-11-15"));
    CHECK(unit_start(date, TimeUnit::Month) == day("2021-11-01"));
    CHECK(unit_start(date, TimeUnit::Quarter) == day("2021-10-01"));
    CHECK(unit_start(date, TimeUnit::Half) == day("2021-07-01"));
    CHECK(unit_start(date, TimeUnit::Year) == day("2021-01-01"));
    CHECK(unit_start(date, TimeUnit::FiveYears) == day("2020-01-01"));
    CHECK(unit_start(date, TimeUnit::Decade) == day("2020-01-01"));
}

TEST_CASE("the last units of the year 9999 end") {
    for (const TimeUnit unit : kUnits) {
        const Date start = unit_start(day("9999-12-31"), unit);
        CHECK(unit_after(start, unit) > day("9999-12-31"));
    }
}

TEST_CASE("ISO weeks at the turn of years") {
    CHECK(iso_week(day("2020-12-31")) == 53);
    CHECK(iso_week(day("2021-01-03")) == 53);
    CHECK(iso_week(day("2021-01-04")) == 1);
    CHECK(iso_week(day("2018-12-31")) == 1);
    CHECK(iso_week(day("2021-04-15")) == 15);
    CHECK(iso_week(day("2022-01-01")) == 52);
}

TEST_CASE(
    "the units of the header grow finer with the zoom, and the upper one holds the lower one") {
    HeaderUnits before = header_units(TimeScale::kMinPxPerDay);
    CHECK(before == HeaderUnits{TimeUnit::Decade, TimeUnit::FiveYears});
    constexpr double kFactor = 1.01;
    const int steps =
        static_cast<int>(std::log(160.0 / TimeScale::kMinPxPerDay) / std::log(kFactor));
    for (int step = 0; step <= steps; ++step) {
        const double zoom = TimeScale::kMinPxPerDay * std::pow(kFactor, step);
        const HeaderUnits units = header_units(zoom);
        REQUIRE(units.lower <= before.lower);
        REQUIRE(units.upper > units.lower);
        REQUIRE(least_days(units.lower) * zoom >= 18.0);
        before = units;
    }
    CHECK(before == HeaderUnits{TimeUnit::Month, TimeUnit::Day});
}

} // namespace vekha::test::time_units_test
