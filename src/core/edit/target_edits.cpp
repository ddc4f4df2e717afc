#include "core/edit/target_edits.hpp"

#include "core/base/result.hpp"
#include "core/edit/changed_entity.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

#include <cmath>
#include <cstddef>
#include <optional>
#include <utility>

namespace vekha {
namespace {

std::optional<EditProblem> apply(Target& target, const TargetChange& change) {
    if (change.value && !std::isfinite(*change.value)) {
        return EditProblem::NumberInvalid;
    }
    if (change.value) {
        set_field(target.value, *change.value, target.unknown, "value");
    }
    if (change.comparator) {
        set_field(target.comparator, *change.comparator, target.unknown, "comparator");
    }
    return TextSetter(target.unknown)
        .set(target.text, change.text, clean_typed_title, "text")
        .set(target.unit, change.unit, clean_typed_label, "unit")
        .set(target.scope, change.scope, clean_typed_label, "scope")
        .problem();
}

template <class Change>
Result<Document, EditProblem> with_target(const Document& document, const MeasureId& measure,
                                          std::size_t place, Change change) {
    return with_measure(document, measure, [&](Measure& after) -> std::optional<EditProblem> {
        return place < after.targets.size() ? change(after) : EditProblem::UnknownTarget;
    });
}

} // namespace

Result<Document, EditProblem> add_target(const Document& document, const MeasureId& measure,
                                         const TargetChange& given) {
    return with_measure(document, measure, [&given](Measure& after) -> std::optional<EditProblem> {
        if (!given.value) {
            return EditProblem::NumberInvalid;
        }
        TargetChange change = given;
        change.text = given.text.value_or("");
        Target target;
        const std::optional<EditProblem> problem = apply(target, change);
        after.targets.push_back(std::move(target));
        return problem;
    });
}

Result<Document, EditProblem> change_target(const Document& document, const MeasureId& measure,
                                            std::size_t place, const TargetChange& change) {
    return with_target(document, measure, place, [&change, place](Measure& after) {
        return apply(after.targets[place], change);
    });
}

Result<Document, EditProblem> remove_target(const Document& document, const MeasureId& measure,
                                            std::size_t place) {
    return with_target(
        document, measure, place, [place](Measure& after) -> std::optional<EditProblem> {
            after.targets.erase(after.targets.begin() + static_cast<std::ptrdiff_t>(place));
            return std::nullopt;
        });
}

Result<Document, EditProblem> set_target_actual(const Document& document, const MeasureId& measure,
                                                std::size_t place, const ActualValue& actual) {
    const bool fits = actual.value ? std::isfinite(*actual.value) : !actual.date;
    return with_target(document, measure, place,
                       [&actual, place, fits](Measure& after) -> std::optional<EditProblem> {
                           if (!fits) {
                               return EditProblem::NumberInvalid;
                           }
                           Target& target = after.targets[place];
                           set_field(target.actual_value, actual.value, target.unknown,
                                     "actualValue");
                           set_field(target.actual_date, actual.date, target.unknown, "actualDate");
                           return std::nullopt;
                       });
}

} // namespace vekha
