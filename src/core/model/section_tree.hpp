// How sections stand inside each other, whatever a file says: deeper than the two levels that are
// allowed, in a circle, below a section that is missing, or with an id that comes twice (then the
// first one holds). Made once for a document, in time that grows with the number of sections only.
#pragma once

#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <vector>

namespace vekha {

class SectionTree {
public:
    static constexpr std::uint32_t kNone = kNoIndex;

    explicit SectionTree(const Document& document);

    // The index of the section; kNone for an empty or missing id. `near`: what was found before;
    // most measures stand beside one of the same section, and then nothing is searched.
    [[nodiscard]] std::uint32_t find(const SectionId& id, std::uint32_t near = kNone) const;
    [[nodiscard]] std::uint32_t parent(std::uint32_t index) const { return m_parent[index]; }
    // The outermost section around this one; itself when there is none, and for one that stands in
    // a circle or below one.
    [[nodiscard]] std::uint32_t top(std::uint32_t index) const { return m_top[index]; }
    [[nodiscard]] bool is_top(std::uint32_t index) const { return m_top[index] == index; }
    // Every section once, as it is shown: the outermost ones by their order, each followed by all
    // that stand inside it, however deep, so that nothing gets lost.
    [[nodiscard]] std::vector<std::uint32_t> in_order() const;

private:
    void place_tops();

    const Document& m_document;
    std::vector<std::uint32_t> m_by_id;
    std::vector<std::uint32_t> m_parent;
    std::vector<std::uint32_t> m_top;
};

} // namespace vekha
