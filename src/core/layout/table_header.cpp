// The head of the table: how the rows are grouped and ordered, the column names, their edges.
#include "core/base/geometry.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr float kEdgeZoneWidth = 9.0F;
constexpr float kSortSize = 8.0F;
constexpr float kArrowSize = 8.0F;
constexpr float kLeastChoice = 96.0F;      // a narrower one would say nothing
constexpr float kLeastNamedColumn = 44.0F; // narrower ones show marks or numbers, and no half words
constexpr Owner kHeader{OwnerKind::Header, 0};

// A press sorts by the column; a sign beside the name says that the rows are.
void lay_column_name(LayoutContext& c, const ColumnSlot& slot, const Rect& names) {
    const auto number = static_cast<std::size_t>(slot.column);
    const Owner owner{OwnerKind::Column, static_cast<std::uint32_t>(number)};
    const std::string& name = c.in.words->column_names[number];
    const RowSort& sort = c.in.view->sort;
    const bool sorted = sort.by == slot.column;
    Rect box = inside_cell(slot, names);
    const Rect cell{slot.left, names.top, slot.right, names.bottom};
    if (sorted) {
        const float middle = box.center().y;
        const Rect sign{box.right - kSortSize, middle - kSortSize / 2.0F, box.right,
                        middle + kSortSize / 2.0F};
        c.scene.add(PrimitiveKind::SortSign, sign, ColorRole::Accent, owner).flag = sort.descending;
        box.right = sign.left - kMarkGap / 2.0F;
    }
    if (slot.right - slot.left >= kLeastNamedColumn) {
        add_text_block(c, name,
                       {.box = box,
                        .lines = c.metrics.lines,
                        .style = kSmallStrongStyle,
                        .color = sorted ? ColorRole::Accent : ColorRole::TextSecondary,
                        .owner = owner});
    }
    c.add_zone(ZoneKind::ColumnName, cell, Cursor::Hand, owner);
    SemanticNode* node = c.add_node(c.key("column", std::to_string(number)), Role::ColumnHeader,
                                    name, cell, semantic_key("header"));
    if (node != nullptr) {
        node->row_index = 1;
        node->column_index = c.column_index(slot.column);
        const std::int8_t direction = sort.descending ? -1 : 1;
        node->sorted = sorted ? direction : std::int8_t{0};
        append_pattern(node->description, c.in.words->sort_name, {{"column", name}});
    }
}

// A word that can be pressed to choose another one; returns where it ends.
float lay_choice(LayoutContext& c, const Rect& room, std::string_view path, Owner owner,
                 bool is_usual) {
    const std::string_view text = c.scratch.text;
    const float most = room.width() - kMarkGap - kArrowSize;
    const float width = std::min(most, c.text_width(text, kSmallStyle));
    const ColorRole color = is_usual ? ColorRole::TextSecondary : ColorRole::Accent;
    const Rect words{room.left, room.top, room.left + width, room.bottom};
    add_text_block(c, text, {.box = words, .style = kSmallStyle, .color = color, .owner = owner});
    const float middle = room.center().y;
    const float arrow_left = words.right + kMarkGap;
    const Rect arrow{arrow_left, middle - kArrowSize / 2.0F, arrow_left + kArrowSize,
                     middle + kArrowSize / 2.0F};
    c.scene.add(PrimitiveKind::Disclosure, arrow, color, owner).flag = true;
    const Rect target{room.left - kMarkGap, room.top, arrow.right + kMarkGap, room.bottom};
    c.add_zone(ZoneKind::Choice, target, Cursor::Hand, owner);
    const SemanticKey key = semantic_key(path);
    if (SemanticNode* node = c.add_node(key, Role::Button, text, target, 0)) {
        node->focusable = true;
    }
    lay_focus_ring(c, key, target, owner);
    return target.right;
}

