#include "app/animation.hpp"

#include "core/layout/time_scale.hpp"

#include <algorithm>
#include <cmath>

namespace vekha::app {

TimeScale glide_at(const ScaleGlide& glide, double now_seconds) {
    const double linear =
        std::clamp((now_seconds - glide.started_seconds) / kGlideSeconds, 0.0, 1.0);
    if (linear >= 1.0) {
        return glide.to;
    }
    // Quick at first, then slower.
    const double eased = 1.0 - (1.0 - linear) * (1.0 - linear);
    const double from_px = glide.from.px_per_day();
    const double to_px = glide.to.px_per_day();
    const double px_per_day = from_px * std::pow(to_px / from_px, eased);
    // x = (day - left) * px: the day that two scales show at one x stays there when `left` moves in
    // step with 1 / px.
    const double whole_way = 1.0 / to_px - 1.0 / from_px;
    constexpr double kSameScale = 1.0e-12;
    const double share =
        std::abs(whole_way) < kSameScale ? eased : (1.0 / px_per_day - 1.0 / from_px) / whole_way;
    const double left =
        glide.from.day_at_left() + (glide.to.day_at_left() - glide.from.day_at_left()) * share;
    return {left, px_per_day};
}

bool glide_ended(const ScaleGlide& glide, double now_seconds) {
    return now_seconds >= glide.started_seconds + kGlideSeconds;
}

} // namespace vekha::app
