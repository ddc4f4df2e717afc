#include "core/find/fold_letters.hpp"

#include "core/base/sorting.hpp"
#include "core/base/utf8.hpp"
#include "core/find/russian_word_endings.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

constexpr bool is_within(std::uint32_t c, std::uint32_t first, std::uint32_t last) {
    return c >= first && c <= last;
}

constexpr bool is_blank(std::uint32_t c) {
    return c == ' ' || is_within(c, 0x09, 0x0D) || c == 0xA0 || is_within(c, 0x2000, 0x200A) ||
           c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

// Blocks in which capital and small letters alternate, the capital one even.
constexpr bool alternates_from_even(std::uint32_t c) {
    return is_within(c, 0x100, 0x137) || is_within(c, 0x14A, 0x177) || is_within(c, 0x460, 0x481) ||
           is_within(c, 0x48A, 0x4BF) || is_within(c, 0x4D0, 0x52F);
}

constexpr std::uint32_t small_letter(std::uint32_t c) {
    if (is_within(c, 'A', 'Z') || is_within(c, 0x410, 0x42F) ||
        (is_within(c, 0xC0, 0xDE) && c != 0xD7) || (is_within(c, 0x391, 0x3A9) && c != 0x3A2)) {
        return c + 0x20;
    }
    if (is_within(c, 0x400, 0x40F)) {
        return c + 0x50;
    }
    if (alternates_from_even(c)) {
        return c | 1U;
    }
    // Here the capital one is odd.
    if (is_within(c, 0x4C1, 0x4CE) || is_within(c, 0x139, 0x148) || is_within(c, 0x179, 0x17E)) {
        return (c & 1U) != 0 ? c + 1 : c;
    }
    return c;
}

constexpr std::uint32_t compared(std::uint32_t c) {
    constexpr std::uint32_t kYo = 0x451;
    constexpr std::uint32_t kYe = 0x435;
    if (is_blank(c)) {
        return ' ';
    }
    const std::uint32_t small = small_letter(c);
    return small == kYo ? kYe : small;
}

// A plan of 100 000 measures has some 30 million letters, nearly all of them below this.
constexpr std::array<std::uint16_t, 0x530> kCompared = [] {
    std::array<std::uint16_t, 0x530> table{};
    for (std::uint32_t c = 0; c < table.size(); ++c) {
        table[c] = static_cast<std::uint16_t>(compared(c));
    }
    return table;
}();

// Characters of one and of two bytes at once, the others by the careful way.
DecodedCodePoint next_character(std::string_view utf8, std::size_t at) {
    const auto lead = static_cast<std::uint8_t>(utf8[at]);
    if (lead < 0x80) {
        return {lead, 1};
    }
    if (is_within(lead, 0xC2, 0xDF) && at + 1 < utf8.size()) {
        const auto second = static_cast<std::uint8_t>(utf8[at + 1]);
        if ((second & 0xC0U) == 0x80U) {
            return {((lead & 0x1FU) << 6U) | (second & 0x3FU), 2};
        }
    }
    const DecodedCodePoint next = decode_utf8(utf8, at);
    return next.bytes == 0 ? DecodedCodePoint{kReplacement, 1} : next;
}

// Four Cyrillic letters.
constexpr std::size_t kLeastOfStem = 8;

// Looks for the last byte first: Cyrillic letters share their first one, the second tells them
// apart.
std::size_t find_bytes(std::string_view text, std::string_view part, std::size_t from) {
    const std::size_t before = part.size() - 1;
    for (std::size_t at = from + before; at < text.size(); ++at) {
        at = text.find(part.back(), at);
        if (at == std::string_view::npos) {
            break;
        }
        if (text.compare(at - before, before, part, 0, before) == 0) {
            return at - before;
        }
    }
    return std::string_view::npos;
}

// What is no letter before the place: blanks, signs, and the quotes and dashes of two and three
// bytes.
bool is_inside_word(std::string_view folded_text, std::size_t at) {
    if (at == 0) {
        return false;
    }
    std::size_t before = at - 1;
    while (before > 0 && (static_cast<std::uint8_t>(folded_text[before]) & 0xC0U) == 0x80U) {
        --before;
    }
    const auto lead = static_cast<std::uint8_t>(folded_text[before]);
    return is_within(lead, 'a', 'z') || is_within(lead, '0', '9') || is_within(lead, 0xC3, 0xDF);
}

// The first place from `from` on where the word stands as it was typed, or a form of it begins.
std::optional<TextMatch> find_word(std::string_view text, const SearchWord& word,
                                   std::size_t from) {
    const std::string_view part = word.stem.empty() ? word.text : word.stem;
    for (std::size_t at = find_bytes(text, part, from); at != std::string_view::npos;
         at = find_bytes(text, part, at + 1)) {
        if (text.substr(at).starts_with(word.text)) {
            return TextMatch{at, at + word.text.size()};
        }
        if (!is_inside_word(text, at)) {
            return TextMatch{at, at + part.size()};
        }
    }
    return std::nullopt;
}

// The word without its ending, of four letters at least; empty for words that have none.
std::string_view stem_of(std::string_view folded_word) {
    for (const std::string_view ending : kWordEndings) {
        if (folded_word.size() >= kLeastOfStem + ending.size() && folded_word.ends_with(ending)) {
            return folded_word.substr(0, folded_word.size() - ending.size());
        }
    }
    return {};
}

// A byte that belongs to no character becomes the three of U+FFFD; nothing else grows.
constexpr std::size_t kMostGrowth = 3;

// Calls `take(place, end)` after each character, with its place in the text and the end of what was
// written. `to` has room for kMostGrowth times the text; blanks that follow a blank write nothing.
template <class Take>
char* fold_each(char* to, bool after_blank, std::string_view utf8, Take take) {
    for (std::size_t at = 0; at < utf8.size();) {
        const DecodedCodePoint next = next_character(utf8, at);
        const std::uint32_t c = next.code_point < kCompared.size() ? kCompared[next.code_point]
                                                                   : compared(next.code_point);
        if (c != ' ') {
            to = put_utf8(to, c);
        } else if (!after_blank) {
            *to++ = ' ';
        }
        after_blank = c == ' ';
        take(at, to);
        at += next.bytes;
    }
    return to;
}

} // namespace

