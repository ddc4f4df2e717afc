#include "core/scene/tap_aim.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <limits>

namespace vekha {
namespace {

bool is_pressed_by_tap(const SemanticNode& node) {
    switch (node.role) {
    case Role::Button:
    case Role::ToggleButton:
    case Role::Link:
    case Role::MenuItem:
    case Role::Radio:
    case Role::TextField:
    case Role::ColumnHeader:
        return !node.disabled && !node.rect.empty();
    default:
        return false;
    }
}

// With the room that a finger needs around a small one.
Rect reach_of(const Rect& rect) {
    const float across = std::max(0.0F, kFingerWidth - rect.width()) * 0.5F;
    const float down = std::max(0.0F, kFingerWidth - rect.height()) * 0.5F;
    return {rect.left - across, rect.top - down, rect.right + across, rect.bottom + down};
}

// Inside its edges, which belong to what lies beside it.
Point nearest_point(const Rect& rect, Point point) {
    const float inset = std::min({1.0F, rect.width() * 0.5F, rect.height() * 0.5F});
    return {std::clamp(point.x, rect.left + inset, rect.right - inset),
            std::clamp(point.y, rect.top + inset, rect.bottom - inset)};
}

} // namespace

Point aim_of_tap(const SemanticList& list, Point tap) {
    Point aim = tap;
    float least = std::numeric_limits<float>::max();
    for (const SemanticNode& node : list) {
        if (!is_pressed_by_tap(node)) {
            continue;
        }
        if (node.rect.contains(tap)) {
            return tap;
        }
        const Point near = nearest_point(node.rect, tap);
        const float dx = near.x - tap.x;
        const float dy = near.y - tap.y;
        const float distance = dx * dx + dy * dy;
        if (reach_of(node.rect).contains(tap) && distance < least) {
            least = distance;
            aim = near;
        }
    }
    return aim;
}

} // namespace vekha
