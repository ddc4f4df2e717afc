#include "core/period/symbols.hpp"

#include "core/base/utf8.hpp"
#include "core/period/letters.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::reading {
namespace {

using CodePoint = std::uint32_t;

constexpr CodePoint kReplacement = 0xFFFD;
constexpr CodePoint kLineBreak = '\n';

struct Point {
    CodePoint c = 0;
    std::uint32_t at = 0;
};

constexpr bool is_within(CodePoint c, CodePoint first, CodePoint last) {
    return c >= first && c <= last;
}

std::vector<Point> decoded(std::string_view text) {
    std::vector<Point> points;
    points.reserve(text.size());
    std::uint32_t place = 0;
    for (std::size_t at = 0; at < text.size(); ++place) {
        const DecodedCodePoint next = decode_utf8(text, at);
        points.push_back({next.bytes == 0 ? kReplacement : next.code_point, place});
        at += std::max<std::size_t>(next.bytes, 1);
    }
    return points;
}

constexpr CodePoint small_ascii(CodePoint c) {
    return is_within(c, 'A', 'Z') ? c + 0x20U : c;
}

// The ASCII letters and digits that stand from `at` on, small; at most 8.
struct Name {
    std::array<char, 8> letters{};
    std::size_t size = 0;
    [[nodiscard]] std::string_view view() const { return {letters.data(), size}; }
};

Name name_at(const std::vector<Point>& points, std::size_t at) {
    Name name;
    for (; at < points.size() && name.size < name.letters.size(); ++at) {
        const CodePoint c = small_ascii(points[at].c);
        if (!is_within(c, 'a', 'z') && !is_within(c, '0', '9') && c != '#') {
            break;
        }
        name.letters[name.size++] = static_cast<char>(c);
    }
    return name;
}

// A mark of HTML: where it ends, and whether it begins a new line. A mark that is not closed
// reaches to the end of the text; one that would be this long is none.
constexpr std::size_t kLongestTag = 200;

struct Tag {
    std::size_t end = 0;
    bool breaks_line = false;
};

std::optional<Tag> tag_at(const std::vector<Point>& points, std::size_t at) {
    std::size_t name_begin = at + 1;
    if (name_begin < points.size() && points[name_begin].c == '/') {
        ++name_begin;
    }
    const Name name = name_at(points, name_begin);
    if (name.size == 0 || !is_within(static_cast<CodePoint>(name.letters[0]), 'a', 'z')) {
        return std::nullopt;
    }
    constexpr std::array<std::string_view, 7> kBreaking{"p", "br", "div", "li", "tr", "td", "ul"};
    const bool breaks =
        std::find(kBreaking.begin(), kBreaking.end(), name.view()) != kBreaking.end();
    const std::size_t limit = std::min(points.size(), at + kLongestTag);
    for (std::size_t end = name_begin; end < limit; ++end) {
        if (points[end].c == '>') {
            return Tag{end + 1, breaks};
        }
    }
    if (limit == points.size() && name_begin + name.size == points.size()) {
        return Tag{points.size(), breaks};
    }
    return std::nullopt;
}

constexpr std::array<std::pair<std::string_view, CodePoint>, 10> kEntities{{{"nbsp", ' '},
                                                                            {"ensp", ' '},
                                                                            {"emsp", ' '},
                                                                            {"thinsp", ' '},
                                                                            {"ndash", '-'},
                                                                            {"mdash", '-'},
                                                                            {"minus", '-'},
                                                                            {"laquo", '"'},
                                                                            {"raquo", '"'},
                                                                            {"quot", '"'}}};

// A named or numbered character of HTML, with the place behind its semicolon.
std::optional<std::pair<CodePoint, std::size_t>> entity_at(const std::vector<Point>& points,
                                                           std::size_t at) {
    const Name name = name_at(points, at + 1);
    const std::size_t end = at + 1 + name.size;
    if (name.size < 2 || end >= points.size() || points[end].c != ';') {
        return std::nullopt;
    }
    if (name.letters[0] == '#') {
        CodePoint value = 0;
        for (const char digit : name.view().substr(1)) {
            if (!is_within(static_cast<CodePoint>(digit), '0', '9')) {
                return std::nullopt;
            }
            value = value * 10U + static_cast<CodePoint>(digit - '0');
        }
        return std::pair{value, end + 1};
    }
    for (const auto& [known, meant] : kEntities) {
        if (known == name.view()) {
            return std::pair{meant, end + 1};
        }
    }
    return std::nullopt;
}

constexpr bool is_invisible(CodePoint c) {
    return c == 0xAD || is_within(c, 0x300, 0x36F) || is_within(c, 0x200B, 0x200F) ||
           is_within(c, 0x2060, 0x2064) || c == 0xFEFF || is_within(c, 0xFE00, 0xFE0F);
}

constexpr bool is_line_break(CodePoint c) {
    return is_within(c, 0x0A, 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

constexpr bool is_dash(CodePoint c) {
    return c == '-' || is_within(c, 0x2010, 0x2015) || is_within(c, 0x2500, 0x2501) ||
           c == 0x2212 || c == 0x2043 || c == 0xFE58 || c == 0xFE63 || c == 0xFF0D || c == '~' ||
           c == 0xF7 || c == 0x2026 || c == 0x2192;
}

std::optional<SymbolKind> sign_kind(CodePoint c) {
    if (is_line_break(c)) {
        return SymbolKind::NewLine;
    }
    if (is_dash(c)) {
        return SymbolKind::Dash;
    }
    switch (c) {
    case '.':
        return SymbolKind::Dot;
    case ',':
    case ';':
        return SymbolKind::Comma;
    case ':':
        return SymbolKind::Colon;
    case '/':
    case '\\':
        return SymbolKind::Slash;
    case '(':
    case '[':
    case '{':
        return SymbolKind::Open;
    case ')':
    case ']':
    case '}':
        return SymbolKind::Close;
    case '#':
    case 0x2116:
        return SymbolKind::NumberSign;
    case '+':
    case '%':
        return SymbolKind::Amount;
    case '?':
    case kReplacement:
        return SymbolKind::Damaged;
    default:
        return std::nullopt;
    }
}

// Letters of the two scripts that look alike; a capital letter may look like another one than the
// small one does.
struct LookAlike {
    char latin;
    CodePoint small;   // Cyrillic, small, for the small Latin letter
    CodePoint capital; // and for the capital one
};

constexpr std::array<LookAlike, 17> kLookAlikes{{{'a', 0x430, 0x430},
                                                 {'b', 0x44C, 0x432},
                                                 {'c', 0x441, 0x441},
                                                 {'e', 0x435, 0x435},
                                                 {'h', 0x43D, 0x43D},
                                                 {'i', 0x438, 0x438},
                                                 {'k', 0x43A, 0x43A},
                                                 {'m', 0x43C, 0x43C},
                                                 {'n', 0x43F, 0x43F},
                                                 {'o', 0x43E, 0x43E},
                                                 {'p', 0x440, 0x440},
                                                 {'r', 0x433, 0x433},
                                                 {'t', 0x442, 0x442},
                                                 {'u', 0x438, 0x438},
                                                 {'x', 0x445, 0x445},
                                                 {'y', 0x443, 0x443},
                                                 {'v', 0, 0}}};

Symbol latin_letter(CodePoint small, bool is_capital, std::uint32_t at) {
    Symbol symbol{.kind = SymbolKind::Letter, .is_latin = true, .is_capital = is_capital, .at = at};
    symbol.latin = static_cast<Letter>(small);
    for (const LookAlike& pair : kLookAlikes) {
        const CodePoint alike = is_capital ? pair.capital : pair.small;
        if (static_cast<CodePoint>(pair.latin) == small && alike != 0) {
            symbol.cyrillic = letter_from_cyrillic(alike);
        }
    }
    return symbol;
}

Symbol cyrillic_letter(CodePoint small, bool is_capital, std::uint32_t at) {
    Symbol symbol{.kind = SymbolKind::Letter, .is_capital = is_capital, .at = at};
    symbol.cyrillic = letter_from_cyrillic(small);
    for (const LookAlike& pair : kLookAlikes) {
        const CodePoint alike = is_capital ? pair.capital : pair.small;
        // Italic letters (n for п, u for и) go one way only.
        const bool italic = pair.latin == 'n' || pair.latin == 'u' || pair.latin == 'r' ||
                            pair.latin == 'i' || (pair.latin == 'b' && !is_capital);
        if (alike == small && !italic) {
            symbol.latin = static_cast<Letter>(pair.latin);
        }
    }
    return symbol;
}

constexpr CodePoint small_cyrillic(CodePoint c) {
    if (is_within(c, 0x410, 0x42F)) {
        return c + 0x20U;
    }
    return c == 0x401 || c == 0x451 ? 0x435 : c;
}

// Scripts that no plan of ours is written in: their words are kept as words nobody knows.
constexpr bool is_other_letter(CodePoint c) {
    return is_within(c, 0xC0, 0x1FFF) || is_within(c, 0x2E80, 0xD7FF) ||
           is_within(c, 0xF900, 0xFDFF) || is_within(c, 0x10000, 0x1EFFF);
}

class SymbolMaker {
public:
    explicit SymbolMaker(std::size_t size) { m_symbols.reserve(size); }

    void add(CodePoint c, std::uint32_t at) {
        if (c == 0x306 && !m_symbols.empty() && is_letter(0x438)) {
            m_symbols.back().cyrillic = letter_from_cyrillic(0x439); // и and its breve
        } else if (is_invisible(c)) {
            return;
        } else if (is_within(c, '0', '9')) {
            m_symbols.push_back(
                {.kind = SymbolKind::Digit, .digit = static_cast<std::uint8_t>(c - '0'), .at = at});
        } else if (const auto sign = sign_kind(c)) {
            m_symbols.push_back({.kind = *sign, .at = at});
        } else if (!add_letter(c, at)) {
            m_symbols.push_back({.kind = SymbolKind::Blank, .at = at});
        }
    }
    [[nodiscard]] std::vector<Symbol> take() && { return std::move(m_symbols); }

private:
    [[nodiscard]] bool is_letter(CodePoint cyrillic) const {
        return m_symbols.back().kind == SymbolKind::Letter &&
               m_symbols.back().cyrillic == letter_from_cyrillic(cyrillic);
    }

    bool add_letter(CodePoint c, std::uint32_t at) {
        const CodePoint small = small_cyrillic(c);
        if (is_within(small, 0x430, 0x44F)) {
            m_symbols.push_back(cyrillic_letter(small, c < 0x430, at));
        } else if (is_within(small_ascii(c), 'a', 'z')) {
            m_symbols.push_back(latin_letter(small_ascii(c), c < 'a', at));
        } else if (c == 0x406 || c == 0x456 || c == 0x131) {
            m_symbols.push_back(latin_letter('i', c == 0x406, at));
        } else if (is_within(c, 0x2160, 0x217F)) {
            add_roman(((c - 0x2160U) & 0xFU) + 1U, at);
        } else if (is_other_letter(c)) {
            m_symbols.push_back({.kind = SymbolKind::Letter, .at = at});
        } else {
            return false;
        }
        return true;
    }

    // One character that is a whole Roman number; only quarters matter.
    void add_roman(CodePoint value, std::uint32_t at) {
        constexpr std::array<std::string_view, 5> kRoman{"x", "i", "ii", "iii", "iv"};
        for (const char letter : kRoman[value < kRoman.size() ? value : 0]) {
            m_symbols.push_back(latin_letter(static_cast<CodePoint>(letter), true, at));
        }
    }

    std::vector<Symbol> m_symbols;
};

} // namespace

std::vector<Symbol> symbols_of(std::string_view text) {
    const std::vector<Point> points = decoded(text);
    SymbolMaker symbols(points.size());
    for (std::size_t at = 0; at < points.size();) {
        const Point& point = points[at];
        if (point.c == '<') {
            if (const auto tag = tag_at(points, at)) {
                if (tag->breaks_line) {
                    symbols.add(kLineBreak, point.at);
                }
                at = tag->end;
                continue;
            }
        } else if (point.c == '&') {
            if (const auto entity = entity_at(points, at)) {
                symbols.add(entity->first, point.at);
                at = entity->second;
                continue;
            }
        }
        ++at;
        // «__» stands for what was never filled in.
        const bool is_gap = point.c == '_' && at < points.size() && points[at].c == '_';
        symbols.add(is_gap ? kReplacement : point.c, point.at);
    }
    return std::move(symbols).take();
}

} // namespace vekha::reading