void append_folded(std::string& out, std::string_view utf8) {
    const std::size_t begin = out.size();
    const bool after_blank = out.empty() || out.back() == ' ';
    out.resize(begin + utf8.size() * kMostGrowth);
    const char* const end = fold_each(out.data() + begin, after_blank, utf8,
                                      [](std::size_t /*place*/, const char* /*end*/) {});
    out.resize(static_cast<std::size_t>(end - out.data()));
}

std::string folded(std::string_view utf8) {
    std::string out;
    out.reserve(utf8.size());
    append_folded(out, utf8);
    return out;
}

std::vector<SearchWord> search_words(std::string_view query) {
    std::vector<SearchWord> words;
    std::string word;
    for (const char c : folded(query) + " ") {
        if (c != ' ') {
            word += c;
        } else if (!word.empty()) {
            SearchWord& made = words.emplace_back();
            made.stem = stem_of(word);
            made.text = std::exchange(word, {});
        }
    }
    return words;
}

bool has_word(std::string_view folded_text, const SearchWord& word) {
    return find_word(folded_text, word, 0).has_value();
}

bool begins_a_word(std::string_view folded_text, std::string_view part) {
    for (std::size_t at = find_bytes(folded_text, part, 0); at != std::string_view::npos;
         at = find_bytes(folded_text, part, at + 1)) {
        if (!is_inside_word(folded_text, at)) {
            return true;
        }
    }
    return false;
}

std::span<const TextMatch> MatchFinder::find(std::string_view utf8,
                                             std::span<const SearchWord> words) {
    m_places.clear();
    m_matches.clear();
    m_folded.resize(utf8.size() * kMostGrowth);
    const char* const begin = m_folded.data();
    const char* const folded_end =
        fold_each(m_folded.data(), true, utf8, [this, begin](std::size_t place, const char* end) {
            m_places.resize(static_cast<std::size_t>(end - begin), place);
        });
    m_folded.resize(static_cast<std::size_t>(folded_end - begin));
    m_places.push_back(utf8.size());
    for (const SearchWord& word : words) {
        for (std::optional<TextMatch> match = find_word(m_folded, word, 0); match;
             match = find_word(m_folded, word, match->end)) {
            m_matches.push_back({m_places[match->begin], m_places[match->end]});
        }
    }
    sort_few(std::span(m_matches), [](const TextMatch& a, const TextMatch& b) {
        return std::tie(a.begin, a.end) < std::tie(b.begin, b.end);
    });
    std::size_t kept = 0;
    for (const TextMatch& match : m_matches) {
        if (kept > 0 && match.begin <= m_matches[kept - 1].end) {
            m_matches[kept - 1].end = std::max(m_matches[kept - 1].end, match.end);
        } else {
            m_matches[kept++] = match;
        }
    }
    m_matches.resize(kept);
    return m_matches;
}

} // namespace vekha
