#include "core/layout/text_fit.hpp"

#include "core/layout/text_measurer.hpp"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace vekha {
namespace {

constexpr std::string_view kEllipsis = "…";
// No line of a readable text is longer; a megabyte without a space must not be measured whole in
// every frame.
constexpr std::size_t kMaxLineBytes = 1024;

bool is_space(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte <= 0x20U || byte == 0x7FU;
}

bool is_continuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

std::size_t after_code_point(std::string_view text, std::size_t at) {
    do {
        ++at;
    } while (at < text.size() && is_continuation(text[at]));
    return at;
}

// End of the piece that begins at `at`: up to a space, or past a hyphen or slash inside a word.
std::size_t after_piece(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] == ' ') {
        ++at;
    }
    while (at < text.size() && text[at] != ' ') {
        const char c = text[at];
        ++at;
        if ((c == '-' || c == '/') && at < text.size() && text[at] != ' ') {
            return at;
        }
    }
    return at;
}

std::string_view without_end_spaces(std::string_view text) {
    while (!text.empty() && text.back() == ' ') {
        text.remove_suffix(1);
    }
    return text;
}

// Measures with one width and style.
struct Ruler {
    const TextMeasurer& measurer;
    const TextFrame& frame;
    float line_width = 0.0F;
    [[nodiscard]] float width(std::string_view text) const {
        return measurer.width(text, frame.style);
    }
    [[nodiscard]] bool fits(std::string_view text) const { return width(text) <= line_width; }
};

// Longest beginning of the text, in whole code points, that is not wider than `room`; at least
// `least` bytes.
std::size_t longest_prefix(std::string_view text, float room, const Ruler& ruler,
                           std::size_t least) {
    std::size_t good = least;
    std::size_t bad = std::min(text.size(), kMaxLineBytes) + 1;
    while (good + 1 < bad) {
        std::size_t middle = good + (bad - good) / 2;
        while (middle > good && middle < text.size() && is_continuation(text[middle])) {
            --middle;
        }
        if (middle == good) {
            middle = after_code_point(text, good);
            if (middle >= bad) {
                break;
            }
        }
        if (ruler.width(text.substr(0, middle)) <= room) {
            good = middle;
        } else {
            bad = middle;
        }
    }
    return good;
}

// End of the line that begins at `begin`.
std::size_t line_end(std::string_view text, std::size_t begin, const Ruler& ruler) {
    std::size_t end = begin;
    while (end < text.size()) {
        const std::size_t next = after_piece(text, end);
        if (next - begin > kMaxLineBytes || !ruler.fits(text.substr(begin, next - begin))) {
            break;
        }
        end = next;
    }
    if (end > begin) {
        return end;
    }
    const std::string_view rest = text.substr(begin);
    return begin + longest_prefix(rest, ruler.line_width, ruler, after_code_point(rest, 0));
}

} // namespace

void TextFitter::flatten(std::string_view text, const TextFrame& frame) {
    m_flat.clear();
    const std::size_t limit = kMaxLineBytes * (frame.lines + 1);
    for (const char c : text) {
        if (!is_space(c)) {
            m_flat.push_back(c);
        } else if (!m_flat.empty() && m_flat.back() != ' ') {
            m_flat.push_back(' ');
        }
        if (m_flat.size() > limit && !is_continuation(c)) {
            break;
        }
    }
    // The last code point of a text that was cut here may be incomplete; it never comes to be
    // shown.
    m_flat.resize(without_end_spaces(m_flat).size());
}

FittedText TextFitter::fit(std::string_view text, const TextFrame& frame,
                           const TextMeasurer& measurer) {
    flatten(text, frame);
    FittedText fitted;
    Ruler ruler{measurer, frame, frame.width};
    const std::string_view flat = m_flat;
    const std::size_t max_lines = std::min(frame.lines, FittedText::kMaxLines);
    std::size_t begin = 0;
    while (begin < flat.size() && fitted.line_count < max_lines) {
        const bool last = fitted.line_count + 1 == max_lines;
        ruler.line_width = frame.width - (last ? frame.last_line_cut : 0.0F);
        const std::size_t end = line_end(flat, begin, ruler);
        std::string_view line = without_end_spaces(flat.substr(begin, end - begin));
        if ((last && end < flat.size()) || !ruler.fits(line)) {
            const std::string_view rest = flat.substr(begin);
            const float room = ruler.line_width - ruler.width(kEllipsis);
            m_last_line.assign(
                without_end_spaces(rest.substr(0, longest_prefix(rest, room, ruler, 0))));
            m_last_line += kEllipsis;
            fitted.shortened = true;
            if (ruler.fits(m_last_line)) {
                fitted.lines[fitted.line_count++] = m_last_line;
            }
            return fitted;
        }
        fitted.lines[fitted.line_count++] = line;
        begin = end;
        while (begin < flat.size() && flat[begin] == ' ') {
            ++begin;
        }
    }
    return fitted;
}

} // namespace vekha
