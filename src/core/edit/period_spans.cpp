#include "core/edit/period_spans.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <optional>
#include <utility>

namespace vekha {
namespace {

bool begins_unit(Date day, int months) {
    return day == day.first_of_month() && (static_cast<int>(day.civil().month) - 1) % months == 0;
}

bool ends_unit(Date day, int months) {
    return day == day.last_of_month() && static_cast<int>(day.civil().month) % months == 0;
}

bool is_whole(const PeriodSpan& span, int months) {
    return (!span.days.from || begins_unit(*span.days.from, months)) &&
           (!span.days.to || ends_unit(*span.days.to, months));
}

Precision kept_precision(const Period& period) {
    const int months = months_of(period.precision);
    const bool keeps = months != 0 && std::ranges::all_of(period.spans, [months](const auto& span) {
                           return is_whole(span, months);
                       });
    return keeps ? period.precision : Precision::Day;
}

PeriodKind kind_of(const Span& days, Precision precision) {
    if (!days.from || !days.to) {
        return days.from ? PeriodKind::Open : PeriodKind::Deadline;
    }
    if (*days.from == *days.to) {
        return PeriodKind::Day;
    }
    const bool one_month =
        precision == Precision::Month && days.from->first_of_month() == days.to->first_of_month();
    return one_month ? PeriodKind::Month : PeriodKind::Range;
}

Period picked(Period period) {
    period.set_by = PeriodSource::SetByHand;
    period.review.reset();
    if (period.spans.empty()) {
        period.kind = PeriodKind::Unscheduled;
        period.precision = Precision::None;
        period.recurrence.reset();
        period.relative.reset();
        return period;
    }
    period.precision = kept_precision(period);
    if (period.kind == PeriodKind::Recurring && period.recurrence) {
        period.recurrence->rule.clear();
        return period;
    }
    period.kind = period.spans.size() > 1 ? PeriodKind::Several
                                          : kind_of(period.spans.front().days, period.precision);
    period.recurrence.reset();
    period.relative.reset();
    return period;
}

} // namespace

Period with_span(const Period& period, std::size_t place, const Span& days) {
    assert(place <= period.spans.size());
    Period changed = period;
    if (place == changed.spans.size()) {
        changed.spans.emplace_back();
    } else if (changed.spans[place].days == days) {
        return period;
    }
    if (!days.from && !days.to) {
        return without_span(changed, place);
    }
    changed.spans[place] = {.days = days, .unknown = {}};
    return picked(std::move(changed));
}

Period without_span(const Period& period, std::size_t place) {
    Period changed = period;
    if (place < changed.spans.size()) {
        changed.spans.erase(std::next(changed.spans.begin(), static_cast<std::ptrdiff_t>(place)));
    }
    return picked(std::move(changed));
}

Span next_span(const Period& period, const Span& plan) {
    if (!period.spans.empty()) {
        const Span& last = period.spans.back().days;
        if (last.to) {
            const int length = last.from ? std::max(0, days_between(*last.from, *last.to)) : 0;
            return {last.to->plus_days(1), last.to->plus_days(1 + length)};
        }
    }
    const std::optional<Date> day = plan.from ? plan.from : plan.to;
    return {day, day};
}

} // namespace vekha
