// A box with a text of the plan; pressed, the page's own text element is laid over it, and what was
// typed comes back as an event.
#pragma once

#include "app/form_subject.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"

#include <string_view>

namespace vekha::ui {

struct EditFieldSpec {
    std::string_view path;
    app::EditField field = app::EditField::Note;
    const WorkUnit* unit = nullptr;       // whose report it is of; none: the measure's
    const app::FormPlace* form = nullptr; // of app::EditField::Form
    std::string_view name;
    std::string_view shown;       // what stands there
    std::string_view placeholder; // when nothing stands there
    bool multiline = false;
    bool numeric = false;
    bool enabled = true;
    bool quiet = false; // a text that can be read as any other: its box shows when it is pointed at
    TextStyle style{TextSize::Body, TextWeight::Regular};
};

inline constexpr float kOneLineField = 32.0F;
inline constexpr float kWritingHeight = 84.0F; // the least, of several lines
inline constexpr float kFieldPad = 6.0F;       // above and below its text
// Room for the text as it stands, with a little around it.
[[nodiscard]] float edit_field_height(const UiContext& ui, float width, const EditFieldSpec& spec);

void edit_field(ViewFrame& frame, const Rect& place, const MeasureId& measure,
                const EditFieldSpec& spec);

} // namespace vekha::ui
