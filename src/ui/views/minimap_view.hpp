// The strip below the roadmap: the whole plan in little with what is in sight marked on it, to be
// dragged or pressed; beside it, below the table, the way to the measures that have no date.
#pragma once

#include "core/base/geometry.hpp"
#include "core/layout/minimap.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "ui/views/view_frame.hpp"

#include <cstddef>

namespace vekha::ui {

class MinimapView {
public:
    // `roadmap`: as it was laid out for this frame.
    void draw(ViewFrame& frame, const Rect& strip, const RoadmapFrame& roadmap);

private:
    void refresh(ViewFrame& frame, Size size);
    void paint(ViewFrame& frame, const Rect& picture, const Rect& in_sight) const;
    void follow_pointer(ViewFrame& frame, const Rect& picture, const Rect& in_sight,
                        const RoadmapFrame& roadmap);

    Minimap m_minimap;
    std::size_t m_version = 0; // of Derived::rows_version
    Point m_grab;              // of the part in sight, from its middle
};

} // namespace vekha::ui
