// Text as a search compares it: letters without their case, ё as е, and every kind of blank or line
// break as one space. Enough for the plans' languages (Latin, Cyrillic with the letters of Tatar,
// Bashkir and Yakut, Greek); other characters stay as they are. Libraries that know all of Unicode
// (ICU, utf8proc) would add more to the page than the rest of the search.
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

void append_folded(std::string& out, std::string_view utf8);
[[nodiscard]] std::string folded(std::string_view utf8);

// A word that is looked for: anywhere in a text as it was typed, and in any other form where a word
// begins («утверждения» finds «Утверждение»).
struct SearchWord {
    std::string text; // folded
    std::string stem; // what its forms begin with; empty where it has none
    bool operator==(const SearchWord&) const = default;
};
// The words of a query; each has to be found.
[[nodiscard]] std::vector<SearchWord> search_words(std::string_view query);
[[nodiscard]] bool has_word(std::string_view folded_text, const SearchWord& word);
// True when a word of the text begins with the part, which is not empty.
[[nodiscard]] bool begins_a_word(std::string_view folded_text, std::string_view part);

// Where words stand in a text, as bytes of the text itself.
struct TextMatch {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool operator==(const TextMatch&) const = default;
};

// Keeps its buffers from call to call.
class MatchFinder {
public:
    // From left to right, none over another. They hold until the next call.
    [[nodiscard]] std::span<const TextMatch> find(std::string_view utf8,
                                                  std::span<const SearchWord> words);

private:
    std::string m_folded;
    std::vector<std::size_t> m_places; // in the text: of each byte of m_folded, and the end
    std::vector<TextMatch> m_matches;
};

} // namespace vekha
