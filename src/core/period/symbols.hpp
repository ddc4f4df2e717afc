// The characters of a cell as the reader of periods sees them: each one a letter, a digit, a blank
// or a sign, with its place in the text counted in code points. Marks of HTML and what is invisible
// are gone.
#pragma once

#include "core/period/letters.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha::reading {

enum class SymbolKind : std::uint8_t {
    Letter,
    Digit,
    Blank,
    NewLine,
    Dash,
    Dot,
    Comma,
    Colon,
    Slash,
    Open,
    Close,
    NumberSign,
    Damaged,
    Amount, // + or %
};

struct Symbol {
    SymbolKind kind = SymbolKind::Blank;
    // Letters: as it would be in either script, 0 where that script has nothing like it.
    Letter cyrillic = 0;
    Letter latin = 0;
    bool is_latin = false; // as written
    bool is_capital = false;
    std::uint8_t digit = 0;
    std::uint32_t at = 0;
};

[[nodiscard]] std::vector<Symbol> symbols_of(std::string_view text);

} // namespace vekha::reading
