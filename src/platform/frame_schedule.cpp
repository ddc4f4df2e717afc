#include "platform/frame_schedule.hpp"

namespace vekha::platform {

NextFrame FrameSchedule::after_frame(double wanted_seconds, bool input_waits) const {
    if (m_owed > 0 || input_waits || wanted_seconds == 0.0) {
        return {.kind = NextFrame::Kind::NextAnimationFrame};
    }
    if (wanted_seconds > 0.0) {
        return {.kind = NextFrame::Kind::Later, .delay_seconds = wanted_seconds};
    }
    return {};
}

} // namespace vekha::platform
