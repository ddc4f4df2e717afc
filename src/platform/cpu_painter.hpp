// Paints Dear ImGui's draw lists without a GPU, to the same pixels as the OpenGL backend would: a
// pixel belongs to a shape when its centre does, neighbours share no pixel, textures are smoothed.
// Almost everything that Dear ImGui draws is an upright rectangle of one colour or a letter; those
// have ways of their own, the rest goes triangle by triangle. Textures are read where Dear ImGui
// keeps them (RGBA32, at least two texels high and wide).
#pragma once

#include <imgui.h>

#include <cstdint>
#include <vector>

namespace vekha::platform {

class CpuPainter {
public:
    // A picture of that many device pixels; what was painted is void.
    void resize(int width, int height);

    // Over `background`, whose alpha does not count.
    void paint(const ImDrawData& data, ImU32 background);

    // Rows from the top, bytes R, G, B, A; opaque.
    [[nodiscard]] const std::vector<std::uint32_t>& pixels() const { return m_pixels; }
    [[nodiscard]] int width() const { return m_width; }
    [[nodiscard]] int height() const { return m_height; }

private:
    int m_width = 0;
    int m_height = 0;
    std::vector<std::uint32_t> m_pixels;
};

} // namespace vekha::platform
