// Numbers as text, the same on every machine and in every locale. Written in the shortest form that
// reads back equal, laid out as ECMAScript does (100000, 1e+21, 1.5e-7), with -0 kept as -0.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace vekha {

// The value of a well-formed JSON number. None when it is too large for a double, or so small that
// it would become zero without being zero.
[[nodiscard]] std::optional<double> double_from_json(std::string_view number);

// `value` must be finite.
[[nodiscard]] std::string json_from_double(double value);

} // namespace vekha
