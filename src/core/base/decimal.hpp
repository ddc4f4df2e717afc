// Doubles and their decimal text, both exact. In the page the browser does this work
// (src/platform/decimal_web.cpp), whose Number keeps the same rules: the standard library's own
// tables and arithmetic for it are 20 KB of the program.
#pragma once

#include <string>
#include <string_view>

namespace vekha {

// The value nearest to a decimal number: «-» or nothing, digits with at most one point, an exponent
// or none ("-12.5", ".5", "5.", "1e-7"). Not finite when the text is anything else, also empty, or
// too large for a double; not finite or 0 when it is too small.
[[nodiscard]] double double_from_decimal(std::string_view text);

// The shortest text that reads back equal, laid out as ECMAScript does (100000, 1e+21, 1.5e-7),
// with minus zero kept as -0. `value` must be finite.
[[nodiscard]] std::string decimal_from_double(double value);

} // namespace vekha
