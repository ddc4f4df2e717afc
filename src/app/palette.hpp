// Which commands a person may mean by what is typed into the palette. Every word has to begin a
// word of the command: of its label, of its group or of the words it is looked for by, in either
// language; any case, е for ё.
#pragma once

#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"

#include <string_view>
#include <vector>

namespace vekha::app {

// Best first: the label begins like that, then the label has it all, then the rest; of equals first
// what can run (availability_behind), then in the order of the table. All of them in that order
// while nothing is typed. Without what the palette itself is.
[[nodiscard]] std::vector<Command> found_commands(const AppState& state, const Texts& texts,
                                                  std::string_view typed);

} // namespace vekha::app
