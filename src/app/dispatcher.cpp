#include "app/dispatcher.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/plan_files.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/settings.hpp"
#include "app/shortcuts.hpp"
#include "app/state.hpp"
#include "core/base/utf8.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/ids.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

// A message that came with leaving a field must not go with the very press that left it.
constexpr double kLeastMessageSeconds = 1.5;

// How long the view has to rest before it is written to the settings.
constexpr double kSettingsPauseSeconds = 0.5;

// Keys that a focused button, slider or link of the page needs for itself.
bool belongs_to_focused_widget(std::string_view key) {
    return key == " " || key == "Enter" || key == "Home" || key == "End" || key == "PageUp" ||
           key == "PageDown" || key.starts_with("Arrow");
}

// The keyboard is nowhere in particular, or on a row of the roadmap.
bool keyboard_is_on_rows(const Session& session) {
    return session.focused == 0 || session.focus_on_row || session.focused == semantic_key("grid");
}

// The text that has the keyboard, while nobody types in it.
const FieldEdit* text_to_type(const Session& session) {
    const bool is_here = session.idle_text && !session.field &&
                         session.idle_text->key == session.focused && session.focused != 0;
    return is_here ? &*session.idle_text : nullptr;
}

// What would type or delete in a text must not do anything else while the keyboard is on one.
bool means_text(const KeyPressed& key, std::optional<Command> command) {
    if (key.ctrl || key.alt) {
        return command == Command::PickAll;
    }
    const std::size_t first = decode_utf8(key.key, 0).bytes;
    const bool is_character = first > 0 && first == key.key.size();
    return (is_character && key.key != " ") || key.key == "Delete" || key.key == "Backspace";
}

// What is done to the selected row, and means it only while the keyboard is there: Delete on a
// button of the bar must not take a measure out.
bool is_of_row(Command command) {
    return command_group(command) == CommandGroup::Edit && command != Command::NextReview &&
           command != Command::RenumberMeasures && command != Command::AcceptPeriod;
}

// The browser has these keys itself, and tells by events what it makes of them.
bool is_of_clipboard(Command command) {
    return command == Command::CopyRows || command == Command::CutRows ||
           command == Command::PasteRows;
}

// Why a key does nothing is told on the roadmap; not of keys that only lead through it, and not
// while a question stands there that has to be answered first.
bool tells_why(const AppState& state, Command command) {
    return state.screen == Screen::Roadmap && !state.session.asks() && !state.session.refused &&
           command != Command::Escape && command_group(command) != CommandGroup::Rows;
}

// Holding a key down repeats steps, never choices.
bool may_repeat(const AppState& state, Command command) {
    constexpr std::array kSteps{Command::Undo,        Command::Redo,        Command::RowUp,
                                Command::RowDown,     Command::PageUp,      Command::PageDown,
                                Command::ZoomIn,      Command::ZoomOut,     Command::NarrowColumn,
                                Command::WidenColumn, Command::NarrowTable, Command::WidenTable};
    constexpr std::array kMoves{Command::Fold, Command::Unfold, Command::LengthenPeriod,
                                Command::ShortenPeriod};
    return std::ranges::find(kSteps, command) != kSteps.end() ||
           (moves_by_keys(state) && std::ranges::find(kMoves, command) != kMoves.end());
}

// A question that was half answered is ended by the person, and what was typed with it; a reason
// goes along by itself.
bool asks_with_answers(const AppState& state) {
    return question_holds_work(state) &&
           !std::holds_alternative<ReasonQuestion>(state.session.question);
}

template <class E>
constexpr bool kMayScroll = std::is_same_v<E, WheelTurned> || std::is_same_v<E, Pinched> ||
                            std::is_same_v<E, TouchScrolled>;

// Events that only the ui understands.
template <class E>
constexpr bool kIsForUi =
    kMayScroll<E> || std::is_same_v<E, LongPressed> || std::is_same_v<E, NodeActivated> ||
    std::is_same_v<E, NodeFocused> || std::is_same_v<E, NodeValueSet>;

template <class... Steps>
bool is_one_of(const Action& action) {
    return (action.as<Steps>() || ...);
}

