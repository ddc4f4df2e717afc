// FrameSchedule: when the host paints. Pure bookkeeping: it neither draws nor waits, so it is
// tested without a browser. A frame is owed because somebody asked for one, or because input came:
// then a frame that sees it, and one more for what hangs on its answer. Times are in seconds. The
// page owes nothing when nothing happens (style.md, «The app goes idle»).
#pragma once

#include <cstdint>

namespace vekha::platform {

struct NextFrame {
    enum class Kind : std::uint8_t { None, NextAnimationFrame, Later };
    Kind kind = Kind::None;
    double delay_seconds = 0.0; // only for Later
    bool operator==(const NextFrame&) const = default;
};

class FrameSchedule {
public:
    // The frame that sees the input and the one after it.
    static constexpr int kSettleFrames = 2;

    void input_arrived() { m_owed = kSettleFrames; }
    void frame_requested() {
        if (m_owed == 0) {
            m_owed = 1;
        }
    }
    [[nodiscard]] bool owes_frame() const { return m_owed > 0; }

    void begin_frame() {
        if (m_owed > 0) {
            --m_owed;
        }
    }
    // `wanted_seconds`: what the frame callback returned (0 = at once, negative = not before
    // something happens). `input_waits`: Dear ImGui still holds input events back for a later
    // frame.
    [[nodiscard]] NextFrame after_frame(double wanted_seconds, bool input_waits) const;

private:
    int m_owed = 0;
};

} // namespace vekha::platform
