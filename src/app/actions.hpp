// Actions: everything a person can do, as data. Views, shortcuts and the twin queue them, the
// dispatcher applies them in order, once a frame. Points and distances are layout pixels;
// `anchor_x` counts from the left edge of the time area.
#pragma once

#include "app/command.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/period_moves.hpp"
#include "core/find/mine.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/deviations.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace act {

// Plans and files.
struct OpenSample {
    std::string slug;
};
struct NewBlankPlan {};
struct OpenFileChooser {};
struct OpenLastPlan {
    std::size_t place = 0; // in Session::last_plans
};
struct GoToStart {}; // the open plans stay open
struct GoToPlan {};  // back to the one that was shown
// One of the open plans (OpenPlan::opening).
struct ShowPlan {
    std::uint64_t opening = 0;
};
struct ClosePlan { // shows it and asks, if it has changes that are in no file
    std::uint64_t opening = 0;
};
struct Save {};
struct SaveAs {};
struct TakeOver {}; // of the shown plan, from the tab that changes it
// Answers to Session::question.
struct AcceptRepairs {};
struct SaveAndClose {};
struct CloseWithoutSaving {};
// To a FileConflict.
struct OverwriteFile {};
struct ShowFileChanges {};
struct OpenChangedFile {}; // beside the shown plan
// To a DraftOffer.
struct OpenOfferedDraft {}; // beside the file
struct ShowDraftChanges {};
// The saved states of the shown plan.
struct ShowVersions {};
struct ChooseVersion {
    std::optional<std::size_t> index; // of the VersionsQuestion; none: the list again
};
struct RestoreVersion {}; // the chosen one, as a step that can be undone
struct OpenVersion {};    // beside the shown plan
// What is kept in this browser: a draft of the start screen, or everything. Asks first.
struct AskErase {
    std::optional<std::size_t> draft; // in Session::last_plans; none: everything
};
struct Erase {};    // what was asked about
struct GiveReason { // the one that was typed into Session::question
};
struct CancelQuestion {};
// Session::refused.
struct ConvertWindows1251 {};
struct DismissRefused {};
struct CloseMessage {};

// The document.
struct Undo {};
struct Redo {};
struct ShowHistory {};
struct GoToStep { // of the history: undone or redone until so many are done
    std::size_t done = 0;
};
struct SetProgress {
    MeasureId measure; // empty: all that are picked
    ProgressChange change;
    WorkUnit unit{};
};
struct ToggleDone { // and back to what it was before
    MeasureId measure;
    WorkUnit unit;
};
struct SetSelectedState {
    StoredState state = StoredState::NotStarted;
};
struct ToggleSelectedDone {};
// The units of work of a measure.
struct OpenUnit { // in the panel
    MeasureId measure;
    WorkUnit unit;
    bool open = true;
    bool goes_there = false; // from elsewhere: the panel shows, and the keyboard goes to the unit
};
struct ShowAllUnits { // of that kind; else of a long list those that ask for attention
    MeasureId measure;
    UnitKind kind = UnitKind::Occurrence;
    bool all = true;
};
struct MarkOccurrence {}; // asks for the state of the selected measure's first one that is open
struct OverrideState {};  // asks for the state of the selected measure that holds over the derived
struct DropOverride {};

// What there is, and in which order. Of the selected row or beside it.
struct AddMeasure {};
struct RemoveMeasure {};
struct DuplicateMeasure {};
enum class RowMove : std::uint8_t { Up, Down };
struct MoveMeasure { // past the next measure, or into the section beside its own
    RowMove to = RowMove::Down;
};
struct MoveToSection { // all that is meant, behind what stands there
    SectionId section;
};
struct HoldRows { // the pointer drags them; none: not any more
    MeasureId held;
};
struct PlaceRows {         // where the pointer let them go
    MeasureId held;        // with all that are picked, when it is one of those
    std::size_t above = 0; // how many of the rows that show stand above the place
};
struct RenumberMeasures {};
// Of all that are picked.
struct AskBulk {};
struct SetBulk { // in the question
    BulkChoice choice;
};
struct ApplyBulk {};
// By the clipboard.
struct CopyRows {
    bool cuts = false;
};
struct PasteRows {};

