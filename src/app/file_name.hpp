// Names for files that are saved: clean on every system, whatever the title or the opened name
// holds. Pure.
#pragma once

#include <string>
#include <string_view>

namespace vekha::app {

// The name without what file systems refuse or what hides its end: separators, control and
// direction characters, device names of Windows, dots and spaces at both ends; at most 100
// characters. Empty when nothing is left.
[[nodiscard]] std::string clean_file_stem(std::string_view name);

// «plan.vekha.json» for a title or for the name of an opened file; `fallback` when nothing of it is
// left.
[[nodiscard]] std::string suggested_file_name(std::string_view title_or_name,
                                              std::string_view fallback);

// The same with a suffix before the ending: «plan (copy).vekha.json».
[[nodiscard]] std::string name_of_copy(std::string_view file_name, std::string_view suffix);

} // namespace vekha::app
