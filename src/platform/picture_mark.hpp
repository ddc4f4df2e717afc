// A number that stands for a whole picture of Dear ImGui: equal pictures have equal marks,
// different ones differ for all that chance allows (64 bits). While widgets settle after an input,
// most frames draw what is on the screen already; telling so takes a fraction of a millisecond,
// while handing the frame to a browser without a GPU takes some forty.
#pragma once

#include <imgui.h>

#include <cstdint>

namespace vekha::platform {

// Of vertices, indices and commands of all draw lists, the size, and the scale; never 0. The
// textures are made before: Dear ImGui adds to them where no picture has read yet.
[[nodiscard]] std::uint64_t picture_mark(const ImDrawData& data);

} // namespace vekha::platform
