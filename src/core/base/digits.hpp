// The digits of numbers as plans and files write them.
#pragma once

namespace vekha {

[[nodiscard]] constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace vekha
