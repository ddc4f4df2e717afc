// The table of commands: one line for each, with all that is generated from it (menus, tool bar,
// shortcuts, palette, help). For app/commands.cpp only.
#pragma once

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/command_needs.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"

namespace vekha::app {

struct CommandEntry {
    Command command = Command::Escape;
    CommandGroup group = CommandGroup::Plan;
    TextKey label;
    TextKey words; // by which it is found, too
    Need need = Need::Nothing;
    Action (*action)(const AppState& state) = nullptr;
    bool (*is_on)(const AppState& state) = nullptr; // of a switch
};

[[nodiscard]] const CommandEntry& command_entry(Command command);

} // namespace vekha::app
