// What JSON allows and a roadmap does not: two members of one name in one object, U+0000, and
// halves of surrogate pairs. Names are compared as they decode, so "a" and "\u0061" are one name.
#pragma once

#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"

#include <string_view>

namespace vekha {

void check_json_rules(const JsonTree& tree, Findings& findings);

} // namespace vekha
