#include "core/edit/override_edits.hpp"

#include "core/base/no_index.hpp"
#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/unit_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/work_unit.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace vekha {

Result<Document, EditProblem> override_state(const Document& document, const MeasureId& measure,
                                             const ProgressChange& change,
                                             const Signature& signature) {
    if (find_by_id(document.measures, measure) == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    const std::uint32_t place = place_of_override(document, measure);
    if (place == kNoIndex && !change.state) {
        return document;
    }
    const Override before = place == kNoIndex ? Override{} : document.overrides[place];
    Override after = before;
    after.measure = measure;
    set_field(after.state, change.state ? change.state : before.state, after.unknown, "state");
    if (change.reason) {
        Result<std::string, EditProblem> reason = clean_typed_text(*change.reason);
        if (!reason) {
            return fail(reason.error());
        }
        set_field(after.reason, std::move(reason).value(), after.unknown, "reason");
    } else if (after.state != before.state) {
        after.reason.clear();
    }
    if (after.reason.empty()) {
        return fail(EditProblem::ReasonMissing);
    }
    if (after.state == before.state && after.reason == before.reason) {
        return document;
    }
    Result<std::string, EditProblem> by = clean_typed_label(signature.by);
    if (!by) {
        return fail(by.error());
    }
    set_field(after.by, std::move(by).value(), after.unknown, "by");
    set_field(after.date, std::optional(signature.day), after.unknown, "date");
    Document changed = document;
    if (place == kNoIndex) {
        changed.overrides.push_back(std::move(after));
    } else {
        changed.overrides = document.overrides.with(place, std::move(after));
    }
    return changed;
}

Result<Document, EditProblem> drop_override(const Document& document, const MeasureId& measure) {
    if (find_by_id(document.measures, measure) == kNoIndex) {
        return fail(EditProblem::UnknownMeasure);
    }
    Document changed = document;
    changed.overrides = document.overrides.filtered([&measure](const Override& each) {
        return each.measure != measure || !each.state || each.reason.empty();
    });
    return changed;
}

Result<Document, EditProblem> set_unit_progress(const Document& document, const MeasureId& measure,
                                                const WorkUnit& unit, const ProgressChange& change,
                                                Date as_of, const Signature& signature) {
    switch (unit.kind) {
    case UnitKind::Measure:
        return set_progress(document, measure, change, as_of);
    case UnitKind::ByHand:
        return override_state(document, measure, change, signature);
    case UnitKind::Item:
        return set_item_progress(document, measure, ItemId{unit.name}, change, as_of);
    case UnitKind::Occurrence:
        return set_occurrence_progress(document, {measure, unit.days, unit.nth}, change, as_of);
    case UnitKind::School:
        return set_school_progress(document, measure, SchoolId{unit.name}, change, as_of);
    case UnitKind::Municipality:
        return set_municipality_progress(document, measure, unit.name, change, as_of);
    }
    return document;
}

} // namespace vekha
