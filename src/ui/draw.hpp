// Small bridges between our geometry and theme and Dear ImGui's draw lists.
#pragma once

#include "core/base/geometry.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <cstdint>

namespace vekha::ui {

[[nodiscard]] inline ImVec2 to_im(Point p) {
    return {p.x, p.y};
}
[[nodiscard]] inline Point from_im(ImVec2 v) {
    return {v.x, v.y};
}
[[nodiscard]] inline ImVec2 top_left(const Rect& r) {
    return {r.left, r.top};
}
[[nodiscard]] inline ImVec2 bottom_right(const Rect& r) {
    return {r.right, r.bottom};
}
[[nodiscard]] inline ImU32 to_im(Color color, std::uint8_t alpha = 255) {
    return IM_COL32(color.red, color.green, color.blue, alpha);
}

} // namespace vekha::ui
