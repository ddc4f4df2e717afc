// TextMeasurer: how wide text is, without knowing fonts. The screen answers from its fonts, tests
// with a fixed advance. Units are layout pixels. Answers must not depend on the position of the
// text.
#pragma once

#include "core/scene/scene.hpp"

#include <string_view>

namespace vekha {

class TextMeasurer {
public:
    TextMeasurer() = default;
    TextMeasurer(const TextMeasurer&) = delete;
    TextMeasurer& operator=(const TextMeasurer&) = delete;
    virtual ~TextMeasurer() = default;
    [[nodiscard]] virtual float width(std::string_view text, TextStyle style) const = 0;
    [[nodiscard]] virtual float line_height(TextStyle style) const = 0;
};

} // namespace vekha
