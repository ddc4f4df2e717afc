#include "core/codec/json/json_parser.hpp"

#include "core/base/result.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/json/json_text.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

// What people take for part of a number or a word when they look at a mistake.
bool continues_number(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           c == '$' || c == '+' || c == '-' || c == '.';
}

bool continues_word(char c) {
    return continues_number(c) || static_cast<std::uint8_t>(c) >= 0x80;
}

// Bytes that stand for themselves in a string.
constexpr std::array<bool, 256> kIsPlain = [] {
    std::array<bool, 256> plain{};
    for (std::size_t byte = 0x20; byte < plain.size(); ++byte) {
        plain[byte] = byte != '"' && byte != '\\';
    }
    return plain;
}();

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string code_point_name(char control) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    const auto byte = static_cast<std::uint8_t>(control);
    return std::string("U+00") + kDigits[byte >> 4U] + kDigits[byte & 0xFU];
}

// The string, the word or the character at `at`, shortened to a length that fits a message.
std::string text_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kMaxCharacters = 24;
    if (at >= text.size()) {
        return {};
    }
    if (static_cast<std::uint8_t>(text[at]) < 0x20) {
        return code_point_name(text[at]);
    }
    const bool quoted = text[at] == '"';
    std::size_t end = at;
    std::size_t characters = 0;
    while (end < text.size() && characters < kMaxCharacters) {
        const char c = text[end];
        if (static_cast<std::uint8_t>(c) < 0x20 || (end > at && !quoted && !continues_word(c))) {
            break;
        }
        end += decode_utf8(text, end).bytes;
        ++characters;
        const bool closed = quoted && c == '"' && end > at + 1;
        if (closed || (!quoted && !continues_word(c))) {
            break;
        }
    }
    const bool cut = characters == kMaxCharacters && end < text.size() &&
                     (quoted ? text[end - 1] != '"' : continues_word(text[end]));
    return std::string(text.substr(at, end - at)) + (cut ? "…" : "");
}

// Every name and every value stands behind one of these characters or begins the text.
void reserve_nodes(JsonTree& tree, std::string_view text) {
    std::size_t containers = 0;
    std::size_t separators = 1;
    for (const char c : text) {
        containers += c == '[' || c == '{' ? 1U : 0U;
        separators += c == ',' || c == ':' ? 1U : 0U;
    }
    tree.reserve(containers + separators, containers);
}

class Parser {
public:
    Parser(std::string_view text, std::size_t start) : m_text(text), m_at(start), m_tree(text) {}

    Result<JsonTree, JsonSyntaxError> run() {
        reserve_nodes(m_tree, m_text);
        if (!parse_text()) {
            return fail(std::move(m_error));
        }
        return std::move(m_tree);
    }

private:
    struct Level {
        NodeIndex node = 0;
        bool is_object = false;
        bool has_items = false;
    };

    [[nodiscard]] bool at_end() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool at_character(char c) const { return !at_end() && m_text[m_at] == c; }

    void skip_space() {
        while (!at_end() && is_json_space(m_text[m_at])) {
            ++m_at;
        }
    }

    bool refuse(ProblemCode code, std::size_t offset, std::string_view expected) {
        m_error = {code, offset, text_at(m_text, offset), expected};
        return false;
    }

    bool refuse_here(std::string_view expected) {
        return refuse(at_end() ? ProblemCode::UnexpectedEnd : ProblemCode::UnexpectedText, m_at,
                      expected);
    }

    bool parse_text() {
        skip_space();
        if (at_end()) {
            return refuse(ProblemCode::EmptyText, m_at, "value");
        }
        if (!parse_value("value")) {
            return false;
        }
        while (m_depth > 0) {
            if (!parse_next(m_levels[m_depth - 1])) {
                return false;
            }
        }
        skip_space();
        return at_end() || refuse(ProblemCode::TextAfterEnd, m_at, "end");
    }

    // The next item or member of a container, or its end.
    bool parse_next(Level& level) {
        skip_space();
        if (at_character(level.is_object ? '}' : ']')) {
            ++m_at;
            m_tree.close_container(level.node, m_at);
            --m_depth;
            return true;
        }
        const bool first = !std::exchange(level.has_items, true);
        if (!first) {
            if (!at_character(',')) {
                return refuse_here(level.is_object ? "commaOrBrace" : "commaOrBracket");
            }
            ++m_at;
            skip_space();
        }
        if (level.is_object) {
            return parse_name(first ? "nameOrBrace" : "name") && parse_value("value");
        }
        return parse_value(first ? "valueOrBracket" : "value");
    }

    bool parse_name(std::string_view expected) {
        if (!at_character('"')) {
            return refuse_here(expected);
        }
        if (!parse_string()) {
            return false;
        }
        skip_space();
        if (!at_character(':')) {
            return refuse_here("colon");
        }
        ++m_at;
        skip_space();
        return true;
    }

    bool parse_value(std::string_view expected) {
        if (at_end()) {
            return refuse_here(expected);
        }
        const char c = m_text[m_at];
        if (c == '"') {
            return parse_string();
        }
        if (c == '{' || c == '[') {
            return open(c == '{');
        }
        if (c == '-' || c == '+' || c == '.' || is_ascii_digit(c)) {
            return parse_number();
        }
        return is_ascii_letter(c) ? parse_literal() : refuse_here(expected);
    }

