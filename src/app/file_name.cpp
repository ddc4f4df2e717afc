#include "app/file_name.hpp"

#include "core/base/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::app {

namespace {

constexpr std::string_view kEnding = ".vekha.json";
constexpr std::size_t kLongestStem = 100;

bool is_refused(std::uint32_t c) {
    constexpr std::u32string_view kSigns = U"<>:\"/\\|?*";
    const bool control = c < 0x20 || (c >= 0x7F && c < 0xA0);
    const bool direction = c == 0x061C || (c >= 0x200B && c <= 0x200F) ||
                           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) ||
                           c == 0xFEFF || c == 0xFFFD;
    return control || direction ||
           kSigns.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

// CON, COM1 and so on are devices there, with any ending.
bool is_device(std::string_view stem) {
    constexpr std::array<std::string_view, 4> kDevices{"CON", "PRN", "AUX", "NUL"};
    std::string first(stem.substr(0, stem.find('.')));
    std::ranges::transform(first, first.begin(), upper);
    const bool numbered = first.size() == 4 &&
                          (first.starts_with("COM") || first.starts_with("LPT")) &&
                          first[3] >= '0' && first[3] <= '9';
    return numbered || std::ranges::find(kDevices, first) != kDevices.end();
}

void trim(std::string& text) {
    const auto is_edge = [](char c) { return c == ' ' || c == '.'; };
    while (!text.empty() && is_edge(text.back())) {
        text.pop_back();
    }
    text.erase(text.begin(), std::ranges::find_if_not(text, is_edge));
}

std::string_view without_ending(std::string_view name) {
    for (const std::string_view ending : {kEnding, std::string_view(".json")}) {
        if (name.size() > ending.size() && name.ends_with(ending)) {
            return name.substr(0, name.size() - ending.size());
        }
    }
    return name;
}

} // namespace

std::string clean_file_stem(std::string_view name) {
    std::string stem;
    std::size_t length = 0;
    for (std::size_t at = 0; at < name.size() && length < kLongestStem;) {
        const DecodedCodePoint decoded = decode_utf8(name, at);
        at += std::max<std::size_t>(decoded.bytes, 1);
        const bool usable = decoded.bytes > 0 && !is_refused(decoded.code_point);
        // What cannot stand in a name leaves one space, so that words stay apart.
        if (usable && (decoded.code_point != ' ' || !stem.ends_with(' '))) {
            append_utf8(stem, decoded.code_point);
            ++length;
        } else if (!usable && !stem.ends_with(' ')) {
            stem += ' ';
            ++length;
        }
    }
    trim(stem);
    return is_device(stem) ? stem + "_" : stem;
}

std::string suggested_file_name(std::string_view title_or_name, std::string_view fallback) {
    std::string stem = clean_file_stem(without_ending(title_or_name));
    if (stem.empty()) {
        stem = fallback;
    }
    return stem.append(kEnding);
}

std::string name_of_copy(std::string_view file_name, std::string_view suffix) {
    std::string stem(without_ending(file_name));
    if (!stem.ends_with(suffix)) {
        stem += ' ';
        stem += suffix;
    }
    return suggested_file_name(stem, suffix);
}

} // namespace vekha::app
