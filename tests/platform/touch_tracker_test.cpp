#include "platform/touch_tracker.hpp"

#include "core/base/geometry.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <random>

using vekha::Point;
using vekha::platform::TouchAction;
using vekha::platform::TouchTracker;
using Kind = TouchAction::Kind;

TEST_CASE("a finger that comes and goes is a tap where it went") {
    TouchTracker touch;
    touch.finger_down(7, {100, 50});
    CHECK(touch.finger_up(7, {102, 51}) == TouchAction{.kind = Kind::Tap, .at = {102, 51}});
}

TEST_CASE("a finger that trembles is still a tap") {
    TouchTracker touch;
    touch.finger_down(1, {100, 50});
    CHECK_FALSE(touch.finger_moved(1, {105, 53}).has_value());
    CHECK(touch.finger_up(1, {105, 53}).value_or(TouchAction{.kind = Kind::Scroll}).kind ==
          Kind::Tap);
}

TEST_CASE("a finger that goes far scrolls by all its way and is no tap") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    CHECK_FALSE(touch.finger_moved(1, {100, 95}).has_value());
    CHECK(touch.finger_moved(1, {100, 80}) ==
          TouchAction{.kind = Kind::Scroll, .at = {100, 80}, .dx = 0, .dy = -20, .is_first = true});
    CHECK(touch.finger_moved(1, {103, 70}) ==
          TouchAction{.kind = Kind::Scroll, .at = {103, 70}, .dx = 3, .dy = -10});
    CHECK_FALSE(touch.finger_up(1, {103, 70}).has_value());
}

TEST_CASE("a refused scroll is a drag from where the finger came down") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    REQUIRE(touch.finger_moved(1, {130, 100}).has_value());
    CHECK(touch.refuse_scroll() == TouchAction{.kind = Kind::DragBegin, .at = {100, 100}});
    CHECK(touch.finger_moved(1, {140, 100}) ==
          TouchAction{.kind = Kind::DragMove, .at = {140, 100}});
    CHECK(touch.finger_up(1, {140, 100}) == TouchAction{.kind = Kind::DragEnd, .at = {140, 100}});
}

TEST_CASE("a finger that rests is a long press where it is, and a tap when nobody takes it") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    CHECK_FALSE(touch.finger_moved(1, {104, 100}).has_value());
    CHECK(touch.finger_held(1) == TouchAction{.kind = Kind::LongPress, .at = {100, 100}});
    CHECK(touch.finger_up(1, {104, 100}) == TouchAction{.kind = Kind::Tap, .at = {104, 100}});
    touch.finger_down(2, {100, 100});
    REQUIRE(touch.finger_held(2).has_value());
    touch.take_press();
    CHECK_FALSE(touch.finger_held(2).has_value());
    CHECK_FALSE(touch.finger_moved(2, {140, 100}).has_value());
    CHECK_FALSE(touch.finger_up(2, {140, 100}).has_value());
    touch.finger_down(3, {100, 100});
    CHECK(touch.finger_up(3, {100, 100}).has_value());
}

TEST_CASE("what has scrolled, pinched or gone is no long press") {
    TouchTracker touch;
    CHECK_FALSE(touch.finger_held(1).has_value());
    touch.finger_down(1, {100, 100});
    REQUIRE(touch.finger_moved(1, {100, 130}).has_value());
    CHECK_FALSE(touch.finger_held(1).has_value());
    touch.finger_down(2, {200, 200});
    CHECK_FALSE(touch.finger_held(2).has_value());
}

TEST_CASE("a second finger does not disturb a drag") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    REQUIRE(touch.finger_moved(1, {130, 100}).has_value());
    REQUIRE(touch.refuse_scroll().kind == Kind::DragBegin);
    touch.finger_down(2, {300, 300});
    CHECK_FALSE(touch.finger_moved(2, {320, 320}).has_value());
    CHECK_FALSE(touch.finger_up(2, {320, 320}).has_value());
    CHECK(touch.finger_up(1, {150, 100}) == TouchAction{.kind = Kind::DragEnd, .at = {150, 100}});
}

