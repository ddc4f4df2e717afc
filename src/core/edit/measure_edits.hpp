// Edits of the measures themselves: their texts, period, responsible and tags, and which there are
// and in which order. See core/edit/edits.hpp for what all edits share. Measures stand in the file
// in one list; within a section they show in the order of that list.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

enum class MeasureText : std::uint8_t { Number, Title, Description, Result };

// NameMissing for a title that is empty; a number is one line of at most kMaxNameCodePoints.
[[nodiscard]] Result<Document, EditProblem> set_measure_text(const Document& document,
                                                             const MeasureId& measure,
                                                             MeasureText which,
                                                             std::string_view typed);

// Typed with commas or line ends between them; one that comes twice stands once.
[[nodiscard]] Result<Document, EditProblem>
set_tags(const Document& document, const MeasureId& measure, std::string_view typed);

// What the spans of a new period have to do with those of the old one.
enum class SpansAre : std::uint8_t {
    Moved, // the first is the first, and so on
    Anew,  // read or picked: those of equal days are the same; what is left is in its order, if as
           // many are left
};
struct MeasurePeriod {
    MeasureId measure;
    Period period;
    SpansAre spans = SpansAre::Anew;
};
// Of one or of many in one step. Reports of occurrences go with their spans. The words of the
// source are the caller's business: a period that a person set keeps them.
[[nodiscard]] Result<Document, EditProblem> set_periods(const Document& document,
                                                        std::span<const MeasurePeriod> periods);

// A body or role by its id, or, without one, a new body of this name.
struct PartyName {
    PartyId id;
    std::string name;
};
// Lead first; each stands once. The wording of the source stays beside it.
[[nodiscard]] Result<Document, EditProblem> set_responsible(const Document& document,
                                                            const MeasureId& measure,
                                                            std::span<const PartyName> parties,
                                                            NewIds& ids);

// In the section (empty: outside all) and behind `after`; before all others there when `after` is
// empty or no measure of that section.
struct MeasurePlace {
    SectionId section;
    MeasureId after;
};

struct AddedMeasures {
    Document document;
    std::vector<MeasureId> measures;
};
// `measure` with a new id, at that place. Without a number it gets the one that follows on the
// measure before it («1.7.» → «1.8.»), unless its section has that already.
[[nodiscard]] Result<AddedMeasures, EditProblem>
add_measure(const Document& document, const MeasurePlace& place, Measure measure, NewIds& ids);

// Copies with ids of their own stand behind the last of them. What was reported and the lineage are
// the originals' alone. UnknownMeasure when one is not there.
[[nodiscard]] Result<AddedMeasures, EditProblem>
duplicate_measures(const Document& document, std::span<const MeasureId> measures, NewIds& ids);

// With their marks, occurrences, overrides and live changes, and as what others depend on. Frozen
// baselines and snapshots go on naming them: they say what was.
[[nodiscard]] Result<Document, EditProblem> remove_measures(const Document& document,
                                                            std::span<const MeasureId> measures);

// To that place, in the order in which they stand now.
[[nodiscard]] Result<Document, EditProblem> move_measures(const Document& document,
                                                          std::span<const MeasureId> measures,
                                                          const MeasurePlace& place);

// Numbers all measures anew in the order in which they show: «1.», «2.» …, in sections «1.1.» with
// the section's number, or its place where it has none, before the dot. Whether a dot stands at the
// end is kept from the first number that the plan has.
[[nodiscard]] Document renumber_measures(const Document& document);

} // namespace vekha
