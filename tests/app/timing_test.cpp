// The small machines that know only the time they are handed: repaint, draft timer, glide.
#include "app/animation.hpp"
#include "app/autosave.hpp"
#include "app/repaint.hpp"
#include "core/layout/time_scale.hpp"

#include <doctest/doctest.h>

#include <optional>

namespace vekha::app::timing_test {
namespace {

// ---- repaint ----------------------------------------------------------------------------------

TEST_CASE("The first frame needs no reason, and then there is none") {
    RepaintScheduler repaint;
    CHECK(repaint.seconds_until_next(0.0) == 0.0);
    repaint.begin_frame(0.0);
    CHECK(repaint.idle(0.0));
    CHECK(repaint.idle(1.0e9));
}

TEST_CASE("A request is one frame") {
    RepaintScheduler repaint;
    repaint.begin_frame(0.0);
    repaint.request(RepaintReason::Glide);
    CHECK(repaint.seconds_until_next(0.0) == 0.0);
    repaint.begin_frame(0.0);
    CHECK(repaint.idle(0.0));
    CHECK(repaint.count(RepaintReason::Glide) == 1);
    CHECK(repaint.count(RepaintReason::Event) == 0);
}

TEST_CASE("The earliest time wins, and is waited for once") {
    RepaintScheduler repaint;
    repaint.begin_frame(0.0);
    repaint.request_at(5.0, RepaintReason::MessageEnds);
    repaint.request_at(2.0, RepaintReason::DraftDue);
    repaint.request_at(9.0, RepaintReason::Widget);
    CHECK(repaint.seconds_until_next(0.5) == doctest::Approx(1.5));
    CHECK(repaint.seconds_until_next(3.0) == 0.0);
    repaint.begin_frame(1.0); // another reason: the time still stands
    CHECK(repaint.seconds_until_next(1.0) == doctest::Approx(1.0));
    repaint.begin_frame(2.0);
    CHECK(repaint.idle(2.0));
}

TEST_CASE("After something happened one more frame settles") {
    RepaintScheduler repaint;
    repaint.begin_frame(0.0);
    repaint.request_settling(RepaintReason::Event);
    int frames = 0;
    while (!repaint.idle(0.0)) {
        repaint.begin_frame(0.0);
        REQUIRE(++frames < 100);
    }
    CHECK(frames == 1 + RepaintScheduler::kSettleFrames);
}

TEST_CASE("Scrolling owes nothing until it rests, and then a frame that settles") {
    constexpr double kStepSeconds = 0.05;
    RepaintScheduler repaint;
    repaint.begin_frame(0.0);
    int frames = 0;
    double now = 0.0;
    for (int step = 0; step < 10; ++step, now += kStepSeconds) {
        repaint.request(RepaintReason::Event);
        repaint.begin_frame(now);
        repaint.note_scrolling(now);
        ++frames;
        CHECK(repaint.seconds_until_next(now) ==
              doctest::Approx(RepaintScheduler::kScrollPauseSeconds));
    }
    CHECK(frames == 10);
    now += RepaintScheduler::kScrollPauseSeconds;
    CHECK(repaint.seconds_until_next(now) == 0.0);
    repaint.begin_frame(now);
    CHECK_FALSE(repaint.is_scrolling());
    CHECK(repaint.seconds_until_next(now) == 0.0); // a tooltip shows in its second frame
    repaint.begin_frame(now);
    CHECK(repaint.idle(now));
}

// ---- draft timer ------------------------------------------------------------------------------

TEST_CASE("A draft is due a quarter of a second after the last change") {
    DraftTimer timer;
    CHECK_FALSE(timer.due(1.0e9));
    timer.note_change(10.0);
    CHECK_FALSE(timer.due(10.24));
    CHECK(timer.due(10.25));
    timer.note_change(10.2);
    CHECK_FALSE(timer.due(10.3));
    CHECK(timer.due(10.45));
}

TEST_CASE("During continuous changes it is due a second after the first") {
    DraftTimer timer;
    for (int change = 0; change < 20; ++change) {
        const double now = 20.0 + change * 0.05;
        timer.note_change(now);
        CHECK_FALSE(timer.due(now));
    }
    CHECK(timer.due(21.0));
    timer.note_stored();
    CHECK_FALSE(timer.due(1.0e9));
    timer.note_change(22.0);
    CHECK_FALSE(timer.due(22.2));
}

TEST_CASE(
    "After failures it tries again after 1, 5 and then every 30 seconds, until one succeeds") {
    DraftTimer timer;
    for (const double wait : {1.0, 5.0, 30.0, 30.0}) {
        timer.note_failure(100.0);
        REQUIRE(timer.due_seconds().has_value());
        CHECK(*timer.due_seconds() == doctest::Approx(100.0 + wait));
        timer.note_stored();
    }
    timer.note_success();
    timer.note_failure(200.0);
    CHECK(*timer.due_seconds() == doctest::Approx(201.0));
}

TEST_CASE("A change is not made to wait for the next try") {
    DraftTimer timer;
    timer.note_change(1.0);
    timer.note_failure(1.0);
    CHECK(timer.due(1.25));
}

TEST_CASE("A hidden page wants its draft at once") {
    DraftTimer timer;
    timer.note_change(1.0);
    timer.note_at_once(1.01);
    CHECK(timer.due(1.01));
}

// ---- glide ------------------------------------------------------------------------------------

TEST_CASE("A glide begins and ends where it should, and ends in time") {
    const ScaleGlide glide{TimeScale(18000.0, 2.0), TimeScale(18100.0, 8.0), 5.0};
    CHECK(glide_at(glide, 5.0) == glide.from);
    CHECK(glide_at(glide, 5.0 + kGlideSeconds) == glide.to);
    CHECK(glide_at(glide, 99.0) == glide.to);
    CHECK_FALSE(glide_ended(glide, 5.1));
    CHECK(glide_ended(glide, 5.15));
    CHECK(kGlideSeconds <= 0.15);
}

TEST_CASE("The day that both ends show at one place stays there all the way") {
    const TimeScale from(18000.0, 2.0);
    for (const double factor : {0.25, 0.9, 1.5, 10.0}) {
        for (const float anchor : {0.0F, 100.0F, 777.0F}) {
            const ScaleGlide glide{from, from.zoomed(factor, anchor), 0.0};
            const double day = from.day_from_x(anchor);
            for (int hundredth = 0; hundredth < 15; ++hundredth) {
                const double now = hundredth * 0.01;
                CHECK(now < kGlideSeconds);
                CHECK(glide_at(glide, now).day_from_x(anchor) == doctest::Approx(day));
            }
        }
    }
}

TEST_CASE("The scale only grows while it zooms in, and moves evenly while it pans") {
    const ScaleGlide zoom{TimeScale(18000.0, 0.5), TimeScale(18050.0, 50.0), 0.0};
    const ScaleGlide pan{TimeScale(18000.0, 3.0), TimeScale(18200.0, 3.0), 0.0};
    double px = 0.0;
    double left = 0.0;
    constexpr int kSteps = 30;
    for (int step = 0; step <= kSteps; ++step) {
        const double now = kGlideSeconds * step / kSteps;
        CHECK(glide_at(zoom, now).px_per_day() > px);
        px = glide_at(zoom, now).px_per_day();
        CHECK(glide_at(pan, now).px_per_day() == doctest::Approx(3.0));
        CHECK(glide_at(pan, now).day_at_left() > left);
        left = glide_at(pan, now).day_at_left();
    }
}

} // namespace
} // namespace vekha::app::timing_test
