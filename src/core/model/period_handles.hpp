// Which parts of a period can be taken hold of: one of its spans as a whole, or an end of it.
#pragma once

#include "core/model/period.hpp"

#include <cstddef>
#include <cstdint>

namespace vekha {

enum class PeriodHandle : std::uint8_t { Body, Start, End };
struct PeriodGrip {
    PeriodHandle handle = PeriodHandle::Body;
    std::size_t span = 0; // of Period::spans
    bool operator==(const PeriodGrip&) const = default;
};

// A deadline has its day only, «с X» its first day; the whole plan's length cannot be moved but
// made shorter; what has no dates has no handles.
[[nodiscard]] bool has_handle(const Period& period, const PeriodGrip& grip);

} // namespace vekha
