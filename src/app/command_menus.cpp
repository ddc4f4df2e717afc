// Which commands the short lists offer; each is said in the one table of commands.
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/state.hpp"

#include <array>
#include <span>

namespace vekha::app {

namespace {

constexpr std::array kMeasureMenu{
    Command::ToggleDone, Command::SetNotStarted, Command::SetInProgress, Command::SetDone,
    Command::SetNotDone, Command::SetMoved,      Command::SetCancelled,  Command::EditCell,
    Command::MovePeriod, Command::AcceptPeriod,  Command::AddMeasure,    Command::DuplicateMeasure,
    Command::MoveUp,     Command::MoveDown,      Command::RemoveMeasure, Command::OpenInspector};
constexpr std::array kStateMenu{Command::SetNotStarted, Command::SetInProgress,
                                Command::SetDone,       Command::SetNotDone,
                                Command::SetMoved,      Command::SetCancelled};
constexpr std::array kHeadingMenu{Command::AddMeasure, Command::Fold,      Command::Unfold,
                                  Command::FoldAll,    Command::UnfoldAll, Command::OpenInspector};
constexpr std::array kTableMenu{Command::GroupBy,    Command::SortBy,  Command::ChooseColumns,
                                Command::ChooseView, Command::FoldAll, Command::UnfoldAll};
constexpr std::array kTimeMenu{Command::ZoomIn,      Command::ZoomOut,     Command::Fit,
                               Command::GoToAsOf,    Command::GoToDate,    Command::SetAsOf,
                               Command::ToggleToday, Command::ShowCalendar};

} // namespace

std::span<const Command> menu_commands(MenuOf menu) {
    switch (menu) {
    case MenuOf::Measure:
        return kMeasureMenu;
    case MenuOf::State:
        return kStateMenu;
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
