#include "core/model/work_unit.hpp"

#include "core/base/no_index.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vekha {
namespace {

bool is_meant(const Mark& mark, const MeasureId& measure, const WorkUnit& unit) {
    return mark.measure == measure &&
           (unit.kind == UnitKind::School ? mark.school.text == unit.name
                                          : mark.school.empty() && mark.municipality == unit.name);
}

} // namespace

bool is_occurrence(const Period& period) {
    return (period.kind == PeriodKind::Several || period.kind == PeriodKind::Recurring) &&
           period.spans.size() > 1;
}

WorkUnit occurrence_at(const Period& period, std::size_t span) {
    WorkUnit unit{.kind = UnitKind::Occurrence, .name = {}, .days = period.spans[span].days};
    for (std::size_t i = 0; i < span; ++i) {
        unit.nth += period.spans[i].days == unit.days ? 1 : 0;
    }
    return unit;
}

ReportPlace place_of_report(const Document& document, const MeasureId& measure,
                            const WorkUnit& unit) {
    ReportPlace place{kNoIndex};
    std::uint32_t index = 0;
    if (unit.kind == UnitKind::Occurrence) {
        std::size_t left = unit.nth;
        for (const Occurrence& occurrence : document.occurrences) {
            if (occurrence.measure == measure && occurrence.days == unit.days && left-- == 0) {
                return {index, false};
            }
            ++index;
        }
        return place;
    }
    for (const Mark& mark : document.marks) {
        if (is_meant(mark, measure, unit)) {
            place = {index, place.index != kNoIndex};
        }
        ++index;
    }
    return place;
}

std::uint32_t place_of_override(const Document& document, const MeasureId& measure) {
    std::uint32_t holds = kNoIndex;
    std::uint32_t index = 0;
    for (const Override& each : document.overrides) {
        if (each.measure == measure && each.state && !each.reason.empty()) {
            holds = index;
        }
        ++index;
    }
    return holds;
}

ProgressReport report_of(const Document& document, const Measure& measure, const WorkUnit& unit) {
    switch (unit.kind) {
    case UnitKind::Measure:
        return measure.report;
    case UnitKind::Item: {
        const auto item = std::ranges::find_if(
            measure.items, [&](const MeasureItem& each) { return each.id.text == unit.name; });
        return item != measure.items.end() && item->report ? *item->report : ProgressReport{};
    }
    case UnitKind::ByHand: {
        ProgressReport report;
        const std::uint32_t place = place_of_override(document, measure.id);
        if (place != kNoIndex) {
            const Override& holds = document.overrides[place];
            report.state = holds.state.value_or(StoredState::NotStarted);
            report.reason = holds.reason;
        }
        return report;
    }
    case UnitKind::Occurrence:
    case UnitKind::School:
    case UnitKind::Municipality:
        break;
    }
    const std::uint32_t place = place_of_report(document, measure.id, unit).index;
    if (place == kNoIndex) {
        return {};
    }
    return unit.kind == UnitKind::Occurrence ? document.occurrences[place].report
                                             : document.marks[place].report;
}

} // namespace vekha
