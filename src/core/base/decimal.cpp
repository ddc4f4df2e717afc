#include "core/base/decimal.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <system_error>

namespace vekha {
namespace {

// The value is 0.DIGITS × 10^point.
struct ShortestDigits {
    std::string digits;
    int point = 0;
};

// The limits between the two ways of writing, as ECMAScript has them (Number::toString).
constexpr int kLargestFixedPoint = 21;
constexpr int kSmallestFixedPoint = -5;

ShortestDigits shortest_digits(double positive) {
    std::array<char, 32> buffer{};
    const auto written = std::to_chars(buffer.data(), buffer.data() + buffer.size(), positive,
                                       std::chars_format::scientific);
    assert(written.ec == std::errc());
    const std::string_view text(buffer.data(),
                                static_cast<std::size_t>(written.ptr - buffer.data()));
    const std::size_t e = text.find('e');
    const std::size_t exponent_digits = text[e + 1] == '+' ? e + 2 : e + 1;
    int exponent = 0;
    std::from_chars(text.data() + exponent_digits, text.data() + text.size(), exponent);
    ShortestDigits shortest{std::string(text.substr(0, e)), exponent + 1};
    if (shortest.digits.size() > 1) {
        shortest.digits.erase(1, 1);
    }
    return shortest;
}

std::string with_exponent(const ShortestDigits& shortest) {
    std::string text = shortest.digits;
    if (text.size() > 1) {
        text.insert(1, ".");
    }
    const int exponent = shortest.point - 1;
    return text + (exponent < 0 ? "e" : "e+") + std::to_string(exponent);
}

std::string without_exponent(const ShortestDigits& shortest) {
    if (shortest.point <= 0) {
        return "0." + std::string(static_cast<std::size_t>(-shortest.point), '0') + shortest.digits;
    }
    const auto whole = static_cast<std::size_t>(shortest.point);
    std::string text = shortest.digits;
    if (text.size() <= whole) {
        return text.append(whole - text.size(), '0');
    }
    return text.insert(whole, ".");
}

} // namespace

double double_from_decimal(std::string_view text) {
    double value = 0.0;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && rest == text.data() + text.size();
    return whole ? value : std::numeric_limits<double>::quiet_NaN();
}

std::string decimal_from_double(double value) {
    assert(std::isfinite(value));
    const std::string sign = std::signbit(value) ? "-" : "";
    if (value == 0.0) {
        return sign + "0";
    }
    const ShortestDigits shortest = shortest_digits(std::fabs(value));
    return sign + (shortest.point > kLargestFixedPoint || shortest.point < kSmallestFixedPoint
                       ? with_exponent(shortest)
                       : without_exponent(shortest));
}

} // namespace vekha
