// Commands: the actions that have a name, a shortcut and a reason for being disabled. Buttons,
// tooltips, shortcuts and the twin take all three from here, so they cannot disagree. Only what
// works is listed.
#pragma once

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace vekha::app {

enum class Command : std::uint8_t {
    OpenFile,
    Save,
    SaveAs,
    Undo,
    Redo,
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
    ToggleDone,
    SetNotStarted,
    SetInProgress,
    SetDone,
    SetNotDone,
    SetMoved,
    SetCancelled,
    ZoomIn,
    ZoomOut,
    Fit,
    GoToAsOf,
    Search,
    GroupBy,
    SortBy,
    ChooseColumns,
    ChooseView,
    ShowMine,
    ShowCalendar,
    ChoosePlan,
    OpenInspector,
    ToggleInspector,
    Escape,
    GoToStart,
};
inline constexpr std::size_t kCommandCount = static_cast<std::size_t>(Command::GoToStart) + 1;

struct Availability {
    bool enabled = true;
    TextKey reason; // why it is not
};

[[nodiscard]] TextKey command_label(Command command);
[[nodiscard]] Availability command_availability(const AppState& state, Command command);
// What the command does now; Escape means the innermost thing that is open.
[[nodiscard]] Action command_action(const AppState& state, Command command);

} // namespace vekha::app
