// RoadmapWords: every word the roadmap layout needs, in the language of the interface, resolved by
// the caller from its dictionary. Patterns hold {names}; the comment behind each field lists them.
// Nothing here has a default text, so a missing word shows as nothing and never as a word of
// another language.
#pragma once

#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/scene/scene.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <string>

namespace vekha {

struct RoadmapWords {
    // Units of the two header rows.
    std::array<std::string, 12> month_long;
    std::array<std::string, 12> month_short;
    std::array<std::string, 12> month_of; // in a date
    std::array<std::string, 7> weekday_short;
    std::string month_year;    // {month}, {year}
    std::string quarter;       // {n}, {roman}
    std::string quarter_short; // {n}, {roman}
    std::string half;          // {n}, {roman}
    std::string half_short;    // {n}, {roman}
    std::string week; // {n} of the ISO week; {from}, {to}: its first and last day of the month
    // The table.
    std::array<std::string, kColumnCount> column_names;
    std::string time_column_name;
    std::array<std::string, kComputedStateCount> state_names; // by ComputedState
    std::string state_percent;                                // {state}, {percent}
    std::string late_by;                                      // {n} days
    std::string by_hand;                                      // of a state
    std::string more_parties;                                 // {n} of those that did not fit
    std::string heading_count;                                // {count}
    std::string heading_found;                                // {count}, {all}
    std::string section_progress;                             // {done}, {total}, {percent}
    std::array<std::string, 4> zone_names;                    // by Zone; said, not drawn
    // Groups.
    std::string group_choice;                              // {grouping}: the button
    std::array<std::string, kGroupingCount> group_by;      // by Grouping
    std::array<std::string, kGroupingCount> without_names; // by Grouping: what belongs to none
    std::string quarter_year;                              // {n}, {roman}, {year}
    std::string school_year;                               // {from}, {to}: years
    std::string shared_name;                               // {n} groups; said, not drawn
    std::string sort_choice;                               // {order}: the button
    std::string plan_order;                                // the order of the file
    std::string column_choice;                             // the button
    std::string view_choice;                               // the button: no saved view shows
    std::string named_view_choice;                         // {name}: the button
    std::string ascending;                                 // {column}
    std::string descending;                                // {column}
    std::string sort_name;                                 // {column}; said, not drawn
    // The time line.
    std::string unscheduled;
    std::string relative; // counted from an event that has no day yet
    std::string no_measures;
    std::string nothing_found; // by the filter
    std::string as_of_label;   // {date}
    std::string today_label;   // {date}
    // Names of what is not text itself.
    std::string grid_name;
    std::string fold_name;        // {title}
    std::string unfold_name;      // {title}
    std::string review_name;      // {title}
    std::string column_edge_name; // {column}
    std::string split_name;
    std::string bar_name;         // {spans}, {state}
    std::string state_bar_name;   // {spans}, {progress}
    std::string section_bar_name; // {spans}, {progress}, {zone}
    std::string found_bar_name;   // {spans}, {progress}: of what a filter left
    std::string occurrence_name;  // {spans}
    std::string bar_before_name;  // {spans}: they lie to the left of what is in sight
    std::string bar_after_name;   // {spans}
    std::string spoken_date;      // {d}, {monthOf}, {yyyy}: in spans, which are said, not drawn
    std::string span_day;         // {from}
    std::string span_range;       // {from}, {to}
    std::string span_until;       // {to}
    std::string span_since;       // {from}
    std::string list_separator;   // between spans and between names, with its space
    bool month_first = false;     // dates are 21.03.2021, or 03/21/2021
};

} // namespace vekha
