// TouchTracker: what fingers on the screen mean. One finger: a tap (short way) or a scroll; two
// fingers: a pinch. A scroll that nobody takes (the app says so, for example above a splitter or a
// slider) becomes a drag with the pressed button instead. A finger that rests where it came down is
// a long press; where nobody takes that, it is still a tap. Pure: points in, actions out, in layout
// pixels; it knows no browser, no clock and no Dear ImGui. A third finger is ignored.
#pragma once

#include "core/base/geometry.hpp"

#include <array>
#include <cstdint>
#include <optional>

namespace vekha::platform {

struct TouchAction {
    enum class Kind : std::uint8_t { Tap, LongPress, Scroll, Pinch, DragBegin, DragMove, DragEnd };
    Kind kind = Kind::Tap;
    Point at;        // Pinch: the middle between the fingers; else the finger
    float dx = 0.0F; // Scroll, Pinch: how far it moved since the last action
    float dy = 0.0F;
    float factor = 1.0F;   // Pinch: the new distance of the fingers by the old one
    bool is_first = false; // Scroll: the one that may be refused, see refuse_scroll()
    bool operator==(const TouchAction&) const = default;
};

class TouchTracker {
public:
    // A finger that moved less than this is a tap, not a scroll (layout pixels).
    static constexpr float kTapSlop = 10.0F;

    void finger_down(std::int32_t id, Point at);
    [[nodiscard]] std::optional<TouchAction> finger_moved(std::int32_t id, Point at);
    // It has been down for as long as a long press takes.
    [[nodiscard]] std::optional<TouchAction> finger_held(std::int32_t id);
    // The long press was taken: lifting the finger means nothing any more.
    void take_press() { m_mode = Mode::Spent; }
    [[nodiscard]] std::optional<TouchAction> finger_up(std::int32_t id, Point at);
    // The browser took the touch away: nothing is pressed, a drag ends where it was.
    [[nodiscard]] std::optional<TouchAction> cancel();

    // The first Scroll was not taken: the drag that starts where the finger came down. The next
    // moves drag.
    [[nodiscard]] TouchAction refuse_scroll();

private:
    enum class Mode : std::uint8_t { None, Undecided, Scrolling, Dragging, Pinching, Spent };
    struct Finger {
        std::int32_t id = 0;
        Point start;
        Point at;
        bool is_down = false;
    };
    [[nodiscard]] Finger* find(std::int32_t id);
    [[nodiscard]] std::optional<TouchAction> pinch_step(const Finger& moved, Point to);

    std::array<Finger, 2> m_fingers;
    Mode m_mode = Mode::None;
};

} // namespace vekha::platform
