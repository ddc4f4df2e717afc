#include "ui/views/view_frame.hpp"

#include "app/commands.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/shortcuts.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "ui/widgets/widgets.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace vekha::ui {
namespace {

ButtonSpec button_spec(const ViewFrame& frame, const CommandButton& spec) {
    ButtonSpec made;
    made.path = spec.path;
    made.label = frame.text(app::command_label(spec.command));
    made.icon = spec.icon;
    made.look = spec.look;
    made.icon_only = spec.icon_only;
    made.pressed = spec.pressed;
    made.enabled = app::command_availability(frame.state, spec.command).enabled;
    return made;
}

} // namespace

std::optional<float> bottom_of_selected(ViewFrame& frame) {
    const app::AppState& state = frame.state;
    const RoadmapRows& rows = frame.derived.rows(state, state.session.density);
    const std::optional<std::size_t> row = rows.row_of(frame.derived.selected(state));
    if (!row) {
        return std::nullopt;
    }
    return state.session.frame.table.top - state.view.roadmap.scroll_y + rows.rows[*row].top +
           rows.rows[*row].height;
}

std::string days_in_sight(const ViewFrame& frame) {
    return app::days_in_sight(frame.ui.texts(), frame.state.view.roadmap.scale,
                              frame.state.session.frame.time.width());
}

float command_button_width(ViewFrame& frame, const CommandButton& spec) {
    return button_width(frame.ui, button_spec(frame, spec));
}

void command_button(ViewFrame& frame, const Rect& rect, const CommandButton& spec) {
    ButtonSpec made = button_spec(frame, spec);
    const app::Availability availability = app::command_availability(frame.state, spec.command);
    std::string description(made.label);
    const std::string keys = app::shortcut_text(spec.command);
    if (!keys.empty()) {
        description.append(" (").append(keys).append(")");
    }
    if (!availability.enabled && !availability.reason.empty()) {
        description.append(". ").append(frame.text(availability.reason));
    }
    made.description = description;
    if (button(frame.ui, rect, made)) {
        frame.actions.push(app::command_action(frame.state, spec.command));
    }
}

} // namespace vekha::ui
