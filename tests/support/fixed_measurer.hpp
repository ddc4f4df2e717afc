// A TextMeasurer without fonts: every code point of one size and weight is equally wide, so that
// layouts are the same on every machine and can be checked by counting. The widths are near those
// of the product's fonts for Russian text.
#pragma once

#include "core/base/utf8.hpp"
#include "core/layout/text_measurer.hpp"
#include "core/scene/scene.hpp"

#include <array>
#include <cmath>
#include <cstddef>
#include <string_view>

namespace vekha::test {

class FixedMeasurer final : public TextMeasurer {
public:
    [[nodiscard]] float width(std::string_view text, TextStyle style) const override {
        const float advance = style.weight == TextWeight::Semibold ? 0.58F : 0.55F;
        return static_cast<float>(count_code_points(text)) * pixels(style) * advance;
    }
    [[nodiscard]] float line_height(TextStyle style) const override {
        return std::round(pixels(style) * 1.28F);
    }

private:
    static float pixels(TextStyle style) {
        constexpr std::array<float, static_cast<std::size_t>(TextSize::Count)> kPixels{
            13.0F, 15.0F, 17.0F, 24.0F};
        return kPixels[static_cast<std::size_t>(style.size)];
    }
};

} // namespace vekha::test
