#include "app/commands.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/edit/history.hpp"
#include "core/model/measure.hpp"
#include "core/model/period_handles.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/semantics.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>

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
    EditablePlan,
    PeriodInReview, // of the selected measure, which can be changed
    Moving,         // a period is being moved by keys
    UndoEntry,
    RedoEntry,
    SeveralPlans, // are open
    OtherScreen,  // the start screen is not there yet
    SomethingOpen,
    Filter, // of the plan's rows is on or open
    LargerScale,
    SmallerScale,
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
    if (session.moving) {
        return act::DropPeriod{};
    }
    if (shown_message(session)) {
        return act::CloseMessage{};
    }
    if (state.screen == Screen::Start) {
        return act::GoToPlan{};
    }
    if (session.cell && session.focus_on_row) {
        return act::Focus{row_key(session.selection), {}, {}};
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
    // From the panel, or wherever else the keyboard is, it goes back to the row first.
    if (!session.selection.empty() && session.focused != 0 && !session.focus_on_row) {
        return act::Focus{row_key(session.selection), {}, {}};
    }
    return act::Select{};
}

// The keys that lead along the cells and into them mean something else while a period is moved.
std::optional<Action> moving_action(Command command) {
    switch (command) {
    case Command::Fold:
        return act::StepMoving{PeriodHandle::Body, -1};
    case Command::Unfold:
        return act::StepMoving{PeriodHandle::Body, 1};
    case Command::EditCell:
        return act::KeepPeriod{};
    default:
        return std::nullopt;
    }
}

// What else goes on meanwhile: all that changes no row and selects none.
bool goes_while_moving(Command command) {
    const CommandGroup group = command_group(command);
    return moving_action(command) || command == Command::MovePeriod ||
           command == Command::LengthenPeriod || command == Command::ShortenPeriod ||
           group == CommandGroup::Time || group == CommandGroup::Look ||
           group == CommandGroup::Help;
}

Availability editable_measure(const AppState& state, const OpenPlan& plan) {
    if (plan.read_only != ReadOnlyReason::None) {
        return {false, "why.readOnly"_key};
    }
    return when(!state.session.selection.measure.empty(), "why.noMeasure"_key);
}