// Forms (app/forms.hpp).
struct ShowBook { // the plan book at that thing, with a member that is typed at once
    FormSubject chosen;
    FormMember member = FormMember::None;
};
struct UnfoldThing { // of the measure in the panel; folds it when it is unfolded
    FormSubject thing;
};
struct SetFormMember {
    FormPlace place;
    std::string value; // as set_form_member() takes it
};
struct PickFormMember { // from a list; none: back to the form
    FormPlace place;
};
struct AddThing { // to the list of such things
    FormSubject list;
};
struct RemoveThing { // none: asks first, where more is touched by it
    FormSubject thing;
    std::optional<ThingRemoval> removal;
};
struct DuplicateThing {
    FormSubject thing;
};
struct MoveThing { // among its like: -1 up, 1 down
    FormSubject thing;
    int step = 1;
};

// The period of a measure, as it would be; kept or dropped afterwards. Steps are of its own
// precision.
struct MovePeriod { // by so many steps from what it is
    MeasureId measure;
    PeriodGrip grip;
    int steps = 0;
    bool begins = true; // else it only goes on with what has begun and was not dropped since
};
struct DrawPeriod { // where there was none
    MeasureId measure;
    Date from;
    Date to;
    Precision precision = Precision::Day;
    bool begins = true;
};
struct BeginMoving {}; // by keys, of the selected measure; again: its next span
struct StepMoving {
    PeriodHandle handle = PeriodHandle::Body;
    int steps = 1;
};
struct AcceptPeriod {};   // of the selected measure: needs no review any more
struct ShowNextReview {}; // goes to the next row whose period somebody has to look at
struct KeepPeriod {};
struct DropPeriod {};

// Fields of the page laid over a text.
struct BeginEdit {
    SemanticKey key = 0;
    EditField field = EditField::Note;
    MeasureId measure;
    WorkUnit unit{};     // of what is reported
    FormPlace form{};    // of EditField::Form
    bool is_new = false; // nobody wrote its text yet
};
struct EditCell { // of the selected measure; none: the one that has the keyboard, else the title
    std::optional<Column> column;
    bool is_new = false; // nobody wrote its text yet
};
struct CancelEdit {};

// What is pointed at.
struct Select {
    Selection row; // empty: none
};
struct Reveal { // selects it and brings its row into sight, whatever hides it
    MeasureId measure;
};
enum class RowStep : std::uint8_t { Up, Down, PageUp, PageDown, First, Last };
struct StepSelection {
    RowStep step = RowStep::Down;
    bool extends = false; // what is picked, up to there
};
// Several rows, to be changed together.
enum class PickBy : std::uint8_t { Press, Toggle, Extend };
struct Pick { // selects the row, too
    Selection row;
    PickBy by = PickBy::Press;                   // while picking, a press toggles
    std::optional<Column> column = std::nullopt; // the cell that was pressed
};
enum class BoxPart : std::uint8_t { Begin, Go, End };
struct PickBox { // rows between two heights, from the top of the first row
    float from_y = 0.0F;
    float to_y = 0.0F;
    BoxPart part = BoxPart::Begin;
    bool adds = false; // to what is picked already
};
struct PickCurrent {};
struct PickAll {};
struct StartPicking {
    std::optional<Selection> row; // the first one; none: the selected one
};
struct DropPicked {};
struct Hover {
    std::optional<Owner> owner;
};
struct Focus {
    SemanticKey key = 0;
    Selection row{}; // of the roadmap, selected or not; empty: it is on no row
    std::optional<Column> cell = std::nullopt; // of that row
};

