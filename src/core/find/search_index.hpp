// Everything that is said about each measure, folded, in one block: the number, the texts, who is
// responsible, how the period is written. Made once for a revision, in O(size of the texts); each
// search then only compares bytes.
#pragma once

#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

class SearchIndex {
public:
    SearchIndex() = default;
    explicit SearchIndex(const Document& document);

    // Folded; its texts stand in lines of their own, so that no word is found across two of them.
    [[nodiscard]] std::string_view text_of(std::size_t measure) const;
    // True when every word (of search_words) stands somewhere in the measure's texts.
    [[nodiscard]] bool has_all(std::size_t measure, std::span<const SearchWord> words) const;

private:
    std::string m_text;
    std::vector<std::size_t> m_ends; // by measure
};

} // namespace vekha
