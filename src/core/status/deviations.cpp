#include "core/status/deviations.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/report_index.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vekha {
namespace {

std::optional<std::int32_t> shift(std::optional<Date> before, std::optional<Date> now) {
    return before && now ? std::optional(days_between(*before, *now)) : std::nullopt;
}

class DeviationList {
public:
    DeviationList(const Baseline& baseline, const Document& document, Date as_of)
        : m_baseline(baseline), m_document(document), m_reports(document), m_as_of(as_of),
          m_is_complete(std::ranges::any_of(baseline.periods, [](const BaselinePeriod& period) {
              return !period.title.empty() || !period.number.empty();
          })) {
        place_periods();
    }

    std::vector<Deviation> make() {
        add_removed(0);
        for (std::uint32_t measure = 0; measure < m_document.measures.size(); ++measure) {
            add_measure(measure);
            add_removed(measure + 1);
        }
        return std::move(m_found);
    }

private:
    void place_periods() {
        m_period_of.assign(m_document.measures.size(), kNoIndex);
        m_removed_behind.resize(m_document.measures.size() + 1);
        const std::vector<std::uint32_t> by_id = sorted_by_id(m_document.measures);
        std::uint32_t behind = 0;
        for (std::uint32_t i = 0; i < m_baseline.periods.size(); ++i) {
            const std::uint32_t measure =
                find_by_id(m_document.measures, by_id, m_baseline.periods[i].measure);
            if (measure == kNoIndex) {
                m_removed_behind[behind].push_back(i);
            } else {
                m_period_of[measure] = i;
                behind = measure + 1;
            }
        }
    }

    void add_removed(std::uint32_t behind) {
        for (const std::uint32_t period : m_removed_behind[behind]) {
            m_found.push_back({.kind = DeviationKind::Removed, .period = period});
        }
    }

    void add_measure(std::uint32_t index) {
        const std::uint32_t period = m_period_of[index];
        if (period == kNoIndex) {
            if (m_is_complete) {
                m_found.push_back({.kind = DeviationKind::Added, .measure = index});
            }
            return;
        }
        const Measure& measure = m_document.measures[index];
        const BaselinePeriod& approved = m_baseline.periods[period];
        const StartAndDue then = whole_of_spans(approved.spans);
        if (!same_days(approved.spans, measure.period.spans)) {
            const StartAndDue now = whole_of_spans(measure.period.spans);
            m_found.push_back({.kind = DeviationKind::Moved,
                               .measure = index,
                               .period = period,
                               .start_shift_days = shift(then.start, now.start),
                               .end_shift_days = shift(then.due, now.due)});
        }
        if (then.due && *then.due < m_as_of && is_expected(measure)) {
            m_found.push_back({.kind = DeviationKind::Late,
                               .measure = index,
                               .period = period,
                               .days_late = days_between(*then.due, m_as_of)});
        }
        if (!approved.title.empty() && approved.title != measure.title) {
            m_found.push_back(
                {.kind = DeviationKind::Reworded, .measure = index, .period = period});
        }
    }

    // Neither done nor out of the count.
    [[nodiscard]] bool is_expected(const Measure& measure) const {
        const ComputedState state =
            measure_status(m_document, m_reports, measure, {.as_of = m_as_of}).status.state;
        return counts_in_figures(state) && state != ComputedState::Done;
    }

    const Baseline& m_baseline;
    const Document& m_document;
    ReportIndex m_reports;
    Date m_as_of;
    bool m_is_complete;
    std::vector<std::uint32_t> m_period_of; // by measure
    std::vector<std::vector<std::uint32_t>> m_removed_behind;
    std::vector<Deviation> m_found;
};

} // namespace

std::vector<Deviation> deviations_from(const Baseline& baseline, const Document& document,
                                       Date as_of) {
    return DeviationList(baseline, document, as_of).make();
}

} // namespace vekha
