// PageWindow: a window of Dear ImGui over a rectangle of the page, for as long as the guard lives.
// While one window covers another, the lower one gets no pointer. The page itself stays at the
// bottom; of the others the one that appeared last lies on top.
#pragma once

#include "core/base/geometry.hpp"

#include <imgui.h>

#include <cstdint>

namespace vekha::ui {

enum class PageLayer : std::uint8_t {
    Bottom,      // the page itself
    Above,       // panels, messages and dialogs
    AboveUnfelt, // shows something and lets the pointer through
};

class PageWindow {
public:
    PageWindow(const char* id, const Rect& rect, PageLayer layer);
    PageWindow(const PageWindow&) = delete;
    PageWindow& operator=(const PageWindow&) = delete;
    ~PageWindow();
};

} // namespace vekha::ui