bool is_step(const Action& action) {
    return is_one_of<
        act::OpenSample, act::NewBlankPlan, act::OpenLastPlan, act::GoToStart, act::GoToPlan,
        act::ShowPlan, act::ClosePlan, act::Save, act::SaveAs, act::OverwriteFile,
        act::OpenChangedFile, act::Undo, act::Redo, act::SetProgress, act::SetSelectedState,
        act::ToggleDone, act::ToggleSelectedDone, act::MarkOccurrence, act::OverrideState,
        act::DropOverride, act::AskApproval, act::Approve, act::AskNewPlan, act::MakeNewPlan,
        act::ShowDeviations, act::AddMeasure, act::RemoveMeasure, act::DuplicateMeasure,
        act::MoveMeasure, act::MoveToSection, act::PlaceRows, act::RenumberMeasures, act::ShowBook,
        act::SetFormMember, act::AddThing, act::RemoveThing, act::DuplicateThing, act::MoveThing,
        act::GoToStep, act::AskBulk, act::ApplyBulk, act::Pick, act::PickAll, act::BeginMoving,
        act::KeepPeriod, act::DropPeriod, act::GiveReason, act::BeginEdit, act::EditCell,
        act::Select, act::Reveal, act::StepSelection, act::FoldHeading, act::FoldSelected,
        act::FoldAll, act::SetAsOf, act::SetFilter, act::SetGrouping, act::SetSort,
        act::SortByColumn, act::ShowColumn, act::PlaceColumn, act::SetMe, act::ShowMine,
        act::ShowCalendar, act::ToggleDayOff, act::AddPublicHolidays, act::ToggleSixDayWeeks,
        act::ShowView, act::SaveView, act::RemoveView>(action);
}

// Done before the frame is laid out, and asked by no widget: the frame shows all that became of it.
bool shows_at_once(const Action& action) {
    return is_one_of<act::ScrollTo, act::ScrollBy, act::ScrollTable, act::PanTime, act::Zoom,
                     act::Hover>(action);
}

// To the first part that deals with it. An event may be for the ui alone; an action that no part
// deals with does not compile.
template <bool MayBeForNone, class What, class Part, class... Others>
void hand_to_one(What& what, Part& part, Others&... others) {
    constexpr bool kIsLast = sizeof...(others) == 0;
    if constexpr (requires { part.apply(what); } || (kIsLast && !MayBeForNone)) {
        part.apply(what);
    } else if constexpr (!kIsLast) {
        hand_to_one<MayBeForNone>(what, others...);
    }
}

} // namespace

Dispatcher::Dispatcher(const Ports& ports, Texts& texts, SampleSource samples)
    : m_context{{}, {}, {}, {}, ports, texts}, m_editor(m_context), m_view(m_context),
      m_rows(m_context, m_view), m_measures(m_context, m_editor, m_rows),
      m_picks(m_context, m_view, m_rows), m_bulk(m_context, m_editor, m_measures),
      m_bulk_dialog(m_context, m_editor), m_clipboard(m_context, m_measures, m_bulk),
      m_periods(m_context, m_editor, m_view), m_forms(m_context, m_editor),
      m_fields(m_context, m_editor, m_measures, m_forms, m_view), m_drafts(m_context),
      m_versions(m_context, m_editor), m_holds(m_context, m_drafts, m_editor),
      m_tabs(m_context, m_drafts),
      m_files(m_context, m_editor, m_tabs, m_drafts, m_versions, std::move(samples)),
      m_views(m_context, m_editor), m_calendar(m_context, m_editor),
      m_units(m_context, m_editor, m_view), m_approval(m_context, m_editor, m_forms),
      m_palette(m_context) {
    m_context.state.session.today = ports.clock->today();
    m_context.state.build = ports.build;
    load_settings(*ports.settings, m_context.state.view);
    texts.set_language(m_context.state.view.language);
    m_settled_view = m_context.state.view;
    sync_page();
    m_drafts.look_for_kept();
}

bool Dispatcher::handle(Event event) {
    const bool may_scroll =
        std::visit([]<class E>(const E& /*event*/) { return kMayScroll<E>; }, event);
    // The ui was asked first. Where it has no action for it, it scrolls something by itself.
    if (may_scroll && acts_next()) {
        m_context.repaint.request(RepaintReason::Event);
    } else {
        m_context.repaint.request_settling(RepaintReason::Event);
    }
    if (const auto* const key = std::get_if<KeyPressed>(&event)) {
        return take_key(*key);
    }
    if (const auto* const copy = std::get_if<CopyAsked>(&event)) {
        const bool is_here = !copy->cuts || keyboard_is_on_rows(m_context.state.session);
        return is_here && m_clipboard.give(*copy);
    }
    const bool ours = std::visit([]<class E>(const E& /*event*/) { return !kIsForUi<E>; }, event);
    const auto* const visibility = std::get_if<VisibilityChanged>(&event);
    const bool hides = visibility != nullptr && !visibility->visible;
    if (ours) {
        m_inbox.push_back(std::move(event));
    }
    // Browsers give hidden pages no frames, and may end them without another word: store everything
    // now.
    if (hides) {
        begin_frame();
    }
    return ours;
}