// Above the names of the columns: what the rows are grouped by, in which order they stand, which
// columns there are, and the way to choose.
void lay_choices(LayoutContext& c, const Rect& strip) {
    const RoadmapView& view = *c.in.view;
    const RoadmapWords& words = *c.in.words;
    std::string& text = c.scratch.text;
    std::string& order = c.scratch.part;
    order.clear();
    if (view.sort.by) {
        append_pattern(order, view.sort.descending ? words.descending : words.ascending,
                       {{"column", words.column_names[static_cast<std::size_t>(*view.sort.by)]}});
    } else {
        order = words.plan_order;
    }
    std::string& order_words = c.scratch.name;
    order_words.clear();
    append_pattern(order_words, words.sort_choice, {{"order", order}});
    const float room = strip.width() - 3.0F * kCellPad;
    const float order_room = std::min(room / 2.0F, c.text_width(order_words, kSmallStyle) +
                                                       kMarkGap * 2.0F + kArrowSize);
    if (room / 2.0F < kLeastChoice) {
        return;
    }
    text.clear();
    append_pattern(text, words.group_choice,
                   {{"grouping", words.group_by[static_cast<std::size_t>(view.grouping)]}});
    const float left = strip.left + kCellPad;
    const float end =
        lay_choice(c, {left, strip.top, left + room - order_room, strip.bottom}, kGroupChoice,
                   {OwnerKind::Header, kGroupChoiceIndex}, view.grouping == Grouping::Section);
    text = order_words;
    const float order_end =
        lay_choice(c, {end + kCellPad, strip.top, strip.right - kCellPad, strip.bottom},
                   kSortChoice, {OwnerKind::Header, kSortChoiceIndex}, !view.sort.by) +
        kCellPad;
    if (strip.right - kCellPad - order_end >= kLeastChoice) {
        text = words.column_choice;
        lay_choice(c, {order_end, strip.top, strip.right - kCellPad, strip.bottom}, kColumnChoice,
                   {OwnerKind::Header, kColumnChoiceIndex}, view.columns == ColumnLayout());
    }
}

void lay_column_edge(LayoutContext& c, const ColumnSlot& slot) {
    const Rect& header = c.frame.table_header;
    const auto number = static_cast<std::uint32_t>(slot.column);
    const Owner owner{OwnerKind::Column, number};
    const float top = header.top + c.metrics.date_strip_height;
    const float inset = (header.bottom - top) / 4.0F;
    c.scene.add(PrimitiveKind::Fill,
                {slot.right - 1.0F, top + inset, slot.right, header.bottom - inset},
                ColorRole::LineStrong, owner);
    const Rect zone{slot.right - kEdgeZoneWidth / 2.0F, top, slot.right + kEdgeZoneWidth / 2.0F,
                    header.bottom};
    if (!c.add_zone(ZoneKind::ColumnEdge, zone, Cursor::ResizeColumns, owner)) {
        return;
    }
    std::string& name = c.scratch.name;
    name.clear();
    append_pattern(name, c.in.words->column_edge_name,
                   {{"column", c.in.words->column_names[number]}});
    SemanticNode* node = c.add_node(c.key("column-edge", std::to_string(number)), Role::Separator,
                                    name, zone, semantic_key("header"));
    if (node != nullptr) {
        node->focusable = true;
        node->value_now = static_cast<double>(slot.right - slot.left);
        node->value_min = static_cast<double>(kMinColumnWidth);
    }
}

} // namespace

void lay_table_header(LayoutContext& c) {
    const Rect& header = c.frame.table_header;
    c.clip = header.intersection(c.in.area);
    c.scene.push_clip(c.clip);
    c.scene.add(PrimitiveKind::Fill, header, ColorRole::SurfaceRaised, kHeader);
    // The row of the headers reaches over the time line too, whose own header cell belongs to it.
    const Rect table_clip = c.clip;
    c.clip = c.in.area;
    SemanticNode* row =
        c.add_node(semantic_key("header"), Role::Row, {},
                   {header.left, header.top, c.in.area.right, header.bottom}, c.grid);
    if (row != nullptr) {
        row->row_index = 1;
    }
    c.clip = table_clip;
    const float names_top = header.top + c.metrics.date_strip_height;
    const Rect names{header.left, names_top, header.right, header.bottom};
    for (const ColumnSlot& slot : c.columns()) {
        lay_column_name(c, slot, names);
    }
    if (names.top > header.top) {
        lay_choices(c, {header.left, header.top, header.right, names.top});
    }
    for (const ColumnSlot& slot : c.columns()) {
        lay_column_edge(c, slot);
    }
    c.scene.add(PrimitiveKind::Fill,
                {header.left, header.bottom - 1.0F, header.right, header.bottom},
                ColorRole::LineStrong, kHeader);
    c.scene.pop_clip();
}

} // namespace vekha
