// What must hold of every scene of the roadmap, whatever the plan, the zoom and the screen: rules
// that no accepted dump can hide. Each broken rule comes as a sentence with the place; an empty
// list is what tests want to see.
#pragma once

#include "tests/support/roadmap_fixture.hpp"

#include <string>
#include <vector>

namespace vekha::test {

// `fixture.scene` was made by fixture.lay().
[[nodiscard]] std::vector<std::string> broken_rules(const RoadmapFixture& fixture);

// Scrolls through the whole plan: measures in a row that is not folded away which show neither a
// bar, nor an arrow to one, nor that they have no date. By id.
[[nodiscard]] std::vector<std::string> measures_without_a_sign(RoadmapFixture& fixture);

} // namespace vekha::test
