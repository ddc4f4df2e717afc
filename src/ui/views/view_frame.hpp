// ViewFrame: what a view is given to build its part of one frame. Views read the state, draw
// through the context and queue actions; the field that is being edited tells here where it stands,
// so that the page can lay its own text element over it.
#pragma once

#include "app/actions.hpp"
#include "app/commands.hpp"
#include "app/derived.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/shortcuts.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "ui/ui_context.hpp"
#include "ui/widgets/widgets.hpp"

#include <cassert>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::ui {

struct ViewFrame {
    UiContext& ui;
    const app::AppState& state;
    app::Derived& derived;
    app::ActionQueue& actions;
    std::optional<app::FieldSpec> field;
    std::optional<app::FieldEdit> idle_text; // that has the keyboard and may be typed in
    // The text that has room to be written in: it keeps it while the pointer that left it is held,
    // so that what is pressed stands still until it is let go.
    std::optional<app::FormPlace> roomy;

    [[nodiscard]] std::string_view text(app::TextKey key) const { return ui.texts().get(key); }
    [[nodiscard]] const app::OpenPlan& plan() const {
        assert(state.plan.has_value());
        return *state.plan;
    }
};

// The lower edge of the selected row on the page, also where it is scrolled out of sight; none:
// nothing is selected that has a row.
[[nodiscard]] std::optional<float> bottom_of_selected(ViewFrame& frame);

// The first and the last day that the time line shows, as they are said.
[[nodiscard]] std::string days_in_sight(const ViewFrame& frame);

// A button of a command: label, reason and shortcut come from the one table of commands.
struct CommandButton {
    std::string_view path;
    app::Command command = app::Command::Escape;
    Icon icon = Icon::None;
    ButtonLook look = ButtonLook::Plain;
    bool icon_only = false;
    std::optional<bool> pressed;
};
[[nodiscard]] float command_button_width(ViewFrame& frame, const CommandButton& spec);
void command_button(ViewFrame& frame, const Rect& rect, const CommandButton& spec);

} // namespace vekha::ui
