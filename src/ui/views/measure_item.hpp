// A measure in a list beside the picture: its mark, its number and title, and a line below.
#pragma once

#include "core/base/geometry.hpp"
#include "core/model/measure.hpp"
#include "core/status/unit_status.hpp"
#include "ui/views/view_frame.hpp"

#include <string_view>

namespace vekha::ui {

inline constexpr float kMeasureItemHeight = 48.0F;

// True when it was pressed.
[[nodiscard]] bool measure_item(const ViewFrame& frame, const Rect& rect, std::string_view path,
                                const Measure& measure, const UnitStatus& status,
                                std::string_view line_below);

} // namespace vekha::ui
