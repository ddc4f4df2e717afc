// One change of many measures in one step; see core/edit/edits.hpp for what all edits share.
#pragma once

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/period_moves.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace vekha {

enum class ListChange : std::uint8_t { Replace, Add, Remove };

struct ResponsibleChange {
    ListChange how = ListChange::Replace;
    std::vector<PartyName> parties; // to be removed: by their ids
};

// A member without a value was not touched.
struct BulkChange {
    ProgressChange progress;
    std::optional<ResponsibleChange> responsible;
    std::string add_tags; // typed with commas or line ends between them
    std::string remove_tags;
    PeriodShift
        shift; // with the items and the reports of occurrences; the words of the source stay
};

struct BulkTarget {
    std::uint32_t index = 0; // in document.measures
    bool is_derived = false; // from the parts of the measure: its progress is not touched
};

// Of all targets, which stand from low to high, or of none: what set_progress, set_tags,
// set_responsible and set_periods refuse.
[[nodiscard]] Result<Document, EditProblem> change_measures(const Document& document,
                                                            std::span<const BulkTarget> targets,
                                                            const BulkChange& change, Date as_of,
                                                            NewIds& ids);

// How many of them are not what they were. The lists have the same order.
[[nodiscard]] std::size_t count_changed(const Document& before, const Document& after,
                                        std::span<const BulkTarget> targets);

} // namespace vekha
