// GlyphSource: pictures of single characters from the fonts of the person's system, for those that
// the page's own fonts lack. Distances are device pixels, from the pen on the base line, x to the
// right and y down. Called while text is measured, so an answer comes at once.
#pragma once

#include "core/scene/scene.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace vekha::app {

struct GlyphBitmap {
    float advance_px = 0.0F;
    int left_px = 0; // of the first column of texels
    int top_px = 0;  // of the first row
    int width = 0;   // texels; none: nothing of the character is seen
    int height = 0;
    std::vector<std::uint8_t>
        rgba; // row by row, not multiplied by alpha; ink without colour: white
};

class GlyphSource {
public:
    GlyphSource() = default;
    GlyphSource(const GlyphSource&) = delete;
    GlyphSource& operator=(const GlyphSource&) = delete;
    virtual ~GlyphSource() = default;
    // Nothing: no font of the system has the character. `font_px`: as CSS counts, by the density.
    [[nodiscard]] virtual std::optional<GlyphBitmap> draw(char32_t character, float font_px,
                                                          TextWeight weight) = 0;
};

} // namespace vekha::app
