// A list of the plan book (book_view.cpp): things of which one is chosen, or from which a member of
// a form is picked. Only what is near to sight is drawn.
#pragma once

#include "app/form_subject.hpp"
#include "app/forms.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "ui/views/view_frame.hpp"

#include <cstdint>
#include <string>

namespace vekha::ui {

struct ThingListSpec {
    const app::BookQuestion& book;
    app::ThingQuery query;
    bool is_pick = false; // else its things are added, and one is chosen
};

// Above the things stand a field to search in, where there are many, and what adds one. `reveals`:
// the chosen one comes into sight, once. Returns the part that scrolls.
Rect thing_list(ViewFrame& frame, const Rect& place, const ThingListSpec& spec, float& scroll,
                bool& reveals);

// How many measures a section or a body has; empty for other things. `index`: form_index().
[[nodiscard]] std::string measure_count(ViewFrame& frame, app::FormOf of, std::uint32_t index);

} // namespace vekha::ui
