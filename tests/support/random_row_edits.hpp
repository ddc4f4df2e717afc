// Edits of many rows at once; random_edits() has them, too.
#pragma once

#include "tests/support/random_edits.hpp"

#include <span>

namespace vekha::test {

[[nodiscard]] std::span<const RandomEdit> random_row_edits();

} // namespace vekha::test
