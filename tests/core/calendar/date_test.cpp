#include "core/calendar/date.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::date_test {
namespace {

bool is_leap(int year) {
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

unsigned month_length(int year, unsigned month) {
    constexpr std::array<unsigned, 12> kLengths{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    return month == 2 && is_leap(year) ? 29 : kLengths.at(month - 1);
}

std::string iso_of(const std::optional<Date>& date) {
    return date ? date->iso() : "none";
}

Date day(std::string_view iso) {
    const std::optional<Date> date = Date::from_iso(iso);
    CHECK(date.has_value());
    return date.value_or(Date());
}

// The next day by the rules of the calendar, counted without serial numbers.
CivilDate next_day(CivilDate civil) {
    if (civil.day < month_length(civil.year, civil.month)) {
        return {civil.year, civil.month, civil.day + 1};
    }
    if (civil.month < 12) {
        return {civil.year, civil.month + 1, 1};
    }
    return {civil.year + 1, 1, 1};
}

std::string two_digits(unsigned number) {
    return (number < 10 ? "0" : "") + std::to_string(number);
}

} // namespace

TEST_CASE("all days from 1900 to 2199 come back from serial number, parts and text") {
    CivilDate civil{1900, 1, 1};
    Date date = day("1900-01-01");
    CHECK(date.serial() == -25567);
    unsigned weekday = 0; // 1 January 1900 was a Monday
    std::size_t wrong = 0;
    std::size_t days = 0;
    while (civil.year < 2200) {
        const std::string iso = std::to_string(civil.year) + "-" + two_digits(civil.month) + "-" +
                                two_digits(civil.day);
        const bool right = date.civil() == civil && Date::from_civil(civil) == date &&
                           date.iso() == iso && Date::from_iso(iso) == date &&
                           Date::from_serial(date.serial()) == date &&
                           static_cast<unsigned>(date.weekday()) == weekday;
        wrong += right ? 0U : 1U;
        ++days;
        civil = next_day(civil);
        date = date.plus_days(1);
        weekday = (weekday + 1) % 7;
    }
    CHECK(wrong == 0);
    CHECK(days == 109573);
}

TEST_CASE("day 0 is 1 January 1970, a Thursday") {
    CHECK(Date().iso() == "1970-01-01");
    CHECK(Date().serial() == 0);
    CHECK(Date().weekday() == Weekday::Thursday);
}

TEST_CASE("leap years follow the Gregorian rule") {
    CHECK(iso_of(Date::from_civil({2000, 2, 29})) == "2000-02-29");
    CHECK(iso_of(Date::from_civil({2020, 2, 29})) == "2020-02-29");
    CHECK(iso_of(Date::from_civil({1900, 2, 29})) == "none");
    CHECK(iso_of(Date::from_civil({2100, 2, 29})) == "none");
    CHECK(iso_of(Date::from_civil({2021, 2, 29})) == "none");
}

TEST_CASE("a day that does not exist is no date") {
    std::size_t wrong = 0;
    for (unsigned month = 0; month <= 13; ++month) {
        for (unsigned number = 0; number <= 40; ++number) {
            const bool exists =
                month >= 1 && month <= 12 && number >= 1 && number <= month_length(2021, month);
            wrong += Date::from_civil({2021, month, number}).has_value() == exists ? 0U : 1U;
        }
    }
    CHECK(wrong == 0);
    CHECK(!Date::from_civil({2021, 256 + 1, 1}).has_value());
    CHECK(!Date::from_civil({2021, 1, 256 + 1}).has_value());
}

TEST_CASE("years from 0 to 9999 can be written, others cannot") {
    CHECK(iso_of(Date::from_civil({0, 1, 1})) == "0000-01-01");
    CHECK(iso_of(Date::from_civil({9999, 12, 31})) == "9999-12-31");
    CHECK(iso_of(Date::from_civil({-1, 12, 31})) == "none");
    CHECK(iso_of(Date::from_civil({10000, 1, 1})) == "none");
}

TEST_CASE("the first and last writable days come back from text") {
    for (const char* text : {"0000-01-01", "0001-01-01", "0999-12-31", "9999-12-31"}) {
        CHECK(iso_of(Date::from_iso(text)) == text);
    }
}

TEST_CASE("only ten characters YYYY-MM-DD of an existing day are a date") {
    for (const std::string_view text :
         {"",           "2021",        "2021-04",     "2021-4-15",        "2021-04-5",
          "21-04-15",   "2021-04-15 ", " 2021-04-15", "2021-04-15T00:00", "2021-04-15Z",
          "2021/04/15", "2021.04.15",  "15.04.2021",  "20210415",         "2021-0415-",
          "2021--4-15", "-021-04-15",  "+021-04-15",  "2021-+4-15",       "2021- 4-15",
          "2021-04-1a", "2O21-04-15",  "2021-00-15",  "2021-13-15",       "2021-04-00",
          "2021-04-31", "2021-02-29",  "12021-04-15", "２021-04-15",      "2021‐04‐15",
          "null"}) {
        CAPTURE(std::string(text));
        CHECK(iso_of(Date::from_iso(text)) == "none");
    }
    CHECK(iso_of(Date::from_iso(std::string_view("2021-04-1\0", 10))) == "none");
}

TEST_CASE("months are added with the day kept, or the last day of a shorter month") {
    CHECK(day("2021-01-31").plus_months_clamped(1).iso() == "2021-02-28");
    CHECK(day("2020-01-31").plus_months_clamped(1).iso() == "2020-02-29");
    CHECK(day("2021-01-31").plus_months_clamped(2).iso() == "2021-03-31");
    CHECK(day("2021-03-31").plus_months_clamped(-1).iso() == "2021-02-28");
    CHECK(day("2021-12-15").plus_months_clamped(1).iso() == "2022-01-15");
    CHECK(day("2021-01-15").plus_months_clamped(-1).iso() == "2020-12-15");
    CHECK(day("2020-02-29").plus_months_clamped(12).iso() == "2021-02-28");
    CHECK(day("2020-02-29").plus_months_clamped(48).iso() == "2024-02-29");
    CHECK(day("2021-05-20").plus_months_clamped(0).iso() == "2021-05-20");
}

TEST_CASE("adding months to any day of four years lands in the right month on the right day") {
    std::size_t wrong = 0;
    for (Date date = day("2019-01-01"); date <= day("2022-12-31"); date = date.plus_days(1)) {
        const CivilDate from = date.civil();
        for (int months = -30; months <= 30; ++months) {
            const int index = from.year * 12 + static_cast<int>(from.month) - 1 + months;
            const int year = index / 12;
            const auto month = static_cast<unsigned>(index % 12) + 1U;
            const unsigned longest = month_length(year, month);
            const CivilDate expected{year, month, from.day < longest ? from.day : longest};
            wrong += date.plus_months_clamped(months).civil() == expected ? 0U : 1U;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the first and last day of a month belong to the day's own month") {
    std::size_t wrong = 0;
    for (Date date = day("1999-12-01"); date <= day("2004-03-31"); date = date.plus_days(1)) {
        const CivilDate civil = date.civil();
        const CivilDate first{civil.year, civil.month, 1};
        const CivilDate last{civil.year, civil.month, month_length(civil.year, civil.month)};
        wrong += date.first_of_month().civil() == first ? 0U : 1U;
        wrong += date.last_of_month().civil() == last ? 0U : 1U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("days between count forward and backward") {
    CHECK(days_between(day("2021-04-15"), day("2021-04-29")) == 14);
    CHECK(days_between(day("2021-04-29"), day("2021-04-15")) == -14);
    CHECK(days_between(day("2020-01-01"), day("2021-01-01")) == 366);
    CHECK(days_between(day("0000-01-01"), day("9999-12-31")) == 3652424);
}

TEST_CASE("dates are ordered by time, open sides of spans come first") {
    CHECK(day("2021-04-15") < day("2021-04-16"));
    CHECK(day("1969-12-31") < day("1970-01-01"));
    CHECK(Span{std::nullopt, day("2021-01-01")} < Span{day("1900-01-01"), std::nullopt});
    CHECK(Span{day("2021-01-01"), day("2021-01-02")} < Span{day("2021-01-01"), day("2021-01-03")});
}

} // namespace vekha::date_test
