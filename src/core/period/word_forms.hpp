// Single words and endings as the atoms need them: ordinals, Roman numbers as scanners leave them,
// the meaning of a word in either script.
#pragma once

#include "core/period/letters.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/tokens.hpp"

namespace vekha::reading {

// Behind a number: «1-й», «5-го»; «3-х»; "15th".
[[nodiscard]] bool is_ordinal_ending(const Letters& word);
[[nodiscard]] bool is_count_ending(const Letters& word);
[[nodiscard]] bool is_english_ending(const Letters& word);

// «с.» and «т.» of «с.г.», «у.» of «у.г.»; both halves of «п/г».
[[nodiscard]] bool is_this_year_sign(const Letters& word);
[[nodiscard]] bool is_school_sign(const Letters& word);
[[nodiscard]] bool is_half_sign(const Letters& word);
[[nodiscard]] bool is_year_sign(const Letters& word);

// The value of a Roman number as the tokens spell it, or of the letter that scanners make of one; 0
// for none.
[[nodiscard]] int roman_value(const Token& token);
[[nodiscard]] int misread_roman_value(const Token& token);

// What the word means as it is spelt, in the script that it is written in or in the other one.
[[nodiscard]] WordMeaning exact_meaning(const Token& token);

// «квартал», «полугодие», «четверть», «декада»: a number before them may be Roman.
[[nodiscard]] bool is_counted_unit(Sense sense);

[[nodiscard]] Letters joined(const Letters& a, const Letters& b);

} // namespace vekha::reading
