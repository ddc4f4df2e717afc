#include "core/edit/school_edits.hpp"

#include "core/base/result.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace vekha {
namespace {

// Whether it is somebody of the plan, or nobody. A party that a file names and does not have may
// stay where it is.
bool may_be(const Document& document, const std::optional<PartyId>& party, const PartyId& now) {
    return !party || party->empty() || *party == now ||
           find_by_id(document.parties, *party) != kNoIndex;
}

std::optional<EditProblem> apply(const Document& document, School& school,
                                 const SchoolChange& change) {
    if (!may_be(document, change.curator, school.curator) ||
        !may_be(document, change.coordinator, school.coordinator)) {
        return EditProblem::UnknownParty;
    }
    if (change.curator) {
        set_field(school.curator, *change.curator, school.unknown, "curator");
    }
    if (change.coordinator) {
        set_field(school.coordinator, *change.coordinator, school.unknown, "coordinator");
    }
    if (change.kinds) {
        set_field(school.kinds, each_once(*change.kinds), school.unknown, "kinds");
    }
    return TextSetter(school.unknown)
        .set(school.name, change.name, clean_typed_name, "name")
        .set(school.short_name, change.short_name, clean_typed_label, "shortName")
        .set(school.municipality, change.municipality, clean_typed_label, "municipality")
        .problem();
}

} // namespace

Result<Document, EditProblem> add_school(const Document& document, const SchoolChange& given,
                                         NewIds& ids) {
    School school;
    SchoolChange change = given;
    change.name = given.name.value_or("");
    if (const auto problem = apply(document, school, change)) {
        return fail(*problem);
    }
    school.id = ids.make<SchoolId>("sc", document.schools);
    Document changed = document;
    changed.schools.push_back(std::move(school));
    return changed;
}

Result<Document, EditProblem> change_school(const Document& document, const SchoolId& school,
                                            const SchoolChange& change) {
    return with_entity<&Document::schools>(
        document, school, EditProblem::UnknownSchool,
        [&](School& after) { return apply(document, after, change); });
}

Result<Document, EditProblem> move_school(const Document& document, const SchoolId& school,
                                          int step) {
    return with_moved<&Document::schools>(document, school, EditProblem::UnknownSchool, step);
}

Result<Document, EditProblem> remove_school(const Document& document, const SchoolId& school) {
    if (find_by_id(document.schools, school) == kNoIndex) {
        return fail(EditProblem::UnknownSchool);
    }
    const auto is_its = [&school](const IndicatorValue& value) { return value.school == school; };
    Document changed = document;
    changed.schools =
        document.schools.filtered([&school](const School& each) { return each.id != school; });
    changed.marks =
        document.marks.filtered([&school](const Mark& mark) { return mark.school != school; });
    changed.indicators =
        document.indicators.replaced([&](const Indicator& before) -> std::optional<Indicator> {
            if (std::ranges::none_of(before.values, is_its)) {
                return std::nullopt;
            }
            Indicator indicator = before;
            std::erase_if(indicator.values, is_its);
            return indicator;
        });
    changed.measures =
        document.measures.replaced([&school](const Measure& before) -> std::optional<Measure> {
            const std::vector<SchoolId>& listed = before.applies_to.schools;
            if (std::ranges::find(listed, school) == listed.end()) {
                return std::nullopt;
            }
            Measure measure = before;
            std::erase(measure.applies_to.schools, school);
            drop_original(measure.applies_to.unknown, "ids");
            return measure;
        });
    return changed;
}

Result<Document, EditProblem> set_applies_to(const Document& document, const MeasureId& measure,
                                             SchoolScope scope,
                                             const std::vector<SchoolId>& schools) {
    return with_measure(document, measure, [&](Measure& after) -> std::optional<EditProblem> {
        std::vector<SchoolId> listed;
        if (scope == SchoolScope::Listed) {
            listed = each_once(schools);
        }
        const std::vector<SchoolId>& before = after.applies_to.schools;
        for (const SchoolId& school : listed) {
            // One that a file names and does not have may stay where it is.
            if (find_by_id(document.schools, school) == kNoIndex &&
                std::ranges::find(before, school) == before.end()) {
                return EditProblem::UnknownSchool;
            }
        }
        set_field(after.applies_to.scope, scope, after.applies_to.unknown, "scope");
        set_field(after.applies_to.schools, std::move(listed), after.applies_to.unknown, "ids");
        return std::nullopt;
    });
}

} // namespace vekha
