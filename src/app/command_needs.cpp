#include "app/command_needs.hpp"

#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/edit/history.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/measure_units.hpp"

#include <optional>
#include <variant>

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

bool has_measures(const AppState& state) {
    return !state.session.picked.empty() || !state.session.selection.measure.empty();
}

Availability editable_measures(const AppState& state, const OpenPlan& plan) {
    return plan.is_read_only() ? Availability{false, read_only_reason(plan)}
                               : when(has_measures(state), "why.noMeasure"_key);
}

Availability editable_section(const AppState& state, const OpenPlan& plan) {
    if (plan.is_read_only()) {
        return {false, read_only_reason(plan)};
    }
    return when(!state.session.selection.section.empty(), "why.noSection"_key);
}

Availability measure_availability(const AppState& state, const Document& document,
                                  const Measure& measure, Need need) {
    switch (need) {
    case Need::StateOfItsOwn:
        return when(unit_of_menu(state).kind != UnitKind::Measure || is_set_by_hand(state) ||
                        !derives_state(document, measure),
                    "why.derived"_key);
    case Need::DerivedState:
        return when(derives_state(document, measure), "why.notDerived"_key);
    case Need::StateByHand:
        return when(is_set_by_hand(state), "why.notByHand"_key);
    case Need::Occurrences:
        return when(has_occurrences(document, measure), "why.oneTerm"_key);
    case Need::PeriodInReview:
        return when(measure.period.review.has_value(), "why.noReview"_key);
    default:
        return {};
    }
}

} // namespace

WorkUnit unit_of_menu(const AppState& state) {
    const auto* const menu = std::get_if<CommandMenu>(&state.session.question);
    return menu == nullptr ? WorkUnit{} : menu->unit;
}

Availability plan_availability(const AppState& state, const OpenPlan& plan, Need need) {
    switch (need) {
    case Need::NotSaving:
        return when(!plan.saving, "why.saving"_key);
    case Need::Selection:
        return when(!state.session.selection.empty(), "why.noSelection"_key);
    case Need::Measures:
        return when(has_measures(state), "why.noMeasure"_key);
    case Need::EditableMeasures:
        return editable_measures(state, plan);
    case Need::EditableRows:
        return state.session.picked.empty() && !state.session.selection.section.empty()
                   ? editable_section(state, plan)
                   : editable_measures(state, plan);
    case Need::Picked:
        return when(is_picking(state), "why.noPicked"_key);
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
    case Need::Baseline:
        return when(!plan.document.baselines.empty(), "why.noBaseline"_key);
    case Need::HistoryEntry:
        return when(plan.history.size() > 0, "why.nothingToUndo"_key);
    case Need::UndoEntry:
        return plan.hold.elsewhere ? Availability{false, "why.otherTab"_key}
                                   : when(plan.history.can_undo(), "why.nothingToUndo"_key);
    case Need::RedoEntry:
        return plan.hold.elsewhere ? Availability{false, "why.otherTab"_key}
                                   : when(plan.history.can_redo(), "why.nothingToRedo"_key);
    case Need::EditableMeasure:
    case Need::StateOfItsOwn:
    case Need::DerivedState:
    case Need::StateByHand:
    case Need::Occurrences:
    case Need::PeriodInReview: {
        if (need == Need::StateOfItsOwn && !state.session.picked.empty()) {
            return editable_measures(state, plan);
        }
        const Availability editable = editable_measure(state, plan);
        const Measure* const measure = find_measure(state, state.session.selection.measure);
        return editable.enabled && measure != nullptr
                   ? measure_availability(state, plan.document, *measure, need)
                   : editable;
    }
    case Need::Moving:
        return when(moves_by_keys(state), "why.notMoving"_key);
    case Need::Filter:
        return when(filter_is_open(state), "why.noFilter"_key);
    default:
        return {};
    }
}

std::optional<StoredState> state_to_set(const AppState& state) {
    const Measure* const measure = find_measure(state, state.session.selection.measure);
    if (measure == nullptr) {
        return std::nullopt;
    }
    const Document& document = state.plan->document;
    WorkUnit unit = unit_of_menu(state);
    const bool by_hand = is_set_by_hand(state);
    if (unit.kind == UnitKind::Measure && by_hand) {
        unit.kind = UnitKind::ByHand;
    }
    const bool is_there = unit.kind == UnitKind::ByHand    ? by_hand
                          : unit.kind == UnitKind::Measure ? !derives_state(document, *measure)
                                                           : true;
    return is_there ? std::optional(report_of(document, *measure, unit).state) : std::nullopt;
}

} // namespace vekha::app
