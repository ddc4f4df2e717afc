#include "core/edit/calendar_edits.hpp"

#include "core/calendar/date.hpp"
#include "core/model/day_off.hpp"
#include "core/model/document.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <random>
#include <string_view>
#include <vector>

namespace vekha::calendar_edits_test {
namespace {

using test::day;

bool off(const Document& document, std::string_view date) {
    return is_day_off(document, day(date));
}

CalendarYear year_2021() {
    CalendarYear year;
    year.year = 2021;
    return year;
}

} // namespace

TEST_CASE("a day changes and changes back, and then nothing is left of it") {
    const Document empty;
    for (const std::string_view date : {"2021-10-15", "2021-10-16"}) {
        CAPTURE(date);
        const Document once = toggle_day_off(empty, day(date));
        CHECK(off(once, date) != off(empty, date));
        REQUIRE(once.calendar.size() == 1);
        CHECK(once.calendar[0].year == 2021);
        CHECK(toggle_day_off(once, day(date)) == empty);
    }
}

TEST_CASE("a Sunday stays a day off") {
    const Document empty;
    CHECK(toggle_day_off(empty, day("2021-10-17")) == empty);
}

TEST_CASE("years stand in their order, whatever comes first") {
    Document document = toggle_day_off({}, day("2022-03-07"));
    document = toggle_day_off(document, day("2020-03-10"));
    document = toggle_day_off(document, day("2021-03-10"));
    REQUIRE(document.calendar.size() == 3);
    CHECK(document.calendar[0].year == 2020);
    CHECK(document.calendar[1].year == 2021);
    CHECK(document.calendar[2].year == 2022);
}

TEST_CASE("days of a file in any order stay, in order, and none stands there twice") {
    CalendarYear year = year_2021();
    year.days_off = {day("2021-05-03"), day("2021-01-04")};
    Document document;
    document.calendar.push_back(year);
    const Document after = toggle_day_off(document, day("2021-02-24"));
    CHECK(after.calendar[0].days_off ==
          std::vector<Date>{day("2021-01-04"), day("2021-02-24"), day("2021-05-03")});
    CHECK_FALSE(off(toggle_day_off(after, day("2021-01-04")), "2021-01-04"));
}

TEST_CASE("a transfer is overruled, not changed") {
    CalendarYear year = year_2021();
    year.transferred.push_back({.from = day("2021-02-20"), .to = day("2021-02-22"), .unknown = {}});
    Document document;
    document.calendar.push_back(year);
    CHECK_FALSE(off(document, "2021-02-20"));
    CHECK(off(document, "2021-02-22"));
    const Document saturday = toggle_day_off(document, day("2021-02-20"));
    CHECK(off(saturday, "2021-02-20"));
    CHECK(saturday.calendar[0].transferred == year.transferred);
    CHECK(toggle_day_off(saturday, day("2021-02-20")) == document);
    const Document monday = toggle_day_off(document, day("2021-02-22"));
    CHECK_FALSE(off(monday, "2021-02-22"));
}

TEST_CASE("the public holidays of 2021 with the days that were moved") {
    const Document document = add_public_holidays({}, 2021);
    for (const std::string_view date :
         {"2021-01-01", "2021-01-08", "2021-02-22", "2021-02-23", "2021-03-08", "2021-06-12",
          "2021-05-03", "2021-05-10", "2021-06-14", "2021-11-04", "2021-11-05", "2021-12-31"}) {
        CAPTURE(date);
        CHECK(off(document, date));
    }
    for (const std::string_view date :
         {"2021-02-20", "2021-01-11", "2021-05-04", "2021-05-11", "2021-06-15", "2021-11-03"}) {
        CAPTURE(date);
        CHECK_FALSE(off(document, date));
    }
    CHECK(add_public_holidays(document, 2021) == document);
    CHECK(has_known_transfers(2021));
}

TEST_CASE("of other years the law is known, of those before it nothing") {
    CHECK(has_public_holidays(2013));
    CHECK_FALSE(has_public_holidays(2012));
    CHECK_FALSE(has_known_transfers(2024));
    CHECK(off(add_public_holidays({}, 2024), "2024-05-09"));
    CHECK(add_public_holidays({}, 2012) == Document{});
    // 23 February and 8 March 2020 were Sundays; 4 January 2020, a Saturday, moves by decree only.
    const Document leap = add_public_holidays({}, 2020);
    CHECK(off(leap, "2020-02-24"));
    CHECK(off(leap, "2020-03-09"));
    CHECK_FALSE(off(leap, "2020-01-09"));
}

TEST_CASE("holidays and the six-day week come in any order") {
    const Document one = toggle_six_day_weeks(add_public_holidays({}, 2021), 2021);
    const Document other = add_public_holidays(toggle_six_day_weeks({}, 2021), 2021);
    for (Date date = day("2021-01-01"); date <= day("2021-12-31"); date = date.plus_days(1)) {
        CAPTURE(date.iso());
        CHECK(is_day_off(one, date) == is_day_off(other, date));
    }
    CHECK(off(other, "2021-06-12"));
}

TEST_CASE("a second entry of a year, and a weekday that works, stay as the file has them") {
    CalendarYear second = year_2021();
    second.days_off = {day("2021-07-15")};
    Document document;
    document.calendar.push_back(year_2021());
    document.calendar.push_back(second);
    const Document after = toggle_day_off(document, day("2021-07-16"));
    REQUIRE(after.calendar.size() == 2);
    CHECK(after.calendar[1] == second);
    CHECK(off(after, "2021-07-16"));

    const Document friday = toggle_day_off(add_public_holidays({}, 2021), day("2021-11-05"));
    CHECK_FALSE(off(friday, "2021-11-05"));
    const Document twice = toggle_six_day_weeks(toggle_six_day_weeks(friday, 2021), 2021);
    CHECK_FALSE(off(twice, "2021-11-05"));
}

TEST_CASE("a six-day week: all Saturdays but those that are holidays, and back") {
    const Document holidays = add_public_holidays({}, 2021);
    CHECK_FALSE(has_six_day_weeks(holidays, 2021));
    const Document six = toggle_six_day_weeks(holidays, 2021);
    CHECK(has_six_day_weeks(six, 2021));
    CHECK_FALSE(off(six, "2021-10-16"));
    CHECK(off(six, "2021-06-12"));
    CHECK(off(six, "2021-10-17"));
    CHECK(off(six, "2022-01-01"));
    CHECK(six.calendar[0].working_saturdays.size() ==
          52 - 4); // 2 January, 20 February, 1 May, 12 June
    CHECK(toggle_six_day_weeks(six, 2021) == holidays);
    // One Saturday that works for another day makes no six-day week, and goes on working.
    CHECK_FALSE(off(holidays, "2021-02-20"));
    const Document one = toggle_day_off(toggle_six_day_weeks(six, 2021), day("2021-10-16"));
    CHECK_FALSE(has_six_day_weeks(one, 2021));
    CHECK(has_six_day_weeks(toggle_six_day_weeks(one, 2021), 2021));
}

TEST_CASE("whatever days are pressed, each press changes that day and no other") {
    constexpr std::uint32_t kSeed = 20211015;
    constexpr int kPresses = 400;
    std::mt19937 random(kSeed);
    Document document = add_public_holidays({}, 2021);
    const Date first = day("2020-12-25");
    constexpr std::uint32_t kDays = 400;
    const auto all = [&] {
        std::vector<bool> days;
        days.reserve(kDays);
        for (std::uint32_t i = 0; i < kDays; ++i) {
            days.push_back(is_day_off(document, first.plus_days(static_cast<std::int32_t>(i))));
        }
        return days;
    };
    int changed = 0;
    for (int press = 0; press < kPresses; ++press) {
        const auto place = static_cast<std::uint32_t>(random() % kDays);
        const Date date = first.plus_days(static_cast<std::int32_t>(place));
        std::vector<bool> wanted = all();
        const bool stays = wanted[place] && date.weekday() == Weekday::Sunday;
        wanted[place] = stays ? wanted[place] : !wanted[place];
        document = toggle_day_off(document, date);
        changed += stays ? 0 : 1;
        REQUIRE(all() == wanted);
    }
    MESSAGE("seed " << kSeed << ": " << kPresses << " presses, " << changed << " changes");
    CHECK(changed > kPresses / 2);
}

} // namespace vekha::calendar_edits_test
