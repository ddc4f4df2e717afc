// How the pointer picks several rows: keys that are held, and a box that is drawn over the table;
// and how it moves them.
#include "app/actions.hpp"
#include "app/measure_editor.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "ui/views/roadmap_nodes.hpp"
#include "ui/views/roadmap_view.hpp"
#include "ui/views/view_frame.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <optional>

namespace vekha::ui {
namespace {

constexpr float kBoxThreshold = 12.0F;     // farther than a hand trembles
constexpr float kEdge = 28.0F;             // of the table, where it scrolls
constexpr float kScrollsPerSecond = 14.0F; // by what the pointer is beyond the edge

} // namespace

app::act::PickBy pick_by() {
    const ImGuiIO& io = ImGui::GetIO();
    return io.KeyShift  ? app::act::PickBy::Extend
           : io.KeyCtrl ? app::act::PickBy::Toggle
                        : app::act::PickBy::Press;
}

std::optional<Owner> RoadmapView::measure_at(Point at) const {
    const HitZone* const zone = m_area.contains(at) ? m_scene.zone_at(at) : nullptr;
    const bool is_measure = zone != nullptr && zone->owner.kind == OwnerKind::Measure;
    return is_measure ? std::optional(zone->owner) : std::nullopt;
}

// From the top of the first row; what is outside the table counts as its nearest row.
float RoadmapView::height_of(const ViewFrame& frame, Point at) const {
    return std::clamp(at.y, m_frame.table.top, m_frame.table.bottom - 1.0F) - m_frame.table.top +
           frame.state.view.roadmap.scroll_y;
}

void RoadmapView::begin_box(ViewFrame& frame, Drag& started) const {
    const RoadmapRows& rows = frame.derived.rows(frame.state, density_for(m_area));
    if (const std::optional<std::size_t> row = rows.row_of(started.owner)) {
        started.kind = ZoneKind::Row;
        started.picks = true;
        started.start_value = rows.rows[*row].top + rows.rows[*row].height / 2.0F;
    }
}

bool RoadmapView::scroll_at_edge(ViewFrame& frame, Point at) const {
    const float scroll = frame.state.view.roadmap.scroll_y;
    const float above = std::min(0.0F, at.y - m_frame.table.top - kEdge);
    const float below = std::max(0.0F, at.y - m_frame.table.bottom + kEdge);
    const bool scrolls =
        above < 0.0F ? scroll > 0.0F : below > 0.0F && scroll < m_frame.max_scroll_y;
    if (scrolls) {
        frame.actions.push(
            app::act::ScrollBy{(above + below) * kScrollsPerSecond * ImGui::GetIO().DeltaTime});
    }
    return scrolls;
}

// The rows between where it began and where the pointer is; at the edges the table scrolls.
void RoadmapView::drag_box(ViewFrame& frame, Drag& running, Point at) const {
    using app::act::BoxPart;
    const bool begins = !running.moved;
    if (begins && std::abs(at.y - running.start.y) < kBoxThreshold) {
        return;
    }
    running.moved = true;
    const bool scrolls = scroll_at_edge(frame, at);
    if (begins || scrolls || running.last != at) {
        running.last = at;
        frame.actions.push(app::act::PickBox{running.start_value, height_of(frame, at),
                                             begins ? BoxPart::Begin : BoxPart::Go,
                                             pick_by() == app::act::PickBy::Toggle});
    }
}

// By its number, and by any of its cells where it is picked; where rows stand as in the file.
bool RoadmapView::holds_row(ViewFrame& frame, const Owner& owner, Point at) const {
    const app::AppState& state = frame.state;
    if (owner.kind != OwnerKind::Measure || pick_by() != app::act::PickBy::Press ||
        app::is_read_only(state) || !app::rows_stand_as_in_file(state.view.roadmap)) {
        return false;
    }
    return state.session.picked.has(owner.index) ||
           (!state.session.picking && cell_at(frame, owner, at) == Column::Number);
}

void RoadmapView::hold_row(const ViewFrame& frame, Drag& started) const {
    started.kind = ZoneKind::Row;
    started.row = frame.plan().document.measures[started.owner.index].id;
    started.opening = frame.plan().opening;
}

// False when the pointer holds nothing any more: by Escape, or because the row is gone.
bool RoadmapView::drag_rows(ViewFrame& frame, Drag& running, Point at) const {
    if (frame.plan().opening != running.opening ||
        app::find_measure(frame.state, running.row) == nullptr ||
        frame.derived.rows(frame.state, density_for(m_area)).rows.empty() ||
        (running.shows_period && frame.state.session.held_row != running.row)) {
        frame.actions.push(app::act::HoldRows{});
        return false;
    }
    if (!running.moved && std::abs(at.y - running.start.y) < kBoxThreshold) {
        return true;
    }
    if (!running.moved) {
        frame.actions.push(app::act::HoldRows{running.row});
    }
    running.shows_period = running.moved;
    running.moved = true;
    running.last = at;
    static_cast<void>(scroll_at_edge(frame, at));
    return true;
}

std::size_t RoadmapView::rows_above(ViewFrame& frame, Point at) const {
    const RoadmapRows& rows = frame.derived.rows(frame.state, density_for(m_area));
    const float y = height_of(frame, at);
    const std::size_t row = rows.row_at(y);
    const bool below_middle =
        row < rows.rows.size() && y >= rows.rows[row].top + rows.rows[row].height / 2.0F;
    return std::min(row + (below_middle ? 1 : 0), rows.rows.size());
}

} // namespace vekha::ui
