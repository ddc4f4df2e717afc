// One measure changed, all others shared. For core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstdint>
#include <optional>
#include <utility>

namespace vekha {

// Changes a copy of the measure by `change(measure)`, which gives the problem when it is refused.
// UnknownMeasure.
template <class Change>
[[nodiscard]] Result<Document, EditProblem> with_measure(const Document& document,
                                                         const MeasureId& measure, Change change) {
    const std::uint32_t index = find_by_id(document.measures, measure);
    if (index == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    Measure after = document.measures[index];
    if (const std::optional<EditProblem> problem = change(after)) {
        return fail(*problem);
    }
    Document changed = document;
    changed.measures = with_changed(document.measures, index, std::move(after));
    return changed;
}

} // namespace vekha
