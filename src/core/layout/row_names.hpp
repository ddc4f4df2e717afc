// What the rows of a measure and of a group are called.
#pragma once

#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/measure.hpp"

#include <string>

namespace vekha {

// The number, if it has one, and the title.
void append_measure_name(std::string& out, const Measure& measure);
// «апрель 2021», in the words of the interface language.
void append_month_year(std::string& out, const RoadmapWords& words, const CivilDate& month);
// In the words of the interface language.
void append_group_name(std::string& out, const RoadmapWords& words, Grouping grouping,
                       const RowGroup& group);

} // namespace vekha
