#include "core/edit/typed_period.hpp"

#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

UnknownMembers without(UnknownMembers unknown, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
        drop_original(unknown, name);
    }
    return unknown;
}

Period without_unknown(Period period) {
    period.unknown.clear();
    for (PeriodSpan& span : period.spans) {
        span.unknown.clear();
    }
    if (period.recurrence) {
        period.recurrence->unknown.clear();
    }
    if (period.relative) {
        period.relative->unknown.clear();
    }
    if (period.review) {
        period.review->unknown.clear();
    }
    return period;
}

void take_unknown(Period& period, const Period& old) {
    period.unknown = without(old.unknown, {"text", "kind", "spans", "recurrence", "relative",
                                           "precision", "review", "setBy"});
    for (PeriodSpan& span : period.spans) {
        const auto same = std::ranges::find(old.spans, span.days, &PeriodSpan::days);
        if (same != old.spans.end()) {
            span.unknown = without(same->unknown, {"from", "to"});
        }
    }
    if (period.recurrence && old.recurrence) {
        period.recurrence->unknown = without(old.recurrence->unknown, {"text", "rule"});
    }
    if (period.relative && old.relative) {
        period.relative->unknown =
            without(old.relative->unknown, {"anchor", "anchorDate", "offsetDays"});
    }
    if (period.review && old.review) {
        period.review->unknown = without(old.review->unknown, {"reason"});
    }
}

std::optional<EditProblem> clean(std::string& text, Cleaner cleaner) {
    Result<std::string, EditProblem> cleaned = cleaner(text);
    if (!cleaned) {
        return cleaned.error();
    }
    text = std::move(cleaned).value();
    return std::nullopt;
}

std::optional<EditProblem> clean_texts(Period& period) {
    std::optional<EditProblem> problem = clean(period.text, clean_typed_text);
    if (!problem && period.recurrence) {
        problem = clean(period.recurrence->text, clean_typed_text);
    }
    if (!problem && period.recurrence) {
        problem = clean(period.recurrence->rule, clean_typed_label);
    }
    if (!problem && period.relative) {
        problem = clean(period.relative->anchor, clean_typed_text);
    }
    if (!problem && period.review) {
        problem = clean(period.review->reason, clean_typed_text);
    }
    return problem;
}

// Files write the years 0 to kMaxYear.
bool is_writable(std::optional<Date> day) {
    return !day || (day->civil().year >= 0 && day->civil().year <= kMaxYear);
}

std::optional<EditProblem> check(const Period& period) {
    for (const PeriodSpan& span : period.spans) {
        if (!span.days.from && !span.days.to) {
            return EditProblem::DaysMissing;
        }
        // What contradicts itself is kept as it was written where somebody will look at it.
        if (!period.review && ends_before_start(span.days)) {
            return EditProblem::EndBeforeStart;
        }
        if (!is_writable(span.days.from) || !is_writable(span.days.to)) {
            return EditProblem::YearOutOfRange;
        }
    }
    if (period.relative && (period.relative->offset_days > kMaxOffsetDays ||
                            period.relative->offset_days < -kMaxOffsetDays)) {
        return EditProblem::LimitOutOfRange;
    }
    return std::nullopt;
}

} // namespace

Result<Period, EditProblem> typed_period(const Period& given, const std::optional<Period>& old) {
    Period period = without_unknown(given);
    if (old && without_unknown(*old) == period) {
        return *old;
    }
    std::optional<EditProblem> problem = clean_texts(period);
    if (!problem) {
        problem = check(period);
    }
    if (problem) {
        return fail(*problem);
    }
    if (old) {
        take_unknown(period, *old);
    }
    return period;
}

} // namespace vekha
