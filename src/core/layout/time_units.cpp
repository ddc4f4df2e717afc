#include "core/layout/time_units.hpp"

#include "core/calendar/date.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace vekha {
namespace {

constexpr int kLastYear = 9999;
constexpr int kDaysAWeek = 7;

Date month_start(int year, unsigned month) {
    return Date::from_civil({year, month, 1}).value_or(Date());
}

int years_in(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::FiveYears:
        return 5;
    case TimeUnit::Decade:
        return 10;
    case TimeUnit::Day:
    case TimeUnit::Week:
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Half:
    case TimeUnit::Year:
        return 1;
    }
    return 1;
}

int months_in(TimeUnit unit) {
    switch (unit) {
    case TimeUnit::Month:
        return 1;
    case TimeUnit::Quarter:
        return 3;
    case TimeUnit::Half:
        return 6;
    case TimeUnit::Day:
    case TimeUnit::Week:
    case TimeUnit::Year:
    case TimeUnit::FiveYears:
    case TimeUnit::Decade:
        return 12 * years_in(unit);
    }
    return 12;
}

} // namespace

Date unit_start(Date date, TimeUnit unit) {
    switch (unit) {
    case TimeUnit::Day:
        return date;
    case TimeUnit::Week:
        return date.plus_days(-static_cast<std::int32_t>(date.weekday()));
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Half: {
        const CivilDate civil = date.civil();
        const auto step = static_cast<unsigned>(months_in(unit));
        return month_start(civil.year, (civil.month - 1U) / step * step + 1U);
    }
    case TimeUnit::Year:
    case TimeUnit::FiveYears:
    case TimeUnit::Decade: {
        const int step = years_in(unit);
        return month_start(date.civil().year / step * step, 1U);
    }
    }
    return date;
}

Date unit_after(Date start, TimeUnit unit) {
    switch (unit) {
    case TimeUnit::Day:
        return start.plus_days(1);
    case TimeUnit::Week:
        return start.plus_days(kDaysAWeek);
    case TimeUnit::Month:
    case TimeUnit::Quarter:
    case TimeUnit::Half:
    case TimeUnit::Year:
    case TimeUnit::FiveYears:
    case TimeUnit::Decade: {
        const CivilDate civil = start.civil();
        const int months = static_cast<int>(civil.month) - 1 + months_in(unit);
        const int year = civil.year + months / 12;
        if (year > kLastYear) {
            // There is no 1 January 10000 to be had from a civil date, but its serial day exists.
            return month_start(kLastYear, 12U).last_of_month().plus_days(1);
        }
        return month_start(year, static_cast<unsigned>(months % 12) + 1U);
    }
    }
    return start.plus_days(1);
}

HeaderUnits header_units(double px_per_day) {
    struct Step {
        double min_px_per_day = 0.0;
        HeaderUnits units;
    };
    // The limits give the lower unit some 20 px at the least: room for its number and air around
    // it.
    static constexpr std::array<Step, 7> kSteps{{
        {21.0, {TimeUnit::Month, TimeUnit::Day}},
        {4.0, {TimeUnit::Month, TimeUnit::Week}},
        {0.75, {TimeUnit::Year, TimeUnit::Month}},
        {0.3, {TimeUnit::Year, TimeUnit::Quarter}},
        {0.15, {TimeUnit::Year, TimeUnit::Half}},
        {0.105, {TimeUnit::Decade, TimeUnit::Year}},
        {0.0, {TimeUnit::Decade, TimeUnit::FiveYears}},
    }};
    const auto* step = std::find_if(kSteps.begin(), kSteps.end(), [px_per_day](const Step& s) {
        return px_per_day >= s.min_px_per_day;
    });
    return step == kSteps.end() ? kSteps.back().units : step->units;
}

int iso_week(Date date) {
    // The week belongs to the year that holds its Thursday.
    const Date thursday = date.plus_days(3 - static_cast<std::int32_t>(date.weekday()));
    const Date first = unit_start(thursday, TimeUnit::Year);
    return days_between(first, thursday) / kDaysAWeek + 1;
}

} // namespace vekha
