// Root: the whole page as the interface draws it: which views stand where, one semantic list per
// frame, the text field of the page, and the events that only make sense where something is drawn
// (wheel, touch, presses in the twin).
#pragma once

#include "app/dispatcher.hpp"
#include "app/form_subject.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/minimap_view.hpp"
#include "ui/views/roadmap_view.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha::ui {

class Root {
public:
    Root(app::Dispatcher& dispatcher, const app::Ports& ports, const Fonts& fonts);

    // Between ImGui::NewFrame and ImGui::Render, after Dispatcher::begin_frame.
    void draw(Size page);
    // True: the event was the interface's own.
    bool handle(const app::Event& event);
    [[nodiscard]] Point aim_of_tap(Point tap) const;

private:
    void draw_page(ViewFrame& frame, const Rect& page);
    void draw_roadmap_screen(ViewFrame& frame, const Rect& page);
    [[nodiscard]] Rect place_inspector(const ViewFrame& frame, const Rect& area);
    void reveal_focused(const UiContext& ui);
    void note_roomy_text();
    void follow_dialog(bool is_open);
    void forget_scroll_of_other_dialog();
    void leave_what_is_gone();
    [[nodiscard]] SemanticKey first_in_dialog() const;
    void draw_overlays(ViewFrame& frame, const Rect& page);
    void place_field(const std::optional<app::FieldSpec>& field);
    bool scroll(Point at, float dy);
    bool scroll_by_key(const app::KeyPressed& key);
    bool hold(Point at);
    [[nodiscard]] bool has_node(SemanticKey key) const;
    [[nodiscard]] bool is_inside(SemanticKey key, SemanticKey region) const;
    void focus_node(SemanticKey key);

    app::Dispatcher& m_dispatcher;
    app::Ports m_ports;
    const Fonts& m_fonts;
    RoadmapView m_roadmap;
    MinimapView m_minimap;
    SemanticList m_semantics;
    SemanticList m_behind; // what a dialog covers: drawn, but not there for the twin
    std::vector<SemanticKey> m_activated;
    std::vector<ValueRequest> m_values;
    SemanticKey m_field = 0;
    Rect m_inspector;
    Rect m_tray;
    app::Selection m_inspected;            // what m_inspector_scroll is about
    bool m_agenda_inspected = false;       // likewise: without a selection the agenda, not the plan
    std::uint64_t m_inspected_opening = 0; // likewise: the plan
    SemanticKey m_revealed = 0;            // the focus that was brought into sight
    bool m_dialog_was_open = false;
    std::size_t m_dialog_kind = 0; // what m_dialog_scroll is about
    std::string m_dialog_typed;
    app::BookQuestion m_book;            // likewise: what the plan book showed
    SemanticKey m_focus_behind = 0;      // what had the focus before the dialog took it
    app::Selection m_focused_row_behind; // if that was a row, which
    bool m_row_behind = false;           // and that was the selected row
    float m_inspector_scroll = 0.0F;
    bool m_tray_has_focus = false;
    float m_tray_scroll = 0.0F;
    float m_start_scroll = 0.0F;
    DialogScroll m_dialog_scroll;
    std::optional<app::FormPlace> m_roomy; // as in ViewFrame
};

} // namespace vekha::ui
