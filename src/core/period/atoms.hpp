// The words, numbers and signs of a cell by what they can mean: numbers that are dates are dates
// («15.04.2021»), known words have their sense, broken and misspelt ones are put together, numbers
// of lists («1)») and bullets are left out. Places count code points of the text.
#pragma once

#include "core/period/lexicon.hpp"
#include "core/period/tokens.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace vekha::reading {

struct Atom {
    Sense sense = Sense::Unknown;
    WordForm form = WordForm::Plain;
    bool spaced = false;
    bool is_roman = false;
    bool is_word = false;  // a number in letters
    bool doubtful = false; // could be something else as well
    bool is_repaired = false;
    std::uint8_t digits = 0;
    int value = 0; // of a word or number; the day of a date
    int month = 0; // of a date in digits
    int year = 0;
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};

[[nodiscard]] std::vector<Atom> atoms_of(std::span<const Token> tokens);

} // namespace vekha::reading
