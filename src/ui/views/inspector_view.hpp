// The inspector: everything the file says about what is selected, and the one place where progress
// is changed in words: state, percent, done date, reason, note. inspector_view.cpp draws the frame
// and the progress part, inspector_facts.cpp the rest.
#pragma once

#include "core/base/geometry.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_status.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

#include <cstddef>

namespace vekha::ui {

// `scroll` is the offset of the content, clamped here.
void inspector_view(ViewFrame& frame, const Rect& rect, float& scroll);

// Why a person has to look at the period, and that it is right as it is; nothing without review.
void review_facts(ViewFrame& frame, InspectorPen& pen, const Period& period);
// What a measure says besides its name and its progress.
void measure_facts(ViewFrame& frame, InspectorPen& pen, const Measure& measure,
                   const MeasureStatus& status);
void section_facts(ViewFrame& frame, InspectorPen& pen, std::size_t section_index);
void row_group_facts(ViewFrame& frame, InspectorPen& pen, std::size_t group_index);
void plan_facts(ViewFrame& frame, InspectorPen& pen);

} // namespace vekha::ui
