// A list of commands to choose from: each with a mark while it is on, its group or the reason why
// it cannot run, and its keys. A press runs the command and closes what the list stands in.
#pragma once

#include "app/command.hpp"
#include "core/base/geometry.hpp"
#include "ui/views/view_frame.hpp"

#include <span>
#include <string_view>

namespace vekha::ui {

struct CommandListSpec {
    std::string_view path; // of its nodes
    std::string_view name;
    std::span<const app::Command> commands;
    bool marks_first = false; // Enter in a field beside it runs the first
    bool names_groups = false;
};

// Rows as high as a button; what has no room scrolls.
void command_list(ViewFrame& frame, const Rect& view, float& scroll, const CommandListSpec& spec);

} // namespace vekha::ui
