// Where things stand in a text: offsets to lines and columns, the line around a place, the path of
// a node. Lines end with LF, CR LF or a lone CR; columns count code points from 1; a byte order
// mark is no character.
#pragma once

#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {

// Answers places in ascending order, so that many problems of one large file cost one walk over it.
class TextPlaces {
public:
    // The text up to its first place that is not UTF-8 counts as it is; what follows is never asked
    // for.
    explicit TextPlaces(std::string_view text);

    [[nodiscard]] TextPosition position_of(std::size_t offset);

private:
    std::string_view m_text;
    TextPosition m_last;
};

// Up to 48 characters before the place and 32 behind it; «…» marks what was cut.
[[nodiscard]] SourceExcerpt excerpt_at(std::string_view text, std::size_t offset);

// "$.measures[3].period"; a name that is no plain word is quoted as it is spelled: "$[\"a b\"]". A
// name has the path of its value.
[[nodiscard]] std::string path_of(const JsonTree& tree, NodeIndex node);

} // namespace vekha
