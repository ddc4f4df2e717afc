// The state marks as drawn shapes: each differs from the others by its outline or its inside,
// not only by colour, so that they can be told apart in grey.
#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/scene/scene.hpp"
#include "ui/draw.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <numbers>

namespace vekha::ui {
namespace {

constexpr float kPi = std::numbers::pi_v<float>;
constexpr int kCircleSegments = 24;
constexpr float kCorner = 0.45F; // of the mark
constexpr float kCornerGap = 3.0F;
constexpr float kCornerOut = 2.0F;

// One mark: centre, radius, and the two colours it is made of.
struct MarkBrush {
    ImDrawList& list;
    ImVec2 center;
    float radius = 0.0F;
    ImU32 ink = 0;
    ImU32 paper = 0;

    [[nodiscard]] float stroke() const { return std::max(1.4F, radius * 0.22F); }
    [[nodiscard]] ImVec2 at(float x, float y) const {
        return {center.x + x * radius, center.y + y * radius};
    }
    void ring() const {
        list.AddCircle(center, radius - stroke() * 0.5F, ink, kCircleSegments, stroke());
    }
    void disc() const { list.AddCircleFilled(center, radius, ink, kCircleSegments); }
    void line(ImVec2 from, ImVec2 to, ImU32 color) const {
        list.AddLine(from, to, color, stroke());
    }
};

void paint_in_progress(const MarkBrush& b) {
    b.ring();
    b.list.PathArcTo(b.center, b.radius - b.stroke() * 0.5F, kPi * 0.5F, kPi * 1.5F,
                     kCircleSegments / 2);
    b.list.PathFillConvex(b.ink);
}

void paint_done(const MarkBrush& b) {
    b.disc();
    const std::array<ImVec2, 3> check{b.at(-0.45F, 0.02F), b.at(-0.1F, 0.38F), b.at(0.5F, -0.34F)};
    b.list.AddPolyline(check.data(), static_cast<int>(check.size()), b.paper, ImDrawFlags_None,
                       b.stroke() * 1.15F);
}

void paint_late(const MarkBrush& b) {
    b.list.AddTriangleFilled(b.at(0.0F, -1.05F), b.at(1.08F, 0.88F), b.at(-1.08F, 0.88F), b.ink);
    b.line(b.at(0.0F, -0.42F), b.at(0.0F, 0.28F), b.paper);
    b.list.AddCircleFilled(b.at(0.0F, 0.58F), b.stroke() * 0.6F, b.paper, kCircleSegments / 2);
}

void paint_due_soon(const MarkBrush& b) {
    b.ring();
    const std::array<ImVec2, 3> hands{b.at(0.0F, -0.52F), b.at(0.0F, 0.05F), b.at(0.42F, 0.28F)};
    b.list.AddPolyline(hands.data(), static_cast<int>(hands.size()), b.ink, ImDrawFlags_None,
                       b.stroke());
}

void paint_not_done(const MarkBrush& b) {
    b.list.AddRectFilled(b.at(-0.92F, -0.92F), b.at(0.92F, 0.92F), b.ink, b.radius * 0.25F);
    b.line(b.at(-0.42F, -0.42F), b.at(0.42F, 0.42F), b.paper);
    b.line(b.at(-0.42F, 0.42F), b.at(0.42F, -0.42F), b.paper);
}

void paint_moved(const MarkBrush& b) {
    b.list.AddRect(b.at(-0.92F, -0.92F), b.at(0.92F, 0.92F), b.ink, b.radius * 0.25F,
                   ImDrawFlags_None, b.stroke());
    b.line(b.at(-0.5F, 0.0F), b.at(0.45F, 0.0F), b.ink);
    const std::array<ImVec2, 3> head{b.at(0.08F, -0.4F), b.at(0.48F, 0.0F), b.at(0.08F, 0.4F)};
    b.list.AddPolyline(head.data(), static_cast<int>(head.size()), b.ink, ImDrawFlags_None,
                       b.stroke());
}

void paint_cancelled(const MarkBrush& b) {
    b.ring();
    b.line(b.at(-0.45F, 0.0F), b.at(0.45F, 0.0F), b.ink);
}

} // namespace

void paint_state_mark(ImDrawList& list, StateMark mark, const Rect& rect, ColorRole color,
                      const Theme& theme) {
    const MarkBrush brush{list, to_im(rect.center()),
                          std::min(rect.width(), rect.height()) * 0.5F - 0.5F, to_im(theme[color]),
                          to_im(theme[ColorRole::Surface])};
    switch (mark) {
    case StateMark::NotStarted:
        brush.ring();
        break;
    case StateMark::Running:
        brush.ring();
        list.AddCircleFilled(brush.center, brush.radius * 0.36F, brush.ink, kCircleSegments / 2);
        break;
    case StateMark::InProgress:
        paint_in_progress(brush);
        break;
    case StateMark::Done:
        paint_done(brush);
        break;
    case StateMark::Late:
        paint_late(brush);
        break;
    case StateMark::DueSoon:
        paint_due_soon(brush);
        break;
    case StateMark::NotDone:
        paint_not_done(brush);
        break;
    case StateMark::Moved:
        paint_moved(brush);
        break;
    case StateMark::Cancelled:
        paint_cancelled(brush);
        break;
    }
}

void paint_by_hand(ImDrawList& list, const Rect& rect, const Theme& theme) {
    const float side = rect.width() * kCorner;
    const float gap = side + kCornerGap;
    const auto corner = [&](float size, ColorRole color) {
        list.AddTriangleFilled({rect.right + kCornerOut - size, rect.top - kCornerOut},
                               {rect.right + kCornerOut, rect.top - kCornerOut},
                               {rect.right + kCornerOut, rect.top - kCornerOut + size},
                               to_im(theme[color]));
    };
    corner(gap, ColorRole::Surface);
    corner(side, ColorRole::Review);
}

void paint_state(ImDrawList& list, const StateLook& look, const Rect& rect, const Theme& theme) {
    paint_state_mark(list, look.mark, rect, look.deep, theme);
    if (look.by_hand) {
        paint_by_hand(list, rect, theme);
    }
}

} // namespace vekha::ui
