// The two buttons of theme and language, which stand on the start page and, where there is room, in
// the top bar.
#pragma once

#include "core/base/geometry.hpp"
#include "ui/views/view_frame.hpp"

#include <string_view>

namespace vekha::ui {

struct PreferencePaths {
    std::string_view theme;
    std::string_view language;
};

[[nodiscard]] float preference_buttons_width(const ViewFrame& frame);
// `rect` has that width and the height of a button.
void preference_buttons(ViewFrame& frame, const Rect& rect, const PreferencePaths& paths);

} // namespace vekha::ui