bool Dispatcher::take_key(const KeyPressed& key) {
    const AppState& state = m_context.state;
    const std::optional<Command> command = command_for_key(key);
    const FieldEdit* const text = text_to_type(state.session);
    if (text != nullptr && means_text(key, command)) {
        m_context.actions.push(act::BeginEdit{.key = text->key,
                                              .field = text->field,
                                              .measure = text->measure,
                                              .unit = text->unit,
                                              .form = text->form});
        return true;
    }
    if (!command || is_of_clipboard(*command)) {
        return false;
    }
    const bool goes_to_rows = text != nullptr && text->field == EditField::Search &&
                              !state.session.asks() && key.key.starts_with("Arrow");
    const bool is_widgets = !keyboard_is_on_rows(state.session) && !goes_to_rows &&
                            (belongs_to_focused_widget(key.key) || is_of_row(*command));
    const Availability availability = command_availability(state, *command);
    if (!availability.enabled) {
        if (!is_widgets && !key.repeat && tells_why(state, *command)) {
            m_context.show(MessageKind::Info, {availability.reason, {}});
        }
        // The browser has uses of its own for these: Ctrl+S would save the page itself.
        return key.ctrl;
    }
    if (is_widgets) {
        return key.ctrl && is_of_row(*command);
    }
    if (!key.repeat || may_repeat(state, *command)) {
        m_pending_keys.push_back({*command, key.shift});
    }
    return true;
}

void Dispatcher::note_idle_text(std::optional<FieldEdit> text) {
    m_context.state.session.idle_text = std::move(text);
}

void Dispatcher::begin_frame() {
    m_context.state.session.today = m_context.ports.clock->today();
    m_context.repaint.begin_frame(m_context.now());
    take_events();
    // What a command does depends on what is open by now.
    for (const PendingKey& key : std::exchange(m_pending_keys, {})) {
        if (command_availability(m_context.state, key.command).enabled) {
            Action action = key_action(m_context.state, key.command);
            if (auto* const step = action.as<act::StepSelection>()) {
                step->extends = key.shift;
            }
            apply_action(action);
        }
    }
    take_actions();
    m_palette.tick();
    m_rows.tick();
    m_picks.tick();
    m_bulk_dialog.tick();
    m_periods.tick();
    m_forms.tick();
    m_fields.tick();
    Session& session = m_context.state.session;
    session.is_scrolling = m_context.repaint.is_scrolling();
    if (session.focus_on_row && !session.selection.empty()) {
        session.focused = selected_key(session);
    }
    m_view.tick();
    m_holds.tick();
    m_drafts.tick();
    m_files.tick();
    warn_of_what_lasts();
    sync_page();
    keep_settings();
}

// What was typed goes into its plan before another one comes: the field is left, and what brings
// the other plan waits for the frame in which the field has answered. A date that was typed is an
// action by then, and means the plan that is still shown.
void Dispatcher::take_events() {
    std::vector<Event> waited = std::exchange(m_waiting, {});
    const std::optional<FieldEdit>& field = m_context.state.session.field;
    for (Event& event : std::exchange(m_inbox, {})) {
        const bool brings_plan =
            std::holds_alternative<FileOpened>(event) || std::holds_alternative<SampleAsked>(event);
        if (brings_plan && asks_with_answers(m_context.state)) {
            m_context.show(MessageKind::Info, {"open.waits"_key, {}});
            m_waiting.push_back(std::move(event));
            continue;
        }
        if (brings_plan && field && !field->waits) {
            m_context.ports.field->leave();
            m_waiting.push_back(std::move(event));
            continue;
        }
        if (brings_plan) {
            take_actions();
        }
        apply_event(event);
    }
    for (Event& event : waited) {
        if (asks_with_answers(m_context.state)) {
            m_waiting.push_back(std::move(event));
            continue;
        }
        take_actions();
        apply_event(event);
    }
}

void Dispatcher::take_actions() {
    for (const Action& action : m_context.actions.take()) {
        const auto place = [this] {
            const RoadmapView& view = m_context.state.view.roadmap;
            return std::tuple{view.scale, view.scroll_y, view.table_scroll_x};
        };
        const auto before = place();
        apply_action(action);
        if (!shows_at_once(action)) {
            m_context.repaint.request_settling(RepaintReason::Action);
        } else if (place() != before) {
            m_context.repaint.note_scrolling(m_context.now());
        }
    }
}

