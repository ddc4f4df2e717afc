#include "core/codec/json/json_tree.hpp"

#include "core/base/utf8.hpp"
#include "core/codec/json/json_text.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr std::uint32_t kReplacement = 0xFFFD;

struct Escape {
    std::uint32_t code_point = 0;
    std::size_t length = 0; // characters of the escape, the backslash included
};

// The escape at `at`; two \u escapes that form a pair are one.
Escape decode_escape(std::string_view text, std::size_t at) {
    switch (text[at + 1]) {
    case 'b':
        return {'\b', 2};
    case 'f':
        return {'\f', 2};
    case 'n':
        return {'\n', 2};
    case 'r':
        return {'\r', 2};
    case 't':
        return {'\t', 2};
    case 'u':
        break;
    default:
        return {static_cast<std::uint8_t>(text[at + 1]), 2};
    }
    const std::uint32_t unit = hex_value(text.substr(at + 2, 4));
    if (is_high_surrogate(unit) && text.substr(at + 6, 2) == "\\u") {
        const std::uint32_t low = hex_value(text.substr(at + 8, 4));
        if (is_low_surrogate(low)) {
            return {code_point_from_pair(unit, low), 12};
        }
    }
    const bool lone = is_high_surrogate(unit) || is_low_surrogate(unit);
    return {lone ? kReplacement : unit, 6};
}

} // namespace

std::string_view JsonTree::undecoded(NodeIndex node) const {
    assert(kind(node) == JsonKind::String);
    return m_text.substr(begin(node) + 1, end(node) - begin(node) - 2);
}

std::string JsonTree::string(NodeIndex node) const {
    const std::string_view inner = undecoded(node);
    return has_escapes(node) ? decode_json_string(inner) : std::string(inner);
}

bool JsonTree::string_equals(NodeIndex node, std::string_view value) const {
    const std::string_view inner = undecoded(node);
    return has_escapes(node) ? decode_json_string(inner) == value : inner == value;
}

std::optional<NodeIndex> JsonTree::member(NodeIndex object, std::string_view name) const {
    assert(kind(object) == JsonKind::Object);
    for (NodeIndex at = object + 1; at < next(object); at = next(at + 1)) {
        if (string_equals(at, name)) {
            return at + 1;
        }
    }
    return std::nullopt;
}

void JsonTree::add_scalar(JsonKind kind, std::size_t begin, std::size_t end, bool has_escapes) {
    assert(end < kMaxTextBytes);
    Node node{};
    node.begin = static_cast<std::uint32_t>(begin) & 0x7FFFFFFU;
    node.kind = static_cast<std::uint32_t>(kind) & 7U;
    node.has_escapes = has_escapes ? 1U : 0U;
    node.extent = static_cast<std::uint32_t>(end);
    m_nodes.push_back(node);
}

NodeIndex JsonTree::open_container(JsonKind kind, std::size_t begin) {
    const auto index = static_cast<NodeIndex>(m_nodes.size());
    add_scalar(kind, begin, m_containers.size(), false);
    m_containers.emplace_back();
    return index;
}

void JsonTree::close_container(NodeIndex node, std::size_t end) {
    Container& container = m_containers[m_nodes[node].extent];
    container.end = static_cast<std::uint32_t>(end);
    container.next = static_cast<NodeIndex>(m_nodes.size());
}

std::string decode_json_string(std::string_view between_quotes) {
    std::string decoded;
    decoded.reserve(between_quotes.size());
    std::size_t at = 0;
    while (at < between_quotes.size()) {
        if (between_quotes[at] != '\\') {
            decoded.push_back(between_quotes[at++]);
            continue;
        }
        const Escape escape = decode_escape(between_quotes, at);
        append_utf8(decoded, escape.code_point);
        at += escape.length;
    }
    return decoded;
}

std::string compact_json(std::string_view json) {
    std::string compact;
    compact.reserve(json.size());
    bool in_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        if (!in_string && is_json_space(c)) {
            continue;
        }
        compact.push_back(c);
        if (in_string && c == '\\') {
            compact.push_back(json[++at]);
        } else if (c == '"') {
            in_string = !in_string;
        }
    }
    return compact;
}

} // namespace vekha
