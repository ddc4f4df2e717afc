#include "core/layout/roadmap_layout.hpp"

#include "core/base/geometry.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <numeric>
#include <optional>
#include <string>
#include <vector>

namespace vekha {
namespace {

constexpr float kNarrowTableShare = 0.5F; // when the table is folded to number + title
constexpr float kComfortableTitle = 250.0F;
constexpr float kSplitZoneWidth = 9.0F;
constexpr float kSelectionWidth = 3.0F;
constexpr float kPickWidth = 9.0F;
constexpr std::int32_t kHeaderRows = 1; // for row_index and row_count

bool is_narrow(const LayoutContext& c) {
    return c.in.area.width() < kNarrowAreaWidth;
}

bool is_shown(const LayoutContext& c, Column column) {
    if (c.in.view->columns.is_hidden(column)) {
        return false;
    }
    if (column == Column::Number) {
        return c.in.rows->has_numbers;
    }
    return !is_narrow(c) || column == Column::Title;
}

// The width that somebody set.
std::optional<float> set_width(const RoadmapView& view, Column column) {
    return view.column_widths[static_cast<std::size_t>(column)];
}

float column_width(const LayoutContext& c, Column column) {
    const float wanted = kColumnWidths[static_cast<std::size_t>(column)];
    return std::max(kMinColumnWidth, set_width(*c.in.view, column).value_or(wanted));
}

using ColumnWidths = std::array<float, kColumnCount>;

float& width_of(ColumnWidths& widths, Column column) {
    return widths[static_cast<std::size_t>(column)];
}

// The widths that are asked for; 0 for what is not shown.
ColumnWidths wanted_widths(const LayoutContext& c) {
    ColumnWidths widths{};
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        widths[i] = is_shown(c, column) ? column_width(c, column) : 0.0F;
    }
    return widths;
}

float sum_of(const ColumnWidths& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0.0F);
}

// Fits columns whose widths nobody set into a table that is too narrow for them: a little of the
// title, then the words of the state, whose mark stays, then more of the title, then whole columns,
// which the inspector and the row's description still say.
void narrow_columns(ColumnWidths& widths, const RoadmapView& view, float table_width) {
    const auto take_from_title = [&](float least) {
        if (set_width(view, Column::Title)) {
            return;
        }
        float& title = width_of(widths, Column::Title);
        title = std::clamp(title - (sum_of(widths) - table_width), least, title);
    };
    if (sum_of(widths) <= table_width) {
        return;
    }
    take_from_title(kComfortableTitle);
    const auto shrink = [&](Column column, float width) {
        if (sum_of(widths) > table_width && !set_width(view, column)) {
            width_of(widths, column) = width;
            take_from_title(kLeastTitle);
        }
    };
    shrink(Column::State, kMinColumnWidth);
    shrink(Column::Responsible, 0.0F);
    shrink(Column::Period, 0.0F);
}

// The split, the columns, and how far the table can be scrolled under the split. A table that is
// wider than its columns gives the room to the title.
void place_columns(LayoutContext& c) {
    const Rect& area = c.in.area;
    const float share = is_narrow(c) ? kNarrowTableShare : kMaxTableShare;
    const float time_least = std::min(kMinTimeWidth, area.width() * kNarrowTableShare);
    const float most = std::min(area.width() * share, area.width() - time_least);
    const float table_width =
        std::clamp(c.in.view->table_width, std::min(kMinTableWidth, most), most);
    ColumnWidths widths = wanted_widths(c);
    if (!is_narrow(c)) {
        narrow_columns(widths, *c.in.view, table_width);
    }
    float& title = width_of(widths, Column::Title);
    const float left_over = table_width - sum_of(widths);
    const float extra = is_narrow(c) ? left_over : std::max(0.0F, left_over);
    title = std::max(2.0F * kMinColumnWidth, title + extra);
    c.frame.max_table_scroll_x = std::max(0.0F, sum_of(widths) - table_width);
    c.frame.column_widths = widths;

    float left =
        area.left - std::clamp(c.in.view->table_scroll_x, 0.0F, c.frame.max_table_scroll_x);
    for (const Column column : c.in.view->columns.order) {
        const float width = width_of(widths, column);
        if (width > 0.0F) {
            c.slots[c.slot_count++] = {column, left, left + width};
            left += width;
        }
    }
    const float split = area.left + table_width;
    const float rows_top = std::min(area.bottom, area.top + c.metrics.header_height());
    c.frame.table_header = {area.left, area.top, split, rows_top};
    c.frame.header = {split, area.top, area.right, rows_top};
    c.frame.table = {area.left, rows_top, split, area.bottom};
    c.frame.time = {split, rows_top, area.right, area.bottom};
}

