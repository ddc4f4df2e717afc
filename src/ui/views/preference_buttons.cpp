#include "ui/views/preference_buttons.hpp"

#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "ui/theme.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

namespace vekha::ui {
namespace {

ButtonSpec theme_spec(const ViewFrame& frame, const PreferencePaths& paths) {
    const bool dark = app::dark_theme(frame.state);
    return {.path = paths.theme,
            .label = frame.text(dark ? "topbar.theme.light"_key : "topbar.theme.dark"_key),
            .icon = dark ? Icon::Sun : Icon::Moon,
            .look = ButtonLook::Quiet,
            .icon_only = true};
}

ButtonSpec language_spec(const ViewFrame& frame, const PreferencePaths& paths) {
    return {.path = paths.language,
            .label = frame.text("topbar.language.other"_key),
            .description = frame.text("topbar.language.hint"_key),
            .look = ButtonLook::Quiet};
}

} // namespace

float preference_buttons_width(const ViewFrame& frame) {
    return button_width(frame.ui, theme_spec(frame, {})) + metrics::kGap +
           button_width(frame.ui, language_spec(frame, {}));
}

void preference_buttons(ViewFrame& frame, const Rect& rect, const PreferencePaths& paths) {
    const ButtonSpec theme_button = theme_spec(frame, paths);
    const float split = rect.right - button_width(frame.ui, theme_button);
    if (button(frame.ui, {rect.left, rect.top, split - metrics::kGap, rect.bottom},
               language_spec(frame, paths))) {
        frame.actions.push(app::command_action(frame.state, app::Command::SwitchLanguage));
    }
    if (button(frame.ui, {split, rect.top, rect.right, rect.bottom}, theme_button)) {
        const bool dark = app::dark_theme(frame.state);
        frame.actions.push(app::command_action(frame.state, dark ? app::Command::ThemeLight
                                                                 : app::Command::ThemeDark));
    }
}

} // namespace vekha::ui
