// A box in the middle of the page with a title, a cross, and a long list of rows of one height that
// scrolls: the history of changes, the saved versions.
#pragma once

#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"
#include "ui/views/view_frame.hpp"

#include <cstddef>
#include <functional>
#include <string_view>

namespace vekha::ui {

struct ListDialog {
    std::string_view path; // of the box; its parts are below it
    std::string_view title;
    std::string_view note; // below the title; empty: none
    float width = 0.0F;
    float row_height = 0.0F;
    std::size_t rows = 0;
    // Rows out of sight on either side that are made all the same, for the arrow keys, which bring
    // them into sight.
    std::size_t beyond = 0;
    bool one_holds = false; // the rows are radio buttons
};

// Calls `draw_row(place, index)` inside the clip of the list. The cross leaves the question.
void list_dialog(ViewFrame& frame, const Rect& page, const ListDialog& dialog, float& scroll,
                 const std::function<void(const Rect&, std::size_t)>& draw_row);

} // namespace vekha::ui
