// The units of work of one kind below a measure: each can be ticked off where it stands, and opened
// for the rest of its report. A long list shows first what asks for attention.
#pragma once

#include "app/i18n.hpp"
#include "core/model/work_unit.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

#include <cstdint>

namespace vekha::ui {

// Nothing when the measure has no such units.
void unit_list(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure, UnitKind kind,
               app::TextKey title);

} // namespace vekha::ui
