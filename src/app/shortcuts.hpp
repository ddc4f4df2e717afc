// Shortcuts: which key means which command (look.md «Keys»). Letters go by character when it is
// Latin and by physical key otherwise, so that they work in the Russian layout; signs go by
// character. Nothing is bound to Alt+Shift or Ctrl+Shift, which switch layouts. Two shortcuts that
// match the same key are a bug; a test looks for them.
#pragma once

#include "app/commands.hpp"
#include "app/ports/events.hpp"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vekha::app {

struct Shortcut {
    std::string_view key; // "z" for a letter, "+" for a sign, "ArrowUp" for a named key
    bool ctrl = false;
    Command command = Command::Escape;
    bool shift = false; // with a named key
};

[[nodiscard]] std::span<const Shortcut> all_shortcuts();
[[nodiscard]] std::optional<Command> command_for_key(const KeyPressed& key);
// "Ctrl+Z", "T", "↑"; empty when the command has none.
[[nodiscard]] std::string shortcut_text(Command command);

} // namespace vekha::app
