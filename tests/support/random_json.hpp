// JSON texts made by chance, in the spellings that careless writers use: 1E3, -0, 400 digits,
// 1e9999, every escape. The same seed gives the same text on every machine.
#pragma once

#include "tests/support/random_plan.hpp"

#include <string>
#include <string_view>

namespace vekha::test {

// A value without white space outside its strings; objects have no two members of one name.
[[nodiscard]] std::string random_json(Chance& chance, int levels);
[[nodiscard]] std::string random_json_string(Chance& chance);

// The same text with white space strewn between its parts.
[[nodiscard]] std::string with_random_space(Chance& chance, std::string_view json);

// True in the long tier of the tests (VEKHA_LONG is set).
[[nodiscard]] bool long_run();

} // namespace vekha::test
