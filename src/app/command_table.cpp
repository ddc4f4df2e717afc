#include "app/command_table.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/command_needs.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period_handles.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/semantics.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <utility>
#include <variant>

namespace vekha::app {

namespace {

constexpr double kZoomStep = 1.4;
constexpr float kWidthStep = 16.0F;

// The section that a key for rows means: one is selected, and no measures are picked.
std::optional<FormSubject> section_meant(const AppState& state) {
    const SectionId& section = state.session.selection.section;
    return section.empty() || !state.session.picked.empty()
               ? std::nullopt
               : std::optional(FormSubject{.of = FormOf::Section, .id = section.text});
}

// The innermost thing that is open.
Action escape_action(const AppState& state) {
    const Session& session = state.session;
    const auto* const book = std::get_if<BookQuestion>(&session.question);
    if (book != nullptr && session.field &&
        (session.field->field == EditField::Form ||
         session.field->field == EditField::BookSearch)) {
        return act::CancelEdit{};
    }
    if (book != nullptr && stands_in_book(book->chosen.of) &&
        (book->removes || book->picks != FormMember::None)) {
        return act::PickFormMember{{book->chosen, FormMember::None}};
    }
    const auto* const versions = std::get_if<VersionsQuestion>(&session.question);
    if (versions != nullptr && versions->chosen) {
        return act::ChooseVersion{};
    }
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
    if (!session.held_row.empty()) {
        return act::HoldRows{};
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
    if (is_picking(state)) {
        return act::DropPicked{};
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

Action toggled(const AppState& state, bool RowFilter::* asks) {
    RowFilter filter = state.session.filtering.filter;
    filter.*asks = !(filter.*asks);
    return act::SetFilter{std::move(filter)};
}

// Of the unit whose menu is open, else of the selected measure.
template <StoredState State>
Action set_state(const AppState& state) {
    const WorkUnit unit = unit_of_menu(state);
    if (unit.kind == UnitKind::Measure) {
        return act::SetSelectedState{State};
    }
    return act::SetProgress{state.session.selection.measure, {.state = State}, unit};
}

template <StoredState State>
bool is_state(const AppState& state) {
    return state_to_set(state) == State;
}

// A page of the plan book.
template <FormOf Of>
Action book_page(const AppState& /*state*/) {
    return act::ShowBook{{.of = Of}};
}

// Its title is typed at once.
Action edit_section(const AppState& state) {
    return act::ShowBook{{.of = FormOf::Section, .id = state.session.selection.section.text},
                         FormMember::Title};
}

// In the order of the enumerators.
constexpr std::array<CommandEntry, kCommandCount> kCommands{{
    {Command::NewPlan, CommandGroup::Plan, "command.newPlan"_key, "words.newPlan"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::NewBlankPlan{}; }},
    {Command::OpenFile, CommandGroup::Plan, "command.openFile"_key, "words.openFile"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::OpenFileChooser{}; }},
    {Command::Save, CommandGroup::Plan, "command.save"_key, "words.save"_key, Need::OwnPlan,
     [](const AppState&) -> Action { return act::Save{}; }},
    {Command::SaveAs, CommandGroup::Plan, "command.saveAs"_key, "words.saveAs"_key, Need::NotSaving,
     [](const AppState&) -> Action { return act::SaveAs{}; }},
    {Command::TakeOver, CommandGroup::Plan, "command.takeOver"_key, "words.takeOver"_key, Need::HeldElsewhere,
     [](const AppState&) -> Action { return act::TakeOver{}; }},
    {Command::NewPlanFrom, CommandGroup::Plan, "command.newPlanFrom"_key, "words.newPlanFrom"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::AskNewPlan{}; }},
    {Command::ApprovePlan, CommandGroup::Plan, "command.approvePlan"_key, "words.approvePlan"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::AskApproval{}; }},
    {Command::ChoosePlan, CommandGroup::Plan, "command.choosePlan"_key, "words.choosePlan"_key, Need::SeveralPlans,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Plans}; }},
    {Command::ClosePlan, CommandGroup::Plan, "command.closePlan"_key, "words.closePlan"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return act::ClosePlan{state.plan ? state.plan->opening : 0};
     }},
    {Command::GoToStart, CommandGroup::Plan, "command.goToStart"_key, "words.goToStart"_key, Need::OtherScreen,
     [](const AppState&) -> Action { return act::GoToStart{}; }},
    {Command::EraseAll, CommandGroup::Plan, "command.eraseAll"_key, "words.eraseAll"_key, Need::Nothing,
     [](const AppState&) -> Action { return act::AskErase{}; }},
    {Command::Undo, CommandGroup::Plan, "command.undo"_key, "words.undo"_key, Need::UndoEntry,
     [](const AppState&) -> Action { return act::Undo{}; }},
    {Command::Redo, CommandGroup::Plan, "command.redo"_key, "words.redo"_key, Need::RedoEntry,
     [](const AppState&) -> Action { return act::Redo{}; }},
    {Command::EditPlan, CommandGroup::Plan, "command.editPlan"_key, "words.editPlan"_key, Need::Plan,
     book_page<FormOf::Plan>},
    {Command::EditLimits, CommandGroup::Plan, "command.editLimits"_key, "words.editLimits"_key, Need::Plan,
     book_page<FormOf::Thresholds>},
    {Command::EditSections, CommandGroup::Plan, "command.editSections"_key, "words.editSections"_key, Need::Plan,
     book_page<FormOf::Section>},
    {Command::EditParties, CommandGroup::Plan, "command.editParties"_key, "words.editParties"_key, Need::Plan,
     book_page<FormOf::Party>},
    {Command::EditSchools, CommandGroup::Plan, "command.editSchools"_key, "words.editSchools"_key, Need::Plan,
     book_page<FormOf::School>},
    {Command::EditDictionaries, CommandGroup::Plan, "form.dictionaries"_key, "words.editDictionaries"_key, Need::Plan,
     book_page<FormOf::Entry>},
    {Command::ShowHistory, CommandGroup::Plan, "command.showHistory"_key, "words.showHistory"_key, Need::HistoryEntry,
     [](const AppState&) -> Action { return act::ShowHistory{}; }},
    {Command::ShowVersions, CommandGroup::Plan, "versions.title"_key, "words.showVersions"_key, Need::Plan,
     [](const AppState&) -> Action { return act::ShowVersions{}; }},
    {Command::EditCell, CommandGroup::Edit, "command.editCell"_key, "words.editCell"_key, Need::EditableCell,
     [](const AppState& state) -> Action {
         return state.session.selection.section.empty() ? Action(act::EditCell{}) : edit_section(state);
     }},
    {Command::AddMeasure, CommandGroup::Edit, "command.addMeasure"_key, "words.addMeasure"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::AddMeasure{}; }},
    {Command::DuplicateMeasure, CommandGroup::Edit, "command.duplicateMeasure"_key, "words.duplicateMeasure"_key, Need::EditableRows,
     [](const AppState& state) -> Action {
         const std::optional<FormSubject> section = section_meant(state);
         return section ? Action(act::DuplicateThing{*section}) : Action(act::DuplicateMeasure{});
     }},
    {Command::RemoveMeasure, CommandGroup::Edit, "command.removeMeasure"_key, "words.removeMeasure"_key, Need::EditableRows,
     [](const AppState& state) -> Action {
         const std::optional<FormSubject> section = section_meant(state);
         return section ? Action(act::RemoveThing{*section, std::nullopt}) : Action(act::RemoveMeasure{});
     }},
    {Command::MoveUp, CommandGroup::Edit, "command.moveUp"_key, "words.moveRow"_key, Need::EditableRows,
     [](const AppState& state) -> Action {
         const std::optional<FormSubject> section = section_meant(state);
         return section ? Action(act::MoveThing{*section, -1}) : Action(act::MoveMeasure{act::RowMove::Up});
     }},
    {Command::MoveDown, CommandGroup::Edit, "command.moveDown"_key, "words.moveRow"_key, Need::EditableRows,
     [](const AppState& state) -> Action {
         const std::optional<FormSubject> section = section_meant(state);
         return section ? Action(act::MoveThing{*section, 1}) : Action(act::MoveMeasure{act::RowMove::Down});
     }},
    {Command::MoveToSection, CommandGroup::Edit, "command.moveToSection"_key, "words.moveRow"_key, Need::EditableMeasures,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Section}; }},
    {Command::RenumberMeasures, CommandGroup::Edit, "command.renumberMeasures"_key, "words.renumberMeasures"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::RenumberMeasures{}; }},
    {Command::AddSection, CommandGroup::Edit, "command.addSection"_key, "words.addSection"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::AddThing{{.of = FormOf::Section}}; }},
    {Command::EditSection, CommandGroup::Edit, "command.editSection"_key, "words.editSection"_key, Need::EditableSection,
     edit_section},
    {Command::ChangePicked, CommandGroup::Edit, "command.changePicked"_key, "words.changePicked"_key, Need::EditableMeasures,
     [](const AppState&) -> Action { return act::AskBulk{}; }},
    {Command::CopyRows, CommandGroup::Edit, "command.copyRows"_key, "words.copyRows"_key, Need::Measures,
     [](const AppState&) -> Action { return act::CopyRows{}; }},
    {Command::CutRows, CommandGroup::Edit, "command.cutRows"_key, "words.cutRows"_key, Need::EditableMeasures,
     [](const AppState&) -> Action { return act::CopyRows{true}; }},
    {Command::PasteRows, CommandGroup::Edit, "command.pasteRows"_key, "words.pasteRows"_key, Need::EditablePlan,
     [](const AppState&) -> Action { return act::PasteRows{}; }},
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
    {Command::ToggleDone, CommandGroup::Progress, "command.toggleDone"_key, "words.toggleDone"_key, Need::StateOfItsOwn,
     [](const AppState&) -> Action { return act::ToggleSelectedDone{}; }},
    {Command::SetNotStarted, CommandGroup::Progress, "command.setNotStarted"_key, TextKey{}, Need::StateOfItsOwn,
     set_state<StoredState::NotStarted>, is_state<StoredState::NotStarted>},
    {Command::SetInProgress, CommandGroup::Progress, "command.setInProgress"_key, TextKey{}, Need::StateOfItsOwn,
     set_state<StoredState::InProgress>, is_state<StoredState::InProgress>},
    {Command::SetDone, CommandGroup::Progress, "command.setDone"_key, TextKey{}, Need::StateOfItsOwn,
     set_state<StoredState::Done>, is_state<StoredState::Done>},
    {Command::SetNotDone, CommandGroup::Progress, "command.setNotDone"_key, TextKey{}, Need::StateOfItsOwn,
     set_state<StoredState::NotDone>, is_state<StoredState::NotDone>},
    {Command::SetMoved, CommandGroup::Progress, "command.setMoved"_key, TextKey{}, Need::StateOfItsOwn,
     set_state<StoredState::Moved>, is_state<StoredState::Moved>},
    {Command::SetCancelled, CommandGroup::Progress, "command.setCancelled"_key, TextKey{}, Need::StateOfItsOwn,
     set_state<StoredState::Cancelled>, is_state<StoredState::Cancelled>},
    {Command::MarkOccurrence, CommandGroup::Progress, "command.markOccurrence"_key, "words.markOccurrence"_key, Need::Occurrences,
     [](const AppState&) -> Action { return act::MarkOccurrence{}; }},
    {Command::OverrideState, CommandGroup::Progress, "command.overrideState"_key, "words.overrideState"_key, Need::DerivedState,
     [](const AppState&) -> Action { return act::OverrideState{}; }},
    {Command::DropOverride, CommandGroup::Progress, "command.dropOverride"_key, "words.dropOverride"_key, Need::StateByHand,
     [](const AppState&) -> Action { return act::DropOverride{}; }},
    {Command::ShowDeviations, CommandGroup::Progress, "command.showDeviations"_key, "words.showDeviations"_key, Need::Baseline,
     [](const AppState&) -> Action { return act::ShowDeviations{}; }},
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
    {Command::NarrowColumn, CommandGroup::Rows, "command.narrowColumn"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepColumnWidth{-kWidthStep}; }},
    {Command::WidenColumn, CommandGroup::Rows, "command.widenColumn"_key, TextKey{}, Need::Plan,
     [](const AppState&) -> Action { return act::StepColumnWidth{kWidthStep}; }},
    {Command::NarrowTable, CommandGroup::Rows, "command.narrowTable"_key, TextKey{}, Need::Plan,
     [](const AppState& state) -> Action { return act::SetSplit{state.session.frame.table.width() - kWidthStep}; }},
    {Command::WidenTable, CommandGroup::Rows, "command.widenTable"_key, TextKey{}, Need::Plan,
     [](const AppState& state) -> Action { return act::SetSplit{state.session.frame.table.width() + kWidthStep}; }},
    {Command::ChooseView, CommandGroup::Rows, "command.chooseView"_key, "words.chooseView"_key, Need::Plan,
     [](const AppState&) -> Action { return act::AskChoice{ChoiceOf::Views}; }},
    {Command::PickAll, CommandGroup::Rows, "command.pickAll"_key, "words.pick"_key, Need::Plan,
     [](const AppState&) -> Action { return act::PickAll{}; }},
    {Command::PickCurrent, CommandGroup::Rows, "command.pickCurrent"_key, "words.pick"_key, Need::Selection,
     [](const AppState&) -> Action { return act::PickCurrent{}; }},
    {Command::StartPicking, CommandGroup::Rows, "command.startPicking"_key, "words.pick"_key, Need::Plan,
     [](const AppState& state) -> Action {
         return state.session.picking ? Action(act::DropPicked{}) : Action(act::StartPicking{});
     },
     [](const AppState& state) { return state.session.picking; }},
    {Command::DropPicked, CommandGroup::Rows, "command.dropPicked"_key, "words.pick"_key, Need::Picked,
     [](const AppState&) -> Action { return act::DropPicked{}; }},
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
     [](const AppState& state) -> Action {
         const WorkUnit unit = unit_of_menu(state);
         const bool in_list = unit.kind != UnitKind::Measure && unit.kind != UnitKind::ByHand;
         return in_list ? Action(act::OpenUnit{.measure = state.session.selection.measure,
                                              .unit = unit,
                                              .goes_there = true})
                        : act::ShowInspector{true};
     }},
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
    {Command::OpenMenu, CommandGroup::Rows, "command.openMenu"_key, TextKey{}, Need::Plan,
     [](const AppState& state) -> Action {
         const Selection& selected = state.session.selection;
         const MenuOf menu = !state.session.picked.empty() ? MenuOf::Picked
                             : !selected.measure.empty()   ? MenuOf::Measure
                             : !selected.empty()           ? MenuOf::Heading
                                                           : MenuOf::Table;
         return act::OpenMenu{{menu, {}}};
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

} // namespace

const CommandEntry& command_entry(Command command) {
    return kCommands[static_cast<std::size_t>(command)];
}

} // namespace vekha::app
