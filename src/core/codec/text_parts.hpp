// TextParts: the canonical text of a document as parts that a change mostly leaves as they are:
// each chunk of its lists is one, and so is what stands between them. For drafts: after a change
// only what is new is written and stored. A part is told by a number that is never used again.
#pragma once

#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace vekha {

class TextParts {
public:
    struct Part {
        std::uint32_t number = 0;
        std::string text;
    };
    struct Step {
        std::vector<Part> fresh;
        bool is_whole = true; // else the rest is for the next step
    };

    // Writes what no earlier step has written: what stands between the chunks, at least one chunk,
    // and no further one behind `most_bytes`. Steps may be taken with one document after the
    // other. O(chunks) beside what is written. A document in another layout has other parts.
    [[nodiscard]] Step update(const Document& document, TextLayout layout, std::size_t most_bytes);

    // All parts are new again, with numbers of their own: those that were given have been lost.
    void forget() { m_known.clear(); }

    // The whole text after a step that was whole, as write_roadmap() writes it.
    [[nodiscard]] std::span<const std::uint32_t> order() const { return m_order; }

private:
    class Pass;
    struct Known {
        std::uint32_t number = 0;
        bool begins = false;                // first in its list: no comma before it
        std::shared_ptr<const void> source; // none: what stands between, and is kept itself
        std::string between;
    };

    std::vector<Known> m_known; // in the order of the text, as far as that is known
    std::vector<std::uint32_t> m_order;
    std::uint32_t m_last = 0;
    TextLayout m_layout = TextLayout::Indented;
};

} // namespace vekha
