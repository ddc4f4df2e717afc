#include "core/edit/calendar_edits.hpp"

#include "core/base/shared_list.hpp"
#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/model/day_off.hpp"
#include "core/model/document.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr int kFirstYearOfTheLaw = 2013;

struct MonthDay {
    unsigned month = 1;
    unsigned day = 1;
};
constexpr std::array kPublicHolidays{
    MonthDay{1, 1}, MonthDay{1, 2}, MonthDay{1, 3},  MonthDay{1, 4},  MonthDay{1, 5},
    MonthDay{1, 6}, MonthDay{1, 7}, MonthDay{1, 8},  MonthDay{2, 23}, MonthDay{3, 8},
    MonthDay{5, 1}, MonthDay{5, 9}, MonthDay{6, 12}, MonthDay{11, 4}};

struct KnownTransfer {
    CivilDate from;
    CivilDate to;
};
constexpr std::array kKnownTransfers{KnownTransfer{{2021, 1, 2}, {2021, 11, 5}},
                                     KnownTransfer{{2021, 1, 3}, {2021, 12, 31}},
                                     KnownTransfer{{2021, 2, 20}, {2021, 2, 22}}};

Date date_of(CivilDate civil) {
    return Date::from_civil(civil).value_or(Date());
}

bool says_nothing(const CalendarYear& year) {
    return year.days_off.empty() && year.working_saturdays.empty() && year.transferred.empty() &&
           year.unknown.empty();
}

void add(std::vector<Date>& days, Date day) {
    const auto place = std::ranges::lower_bound(days, day);
    if (place == days.end() || *place != day) {
        days.insert(place, day);
    }
}

// A file may hold the days in any order.
CalendarYear year_of(const Document& document, int number) {
    CalendarYear wanted;
    wanted.year = number;
    for (const CalendarYear& year : document.calendar) {
        if (year.year == number) {
            wanted = year;
            break;
        }
    }
    sort_items(wanted.days_off);
    sort_items(wanted.working_saturdays);
    return wanted;
}

// In the place of the first year of that number, or where it belongs among the others.
Document with_year(const Document& document, CalendarYear changed) {
    Document after = document;
    after.calendar = {};
    bool stands = says_nothing(changed);
    bool replaced = false;
    for (const CalendarYear& year : document.calendar) {
        const bool is_it = !replaced && year.year == changed.year;
        if (!stands && year.year >= changed.year) {
            after.calendar.push_back(changed);
            stands = true;
        }
        if (!is_it) {
            after.calendar.push_back(year);
        }
        replaced = replaced || is_it;
    }
    if (!stands) {
        after.calendar.push_back(std::move(changed));
    }
    return after;
}

bool is_public_holiday(Date date) {
    const CivilDate civil = date.civil();
    return std::ranges::any_of(kPublicHolidays, [&civil](const MonthDay& holiday) {
        return holiday.month == civil.month && holiday.day == civil.day;
    });
}

template <class Work>
void each_saturday(int year, Work work) {
    const Date first = date_of({year, 1, 1});
    const auto to_saturday =
        static_cast<std::int32_t>(Weekday::Saturday) - static_cast<std::int32_t>(first.weekday());
    Date day = first.plus_days((to_saturday + kDaysInWeek) % kDaysInWeek);
    for (; day.civil().year == year; day = day.plus_days(kDaysInWeek)) {
        work(day);
    }
}

} // namespace

Document toggle_day_off(const Document& document, Date date) {
    const bool wanted_off = !is_day_off(document, date);
    if (!wanted_off && date.weekday() == Weekday::Sunday) {
        return document;
    }
    CalendarYear year = year_of(document, date.civil().year);
    std::erase(year.days_off, date);
    std::erase(year.working_saturdays, date);
    Document changed = with_year(document, year);
    if (is_day_off(changed, date) == wanted_off) {
        return changed;
    }
    add(wanted_off ? year.days_off : year.working_saturdays, date);
    return with_year(document, std::move(year));
}

bool has_public_holidays(int year) {
    return year >= kFirstYearOfTheLaw;
}

bool has_known_transfers(int year) {
    return std::ranges::any_of(kKnownTransfers, [year](const KnownTransfer& transfer) {
        return transfer.from.year == year;
    });
}

Document add_public_holidays(const Document& document, int year) {
    if (!has_public_holidays(year)) {
        return document;
    }
    CalendarYear changed = year_of(document, year);
    for (const MonthDay& holiday : kPublicHolidays) {
        const Date date = date_of({year, holiday.month, holiday.day});
        add(changed.days_off, date);
        std::erase(changed.working_saturdays, date);
    }
    // When all of them are there: no holiday moves to another one.
    for (const MonthDay& holiday : kPublicHolidays) {
        Date day = date_of({year, holiday.month, holiday.day});
        if (holiday.month == 1 || !is_weekend(day)) {
            continue;
        }
        while (is_weekend(day) || is_public_holiday(day)) {
            day = day.plus_days(1);
        }
        add(changed.days_off, day);
    }
    for (const KnownTransfer& transfer : kKnownTransfers) {
        const Date from = date_of(transfer.from);
        const auto is_known = [from](const TransferredDay& known) { return known.from == from; };
        if (transfer.from.year == year && std::ranges::none_of(changed.transferred, is_known)) {
            changed.transferred.push_back(
                {.from = from, .to = date_of(transfer.to), .unknown = {}});
        }
    }
    return with_year(document, std::move(changed));
}

bool has_six_day_weeks(const Document& document, int year) {
    const CalendarYear days = year_of(document, year);
    bool all = true;
    each_saturday(year, [&](Date day) {
        all = all && (std::ranges::binary_search(days.days_off, day) || !is_day_off(document, day));
    });
    return all;
}

Document toggle_six_day_weeks(const Document& document, int year) {
    CalendarYear changed = year_of(document, year);
    if (has_six_day_weeks(document, year)) {
        std::erase_if(changed.working_saturdays, [&changed](Date day) {
            const auto moves = [day](const TransferredDay& moved) { return moved.from == day; };
            return day.weekday() == Weekday::Saturday &&
                   std::ranges::none_of(changed.transferred, moves);
        });
    } else {
        each_saturday(year, [&](Date day) {
            if (!std::ranges::binary_search(changed.days_off, day) && is_day_off(document, day)) {
                add(changed.working_saturdays, day);
            }
        });
    }
    return with_year(document, std::move(changed));
}

} // namespace vekha
