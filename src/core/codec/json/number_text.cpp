#include "core/codec/json/number_text.hpp"

#include <array>
#include <cassert>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <version>

namespace vekha {
namespace {

bool has_significant_digit(std::string_view number) {
    const std::string_view digits = number.substr(0, number.find_first_of("eE"));
    return digits.find_first_of("123456789") != std::string_view::npos;
}

#if defined(__cpp_lib_to_chars)
std::optional<double> parse_double(std::string_view number) {
    double value = 0.0;
    const auto result = std::from_chars(number.data(), number.data() + number.size(), value);
    return result.ec == std::errc() ? std::optional(value) : std::nullopt;
}
#else
// This C++ library reads no floating-point numbers in <charconv>. The C function asks for a
// terminated text, and for the "C" locale, which the program never leaves.
std::optional<double> parse_double(std::string_view number) {
    return std::strtod(std::string(number).c_str(), nullptr);
}
#endif

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

std::optional<double> double_from_json(std::string_view number) {
    const std::optional<double> value = parse_double(number);
    if (!value || !std::isfinite(*value) || (*value == 0.0 && has_significant_digit(number))) {
        // A zero that from_chars refuses because of its long exponent is still a zero.
        if (!has_significant_digit(number)) {
            return number.starts_with('-') ? -0.0 : 0.0;
        }
        return std::nullopt;
    }
    return value;
}

std::string json_from_double(double value) {
    assert(std::isfinite(value));
    if (value == 0.0) {
        return std::signbit(value) ? "-0" : "0";
    }
    const ShortestDigits shortest = shortest_digits(std::fabs(value));
    const std::string number =
        shortest.point > kLargestFixedPoint || shortest.point < kSmallestFixedPoint
            ? with_exponent(shortest)
            : without_exponent(shortest);
    return value < 0.0 ? "-" + number : number;
}

} // namespace vekha