Availability something_open(const AppState& state) {
    const Session& session = state.session;
    const bool over =
        is_blocked(state) || session.field || session.moving || shown_message(session);
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
    case Need::EditablePlan:
        return when(plan.read_only == ReadOnlyReason::None, "why.readOnly"_key);
    case Need::UndoEntry:
        return when(plan.history.can_undo(), "why.nothingToUndo"_key);
    case Need::RedoEntry:
        return when(plan.history.can_redo(), "why.nothingToRedo"_key);
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

struct CommandEntry {
    Command command = Command::Escape;
    CommandGroup group = CommandGroup::Plan;
    TextKey label;
    TextKey words; // by which it is found, too
    Need need = Need::Nothing;
    Action (*action)(const AppState& state) = nullptr;
    bool (*is_on)(const AppState& state) = nullptr; // of a switch
};

Action toggled(const AppState& state, bool RowFilter::* asks) {
    RowFilter filter = state.session.filtering.filter;
    filter.*asks = !(filter.*asks);
    return act::SetFilter{std::move(filter)};
}

// In the order of the enumerators.
constexpr std::array<CommandEntry, kCommandCount> kCommands{{
    {Command::NewPlan, CommandGroup::Plan, "command.newPlan"_key, "words.newPlan"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::NewBlankPlan{}; }},
    {Command::OpenFile, CommandGroup::Plan, "command.openFile"_key, "words.openFile"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::OpenFileChooser{}; }},
    {Command::Save, CommandGroup::Plan, "command.save"_key, "words.save"_key, Need::NotSaving,
     [](const AppState&) -> Action { return act::Save{}; }},
    {Command::SaveAs, CommandGroup::Plan, "command.saveAs"_key, "words.saveAs"_key, Need::NotSaving,
     [](const AppState&) -> Action { return act::SaveAs{}; }},
    {Command::ChoosePlan, CommandGroup::Plan, "command.choosePlan"_key, "words.choosePlan"_key, Need::SeveralPlans,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Plans}; }},
    {Command::ClosePlan, CommandGroup::Plan, "command.closePlan"_key, "words.closePlan"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return act::ClosePlan{state.plan ? state.plan->opening : 0};
     }},
    {Command::GoToStart, CommandGroup::Plan, "command.goToStart"_key, "words.goToStart"_key, Need::OtherScreen,
     [](const AppState&) -> Action { return act::GoToStart{}; }},
    {Command::Undo, CommandGroup::Plan, "command.undo"_key, "words.undo"_key, Need::UndoEntry,
     [](const AppState&) -> Action { return act::Undo{}; }},
    {Command::Redo, CommandGroup::Plan, "command.redo"_key, "words.redo"_key, Need::RedoEntry,
     [](const AppState&) -> Action { return act::Redo{}; }},
    {Command::EditCell, CommandGroup::Edit, "command.editCell"_key, "words.editCell"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::EditCell{}; }},
    {Command::AddMeasure, CommandGroup::Edit, "command.addMeasure"_key, "words.addMeasure"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::AddMeasure{}; }},
    {Command::DuplicateMeasure, CommandGroup::Edit, "command.duplicateMeasure"_key, "words.duplicateMeasure"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::DuplicateMeasure{}; }},
    {Command::RemoveMeasure, CommandGroup::Edit, "command.removeMeasure"_key, "words.removeMeasure"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::RemoveMeasure{}; }},
    {Command::MoveUp, CommandGroup::Edit, "command.moveUp"_key, "words.moveRow"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::MoveMeasure{act::RowMove::Up}; }},
    {Command::MoveDown, CommandGroup::Edit, "command.moveDown"_key, "words.moveRow"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::MoveMeasure{act::RowMove::Down}; }},
    {Command::RenumberMeasures, CommandGroup::Edit, "command.renumberMeasures"_key, "words.renumberMeasures"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::RenumberMeasures{}; }},
    {Command::AcceptPeriod, CommandGroup::Edit, "command.acceptPeriod"_key, "words.acceptPeriod"_key, Need::PeriodInReview,
     [](const AppState&) -> Action { return act::AcceptPeriod{}; }},
    {Command::NextReview, CommandGroup::Edit, "command.nextReview"_key, "words.nextReview"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ShowNextReview{}; }},
    {Command::MovePeriod, CommandGroup::Edit, "command.movePeriod"_key, "words.movePeriod"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::BeginMoving{}; }},
    {Command::LengthenPeriod, CommandGroup::Edit, "command.lengthenPeriod"_key, TextKey{}, Need::Moving,
     [](const AppState&) -> Action { return act::StepMoving{PeriodHandle::End, 1}; }},
    {Command::ShortenPeriod, CommandGroup::Edit, "command.shortenPeriod"_key, TextKey{}, Need::Moving,
     [](const AppState&) -> Action { return act::StepMoving{PeriodHandle::End, -1}; }},
    {Command::ToggleDone, CommandGroup::Progress, "command.toggleDone"_key, "words.toggleDone"_key, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::ToggleSelectedDone{}; }},
    {Command::SetNotStarted, CommandGroup::Progress, "command.setNotStarted"_key, TextKey{}, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::NotStarted}; }},
    {Command::SetInProgress, CommandGroup::Progress, "command.setInProgress"_key, TextKey{}, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::InProgress}; }},
    {Command::SetDone, CommandGroup::Progress, "command.setDone"_key, TextKey{}, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::Done}; }},
    {Command::SetNotDone, CommandGroup::Progress, "command.setNotDone"_key, TextKey{}, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::NotDone}; }},
    {Command::SetMoved, CommandGroup::Progress, "command.setMoved"_key, TextKey{}, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::Moved}; }},
    {Command::SetCancelled, CommandGroup::Progress, "command.setCancelled"_key, TextKey{}, Need::EditableMeasure,
     [](const AppState&) -> Action { return act::SetSelectedState{StoredState::Cancelled}; }},
    {Command::ShowCalendar, CommandGroup::Progress, "command.showCalendar"_key, "words.showCalendar"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ShowCalendar{}; }},
    {Command::Search, CommandGroup::Find, "command.search"_key, "words.search"_key, Need::Plan,
     [](const AppState&) -> Action {
         return act::BeginEdit{semantic_key(kSearchField), EditField::Search, {}};
     }},
    {Command::ShowMine, CommandGroup::Find, "command.showMine"_key, "words.showMine"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ShowMine{}; },
     [](const AppState& state) { return state.session.filtering.filter.mine; }},
    {Command::ChooseMe, CommandGroup::Find, "command.chooseMe"_key, "words.chooseMe"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Me}; }},
    {Command::FilterLate, CommandGroup::Find, "command.filterLate"_key, "words.filterLate"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return toggled(state, &RowFilter::late);
     },
     [](const AppState& state) { return state.session.filtering.filter.late; }},
    {Command::FilterDueSoon, CommandGroup::Find, "command.filterDueSoon"_key, "words.filterDueSoon"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return toggled(state, &RowFilter::due_soon);
     },
     [](const AppState& state) { return state.session.filtering.filter.due_soon; }},
    {Command::FilterReview, CommandGroup::Find, "command.filterReview"_key, "words.filterReview"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return toggled(state, &RowFilter::needs_review);
     },
     [](const AppState& state) { return state.session.filtering.filter.needs_review; }},
    {Command::FilterWithoutDates, CommandGroup::Find, "command.filterWithoutDates"_key, TextKey{}, Need::Plan,
     [](const AppState& state) -> Action {
         return toggled(state, &RowFilter::without_dates);
     },
     [](const AppState& state) { return state.session.filtering.filter.without_dates; }},
    {Command::FilterWithoutResponsible, CommandGroup::Find, "command.filterWithoutResponsible"_key, TextKey{}, Need::Plan,
     [](const AppState& state) -> Action {
         return toggled(state, &RowFilter::without_responsible);
     },
     [](const AppState& state) { return state.session.filtering.filter.without_responsible; }},
    {Command::FilterWithTarget, CommandGroup::Find, "command.filterWithTarget"_key, TextKey{}, Need::Plan,
     [](const AppState& state) -> Action {
         return toggled(state, &RowFilter::has_target);
     },
     [](const AppState& state) { return state.session.filtering.filter.has_target; }},
    {Command::FilterResponsible, CommandGroup::Find, "filter.responsible"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Responsible}; }},
    {Command::FilterPeriodKind, CommandGroup::Find, "filter.kind"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::PeriodKind}; }},
    {Command::ShowAllRows, CommandGroup::Find, "command.showAllRows"_key, "words.showAllRows"_key, Need::Filter,
     [](const AppState&) -> Action { return act::CloseFilter{}; }},
    {Command::ShowTray, CommandGroup::Find, "command.showTray"_key, "words.showTray"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return act::ShowTray{!state.session.tray_open};
     },
     [](const AppState& state) { return state.session.tray_open; }},
    {Command::GroupBy, CommandGroup::Rows, "command.groupBy"_key, "words.groupBy"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Grouping}; }},
    {Command::SortBy, CommandGroup::Rows, "command.sortBy"_key, "words.sortBy"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Order}; }},
    {Command::ChooseColumns, CommandGroup::Rows, "command.chooseColumns"_key, "words.chooseColumns"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Columns}; }},
    {Command::ChooseView, CommandGroup::Rows, "command.chooseView"_key, "words.chooseView"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Views}; }},
    {Command::RowUp, CommandGroup::Rows, "command.rowUp"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::Up}; }},
    {Command::RowDown, CommandGroup::Rows, "command.rowDown"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::Down}; }},
    {Command::PageUp, CommandGroup::Rows, "command.pageUp"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::PageUp}; }},
    {Command::PageDown, CommandGroup::Rows, "command.pageDown"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::PageDown}; }},
    {Command::FirstRow, CommandGroup::Rows, "command.firstRow"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::First}; }},
    {Command::LastRow, CommandGroup::Rows, "command.lastRow"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepSelection{act::RowStep::Last}; }},
    {Command::Fold, CommandGroup::Rows, "command.fold"_key, TextKey{}, Need::Selection,
     [](const AppState&) -> Action { return act::FoldSelected{act::Folding::Fold}; }},
    {Command::Unfold, CommandGroup::Rows, "command.unfold"_key, TextKey{}, Need::Selection,
     [](const AppState&) -> Action { return act::FoldSelected{act::Folding::Unfold}; }},
    {Command::FoldAll, CommandGroup::Rows, "command.foldAll"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::FoldAll{act::Folding::Fold}; }},
    {Command::UnfoldAll, CommandGroup::Rows, "command.unfoldAll"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::FoldAll{act::Folding::Unfold}; }},
    {Command::ZoomIn, CommandGroup::Time, "command.zoomIn"_key, "words.zoomIn"_key, Need::Plan,
     [](const AppState&) -> Action { return act::Zoom{kZoomStep, {}, act::Glide::Yes}; }},
    {Command::ZoomOut, CommandGroup::Time, "command.zoomOut"_key, "words.zoomOut"_key, Need::Plan,
     [](const AppState&) -> Action { return act::Zoom{1.0 / kZoomStep, {}, act::Glide::Yes}; }},
    {Command::Fit, CommandGroup::Time, "command.fit"_key, "words.fit"_key, Need::Plan,
     [](const AppState&) -> Action { return act::Fit{}; }},
    {Command::GoToAsOf, CommandGroup::Time, "command.goToAsOf"_key, "words.goToAsOf"_key, Need::Plan,
     [](const AppState&) -> Action { return act::GoToAsOf{}; }},
    {Command::GoToDate, CommandGroup::Time, "command.goToDate"_key, "words.goToDate"_key, Need::Plan,
     [](const AppState&) -> Action { return act::BeginEdit{semantic_key(kGoToDateField), EditField::GoToDate, {}}; }},
    {Command::SetAsOf, CommandGroup::Time, "command.setAsOf"_key, "words.setAsOf"_key, Need::Plan,
     [](const AppState&) -> Action { return act::BeginEdit{semantic_key(kAsOfField), EditField::AsOf, {}}; }},
    {Command::ToggleToday, CommandGroup::Time, "command.today"_key, "words.toggleToday"_key, Need::Plan,
     [](const AppState& state) -> Action {
         const bool is_today = state.view.as_of.mode == AsOfMode::Today;
         return act::SetAsOf{{is_today ? AsOfMode::Plan : AsOfMode::Today, as_of_date(state)}};
     },
     [](const AppState& state) { return state.view.as_of.mode == AsOfMode::Today; }},
    {Command::OpenInspector, CommandGroup::Look, "command.openInspector"_key, "words.openInspector"_key, Need::Selection,
     [](const AppState&) -> Action { return act::ShowInspector{true}; }},
    {Command::ToggleInspector, CommandGroup::Look, "command.toggleInspector"_key, "words.toggleInspector"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ToggleInspector{}; },
     [](const AppState& state) { return inspector_is_open(state); }},
    {Command::ThemeSystem, CommandGroup::Look, "command.themeSystem"_key, "words.themeSystem"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::SetTheme{ThemeChoice::System}; },
     [](const AppState& state) { return state.view.theme == ThemeChoice::System; }},
    {Command::ThemeLight, CommandGroup::Look, "command.themeLight"_key, "words.themeLight"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::SetTheme{ThemeChoice::Light}; },
     [](const AppState& state) { return state.view.theme == ThemeChoice::Light; }},
    {Command::ThemeDark, CommandGroup::Look, "command.themeDark"_key, "words.themeDark"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::SetTheme{ThemeChoice::Dark}; },
     [](const AppState& state) { return state.view.theme == ThemeChoice::Dark; }},
    {Command::ToggleContrast, CommandGroup::Look, "command.contrast"_key, "words.toggleContrast"_key, Need::Nothing,
     [](const AppState& state) -> Action {
         return act::SetContrast{high_contrast(state) ? ContrastChoice::Normal : ContrastChoice::High};
     },
     [](const AppState& state) { return high_contrast(state); }},
    {Command::ScaleUp, CommandGroup::Look, "command.scaleUp"_key, "words.scaleUp"_key, Need::LargerScale,
     [](const AppState& state) -> Action {
         return act::SetInterfaceScale{scale_beside(state.view.scale_percent, 1)};
     }},
    {Command::ScaleDown, CommandGroup::Look, "command.scaleDown"_key, "words.scaleDown"_key, Need::SmallerScale,
     [](const AppState& state) -> Action {
         return act::SetInterfaceScale{scale_beside(state.view.scale_percent, -1)};
     }},
    {Command::ScaleReset, CommandGroup::Look, "command.scaleReset"_key, "words.scaleReset"_key, Need::SmallerScale,
     [](const AppState&) -> Action { return act::SetInterfaceScale{kScalePercents.front()}; }},
    {Command::SwitchLanguage, CommandGroup::Look, "command.language"_key, "words.switchLanguage"_key, Need::Nothing,
     [](const AppState& state) -> Action {
         const bool russian = state.view.language == Language::Russian;
         return act::SetLanguage{russian ? Language::English : Language::Russian};
     }},
    {Command::Escape, CommandGroup::Help, "command.escape"_key, TextKey{}, Need::SomethingOpen,
     escape_action},
    {Command::Palette, CommandGroup::Help, "command.palette"_key, "words.palette"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::OpenPalette{}; }},
    {Command::Help, CommandGroup::Help, "command.help"_key, "words.help"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::ShowHelp{}; }},
    {Command::OpenMenu, CommandGroup::Rows, "command.openMenu"_key, TextKey{}, Need::Selection,
     [](const AppState& state) -> Action {
         const bool measure = !state.session.selection.measure.empty();
         return act::OpenMenu{{measure ? MenuOf::Measure : MenuOf::Heading, {}}};
     }},
}};

