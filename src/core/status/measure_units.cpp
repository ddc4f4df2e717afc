#include "core/status/measure_units.hpp"

#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha {
namespace {

bool has_several_terms(const Period& period) {
    return period.kind == PeriodKind::Several || period.kind == PeriodKind::Recurring;
}

bool applies_to(const Measure& measure, const SchoolId& school) {
    const AppliesTo& scope = measure.applies_to;
    return scope.scope == SchoolScope::All ||
           (scope.scope == SchoolScope::Listed &&
            std::ranges::find(scope.schools, school) != scope.schools.end());
}

class UnitCollector {
public:
    UnitCollector(const Document& document, const Measure& measure, const StatusSettings& settings)
        : m_document(document), m_measure(measure), m_settings(settings) {}

    std::vector<MeasureUnit> collect() {
        add_items();
        add_occurrences();
        add_marks();
        return std::move(m_units);
    }

private:
    MeasureUnit& add(WorkUnit unit, const StartAndDue& when, const ProgressReport& report) {
        MeasureUnit& made = m_units.emplace_back();
        made.unit = std::move(unit);
        made.percent = effective_percent(report);
        made.status = unit_status(when, report, m_settings);
        return made;
    }

    // Those that were added since.
    void derive_from(std::size_t first, bool derives) {
        for (std::size_t i = first; i < m_units.size(); ++i) {
            m_units[i].derives = derives;
        }
    }

    void add_items() {
        bool reported = false;
        for (const MeasureItem& item : m_measure.items) {
            const Period& period = item.period ? *item.period : m_measure.period;
            MeasureUnit& unit = add({.kind = UnitKind::Item, .name = item.id.text},
                                    start_and_due(period), item.report.value_or(ProgressReport{}));
            unit.place = static_cast<std::uint32_t>(m_units.size() - 1);
            reported = reported || item.report.has_value();
        }
        derive_from(0, reported);
    }

    void add_occurrence(const Span& days, std::size_t nth, const ProgressReport& report) {
        add({.kind = UnitKind::Occurrence, .name = {}, .days = days, .nth = nth},
            start_and_due(days), report);
    }

    void add_occurrences() {
        const std::size_t first = m_units.size();
        std::map<Span, std::size_t> seen; // two meetings may have the same days
        for (const Occurrence& occurrence : m_document.occurrences) {
            if (occurrence.measure == m_measure.id) {
                add_occurrence(occurrence.days, seen[occurrence.days]++, occurrence.report);
            }
        }
        const bool reported = m_units.size() > first;
        const Period& period = m_measure.period;
        if (has_several_terms(period) && (reported || period.spans.size() > 1)) {
            std::map<Span, std::size_t> planned;
            for (const PeriodSpan& span : period.spans) {
                const std::size_t nth = planned[span.days]++;
                if (nth >= seen[span.days]) {
                    add_occurrence(span.days, nth, {});
                }
            }
        }
        derive_from(first, reported);
        const auto place = [](const MeasureUnit& each) {
            const Span& days = each.unit.days;
            return std::tuple(days.from ? days.from : days.to, days.to, each.unit.nth);
        };
        sort_items(std::span(m_units).subspan(first),
                   [&place](const MeasureUnit& one, const MeasureUnit& other) {
                       return place(one) < place(other);
                   });
    }

    void add_marks() {
        std::map<std::string_view, const Mark*> of_school; // the last one holds
        // Those that could have one stand among them: a first mark moves none.
        std::map<std::string_view, const Mark*> of_municipality = known_municipalities();
        for (const Mark& mark : m_document.marks) {
            if (mark.measure == m_measure.id) {
                (mark.school.empty() ? of_municipality[mark.municipality]
                                     : of_school[mark.school.text]) = &mark;
            }
        }
        add_schools(of_school);
        for (const auto& [name, mark] : of_municipality) {
            add({.kind = UnitKind::Municipality, .name = std::string(name)},
                start_and_due(m_measure.period), mark != nullptr ? mark->report : ProgressReport{})
                .derives = mark != nullptr;
        }
    }

    [[nodiscard]] std::map<std::string_view, const Mark*> known_municipalities() const {
        std::map<std::string_view, const Mark*> known;
        for (const Mark& mark : m_document.marks) {
            if (mark.school.empty()) {
                known[mark.municipality];
            }
        }
        if (m_document.plan.level == PlanLevel::Region) {
            for (const School& school : m_document.schools) {
                known[school.municipality];
            }
        }
        known.erase("");
        return known;
    }

    void add_schools(const std::map<std::string_view, const Mark*>& marks) {
        if (m_measure.applies_to.scope == SchoolScope::None) {
            return;
        }
        const std::size_t first = m_units.size();
        bool reported = false;
        std::uint32_t place = 0;
        for (const School& school : m_document.schools) {
            if (applies_to(m_measure, school.id)) {
                const auto mark = marks.find(school.id.text);
                const bool has_mark = mark != marks.end();
                MeasureUnit& unit = add({.kind = UnitKind::School, .name = school.id.text},
                                        start_and_due(m_measure.period),
                                        has_mark ? mark->second->report : ProgressReport{});
                unit.place = place;
                reported = reported || has_mark;
            }
            ++place;
        }
        derive_from(first, reported);
    }

    const Document& m_document;
    const Measure& m_measure;
    const StatusSettings& m_settings;
    std::vector<MeasureUnit> m_units;
};

} // namespace

std::vector<MeasureUnit> measure_units(const Document& document, const Measure& measure,
                                       const StatusSettings& settings) {
    return UnitCollector(document, measure, settings).collect();
}

bool has_occurrences(const Document& document, const Measure& measure) {
    return is_occurrence(measure.period) ||
           std::ranges::find(document.occurrences, measure.id, &Occurrence::measure) !=
               document.occurrences.end();
}

bool derives_state(const Document& document, const Measure& measure) {
    const auto is_of_it = [&measure](const auto& report) { return report.measure == measure.id; };
    if (std::ranges::any_of(measure.items,
                            [](const auto& item) { return item.report.has_value(); }) ||
        std::ranges::any_of(document.occurrences, is_of_it)) {
        return true;
    }
    return std::ranges::any_of(document.marks, [&](const Mark& mark) {
        return is_of_it(mark) &&
               (mark.school.empty() || (applies_to(measure, mark.school) &&
                                        find_by_id(document.schools, mark.school) != kNoIndex));
    });
}

} // namespace vekha
