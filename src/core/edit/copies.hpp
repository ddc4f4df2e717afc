// Copies of the things of a plan, beside their originals; see core/edit/edits.hpp for what all
// edits share. A copy is a piece of the plan, not a report of it: state, percent, day, note,
// evidence, what targets reached, what is known of a school and the lineage are the original's
// alone. What this version does not know goes along. Measures: core/edit/measure_edits.hpp.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cstddef>
#include <string>

namespace vekha {

// The measure with its id, but for what was reported.
[[nodiscard]] Measure unreported(Measure measure);
// The same with ids and a number of its own: that id, new ones for its items, no number yet.
[[nodiscard]] Measure copy_of(const Measure& original, MeasureId id, NewIds& ids);

// Behind the original, with that title and without a number; the sections and measures inside it
// are copied with it. UnknownSection, and what the title is refused for.
[[nodiscard]] Result<Document, EditProblem> duplicate_section(const Document& document,
                                                              const SectionId& section,
                                                              const std::string& title,
                                                              NewIds& ids);

// Behind the original. UnknownMeasure, UnknownItem.
[[nodiscard]] Result<Document, EditProblem>
duplicate_item(const Document& document, const MeasureId& measure, const ItemId& item, NewIds& ids);

// Behind the original. UnknownMeasure, UnknownTarget.
[[nodiscard]] Result<Document, EditProblem>
duplicate_target(const Document& document, const MeasureId& measure, std::size_t place);

// At the end of the list, under that name; aliases stay with the original, for no two parties
// answer to one name. UnknownParty, and what add_party refuses.
[[nodiscard]] Result<Document, EditProblem> duplicate_party(const Document& document,
                                                            const PartyId& party,
                                                            const std::string& name, NewIds& ids);

// At the end of the list, under that name; lists of measures do not name it. UnknownSchool, and
// what add_school refuses.
[[nodiscard]] Result<Document, EditProblem> duplicate_school(const Document& document,
                                                             const SchoolId& school,
                                                             const std::string& name, NewIds& ids);

} // namespace vekha
