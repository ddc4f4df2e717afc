#include "app/deviation_words.hpp"

#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/deviations.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::app {

namespace {

// By DeviationKind.
constexpr std::array<std::string_view, kDeviationKindCount> kKinds{"moved", "late", "reworded",
                                                                   "added", "removed"};

std::string dates_of(const Texts& texts, const std::vector<PeriodSpan>& spans) {
    std::string dates;
    for (const PeriodSpan& span : spans) {
        dates.append(dates.empty() ? "" : ", ").append(span_words(texts, span.days));
    }
    return dates.empty() ? std::string(texts.get("roadmap.unscheduled"_key)) : dates;
}

} // namespace

std::string_view deviation_kind_name(const Texts& texts, DeviationKind kind) {
    return texts.member("deviation.", kKinds[static_cast<std::size_t>(kind)]);
}

std::string deviation_title(const Document& document, const Baseline& baseline,
                            const Deviation& deviation) {
    Measure named;
    if (deviation.measure != kNoIndex) {
        const Measure& measure = document.measures[deviation.measure];
        named.number = measure.number;
        named.title = measure.title;
    } else {
        const BaselinePeriod& approved = baseline.periods[deviation.period];
        named.number = approved.number;
        named.title = approved.title.empty() ? approved.measure.text : approved.title;
    }
    std::string title;
    append_measure_name(title, named);
    return title;
}

std::string deviation_words(const Texts& texts, const Document& document, const Baseline& baseline,
                            const Deviation& deviation) {
    switch (deviation.kind) {
    case DeviationKind::Moved:
        return explain_baseline(texts, baseline.periods[deviation.period].spans,
                                document.measures[deviation.measure].period.spans);
    case DeviationKind::Late: {
        const std::optional<Date> due =
            whole_of_spans(baseline.periods[deviation.period].spans).due;
        return texts.format("deviation.lateBy"_key,
                            {{"due", due ? short_date(texts, *due) : std::string()},
                             {"days", days_words(texts, deviation.days_late)}});
    }
    case DeviationKind::Reworded:
        return texts.format("deviation.was"_key,
                            {{"title", baseline.periods[deviation.period].title}});
    case DeviationKind::Added:
        return texts.format(
            "deviation.addedWith"_key,
            {{"dates", dates_of(texts, document.measures[deviation.measure].period.spans)}});
    case DeviationKind::Removed:
        return texts.format("deviation.removedWith"_key,
                            {{"dates", dates_of(texts, baseline.periods[deviation.period].spans)}});
    }
    return {};
}

std::string baseline_name(const Texts& texts, const Baseline& baseline) {
    std::string name = baseline.title.empty() ? baseline.order_number : baseline.title;
    if (name.empty()) {
        name = texts.get("deviation.unnamed"_key);
    }
    if (baseline.date) {
        name.append(", ").append(short_date(texts, *baseline.date));
    }
    if (!baseline.authority.empty()) {
        name.append(", ").append(baseline.authority);
    }
    return name;
}

} // namespace vekha::app
