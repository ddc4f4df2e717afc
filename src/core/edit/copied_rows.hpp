// Rows on their way: measures copied out of a plan into a document of their own, and put into the
// same plan or another one; see core/edit/edits.hpp for what all edits share.
//
// A copy is a plan of work, not a report of it: state, percent, day, note, evidence, what targets
// reached and the lineage are the original's alone. Rows that are cut take along what was reported
// of themselves and of their occurrences; the marks of schools stay with the plan of the schools.
// Whatever else a measure holds goes along, with members that this version does not know.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <span>

namespace vekha {

enum class RowReports : std::uint8_t { Leave, Take };

// The measures in the order of the plan, outside of sections, with the parties that they name and
// id, title and language of their plan. Those that are not there are left out.
[[nodiscard]] Document copied_rows(const Document& document, std::span<const MeasureId> measures,
                                   RowReports reports);
// The same rows without what was reported, as a second copy of what was cut has to be.
[[nodiscard]] Document without_reports(const Document& rows);

// All measures of `rows` at that place, with new ids. Parties are known by id and name, else by
// name, else added. What the plan does not have is not named: schools, and measures that a row
// depends on (rows that come along are). A number that the plan has already is left out.
// UnknownMeasure when there are no rows.
[[nodiscard]] Result<AddedMeasures, EditProblem>
paste_rows(const Document& document, const Document& rows, const MeasurePlace& place, NewIds& ids);

// Rows that were taken out of this very plan come back to another place, as `before` had them: with
// their ids, marks, occurrences, overrides, live changes and as what others depend on.
// UnknownMeasure when one of them is there, or was not.
[[nodiscard]] Result<AddedMeasures, EditProblem> put_back_rows(const Document& document,
                                                               const Document& before,
                                                               std::span<const MeasureId> measures,
                                                               const MeasurePlace& place);

} // namespace vekha
