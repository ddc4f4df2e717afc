#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "tests/ui/support/picture.hpp"
#include "tests/ui/support/test_page.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <array>
#include <cstddef>
#include <cstdlib>

namespace vekha::test::state_marks_test {
namespace {

constexpr std::size_t kMarks = 8;
constexpr int kSize = 16;           // as in a row
constexpr int kVisibleStep = 64;    // of 255: two greys that nobody takes for one
constexpr int kLeastDifferent = 14; // of 256 pixels

// All marks in one and the same colour, so that only their shape can tell them apart.
Picture picture_of(StateMark mark) {
    const ui::Theme& theme = ui::theme(ui::ThemeName::Light);
    ImDrawList list(ImGui::GetDrawListSharedData());
    list._ResetForNewFrame();
    list.PushClipRect({0.0F, 0.0F}, {kSize, kSize});
    list.PushTexture(ImGui::GetIO().Fonts->TexRef);
    ui::paint_state_mark(list, mark, Rect{0.0F, 0.0F, kSize, kSize}, ColorRole::Text, theme);
    const ui::Color ground = theme[ColorRole::Surface];
    return paint_list(list, kSize, kSize, {ground.red, ground.green, ground.blue, 255});
}

int different_pixels(const Picture& a, const Picture& b) {
    int count = 0;
    for (std::size_t i = 0; i < a.pixels.size(); ++i) {
        count += std::abs(a.pixels[i].green - b.pixels[i].green) >= kVisibleStep ? 1 : 0;
    }
    return count;
}

} // namespace

TEST_CASE("the marks of the states differ by shape alone, at the size of a row") {
    const TestPage page;
    std::array<Picture, kMarks> pictures;
    for (std::size_t i = 0; i < kMarks; ++i) {
        pictures[i] = picture_of(static_cast<StateMark>(i));
    }
    for (std::size_t i = 0; i < kMarks; ++i) {
        for (std::size_t k = i + 1; k < kMarks; ++k) {
            INFO("marks ", i, " and ", k);
            CHECK(different_pixels(pictures[i], pictures[k]) >= kLeastDifferent);
        }
    }
}

} // namespace vekha::test::state_marks_test
