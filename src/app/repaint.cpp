#include "app/repaint.hpp"

#include <algorithm>
#include <cstddef>

namespace vekha::app {

void RepaintScheduler::request(RepaintReason reason) {
    ++m_counts[static_cast<std::size_t>(reason)];
    m_due_now = true;
}

void RepaintScheduler::request_at(double time_seconds, RepaintReason reason) {
    ++m_counts[static_cast<std::size_t>(reason)];
    m_due_seconds = std::min(m_due_seconds, time_seconds);
}

void RepaintScheduler::request_settling(RepaintReason reason) {
    request(reason);
    m_settle_frames = kSettleFrames;
}

void RepaintScheduler::note_scrolling(double now_seconds) {
    m_rest_seconds = now_seconds + kScrollPauseSeconds;
}

void RepaintScheduler::begin_frame(double now_seconds) {
    const bool was_due = m_due_now;
    m_due_now = false;
    if (m_due_seconds <= now_seconds) {
        m_due_seconds = kFar;
    }
    // The frame that was asked for is not one of those that settle.
    if (m_settle_frames > 0 && !was_due) {
        --m_settle_frames;
    }
    if (m_rest_seconds <= now_seconds) {
        m_rest_seconds = kFar;
        m_settle_frames = kSettleFrames;
    }
}

double RepaintScheduler::seconds_until_next(double now_seconds) const {
    if (m_due_now || m_settle_frames > 0) {
        return 0.0;
    }
    const double due_seconds = std::min(m_due_seconds, m_rest_seconds);
    return due_seconds == kFar ? kNever : std::max(0.0, due_seconds - now_seconds);
}

} // namespace vekha::app
