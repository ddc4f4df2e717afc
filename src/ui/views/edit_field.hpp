// A box with a text of the plan; pressed, the page's own text element is laid over it, and what was
// typed comes back as an event.
#pragma once

#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "ui/views/view_frame.hpp"

#include <string_view>

namespace vekha::ui {

struct EditFieldSpec {
    std::string_view path;
    app::EditField field = app::EditField::Note;
    std::string_view name;
    std::string_view shown;       // what stands there
    std::string_view placeholder; // when nothing stands there
    bool multiline = false;
    bool numeric = false;
    bool enabled = true;
};

void edit_field(ViewFrame& frame, const Rect& rect, const MeasureId& measure,
                const EditFieldSpec& spec);

} // namespace vekha::ui
