// The scroll bars of the roadmap: of its rows, and of a table that is wider than its place.
#include "app/actions.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/roadmap_view.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>

namespace vekha::ui {

// How far down the rows are, beside the time line; the wheel and the keys do the same.
void RoadmapView::draw_gutter(ViewFrame& frame) {
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(m_gutter), bottom_right(m_gutter),
                                              frame.ui.color(ColorRole::SurfaceRaised));
    const Rect track{m_gutter.left, m_frame.time.top, m_gutter.right, m_frame.time.bottom};
    const float offset = frame.state.view.roadmap.scroll_y;
    const float wanted = vertical_scrollbar(frame.ui, track, "roadmap/scroll", offset,
                                            m_frame.max_scroll_y + track.height());
    if (wanted != offset) {
        frame.actions.push(app::act::ScrollTo{wanted});
    }
    draw_table_scroll(frame);
}

// Where a person made the columns wider than the table, between their names and the rows.
void RoadmapView::draw_table_scroll(ViewFrame& frame) const {
    const Rect& header = m_frame.table_header;
    const Rect track{header.left, header.bottom - metrics::kScrollbarWidth, header.right,
                     header.bottom};
    const float offset =
        std::clamp(frame.state.view.roadmap.table_scroll_x, 0.0F, m_frame.max_table_scroll_x);
    const float wanted =
        scrollbar(frame.ui, track, "roadmap/table-scroll", offset,
                  m_frame.max_table_scroll_x + track.width(), ScrollAxis::Horizontal);
    if (wanted != offset) {
        frame.actions.push(app::act::ScrollTable{wanted - offset});
    }
}

} // namespace vekha::ui
