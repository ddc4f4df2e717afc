#include "core/period/word_forms.hpp"

#include "core/period/letters.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/russian_endings.hpp"
#include "core/period/tokens.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace vekha::reading {
namespace {

template <class List>
bool is_one_of(const Letters& word, const List& list) {
    return std::any_of(list.begin(), list.end(),
                       [&word](std::string_view one) { return Letters(one) == word; });
}

} // namespace

bool is_ordinal_ending(const Letters& word) {
    return is_one_of(word, kOrdinalEndings);
}

// The value of a Roman number as the tokens spell it, with what scanners make of it; 0 for none.
int roman_value(const Token& token) {
    if (token.can_be_latin) {
        constexpr std::array<std::string_view, 5> kRoman{"i", "ii", "iii", "iv", "v"};
        for (std::size_t at = 0; at < kRoman.size(); ++at) {
            if (token.latin == Letters(kRoman[at])) {
                return static_cast<int>(at) + 1;
            }
        }
        if (token.latin == Letters("iy")) {
            return 4;
        }
    }
    return 0;
}

// What scanners make of II and III.
int misread_roman_value(const Token& token) {
    if (!token.can_be_cyrillic) {
        return 0;
    }
    if (token.cyrillic == Letters(kMisreadTwo)) {
        return 2;
    }
    const bool three =
        token.cyrillic == Letters(kMisreadThree) || token.cyrillic == Letters(kMisreadDigitThree);
    return three ? 3 : 0;
}

WordMeaning exact_meaning(const Token& token) {
    if (!token.is_written_latin && token.can_be_cyrillic) {
        const WordMeaning meaning = find_word(token.cyrillic);
        if (meaning.sense != Sense::Unknown) {
            return meaning;
        }
    }
    if (token.can_be_latin) {
        const WordMeaning meaning = find_word(token.latin);
        if (meaning.sense != Sense::Unknown) {
            return meaning;
        }
    }
    return token.can_be_cyrillic ? find_word(token.cyrillic) : WordMeaning{};
}

bool is_counted_unit(Sense sense) {
    return sense == Sense::QuarterUnit || sense == Sense::HalfUnit || sense == Sense::Term ||
           sense == Sense::Decade;
}

Letters joined(const Letters& a, const Letters& b) {
    Letters result = a;
    for (std::size_t at = 0; at < b.size(); ++at) {
        result.add(b[at]);
    }
    return result;
}

bool is_count_ending(const Letters& word) {
    return is_one_of(word, kCountEndings);
}

bool is_english_ending(const Letters& word) {
    return is_one_of(word, kEnglishEndings);
}

bool is_this_year_sign(const Letters& word) {
    return is_one_of(word, kThisYearSigns);
}

bool is_school_sign(const Letters& word) {
    return word == Letters(kSchoolSign);
}

bool is_half_sign(const Letters& word) {
    return word == Letters(kHalfSign);
}

bool is_year_sign(const Letters& word) {
    return word == Letters(kYearSign);
}

} // namespace vekha::reading
