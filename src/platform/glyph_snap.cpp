#include "platform/glyph_snap.hpp"

#include <imgui.h>

#include <cmath>

namespace vekha::platform {

namespace {

// A letter is the only thing drawn as an upright rectangle with a piece of the texture that has a
// width and a height; fills use one white texel, and smooth lines a row of the texture.
bool is_glyph(const ImDrawVert* corner) {
    const ImDrawVert& first = corner[0];
    const ImDrawVert& right = corner[1];
    const ImDrawVert& last = corner[2];
    const ImDrawVert& below = corner[3];
    return first.uv.x != last.uv.x && first.uv.y != last.uv.y && right.uv.x == last.uv.x &&
           right.uv.y == first.uv.y && below.uv.x == first.uv.x && below.uv.y == last.uv.y &&
           first.pos.x == below.pos.x && first.pos.y == right.pos.y && right.pos.x == last.pos.x &&
           below.pos.y == last.pos.y;
}

} // namespace

void snap_glyphs(ImDrawList& list, float scale) {
    constexpr int kCorners = 4;
    int index = 0;
    while (index + kCorners <= list.VtxBuffer.Size) {
        ImDrawVert* corner = &list.VtxBuffer[index];
        if (!is_glyph(corner)) {
            ++index;
            continue;
        }
        const float top = corner[0].pos.y * scale;
        const float shift = (std::round(top) - top) / scale;
        for (int place = 0; place < kCorners; ++place) {
            corner[place].pos.y += shift;
        }
        index += kCorners;
    }
}

} // namespace vekha::platform
