// What rows and their nodes in the twin mean to the roadmap: which row a node belongs to, and what
// a press on it asks for.
#pragma once

#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/scene/scene.hpp"
#include "ui/views/view_frame.hpp"

namespace vekha::ui {

// The row of a section or group.
[[nodiscard]] bool is_heading(const Owner& owner);
[[nodiscard]] bool is_row_owner(const Owner& owner);

// Named so that it holds when the document changes.
[[nodiscard]] app::Selection row_of(ViewFrame& frame, const Owner& owner);
// How a press picks, by the keys that are held.
[[nodiscard]] app::act::PickBy pick_by();
void select(ViewFrame& frame, const Owner& owner);
void toggle_fold(ViewFrame& frame, const Owner& heading);
// For the choices in the head of the table (ZoneKind::Choice).
void ask_choice(ViewFrame& frame, const Owner& owner);

} // namespace vekha::ui
