// Random plans that have something of everything a file can hold: all lists filled, references
// between them (some to what is missing), members that nobody knows, and originals that a repair
// kept. For tests that change and write documents; random_plan.hpp is enough for those that look.
#pragma once

#include "core/model/document.hpp"
#include "tests/support/random_plan.hpp"

#include <cstddef>
#include <string>

namespace vekha::test {

[[nodiscard]] Document random_full_plan(Chance& chance, std::size_t measures);

// Words in two alphabets, at times with line breaks and spaces at their ends, or none at all.
[[nodiscard]] std::string random_words(Chance& chance);

} // namespace vekha::test
