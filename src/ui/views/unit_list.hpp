// The units of work of one kind below a measure: each can be ticked off where it stands, and opened
// for the rest of its report. A long list shows first what asks for attention.
#pragma once

#include "app/i18n.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

#include <cstdint>
#include <string_view>

namespace vekha::ui {

// Nothing when the measure has no such units.
void unit_list(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure, UnitKind kind,
               app::TextKey title);

// The box in which one unit is ticked off.
struct UnitTick {
    const MeasureId& measure;
    const WorkUnit& unit;
    std::string_view name;
    bool done = false;
};
void unit_tick(ViewFrame& frame, const Rect& rect, const UnitTick& tick);
// Below its name the rest of its report.
void unit_report(ViewFrame& frame, InspectorPen& pen, const Measure& measure, const WorkUnit& unit);

} // namespace vekha::ui
