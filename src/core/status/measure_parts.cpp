#include "core/status/measure_parts.hpp"

#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/report_index.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

class PartCollector {
public:
    PartCollector(const Document& document, const ReportIndex& index, const Measure& measure,
                  const StatusSettings& settings)
        : m_document(document), m_index(index), m_measure(measure), m_settings(settings) {}

    MeasureParts collect() {
        add_items();
        add_occurrences();
        add_marks();
        return std::move(m_found);
    }

private:
    void add(PartKind kind, std::optional<std::size_t> index, const StartAndDue& when,
             const ProgressReport& report, std::size_t units = 1) {
        PartStatus part;
        part.kind = kind;
        part.index = index;
        part.units = units;
        part.percent = effective_percent(report);
        part.status = unit_status(when, report, m_settings);
        m_found.parts.push_back(std::move(part));
    }

    void add_items() {
        const std::vector<MeasureItem>& items = m_measure.items;
        if (std::none_of(items.begin(), items.end(),
                         [](const MeasureItem& item) { return item.report.has_value(); })) {
            return;
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            const MeasureItem& item = items[i];
            const Period& period = item.period ? *item.period : m_measure.period;
            m_found.needs_review = m_found.needs_review || needs_review(period);
            add(PartKind::Item, i, start_and_due(period), item.report.value_or(ProgressReport{}));
        }
    }

    void add_occurrences() {
        const std::vector<std::size_t>& stored = m_index.occurrences_of(m_measure.id);
        if (stored.empty()) {
            return;
        }
        std::map<Span, std::size_t> reported; // two meetings may have the same days
        for (const std::size_t index : stored) {
            const Occurrence& occurrence = m_document.occurrences[index];
            ++reported[occurrence.days];
            add(PartKind::Occurrence, index, start_and_due(occurrence.days), occurrence.report);
        }
        const Period& period = m_measure.period;
        if (period.kind != PeriodKind::Several && period.kind != PeriodKind::Recurring) {
            return;
        }
        for (const PeriodSpan& span : period.spans) {
            const auto found = reported.find(span.days);
            if (found != reported.end() && found->second > 0) {
                --found->second;
            } else {
                add(PartKind::Occurrence, std::nullopt, start_and_due(span.days), {});
            }
        }
    }

    // The listed schools that are in the plan, sorted, each once; not used for the other scopes.
    [[nodiscard]] std::vector<std::string_view> listed_schools() const {
        std::vector<std::string_view> listed;
        if (m_measure.applies_to.scope == SchoolScope::Listed) {
            for (const SchoolId& school : m_measure.applies_to.schools) {
                if (m_index.has_school(school)) {
                    listed.emplace_back(school.text);
                }
            }
            sort_items(listed);
            listed.erase(std::unique(listed.begin(), listed.end()), listed.end());
        }
        return listed;
    }

    [[nodiscard]] bool applies_to(const SchoolId& school,
                                  const std::vector<std::string_view>& listed) const {
        switch (m_measure.applies_to.scope) {
        case SchoolScope::None:
            return false;
        case SchoolScope::All:
            return m_index.has_school(school);
        case SchoolScope::Listed:
            return std::binary_search(listed.begin(), listed.end(), std::string_view(school.text));
        }
        return false;
    }

    void add_marks() {
        const std::vector<std::size_t>& stored = m_index.marks_of(m_measure.id);
        if (stored.empty()) {
            return;
        }
        const std::vector<std::string_view> listed = listed_schools();
        // The last mark for a school or a municipality is the one that holds.
        std::map<std::string_view, std::size_t> last_of_school;
        std::map<std::string_view, std::size_t> last_of_municipality;
        for (const std::size_t index : stored) {
            const Mark& mark = m_document.marks[index];
            if (mark.school.empty()) {
                last_of_municipality[mark.municipality] = index;
            } else if (applies_to(mark.school, listed)) {
                last_of_school[mark.school.text] = index;
            }
        }
        const StartAndDue when = start_and_due(m_measure.period);
        for (const std::size_t index : stored) {
            const Mark& mark = m_document.marks[index];
            const auto& last = mark.school.empty() ? last_of_municipality : last_of_school;
            const auto found =
                last.find(mark.school.empty() ? mark.municipality : mark.school.text);
            if (found != last.end() && found->second == index) {
                add(PartKind::Mark, index, when, mark.report);
            }
        }
        const std::size_t schools =
            m_measure.applies_to.scope == SchoolScope::All ? m_index.school_count() : listed.size();
        if (!last_of_school.empty() && schools > last_of_school.size()) {
            add(PartKind::Mark, std::nullopt, when, {}, schools - last_of_school.size());
        }
    }

    const Document& m_document;
    const ReportIndex& m_index;
    const Measure& m_measure;
    const StatusSettings& m_settings;
    MeasureParts m_found;
};

} // namespace

MeasureParts measure_parts(const Document& document, const ReportIndex& index,
                           const Measure& measure, const StatusSettings& settings) {
    return PartCollector(document, index, measure, settings).collect();
}

} // namespace vekha
