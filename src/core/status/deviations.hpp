// What has become of a plan since it was approved: the measures that were moved, are late, came,
// went or were reworded, against one baseline (which one is in force: core/model/baselines.hpp).
// Computed in O(n log n); nothing fails.
//
// Readings where the rules leave a question:
// - Late counts from the day that was approved, whatever the plan says now: due at the baseline,
// and on the as-of date neither done nor, for a reason, cancelled or moved away. Spans of the
// baseline with an open end have no due day.
// - A baseline in which no measure has a number or title was written by hand or before they were
// kept, and may name only what had changed: nothing counts as added to it. A title that it does
// not have was not reworded.
// - Of two periods for one measure the later in the baseline holds.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vekha {

enum class DeviationKind : std::uint8_t { Moved, Late, Reworded, Added, Removed };
inline constexpr std::size_t kDeviationKindCount = 5;

struct Deviation {
    DeviationKind kind = DeviationKind::Moved;
    std::uint32_t measure = kNoIndex; // of document.measures; none: removed
    std::uint32_t period = kNoIndex;  // of baseline.periods; none: added
    // Moved: how many days later its first and its last day are; none where one of the two has no
    // such day. Both may be 0 when only days between them moved.
    std::optional<std::int32_t> start_shift_days = std::nullopt;
    std::optional<std::int32_t> end_shift_days = std::nullopt;
    std::int32_t days_late = 0; // late: 1 and more
    bool operator==(const Deviation&) const = default;
};

// In the order of the plan, of one measure in the order of DeviationKind. A removed measure stands
// behind the one that stood before it in the baseline.
[[nodiscard]] std::vector<Deviation> deviations_from(const Baseline& baseline,
                                                     const Document& document, Date as_of);

} // namespace vekha
