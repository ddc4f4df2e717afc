// Edits of the schools of a plan, and of which of them a measure is about; see core/edit/edits.hpp
// for what all edits share.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vekha {

// A member without a value was not touched. An empty party: nobody. A kind that comes twice counts
// once.
struct SchoolChange {
    std::optional<std::string> name = std::nullopt;
    std::optional<std::string> short_name = std::nullopt;
    std::optional<std::string> municipality = std::nullopt;
    std::optional<std::vector<SchoolKind>> kinds = std::nullopt;
    std::optional<PartyId> curator = std::nullopt;
    std::optional<PartyId> coordinator = std::nullopt;
    bool operator==(const SchoolChange&) const = default;
};

// At the end of the list. NameMissing without a name; UnknownParty; and what texts are refused for.
// Schools of different places may have one name.
[[nodiscard]] Result<Document, EditProblem> add_school(const Document& document,
                                                       const SchoolChange& given, NewIds& ids);

// UnknownSchool, too.
[[nodiscard]] Result<Document, EditProblem>
change_school(const Document& document, const SchoolId& school, const SchoolChange& change);

// By one place up (-1) or down (1) in the list; the same document at its ends. UnknownSchool.
[[nodiscard]] Result<Document, EditProblem> move_school(const Document& document,
                                                        const SchoolId& school, int step);

// With its marks, its indicator values, and its places in the lists of measures. UnknownSchool.
[[nodiscard]] Result<Document, EditProblem> remove_school(const Document& document,
                                                          const SchoolId& school);

// The schools count for SchoolScope::Listed only, each once. Marks of schools that the measure is
// no longer about stay: they do not count (core/status), and do again when it is. UnknownMeasure,
// UnknownSchool.
[[nodiscard]] Result<Document, EditProblem> set_applies_to(const Document& document,
                                                           const MeasureId& measure,
                                                           SchoolScope scope,
                                                           const std::vector<SchoolId>& schools);

} // namespace vekha
