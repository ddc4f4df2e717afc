// The limits of a roadmap file beside its size: lengths of texts in code points, ranges of numbers.
// FORMAT.md and assets/schema state the same figures; the agreement test holds them together.
#pragma once

#include "core/base/text_limits.hpp"
#include "core/model/number_limits.hpp"

#include <cstddef>

namespace vekha::limits {

inline constexpr std::size_t kId = 200;
inline constexpr std::size_t kShortText =
    kMaxShortTextCodePoints;                                 // names, numbers, units, keys, kinds
inline constexpr std::size_t kLink = kMaxLinkCodePoints;     // addresses
inline constexpr std::size_t kLongText = kMaxTextCodePoints; // titles, descriptions, results, notes

inline constexpr int kMaxVersion = 1'000'000;
inline constexpr int kMaxOrder = kMaxSectionOrder;
inline constexpr int kMaxOffsetDays = vekha::kMaxOffsetDays;
inline constexpr int kMaxDueSoonDays = vekha::kMaxDueSoonDays;
inline constexpr int kMaxYear = vekha::kMaxYear;
inline constexpr double kMaxShare = kMaxThreshold;

} // namespace vekha::limits
