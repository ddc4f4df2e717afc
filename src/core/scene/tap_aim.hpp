// Where a tap is meant to go. A finger is wider than many things on the screen: each of them takes
// the taps around it, up to 44 layout pixels across, unless another one is nearer (WCAG 2.2,
// 2.5.5 and 2.5.8; 44 is what product designs for touch ask for).
#pragma once

#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"

namespace vekha {

inline constexpr float kFingerWidth = 44.0F;

// The point itself when it is on something that can be pressed, or near nothing that is smaller
// than a finger; else the nearest point of the nearest such thing. Rows, and what is set by
// where it is pressed, take no taps from beside them.
[[nodiscard]] Point aim_of_tap(const SemanticList& list, Point tap);

} // namespace vekha
