// When the next frame is due. Nothing is painted without a reason; the earliest wish wins. After
// something happened one more frame follows, in which widgets see what became of it; after
// scrolling only when that pauses.
// Times are monotonic seconds, passed in.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>

namespace vekha::app {

enum class RepaintReason : std::uint8_t {
    Event,
    Action,
    Layout,
    Glide,
    MessageEnds,
    DraftDue,
    Widget
};
inline constexpr std::size_t kRepaintReasonCount = 7;

class RepaintScheduler {
public:
    static constexpr int kSettleFrames = 1;
    static constexpr double kScrollPauseSeconds = 0.12;
    static constexpr double kNever = -1.0;

    void request(RepaintReason reason); // the next animation frame
    void request_at(double time_seconds, RepaintReason reason);
    // Something happened: the next frame and kSettleFrames more.
    void request_settling(RepaintReason reason);
    // The rows or the days are being moved, which the frame at hand shows. When they rest, one
    // frame sees what the pointer is on by then, and settles.
    void note_scrolling(double now_seconds);

    [[nodiscard]] bool is_scrolling() const { return m_rest_seconds != kFar; }

    // Called when a frame begins: what was wished up to now is being fulfilled.
    void begin_frame(double now_seconds);
    // 0: at once; kNever: not before something happens.
    [[nodiscard]] double seconds_until_next(double now_seconds) const;
    [[nodiscard]] bool idle(double now_seconds) const {
        return seconds_until_next(now_seconds) < 0.0;
    }
    // How many wishes there were for each reason since the start; for tests.
    [[nodiscard]] std::size_t count(RepaintReason reason) const {
        return m_counts[static_cast<std::size_t>(reason)];
    }

private:
    static constexpr double kFar = std::numeric_limits<double>::infinity();
    double m_due_seconds = kFar;
    double m_rest_seconds = kFar; // when scrolling counts as over
    bool m_due_now = true;        // the first frame needs no reason
    int m_settle_frames = 0;
    std::array<std::size_t, kRepaintReasonCount> m_counts{};
};

} // namespace vekha::app
