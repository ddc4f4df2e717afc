// The index of nothing, where lists are looked through.
#pragma once

#include <cstdint>

namespace vekha {

inline constexpr std::uint32_t kNoIndex = 0xFFFFFFFFU;

} // namespace vekha