    bool open(bool is_object) {
        if (m_depth == kMaxJsonDepth) {
            return refuse(ProblemCode::TooDeep, m_at, "value");
        }
        const JsonKind kind = is_object ? JsonKind::Object : JsonKind::Array;
        m_levels[m_depth++] = {m_tree.open_container(kind, m_at), is_object, false};
        ++m_at;
        return true;
    }

    bool parse_literal() {
        std::size_t end = m_at;
        while (end < m_text.size() &&
               (is_ascii_letter(m_text[end]) || is_ascii_digit(m_text[end]))) {
            ++end;
        }
        const std::string_view word = m_text.substr(m_at, end - m_at);
        constexpr std::array<std::pair<std::string_view, JsonKind>, 3> kLiterals{
            {{"true", JsonKind::True}, {"false", JsonKind::False}, {"null", JsonKind::Null}}};
        for (const auto& [literal, kind] : kLiterals) {
            if (word == literal) {
                m_tree.add_scalar(kind, m_at, end, false);
                m_at = end;
                return true;
            }
            if (end == m_text.size() && literal.starts_with(word)) {
                return refuse(ProblemCode::UnexpectedEnd, end, "value");
            }
        }
        return refuse(ProblemCode::InvalidLiteral, m_at, "value");
    }

    // Takes digits; false when there is none.
    bool take_digits() {
        const std::size_t begin = m_at;
        while (!at_end() && is_ascii_digit(m_text[m_at])) {
            ++m_at;
        }
        return m_at > begin;
    }

    bool take_number() {
        if (at_character('-')) {
            ++m_at;
        }
        if (at_character('0')) {
            ++m_at;
        } else if (!take_digits()) {
            return false;
        }
        if (at_character('.')) {
            ++m_at;
            if (!take_digits()) {
                return false;
            }
        }
        if (at_character('e') || at_character('E')) {
            ++m_at;
            if (at_character('+') || at_character('-')) {
                ++m_at;
            }
            return take_digits();
        }
        return true;
    }

    bool parse_number() {
        const std::size_t begin = m_at;
        const bool complete = take_number();
        if (!complete && at_end()) {
            return refuse(ProblemCode::UnexpectedEnd, m_at, "digit");
        }
        if (!complete || (!at_end() && continues_number(m_text[m_at]))) {
            return refuse(ProblemCode::InvalidNumber, begin, "number");
        }
        m_tree.add_scalar(JsonKind::Number, begin, m_at, false);
        return true;
    }

    void skip_plain_characters() {
        while (!at_end() && kIsPlain[static_cast<std::uint8_t>(m_text[m_at])]) {
            ++m_at;
        }
    }

    bool parse_string() {
        const std::size_t begin = m_at++;
        bool has_escapes = false;
        while (true) {
            skip_plain_characters();
            if (at_end()) {
                return refuse_here("closingQuote");
            }
            const char c = m_text[m_at];
            if (c == '"') {
                ++m_at;
                m_tree.add_scalar(JsonKind::String, begin, m_at, has_escapes);
                return true;
            }
            if (c != '\\') {
                const bool line_break = c == '\n' || c == '\r';
                return refuse(ProblemCode::ControlCharacter, m_at,
                              line_break ? "closingQuote" : "escape");
            }
            has_escapes = true;
            if (!take_escape()) {
                return false;
            }
        }
    }

    bool take_escape() {
        const std::size_t begin = m_at++;
        if (at_end()) {
            return refuse_here("closingQuote");
        }
        const char c = m_text[m_at];
        if (std::string_view("\"\\/bfnrt").find(c) != std::string_view::npos) {
            ++m_at;
            return true;
        }
        if (c != 'u') {
            return refuse_escape(begin);
        }
        ++m_at;
        for (int digit = 0; digit < 4; ++digit, ++m_at) {
            if (at_end()) {
                return refuse_here("closingQuote");
            }
            if (!is_hex_digit(m_text[m_at])) {
                return refuse_escape(begin);
            }
        }
        return true;
    }

    // The mistake is told at the backslash, with everything up to the character that is wrong.
    bool refuse_escape(std::size_t begin) {
        refuse(ProblemCode::InvalidEscape, begin, "escape");
        m_error.found = std::string(m_text.substr(begin, m_at - begin));
        const std::size_t wrong_bytes = decode_utf8(m_text, m_at).bytes;
        if (static_cast<std::uint8_t>(m_text[m_at]) >= 0x20) {
            m_error.found += m_text.substr(m_at, wrong_bytes);
        }
        return false;
    }

    std::string_view m_text;
    std::size_t m_at = 0;
    JsonTree m_tree;
    std::array<Level, kMaxJsonDepth> m_levels{};
    std::size_t m_depth = 0;
    JsonSyntaxError m_error;
};

} // namespace

Result<JsonTree, JsonSyntaxError> parse_json(std::string_view text, std::size_t start) {
    return Parser(text, start).run();
}

} // namespace vekha
