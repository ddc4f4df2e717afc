// Commands: the one table of actions that have a name. Tool bar, shortcuts, tooltips, the palette,
// the help sheet and the twin take from here what a command is called, by which words it is found,
// whether it holds now, and why it cannot run, so they cannot disagree. Only what works is listed.
#pragma once

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"

#include <optional>
#include <span>

namespace vekha::app {

struct Availability {
    bool enabled = true;
    TextKey reason; // why it is not
};

[[nodiscard]] TextKey command_label(Command command);
// Other words it is looked for by; empty: none.
[[nodiscard]] TextKey command_words(Command command);
[[nodiscard]] CommandGroup command_group(Command command);
[[nodiscard]] TextKey group_title(CommandGroup group);
[[nodiscard]] Availability command_availability(const AppState& state, Command command);
// In the order in which the menu lists them.
[[nodiscard]] std::span<const Command> menu_commands(MenuOf menu);
// As it will be when the palette or the menu, from which it is chosen, has gone.
[[nodiscard]] Availability availability_behind(const AppState& state, Command command);
// It is a switch, and on; nothing: it is no switch.
[[nodiscard]] std::optional<bool> command_is_on(const AppState& state, Command command);
// What the command does now; Escape means the innermost thing that is open.
[[nodiscard]] Action command_action(const AppState& state, Command command);
// What its key does: while a period is moved by keys, arrows and Enter are those of the move.
[[nodiscard]] Action key_action(const AppState& state, Command command);

} // namespace vekha::app
