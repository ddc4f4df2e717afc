// A cell of a plan cut into words, numbers and signs. Everything is forgiven here that does not
// change a reading: letter case, kinds of dashes and blanks, marks of HTML, marks over letters,
// soft hyphens, Latin letters for Cyrillic ones, O and l for 0 and 1. Any bytes give tokens. Places
// count code points of the text; a byte that is no UTF-8 counts as one.
#pragma once

#include "core/period/letters.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha::reading {

enum class TokenKind : std::uint8_t {
    Word,
    Number,
    Dash,
    Dot,
    Comma, // also a semicolon
    Colon,
    Slash,
    Open,
    Close,
    NumberSign,
    NewLine,
    Damaged, // a question mark or a byte that belongs to no character: something stood here
    Amount,  // a plus or a percent sign: the number before it is no date
};

struct Token {
    TokenKind kind = TokenKind::Word;
    bool spaced = false; // blanks stand before it
    // Words: the letters in both scripts; a script is possible when each letter has a look-alike in
    // it.
    bool can_be_cyrillic = false;
    bool can_be_latin = false;
    bool is_written_latin = false; // most letters are
    std::uint8_t digits = 0;       // of a number
    std::uint32_t number = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    Letters cyrillic;
    Letters latin;
};

[[nodiscard]] std::vector<Token> tokens_of(std::string_view text);

} // namespace vekha::reading
