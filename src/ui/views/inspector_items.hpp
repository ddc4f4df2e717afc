// What a measure is made of, in the inspector: its sub-items, its targets and the schools it is
// about. A press unfolds one of them into its form (ui/views/form_view.hpp).
#pragma once

#include "core/model/measure.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

namespace vekha::ui {

void item_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure);
// The days of its period, to be picked. False where they are only to be read: there are many, or
// the plan cannot be changed.
[[nodiscard]] bool days_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure);
void target_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure);
void school_forms(ViewFrame& frame, InspectorPen& pen, const Measure& measure);

} // namespace vekha::ui
