// What has to be so for a command to mean something, and which reason is given where it is not. For
// app/commands.cpp only.
#pragma once

#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"

#include <cstdint>
#include <optional>

namespace vekha::app {

enum class Need : std::uint8_t {
    Nothing,
    Plan,            // the roadmap is on the screen
    NotSaving,       // and nothing is being saved
    OwnPlan,         // and no other tab changes it
    HeldElsewhere,   // and another tab changes it
    Selection,       // and a row is selected
    EditableMeasure, // and it is a measure that can be changed
    Measures,        // are picked, or one is selected
    EditableMeasures,
    EditableRows, // or a section is selected
    Picked,       // measures, or picking is on
    EditableSection,
    EditableCell, // either
    EditablePlan,
    // Of the measure, or of the unit whose menu is open: it can be set. Of several that are picked
    // it is set where it can be.
    StateOfItsOwn,
    DerivedState,   // of the measure, which can be changed
    StateByHand,    // likewise
    Occurrences,    // of the measure, which can be changed
    PeriodInReview, // likewise
    Baseline,       // of the plan
    Moving,         // a period is being moved by keys
    HistoryEntry,
    UndoEntry,
    RedoEntry,
    SeveralPlans, // are open
    OtherScreen,  // the start screen is not there yet
    SomethingOpen,
    Filter, // of the plan's rows is on or open
    LargerScale,
    SmallerScale,
};

[[nodiscard]] inline Availability when(bool enabled, TextKey reason) {
    return enabled ? Availability{} : Availability{false, reason};
}

// For needs of the plan, which is on the screen.
[[nodiscard]] Availability plan_availability(const AppState& state, const OpenPlan& plan,
                                             Need need);

// Whose menu is open; the measure itself where there is none.
[[nodiscard]] WorkUnit unit_of_menu(const AppState& state);

// The state that the commands of states would change: of the unit whose menu is open, else of the
// selected measure. None where there is none yet, or it cannot be set.
[[nodiscard]] std::optional<StoredState> state_to_set(const AppState& state);

} // namespace vekha::app
