#include "core/base/geometry.hpp"

#include <doctest/doctest.h>

namespace vekha::geometry_test {
TEST_CASE("a rectangle holds its left and top edge but not its right and bottom one") {
    const Rect rect{10.0F, 20.0F, 30.0F, 40.0F};
    CHECK(rect.contains({10.0F, 20.0F}));
    CHECK(rect.contains({29.9F, 39.9F}));
    CHECK(!rect.contains({30.0F, 30.0F}));
    CHECK(!rect.contains({20.0F, 40.0F}));
    CHECK(!rect.contains({9.9F, 30.0F}));
    CHECK(!rect.contains({20.0F, 19.9F}));
}

TEST_CASE("rectangles that only touch do not overlap") {
    const Rect rect{0.0F, 0.0F, 10.0F, 10.0F};
    CHECK(rect.overlaps({9.0F, 9.0F, 20.0F, 20.0F}));
    CHECK(!rect.overlaps({10.0F, 0.0F, 20.0F, 10.0F}));
    CHECK(!rect.overlaps({0.0F, 10.0F, 10.0F, 20.0F}));
    CHECK(!rect.overlaps({0.0F, -10.0F, 10.0F, 0.0F}));
}

TEST_CASE("the intersection is what both hold, or empty") {
    const Rect rect{0.0F, 0.0F, 10.0F, 10.0F};
    CHECK(rect.intersection({5.0F, -5.0F, 20.0F, 5.0F}) == Rect{5.0F, 0.0F, 10.0F, 5.0F});
    CHECK(rect.intersection({20.0F, 0.0F, 30.0F, 10.0F}).empty());
}

TEST_CASE("a rectangle is measured, moved and shrunk") {
    const Rect rect{10.0F, 20.0F, 30.0F, 50.0F};
    CHECK(rect.width() == 20.0F);
    CHECK(rect.height() == 30.0F);
    CHECK(rect.center() == Point{20.0F, 35.0F});
    CHECK(rect.moved(5.0F, -5.0F) == Rect{15.0F, 15.0F, 35.0F, 45.0F});
    CHECK(rect.shrunk(2.0F) == Rect{12.0F, 22.0F, 28.0F, 48.0F});
    CHECK(!rect.empty());
    CHECK(rect.shrunk(10.0F).empty());
}

} // namespace vekha::geometry_test