// The view.
enum class Folding : std::uint8_t { Fold, Unfold, Toggle };
struct FoldHeading {
    Selection heading; // of a section or a group
    Folding folding = Folding::Toggle;
};
// On a measure: goes to the cell before (fold) or behind (unfold), from the first one to the row,
// and from the row to its heading.
struct FoldSelected {
    Folding folding = Folding::Toggle;
};
struct FoldAll {
    Folding folding = Folding::Fold; // Toggle: fold when any is open
};
struct ShowColumn {
    Column column = Column::Number;
    bool shown = true;
};
struct PlaceColumn { // among all columns, from 0
    Column column = Column::Number;
    std::size_t place = 0;
};
struct SetColumnWidth {
    Column column = Column::Title;
    float width_px = 0.0F;
};
struct StepColumnWidth { // of the column that the keyboard is in, else of the titles
    float by_px = 0.0F;
};
struct SetSplit {
    float table_width_px = 0.0F;
};
struct ScrollTo {
    float y = 0.0F;
};
struct ScrollBy {
    float dy = 0.0F;
};
struct ScrollTable {
    float dx = 0.0F;
};
struct PanTime {
    float dx = 0.0F; // positive: the picture moves to the right
};
enum class Glide : std::uint8_t { No, Yes };
struct Zoom {
    double factor = 1.0;
    std::optional<float> anchor_x; // none: the middle of the time area
    Glide glide = Glide::No;
};
struct SetScale { // the slider
    double px_per_day = 1.0;
};
struct Fit {};
struct FitDays { // the first and the last day in sight
    Date from;
    Date to;
};
struct GoToDate {
    Date date;
};
struct GoToAsOf {};
struct SetAsOf {
    AsOfChoice choice;
};
struct AskChoice {
    ChoiceOf of = ChoiceOf::Responsible;
};
// These also answer a ChoiceQuestion.
struct SetFilter {
    RowFilter filter;
};
struct SetGrouping {
    Grouping grouping = Grouping::Section;
};
struct SetSort {
    RowSort sort;
};
struct SortByColumn { // in turn: ascending, descending, as in the file
    Column column = Column::Number;
};
struct CloseFilter {}; // and all rows are shown again
struct SetMe {         // and shows the rows of that person
    Person me;
};
struct ShowMine {        // asks who it is while nobody is known
    bool toggles = true; // all rows again where they show already
};
// The calendar of days off.
struct ShowCalendar { // of the year; none: of the as-of date
    std::optional<int> year;
};
struct ToggleDayOff {
    Date day;
};
struct AddPublicHolidays {}; // of the year that is shown
struct ToggleSixDayWeeks {};
// Approving the plan, and making a new one from it: each asks, and is done when that is answered.
struct AskApproval {};
struct Approve {};
struct AskNewPlan {};
struct MakeNewPlan {};
struct ShowDeviations { // from that baseline; none: from the one in force
    BaselineId baseline{};
    std::optional<DeviationKind> only = std::nullopt;
};
// Saved views.
struct ShowView {
    ViewId view;
};
struct SaveView {}; // what shows now, by the name that was typed into Session::question
struct RemoveView {
    ViewId view;
};
struct SetTheme {
    ThemeChoice theme = ThemeChoice::System;
};
struct SetContrast {
    ContrastChoice contrast = ContrastChoice::System;
};
struct SetInterfaceScale { // one of kScalePercents
    int percent = kScalePercents.front();
};
struct SetLanguage {
    Language language = Language::Russian;
};
struct ShowInspector {
    bool open = true;
};
struct ToggleInspector {};
struct FoldInspector { // the page became too narrow for it, or wide enough
    bool to_sheet = false;
};
struct ShowTray {
    bool open = true;
};
struct ShowProblems {};
struct OpenPalette {};
struct OpenMenu {
    CommandMenu menu;
};
struct RunCommand { // from the palette or a menu, which then goes
    Command command = Command::Escape;
};
struct RunFirstFound {}; // the first one that the palette lists
struct ShowHelp {};
struct OpenLink {
    std::string url;
};

} // namespace act

