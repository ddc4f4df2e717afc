// What stands on the time line for a heading: a bar over all its days, filled as far as it is done.
#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/bar_shapes.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/rollup.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vekha {
namespace {

constexpr float kHeadingBarHeight = 8.0F;
constexpr float kHeadingCapHeight = 14.0F;
constexpr float kHeadingCapWidth = 3.0F;

void lay_heading_shape(LayoutContext& c, const PlacedRow& placed, const Rect& bar, float share) {
    c.scene.add(PrimitiveKind::Fill, bar, ColorRole::Band, placed.owner).radius = 2.0F;
    if (share > 0.0F) {
        const Rect done{bar.left, bar.top, bar.left + bar.width() * share, bar.bottom};
        c.scene.add(PrimitiveKind::Fill, done, ColorRole::DoneDeep, placed.owner).radius = 2.0F;
    }
    for (const float x : {bar.left, bar.right - kHeadingCapWidth}) {
        const Rect cap{x, bar.top, x + kHeadingCapWidth, bar.top + kHeadingCapHeight};
        c.scene.add(PrimitiveKind::Fill, cap, ColorRole::PlannedDeep, placed.owner).radius = 1.0F;
    }
}

} // namespace

void lay_heading_bar(LayoutContext& c, const PlacedRow& placed) {
    const Heading heading = heading_of(c, placed.row);
    const Span& days = heading.days;
    const GroupFigures& figures = heading.figures;
    const SemanticKey row_key = c.key(heading.row_prefix, c.row_id(placed.row));
    const SemanticKey cell_key = time_cell_key(c, heading.cell_prefix, c.row_id(placed.row));
    const Rect in_time{c.frame.time.left, placed.rect.top, c.frame.time.right, placed.rect.bottom};

    c.scratch.part.clear();
    if (days.from && days.to) {
        append_span_text(c.scratch.part, c, days);
    }
    c.scratch.text.clear();
    append_heading_progress(c.scratch.text, c, heading);
    c.scratch.name.clear();
    const RoadmapWords& words = *c.in.words;
    const std::string& by_kind = heading.is_state ? words.state_bar_name : words.section_bar_name;
    append_pattern(
        c.scratch.name, c.in.filtered ? words.found_bar_name : by_kind,
        {{"spans", c.scratch.part},
         {"progress", c.scratch.text},
         {"zone", c.in.words->zone_names[static_cast<std::size_t>(figures.zone.zone())]}});
    SemanticNode* cell = c.add_node(cell_key, Role::Cell, c.scratch.part, in_time, row_key);
    if (cell != nullptr) {
        cell->column_index = static_cast<std::int32_t>(kTimeColumn) + 1;
    }
    if (!days.from || !days.to) {
        return;
    }
    const float top = placed.rect.center().y - kHeadingBarHeight / 2.0F;
    const Rect bar = cut_for_drawing(
        c, {c.x_from_date(*days.from), top, c.x_after_date(*days.to), top + kHeadingBarHeight});
    const Rect seen = seen_in_time(c, bar);
    if (seen.empty()) {
        return;
    }
    const float whole = c.x_after_date(*days.to) - c.x_from_date(*days.from);
    const float done = whole * static_cast<float>(figures.share_done_percent.value_or(0.0) / 100.0);
    const float done_right = std::clamp(c.x_from_date(*days.from) + done, bar.left, bar.right);
    lay_heading_shape(c, placed, bar, (done_right - bar.left) / bar.width());
    const Rect target = at_least_target(seen);
    c.add_zone(ZoneKind::Bar, target, Cursor::Hand, placed.owner);
    c.add_node(c.key(heading.bar_prefix, c.row_id(placed.row)), Role::Image, c.scratch.name, target,
               cell_key);
}

} // namespace vekha
