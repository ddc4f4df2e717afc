// The numbers that a file can hold and a person can set. They stand here because the format and the
// edits need them.
#pragma once

namespace vekha {

inline constexpr int kMaxSectionOrder = 1'000'000'000; // and as far below 0
inline constexpr int kMaxOffsetDays = 36'600;          // and as far below 0
inline constexpr int kMaxDueSoonDays = 3'660;
inline constexpr double kMaxThreshold = 100.0; // of shares and points
inline constexpr int kMaxYear = 9'999;

} // namespace vekha
