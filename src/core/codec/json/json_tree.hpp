// JsonTree: a JSON text as a flat list of nodes in the order of the text, eight bytes a node. A
// node knows where it stands in the text; nothing is decoded before it is asked for, so the exact
// spelling of every number and string stays at hand. In an object the nodes alternate: a name (a
// String), then its value. The tree looks at the text it was made from, which must outlive it.
// Offsets are bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

enum class JsonKind : std::uint8_t { Null, False, True, Number, String, Array, Object };

using NodeIndex = std::uint32_t;

class JsonTree {
public:
    // A text of this size or more does not fit the nodes; files are refused long before
    // (kMaxFileBytes).
    static constexpr std::size_t kMaxTextBytes = std::size_t{1} << 27U;

    explicit JsonTree(std::string_view text) : m_text(text) {}

    [[nodiscard]] std::string_view text() const { return m_text; }
    [[nodiscard]] std::size_t size() const { return m_nodes.size(); }
    [[nodiscard]] JsonKind kind(NodeIndex node) const {
        return static_cast<JsonKind>(m_nodes[node].kind);
    }
    [[nodiscard]] bool is_container(NodeIndex node) const { return kind(node) >= JsonKind::Array; }
    [[nodiscard]] std::size_t begin(NodeIndex node) const { return m_nodes[node].begin; }
    [[nodiscard]] std::size_t end(NodeIndex node) const {
        const Node& n = m_nodes[node];
        return is_container(node) ? m_containers[n.extent].end : n.extent;
    }
    // The node behind this one and everything in it: the next item, the next name, or the
    // container's end.
    [[nodiscard]] NodeIndex next(NodeIndex node) const {
        return is_container(node) ? m_containers[m_nodes[node].extent].next : node + 1;
    }
    // The value in the spelling of the text.
    [[nodiscard]] std::string_view source(NodeIndex node) const {
        return m_text.substr(begin(node), end(node) - begin(node));
    }

    // Strings only. has_escapes: the spelling differs from the value.
    [[nodiscard]] bool has_escapes(NodeIndex node) const { return m_nodes[node].has_escapes != 0; }
    [[nodiscard]] std::string_view undecoded(NodeIndex node) const;
    [[nodiscard]] std::string string(NodeIndex node) const;
    [[nodiscard]] bool string_equals(NodeIndex node, std::string_view value) const;

    // The value of a member of an object, the first of that name.
    [[nodiscard]] std::optional<NodeIndex> member(NodeIndex object, std::string_view name) const;

    // For the parser.
    void reserve(std::size_t nodes, std::size_t containers) {
        m_nodes.reserve(nodes);
        m_containers.reserve(containers);
    }
    void add_scalar(JsonKind kind, std::size_t begin, std::size_t end, bool has_escapes);
    [[nodiscard]] NodeIndex open_container(JsonKind kind, std::size_t begin);
    void close_container(NodeIndex node, std::size_t end);

private:
    struct Node {
        std::uint32_t begin : 27;
        std::uint32_t kind : 3;
        std::uint32_t has_escapes : 1;
        std::uint32_t extent; // the end of a scalar, or the place in m_containers
    };
    struct Container {
        std::uint32_t end = 0;
        NodeIndex next = 0;
    };

    std::string_view m_text;
    std::vector<Node> m_nodes;
    std::vector<Container> m_containers;
};

// The value of a well-formed JSON string between its quotes. A lone half of a surrogate pair, which
// a checked text does not hold, becomes U+FFFD.
[[nodiscard]] std::string decode_json_string(std::string_view between_quotes);

// A well-formed JSON text without the white space outside its strings.
[[nodiscard]] std::string compact_json(std::string_view json);

} // namespace vekha
