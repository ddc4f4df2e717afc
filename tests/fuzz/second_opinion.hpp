// What nlohmann/json says of a text: a reader that takes what is no JSON agrees with its own
// writer, so the round trip alone would not show it.
#pragma once

#include <cstdint>
#include <string_view>

namespace vekha::fuzz {

enum class Opinion : std::uint8_t {
    Json,
    NotJson,
    None, // a number that no double holds: nlohmann/json stops there, ours goes on (FORMAT.md)
};

[[nodiscard]] Opinion second_opinion(std::string_view text);

} // namespace vekha::fuzz