constexpr bool stand_in_order() {
    for (std::size_t i = 0; i < kCommands.size(); ++i) {
        if (static_cast<std::size_t>(kCommands[i].command) != i) {
            return false;
        }
    }
    return true;
}
static_assert(stand_in_order());

const CommandEntry& entry_of(Command command) {
    return kCommands[static_cast<std::size_t>(command)];
}

} // namespace

TextKey command_label(Command command) {
    return entry_of(command).label;
}

TextKey command_words(Command command) {
    return entry_of(command).words;
}

CommandGroup command_group(Command command) {
    return entry_of(command).group;
}

TextKey group_title(CommandGroup group) {
    switch (group) {
    case CommandGroup::Plan:
        return "commands.plan"_key;
    case CommandGroup::Edit:
        return "commands.edit"_key;
    case CommandGroup::Progress:
        return "commands.progress"_key;
    case CommandGroup::Find:
        return "commands.find"_key;
    case CommandGroup::Rows:
        return "commands.rows"_key;
    case CommandGroup::Time:
        return "commands.time"_key;
    case CommandGroup::Look:
        return "commands.look"_key;
    case CommandGroup::Help:
        return "commands.help"_key;
    }
    return {};
}

Availability command_availability(const AppState& state, Command command) {
    if (entry_of(command).need == Need::SomethingOpen) {
        return something_open(state);
    }
    return is_blocked(state) ? Availability{false, "why.blocked"_key}
                             : availability_behind(state, command);
}

