#include "ui/views/roadmap_view.hpp"

#include "app/actions.hpp"
#include "app/named_views.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/fold_letters.hpp"
#include "core/find/row_filter.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp" // IWYU pragma: keep, Fonts is the TextMeasurer here
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/roadmap_nodes.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <utility>

namespace vekha::ui {
namespace {

constexpr double kZoomPerWheelPixel = 0.0022;
constexpr double kZoomPerDragPixel = 0.01;
constexpr std::uint8_t kLightAlpha = 28;
constexpr float kDropLine = 3.0F;

void set_cursor(Cursor cursor) {
    switch (cursor) {
    case Cursor::Arrow:
        break;
    case Cursor::Hand:
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        break;
    case Cursor::ResizeColumns:
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeEW);
        break;
    case Cursor::Grab:
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        break;
    case Cursor::Text:
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
        break;
    }
}

// A field lies over a cell: nothing is said beside it.
bool is_writing(const app::Session& session) {
    return session.field && !session.field->waits && !session.field->measure.empty();
}

} // namespace

void RoadmapView::note_press() {
    const int now = ImGui::GetFrameCount();
    if (now == m_pressed_in_frame || !ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        return;
    }
    m_pressed_in_frame = now;
    m_pressed_row = 0;
    const Point at = from_im(ImGui::GetIO().MousePos);
    for (const SemanticNode& node : m_scene.semantics()) {
        const bool is_row = node.role == Role::Row && node.row_index > 1;
        if (is_row && node.rect.top <= at.y && at.y < node.rect.bottom) {
            m_pressed_row = node.key;
        }
    }
}

// The row that was pressed, though it may stand elsewhere by now; the one that is `here` when the
// pointer came without a press that was seen.
app::Selection RoadmapView::pressed_row(ViewFrame& frame, const Owner& here) const {
    app::Selection row = row_of(frame, here);
    if (m_pressed_row == 0 || app::row_key(row) == m_pressed_row) {
        return row;
    }
    for (const Row& each : frame.derived.rows(frame.state, density_for(m_area)).rows) {
        row = row_of(frame, each.owner());
        if (app::row_key(row) == m_pressed_row) {
            return row;
        }
    }
    return {};
}

const RoadmapFrame& RoadmapView::lay_out(ViewFrame& frame, const Rect& area) {
    note_press();
    m_area = area;
    m_gutter = {std::max(area.left, area.right - metrics::kScrollbarWidth), area.top, area.right,
                area.bottom};
    m_scene.clear();
    const FoundMeasures* const found = frame.derived.found(frame.state);
    const SavedView* const view = app::shown_view(frame.state);
    const RoadmapInput input{.document = &frame.plan().document,
                             .status = &frame.derived.status(frame.state),
                             .rows = &frame.derived.rows(frame.state, density_for(area)),
                             .groups = &frame.derived.groups(frame.state),
                             .view = &frame.state.view.roadmap,
                             .words = &frame.derived.words(frame.ui.texts()),
                             .measurer = &frame.ui.fonts(),
                             .area = {area.left, area.top, m_gutter.left, area.bottom},
                             .as_of = app::as_of_date(frame.state),
                             .today = frame.state.session.today,
                             .hovered = frame.state.session.hovered,
                             .selected = frame.derived.selected(frame.state),
                             .picked = frame.state.session.picked.bytes(),
                             .focused = frame.ui.focused(),
                             .search = found == nullptr ? std::span<const SearchWord>()
                                                        : std::span<const SearchWord>(found->words),
                             .filtered = found != nullptr,
                             .view_name = view == nullptr ? std::string_view() : view->name,
                             .editable = !app::is_read_only(frame.state),
                             .moving = moving_period(frame)};
    m_frame = m_layout.layout(input, m_scene);
    return m_frame;
}

void RoadmapView::draw(ViewFrame& frame) {
    paint_scene(m_scene, frame.ui.theme(), frame.ui.fonts(), *ImGui::GetWindowDrawList());
    frame.ui.semantics().append(m_scene.semantics(), frame.ui.parent());
    answer_twin(frame);
    draw_gutter(frame);
    follow_pointer(frame);
    place_cell_field(frame);
}