void Dispatcher::apply_event(Event& event) {
    std::visit(
        [this](auto& e) {
            hand_to_one<true>(e, m_files, m_drafts, m_versions, m_holds, m_fields, m_clipboard,
                              m_view);
        },
        event);
}

// A message is about what was done last: the next step of the person takes it away, unless that
// step brings one of its own. What only moves or lights the picture is no step.
void Dispatcher::apply_action(const Action& action) {
    std::optional<Message>& message = m_context.state.session.message;
    const std::uint64_t before = message ? message->number : 0;
    std::visit(
        [this](const auto& a) {
            hand_to_one<false>(a, m_files, m_tabs, m_holds, m_drafts, m_versions, m_picks, m_bulk,
                               m_bulk_dialog, m_clipboard, m_editor, m_measures, m_periods, m_forms,
                               m_fields, m_rows, m_views, m_calendar, m_units, m_approval,
                               m_palette, m_view);
        },
        action.any());
    const bool was_there = message && message->number == before;
    if (was_there && is_step(action) &&
        m_context.now() - message->shown_at_seconds > kLeastMessageSeconds) {
        message.reset();
    }
}

void Dispatcher::warn_of_what_lasts() {
    const AppState& state = m_context.state;
    const DraftHealth health = state.session.draft_health;
    m_context.warn_while(health == DraftHealth::Missing, "draft.missing"_key);
    m_context.warn_while(health == DraftHealth::Failing, "draft.failing"_key);
    const std::uint64_t opening = state.plan ? state.plan->opening : 0;
    const bool is_newer = state.plan && state.plan->read_only != ReadOnlyReason::None;
    m_context.warn_while(is_newer, "open.readOnly"_key, opening);
    m_context.warn_while(state.plan && state.plan->hold.elsewhere, "open.otherTab"_key, opening,
                         Command::TakeOver);
}

bool Dispatcher::note_frame(const RoadmapFrame& frame, Density density) {
    return m_view.note_frame(frame, density);
}

double Dispatcher::seconds_until_next_frame() {
    if (!m_context.actions.empty() || !m_inbox.empty() || !m_waiting.empty() ||
        !m_pending_keys.empty()) {
        m_context.repaint.request(RepaintReason::Action);
    }
    if (const std::optional<double> due = m_drafts.due_seconds()) {
        m_context.repaint.request_at(*due, RepaintReason::DraftDue);
    }
    if (m_settings_due_seconds) {
        m_context.repaint.request_at(*m_settings_due_seconds, RepaintReason::DraftDue);
    }
    return m_context.repaint.seconds_until_next(m_context.now());
}

// Tells the page around the canvas what changed for it.
void Dispatcher::sync_page() {
    const AppState& state = m_context.state;
    PageFacts facts;
    facts.title = state.plan ? m_context.texts.format("page.titleOfPlan"_key,
                                                      {{"title", state.plan->document.plan.title}})
                             : std::string(m_context.texts.get("page.title"_key));
    facts.language = language_tag(state.view.language);
    facts.dark = dark_theme(state);
    facts.scale_percent = state.view.scale_percent;
    facts.asks_before_leaving = would_lose_work(state);
    PagePort& page = *m_context.ports.page;
    if (!m_page_facts || m_page_facts->title != facts.title) {
        page.set_title(facts.title);
    }
    if (!m_page_facts || m_page_facts->language != facts.language) {
        page.set_language(facts.language);
    }
    if (!m_page_facts || m_page_facts->dark != facts.dark) {
        page.set_dark(facts.dark);
    }
    if (!m_page_facts || m_page_facts->scale_percent != facts.scale_percent) {
        page.set_interface_scale(static_cast<float>(facts.scale_percent) / 100.0F);
    }
    if (!m_page_facts || m_page_facts->asks_before_leaving != facts.asks_before_leaving) {
        page.ask_before_leaving(facts.asks_before_leaving);
    }
    m_page_facts = std::move(facts);
}

void Dispatcher::keep_settings() {
    const AppState& state = m_context.state;
    const double now = m_context.now();
    if (!(m_settled_view == state.view)) {
        m_settled_view = state.view;
        m_settings_due_seconds = now + kSettingsPauseSeconds;
    }
    const bool due = m_settings_due_seconds && *m_settings_due_seconds <= now;
    if (due || (m_settings_due_seconds && !state.session.visible)) {
        m_settings_due_seconds.reset();
        m_settings.write(*m_context.ports.settings, state.view,
                         state.plan ? state.plan->document.plan.id : PlanId{});
    }
}

} // namespace vekha::app
