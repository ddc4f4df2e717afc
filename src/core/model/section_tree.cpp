#include "core/model/section_tree.hpp"

#include "core/base/sorting.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <span>
#include <vector>

namespace vekha {

SectionTree::SectionTree(const Document& document)
    : m_document(document), m_by_id(sorted_by_id(document.sections)) {
    m_parent.reserve(document.sections.size());
    for (const Section& section : document.sections) {
        m_parent.push_back(find(section.parent));
    }
    place_tops();
}

std::uint32_t SectionTree::find(const SectionId& id, std::uint32_t near) const {
    if (near != kNone && m_document.sections[near].id == id) {
        return near;
    }
    return find_by_id(m_document.sections, m_by_id, id);
}

std::vector<std::uint32_t> SectionTree::in_order() const {
    std::vector<std::uint32_t> by_order = all_places(m_parent.size());
    sort_places(std::span(by_order), [this](std::uint32_t a, std::uint32_t b) {
        return m_document.sections[a].order < m_document.sections[b].order;
    });
    std::vector<std::vector<std::uint32_t>> inside(by_order.size());
    for (const std::uint32_t index : by_order) {
        if (!is_top(index)) {
            inside[top(index)].push_back(index);
        }
    }
    std::vector<std::uint32_t> all;
    all.reserve(by_order.size());
    for (const std::uint32_t index : by_order) {
        if (is_top(index)) {
            all.push_back(index);
            all.insert(all.end(), inside[index].begin(), inside[index].end());
        }
    }
    return all;
}

// Walks up from each section only as far as nobody walked before.
void SectionTree::place_tops() {
    m_top.assign(m_parent.size(), kNone);
    std::vector<bool> is_circular(m_parent.size(), false);
    std::vector<bool> on_path(m_parent.size(), false);
    std::vector<std::uint32_t> path;
    for (std::uint32_t start = 0; start < m_parent.size(); ++start) {
        std::uint32_t at = start;
        while (at != kNone && m_top[at] == kNone && !on_path[at]) {
            on_path[at] = true;
            path.push_back(at);
            at = m_parent[at];
        }
        // Ended above the outermost one, at one whose top is known, or in a circle. What hangs on a
        // circle has no top either, and nor has what hangs on that.
        const bool outermost = at == kNone;
        const bool in_circle = !outermost && (m_top[at] == kNone || is_circular[at]);
        for (const std::uint32_t index : path) {
            is_circular[index] = in_circle;
            m_top[index] = in_circle ? index : outermost ? path.back() : m_top[at];
            on_path[index] = false;
        }
        path.clear();
    }
}

} // namespace vekha
