#include "core/codec/text_places.hpp"

#include "core/base/utf8.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr std::string_view kMark = "\xEF\xBB\xBF";

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

bool continues_character(char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U;
}

void append_readable(std::string& out, std::string_view text) {
    constexpr std::uint32_t kReplacement = 0xFFFD;
    for (std::size_t at = 0; at < text.size();) {
        const DecodedCodePoint decoded = decode_utf8(text, at);
        if (decoded.bytes == 0) {
            append_utf8(out, kReplacement);
            ++at;
            continue;
        }
        const bool control = decoded.code_point < 0x20 || decoded.code_point == 0x7F;
        append_utf8(out, control ? std::uint32_t{' '} : decoded.code_point);
        at += decoded.bytes;
    }
}

bool is_plain_name(std::string_view name) {
    const auto is_word = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
               (c >= '0' && c <= '9') || static_cast<std::uint8_t>(c) >= 0x80;
    };
    return !name.empty() && (name[0] < '0' || name[0] > '9') &&
           std::all_of(name.begin(), name.end(), is_word);
}

} // namespace

TextPlaces::TextPlaces(std::string_view text) : m_text(text) {
    if (text.starts_with(kMark)) {
        m_last.offset = kMark.size();
    }
}

TextPosition TextPlaces::position_of(std::size_t offset) {
    offset = std::min(offset, m_text.size());
    if (offset < m_last.offset) {
        return {1, 1, offset}; // before or in the byte order mark
    }
    for (std::size_t at = m_last.offset; at < offset; ++at) {
        const char c = m_text[at];
        const bool before_lf = c == '\r' && at + 1 < m_text.size() && m_text[at + 1] == '\n';
        if (is_line_end(c) && !before_lf) {
            ++m_last.line;
            m_last.column = 1;
        } else if (!continues_character(c)) {
            ++m_last.column;
        }
    }
    m_last.offset = offset;
    return m_last;
}

SourceExcerpt excerpt_at(std::string_view text, std::size_t offset) {
    constexpr std::size_t kBefore = 48;
    constexpr std::size_t kBehind = 32;
    offset = std::min(offset, text.size());
    std::size_t begin = offset;
    std::size_t before = 0;
    while (begin > 0 && !is_line_end(text[begin - 1]) && before < kBefore) {
        --begin;
        before += continues_character(text[begin]) ? 0U : 1U;
    }
    std::size_t end = offset;
    for (std::size_t behind = 0; end < text.size() && !is_line_end(text[end]); ++end) {
        behind += continues_character(text[end]) ? 0U : 1U;
        if (behind > kBehind) {
            break;
        }
    }
    const std::size_t first = text.starts_with(kMark) ? kMark.size() : 0;
    begin = std::min(std::max(begin, first), offset);
    SourceExcerpt excerpt;
    if (begin > first && !is_line_end(text[begin - 1])) {
        excerpt.text = "…";
    }
    append_readable(excerpt.text, text.substr(begin, offset - begin));
    excerpt.mark = static_cast<std::uint32_t>(count_code_points(excerpt.text));
    append_readable(excerpt.text, text.substr(offset, end - offset));
    if (end < text.size() && !is_line_end(text[end])) {
        excerpt.text += "…";
    }
    return excerpt;
}

std::string path_of(const JsonTree& tree, NodeIndex node) {
    std::string path = "$";
    NodeIndex container = 0;
    while (container != node) {
        assert(tree.is_container(container) && node > container && node < tree.next(container));
        const bool is_object = tree.kind(container) == JsonKind::Object;
        NodeIndex child = container + 1;
        std::size_t index = 0;
        while (tree.next(is_object ? child + 1 : child) <= node) {
            child = tree.next(is_object ? child + 1 : child);
            ++index;
        }
        if (!is_object) {
            path += "[" + std::to_string(index) + "]";
            container = child;
            continue;
        }
        if (!tree.has_escapes(child) && is_plain_name(tree.undecoded(child))) {
            path.append(".").append(tree.undecoded(child));
        } else {
            path.append("[").append(tree.source(child)).append("]");
        }
        container = child == node ? node : child + 1;
    }
    return path;
}

} // namespace vekha
