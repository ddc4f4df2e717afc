// TextFitter: brings a text of any length into a width and a number of lines. Lines break at
// spaces, after hyphens and slashes, and inside a word only where the word alone is wider than the
// line. What does not fit ends with «…». White space and control characters count as one space.
// Widths are layout pixels, measured by the TextMeasurer. Buffers are kept, so a warm call
// allocates nothing; the lines point into them and live until the next call.
#pragma once

#include "core/layout/text_measurer.hpp"
#include "core/scene/scene.hpp"

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {

struct FittedText {
    static constexpr std::size_t kMaxLines = 4;
    std::array<std::string_view, kMaxLines> lines;
    std::size_t line_count = 0;
    bool shortened = false;
};

struct TextFrame {
    float width = 0.0F;
    float last_line_cut = 0.0F; // kept free at the end of the last line that is allowed
    std::size_t lines = 1;      // at most FittedText::kMaxLines
    TextStyle style;
};

class TextFitter {
public:
    [[nodiscard]] FittedText fit(std::string_view text, const TextFrame& frame,
                                 const TextMeasurer& measurer);

private:
    void flatten(std::string_view text, const TextFrame& frame);

    std::string m_flat;
    std::string m_last_line;
};

} // namespace vekha
