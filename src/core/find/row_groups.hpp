// What the rows are grouped by. A measure that belongs to several groups (several bodies, due in
// several months) is in each of them; it is one measure all the same, so figures of groups do not
// add up to those of the plan.
//
// By month, quarter and school year: when it has to be done. Of several spans and of a recurrence
// each one counts, as each is due on its own; else the due day of states.md §2. What has no due day
// is in the last group, and so is what names no body, school or tag. A school year lasts from
// September to August. States are those that show. Bodies that a measure names only in words make
// groups by their wording.
//
// Figures are of what belongs to the group: of a measure with marks its mark at the school, of one
// with occurrences those that are due in the month. Where nothing is reported apart, a measure is
// one unit (states.md §2), and counts where it is due; it has a row in the other months, too.
// O(n log n); nothing fails.
#pragma once

#include "core/base/no_index.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {

// Its groups count parts of measures: the mark at the school, the occurrences due in the month.
[[nodiscard]] bool has_units_of_its_own(Grouping grouping);

struct RowGroup {
    // Stays the same while the group exists, so that folding and selection hold; names no group of
    // another grouping.
    std::string key;
    bool is_rest = false; // of what belongs to none
    std::string text;     // name of the body or school, the tag; empty where it is made of words
    ComputedState state = ComputedState::Planned; // Grouping::State
    Date first_day;                               // of the month, quarter or school year
    std::vector<std::uint32_t> measures;          // in the order that was asked for
    Span days; // first and last day of what it holds; by due days: of what is due in it
    // The measures that have one unit of their own in the group (has_units_of_its_own), with its
    // state; sorted by index.
    std::vector<std::pair<std::uint32_t, MeasureStatus>> own_states;
    GroupFigures figures; // of all units it holds, found or not; without curves
};

// None for Grouping::Section, whose groups are the plan's own, and for None.
struct RowGroups {
    Grouping grouping = Grouping::Section;
    std::vector<RowGroup> groups;           // in the order in which they show
    std::vector<std::uint32_t> group_count; // by measure: how many groups it is in

    // Some measure is in several groups: what they say does not add up.
    bool overlap = false;

    // A group of one state has none: all it holds is alike.
    [[nodiscard]] bool have_zones() const { return grouping != Grouping::State; }
    [[nodiscard]] bool has_groups() const {
        return grouping != Grouping::Section && grouping != Grouping::None;
    }
    // kNoIndex when there is none.
    [[nodiscard]] std::uint32_t find(std::string_view key) const;
    // The group with this key when the measure is in it, else the first one that it is in.
    [[nodiscard]] std::uint32_t group_of(std::uint32_t measure, std::string_view key) const;
    // Empty when there is none.
    [[nodiscard]] std::string_view key_of(std::uint32_t group) const;
};

// The state of a measure's row: at the school, or of what is due in the month; else, and where the
// row is in no group, that of the whole measure.
[[nodiscard]] const MeasureStatus& state_in_group(const PlanStatus& status, const RowGroups& groups,
                                                  std::uint32_t measure, std::uint32_t group);

// What names the row of a measure, where rows are grouped in one of its groups: the id, and behind
// it the group's key, if there is one.
void append_row_id(std::string& out, std::string_view measure, std::string_view group_key);

// `order`: indices of all measures (core/find/row_order.hpp). `schools`: by school, only these have
// groups (core/find/mine.hpp); empty: all.
[[nodiscard]] RowGroups group_measures(const Document& document, const PlanStatus& status,
                                       Grouping grouping, std::span<const std::uint32_t> order,
                                       std::span<const SchoolId> schools = {});

} // namespace vekha
