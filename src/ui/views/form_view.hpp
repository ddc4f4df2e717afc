// The fields of a form (app/forms.hpp), one below the other, and what else can be done with its
// thing. A plan that cannot be changed shows them as texts.
#pragma once

#include "app/form_subject.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

namespace vekha::ui {

void form_view(ViewFrame& frame, InspectorPen& pen, const app::FormSubject& subject);
// The room that it takes; of forms of texts alone.
[[nodiscard]] float form_height(ViewFrame& frame, float width, const app::FormSubject& subject);
// Up, down, out of the list; of thresholds: back to the usual ones.
void thing_buttons(ViewFrame& frame, InspectorPen& pen, const app::FormSubject& subject);

} // namespace vekha::ui
