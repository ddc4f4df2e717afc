#include "core/edit/period_moves.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"

#include <algorithm>
#include <cstdlib>
#include <optional>
#include <vector>

namespace vekha {
namespace {

constexpr double kDaysInMonth = 30.44;

// The whole plan is as long as the plan; a part of it is known to the month at best.
Precision precision_of(const Period& period) {
    return period.kind == PeriodKind::Throughout ? Precision::Month : period.precision;
}

Date stepped(Date date, int months, int steps) {
    return months == 0 ? date.plus_days(steps) : date.plus_months_clamped(months * steps);
}

// The end of a month stays one: 30 April and a month is 31 May.
Date stepped_end(Date date, int months, int steps) {
    const Date moved = stepped(date, months, steps);
    return months != 0 && date == date.last_of_month() ? moved.last_of_month() : moved;
}

bool is_one_month(const Span& days) {
    return days.from && days.to && *days.from == days.from->first_of_month() &&
           *days.to == days.from->last_of_month();
}

// What a single span from one day to another is called.
PeriodKind kind_of_span(const Span& days, Precision precision) {
    if (days.from == days.to) {
        return PeriodKind::Day;
    }
    return precision == Precision::Month && is_one_month(days) ? PeriodKind::Month
                                                               : PeriodKind::Range;
}

bool is_single_span(PeriodKind kind) {
    return kind == PeriodKind::Day || kind == PeriodKind::Month || kind == PeriodKind::Range ||
           kind == PeriodKind::Throughout;
}

void set_by_hand(Period& period) {
    period.set_by = PeriodSource::SetByHand;
    period.review.reset();
    if (period.recurrence) {
        period.recurrence->rule.clear();
    }
}

std::optional<Date> held_day(const Span& days, PeriodHandle handle) {
    const bool start = handle == PeriodHandle::Start;
    return start                         ? days.from
           : handle == PeriodHandle::End ? days.to
           : days.from                   ? days.from
                                         : days.to;
}

Span moved_span(const Span& days, PeriodHandle handle, int months, int steps) {
    Span moved = days;
    if (handle != PeriodHandle::End && days.from) {
        moved.from = stepped(*days.from, months, steps);
    }
    if (handle != PeriodHandle::Start && days.to) {
        moved.to = stepped_end(*days.to, months, steps);
    }
    return moved;
}

} // namespace

Period moved_period(const Period& period, const PeriodGrip& grip, int steps) {
    if (steps == 0 || !has_handle(period, grip)) {
        return period;
    }
    const Precision precision = precision_of(period);
    const int months = months_of(precision);
    const Span& before = period.spans[grip.span].days;
    Span days = moved_span(before, grip.handle, months, steps);
    for (int fewer = steps; ends_before_start(days) && fewer != 0;) {
        fewer += fewer > 0 ? -1 : 1;
        days = moved_span(before, grip.handle, months, fewer);
    }
    if (days == before) {
        return period;
    }
    Period moved = period;
    moved.spans[grip.span].days = days;
    set_by_hand(moved);
    if (is_single_span(period.kind)) {
        moved.precision = precision == Precision::None ? Precision::Day : precision;
        moved.kind = kind_of_span(days, moved.precision);
    }
    return moved;
}

int steps_for_days(const Period& period, const PeriodGrip& grip, int days) {
    const int months = months_of(precision_of(period));
    if (months == 0 || !has_handle(period, grip)) {
        return days;
    }
    const std::optional<Date> held = held_day(period.spans[grip.span].days, grip.handle);
    if (!held) {
        return 0;
    }
    const bool end = grip.handle == PeriodHandle::End || !period.spans[grip.span].days.from;
    const auto distance = [&](int steps) {
        const Date moved = end ? stepped_end(*held, months, steps) : stepped(*held, months, steps);
        return std::abs(days_between(*held, moved) - days);
    };
    const int guess = static_cast<int>(static_cast<double>(days) / (kDaysInMonth * months));
    int best = guess;
    for (const int steps : {guess - 1, guess + 1}) {
        best = distance(steps) < distance(best) ? steps : best;
    }
    return best;
}

Period shifted_period(const Period& period, const PeriodShift& shift) {
    if (shift.count == 0 || period.kind == PeriodKind::Relative) {
        return period;
    }
    const int months = shift.unit == ShiftUnit::Days    ? 0
                       : shift.unit == ShiftUnit::Years ? kMonthsInYear
                                                        : 1;
    Period shifted = period;
    for (PeriodSpan& span : shifted.spans) {
        span.days = moved_span(span.days, PeriodHandle::Body, months, shift.count);
    }
    if (!same_days(shifted.spans, period.spans)) {
        set_by_hand(shifted);
    }
    return shifted;
}

Period drawn_period(Date one, Date other, Precision precision) {
    const int months = months_of(precision);
    Date from = std::min(one, other);
    Date to = std::max(one, other);
    if (months != 0) {
        const auto into_unit = static_cast<int>(from.civil().month - 1) % months;
        from = from.first_of_month().plus_months_clamped(-into_unit);
        const auto left_of_unit = months - 1 - static_cast<int>(to.civil().month - 1) % months;
        to = to.first_of_month().plus_months_clamped(left_of_unit).last_of_month();
    }
    Period period;
    period.spans.push_back({.days = {from, to}, .unknown = {}});
    period.precision = precision == Precision::None ? Precision::Day : precision;
    period.kind = kind_of_span(period.spans.front().days, period.precision);
    period.set_by = PeriodSource::SetByHand;
    return period;
}

} // namespace vekha
