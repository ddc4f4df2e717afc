// The short glide of the time scale after zoom and fit: at most 150 ms, none under reduced motion
// (look.md «Motion»). Times are seconds of a monotonic clock and are passed in.
#pragma once

#include "core/layout/time_scale.hpp"

namespace vekha::app {

inline constexpr double kGlideSeconds = 0.15;

struct ScaleGlide {
    TimeScale from;
    TimeScale to;
    double started_seconds = 0.0;
};

// Where the scale stands now. The day that both ends show at the same x does not move on the way.
[[nodiscard]] TimeScale glide_at(const ScaleGlide& glide, double now_seconds);
[[nodiscard]] bool glide_ended(const ScaleGlide& glide, double now_seconds);

} // namespace vekha::app
