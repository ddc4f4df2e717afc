#include "platform/touch_tracker.hpp"

#include "core/base/geometry.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <optional>

namespace vekha::platform {

namespace {

float distance(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

Point middle(Point a, Point b) {
    return {(a.x + b.x) / 2.0F, (a.y + b.y) / 2.0F};
}

// Fingers that nearly touch would make the factor jump.
constexpr float kLeastDistance = 20.0F;

} // namespace

TouchTracker::Finger* TouchTracker::find(std::int32_t id) {
    for (Finger& finger : m_fingers) {
        if (finger.is_down && finger.id == id) {
            return &finger;
        }
    }
    return nullptr;
}

void TouchTracker::finger_down(std::int32_t id, Point at) {
    if (find(id) != nullptr) {
        return;
    }
    for (Finger& finger : m_fingers) {
        if (finger.is_down) {
            continue;
        }
        finger = {.id = id, .start = at, .at = at, .is_down = true};
        break;
    }
    const bool both_down = m_fingers[0].is_down && m_fingers[1].is_down;
    if (!both_down) {
        m_mode = Mode::Undecided;
    } else if (m_mode != Mode::Dragging) {
        m_mode = Mode::Pinching;
    }
}

std::optional<TouchAction> TouchTracker::finger_moved(std::int32_t id, Point at) {
    Finger* finger = find(id);
    if (finger == nullptr) {
        return std::nullopt;
    }
    if (m_mode == Mode::Pinching) {
        const std::optional<TouchAction> action = pinch_step(*finger, at);
        finger->at = at;
        return action;
    }
    const bool is_first = m_mode == Mode::Undecided;
    if (is_first && distance(finger->start, at) < kTapSlop) {
        return std::nullopt;
    }
    const Point before = finger->at;
    finger->at = at;
    switch (m_mode) {
    case Mode::Undecided:
    case Mode::Scrolling:
        m_mode = Mode::Scrolling;
        return TouchAction{.kind = TouchAction::Kind::Scroll,
                           .at = at,
                           .dx = at.x - before.x,
                           .dy = at.y - before.y,
                           .is_first = is_first};
    case Mode::Dragging:
        // Only the finger that began the drag leads it.
        return finger == m_fingers.data()
                   ? std::optional(TouchAction{.kind = TouchAction::Kind::DragMove, .at = at})
                   : std::nullopt;
    case Mode::None:
    case Mode::Pinching:
    case Mode::Spent:
        break;
    }
    return std::nullopt;
}

std::optional<TouchAction> TouchTracker::pinch_step(const Finger& moved, Point to) {
    const Finger& other = &moved == m_fingers.data() ? m_fingers[1] : m_fingers[0];
    const float before = std::max(distance(moved.at, other.at), kLeastDistance);
    const float after = std::max(distance(to, other.at), kLeastDistance);
    const Point middle_before = middle(moved.at, other.at);
    const Point middle_after = middle(to, other.at);
    return TouchAction{.kind = TouchAction::Kind::Pinch,
                       .at = middle_after,
                       .dx = middle_after.x - middle_before.x,
                       .dy = middle_after.y - middle_before.y,
                       .factor = after / before};
}

std::optional<TouchAction> TouchTracker::finger_held(std::int32_t id) {
    const Finger* const finger = find(id);
    return finger != nullptr && m_mode == Mode::Undecided
               ? std::optional(TouchAction{.kind = TouchAction::Kind::LongPress, .at = finger->at})
               : std::nullopt;
}

std::optional<TouchAction> TouchTracker::finger_up(std::int32_t id, Point at) {
    Finger* finger = find(id);
    if (finger == nullptr) {
        return std::nullopt;
    }
    const bool leads = finger == m_fingers.data();
    finger->is_down = false;
    const bool any_left = m_fingers[0].is_down || m_fingers[1].is_down;
    std::optional<TouchAction> action;
    if (m_mode == Mode::Undecided) {
        action = TouchAction{.kind = TouchAction::Kind::Tap, .at = at};
    } else if (m_mode == Mode::Dragging && leads) {
        action = TouchAction{.kind = TouchAction::Kind::DragEnd, .at = at};
        m_mode = Mode::Spent;
    } else if (m_mode == Mode::Pinching) {
        // The finger that stays goes on scrolling from where it is; it is no tap any more.
        m_mode = Mode::Scrolling;
    }
    if (!any_left) {
        m_mode = Mode::None;
    }
    return action;
}

std::optional<TouchAction> TouchTracker::cancel() {
    std::optional<TouchAction> action;
    if (m_mode == Mode::Dragging) {
        action = TouchAction{.kind = TouchAction::Kind::DragEnd, .at = m_fingers[0].at};
    }
    m_fingers = {};
    m_mode = Mode::None;
    return action;
}

TouchAction TouchTracker::refuse_scroll() {
    // The scroll may have been made by the second place in the list; the drag's leader stands
    // first.
    if (!m_fingers[0].is_down) {
        std::swap(m_fingers[0], m_fingers[1]);
    }
    m_mode = Mode::Dragging;
    return {.kind = TouchAction::Kind::DragBegin, .at = m_fingers[0].start};
}

} // namespace vekha::platform
