// The page's src/core/base/decimal.cpp: the same two conversions by the browser's Number.
#include "core/base/decimal.hpp"

#include "core/base/digits.hpp"

#include <emscripten/em_js.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>

// clang-format off
EM_JS_DEPS(vekha_decimal, "$UTF8ToString,$stringToUTF8");
EM_JS(double, vekha_js_number, (const char* text, size_t size), { return Number(UTF8ToString(text, size)); });
EM_JS(void, vekha_js_number_text, (double value, char* text, size_t size), { stringToUTF8(String(value), text, size); });
// clang-format on

namespace vekha {

double double_from_decimal(std::string_view text) {
    // What Number reads as well: nothing at all, signs, other bases, spaces around.
    const bool is_decimal =
        !text.empty() && text.front() != '+' && std::ranges::all_of(text, [](char c) {
            return is_digit(c) || std::string_view(".-+eE").find(c) != std::string_view::npos;
        });
    return is_decimal ? vekha_js_number(text.data(), text.size())
                      : std::numeric_limits<double>::quiet_NaN();
}

std::string decimal_from_double(double value) {
    if (value == 0.0 && std::signbit(value)) {
        return "-0"; // for JavaScript a zero like others
    }
    std::array<char, 32> text{};
    vekha_js_number_text(value, text.data(), text.size());
    return text.data();
}

} // namespace vekha