// One of them. A class of its own, so that the variant is copied, moved and destroyed in one source
// file only: with over a hundred kinds that code is long, and every view would have it again.
class Action {
public:
    using Any = std::variant<
        act::OpenSample, act::NewBlankPlan, act::OpenFileChooser, act::OpenLastPlan, act::GoToStart,
        act::GoToPlan, act::ShowPlan, act::ClosePlan, act::Save, act::SaveAs, act::TakeOver,
        act::AcceptRepairs, act::SaveAndClose, act::CloseWithoutSaving, act::OverwriteFile,
        act::ShowFileChanges, act::OpenChangedFile, act::OpenOfferedDraft, act::ShowDraftChanges,
        act::ShowVersions, act::ChooseVersion, act::RestoreVersion, act::OpenVersion, act::AskErase,
        act::Erase, act::GiveReason, act::CancelQuestion, act::ConvertWindows1251,
        act::DismissRefused, act::CloseMessage, act::Undo, act::Redo, act::ShowHistory,
        act::GoToStep, act::AskBulk, act::SetBulk, act::ApplyBulk, act::CopyRows, act::PasteRows,
        act::Pick, act::PickBox, act::PickCurrent, act::PickAll, act::StartPicking, act::DropPicked,
        act::SetProgress, act::SetSelectedState, act::ToggleDone, act::ToggleSelectedDone,
        act::OpenUnit, act::ShowAllUnits, act::MarkOccurrence, act::OverrideState,
        act::DropOverride, act::AskApproval, act::Approve, act::AskNewPlan, act::MakeNewPlan,
        act::ShowDeviations, act::AddMeasure, act::RemoveMeasure, act::DuplicateMeasure,
        act::MoveMeasure, act::MoveToSection, act::HoldRows, act::PlaceRows, act::RenumberMeasures,
        act::ShowBook, act::UnfoldThing, act::SetFormMember, act::PickFormMember, act::AddThing,
        act::RemoveThing, act::DuplicateThing, act::MoveThing, act::MovePeriod, act::DrawPeriod,
        act::BeginMoving, act::StepMoving, act::KeepPeriod, act::AcceptPeriod, act::ShowNextReview,
        act::DropPeriod, act::BeginEdit, act::EditCell, act::CancelEdit, act::Select, act::Reveal,
        act::StepSelection, act::Hover, act::Focus, act::FoldHeading, act::FoldSelected,
        act::FoldAll, act::ShowColumn, act::PlaceColumn, act::SetColumnWidth, act::StepColumnWidth,
        act::SetSplit, act::ScrollTo, act::ScrollBy, act::ScrollTable, act::PanTime, act::Zoom,
        act::SetScale, act::Fit, act::FitDays, act::GoToDate, act::GoToAsOf, act::SetAsOf,
        act::AskChoice, act::SetFilter, act::SetGrouping, act::SetSort, act::SortByColumn,
        act::CloseFilter, act::SetMe, act::ShowMine, act::ShowCalendar, act::ToggleDayOff,
        act::AddPublicHolidays, act::ToggleSixDayWeeks, act::ShowView, act::SaveView,
        act::RemoveView, act::SetTheme, act::SetContrast, act::SetInterfaceScale, act::SetLanguage,
        act::ShowInspector, act::ToggleInspector, act::FoldInspector, act::ShowTray,
        act::ShowProblems, act::OpenPalette, act::OpenMenu, act::RunCommand, act::RunFirstFound,
        act::ShowHelp, act::OpenLink>;

    template <class A>
        requires std::is_class_v<A> && (!std::is_same_v<A, Action>)
    // NOLINTNEXTLINE(google-explicit-constructor): an action is what it holds
    Action(A action) : m_any(std::in_place_type<A>, std::move(action)) {}
    Action(const Action& other);
    Action(Action&& other) noexcept;
    Action& operator=(const Action& other);
    Action& operator=(Action&& other) noexcept;
    ~Action();

    [[nodiscard]] const Any& any() const { return m_any; }
    // Null when it is another one.
    template <class A>
    [[nodiscard]] A* as() {
        return std::get_if<A>(&m_any);
    }
    template <class A>
    [[nodiscard]] const A* as() const {
        return std::get_if<A>(&m_any);
    }

private:
    Any m_any;
};

// Where views and shortcuts put actions; only the dispatcher takes them out.
class ActionQueue {
public:
    ActionQueue();
    ActionQueue(const ActionQueue&) = delete;
    ActionQueue(ActionQueue&&) = delete;
    ActionQueue& operator=(const ActionQueue&) = delete;
    ActionQueue& operator=(ActionQueue&&) = delete;
    ~ActionQueue();

    void push(Action action);
    [[nodiscard]] bool empty() const { return m_actions.empty(); }
    [[nodiscard]] std::vector<Action> take();

private:
    std::vector<Action> m_actions;
};

} // namespace vekha::app