void place_scroll(LayoutContext& c) {
    c.frame.max_scroll_y = std::max(0.0F, c.in.rows->total_height - c.frame.table.height());
    c.scroll_y = std::clamp(c.in.view->scroll_y, 0.0F, c.frame.max_scroll_y);
}

PlacedRow placed_at(const LayoutContext& c, std::size_t position, float top) {
    const Row& row = c.in.rows->rows[position];
    PlacedRow placed;
    placed.position = static_cast<std::uint32_t>(position);
    placed.row = row;
    placed.rect = {c.in.area.left, top, c.in.area.right, top + row.height};
    placed.owner = row.owner();
    return placed;
}

float top_of(const LayoutContext& c, const Row& row) {
    return c.frame.table.top + row.top - c.scroll_y;
}

bool is_picked(const LayoutContext& c, const Row& row) {
    return !row.is_heading() && row.index < c.in.picked.size() && c.in.picked[row.index] != 0;
}

// Where several are picked they are chosen, else the selected one.
bool is_chosen(const LayoutContext& c, const PlacedRow& placed) {
    return c.in.picked.empty() ? c.is_selected(placed.owner) : is_picked(c, placed.row);
}

// Along the edge of a row that is picked, beside its words: a strip with a check, so that it is not
// told by colour alone.
void lay_pick_sign(LayoutContext& c, const PlacedRow& placed) {
    if (!is_picked(c, placed.row)) {
        return;
    }
    const Rect& row = placed.rect;
    const Rect strip{row.left, row.top, row.left + kPickWidth, row.bottom - 1.0F};
    const float check = kPickWidth / 2.0F;
    const Point middle = strip.center();
    c.scene.add(PrimitiveKind::Fill, strip, ColorRole::Accent, placed.owner);
    c.scene.add(PrimitiveKind::CheckSign,
                {middle.x - check, middle.y - check, middle.x + check, middle.y + check},
                ColorRole::TextOnFill, placed.owner);
}

void lay_row_background(LayoutContext& c, const PlacedRow& placed) {
    if (is_chosen(c, placed)) {
        c.scene.add(PrimitiveKind::Fill, placed.rect, ColorRole::RowSelected, placed.owner);
    } else if (c.is_hovered(placed.owner)) {
        c.scene.add(PrimitiveKind::Fill, placed.rect, ColorRole::RowHovered, placed.owner);
    } else if (placed.row.is_heading()) {
        c.scene.add(PrimitiveKind::Fill, placed.rect, ColorRole::SurfaceRaised, placed.owner);
    }
    if (c.is_selected(placed.owner)) {
        const Rect strip{placed.rect.left, placed.rect.top, placed.rect.left + kSelectionWidth,
                         placed.rect.bottom};
        c.scene.add(PrimitiveKind::Fill, strip, ColorRole::Accent, placed.owner);
    }
    const float bottom = placed.rect.bottom - 1.0F;
    c.scene.add(PrimitiveKind::Fill,
                {placed.rect.left, bottom, placed.rect.right, placed.rect.bottom}, ColorRole::Line,
                placed.owner);
}

SemanticKey add_row_node(LayoutContext& c, const PlacedRow& placed) {
    const Rect in_table{c.frame.table.left, placed.rect.top, c.frame.table.right,
                        placed.rect.bottom};
    std::string& name = c.scratch.name;
    name.clear();
    SemanticKey row_key = 0;
    if (placed.row.is_heading()) {
        row_key = c.key(heading_of(c, placed.row).row_prefix, c.row_id(placed.row));
        append_heading_name(name, c, placed.row);
    } else {
        row_key = c.key("row", c.row_id(placed.row));
        append_measure_name(name, c.in.document->measures[placed.row.index]);
    }
    // Its middle is what gets pressed, so it does not reach over the split.
    SemanticNode* node = c.add_node(row_key, Role::Row, name, in_table, c.grid);
    if (node != nullptr) {
        node->focusable = true;
        node->selected = is_chosen(c, placed);
        node->level = placed.row.level + 1;
        node->position = static_cast<std::int32_t>(placed.row.position);
        node->set_size = static_cast<std::int32_t>(placed.row.set_size);
        node->row_index = static_cast<std::int32_t>(placed.position) + 1 + kHeaderRows;
        if (placed.row.is_heading()) {
            node->expanded = placed.row.folded ? 0 : 1;
        } else {
            append_measure_summary(node->description, c, placed.row);
        }
    }
    return row_key;
}

