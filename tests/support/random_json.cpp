#include "tests/support/random_json.hpp"

#include "tests/support/random_plan.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace vekha::test {
namespace {

std::string digits(Chance& chance, std::uint32_t count) {
    std::string text;
    for (std::uint32_t at = 0; at < count; ++at) {
        text += static_cast<char>('0' + chance.below(10));
    }
    return text;
}

std::string random_number(Chance& chance) {
    constexpr std::array<std::string_view, 12> kOdd{
        "1E3", "-0",   "-0.0",   "1e9999", "1E-9999", "0e0",
        "1.0", "1.50", "-1e+07", "5e-324", "0.1e-1",  "123456789012345678901"};
    const std::uint32_t kind = chance.below(8);
    if (kind < 4) {
        return std::string(kOdd[chance.below(kOdd.size())]);
    }
    if (kind == 4) {
        return "7" + digits(chance, 399);
    }
    std::string number = chance.percent(30) ? "-" : "";
    number += static_cast<char>('1' + chance.below(9));
    number += digits(chance, chance.below(6));
    if (chance.percent(40)) {
        number += "." + digits(chance, 1 + chance.below(20));
    }
    return number;
}

} // namespace

std::string random_json_string(Chance& chance) {
    constexpr std::array<std::string_view, 20> kPieces{
        "план",           "a",  " ",  "\\u0416", "\\u0061", "\\/",    "/", "\\n", "\\\"", "\\\\",
        "\\ud83d\\ude00", "😀", "«»", "\\u001F", "\x7f",    "\u2028", "{", "]",   ",",    ": "};
    std::string text = "\"";
    const std::uint32_t count = chance.below(6);
    for (std::uint32_t at = 0; at < count; ++at) {
        text += kPieces[chance.below(kPieces.size())];
    }
    return text + "\"";
}

std::string random_json(Chance& chance, int levels) {
    constexpr std::array<std::string_view, 3> kWords{"true", "false", "null"};
    const std::uint32_t kind = chance.below(levels > 0 ? 6 : 3);
    if (kind == 0) {
        return random_number(chance);
    }
    if (kind == 1) {
        return random_json_string(chance);
    }
    if (kind == 2) {
        return std::string(kWords[chance.below(kWords.size())]);
    }
    const bool object = kind == 3;
    std::string text = object ? "{" : "[";
    const std::uint32_t count = chance.below(5);
    for (std::uint32_t at = 0; at < count; ++at) {
        text += at == 0 ? "" : ",";
        if (object) {
            // The number keeps the names apart, however the rest of them decodes.
            const std::string name = random_json_string(chance);
            text += "\"" + std::to_string(at) + "|" + name.substr(1) + ":";
        }
        text += random_json(chance, levels - 1);
    }
    return text + (object ? "}" : "]");
}

std::string with_random_space(Chance& chance, std::string_view json) {
    constexpr std::array<std::string_view, 6> kSpaces{"", "", " ", "\t", "\r\n", "\n  "};
    std::string text;
    bool in_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        const bool mark =
            !in_string && std::string_view("{}[],:").find(c) != std::string_view::npos;
        if (mark) {
            text += kSpaces[chance.below(kSpaces.size())];
        }
        text += c;
        if (mark) {
            text += kSpaces[chance.below(kSpaces.size())];
        }
        if (in_string && c == '\\') {
            text += json[++at];
        } else if (c == '"') {
            in_string = !in_string;
        }
    }
    return text;
}

bool long_run() {
    const char* value = std::getenv("VEKHA_LONG");
    return value != nullptr && *value != '\0';
}

} // namespace vekha::test
