// Which commands the short lists offer; each is said in the one table of commands.
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/state.hpp"

#include <array>
#include <span>

namespace vekha::app {

namespace {

constexpr std::array kMeasureMenu{
    Command::ToggleDone,    Command::SetNotStarted,  Command::SetInProgress,
    Command::SetDone,       Command::SetNotDone,     Command::SetMoved,
    Command::SetCancelled,  Command::MarkOccurrence, Command::OverrideState,
    Command::DropOverride,  Command::EditCell,       Command::MovePeriod,
    Command::AcceptPeriod,  Command::AddMeasure,     Command::DuplicateMeasure,
    Command::CopyRows,      Command::CutRows,        Command::PasteRows,
    Command::MoveUp,        Command::MoveDown,       Command::MoveToSection,
    Command::RemoveMeasure, Command::StartPicking,   Command::OpenInspector};
// Of several measures that are picked.
constexpr std::array kPickedMenu{
    Command::ChangePicked, Command::ToggleDone, Command::SetNotStarted, Command::SetInProgress,
    Command::SetDone,      Command::SetNotDone, Command::SetMoved,      Command::SetCancelled,
    Command::CopyRows,     Command::CutRows,    Command::PasteRows,     Command::DuplicateMeasure,
    Command::MoveUp,       Command::MoveDown,   Command::MoveToSection, Command::RemoveMeasure,
    Command::PickAll,      Command::DropPicked};
constexpr std::array kStateMenu{
    Command::SetNotStarted, Command::SetInProgress, Command::SetDone,       Command::SetNotDone,
    Command::SetMoved,      Command::SetCancelled,  Command::OverrideState, Command::DropOverride};
constexpr std::array kUnitMenu{
    Command::SetDone,  Command::SetInProgress, Command::SetNotStarted, Command::SetNotDone,
    Command::SetMoved, Command::SetCancelled,  Command::OpenInspector};
constexpr std::array kHeadingMenu{
    Command::EditSection,  Command::AddMeasure,    Command::AddSection, Command::MoveUp,
    Command::MoveDown,     Command::RemoveMeasure, Command::PasteRows,  Command::PickCurrent,
    Command::Fold,         Command::Unfold,        Command::FoldAll,    Command::UnfoldAll,
    Command::OpenInspector};
constexpr std::array kTableMenu{Command::GroupBy,      Command::SortBy,      Command::ChooseColumns,
                                Command::ChooseView,   Command::FoldAll,     Command::UnfoldAll,
                                Command::NarrowColumn, Command::WidenColumn, Command::NarrowTable,
                                Command::WidenTable,   Command::PickAll,     Command::StartPicking,
                                Command::PasteRows};
constexpr std::array kTimeMenu{Command::ZoomIn,      Command::ZoomOut,     Command::Fit,
                               Command::GoToAsOf,    Command::GoToDate,    Command::SetAsOf,
                               Command::ToggleToday, Command::ShowCalendar};

} // namespace

std::span<const Command> menu_commands(MenuOf menu) {
    switch (menu) {
    case MenuOf::Measure:
        return kMeasureMenu;
    case MenuOf::Picked:
        return kPickedMenu;
    case MenuOf::State:
        return kStateMenu;
    case MenuOf::Unit:
        return kUnitMenu;
    case MenuOf::Heading:
        return kHeadingMenu;
    case MenuOf::Table:
        return kTableMenu;
    case MenuOf::Time:
        return kTimeMenu;
    }
    return {};
}

} // namespace vekha::app
