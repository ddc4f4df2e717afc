// The whole roadmap in little: every row that is shown, squeezed into a strip, over all days of the
// plan, in the colours of the states and in shapes of their own. Where several rows or spans come
// to stand in one place, the one that asks for most attention shows. Made once for rows and states,
// in O(rows and spans); drawn as it is. Layout pixels, from the strip's top left corner.
#pragma once

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/scene/scene.hpp"
#include "core/status/plan_status.hpp"

#include <vector>

namespace vekha {

// A stretch of one colour, or a part of a broken one.
struct MinimapRun {
    Rect rect;
    ColorRole color = ColorRole::Planned;
    bool operator==(const MinimapRun&) const = default;
};

struct Minimap {
    Size size;
    TimeScale scale;          // days to x
    float rows_height = 0.0F; // of all rows, as RoadmapRows has it
    std::vector<MinimapRun> runs;

    // Where these rows and days stand on the strip; `top` and `height` as in RoadmapRows.
    [[nodiscard]] Rect place_of(double from_day, double to_day, float top, float height) const;
    // And back.
    [[nodiscard]] double day_at(float x) const { return scale.day_from_x(x); }
    [[nodiscard]] float row_y_at(float y) const;
};

// `days`: extent_of the document.
[[nodiscard]] Minimap make_minimap(const Document& document, const PlanStatus& status,
                                   const RowGroups& groups, const RoadmapRows& rows, Span days,
                                   Size size);

} // namespace vekha
