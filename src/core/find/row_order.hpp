// In which order measures stand: as in the file, or by a column of the table.
//
// In all texts digits count as numbers: 1.9 stands before 1.10, school 2 before school 10. By title
// and by responsible (the lead body), letters count without case and with е for ё. By period, the
// day it is due counts, then its start. By state, what asks for most attention stands first, of the
// late what is late longest. What has no number, body or day stands at the end in both directions,
// and equals keep the order of the file. O(n log n); nothing fails.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// Indices of document.measures.
[[nodiscard]] std::vector<std::uint32_t> measure_order(const Document& document,
                                                       const PlanStatus& status, RowSort sort);

// The states as they show, from what asks for most attention to what is out of the way.
inline constexpr std::array<ComputedState, kComputedStateCount> kStatesByUrgency{
    ComputedState::Late,       ComputedState::NotDone, ComputedState::DueSoon,
    ComputedState::InProgress, ComputedState::Running, ComputedState::Planned,
    ComputedState::Done,       ComputedState::Moved,   ComputedState::Cancelled};
[[nodiscard]] std::size_t urgency_rank(ComputedState state);

// Keys compare byte by byte. Of a text with numbers, so that "1.10" stands behind "1.9":
[[nodiscard]] std::string number_key(std::string_view text);
// Of a day; grows with it.
[[nodiscard]] std::uint32_t ordered_day(Date day);
// Sorts indices by their keys; those with an empty one go to the end, equals by the index.
void sort_by_keys(std::vector<std::uint32_t>& order, const std::vector<std::string>& keys,
                  bool descending);

} // namespace vekha
