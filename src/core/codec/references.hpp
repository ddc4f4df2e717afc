// What the objects of a plan say about each other: ids given twice, references to nothing, sections
// and dependencies that run in a circle, two reports of one unit. Works on the tree, so that every
// problem has its place. The rows «opens after consent» of the table of problems in format.md.
#pragma once

#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"

#include <vector>

namespace vekha {

void check_references(const JsonTree& tree, const std::vector<IdUse>& id_uses, Findings& findings);

} // namespace vekha
