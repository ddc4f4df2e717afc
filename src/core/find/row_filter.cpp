#include "core/find/row_filter.hpp"

#include "core/find/fold_letters.hpp"
#include "core/find/search_index.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vekha {
namespace {

bool has_no_dates(const MeasureStatus& status) {
    return !status.plan.start && !status.plan.due;
}

bool has_no_responsible(const Measure& measure) {
    return measure.responsible.empty() && measure.responsible_text.empty();
}

bool is_responsible(const Measure& measure, const PartyId& party) {
    return std::find(measure.responsible.begin(), measure.responsible.end(), party) !=
           measure.responsible.end();
}

bool fits(const RowFilter& filter, const Measure& measure, const MeasureStatus& status) {
    const ComputedState state = status.status.state;
    const bool is_asked_for = (filter.late && state == ComputedState::Late) ||
                              (filter.due_soon && state == ComputedState::DueSoon);
    if ((filter.late || filter.due_soon) && !is_asked_for) {
        return false;
    }
    if (filter.needs_review && !status.needs_review) {
        return false;
    }
    if (filter.without_dates && !has_no_dates(status)) {
        return false;
    }
    if (filter.without_responsible && !has_no_responsible(measure)) {
        return false;
    }
    if (filter.has_target && measure.targets.empty()) {
        return false;
    }
    if (!filter.responsible.empty() && !is_responsible(measure, filter.responsible)) {
        return false;
    }
    return !filter.period_kind || measure.period.kind == *filter.period_kind;
}

} // namespace

FilterCounts count_filters(const Document& document, const PlanStatus& status,
                           std::span<const std::uint8_t> mine, bool only_mine) {
    FilterCounts counts;
    counts.due_soon_days = status.thresholds.due_soon_days;
    std::uint32_t i = 0;
    for (const Measure& measure : document.measures) {
        const std::uint32_t index = i++;
        counts.mine += mine[index];
        if (only_mine && mine[index] == 0) {
            continue;
        }
        const MeasureStatus& of_measure = status.measures[index];
        const ComputedState state = of_measure.status.state;
        counts.late += state == ComputedState::Late ? 1U : 0U;
        counts.due_soon += state == ComputedState::DueSoon ? 1U : 0U;
        counts.needs_review += of_measure.needs_review ? 1U : 0U;
        if (has_no_dates(of_measure)) {
            counts.undated.push_back(index);
        }
        counts.without_responsible += has_no_responsible(measure) ? 1U : 0U;
        counts.has_target += measure.targets.empty() ? 0U : 1U;
        ++counts.period_kinds[static_cast<std::size_t>(measure.period.kind)];
    }
    counts.without_dates = counts.undated.size();
    return counts;
}

FoundMeasures find_measures(const Document& document, const PlanStatus& status,
                            const SearchIndex& index, std::span<const std::uint8_t> mine,
                            const RowFilter& filter) {
    FoundMeasures found;
    found.words = search_words(filter.search);
    found.fits.reserve(document.measures.size());
    std::size_t i = 0;
    for (const Measure& measure : document.measures) {
        const bool is_found = (!filter.mine || mine[i] != 0) &&
                              fits(filter, measure, status.measures[i]) &&
                              (found.words.empty() || index.has_all(i, found.words));
        found.fits.push_back(is_found ? 1 : 0);
        found.count += is_found ? 1U : 0U;
        ++i;
    }
    return found;
}

} // namespace vekha
