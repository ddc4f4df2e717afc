// One reading of the tokens of a cell, its line breaks taken as they stand among them. Only
// read_period() uses it, which tries the breaks both ways.
#pragma once

#include "core/period/period_reader.hpp"
#include "core/period/tokens.hpp"

#include <span>
#include <string_view>

namespace vekha::reading {

// `tokens` are those of `text` or a part of them.
[[nodiscard]] PeriodReading read_tokens(std::string_view text, const PeriodContext& context,
                                        std::span<const Token> tokens);

} // namespace vekha::reading
