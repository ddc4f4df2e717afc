// A part of the calendar as a phrase names it, with what the phrase leaves open: «5 марта» has no
// year, «10» of «10-15 марта» not even a month.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"

#include <cstdint>
#include <optional>

namespace vekha::reading {

// From fine to coarse.
enum class Grain : std::uint8_t {
    Bare,     // a number whose unit comes later
    MonthDay, // a day of any month
    Day,
    NthWeekday, // «первый понедельник сентября»
    MonthPart,
    Month,
    Quarter,
    Half,
    Season,
    Term,       // «четверть» of a school year
    SchoolHalf, // half of a school year
    Holidays,
    Year,
    SchoolYear,
    Plan, // «до конца проекта»
};

// «конец мая» behind «до» is its last day.
enum class Edge : std::uint8_t { None, First, Last };

// Terms are numbered on: 5 to 7 are the three of a year with trimesters.
inline constexpr int kTermsOfYear = 4;
inline constexpr int kTrimesters = 3;

struct CalendarPart {
    Grain grain = Grain::Bare;
    Edge edge = Edge::None;
    bool was_bare = false;          // its unit was taken from the next part
    bool is_of_school_year = false; // «в начале учебного года»
    bool is_next = false;           // «новый учебный год»
    bool is_roman = false;          // a bare number that can only be a quarter or a half
    int number = 0; // of the quarter, half, season, term; of the weekday in its month;
                    // how many school years more than one
    int month = 0;
    int day = 0; // 1 to 31, -1: the month's last
    // Parts of a month: counted from its first day, from 0 downwards from its last (0 is the last).
    int first_day = 0;
    int last_day = 0;
    int part_days = 0; // 10 for a «декада», 7 for a week: more of them may be counted
    Weekday weekday = Weekday::Monday;
    std::optional<int> year;         // of its first day
    std::optional<int> through_year; // «сентябрь 2021-2023 гг.»: the last of its years
    bool operator==(const CalendarPart&) const = default;
};

// A whole year or school year.
[[nodiscard]] constexpr bool is_year_long(const CalendarPart& part) {
    return part.grain >= Grain::Year && part.edge == Edge::None;
}

// A day or a part of any month.
[[nodiscard]] constexpr bool is_of_any_month(const CalendarPart& part) {
    return part.grain == Grain::MonthDay || (part.grain == Grain::MonthPart && part.month == 0);
}

// Whole days from the first to the last.
struct Days {
    Date from;
    Date to;
};

// The days of the part when its first day lies in this year; none for a day the month lacks.
[[nodiscard]] std::optional<Days> days_of(const CalendarPart& part, int year);

[[nodiscard]] Precision precision_of(const CalendarPart& part);
[[nodiscard]] PieceMeaning meaning_of(Grain grain);

// The first to the last day of months, which may lie over the end of the year (month 13 is
// January).
[[nodiscard]] std::optional<Days> months_from_to(int year, int first, int last);

} // namespace vekha::reading
