#include "core/period/calendar_part.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace vekha::reading {
namespace {

constexpr int kFirstSchoolMonth = 9;

std::optional<Date> day_at(int year, int month, int day) {
    if (month < 1 || day < 1) {
        return std::nullopt;
    }
    return Date::from_civil({year, static_cast<unsigned>(month), static_cast<unsigned>(day)});
}

std::optional<Days> days_between_ends(std::optional<Date> from, std::optional<Date> to) {
    if (!from || !to) {
        return std::nullopt;
    }
    return Days{*from, *to};
}

struct MonthDays {
    int month; // 13 and more: of the next year
    int day;
};

std::optional<Days> from_to(int year, MonthDays from, MonthDays to) {
    const auto date = [year](MonthDays at) {
        return day_at(year + (at.month - 1) / kMonthsInYear, (at.month - 1) % kMonthsInYear + 1,
                      at.day);
    };
    return days_between_ends(date(from), date(to));
}

// A day of a month, or counted down from its last one.
std::optional<Date> counted_day(int year, int month, int day) {
    if (day > 0) {
        return day_at(year, month, day);
    }
    const auto first = day_at(year, month, 1);
    return first ? std::optional(first->last_of_month().plus_days(day)) : std::nullopt;
}

std::optional<Days> day_span(const CalendarPart& part, int year) {
    const auto day = counted_day(year, part.month, part.day < 0 ? part.day + 1 : part.day);
    return days_between_ends(day, day);
}

std::optional<Days> nth_weekday(const CalendarPart& part, int year) {
    const auto first = day_at(year, part.month, 1);
    if (!first) {
        return std::nullopt;
    }
    const auto wanted = static_cast<std::int32_t>(part.weekday);
    if (part.number < 0) {
        const Date last = first->last_of_month();
        const auto found = static_cast<std::int32_t>(last.weekday());
        const Date day = last.plus_days(-((found - wanted + kDaysInWeek) % kDaysInWeek));
        return Days{day, day};
    }
    const auto found = static_cast<std::int32_t>(first->weekday());
    const Date day = first->plus_days((wanted - found + kDaysInWeek) % kDaysInWeek +
                                      (part.number - 1) * kDaysInWeek);
    return day > first->last_of_month() ? std::nullopt : std::optional(Days{day, day});
}

std::optional<Days> season(int number, int year) {
    // Spring is March to May; winter goes over the end of the year.
    return months_from_to(year, number * 3, number * 3 + 2);
}

// What most schools have; every one may have its own.
std::optional<Days> term(int number, int year) {
    switch (number) {
    case 1:
        return months_from_to(year, 9, 10);
    case 2:
        return months_from_to(year, 11, 12);
    case 3:
        return from_to(year, {1, 9}, {3, 31});
    case 4:
        return months_from_to(year, 4, 5);
    case 5:
        return months_from_to(year, 9, 11);
    case 6:
        return months_from_to(year, 12, 14);
    case 7:
        return months_from_to(year, 3, 5);
    default:
        return std::nullopt;
    }
}

std::optional<Days> holidays(int number, int year) {
    switch (number) {
    case 1:
        return from_to(year, {3, 22}, {3, 31});
    case 2:
        return months_from_to(year, 6, 8);
    case 3:
        return from_to(year, {10, 25}, {11, 7});
    case 4:
        return from_to(year, {12, 28}, {kMonthsInYear + 1, 10});
    default:
        return std::nullopt;
    }
}

std::optional<Days> whole(const CalendarPart& part, int year) {
    switch (part.grain) {
    case Grain::Bare:
    case Grain::MonthDay:
    case Grain::Plan:
        return std::nullopt;
    case Grain::Day:
        return day_span(part, year);
    case Grain::NthWeekday:
        return nth_weekday(part, year);
    case Grain::MonthPart:
        return days_between_ends(counted_day(year, part.month, part.first_day),
                                 counted_day(year, part.month, part.last_day));
    case Grain::Month:
        return months_from_to(year, part.month, part.month);
    case Grain::Quarter:
        return months_from_to(year, part.number * 3 - 2, part.number * 3);
    case Grain::Half:
        return months_from_to(year, part.number * 6 - 5, part.number * 6);
    case Grain::Season:
        return season(part.number, year);
    case Grain::Term:
        return term(part.number, year);
    case Grain::SchoolHalf:
        return part.number == 1 ? months_from_to(year, 9, kMonthsInYear)
                                : months_from_to(year, 1, 5);
    case Grain::Holidays:
        return holidays(part.number, year);
    case Grain::Year:
        return months_from_to(year, 1, kMonthsInYear);
    case Grain::SchoolYear:
        return months_from_to(year, kFirstSchoolMonth,
                              kMonthsInYear * (part.number + 1) + kFirstSchoolMonth - 1);
    }
    return std::nullopt;
}

} // namespace

std::optional<Days> months_from_to(int year, int first, int last) {
    auto days = from_to(year, {first, 1}, {last, 1});
    if (days) {
        days->to = days->to.last_of_month();
    }
    return days;
}

std::optional<Days> days_of(const CalendarPart& part, int year) {
    auto days = whole(part, year);
    if (days && part.edge == Edge::First) {
        days->to = days->from;
    } else if (days && part.edge == Edge::Last) {
        days->from = days->to;
    }
    return days;
}

Precision precision_of(const CalendarPart& part) {
    if (part.edge != Edge::None) {
        return Precision::Day;
    }
    switch (part.grain) {
    case Grain::Bare:
    case Grain::Plan:
        return Precision::None;
    case Grain::MonthDay:
    case Grain::Day:
    case Grain::NthWeekday:
        return Precision::Day;
    case Grain::MonthPart:
        return part.number == 0 ? Precision::Day : Precision::Month;
    case Grain::Month:
    case Grain::Season:
    case Grain::Term:
    case Grain::SchoolHalf:
    case Grain::Holidays:
        return Precision::Month;
    case Grain::Quarter:
        return Precision::Quarter;
    case Grain::Half:
        return Precision::Half;
    case Grain::Year:
    case Grain::SchoolYear:
        return Precision::Year;
    }
    return Precision::None;
}

PieceMeaning meaning_of(Grain grain) {
    // In the order of Grain.
    constexpr std::array kMeanings{
        PieceMeaning::Unread,     PieceMeaning::MonthDay,   PieceMeaning::Day,
        PieceMeaning::Day,        PieceMeaning::MonthPart,  PieceMeaning::Month,
        PieceMeaning::Quarter,    PieceMeaning::Half,       PieceMeaning::Season,
        PieceMeaning::SchoolTerm, PieceMeaning::SchoolTerm, PieceMeaning::Holidays,
        PieceMeaning::Year,       PieceMeaning::SchoolYear, PieceMeaning::Throughout};
    return kMeanings[static_cast<std::size_t>(grain)];
}

} // namespace vekha::reading
