// PageWindow: a window of Dear ImGui over a rectangle of the page, for as long as the guard lives.
// While one window covers another, the lower one gets no pointer. Of several panels the one that
// appeared or was pressed last lies on top.
#pragma once

#include "core/base/geometry.hpp"

#include <imgui.h>

#include <cstdint>

namespace vekha::ui {

enum class PageLayer : std::uint8_t {
    Bottom, // the page itself
    Above,  // panels
    Top,    // dialogs, then messages: of these the one that is made later lies on top
    Unfelt, // shows something over all and lets the pointer through
};

class PageWindow {
public:
    PageWindow(const char* id, const Rect& rect, PageLayer layer);
    PageWindow(const PageWindow&) = delete;
    PageWindow& operator=(const PageWindow&) = delete;
    ~PageWindow();
};

} // namespace vekha::ui