void RoadmapView::follow_pointer(ViewFrame& frame) {
    const Rect& area = m_area;
    if (area.empty()) {
        return;
    }
    ImGui::SetCursorScreenPos(top_left(area));
    ImGui::InvisibleButton("roadmap", {area.width(), area.height()});
    const Point at = from_im(ImGui::GetIO().MousePos);
    const bool hovered = ImGui::IsItemHovered();
    const HitZone* zone = hovered ? m_scene.zone_at(at) : nullptr;
    const std::optional<Owner> owner =
        zone != nullptr && is_row_owner(zone->owner) ? std::optional(zone->owner) : std::nullopt;
    const app::Session& session = frame.state.session;
    if (!m_drag && !session.is_scrolling && owner != session.hovered) {
        frame.actions.push(app::act::Hover{owner});
    }
    if (ImGui::IsItemActivated() && zone != nullptr) {
        press(frame, *zone, at);
    }
    if (m_drag && ImGui::IsItemActive()) {
        drag(frame, at);
        show_drop(frame);
    }
    if (m_drag && ImGui::IsItemDeactivated()) {
        release(frame);
    }
    if (zone == nullptr) {
        return;
    }
    set_cursor(m_drag && m_drag->moved ? Cursor::Grab : zone->cursor);
    if (hovered && ImGui::IsMouseDoubleClicked(ImGuiMouseButton_Left)) {
        double_click(frame, *zone, at);
    }
    if (hovered && ImGui::IsMouseClicked(ImGuiMouseButton_Right) && !m_drag) {
        open_menu(frame, *zone, at);
    }
    if (!m_drag) {
        light_up(frame, *zone);
        if (!session.is_scrolling && !is_writing(session)) {
            show_tooltip(frame, *zone, at);
        }
    }
}

// Of the row that is pointed at, which is chosen with that; else of the table or of the time.
void RoadmapView::open_menu(ViewFrame& frame, const HitZone& zone, Point at) const {
    app::CommandMenu menu{m_frame.time.contains(at) || m_frame.header.contains(at)
                              ? app::MenuOf::Time
                              : app::MenuOf::Table,
                          at};
    if (is_row_owner(zone.owner) && !m_frame.header.contains(at) &&
        !m_frame.table_header.contains(at)) {
        const bool measure = zone.owner.kind == OwnerKind::Measure;
        const app::Session& session = frame.state.session;
        const bool picked = session.picking || (measure && session.picked.has(zone.owner.index));
        menu.of = picked    ? app::MenuOf::Picked
                  : measure ? app::MenuOf::Measure
                            : app::MenuOf::Heading;
        const app::Selection row = row_of(frame, zone.owner);
        frame.actions.push(picked ? app::Action(app::act::Select{row})
                                  : app::Action(app::act::Pick{row}));
    }
    frame.actions.push(app::act::OpenMenu{menu});
}

// What can be pressed in the head of the table answers the pointer.
void RoadmapView::light_up(const ViewFrame& frame, const HitZone& zone) {
    if (zone.kind == ZoneKind::Choice || zone.kind == ZoneKind::ColumnName) {
        ImGui::GetWindowDrawList()->AddRectFilled(top_left(zone.rect), bottom_right(zone.rect),
                                                  frame.ui.color(ColorRole::Accent, kLightAlpha),
                                                  metrics::kRadius);
    }
}

void RoadmapView::press(ViewFrame& frame, const HitZone& zone, Point at) {
    m_pressed_before = std::exchange(m_pressed, zone.owner);
    Drag started{.kind = zone.kind, .owner = zone.owner, .start = at, .last = at};
    if (zone.kind == ZoneKind::ColumnEdge) {
        started.start_value = m_frame.column_widths[zone.owner.index];
    } else if (zone.kind == ZoneKind::SplitEdge) {
        started.start_value = m_frame.table.width();
    } else if (zone.kind == ZoneKind::Row || zone.kind == ZoneKind::Bar ||
               zone.kind == ZoneKind::BarStart || zone.kind == ZoneKind::BarEnd ||
               zone.kind == ZoneKind::StateSign || zone.kind == ZoneKind::Approved) {
        // A press on the time line may become a drag of the picture, one on the table a box around
        // rows.
        if (m_frame.time.contains(at)) {
            started.kind = ZoneKind::TimeArea;
            take_hold(frame, zone, started);
        } else if (holds_row(frame, zone.owner, at)) {
            hold_row(frame, started);
        } else {
            begin_box(frame, started);
        }
    }
    m_drag = started;
}

