// Which target a finger means.
#include "core/scene/tap_aim.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"

#include <doctest/doctest.h>

#include <string>

namespace vekha::tap_aim_test {
namespace {

struct Screen {
    SemanticList list;
    int count = 0;
    SemanticNode& add(Role role, const Rect& rect) {
        SemanticNode& node = list.add(semantic_key(std::to_string(++count)), role, "", rect);
        node.focusable = true;
        return node;
    }
    [[nodiscard]] Point aim(float x, float y) const { return aim_of_tap(list, {x, y}); }
};

const Rect kSmall{100.0F, 100.0F, 124.0F, 124.0F};

TEST_CASE("A tap on a target goes where it is") {
    Screen screen;
    screen.add(Role::Button, kSmall);
    CHECK(screen.aim(101.0F, 123.0F) == Point{101.0F, 123.0F});
}

TEST_CASE("A tap beside a small target means it, up to the width of a finger") {
    Screen screen;
    screen.add(Role::Button, kSmall);
    CHECK(kSmall.contains(screen.aim(91.0F, 112.0F)));
    CHECK(kSmall.contains(screen.aim(133.0F, 133.0F)));
    CHECK(screen.aim(89.0F, 112.0F) == Point{89.0F, 112.0F});
    CHECK(screen.aim(112.0F, 135.0F) == Point{112.0F, 135.0F});
}

TEST_CASE("What is as wide as a finger takes nothing from beside it") {
    Screen screen;
    screen.add(Role::Button, {100.0F, 100.0F, 144.0F, 144.0F});
    CHECK(screen.aim(98.0F, 120.0F) == Point{98.0F, 120.0F});
}

TEST_CASE("Of two targets the nearer one is meant, and one that is hit always") {
    Screen screen;
    const Rect other{130.0F, 100.0F, 154.0F, 124.0F};
    screen.add(Role::Button, kSmall);
    screen.add(Role::Button, other);
    CHECK(kSmall.contains(screen.aim(126.0F, 110.0F)));
    CHECK(other.contains(screen.aim(128.5F, 110.0F)));
    CHECK(screen.aim(131.0F, 110.0F) == Point{131.0F, 110.0F});
}

TEST_CASE("What the Tab key passes by is pressed all the same") {
    Screen screen;
    screen.add(Role::Button, kSmall).focusable = false;
    screen.add(Role::ColumnHeader, {100.0F, 126.0F, 200.0F, 166.0F}).focusable = false;
    CHECK(kSmall.contains(screen.aim(95.0F, 112.0F)));
    CHECK(screen.aim(110.0F, 128.0F) == Point{110.0F, 128.0F});
}

TEST_CASE("Rows, pictures, separators and what cannot be pressed draw no taps") {
    for (const Role role :
         {Role::Row, Role::Image, Role::Separator, Role::Slider, Role::Cell, Role::Text}) {
        Screen screen;
        screen.add(role, kSmall);
        CHECK(screen.aim(95.0F, 112.0F) == Point{95.0F, 112.0F});
    }
    Screen screen;
    screen.add(Role::Button, kSmall).disabled = true;
    CHECK(screen.aim(95.0F, 112.0F) == Point{95.0F, 112.0F});
}

} // namespace
} // namespace vekha::tap_aim_test
