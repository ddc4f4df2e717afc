// Puts letters on whole device pixels vertically. Dear ImGui lays text out in whole layout pixels,
// so at a pixel ratio of 1.25 or 1.5 a baseline may fall between two device pixels, and every
// letter of the line is blurred. All letters of a line have the same fraction, so the line moves as
// one, by half a device pixel at most. Whole ratios need nothing.
#pragma once

#include <imgui.h>

namespace vekha::platform {

// `scale`: device pixels per layout pixel.
void snap_glyphs(ImDrawList& list, float scale);

} // namespace vekha::platform
