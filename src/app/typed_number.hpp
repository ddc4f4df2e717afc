// Numbers as people type them.
#pragma once

#include <optional>
#include <string_view>

namespace vekha::app {

// «12,5», «1 000», «-3.2», «40 %»: a comma or a point, spaces between the digits, a percent sign at
// the end. None for what is no number.
[[nodiscard]] std::optional<double> parse_typed_number(std::string_view text);

// As programs write it: «12.5», «1e-7»; the whole text.
[[nodiscard]] std::optional<double> parse_plain_number(std::string_view text);

} // namespace vekha::app
