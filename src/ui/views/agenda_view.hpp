// «Мои строки» in the inspector: who that is, what is late, and what is due in the next weeks.
#pragma once

#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

namespace vekha::ui {

void agenda_facts(ViewFrame& frame, InspectorPen& pen);

} // namespace vekha::ui
