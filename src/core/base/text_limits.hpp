// The longest text of a file, which is also the longest that can be typed: what was opened can be
// typed into. Its one figure stands here because the format, the edits and the page's field need
// it.
#pragma once

#include <cstdint>

namespace vekha {

inline constexpr std::uint32_t kMaxTextCodePoints = 100'000;
// Of names, numbers, units, keys and kinds in a file.
inline constexpr std::uint32_t kMaxShortTextCodePoints = 1'000;
inline constexpr std::uint32_t kMaxLinkCodePoints = 4'000;
// The longest name that can be typed; files may hold longer ones.
inline constexpr std::uint32_t kMaxNameCodePoints = 200;

} // namespace vekha
