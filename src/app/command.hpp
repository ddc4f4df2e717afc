// The names of the commands; what each is and does is said in app/commands.hpp.
#pragma once

#include <cstddef>
#include <cstdint>

namespace vekha::app {

// In the order of their groups.
enum class Command : std::uint8_t {
    NewPlan,
    OpenFile,
    Save,
    SaveAs,
    ChoosePlan,
    ClosePlan,
    GoToStart,
    Undo,
    Redo,
    EditCell,
    AddMeasure,
    DuplicateMeasure,
    RemoveMeasure,
    MoveUp,
    MoveDown,
    RenumberMeasures,
    ToggleDone,
    SetNotStarted,
    SetInProgress,
    SetDone,
    SetNotDone,
    SetMoved,
    SetCancelled,
    ShowCalendar,
    Search,
    ShowMine,
    ChooseMe,
    FilterLate,
    FilterDueSoon,
    FilterReview,
    FilterWithoutDates,
    FilterWithoutResponsible,
    FilterWithTarget,
    FilterResponsible,
    FilterPeriodKind,
    ShowAllRows,
    ShowTray,
    GroupBy,
    SortBy,
    ChooseColumns,
    ChooseView,
    RowUp,
    RowDown,
    PageUp,
    PageDown,
    FirstRow,
    LastRow,
    Fold,
    Unfold,
    FoldAll,
    UnfoldAll,
    ZoomIn,
    ZoomOut,
    Fit,
    GoToAsOf,
    GoToDate,
    SetAsOf,
    ToggleToday,
    OpenInspector,
    ToggleInspector,
    ThemeSystem,
    ThemeLight,
    ThemeDark,
    ToggleContrast,
    ScaleUp,
    ScaleDown,
    ScaleReset,
    SwitchLanguage,
    Escape,
    Palette,
    Help,
    OpenMenu,
};
inline constexpr std::size_t kCommandCount = static_cast<std::size_t>(Command::OpenMenu) + 1;

enum class CommandGroup : std::uint8_t { Plan, Edit, Progress, Find, Rows, Time, Look, Help };
inline constexpr std::size_t kCommandGroupCount = 8;

} // namespace vekha::app
