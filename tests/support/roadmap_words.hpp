// The words of the roadmap in Russian for tests of the layout. The product's own words come from
// assets/i18n; these stand still, so that goldens do not change with a wording.
#pragma once

#include "core/layout/roadmap_words.hpp"

namespace vekha::test {

[[nodiscard]] RoadmapWords russian_words();

} // namespace vekha::test