void RoadmapView::drag(ViewFrame& frame, Point at) {
    assert(m_drag.has_value());
    Drag& running = *m_drag;
    if (running.picks) {
        drag_box(frame, running, at);
        return;
    }
    if (!running.row.empty()) {
        if (!drag_rows(frame, running, at)) {
            m_drag.reset();
        }
        return;
    }
    if (!running.moved &&
        std::hypot(at.x - running.start.x, at.y - running.start.y) < drag_threshold(running)) {
        return;
    }
    if (!running.moved && running.kind == ZoneKind::ColumnEdge) {
        keep_widths(frame);
    }
    if (!running.moved && !running.measure.empty() && !means_period(running, at)) {
        running.measure = {};
        running.kind = ZoneKind::TimeArea;
    }
    running.moved = true;
    if (!running.measure.empty()) {
        if (!drag_period(frame, running, at)) {
            m_drag.reset();
        }
        return;
    }
    if (running.last == at) {
        return; // held still, or the same animation frame once more
    }
    const float dx = at.x - running.last.x;
    const float dy = at.y - running.last.y;
    running.last = at;
    switch (running.kind) {
    case ZoneKind::ColumnEdge:
        frame.actions.push(app::act::SetColumnWidth{static_cast<Column>(running.owner.index),
                                                    running.start_value + at.x - running.start.x});
        break;
    case ZoneKind::SplitEdge:
        frame.actions.push(app::act::SetSplit{running.start_value + at.x - running.start.x});
        break;
    case ZoneKind::TimeHeader:
        frame.actions.push(app::act::PanTime{dx});
        frame.actions.push(
            app::act::Zoom{std::exp(-static_cast<double>(dy) * kZoomPerDragPixel), time_x(at.x)});
        break;
    case ZoneKind::TimeArea:
        frame.actions.push(app::act::PanTime{dx});
        frame.actions.push(app::act::ScrollBy{-dy});
        break;
    default:
        break;
    }
}

// Where a column would come to stand that is let go at x: the place among all columns, and the x of
// its new left edge or right edge, whichever shows.
RoadmapView::Drop RoadmapView::drop_at(const ViewFrame& frame, Column column, float x) const {
    const ColumnLayout& columns = frame.state.view.roadmap.columns;
    Drop drop{.place = 0, .x = m_frame.table.left};
    float left = m_frame.table.left - frame.state.view.roadmap.table_scroll_x;
    const std::size_t from = columns.place_of(column);
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const float width = m_frame.column_widths[static_cast<std::size_t>(columns.order[i])];
        if (width > 0.0F && x >= left) {
            drop = {.place = i, .x = i > from ? left + width : left};
        }
        left += width;
    }
    return drop;
}

// A line where the column or the rows that are dragged would come to stand.
void RoadmapView::show_drop(ViewFrame& frame) const {
    if (!m_drag || !m_drag->moved) {
        return;
    }
    Rect line;
    if (!m_drag->row.empty()) {
        const RoadmapRows& rows = frame.derived.rows(frame.state, density_for(m_area));
        const std::size_t above = rows_above(frame, m_drag->last);
        const float y =
            m_frame.table.top - frame.state.view.roadmap.scroll_y +
            (above == 0 ? 0.0F : rows.rows[above - 1].top + rows.rows[above - 1].height);
        line = {m_frame.table.left, y - kDropLine * 0.5F, m_frame.table.right,
                y + kDropLine * 0.5F};
    } else if (m_drag->kind == ZoneKind::ColumnName) {
        const auto column = static_cast<Column>(m_drag->owner.index);
        const float x = drop_at(frame, column, m_drag->last.x).x;
        line = {x - kDropLine * 0.5F, m_frame.table_header.top, x + kDropLine * 0.5F,
                m_frame.table_header.bottom};
    } else {
        return;
    }
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(line), bottom_right(line),
                                              frame.ui.color(ColorRole::Accent));
}

// From the first width that is set by hand on all stay as they are seen.
void RoadmapView::keep_widths(ViewFrame& frame) const {
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        if (m_frame.column_widths[i] > 0.0F) {
            frame.actions.push(
                app::act::SetColumnWidth{static_cast<Column>(i), m_frame.column_widths[i]});
        }
    }
}

