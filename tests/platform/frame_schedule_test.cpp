#include "platform/frame_schedule.hpp"

#include <doctest/doctest.h>

using vekha::platform::FrameSchedule;
using vekha::platform::NextFrame;

namespace {

constexpr NextFrame kNothing{};
constexpr NextFrame kAtOnce{.kind = NextFrame::Kind::NextAnimationFrame};

// How many frames are painted until the schedule comes to rest, when nobody wishes for more.
int frames_until_rest(FrameSchedule& schedule) {
    int frames = 0;
    while (schedule.owes_frame()) {
        schedule.begin_frame();
        ++frames;
    }
    return frames;
}

} // namespace

TEST_CASE("a schedule that nobody asks owes nothing") {
    const FrameSchedule schedule;
    CHECK_FALSE(schedule.owes_frame());
    CHECK(schedule.after_frame(-1.0, false) == kNothing);
}

TEST_CASE("input is followed by exactly the settle frames") {
    FrameSchedule schedule;
    schedule.input_arrived();
    CHECK(frames_until_rest(schedule) == FrameSchedule::kSettleFrames);
    CHECK(schedule.after_frame(-1.0, false) == kNothing);
}

TEST_CASE("input during the settle frames begins them anew") {
    FrameSchedule schedule;
    schedule.input_arrived();
    schedule.begin_frame();
    schedule.begin_frame();
    schedule.input_arrived();
    CHECK(frames_until_rest(schedule) == FrameSchedule::kSettleFrames);
}

TEST_CASE("a request is one frame, however often it is made") {
    FrameSchedule schedule;
    schedule.frame_requested();
    schedule.frame_requested();
    CHECK(frames_until_rest(schedule) == 1);
}

TEST_CASE("a request does not shorten the settling") {
    FrameSchedule schedule;
    schedule.input_arrived();
    schedule.frame_requested();
    CHECK(frames_until_rest(schedule) == FrameSchedule::kSettleFrames);
}

TEST_CASE("an owed frame comes before a later wish") {
    FrameSchedule schedule;
    schedule.input_arrived();
    schedule.begin_frame();
    CHECK(schedule.after_frame(5.0, false) == kAtOnce);
}

TEST_CASE("a later wish waits for its time") {
    const FrameSchedule schedule;
    const NextFrame next = schedule.after_frame(0.25, false);
    CHECK(next == NextFrame{.kind = NextFrame::Kind::Later, .delay_seconds = 0.25});
}

TEST_CASE("a wish for now and input that waits are the next animation frame") {
    const FrameSchedule schedule;
    CHECK(schedule.after_frame(0.0, false) == kAtOnce);
    CHECK(schedule.after_frame(-1.0, true) == kAtOnce);
}
