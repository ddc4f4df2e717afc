// Controls with which the report of one unit of work is changed: state, percent, done date, reason,
// note and links. Each part is drawn by itself, so that a unit shows what it has.
#pragma once

#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"

#include <string_view>

namespace vekha::ui {

struct Reported {
    const MeasureId& measure;
    const WorkUnit& unit;
    const ProgressReport& report;
    std::string_view path; // that the paths of its nodes begin with
    bool enabled = true;
    bool has_state = true; // else none of the states is chosen
};

void state_choice(ViewFrame& frame, InspectorPen& pen, const Reported& of);
void percent_control(ViewFrame& frame, InspectorPen& pen, const Reported& of);
// Where the state asks for them.
void done_date_field(ViewFrame& frame, InspectorPen& pen, const Reported& of);
void reason_field(ViewFrame& frame, InspectorPen& pen, const Reported& of);
// Can be written beside a state that cannot be set.
void note_fields(ViewFrame& frame, InspectorPen& pen, const Reported& of);

} // namespace vekha::ui
