// The roadmap on the screen: lays the scene out, paints it, and turns what the pointer does on its
// hit zones into actions. The scene and a running drag are kept between frames, because a gesture
// is about the last painted frame.
#pragma once

#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/views/view_frame.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace vekha::ui {

class RoadmapView {
public:
    // Lays out; may be called again before painting, when the view had to change because of it.
    const RoadmapFrame& lay_out(ViewFrame& frame, const Rect& area);
    void draw(ViewFrame& frame);

    // Wheel, pinch and touch over the roadmap. True: it was for the roadmap.
    bool handle(const app::WheelTurned& wheel, app::ActionQueue& actions) const;
    bool handle(const app::Pinched& pinch, app::ActionQueue& actions) const;
    bool handle(const app::TouchScrolled& touch, app::ActionQueue& actions) const;

    // The measure whose row is there; none besides.
    [[nodiscard]] std::optional<Owner> measure_at(Point at) const;

    // The row that a node of the twin belongs to, when it is one of the roadmap's rows, bars or
    // signs.
    [[nodiscard]] std::optional<Owner>
    owner_of_node(const Document& document, const RowGroups& groups, SemanticKey key) const;
    // Of a node that belongs to the row of that measure: its column, when it is a cell.
    [[nodiscard]] static std::optional<Column> cell_of_node(const Document& document,
                                                            const RowGroups& groups,
                                                            const Owner& owner, SemanticKey key);

private:
    struct Drag {
        ZoneKind kind = ZoneKind::TimeArea;
        Owner owner;
        Point start;
        Point last;
        float start_value = 0.0F; // width or split at the beginning
        bool moved = false;
        double start_day = 0.0;    // where the pointer took hold, whatever the scale does meanwhile
        MeasureId measure;         // whose period is dragged, or drawn where there was none
        std::size_t span = 0;      // of it
        bool shows_period = false; // the session has it, or the rows
        bool picks = false;        // rows of the table, from start_value down
        MeasureId row; // that is moved, with others that are picked, in the plan of this opening
        std::uint64_t opening = 0;
    };

    void note_press();
    [[nodiscard]] app::Selection pressed_row(ViewFrame& frame, const Owner& here) const;
    void draw_gutter(ViewFrame& frame);
    void draw_table_scroll(ViewFrame& frame) const;
    void follow_pointer(ViewFrame& frame);
    static void light_up(const ViewFrame& frame, const HitZone& zone);
    void press(ViewFrame& frame, const HitZone& zone, Point at);
    void begin_box(ViewFrame& frame, Drag& started) const;
    void drag_box(ViewFrame& frame, Drag& running, Point at) const;
    [[nodiscard]] bool holds_row(ViewFrame& frame, const Owner& owner, Point at) const;
    void hold_row(const ViewFrame& frame, Drag& started) const;
    [[nodiscard]] bool drag_rows(ViewFrame& frame, Drag& running, Point at) const;
    [[nodiscard]] bool scroll_at_edge(ViewFrame& frame, Point at) const;
    // How many rows stand above the place between two of them that is nearest.
    [[nodiscard]] std::size_t rows_above(ViewFrame& frame, Point at) const;
    [[nodiscard]] float height_of(const ViewFrame& frame, Point at) const;
    void open_menu(ViewFrame& frame, const HitZone& zone, Point at) const;
    void show_reading(ViewFrame& frame, const Owner& owner) const;
    void take_hold(ViewFrame& frame, const HitZone& zone, Drag& started) const;
    [[nodiscard]] static float drag_threshold(const Drag& running);
    [[nodiscard]] static bool means_period(const Drag& running, Point at);
    void drag(ViewFrame& frame, Point at);
    [[nodiscard]] static MovingPeriod moving_period(const ViewFrame& frame);
    [[nodiscard]] bool drag_period(ViewFrame& frame, Drag& running, Point at) const;
    struct Drop {
        std::size_t place = 0;
        float x = 0.0F;
    };
    [[nodiscard]] Drop drop_at(const ViewFrame& frame, Column column, float x) const;
    void show_drop(ViewFrame& frame) const;
    void keep_widths(ViewFrame& frame) const;
    void release(ViewFrame& frame);
    void double_click(ViewFrame& frame, const HitZone& zone, Point at);
    [[nodiscard]] std::optional<Column> cell_at(ViewFrame& frame, const Owner& owner,
                                                Point at) const;
    void place_cell_field(ViewFrame& frame) const;
    void answer_twin(ViewFrame& frame) const;
    void answer_node(ViewFrame& frame, const Owner& owner, SemanticKey key) const;
    static void answer_header(ViewFrame& frame, SemanticKey key);
    // Asks for the state of one occurrence of the selected measure; false when it is none of those.
    [[nodiscard]] static bool ask_occurrence(ViewFrame& frame, const HitZone& zone, float x);
    void answer_occurrence(ViewFrame& frame, SemanticKey key) const;
    void go_beyond(ViewFrame& frame, const Owner& owner, const Rect& pointer) const;
    void show_tooltip(ViewFrame& frame, const HitZone& zone, Point at) const;
    [[nodiscard]] std::string measure_tooltip(ViewFrame& frame, const Owner& owner) const;
    [[nodiscard]] const SemanticNode* shortened_text_at(Point at) const;
    [[nodiscard]] float time_x(float x) const { return x - m_frame.time.left; }

    RoadmapLayout m_layout;
    Scene m_scene;
    RoadmapFrame m_frame;
    Rect m_area;
    Rect m_gutter; // of the scroll bar, at the right
    // The row that was seen where the pointer went down. The press may have ended a text field, and
    // the edit moved the rows before they are hit-tested.
    SemanticKey m_pressed_row = 0;
    int m_pressed_in_frame = -1;
    std::optional<Drag> m_drag;
    std::optional<Owner> m_pressed; // last, and before that
    std::optional<Owner> m_pressed_before;
};

} // namespace vekha::ui