TEST_CASE("two fingers pinch about their middle and are no tap") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    touch.finger_down(2, {200, 100});
    CHECK(touch.finger_moved(2, {300, 100}) ==
          TouchAction{.kind = Kind::Pinch, .at = {200, 100}, .dx = 50, .dy = 0, .factor = 2});
    CHECK(touch.finger_moved(1, {200, 100}) ==
          TouchAction{.kind = Kind::Pinch, .at = {250, 100}, .dx = 50, .dy = 0, .factor = 0.5F});
    CHECK_FALSE(touch.finger_up(1, {200, 100}).has_value());
}

TEST_CASE("the finger that stays after a pinch scrolls on, and nobody may refuse that") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    touch.finger_down(2, {200, 100});
    CHECK_FALSE(touch.finger_up(1, {100, 100}).has_value());
    CHECK(touch.finger_moved(2, {200, 90}) ==
          TouchAction{.kind = Kind::Scroll, .at = {200, 90}, .dx = 0, .dy = -10});
    CHECK_FALSE(touch.finger_up(2, {200, 90}).has_value());
}

TEST_CASE("a third finger and unknown fingers mean nothing") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    touch.finger_down(2, {200, 100});
    touch.finger_down(3, {300, 100});
    CHECK_FALSE(touch.finger_moved(3, {400, 100}).has_value());
    CHECK_FALSE(touch.finger_up(9, {0, 0}).has_value());
}

TEST_CASE("a touch that the browser takes away presses nothing") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    CHECK_FALSE(touch.cancel().has_value());
    CHECK_FALSE(touch.finger_up(1, {100, 100}).has_value());

    touch.finger_down(1, {100, 100});
    REQUIRE(touch.finger_moved(1, {150, 100}).has_value());
    REQUIRE(touch.refuse_scroll().kind == Kind::DragBegin);
    CHECK(touch.cancel() == TouchAction{.kind = Kind::DragEnd, .at = {150, 100}});
}

TEST_CASE("after a touch was taken away the next finger is the first again") {
    TouchTracker touch;
    touch.finger_down(1, {100, 100});
    CHECK_FALSE(touch.cancel().has_value());
    touch.finger_down(2, {200, 100});
    CHECK(touch.finger_up(2, {200, 100}) == TouchAction{.kind = Kind::Tap, .at = {200, 100}});
}

TEST_CASE("whatever fingers do, each drag that begins ends, and factors stay finite") {
    constexpr std::uint32_t kSeed = 20260901;
    constexpr int kSteps = 20000;
    MESSAGE("seed " << kSeed << ", " << kSteps << " steps");
    std::mt19937 random(kSeed);
    const auto below = [&random](std::uint32_t end) { return random() % end; };
    TouchTracker touch;
    int open_drags = 0;
    int drags = 0;
    for (int step = 0; step < kSteps; ++step) {
        const auto id = static_cast<std::int32_t>(below(3));
        const Point at{.x = static_cast<float>(below(400)), .y = static_cast<float>(below(400))};
        std::optional<TouchAction> action;
        switch (below(8)) {
        case 0:
        case 1:
            touch.finger_down(id, at);
            break;
        case 2:
        case 3:
            action = touch.finger_up(id, at);
            break;
        case 4:
            action = below(10) == 0 ? touch.cancel() : std::nullopt;
            break;
        default:
            action = touch.finger_moved(id, at);
            break;
        }
        if (!action) {
            continue;
        }
        CHECK((action->factor > 0.0F && action->factor < 100.0F));
        if (action->is_first && below(2) == 0) {
            CHECK(touch.refuse_scroll().kind == Kind::DragBegin);
            ++open_drags;
            ++drags;
        }
        CHECK_FALSE((action->kind == Kind::DragMove && open_drags != 1));
        open_drags -= action->kind == Kind::DragEnd ? 1 : 0;
        CHECK((open_drags == 0 || open_drags == 1));
    }
    CHECK(drags > 100);
}
