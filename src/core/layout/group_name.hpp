// What a group of rows is called, in the words of the interface language.
#pragma once

#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_words.hpp"

#include <string>

namespace vekha {

void append_group_name(std::string& out, const RoadmapWords& words, Grouping grouping,
                       const RowGroup& group);

} // namespace vekha
