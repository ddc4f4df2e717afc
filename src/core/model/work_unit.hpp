// WorkUnit: which report of a measure is meant (states.md, section 1). It names the place of a
// report; the report need not be there yet. Nothing of it is kept in a file.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <cstddef>
#include <cstdint>
#include <string>

namespace vekha {

enum class UnitKind : std::uint8_t {
    Measure,      // the measure itself
    ByHand,       // the state that a person sets over the one its parts derive
    Item,         // a sub-item
    Occurrence,   // one span of a recurring or several-span measure
    School,       // the measure at one school
    Municipality, // the measure in one municipality
};

struct WorkUnit {
    UnitKind kind = UnitKind::Measure;
    std::string name;    // id of the item or school; the municipality as it is written
    Span days;           // of an occurrence
    std::size_t nth = 0; // among those of the same days
    bool operator==(const WorkUnit&) const = default;
};

// Whether each span of the period is an occurrence of its own.
[[nodiscard]] bool is_occurrence(const Period& period);
// That one of the period's spans, which has to be there.
[[nodiscard]] WorkUnit occurrence_at(const Period& period, std::size_t span);

// What is reported of it; the default where nothing is. By hand: the state and its reason.
[[nodiscard]] ProgressReport report_of(const Document& document, const Measure& measure,
                                       const WorkUnit& unit);

// Where the report stands that holds for a school, a municipality or an occurrence: in
// document.marks or document.occurrences; kNoIndex when there is none. `has_others`: marks for the
// same place, of which only the last holds.
struct ReportPlace {
    std::uint32_t index = 0;
    bool has_others = false;
};
[[nodiscard]] ReportPlace place_of_report(const Document& document, const MeasureId& measure,
                                          const WorkUnit& unit);

// The override of the measure's state that holds: the last one that gives a reason. Index in
// document.overrides, or kNoIndex.
[[nodiscard]] std::uint32_t place_of_override(const Document& document, const MeasureId& measure);

} // namespace vekha
