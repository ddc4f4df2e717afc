// The views without a state of their own: each draws one part of the page into the rectangle it is
// given.
#pragma once

#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "ui/views/view_frame.hpp"

namespace vekha::ui {

// Height 0 where there is one plan, or no room.
[[nodiscard]] float plan_tabs_height(const app::AppState& state, const Rect& page);
void plan_tabs(ViewFrame& frame, const Rect& rect);
void top_bar(ViewFrame& frame, const Rect& rect);
// What is searched for and which rows are shown; height 0 while it is closed. On a low page it has
// no chips.
[[nodiscard]] float filter_bar_height(ViewFrame& frame, float width, bool has_chips);
void filter_bar(ViewFrame& frame, const Rect& rect, bool has_chips);
// How far a dialog is scrolled. Some have a list beside their content that scrolls by itself.
struct DialogScroll {
    float content = 0.0F;
    float list = 0.0F;
    Rect list_place;      // of the last frame
    bool reveals = false; // what is chosen in the list comes into sight
};

// A list from which one thing is chosen; answers with the action of that thing, or
// with CancelQuestion.
void chooser(ViewFrame& frame, const Rect& page, const app::ChoiceQuestion& question,
             float& scroll);
// All commands, found by their words, and the sheet of keys.
void palette_view(ViewFrame& frame, const Rect& page, const app::PaletteQuestion& question,
                  float& scroll);
void menu_view(ViewFrame& frame, const Rect& page, const app::CommandMenu& menu, float& scroll);
void bulk_view(ViewFrame& frame, const Rect& page, const app::BulkQuestion& question,
               float& scroll);
void history_view(ViewFrame& frame, const Rect& page, float& scroll);
void versions_view(ViewFrame& frame, const Rect& page, const app::VersionsQuestion& question,
                   float& scroll);
void help_sheet(ViewFrame& frame, const Rect& page, float& scroll);
// It stays where it is in the page while a message takes some of the room.
void book_view(ViewFrame& frame, const Rect& page, const Rect& room, const app::BookQuestion& book,
               DialogScroll& scroll);
// Approving the plan, or making one from it.
void draft_view(ViewFrame& frame, const Rect& page, const app::DraftQuestion& question,
                float& scroll);
void deviations_view(ViewFrame& frame, const Rect& page, const app::DeviationsQuestion& question,
                     float& scroll);
void calendar_view(ViewFrame& frame, const Rect& page, int year, float& scroll);
// The list of measures without dates, over the lower left corner of the roadmap; empty while it is
// closed.
[[nodiscard]] Rect tray_place(ViewFrame& frame, const Rect& area);
void tray_view(ViewFrame& frame, const Rect& rect, float& scroll);
// The steps of a period that is moved by keys; empty while there is none.
[[nodiscard]] Rect moving_place(ViewFrame& frame, const Rect& area);
void moving_view(ViewFrame& frame, const Rect& rect);
// Beside the field in which a period is typed: what was read.
void period_hint(ViewFrame& frame, const Rect& page);
// What is picked and what can be done with it; with less room a menu has what else there is.
[[nodiscard]] float picked_bar_width(const ViewFrame& frame);
[[nodiscard]] float least_picked_bar_width(const ViewFrame& frame);
void picked_bar(ViewFrame& frame, const Rect& rect);
// The legend with the numbers of the plan, or what is picked, and the zoom.
void status_bar(ViewFrame& frame, const Rect& rect);
void start_view(ViewFrame& frame, const Rect& rect, float& scroll);
// Refused files, questions. True when one is open: then nothing behind it takes part.
[[nodiscard]] bool dialog_is_open(const app::AppState& state);
// The box stands in `room`; the rest of the page is veiled.
void dialogs(ViewFrame& frame, const Rect& page, const Rect& room, DialogScroll& scroll);
// Where the message that is shown begins; the bottom of the page when there is none.
[[nodiscard]] float message_top(const ViewFrame& frame, const Rect& page);
void message_bar(ViewFrame& frame, const Rect& page);
void drop_overlay(ViewFrame& frame, const Rect& page);

} // namespace vekha::ui
