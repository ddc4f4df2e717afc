#include "app/commands.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/edit/history.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace vekha::app {

namespace {

constexpr double kZoomStep = 1.4;

// What has to be so for a command to mean something.
enum class Need : std::uint8_t {
    Nothing,
    Plan,            // the roadmap is on the screen
    NotSaving,       // and nothing is being saved
    Selection,       // and a row is selected
    EditableMeasure, // and it is a measure that can be changed
    UndoEntry,
    RedoEntry,
    SeveralPlans, // are open
    OtherScreen,  // the start screen is not there yet
    SomethingOpen,
};

Availability when(bool enabled, TextKey reason) {
    return enabled ? Availability{} : Availability{false, reason};
}

// Something lies over the page and has to be answered or closed first.
bool is_blocked(const AppState& state) {
    return state.session.asks() || state.session.refused.has_value();
}

// The innermost thing that is open.
Action escape_action(const AppState& state) {
    const Session& session = state.session;
    if (session.asks()) {
        return act::CancelQuestion{};
    }
    if (session.refused) {
        return act::DismissRefused{};
    }
    if (session.field) {
        return act::CancelEdit{};
    }
    if (shown_message(session)) {
        return act::CloseMessage{};
    }
    if (state.screen == Screen::Start) {
        return act::GoToPlan{};
    }
    if (session.tray_open) {
        return act::ShowTray{false};
    }
    // Among one's own rows the agenda stands where no row is selected: the way back to it.
    const bool leads_to_agenda =
        session.filtering.filter.mine && !session.selection.empty() && inspector_is_open(state);
    if (filter_is_open(state) && !leads_to_agenda) {
        return act::CloseFilter{};
    }
    return act::Select{};
}

Availability editable_measure(const AppState& state, const OpenPlan& plan) {
    if (plan.read_only != ReadOnlyReason::None) {
        return {false, "why.readOnly"_key};
    }
    return when(!state.session.selection.measure.empty(), "why.noMeasure"_key);
}

Availability something_open(const AppState& state) {
    const Session& session = state.session;
    const bool over = is_blocked(state) || session.field || shown_message(session);
    const bool back = state.screen == Screen::Start && state.plan;
    const bool shown = state.screen == Screen::Roadmap &&
                       (!session.selection.empty() || session.tray_open || filter_is_open(state));
    return when(over || back || shown, "why.nothingOpen"_key);
}

// For needs of the plan, which is on the screen.
Availability plan_availability(const AppState& state, const OpenPlan& plan, Need need) {
    switch (need) {
    case Need::NotSaving:
        return when(!plan.saving, "why.saving"_key);
    case Need::Selection:
        return when(!state.session.selection.empty(), "why.noSelection"_key);
    case Need::EditableMeasure:
        return editable_measure(state, plan);
    case Need::UndoEntry:
        return when(plan.history.can_undo(), "why.nothingToUndo"_key);
    case Need::RedoEntry:
        return when(plan.history.can_redo(), "why.nothingToRedo"_key);
    case Need::Nothing:
    case Need::Plan:
    case Need::SeveralPlans:
    case Need::OtherScreen:
    case Need::SomethingOpen:
        break;
    }
    return {};
}

struct CommandEntry {
    Command command = Command::Escape;
    TextKey label;
    Need need = Need::Nothing;
    Action (*action)(const AppState& state) = nullptr;
};

// In the order of the enumerators.
constexpr std::array<CommandEntry, kCommandCount> kCommands{{
    {Command::OpenFile, "command.openFile"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::OpenFileChooser{}; }},
    {Command::Save, "command.save"_key, Need::NotSaving,
     [](const AppState&) -> Action { return act::Save{}; }},
    {Command::SaveAs, "command.saveAs"_key, Need::NotSaving,
     [](const AppState&) -> Action { return act::SaveAs{}; }},
    {Command::Undo, "command.undo"_key, Need::UndoEntry,
     [](const AppState&) -> Action { return act::Undo{}; }},
    {Command::Redo, "command.redo"_key, Need::RedoEntry,
     [](const AppState&) -> Action { return act::Redo{}; }},
    {Command::RowUp, "command.rowUp"_key, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::Up}; }},
    {Command::RowDown, "command.rowDown"_key, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::Down}; }},
    {Command::PageUp, "command.pageUp"_key, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::PageUp}; }},
    {Command::PageDown, "command.pageDown"_key, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::PageDown}; }},
    {Command::FirstRow, "command.firstRow"_key, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::First}; }},
    {Command::LastRow, "command.lastRow"_key, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::Last}; }},
    {Command::Fold, "command.fold"_key, Need::Selection,
     [](const AppState&) -> Action { return act::FoldSelected{act::Folding::Fold}; }},
    {Command::Unfold, "command.unfold"_key, Need::Selection,
     [](const AppState&) -> Action { return act::FoldSelected{act::Folding::Unfold}; }},
    {Command::FoldAll, "command.foldAll"_key, Need::Plan,
     [](const AppState&) -> Action { return act::FoldAll{act::Folding::Fold}; }},
    {Command::UnfoldAll, "command.unfoldAll"_key, Need::Plan,
     [](const AppState&) -> Action { return act::FoldAll{act::Folding::Unfold}; }},
    {Command::ToggleDone, "command.toggleDone"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::ToggleSelectedDone{}; }},
    {Command::SetNotStarted, "command.setNotStarted"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::NotStarted}; }},
    {Command::SetInProgress, "command.setInProgress"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::InProgress}; }},
    {Command::SetDone, "command.setDone"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::Done}; }},
    {Command::SetNotDone, "command.setNotDone"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::NotDone}; }},
    {Command::SetMoved, "command.setMoved"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::Moved}; }},
    {Command::SetCancelled, "command.setCancelled"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::Cancelled}; }},
    {Command::ZoomIn, "command.zoomIn"_key, Need::Plan,
     [](const AppState&) -> Action { return act::Zoom{kZoomStep, {}, act::Glide::Yes}; }},
    {Command::ZoomOut, "command.zoomOut"_key, Need::Plan,
     [](const AppState&) -> Action { return act::Zoom{1.0 / kZoomStep, {}, act::Glide::Yes}; }},
    {Command::Fit, "command.fit"_key, Need::Plan,
     [](const AppState&) -> Action { return act::Fit{}; }},
    {Command::GoToAsOf, "command.goToAsOf"_key, Need::Plan,
     [](const AppState&) -> Action { return act::GoToAsOf{}; }},
    {Command::Search, "command.search"_key, Need::Plan,
     [](const AppState&) -> Action {
         return act::BeginEdit{semantic_key(kSearchField), EditField::Search, {}};
     }},
    {Command::GroupBy, "command.groupBy"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Grouping}; }},
    {Command::SortBy, "command.sortBy"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Order}; }},
    {Command::ChooseColumns, "command.chooseColumns"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Columns}; }},
    {Command::ChooseView, "command.chooseView"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Views}; }},
    {Command::ShowMine, "command.showMine"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ShowMine{}; }},
    {Command::ShowCalendar, "command.showCalendar"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ShowCalendar{}; }},
    {Command::ChoosePlan, "command.choosePlan"_key, Need::SeveralPlans,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Plans}; }},
    {Command::OpenInspector, "command.openInspector"_key, Need::Selection,
     [](const AppState&) -> Action { return act::ShowInspector{true}; }},
    {Command::ToggleInspector, "command.toggleInspector"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ToggleInspector{}; }},
    {Command::Escape, "command.escape"_key, Need::SomethingOpen, escape_action},
    {Command::GoToStart, "command.goToStart"_key, Need::OtherScreen,
     [](const AppState&) -> Action { return act::GoToStart{}; }},
}};

const CommandEntry& entry_of(Command command) {
    return kCommands[static_cast<std::size_t>(command)];
}

} // namespace

TextKey command_label(Command command) {
    return entry_of(command).label;
}

Availability command_availability(const AppState& state, Command command) {
    const Need need = entry_of(command).need;
    if (need == Need::SomethingOpen) {
        return something_open(state);
    }
    if (is_blocked(state)) {
        return {false, "why.blocked"_key};
    }
    if (need == Need::Nothing) {
        return {};
    }
    if (need == Need::OtherScreen) {
        return when(state.screen != Screen::Start, "why.alreadyThere"_key);
    }
    if (need == Need::SeveralPlans) {
        return when(plan_count(state) > 1, "why.onePlan"_key);
    }
    if (!state.plan || state.screen != Screen::Roadmap) {
        return {false, "why.noPlan"_key};
    }
    return plan_availability(state, *state.plan, need);
}

Action command_action(const AppState& state, Command command) {
    return entry_of(command).action(state);
}

} // namespace vekha::app
