// Writes a Document as the canonical text of a roadmap file (FORMAT.md). Pure and deterministic:
// equal documents give equal bytes, and reading the bytes back gives an equal document. The texts
// of the document must be valid UTF-8 without U+0000 and its numbers finite; what is typed is
// checked on entry. A caller that saves proves it by reading the bytes back before it touches a
// file.
#pragma once

#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"

#include <string>

namespace vekha {

[[nodiscard]] std::string write_roadmap(const Document& document,
                                        TextLayout layout = TextLayout::Indented);

} // namespace vekha
