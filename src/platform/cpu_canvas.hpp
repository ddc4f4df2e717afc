// What CpuPainter paints with: shapes in device pixels onto rows of RGBA pixels, within a box.
// Rules of coverage and mixing as in cpu_painter.hpp.
#pragma once

#include <imgui.h>

#include <array>
#include <cstdint>

namespace vekha::platform {

// Whole pixels; right and bottom lie outside.
struct PixelBox {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;

    [[nodiscard]] bool is_empty() const { return left >= right || top >= bottom; }
};

struct Texture {
    const std::uint32_t* texels = nullptr;
    int width = 0;
    int height = 0;
};

// A corner of a shape: pixels, texels, and a colour of Dear ImGui (R in the lowest byte).
struct Corner {
    float x = 0.0F;
    float y = 0.0F;
    float u = 0.0F;
    float v = 0.0F;
    std::uint32_t color = 0;
};

// Red, green, blue and alpha (0 to 255), u and v (texels) of one pixel, or how they grow.
using Shades = std::array<float, 6>;

struct CpuCanvas {
    std::uint32_t* pixels = nullptr;
    int line = 0; // pixels from row to row
    PixelBox clip;
    Texture texture;

    // From the upper left corner to the lower right one; the whole has one texel and one colour.
    void fill_rect(const Corner& first, const Corner& last) const;
    // The piece of the texture between the corners' texels, in one colour.
    void textured_rect(const Corner& first, const Corner& last) const;
    void triangle(const Corner& a, const Corner& b, const Corner& c) const;

private:
    [[nodiscard]] PixelBox covered(float left, float top, float right, float bottom) const;
    void fill_box(const PixelBox& box, std::uint32_t color) const;
    void shaded_span(int y, int left, int right, const Shades& start, const Shades& step,
                     bool is_textured) const;
};

} // namespace vekha::platform