void lay_row_zones(LayoutContext& c, const PlacedRow& placed) {
    // One zone for the table's part and one for the time line's: each is what its node in the list
    // shows.
    const Rect in_table{c.frame.table.left, placed.rect.top, c.frame.table.right,
                        placed.rect.bottom};
    const Rect in_time{c.frame.time.left, placed.rect.top, c.frame.time.right, placed.rect.bottom};
    c.add_zone(ZoneKind::Row, in_table, Cursor::Arrow, placed.owner);
    c.add_zone(ZoneKind::Row, in_time, Cursor::Arrow, placed.owner);
}

void lay_table_row(LayoutContext& c, const PlacedRow& placed) {
    const SemanticKey row_key = add_row_node(c, placed);
    const Rect in_table{c.frame.table.left, placed.rect.top, c.frame.table.right,
                        placed.rect.bottom};
    lay_focus_ring(c, row_key, in_table, placed.owner);
    if (placed.row.is_heading()) {
        lay_heading_cells(c, placed, row_key);
    } else {
        lay_measure_cells(c, placed, row_key);
        lay_pick_sign(c, placed);
    }
}

void lay_time_row(LayoutContext& c, const PlacedRow& placed) {
    if (placed.row.is_heading()) {
        lay_heading_bar(c, placed);
    } else {
        lay_measure_bar(c, placed);
    }
}

// The row of the heading that the topmost row stands under, when it is scrolled out itself; the
// next heading pushes it.
const PlacedRow* place_sticky_row(const LayoutContext& c, std::size_t first, PlacedRow& sticky) {
    const std::vector<Row>& rows = c.in.rows->rows;
    if (first >= rows.size()) {
        return nullptr;
    }
    const std::int32_t heading =
        rows[first].is_heading() ? static_cast<std::int32_t>(first) : rows[first].heading_row;
    if (heading < 0 || top_of(c, rows[static_cast<std::size_t>(heading)]) >= c.frame.table.top) {
        return nullptr;
    }
    const auto position = static_cast<std::size_t>(heading);
    float top = c.frame.table.top;
    for (std::size_t next = first + 1; next < rows.size(); ++next) {
        const float next_top = top_of(c, rows[next]);
        if (next_top >= c.frame.table.top + rows[position].height) {
            break;
        }
        if (rows[next].is_heading()) {
            top = next_top - rows[position].height;
            break;
        }
    }
    sticky = placed_at(c, position, top);
    return &sticky;
}

class RowsPass {
public:
    explicit RowsPass(LayoutContext& c) : m_c(c), m_first(c.in.rows->row_at(c.scroll_y)) {
        m_rows_area = {c.in.area.left, c.frame.table.top, c.in.area.right, c.in.area.bottom};
        if (const PlacedRow* sticky = place_sticky_row(c, m_first, m_sticky_row)) {
            m_sticky = sticky;
            m_rows_area.top =
                std::min(m_rows_area.bottom, std::max(m_rows_area.top, sticky->rect.bottom));
        }
    }

    void lay() {
        const Rect all{m_c.in.area.left, m_c.frame.table.top, m_c.in.area.right,
                       m_c.in.area.bottom};
        // Under the rows, so that a chosen or hovered row has one colour over its whole width.
        lay_time_layer(all, lay_days_off);
        lay_layer(all, [this](const PlacedRow& placed) {
            lay_row_background(m_c, placed);
            lay_row_zones(m_c, placed);
        });
        lay_time_layer(all, lay_unit_lines);
        lay_layer(m_c.frame.table, [this](const PlacedRow& placed) { lay_table_row(m_c, placed); });
        lay_layer(m_c.frame.time, [this](const PlacedRow& placed) { lay_time_row(m_c, placed); });
        lay_time_layer(all, lay_date_lines);
    }

private:
    void lay_time_layer(const Rect& all, void (*lay_part)(LayoutContext&)) {
        m_c.clip = all.intersection(m_c.frame.time);
        m_c.scene.push_clip(m_c.clip);
        lay_part(m_c);
        m_c.scene.pop_clip();
    }

