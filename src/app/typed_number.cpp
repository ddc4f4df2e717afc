#include "app/typed_number.hpp"

#include "core/base/decimal.hpp"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::app {

std::optional<double> parse_plain_number(std::string_view text) {
    const double value = double_from_decimal(text);
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> parse_typed_number(std::string_view text) {
    constexpr std::string_view kMinus = "\u2212";
    constexpr std::string_view kNoBreak = "\u00A0";
    std::string plain;
    while (text.ends_with(' ')) {
        text.remove_suffix(1);
    }
    while (!text.empty()) {
        const std::string_view sign = text.starts_with(kMinus)     ? kMinus
                                      : text.starts_with(kNoBreak) ? kNoBreak
                                                                   : text.substr(0, 1);
        if (sign == kMinus) {
            plain += '-';
        } else if (sign == ",") {
            plain += '.';
        } else if (sign.size() == 1 && sign != " " && !(sign == "%" && text.size() == 1)) {
            plain += sign;
        }
        text.remove_prefix(sign.size());
    }
    // Nothing that is a number for programs only.
    const bool fits = std::ranges::all_of(
        plain, [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; });
    return fits ? parse_plain_number(plain) : std::nullopt;
}

} // namespace vekha::app