void RoadmapView::release(ViewFrame& frame) {
    assert(m_drag.has_value());
    const Drag ended = *m_drag;
    m_drag.reset();
    if (ended.moved) {
        if (ended.picks) {
            frame.actions.push(app::act::PickBox{ended.start_value, height_of(frame, ended.last),
                                                 app::act::BoxPart::End});
        } else if (!ended.row.empty()) {
            frame.actions.push(app::act::PlaceRows{ended.row, rows_above(frame, ended.last)});
        } else if (!ended.measure.empty()) {
            frame.actions.push(app::act::KeepPeriod{});
        } else if (ended.kind == ZoneKind::ColumnName) {
            const auto column = static_cast<Column>(ended.owner.index);
            frame.actions.push(
                app::act::PlaceColumn{column, drop_at(frame, column, ended.last.x).place});
        }
        return;
    }
    const HitZone* zone = m_scene.zone_at(ended.start);
    if (zone == nullptr) {
        return;
    }
    switch (zone->kind) {
    case ZoneKind::Disclosure:
        toggle_fold(frame, zone->owner);
        break;
    case ZoneKind::ColumnName:
        frame.actions.push(app::act::SortByColumn{static_cast<Column>(zone->owner.index)});
        break;
    case ZoneKind::Choice:
        ask_choice(frame, zone->owner);
        break;
    case ZoneKind::ReviewSign:
        show_reading(frame, zone->owner);
        break;
    case ZoneKind::BarPointer:
        go_beyond(frame, zone->owner, zone->rect);
        break;
    default:
        if (is_row_owner(zone->owner)) {
            const app::Selection row = pressed_row(frame, zone->owner);
            const app::act::PickBy by = pick_by();
            const bool plain = by == app::act::PickBy::Press && !frame.state.session.picking;
            if (!plain || !(row == frame.state.session.selection) ||
                !ask_occurrence(frame, *zone, ended.start.x)) {
                frame.actions.push(
                    app::act::Pick{row, by, cell_at(frame, zone->owner, ended.start)});
            }
        } else if (zone->kind == ZoneKind::TimeArea) {
            frame.actions.push(app::act::Select{});
        }
        break;
    }
}

void RoadmapView::double_click(ViewFrame& frame, const HitZone& zone, Point at) {
    const bool picks = pick_by() != app::act::PickBy::Press || frame.state.session.picking;
    // The first of the two may have been on what stood here before: a card of the start page.
    const bool is_its_second = m_pressed_before == zone.owner;
    if (zone.kind == ZoneKind::Disclosure || !is_row_owner(zone.owner) || picks || !is_its_second) {
        return;
    }
    m_drag.reset(); // the press is used up: letting go selects nothing anew
    if (is_heading(zone.owner)) {
        toggle_fold(frame, zone.owner);
    } else if (const std::optional<Column> column = cell_at(frame, zone.owner, at)) {
        // The row may have been left again since it was chosen by the first press.
        select(frame, zone.owner);
        frame.actions.push(app::act::EditCell{column});
    } else {
        frame.actions.push(app::act::ShowInspector{true});
    }
}

bool RoadmapView::handle(const app::WheelTurned& wheel, app::ActionQueue& actions) const {
    if (!m_area.contains(wheel.at)) {
        return false;
    }
    if (wheel.ctrl) {
        const double factor = std::exp(-static_cast<double>(wheel.dy) * kZoomPerWheelPixel);
        actions.push(app::act::Zoom{factor, time_x(std::max(wheel.at.x, m_frame.time.left))});
        return true;
    }
    const bool sideways = wheel.shift || std::abs(wheel.dx) > std::abs(wheel.dy);
    if (!sideways) {
        actions.push(app::act::ScrollBy{wheel.dy});
        return true;
    }
    const float dx = std::abs(wheel.dx) > std::abs(wheel.dy) ? wheel.dx : wheel.dy;
    if (wheel.at.x < m_frame.time.left) {
        actions.push(app::act::ScrollTable{dx});
    } else {
        actions.push(app::act::PanTime{-dx});
    }
    return true;
}

bool RoadmapView::handle(const app::Pinched& pinch, app::ActionQueue& actions) const {
    if (!m_area.contains(pinch.at)) {
        return false;
    }
    actions.push(app::act::Zoom{static_cast<double>(pinch.factor),
                                time_x(std::max(pinch.at.x, m_frame.time.left))});
    actions.push(app::act::PanTime{pinch.dx});
    actions.push(app::act::ScrollBy{-pinch.dy});
    return true;
}

bool RoadmapView::handle(const app::TouchScrolled& touch, app::ActionQueue& actions) const {
    if (!m_area.contains(touch.at)) {
        return false;
    }
    if (touch.at.x < m_frame.time.left) {
        actions.push(app::act::ScrollTable{-touch.dx});
    } else {
        actions.push(app::act::PanTime{touch.dx});
    }
    actions.push(app::act::ScrollBy{-touch.dy});
    return true;
}

} // namespace vekha::ui
