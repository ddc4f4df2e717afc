#include "core/scene/semantics.hpp"

#include "core/base/geometry.hpp"

#include <string>
#include <string_view>
#include <utility>

namespace vekha {

SemanticNode& SemanticList::add(SemanticKey key, Role role, std::string_view name, const Rect& rect,
                                SemanticKey parent) {
    if (m_size == m_nodes.size()) {
        m_nodes.emplace_back();
    }
    SemanticNode& node = m_nodes[m_size++];
    const SemanticNode blank;
    std::string kept_name = std::move(node.name);
    std::string kept_description = std::move(node.description);
    std::string kept_value = std::move(node.value);
    node = blank;
    kept_description.clear();
    kept_value.clear();
    node.name = std::move(kept_name);
    node.name.assign(name);
    node.description = std::move(kept_description);
    node.value = std::move(kept_value);
    node.key = key;
    node.role = role;
    node.rect = rect;
    node.parent = parent;
    return node;
}

void SemanticList::append(const SemanticList& other, SemanticKey parent) {
    for (const SemanticNode& node : other) {
        SemanticNode& added = add(node.key, node.role, node.name, node.rect);
        added = node;
        added.parent = node.parent == 0 ? parent : node.parent;
    }
}

} // namespace vekha
