// A scene as text for golden tests: one line for each primitive in paint order, coordinates rounded
// to whole layout pixels, with owner and text; then one line for each zone and each semantic node.
// The same scene always gives the same text, on every machine. For reading and comparing only;
// nothing reads it back.
#pragma once

#include "core/scene/scene.hpp"

#include <string>

namespace vekha {

[[nodiscard]] std::string scene_dump(const Scene& scene);

} // namespace vekha
