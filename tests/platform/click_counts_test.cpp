#include "platform/click_counts.hpp"

#include <doctest/doctest.h>

using vekha::platform::ClickCounts;

TEST_CASE("a press that the browser did not count is timed as usual") {
    ClickCounts clicks;
    CHECK(clicks.double_click_seconds() == ClickCounts::kUsualSeconds);
    clicks.counted(2);
    CHECK(clicks.double_click_seconds() == ClickCounts::kUsualSeconds);
    clicks.press_waits();
    CHECK(clicks.double_click_seconds() == ClickCounts::kUsualSeconds);
}

TEST_CASE("each press has its own count, in the order in which frames see them") {
    ClickCounts clicks;
    clicks.press_waits();
    clicks.counted(1);
    clicks.press_waits();
    clicks.counted(2);
    CHECK(clicks.double_click_seconds() == 0.0F);
    clicks.press_seen();
    CHECK(clicks.double_click_seconds() > 1e6F);
    clicks.press_seen();
    CHECK(clicks.double_click_seconds() == ClickCounts::kUsualSeconds);
    clicks.press_seen();
}
