// A scene as a picture in SVG, to look at a layout without the page. Only for people who work on
// the layout: nothing compares these pictures. Colours come from the caller, so that no theme is
// needed.
#pragma once

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"

#include <functional>
#include <string>

namespace vekha::test {

using ColorOf = std::function<std::string(ColorRole)>; // "#rrggbb"

[[nodiscard]] std::string scene_svg(const Scene& scene, Size size, const ColorOf& color_of);

} // namespace vekha::test
