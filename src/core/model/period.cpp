#include "core/model/period.hpp"

#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"

#include <algorithm>
#include <optional>
#include <vector>

namespace vekha {
namespace {

bool has_unreadable_date(const PeriodSpan& span) {
    return std::any_of(span.unknown.begin(), span.unknown.end(), [](const UnknownMember& member) {
        return member.name_json == "\"from\"" || member.name_json == "\"to\"";
    });
}

} // namespace

int months_of(Precision precision) {
    switch (precision) {
    case Precision::Month:
        return 1;
    case Precision::Quarter:
        return kMonthsInQuarter;
    case Precision::Half:
        return kMonthsInHalf;
    case Precision::Year:
        return kMonthsInYear;
    case Precision::Day:
    case Precision::None:
        break;
    }
    return 0;
}

bool needs_review(const Period& period) {
    return period.review.has_value() ||
           std::any_of(period.spans.begin(), period.spans.end(), [](const PeriodSpan& span) {
               return has_unreadable_date(span) || ends_before_start(span.days);
           });
}

bool same_days(const std::vector<PeriodSpan>& a, const std::vector<PeriodSpan>& b) {
    return std::ranges::equal(a, b, {}, &PeriodSpan::days, &PeriodSpan::days);
}

void widen(Span& total, std::optional<Date> day) {
    if (day) {
        total.from = total.from ? std::min(*total.from, *day) : *day;
        total.to = total.to ? std::max(*total.to, *day) : *day;
    }
}

void widen(Span& total, const Period& period) {
    for (const PeriodSpan& span : period.spans) {
        widen(total, span.days.from);
        widen(total, span.days.to);
    }
}

} // namespace vekha
