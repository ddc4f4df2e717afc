// The text styles of the interface, from large to small. The picture of the plan has its own
// (core/layout/layout_context.hpp).
#pragma once

#include "core/scene/scene.hpp"

namespace vekha::ui {

inline constexpr TextStyle kTitle{TextSize::Title, TextWeight::Semibold};
inline constexpr TextStyle kHeading{TextSize::Heading, TextWeight::Semibold};
inline constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
inline constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
inline constexpr TextStyle kSmallStrong{TextSize::Small, TextWeight::Semibold};
inline constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};

} // namespace vekha::ui
