// Which measures fit what is asked for (RowFilter, core/model/rows_view.hpp). Nothing fails; a body
// that the plan does not have fits no measure.
#pragma once

#include "core/find/fold_letters.hpp"
#include "core/find/search_index.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/plan_status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace vekha {

// What a filter leaves.
struct FoundMeasures {
    std::vector<std::uint8_t> fits; // by index of document.measures: 1 or 0
    std::size_t count = 0;
    std::vector<SearchWord> words; // that were searched for
};

// How many measures each part alone would leave, and what «soon» means in this plan.
struct FilterCounts {
    std::size_t mine = 0;
    std::size_t late = 0;
    std::size_t due_soon = 0;
    std::size_t needs_review = 0;
    std::size_t without_dates = 0;
    std::size_t without_responsible = 0;
    std::size_t has_target = 0;
    std::array<std::size_t, kPeriodKindCount> period_kinds{};
    std::vector<std::uint32_t> undated; // indices of those that without_dates counts
    int due_soon_days = 0;
};
// `mine`: by index of the measures, 1 or 0 (core/find/mine.hpp). `only_mine`: where a person's own
// rows show, all other counts are of these.
[[nodiscard]] FilterCounts count_filters(const Document& document, const PlanStatus& status,
                                         std::span<const std::uint8_t> mine, bool only_mine);

// O(n) and the bytes of the texts. `index` is asked only when something is searched for.
[[nodiscard]] FoundMeasures find_measures(const Document& document, const PlanStatus& status,
                                          const SearchIndex& index,
                                          std::span<const std::uint8_t> mine,
                                          const RowFilter& filter);

} // namespace vekha
