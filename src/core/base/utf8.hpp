// UTF-8 helpers for text that people read. Columns and lengths are counted in code points.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha {

struct DecodedCodePoint {
    std::uint32_t code_point = 0;
    std::size_t bytes = 0; // 0: the text ends or the bytes are not UTF-8
};

// The code point that starts at byte `at`. Overlong forms, surrogates and values over U+10FFFF are
// refused.
[[nodiscard]] DecodedCodePoint decode_utf8(std::string_view text, std::size_t at);

// Byte offset of the first byte that is not valid UTF-8, or text.size() when all of it is.
[[nodiscard]] std::size_t first_invalid_utf8(std::string_view text);

[[nodiscard]] std::size_t count_code_points(std::string_view valid_utf8);
// The longest beginning of at most so many code points.
[[nodiscard]] std::string_view beginning_of(std::string_view valid_utf8, std::size_t code_points);
// A code point has at most so many bytes.
inline constexpr std::size_t kLongestCodePoint = 4;
// Writes it to `to` and returns the end of what was written.
[[nodiscard]] char* put_utf8(char* to, std::uint32_t code_point);
void append_utf8(std::string& out, std::uint32_t code_point);

} // namespace vekha
