#include "app/command_needs.hpp"

#include "app/commands.hpp"
#include "app/state.hpp"
#include "core/edit/history.hpp"
#include "core/model/measure.hpp"

namespace vekha::app {

namespace {

TextKey read_only_reason(const OpenPlan& plan) {
    return plan.read_only == ReadOnlyReason::None ? "why.otherTab"_key : "why.readOnly"_key;
}

Availability editable_measure(const AppState& state, const OpenPlan& plan) {
    if (plan.is_read_only()) {
        return {false, read_only_reason(plan)};
    }
    return when(!state.session.selection.measure.empty(), "why.noMeasure"_key);
}

Availability editable_section(const AppState& state, const OpenPlan& plan) {
    if (plan.is_read_only()) {
        return {false, read_only_reason(plan)};
    }
    return when(!state.session.selection.section.empty(), "why.noSection"_key);
}

} // namespace

Availability plan_availability(const AppState& state, const OpenPlan& plan, Need need) {
    switch (need) {
    case Need::NotSaving:
        return when(!plan.saving, "why.saving"_key);
    case Need::Selection:
        return when(!state.session.selection.empty(), "why.noSelection"_key);
    case Need::EditableMeasure:
        return editable_measure(state, plan);
    case Need::EditableSection:
        return editable_section(state, plan);
    case Need::EditableCell:
        return state.session.selection.section.empty() ? editable_measure(state, plan)
                                                       : editable_section(state, plan);
    case Need::EditablePlan:
        return when(!plan.is_read_only(), read_only_reason(plan));
    case Need::OwnPlan:
        return plan.hold.elsewhere ? Availability{false, "why.otherTab"_key}
                                   : when(!plan.saving, "why.saving"_key);
    case Need::HeldElsewhere:
        return when(plan.hold.elsewhere, "why.ownTab"_key);
    case Need::UndoEntry:
        return plan.hold.elsewhere ? Availability{false, "why.otherTab"_key}
                                   : when(plan.history.can_undo(), "why.nothingToUndo"_key);
    case Need::RedoEntry:
        return plan.hold.elsewhere ? Availability{false, "why.otherTab"_key}
                                   : when(plan.history.can_redo(), "why.nothingToRedo"_key);
    case Need::PeriodInReview: {
        const Availability editable = editable_measure(state, plan);
        const Measure* const measure = find_measure(state, state.session.selection.measure);
        const bool flagged = measure != nullptr && measure->period.review.has_value();
        return editable.enabled ? when(flagged, "why.noReview"_key) : editable;
    }
    case Need::Moving:
        return when(moves_by_keys(state), "why.notMoving"_key);
    case Need::Filter:
        return when(filter_is_open(state), "why.noFilter"_key);
    default:
        return {};
    }
}

} // namespace vekha::app
