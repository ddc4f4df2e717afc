// In the place of the legend while several measures are picked: how many they are, and what can be
// done with all of them at once.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/pick_control.hpp"
#include "app/shortcuts.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

using app::Command;

constexpr float kBarButton = 28.0F;
constexpr float kButtonGap = metrics::kGap * 0.5F;

struct PickedButton {
    std::string_view path;
    app::TextKey label;
    Command command;
    ButtonLook look = ButtonLook::Quiet;
    Icon icon = Icon::None; // then without words
};

constexpr std::array kButtons{
    PickedButton{"picked/change", "picked.change"_key, Command::ChangePicked, ButtonLook::Plain},
    PickedButton{"picked/copy", "picked.copy"_key, Command::CopyRows},
    PickedButton{"picked/cut", "picked.cut"_key, Command::CutRows},
    PickedButton{"picked/duplicate", "picked.duplicate"_key, Command::DuplicateMeasure},
    PickedButton{"picked/remove", "picked.remove"_key, Command::RemoveMeasure},
    PickedButton{"picked/drop", "command.dropPicked"_key, Command::DropPicked}};
// Where there is no room for all; the menu has the others.
constexpr std::array kFewButtons{
    PickedButton{"picked/more", "picked.more"_key, Command::OpenMenu, ButtonLook::Plain},
    PickedButton{"picked/drop", "command.dropPicked"_key, Command::DropPicked, ButtonLook::Quiet,
                 Icon::Close}};

ButtonSpec spec_of(const ViewFrame& frame, const PickedButton& button) {
    return {.path = button.path,
            .label = frame.text(button.label),
            .icon = button.icon,
            .look = button.look,
            .icon_only = button.icon != Icon::None,
            .enabled = button.command == Command::OpenMenu ||
                       app::command_availability(frame.state, button.command).enabled};
}

float buttons_width(const ViewFrame& frame, std::span<const PickedButton> buttons) {
    float width = 0.0F;
    for (const PickedButton& button : buttons) {
        width += button_width(frame.ui, spec_of(frame, button)) + kButtonGap;
    }
    return width;
}

// With the words, the mark before them and all gaps.
float width_of(const ViewFrame& frame, std::span<const PickedButton> buttons) {
    const std::string words = app::picked_text(frame.ui.texts(), frame.state.session);
    return 2.0F * metrics::kPad + metrics::kMark + metrics::kGap +
           frame.ui.fonts().width(words, kStrong) + metrics::kGapWide +
           buttons_width(frame, buttons);
}

// Its keys, or why it cannot be pressed.
std::string description_of(const ViewFrame& frame, const ButtonSpec& spec, Command command) {
    std::string words(spec.label);
    if (!spec.enabled) {
        return words.append(". ").append(
            frame.text(app::command_availability(frame.state, command).reason));
    }
    const std::string keys = app::shortcut_text(command);
    return keys.empty() || command == Command::OpenMenu
               ? words
               : words.append(" (").append(keys).append(")");
}

void put_button(ViewFrame& frame, const Rect& rect, const PickedButton& which) {
    ButtonSpec spec = spec_of(frame, which);
    const std::string description = description_of(frame, spec, which.command);
    spec.description = description;
    if (!button(frame.ui, rect, spec)) {
        return;
    }
    if (which.command == Command::OpenMenu) {
        frame.actions.push(app::act::OpenMenu{{app::MenuOf::Picked, Point{rect.left, rect.top}}});
    } else {
        frame.actions.push(app::command_action(frame.state, which.command));
    }
}

} // namespace

float picked_bar_width(const ViewFrame& frame) {
    return width_of(frame, kButtons);
}

float least_picked_bar_width(const ViewFrame& frame) {
    return width_of(frame, kFewButtons);
}

void picked_bar(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    const bool fits = width_of(frame, kButtons) <= rect.width();
    const std::span<const PickedButton> buttons =
        fits ? std::span<const PickedButton>(kButtons) : std::span<const PickedButton>(kFewButtons);
    ImDrawList* const list = ImGui::GetWindowDrawList();
    list->AddRectFilled({rect.left, rect.top + metrics::kHairline}, bottom_right(rect),
                        ui.color(ColorRole::AccentSoft));
    const SemanticKey key = semantic_key("picked");
    ui.add_node(key, Role::Toolbar, frame.text("picked.name"_key), rect);
    const SemanticScope scope(ui, key);
    const float middle = rect.center().y;
    const float left = rect.left + metrics::kPad;
    icon(ui,
         {left, middle - metrics::kMark * 0.5F, left + metrics::kMark,
          middle + metrics::kMark * 0.5F},
         Icon::Check, ColorRole::Accent);
    const std::string words = app::picked_text(ui.texts(), frame.state.session);
    const float words_left = left + metrics::kMark + metrics::kGap;
    const float room = rect.right - buttons_width(frame, buttons) - metrics::kGapWide;
    const float words_right = std::max(
        words_left,
        std::min(words_left + ui.fonts().width(words, kStrong) + metrics::kHairline, room));
    const Rect place{words_left, rect.top, words_right, rect.bottom};
    label(ui, place, words, kStrong, ColorRole::Text);
    ui.add_node(semantic_key("picked/count"), Role::Text, words, place);
    float x = place.right + metrics::kGapWide;
    for (const PickedButton& button : buttons) {
        const float width = button_width(ui, spec_of(frame, button));
        put_button(frame, {x, middle - kBarButton * 0.5F, x + width, middle + kBarButton * 0.5F},
                   button);
        x += width + kButtonGap;
    }
}

} // namespace vekha::ui
