// A measure in a list beside the picture: its mark, its number and title, and a line below. A press
// selects it and brings its row into sight.
#pragma once

#include "core/base/geometry.hpp"
#include "ui/views/view_frame.hpp"

#include <cstdint>
#include <string_view>

namespace vekha::ui {

inline constexpr float kMeasureItemHeight = 48.0F;

void measure_item(ViewFrame& frame, const Rect& rect, std::string_view path, std::uint32_t index,
                  std::string_view line_below);

} // namespace vekha::ui
