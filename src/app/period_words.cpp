#include "app/period_words.hpp"

#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "core/base/digits.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

// In the order of the enumerators.
constexpr std::array<std::string_view, kReviewReasonCount> kReasonNames{
    "empty",           "unread",         "impossibleDay", "endBeforeStart", "beforePlan",
    "implausibleYear", "yearGuessed",    "oneYearOrAll",  "orderOfYears",   "lastDayUnclear",
    "firstDayUnclear", "schoolCalendar", "vague",         "wordUnclear",    "dateInBracket",
    "alternatives",    "documentDate",   "noEvent",       "mixedMeanings",  "occurrencesGuessed",
    "tooMany"};
constexpr std::size_t kMostNamedSpans = 6;

// The one year that a heading names: four digits that begin with 19 or 20; none, when there are
// several.
std::optional<int> year_in(std::string_view heading) {
    constexpr std::size_t kDigits = 4;
    std::optional<int> year;
    for (std::size_t i = 0; i < heading.size();) {
        std::size_t end = i;
        while (end < heading.size() && is_digit(heading[end])) {
            ++end;
        }
        const std::string_view digits = heading.substr(i, end - i);
        if (digits.size() == kDigits && (digits.starts_with("20") || digits.starts_with("19"))) {
            if (year) {
                return std::nullopt;
            }
            year = 0;
            for (const char digit : digits) {
                year = *year * 10 + (digit - '0');
            }
        }
        i = std::max(end, i + 1);
    }
    return year;
}

std::size_t lines_of(std::string_view text) {
    return text.empty() ? 0 : static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1;
}

} // namespace

PeriodContext period_context(const Document& document, const Measure& measure) {
    PeriodContext context;
    context.plan = {document.plan.from, document.plan.to};
    const std::uint32_t section = find_by_id(document.sections, measure.section);
    if (section != kNoIndex) {
        context.section_year = year_in(document.sections[section].title);
    }
    if (document.plan.approval) {
        context.order_date = document.plan.approval->date;
    }
    context.items = lines_of(measure.title);
    return context;
}

std::string_view review_reason_text(const Texts& texts, ReviewReason reason) {
    return texts.member("review.", kReasonNames[static_cast<std::size_t>(reason)]);
}

std::string review_text(const Texts& texts, const PeriodReading& reading) {
    std::string lines;
    for (const ReviewReason reason : reading.reasons) {
        lines.append(lines.empty() ? "" : "\n").append(review_reason_text(texts, reason));
    }
    return lines;
}

std::string reading_text(const Texts& texts, const PeriodReading& reading) {
    std::string dates;
    for (std::size_t i = 0; i < std::min(reading.spans.size(), kMostNamedSpans); ++i) {
        dates.append(dates.empty() ? "" : "; ").append(span_words(texts, reading.spans[i]));
    }
    if (reading.spans.size() > kMostNamedSpans) {
        const auto more = static_cast<std::int64_t>(reading.spans.size() - kMostNamedSpans);
        dates.append("; ").append(texts.format("period.more"_key, {{"n", texts.number(more)}}));
    }
    const std::string kind(period_kind_name(texts, reading.kind));
    return dates.empty() ? kind
                         : texts.format("period.read"_key, {{"kind", kind}, {"dates", dates}});
}

std::string period_text(const Texts& texts, const Period& period) {
    std::string dates;
    if (period.set_by == PeriodSource::SetByHand || period.text.empty()) {
        for (const PeriodSpan& span : period.spans) {
            if (span.days.from || span.days.to) {
                dates.append(dates.empty() ? "" : "; ").append(span_words(texts, span.days));
            }
        }
    }
    return dates.empty() ? period.text : dates;
}

Period period_of_words(const Texts& texts, std::string text, const PeriodReading& reading,
                       const Period* before) {
    Period period;
    if (before != nullptr && before->set_by == PeriodSource::SetByHand && !before->spans.empty() &&
        reading.spans.empty() && reading.needs_review()) {
        period = *before;
        period.text = std::move(text);
        period.review = Review{.reason = review_text(texts, reading), .unknown = {}};
        return period;
    }
    period.text = std::move(text);
    period.kind = reading.kind;
    for (const Span& days : reading.spans) {
        period.spans.push_back({.days = days, .unknown = {}});
    }
    period.recurrence = reading.recurrence;
    period.relative = reading.relative;
    period.precision = reading.precision;
    if (reading.needs_review()) {
        period.review = Review{.reason = review_text(texts, reading), .unknown = {}};
    }
    period.set_by = PeriodSource::ReadFromText;
    return period;
}

} // namespace vekha::app
