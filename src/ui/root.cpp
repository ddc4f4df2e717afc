#include "ui/root.hpp"

#include "app/actions.hpp"
#include "app/dispatcher.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/scene/tap_aim.hpp"
#include "ui/fonts.hpp"
#include "ui/page_window.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/inspector_view.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <variant>

namespace vekha::ui {
namespace {

constexpr float kPageStep = 0.9F; // of what is in sight

ThemeName theme_name(const app::AppState& state) {
    if (app::high_contrast(state)) {
        return app::dark_theme(state) ? ThemeName::DarkContrast : ThemeName::LightContrast;
    }
    return app::dark_theme(state) ? ThemeName::Dark : ThemeName::Light;
}

} // namespace

Root::Root(app::Dispatcher& dispatcher, const app::Ports& ports, const Fonts& fonts)
    : m_dispatcher(dispatcher), m_ports(ports), m_fonts(fonts) {}

void Root::note_roomy_text() {
    const ImGuiIO& io = ImGui::GetIO();
    if (const auto& field = m_dispatcher.state().session.field) {
        m_roomy = field->form;
    } else if (!io.MouseDown[ImGuiMouseButton_Left] && !io.MouseReleased[ImGuiMouseButton_Left]) {
        m_roomy.reset();
    }
}

void Root::draw(Size page_size) {
    m_fonts.follow_screen();
    const app::AppState& state = m_dispatcher.state();
    const Rect page{0.0F, 0.0F, page_size.width, page_size.height};
    const bool covered = dialog_is_open(state);
    forget_scroll_of_other_dialog();
    m_semantics.clear();
    m_behind.clear();
    const Theme& colors = theme(theme_name(state));
    UiContext ui(colors, m_fonts, m_dispatcher.texts(), covered ? m_behind : m_semantics);
    ui.set_focused(state.session.focused);
    if (!covered) {
        ui.set_requests(&m_activated, &m_values);
    }
    note_roomy_text();
    ViewFrame frame{
        ui,           state,  m_dispatcher.derived(), m_dispatcher.actions(), std::nullopt,
        std::nullopt, m_roomy};
    draw_page(frame, page);
    if (covered) {
        frame.field.reset();
        UiContext over(colors, m_fonts, m_dispatcher.texts(), m_semantics);
        over.set_focused(state.session.focused);
        over.set_requests(&m_activated, &m_values);
        ViewFrame dialog_frame{
            over,         state,  m_dispatcher.derived(), m_dispatcher.actions(), std::nullopt,
            std::nullopt, m_roomy};
        draw_overlays(dialog_frame, page);
        message_bar(dialog_frame, page);
        reveal_focused(over);
        frame.field = std::move(dialog_frame.field);
        frame.idle_text = std::move(dialog_frame.idle_text);
    } else {
        message_bar(frame, page);
        reveal_focused(ui);
        m_dialog_scroll = {};
    }
    if (state.session.drag_over) {
        const PageWindow window("drop", page, PageLayer::Unfelt);
        drop_overlay(frame, page);
    }
    m_activated.clear();
    m_values.clear();
    if (covered == m_dialog_was_open) {
        leave_what_is_gone();
    }
    follow_dialog(covered);
    if (frame.field && state.session.field) {
        frame.field->date = app::takes_date(*state.session.field);
    }
    place_field(frame.field);
    m_dispatcher.note_idle_text(std::move(frame.idle_text));
    m_ports.twin->publish(m_semantics, state.session.focused);
}

Point Root::aim_of_tap(Point tap) const {
    return vekha::aim_of_tap(m_semantics, tap);
}

void Root::draw_page(ViewFrame& frame, const Rect& page) {
    // The host clears the canvas to this colour: filling the page anew would cost as much as all
    // the rest of the picture where there is no GPU.
    ImGui::GetStyle().Colors[ImGuiCol_WindowBg] =
        ImGui::ColorConvertU32ToFloat4(frame.ui.color(ColorRole::Background));
    const PageWindow window("page", page, PageLayer::Bottom);
    if (frame.state.screen == app::Screen::Start || !frame.state.plan) {
        m_inspector = {};
        m_tray = {};
        start_view(frame, page, m_start_scroll);
    } else {
        draw_roadmap_screen(frame, page);
    }
}

// A dialog takes the keyboard: to its field, which the page gives it by itself, or to the choice
// that is meant to be pressed. When it closes, the keyboard goes back to where it was.
void Root::follow_dialog(bool is_open) {
    if (is_open == m_dialog_was_open) {
        return;
    }
    m_dialog_was_open = is_open;
    const app::Session& session = m_dispatcher.state().session;
    // The selected row may have got another place and another key meanwhile.
    // What was chosen in it may have been to write in a cell, or to move a period by keys.
    const bool goes_to_row = m_row_behind || (session.field && !session.field->waits) ||
                             app::moves_by_keys(m_dispatcher.state());
    SemanticKey to =
        goes_to_row && !session.selection.empty() ? app::selected_key(session) : m_focus_behind;
    app::Selection row = to == m_focus_behind ? m_focused_row_behind : app::Selection{};
    if (is_open) {
        m_focus_behind = session.focused;
        m_focused_row_behind = session.focus_on_row ? session.focused_row : app::Selection{};
        m_row_behind = session.focus_on_row && !session.selection.empty();
        row = {};
        to = first_in_dialog();
    }
    m_dispatcher.actions().push(app::act::Focus{.key = to, .row = row});
    m_dispatcher.repaint().request(app::RepaintReason::Widget);
}

// In a list what holds now; 0 when nothing there takes the keyboard.
SemanticKey Root::first_in_dialog() const {
    const auto find = [this](auto fits) {
        return std::find_if(m_semantics.begin(), m_semantics.end(), fits);
    };
    const auto* const chosen =
        find([](const SemanticNode& node) { return node.focusable && node.pressed == 1; });
    const auto* const first = chosen != m_semantics.end()
                                  ? chosen
                                  : find([](const SemanticNode& node) { return node.focusable; });
    return first == m_semantics.end() ? 0 : first->key;
}

// Each question, and each list that is found by other words, begins at its top.
void Root::forget_scroll_of_other_dialog() {
    const app::Question& question = m_dispatcher.state().session.question;
    const auto* const palette = std::get_if<app::PaletteQuestion>(&question);
    const std::string_view typed = palette == nullptr ? std::string_view() : palette->typed;
    // A chosen version is a question of its own.
    const auto* const versions = std::get_if<app::VersionsQuestion>(&question);
    const std::size_t step = versions != nullptr && versions->chosen ? 1 : 0;
    const std::size_t kind = question.index() * 2 + step;
    if (m_dialog_kind != kind || m_dialog_typed != typed) {
        m_dialog_kind = kind;
        m_dialog_typed = typed;
        m_dialog_scroll = {.reveals = true};
    }
    const auto* const book = std::get_if<app::BookQuestion>(&question);
    if (book == nullptr || *book == m_book) {
        return;
    }
    m_dialog_scroll.content = 0.0F;
    if (!app::in_same_list(book->chosen, m_book.chosen) || book->typed != m_book.typed) {
        m_dialog_scroll.list = 0.0F;
    }
    m_dialog_scroll.reveals = !(book->chosen == m_book.chosen);
    m_book = *book;
}

// What had the keyboard is no longer there: inside a dialog it goes to what the dialog shows now,
// else to what opened it, or the keys are those of the rows again.
void Root::leave_what_is_gone() {
    const app::Session& session = m_dispatcher.state().session;
    const bool was_in_tray = std::exchange(m_tray_has_focus, false);
    if (session.focused == 0 || session.focus_on_row || session.field) {
        return;
    }
    if (has_node(session.focused)) {
        m_tray_has_focus = is_inside(session.focused, semantic_key("tray"));
        return;
    }
    if (m_dialog_was_open) {
        m_dispatcher.actions().push(app::act::Focus{first_in_dialog()});
        return;
    }
    const SemanticKey opener = semantic_key("tray/open");
    const bool tray_closed = was_in_tray && !session.tray_open && has_node(opener);
    m_dispatcher.actions().push(app::act::Focus{tray_closed ? opener : 0});
}

bool Root::has_node(SemanticKey key) const {
    return std::any_of(m_semantics.begin(), m_semantics.end(),
                       [key](const SemanticNode& node) { return node.key == key; });
}

// Parents stand before what they hold.
bool Root::is_inside(SemanticKey key, SemanticKey region) const {
    for (std::size_t i = m_semantics.size(); i > 0 && key != region; --i) {
        if (m_semantics[i - 1].key == key) {
            key = m_semantics[i - 1].parent;
        }
    }
    return key == region;
}

// Once for each move of the focus: after that the person may scroll away from it.
void Root::reveal_focused(const UiContext& ui) {
    if (ui.focused() == m_revealed) {
        return;
    }
    m_revealed = ui.focused();
    if (ui.reveal_focused()) {
        m_dispatcher.repaint().request(app::RepaintReason::Widget);
    }
}

// Beside the picture where the table keeps its columns, narrower if it must be, else as a sheet
// over it: the inspector is what folds first. A page that becomes narrow shows the picture: the
// sheet comes when it is asked for.
Rect Root::place_inspector(const ViewFrame& frame, const Rect& area) {
    const float beside = area.width() - kAllColumnsArea - metrics::kScrollbarWidth;
    const bool sheet = beside < metrics::kInspectorLeast;
    if (sheet != frame.state.session.inspector_is_sheet) {
        frame.actions.push(app::act::FoldInspector{sheet});
        return {};
    }
    if (!app::inspector_is_open(frame.state)) {
        return {};
    }
    const float most = sheet ? area.width() : beside;
    return {area.right - std::min(metrics::kInspectorWidth, most), area.top, area.right,
            area.bottom};
}

void Root::draw_roadmap_screen(ViewFrame& frame, const Rect& page) {
    const bool low = page.height() < metrics::kLowPage;
    const float bar_height = low ? metrics::kLowTopBarHeight : metrics::kTopBarHeight;
    const float status_height = low ? metrics::kLowStatusBarHeight : metrics::kStatusBarHeight;
    const Rect tabs{page.left, page.top, page.right,
                    page.top + plan_tabs_height(frame.state, page)};
    const Rect bar{page.left, tabs.bottom, page.right, tabs.bottom + bar_height};
    const Rect status{page.left, page.bottom - status_height, page.right, page.bottom};
    const float filter_height = filter_bar_height(frame, page.width(), !low);
    const Rect filter{page.left, bar.bottom, page.right, bar.bottom + filter_height};
    Rect area{page.left, filter.bottom, page.right, status.top};
    m_inspector = place_inspector(frame, area);
    if (!m_inspector.empty() && !frame.state.session.inspector_is_sheet) {
        area.right = m_inspector.left;
    }
    const bool is_agenda = frame.state.session.filtering.filter.mine;
    const std::uint64_t opening = frame.plan().opening;
    if (!(m_inspected == frame.state.session.selection) || m_agenda_inspected != is_agenda ||
        m_inspected_opening != opening) {
        m_inspected_opening = opening;
        m_inspected = frame.state.session.selection;
        m_agenda_inspected = is_agenda;
        m_inspector_scroll = 0.0F;
    }
    Rect strip = area;
    if (page.height() >= metrics::kMinimapLeastPage) {
        area.bottom -= metrics::kMinimapHeight;
    }
    strip.top = area.bottom;
    const SemanticKey main_key = semantic_key("main");
    frame.ui.add_node(main_key, Role::Main, frame.text("roadmap.name"_key),
                      {area.left, area.top, area.right, status.top});
    if (m_dispatcher.note_frame(m_roadmap.lay_out(frame, area), density_for(area))) {
        m_roadmap.lay_out(frame, area);
    }
    {
        const SemanticScope scope(frame.ui, main_key);
        m_roadmap.draw(frame);
        m_minimap.draw(frame, strip, frame.state.session.frame);
    }
    m_tray = tray_place(frame, area);
    if (!m_tray.empty()) {
        const PageWindow window("tray", m_tray, PageLayer::Above);
        tray_view(frame, m_tray, m_tray_scroll);
    }
    const Rect moving = moving_place(frame, area);
    if (!moving.empty()) {
        const PageWindow window("moving", moving.shrunk(-metrics::kGapWide), PageLayer::Above);
        moving_view(frame, moving);
    }
    if (!m_inspector.empty()) {
        const PageWindow window("inspector", m_inspector, PageLayer::Above);
        inspector_view(frame, m_inspector, m_inspector_scroll);
    }
    period_hint(frame, page);
    plan_tabs(frame, tabs);
    top_bar(frame, bar);
    filter_bar(frame, filter, !low);
    status_bar(frame, status);
}

void Root::draw_overlays(ViewFrame& frame, const Rect& page) {
    const PageWindow window("dialog", page, PageLayer::Top);
    // A message stands below the box, not on its buttons.
    Rect room = page;
    room.bottom = std::min(room.bottom, message_top(frame, page));
    dialogs(frame, page, room, m_dialog_scroll);
}

void Root::place_field(const std::optional<app::FieldSpec>& field) {
    if (field) {
        m_ports.field->show(*field);
        m_field = field->key;
    } else if (m_field != 0) {
        // Out of sight is not given up: what was typed counts, as when the person goes on
        // elsewhere.
        if (m_dispatcher.state().session.field) {
            m_ports.field->leave();
        } else {
            m_ports.field->hide();
        }
        m_field = 0;
    }
}

bool Root::scroll(Point at, float dy) {
    if (dialog_is_open(m_dispatcher.state())) {
        (m_dialog_scroll.list_place.contains(at) ? m_dialog_scroll.list
                                                 : m_dialog_scroll.content) += dy;
        return true;
    }
    if (m_dispatcher.state().screen == app::Screen::Start) {
        m_start_scroll += dy;
        return true;
    }
    if (m_inspector.contains(at)) {
        m_inspector_scroll += dy;
        return true;
    }
    if (m_tray.contains(at)) {
        m_tray_scroll += dy;
        return true;
    }
    return false;
}

// In the panel, much of which can only be read and has no focus to follow.
bool Root::scroll_by_key(const app::KeyPressed& key) {
    const SemanticKey focused = m_dispatcher.state().session.focused;
    const bool is_page = key.key == "PageDown" || key.key == "PageUp";
    if (!is_page || key.ctrl || key.alt || !is_inside(focused, semantic_key("inspector"))) {
        return false;
    }
    const float step = m_inspector.height() * kPageStep;
    m_inspector_scroll += key.key == "PageDown" ? step : -step;
    return true;
}

// Rows that get the focus in the twin are chosen on the canvas too; not while the agenda stands
// beside them, which would be gone before the Tab key comes to it.
void Root::focus_node(SemanticKey key) {
    const app::AppState& state = m_dispatcher.state();
    app::Selection row;
    std::optional<Column> cell;
    if (state.plan && state.screen == app::Screen::Roadmap) {
        const RowGroups& groups = m_dispatcher.derived().groups(state);
        if (const auto owner = m_roadmap.owner_of_node(state.plan->document, groups, key)) {
            row = app::selection_of(state.plan->document, groups, *owner);
            cell = RoadmapView::cell_of_node(state.plan->document, groups, *owner, key);
            if (!app::agenda_is_shown(state)) {
                m_dispatcher.actions().push(app::act::Select{row});
            }
        }
    }
    m_dispatcher.actions().push(app::act::Focus{.key = key, .row = row, .cell = cell});
}

// A finger that rests on a row begins to pick; on the button that undoes it asks for the steps.
bool Root::hold(Point at) {
    const app::AppState& state = m_dispatcher.state();
    if (dialog_is_open(state) || !state.plan || state.screen != app::Screen::Roadmap) {
        return false;
    }
    const auto is_undo = [at](const SemanticNode& node) {
        return node.key == semantic_key("topbar/undo") && node.rect.contains(at);
    };
    if (std::ranges::any_of(m_semantics, is_undo)) {
        m_dispatcher.actions().push(app::act::ShowHistory{});
        return true;
    }
    const bool is_covered = m_inspector.contains(at) || m_tray.contains(at);
    const auto owner = is_covered ? std::nullopt : m_roadmap.measure_at(at);
    if (owner) {
        m_dispatcher.actions().push(app::act::StartPicking{
            app::selection_of(state.plan->document, m_dispatcher.derived().groups(state), *owner)});
    }
    return owner.has_value();
}

bool Root::handle(const app::Event& event) {
    app::ActionQueue& actions = m_dispatcher.actions();
    if (const auto* wheel = std::get_if<app::WheelTurned>(&event)) {
        return scroll(wheel->at, wheel->dy) || m_roadmap.handle(*wheel, actions);
    }
    if (const auto* key = std::get_if<app::KeyPressed>(&event)) {
        return scroll_by_key(*key);
    }
    if (const auto* touch = std::get_if<app::TouchScrolled>(&event)) {
        return scroll(touch->at, -touch->dy) || m_roadmap.handle(*touch, actions);
    }
    if (const auto* pinch = std::get_if<app::Pinched>(&event)) {
        return m_roadmap.handle(*pinch, actions);
    }
    if (const auto* held = std::get_if<app::LongPressed>(&event)) {
        return hold(held->at);
    }
    if (const auto* node = std::get_if<app::NodeActivated>(&event)) {
        m_activated.push_back(node->key);
        return true;
    }
    if (const auto* value = std::get_if<app::NodeValueSet>(&event)) {
        m_values.push_back({value->key, value->value});
        return true;
    }
    if (const auto* focused = std::get_if<app::NodeFocused>(&event)) {
        focus_node(focused->key);
        return true;
    }
    return false;
}

} // namespace vekha::ui