    // Calls `lay_one` for the sticky row and for each row in sight below it.
    template <class Lay>
    void lay_layer(const Rect& within, Lay lay_one) {
        if (m_sticky != nullptr) {
            m_c.clip = within;
            m_c.scene.push_clip(m_c.clip);
            lay_one(*m_sticky);
            m_c.scene.pop_clip();
        }
        m_c.clip = within.intersection(m_rows_area);
        m_c.scene.push_clip(m_c.clip);
        const std::vector<Row>& rows = m_c.in.rows->rows;
        for (std::size_t i = m_first; i < rows.size(); ++i) {
            const PlacedRow placed = placed_at(m_c, i, top_of(m_c, rows[i]));
            if (placed.rect.top >= m_rows_area.bottom) {
                break;
            }
            const bool is_sticky = m_sticky != nullptr && m_sticky->position == placed.position;
            if (!is_sticky && placed.rect.bottom > m_rows_area.top) {
                lay_one(placed);
            }
        }
        m_c.scene.pop_clip();
    }

    LayoutContext& m_c;
    std::size_t m_first;
    Rect m_rows_area;
    PlacedRow m_sticky_row;
    const PlacedRow* m_sticky = nullptr;
};

void lay_split(LayoutContext& c) {
    const float x = c.frame.time.left;
    c.clip = c.in.area;
    c.scene.add(PrimitiveKind::Fill, {x - 1.0F, c.in.area.top, x, c.in.area.bottom},
                ColorRole::LineStrong, {OwnerKind::Split, 0});
    const Rect zone{x - kSplitZoneWidth / 2.0F, c.in.area.top, x + kSplitZoneWidth / 2.0F,
                    c.in.area.bottom};
    c.add_zone(ZoneKind::SplitEdge, zone, Cursor::ResizeColumns, {OwnerKind::Split, 0});
    c.add_node(semantic_key("split"), Role::Separator, c.in.words->split_name, zone, 0);
}

// Why there is no row: the plan has no measures, or the filter leaves none.
void lay_no_rows(LayoutContext& c) {
    const bool has_none = c.in.document->measures.empty();
    const std::string& text = has_none ? c.in.words->no_measures : c.in.words->nothing_found;
    const float width = c.text_width(text, kTitleStyle);
    const float height = c.line_height(kTitleStyle);
    const float left = c.frame.table.left + kCellPad;
    const float top = c.frame.table.top + c.metrics.measure_height / 2.0F - height / 2.0F;
    c.clip = c.frame.table;
    c.scene.push_clip(c.clip);
    c.scene.add_text({left, top, left + width, top + height}, text, kTitleStyle,
                     ColorRole::TextSecondary);
    c.add_node(semantic_key("no-rows"), Role::Text, text, {left, top, left + width, top + height},
               0);
    c.scene.pop_clip();
}

void add_grid_node(LayoutContext& c) {
    c.grid = semantic_key("grid");
    c.clip = c.in.area;
    SemanticNode* node = c.add_node(c.grid, Role::TreeGrid, c.in.words->grid_name, c.in.area, 0);
    if (node != nullptr) {
        node->row_count = static_cast<std::int32_t>(c.in.rows->rows.size()) + kHeaderRows;
        node->column_count = static_cast<std::int32_t>(kColumnCount) + 1;
    }
}

} // namespace

RoadmapLayout::RoadmapLayout() : m_scratch(std::make_unique<LayoutScratch>()) {}
RoadmapLayout::~RoadmapLayout() = default;

RoadmapFrame RoadmapLayout::layout(const RoadmapInput& input, Scene& scene) {
    assert(input.document != nullptr && input.status != nullptr && input.rows != nullptr);
    assert(input.view != nullptr && input.words != nullptr && input.measurer != nullptr);
    LayoutContext c(input, scene, *m_scratch);
    if (input.area.empty() || input.area.height() < c.metrics.header_height()) {
        return c.frame; // no room even for the header
    }
    place_columns(c);
    place_scroll(c);
    add_grid_node(c);
    scene.push_clip(input.area);
    scene.add(PrimitiveKind::Fill, input.area, ColorRole::Surface);
    c.add_zone(ZoneKind::TimeArea, c.frame.time, Cursor::Grab, {});
    lay_table_header(c);
    lay_time_header(c);
    RowsPass(c).lay();
    if (input.rows->rows.empty()) {
        lay_no_rows(c);
    }
    lay_split(c);
    scene.pop_clip();
    return c.frame;
}

} // namespace vekha
