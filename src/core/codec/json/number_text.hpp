// Numbers of JSON text; how they are written is said in core/base/decimal.hpp.
#pragma once

#include <optional>
#include <string_view>

namespace vekha {

// The value of a well-formed JSON number. None when it is too large for a double, or so small that
// it would become zero without being zero.
[[nodiscard]] std::optional<double> double_from_json(std::string_view number);

} // namespace vekha