Availability availability_behind(const AppState& state, Command command) {
    const Need need = entry_of(command).need;
    switch (need) {
    case Need::Nothing:
        return {};
    case Need::OtherScreen:
        return when(state.screen != Screen::Start, "why.alreadyThere"_key);
    case Need::SeveralPlans:
        return when(plan_count(state) > 1, "why.onePlan"_key);
    case Need::LargerScale:
        return when(state.view.scale_percent < kScalePercents.back(), "why.largestScale"_key);
    case Need::SmallerScale:
        return when(state.view.scale_percent > kScalePercents.front(), "why.smallestScale"_key);
    default:
        break;
    }
    if (!state.plan || state.screen != Screen::Roadmap) {
        return {false, "why.noPlan"_key};
    }
    if (state.session.moving && !goes_while_moving(command)) {
        return {false, "why.moving"_key};
    }
    return plan_availability(state, *state.plan, need);
}

std::optional<bool> command_is_on(const AppState& state, Command command) {
    const auto is_on = entry_of(command).is_on;
    return is_on == nullptr ? std::nullopt : std::optional(is_on(state));
}

Action command_action(const AppState& state, Command command) {
    return entry_of(command).action(state);
}

Action key_action(const AppState& state, Command command) {
    if (moves_by_keys(state)) {
        if (std::optional<Action> action = moving_action(command)) {
            return *std::move(action);
        }
    }
    return command_action(state, command);
}

} // namespace vekha::app
