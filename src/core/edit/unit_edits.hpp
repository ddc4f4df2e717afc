// Edits of the units of work below a measure: marks (the measure at one school or in one
// municipality), occurrences (one span of a recurring or several-span measure) and sub-items; see
// core/edit/edits.hpp for what all edits share. Their progress follows the rules of set_progress.
// A report comes into being when there is something to say, and goes when it is back at its default
// and holds nothing that this version does not know; what then counts is said in core/status.
#pragma once

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// Of several marks for one school the last in the file is set: it is the one that holds, and it
// stays while there are others. UnknownMeasure; UnknownSchool where there is neither school nor
// mark; and what set_progress refuses.
[[nodiscard]] Result<Document, EditProblem>
set_school_progress(const Document& document, const MeasureId& measure, const SchoolId& school,
                    const ProgressChange& change, Date as_of);

// A municipality is known by its name, as it is typed. NameMissing, too.
[[nodiscard]] Result<Document, EditProblem>
set_municipality_progress(const Document& document, const MeasureId& measure,
                          std::string_view municipality, const ProgressChange& change, Date as_of);

struct OccurrenceAt {
    MeasureId measure;
    Span days;
    std::size_t nth = 0; // among the reports of the same days: two meetings may have one day
    bool operator==(const OccurrenceAt&) const = default;
};

// UnknownMeasure; DaysMissing; and what set_progress refuses. The days need not be among those of
// the measure: a meeting may take place on another day than was planned.
[[nodiscard]] Result<Document, EditProblem> set_occurrence_progress(const Document& document,
                                                                    const OccurrenceAt& at,
                                                                    const ProgressChange& change,
                                                                    Date as_of);

// The members of a report that a file gave an item without a state, which nothing could use, give
// way to its first report. UnknownMeasure, UnknownItem, and what set_progress refuses.
[[nodiscard]] Result<Document, EditProblem>
set_item_progress(const Document& document, const MeasureId& measure, const ItemId& item,
                  const ProgressChange& change, Date as_of);

struct ItemPeriodChange {
    std::optional<Period> period; // none: that of the measure
    bool operator==(const ItemPeriodChange&) const = default;
};

// A member without a value was not touched. Of a period only the known members are asked for; those
// that this version does not know stay as they are.
struct ItemChange {
    std::optional<std::string> title = std::nullopt;
    std::optional<ItemPeriodChange> period = std::nullopt;
    std::optional<std::string> result = std::nullopt;
    std::optional<std::vector<PartyId>> responsible = std::nullopt; // lead first, each counts once
    bool operator==(const ItemChange&) const = default;
};

// Behind the others. NameMissing without a title; UnknownMeasure, UnknownParty, DaysMissing,
// EndBeforeStart, and what the texts are refused for. A party that a file names and does not have
// may stay where it is.
[[nodiscard]] Result<Document, EditProblem>
add_item(const Document& document, const MeasureId& measure, const ItemChange& given, NewIds& ids);

// UnknownItem, too.
[[nodiscard]] Result<Document, EditProblem> change_item(const Document& document,
                                                        const MeasureId& measure,
                                                        const ItemId& item,
                                                        const ItemChange& change);

[[nodiscard]] Result<Document, EditProblem>
remove_item(const Document& document, const MeasureId& measure, const ItemId& item);

// Before another one of the measure, or with an empty id behind all.
[[nodiscard]] Result<Document, EditProblem> move_item(const Document& document,
                                                      const MeasureId& measure, const ItemId& item,
                                                      const ItemId& before);

} // namespace vekha
