// All units of work below a measure, reported or not, each with the state that it has or would
// have: what a person who reports goes through. Which of them derive the measure's state is said in
// core/status/measure_status.hpp.
#pragma once

#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/unit_status.hpp"

#include <cstdint>
#include <vector>

namespace vekha {

struct MeasureUnit {
    WorkUnit unit;
    std::uint32_t place = 0; // of an item in measure.items, of a school in document.schools
    // Its state is one of those that derive the measure's: one of its kind is reported, or, of a
    // municipality, it is reported itself.
    bool derives = false;
    int percent = 0;
    UnitStatus status;
    bool operator==(const MeasureUnit&) const = default;
};

// Items in their order; occurrences by their days, those of a period with a single span only when
// one is reported; the schools that the measure applies to, in the order of the plan;
// municipalities that have a report or could have one (named by another report or, in a plan of a
// region, by a school) in the order of their letters. O(size of the document).
[[nodiscard]] std::vector<MeasureUnit>
measure_units(const Document& document, const Measure& measure, const StatusSettings& settings);

// Whether the parts of the measure derive its state, as in MeasureStatus::derived().
[[nodiscard]] bool derives_state(const Document& document, const Measure& measure);

// Whether it has some, reported or not.
[[nodiscard]] bool has_occurrences(const Document& document, const Measure& measure);

} // namespace vekha
