#include "ui/views/minimap_view.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/minimap.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/time_scale.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

namespace vekha::ui {
namespace {

constexpr float kInset = 4.0F;
constexpr float kLeastInSight = 8.0F; // so that it can be seen and taken hold of
constexpr float kFrame = 1.5F;
constexpr std::uint8_t kInSightAlpha = 40;

// Not smaller than can be pressed, and inside the picture.
Rect enlarged(const Rect& rect, const Rect& picture) {
    const float width = std::clamp(rect.width(), kLeastInSight, picture.width());
    const float height = std::clamp(rect.height(), kLeastInSight, picture.height());
    const float left =
        std::clamp(rect.center().x - width * 0.5F, picture.left, picture.right - width);
    const float top =
        std::clamp(rect.center().y - height * 0.5F, picture.top, picture.bottom - height);
    return {left, top, left + width, top + height};
}

// Below the table: how many measures have no date, and the way to them.
void tray_button(ViewFrame& frame, const Rect& place) {
    const std::size_t count = frame.derived.filter_counts(frame.state).without_dates;
    if (count == 0) {
        return;
    }
    UiContext& ui = frame.ui;
    const bool is_open = frame.state.session.tray_open;
    const std::string words = ui.texts().format(
        "tray.open"_key, {{"count", ui.texts().number(static_cast<std::int64_t>(count))}});
    const ButtonSpec spec{.path = "tray/open",
                          .label = words,
                          .description = is_open ? std::string_view() : frame.text("tray.hint"_key),
                          .look = ButtonLook::Quiet,
                          .pressed = is_open};
    const float width = std::min(button_width(ui, spec), place.width() - metrics::kGap);
    const float top = place.center().y - metrics::kButtonHeight * 0.5F;
    const Rect rect{place.left + kInset, top, place.left + kInset + width,
                    top + metrics::kButtonHeight};
    if (width > 0.0F && button(ui, rect, spec)) {
        frame.actions.push(app::act::ShowTray{!is_open});
    }
}

} // namespace

void MinimapView::draw(ViewFrame& frame, const Rect& strip, const RoadmapFrame& roadmap) {
    if (strip.empty() || roadmap.time.empty()) {
        return;
    }
    UiContext& ui = frame.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    list.AddRectFilled(top_left(strip), bottom_right(strip), ui.color(ColorRole::SurfaceRaised));
    list.AddLine(top_left(strip), {strip.right, strip.top}, ui.color(ColorRole::LineStrong));
    tray_button(frame, {strip.left, strip.top, roadmap.time.left, strip.bottom});

    const Rect picture{roadmap.time.left, strip.top + kInset,
                       strip.right - metrics::kScrollbarWidth, strip.bottom - kInset};
    refresh(frame, {picture.width(), picture.height()});
    const TimeScale& scale = frame.state.view.roadmap.scale;
    const Rect seen =
        m_minimap.place_of(scale.day_at_left(), scale.day_from_x(roadmap.time.width()),
                           frame.state.view.roadmap.scroll_y, roadmap.table.height());
    const Rect in_sight = enlarged({picture.left + seen.left, picture.top + seen.top,
                                    picture.left + seen.right, picture.top + seen.bottom},
                                   picture);
    paint(frame, picture, in_sight);
    ui.add_node(semantic_key("minimap"), Role::Image, frame.text("minimap.name"_key), picture)
        .description = days_in_sight(frame);
    follow_pointer(frame, picture, in_sight, roadmap);
}

void MinimapView::refresh(ViewFrame& frame, Size size) {
    const RoadmapRows& rows = frame.derived.rows(frame.state, frame.state.session.density);
    const std::size_t version = frame.derived.rows_version();
    if (m_version != version || !(m_minimap.size == size)) {
        m_minimap = make_minimap(frame.plan().document, frame.derived.status(frame.state),
                                 frame.derived.groups(frame.state), rows,
                                 frame.derived.extent(frame.state), size);
        m_version = version;
    }
}

void MinimapView::paint(ViewFrame& frame, const Rect& picture, const Rect& in_sight) const {
    const UiContext& ui = frame.ui;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    for (const MinimapRun& run : m_minimap.runs) {
        list.AddRectFilled({picture.left + run.rect.left, picture.top + run.rect.top},
                           {picture.left + run.rect.right, picture.top + run.rect.bottom},
                           ui.color(run.color));
    }
    const float as_of = picture.left + m_minimap.scale.x_after_date(app::as_of_date(frame.state));
    list.AddLine({as_of, picture.top}, {as_of, picture.bottom}, ui.color(ColorRole::AsOfLine),
                 kFrame);
    list.AddRectFilled(top_left(in_sight), bottom_right(in_sight),
                       ui.color(ColorRole::Accent, kInSightAlpha), kInset);
    list.AddRect(top_left(in_sight), bottom_right(in_sight), ui.color(ColorRole::Accent), kInset,
                 ImDrawFlags_None, kFrame);
}

// A press beside the part in sight brings its middle there; from then on it follows.
void MinimapView::follow_pointer(ViewFrame& frame, const Rect& picture, const Rect& in_sight,
                                 const RoadmapFrame& roadmap) {
    ImGui::SetCursorScreenPos(top_left(picture));
    ImGui::InvisibleButton("minimap", {picture.width(), picture.height()});
    const Point at = from_im(ImGui::GetIO().MousePos);
    if (ImGui::IsItemHovered()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (ImGui::IsItemActivated()) {
        m_grab = in_sight.contains(at)
                     ? Point{at.x - in_sight.center().x, at.y - in_sight.center().y}
                     : Point{};
    }
    const ImVec2 moved = ImGui::GetIO().MouseDelta;
    const bool moves = ImGui::IsItemActivated() || moved.x != 0.0F || moved.y != 0.0F;
    if (!ImGui::IsItemActive() || !moves) {
        return;
    }
    const TimeScale& scale = frame.state.view.roadmap.scale;
    const double middle = scale.day_from_x(roadmap.time.width() * 0.5F);
    const double wanted = m_minimap.day_at(at.x - m_grab.x - picture.left);
    const float row_y = m_minimap.row_y_at(at.y - m_grab.y - picture.top);
    frame.actions.push(
        app::act::PanTime{static_cast<float>((middle - wanted) * scale.px_per_day())});
    frame.actions.push(app::act::ScrollTo{row_y - roadmap.table.height() * 0.5F});
}

} // namespace vekha::ui
