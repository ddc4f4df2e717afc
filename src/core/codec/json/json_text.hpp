// The characters of JSON texts: white space, hexadecimal digits, surrogates of \u escapes (RFC 8259
// §2, §7).
#pragma once

#include <cstdint>
#include <string_view>

namespace vekha {

[[nodiscard]] constexpr bool is_json_space(char c) {
    return c == ' ' || c == '\n' || c == '\r' || c == '\t';
}

[[nodiscard]] constexpr bool is_ascii_digit(char c) {
    return c >= '0' && c <= '9';
}

[[nodiscard]] constexpr bool is_hex_digit(char c) {
    return is_ascii_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// The value of hexadecimal digits, which the caller has checked.
[[nodiscard]] constexpr std::uint32_t hex_value(std::string_view digits) {
    std::uint32_t value = 0;
    for (const char c : digits) {
        // The letters follow 0x40 and 0x60, so their low four bits count from 1.
        const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(c));
        value = value * 16U + (is_ascii_digit(c) ? byte - '0' : (byte & 0xFU) + 9U);
    }
    return value;
}

[[nodiscard]] constexpr bool is_high_surrogate(std::uint32_t unit) {
    return unit >= 0xD800 && unit <= 0xDBFF;
}

[[nodiscard]] constexpr bool is_low_surrogate(std::uint32_t unit) {
    return unit >= 0xDC00 && unit <= 0xDFFF;
}

[[nodiscard]] constexpr std::uint32_t code_point_from_pair(std::uint32_t high, std::uint32_t low) {
    return 0x10000U + ((high - 0xD800U) << 10U) + (low - 0xDC00U);
}

} // namespace vekha
