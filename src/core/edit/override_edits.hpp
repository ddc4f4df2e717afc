// Setting the state of a measure by hand, over the one that its parts derive (states.md, section
// 4); see core/edit/edits.hpp for what all edits share. And one door to the progress of any unit of
// work.
#pragma once

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/work_unit.hpp"

#include <string>

namespace vekha {

// Who sets it, and the day on which.
struct Signature {
    std::string by; // empty: nobody said
    Date day;
};

// Changes the override that holds, or adds one when a state is given. Of the change only state and
// reason count. Another state asks for a reason of its own, whatever the state: ReasonMissing.
// UnknownMeasure, and what the reason and the name are refused for.
[[nodiscard]] Result<Document, EditProblem> override_state(const Document& document,
                                                           const MeasureId& measure,
                                                           const ProgressChange& change,
                                                           const Signature& signature);

// The derived state holds again: all overrides of the measure's state that could hold go.
// UnknownMeasure.
[[nodiscard]] Result<Document, EditProblem> drop_override(const Document& document,
                                                          const MeasureId& measure);

// set_progress, and its like of core/edit/unit_edits.hpp, of whichever unit is meant.
[[nodiscard]] Result<Document, EditProblem>
set_unit_progress(const Document& document, const MeasureId& measure, const WorkUnit& unit,
                  const ProgressChange& change, Date as_of, const Signature& signature);

} // namespace vekha
