// Dispatcher: the single writer of AppState. Events of the ports and actions of views and shortcuts
// are queued when they happen and applied in that order at the beginning of a frame. A plan is
// replaced only by one that was read whole; whatever fails leaves the open plan, its history, its
// name and its save state untouched. Not its business: layout, painting, hit tests, gestures
// (src/ui).
//
// A frame: begin_frame() → the ui builds it from state() and derived(), queues into actions() and
// reports note_frame() → seconds_until_next_frame().
#pragma once

#include "app/actions.hpp"
#include "app/approval_control.hpp"
#include "app/bulk_dialog.hpp"
#include "app/bulk_editor.hpp"
#include "app/calendar_control.hpp"
#include "app/clipboard_control.hpp"
#include "app/commands.hpp"
#include "app/context.hpp"
#include "app/derived.hpp"
#include "app/field_control.hpp"
#include "app/form_control.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/named_views.hpp"
#include "app/palette_control.hpp"
#include "app/period_control.hpp"
#include "app/pick_control.hpp"
#include "app/plan_drafts.hpp"
#include "app/plan_editor.hpp"
#include "app/plan_files.hpp"
#include "app/plan_holds.hpp"
#include "app/plan_tabs.hpp"
#include "app/plan_versions.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/rows_control.hpp"
#include "app/settings.hpp"
#include "app/state.hpp"
#include "app/unit_control.hpp"
#include "app/view_control.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"

#include <optional>
#include <string>
#include <vector>

namespace vekha::app {

class Dispatcher {
public:
    // The ports and texts must outlive the dispatcher. Reads the settings and asks for the last
    // plan.
    Dispatcher(const Ports& ports, Texts& texts, SampleSource samples);
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;
    ~Dispatcher() = default;

    // True: the event is for the app. Keys are taken when they mean an enabled command, with Ctrl
    // also a disabled one. Wheel, pinch, touch and the events of nodes are the ui's and are
    // answered with false; a frame is asked for all the same.
    [[nodiscard]] bool handle(Event event);

    void begin_frame();
    // What the last layout found. True when the view had to change because of it (a new plan is
    // fitted, a scroll position had nothing to show): lay out again before painting.
    [[nodiscard]] bool note_frame(const RoadmapFrame& frame, Density density);
    // The text that has the keyboard in the last frame, and may be typed in.
    void note_idle_text(std::optional<FieldEdit> text);
    // The ui has queued what the next frame does.
    [[nodiscard]] bool acts_next() const { return !m_context.actions.empty(); }
    // 0: at once, negative: not before something happens.
    [[nodiscard]] double seconds_until_next_frame();

    [[nodiscard]] const AppState& state() const { return m_context.state; }
    [[nodiscard]] ActionQueue& actions() { return m_context.actions; }
    [[nodiscard]] Derived& derived() { return m_context.derived; }
    [[nodiscard]] RepaintScheduler& repaint() { return m_context.repaint; }
    [[nodiscard]] const Texts& texts() const { return m_context.texts; }

private:
    // What the page around the canvas was told last.
    struct PageFacts {
        std::string title;
        std::string language;
        bool dark = false;
        int scale_percent = kScalePercents.front();
        bool asks_before_leaving = false;
    };

    [[nodiscard]] bool take_key(const KeyPressed& key);
    void take_events();
    void take_actions();
    void apply_event(Event& event);
    void apply_action(const Action& action);
    void warn_of_what_lasts();
    void sync_page();
    void keep_settings();

    Context m_context;
    PlanEditor m_editor;
    ViewControl m_view;
    RowsControl m_rows;
    MeasureEditor m_measures;
    PickControl m_picks;
    BulkEditor m_bulk;
    BulkDialog m_bulk_dialog;
    ClipboardControl m_clipboard;
    PeriodControl m_periods;
    FormControl m_forms;
    FieldControl m_fields;
    PlanDrafts m_drafts;
    PlanVersions m_versions;
    PlanHolds m_holds;
    PlanTabs m_tabs;
    PlanFiles m_files;
    NamedViews m_views;
    CalendarControl m_calendar;
    UnitControl m_units;
    ApprovalControl m_approval;
    PaletteControl m_palette;
    std::vector<Event> m_inbox;
    std::vector<Event> m_waiting; // until a field has been left
    struct PendingKey {
        Command command = Command::Escape;
        bool shift = false;
    };
    std::vector<PendingKey> m_pending_keys;
    std::optional<PageFacts> m_page_facts;
    SettingsWriter m_settings;
    ViewState m_settled_view;
    std::optional<double> m_settings_due_seconds;
};

} // namespace vekha::app
