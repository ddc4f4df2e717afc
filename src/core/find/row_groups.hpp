// What the rows are grouped by. A measure that belongs to several groups (several bodies, due in
// several months) is in each of them; it is one measure all the same, so figures of groups do not
// add up to those of the plan.
//
// By month, quarter and school year: when it has to be done. Of several spans and of a recurrence
// each one counts, as each is due on its own; else the due day of states.md §2. What has no due day
// is in the last group, and so is what names no body, school or tag. A school year lasts from
// September to August. States are those that show. Bodies that a measure names only in words make
// groups by their wording.
// O(n log n); nothing fails.
#pragma once

#include "core/calendar/date.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// Section: the plan's own; RowGroups has no groups then, nor for None.
enum class Grouping : std::uint8_t {
    Section,
    Responsible,
    State,
    Month,
    Quarter,
    SchoolYear,
    School,
    Tag,
    None,
};
inline constexpr std::size_t kGroupingCount = 9;

struct RowGroup {
    // Stays the same while the group exists, so that folding and selection hold; names no group of
    // another grouping.
    std::string key;
    bool is_rest = false; // of what belongs to none
    std::string text;     // name of the body or school, the tag; empty where it is made of words
    ComputedState state = ComputedState::Planned; // Grouping::State
    Date first_day;                               // of the month, quarter or school year
    std::vector<std::uint32_t> measures;          // in the order that was asked for
    Span days;                                    // first and last day of what it holds
    GroupFigures figures;                         // of all it holds, found or not
};

struct RowGroups {
    Grouping grouping = Grouping::Section;
    std::vector<RowGroup> groups;           // in the order in which they show
    std::vector<std::uint32_t> group_count; // by measure: how many groups it is in

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

// `order`: indices of all measures (core/find/row_order.hpp).
[[nodiscard]] RowGroups group_measures(const Document& document, const PlanStatus& status,
                                       Grouping grouping, std::span<const std::uint32_t> order);

} // namespace vekha
