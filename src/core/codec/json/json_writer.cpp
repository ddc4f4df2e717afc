#include "core/codec/json/json_writer.hpp"

#include "core/base/decimal.hpp"
#include "core/codec/text_layout.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

void append_escaped(std::string& out, char c) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    switch (c) {
    case '"':
        out += "\\\"";
        return;
    case '\\':
        out += "\\\\";
        return;
    case '\b':
        out += "\\b";
        return;
    case '\f':
        out += "\\f";
        return;
    case '\n':
        out += "\\n";
        return;
    case '\r':
        out += "\\r";
        return;
    case '\t':
        out += "\\t";
        return;
    default:
        break;
    }
    const auto byte = static_cast<std::uint8_t>(c);
    out += "\\u00";
    out += kDigits[byte >> 4U];
    out += kDigits[byte & 0xFU];
}

void append_text(std::string& out, std::string_view value) {
    out += '"';
    std::size_t written = 0;
    for (std::size_t at = 0; at < value.size(); ++at) {
        const char c = value[at];
        if (static_cast<std::uint8_t>(c) >= 0x20 && c != '"' && c != '\\') {
            continue;
        }
        out += value.substr(written, at - written);
        append_escaped(out, c);
        written = at + 1;
    }
    out += value.substr(written);
    out += '"';
}

// The end of the JSON string that begins at `at`, behind its closing quote.
std::size_t string_end(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        if (json[at] == '\\') {
            ++at;
        }
    }
    return at + 1;
}

} // namespace

std::string json_from_text(std::string_view value) {
    std::string json;
    append_text(json, value);
    return json;
}

void JsonWriter::begin(char bracket) {
    m_out += bracket;
    ++m_depth;
    m_container_empty = true;
}

void JsonWriter::end(char bracket) {
    --m_depth;
    if (!m_container_empty) {
        new_line();
    }
    m_out += bracket;
    m_container_empty = false;
}

void JsonWriter::separate() {
    if (!m_container_empty) {
        m_out += ',';
    }
    m_container_empty = false;
    new_line();
}

void JsonWriter::new_line() {
    if (m_layout == TextLayout::Indented) {
        m_out += '\n';
        m_out.append(2 * m_depth, ' ');
    }
}

void JsonWriter::colon() {
    m_out += m_layout == TextLayout::Indented ? ": " : ":";
}

void JsonWriter::item() {
    separate();
}

bool JsonWriter::begin_part(const std::shared_ptr<const void>& source) {
    if (m_parts == nullptr) {
        return true;
    }
    assert(!m_in_part);
    end_between();
    m_in_part = !m_parts->has_part(source, m_container_empty);
    m_container_empty = m_container_empty && m_in_part;
    return m_in_part;
}

void JsonWriter::end_part() {
    if (m_parts != nullptr) {
        m_in_part = false;
        m_parts->take_part(std::exchange(m_out, {}));
    }
}

void JsonWriter::end_between() {
    if (!m_out.empty()) {
        m_parts->take_between(std::exchange(m_out, {}));
    }
}

void JsonWriter::name(std::string_view name) {
    separate();
    append_text(m_out, name);
    colon();
}

void JsonWriter::name_as_written(std::string_view name_json) {
    separate();
    m_out += name_json;
    colon();
}

void JsonWriter::text(std::string_view value) {
    append_text(m_out, value);
}

void JsonWriter::number(double value) {
    m_out += decimal_from_double(value);
}

void JsonWriter::integer(int value) {
    m_out += std::to_string(value);
}

void JsonWriter::boolean(bool value) {
    m_out += value ? "true" : "false";
}

void JsonWriter::json_as_written(std::string_view compact_json) {
    for (std::size_t at = 0; at < compact_json.size();) {
        const char c = compact_json[at];
        if (c == '"') {
            const std::size_t end = string_end(compact_json, at);
            m_out += compact_json.substr(at, end - at);
            at = end;
            continue;
        }
        ++at;
        if (c == '}' || c == ']') {
            end(c);
        } else if (c == '{' || c == '[') {
            begin(c);
            const bool empty =
                at < compact_json.size() && (compact_json[at] == '}' || compact_json[at] == ']');
            if (!empty) {
                separate();
            }
        } else if (c == ',') {
            separate();
        } else if (c == ':') {
            colon();
        } else {
            m_out += c;
        }
    }
}

std::string JsonWriter::take() && {
    if (m_layout == TextLayout::Indented) {
        m_out += '\n';
    }
    if (m_parts != nullptr) {
        end_between();
    }
    return std::move(m_out);
}

} // namespace vekha
