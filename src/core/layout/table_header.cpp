// The head of the table: how the rows are grouped and ordered, the column names, their edges.
#include "core/base/geometry.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/model/rows_view.hpp"
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
constexpr float kChoiceSign = kMarkGap + kArrowSize; // behind the words of a choice
constexpr float kLeastChoice = 96.0F;                // a narrower one would say nothing
constexpr float kLeastNamedColumn = 44.0F; // narrower ones show marks or numbers, and no half words

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
float lay_choice(LayoutContext& c, const Rect& room, const HeaderChoiceNode& node,
                 std::string_view text, bool is_usual) {
    const Owner owner{OwnerKind::Header, static_cast<std::uint32_t>(node.choice)};
    const float most = room.width() - kChoiceSign;
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
    const SemanticKey key = semantic_key(node.path);
    if (SemanticNode* button = c.add_node(key, Role::Button, text, target, 0)) {
        button->focusable = true;
    }
    lay_focus_ring(c, key, target, owner);
    return target.right;
}

void order_words(LayoutContext& c, std::string& out) {
    const RowSort& sort = c.in.view->sort;
    const RoadmapWords& words = *c.in.words;
    std::string& order = c.scratch.part;
    order.clear();
    if (sort.by) {
        append_pattern(order, sort.descending ? words.descending : words.ascending,
                       {{"column", words.column_names[static_cast<std::size_t>(*sort.by)]}});
    } else {
        order = words.plan_order;
    }
    append_pattern(out, words.sort_choice, {{"order", order}});
}

// What the button says, into `out`, which was cleared.
void choice_words(LayoutContext& c, HeaderChoice choice, std::string& out) {
    const RoadmapWords& words = *c.in.words;
    switch (choice) {
    case HeaderChoice::Grouping:
        append_pattern(
            out, words.group_choice,
            {{"grouping", words.group_by[static_cast<std::size_t>(c.in.view->grouping)]}});
        break;
    case HeaderChoice::Order:
        order_words(c, out);
        break;
    case HeaderChoice::Columns:
        out = words.column_choice;
        break;
    case HeaderChoice::View:
        if (c.in.view_name.empty()) {
            out = words.view_choice;
        } else {
            append_pattern(out, words.named_view_choice, {{"name", c.in.view_name}});
        }
        break;
    }
}

bool is_usual(const LayoutContext& c, HeaderChoice choice) {
    const RoadmapView& view = *c.in.view;
    switch (choice) {
    case HeaderChoice::Grouping:
        return view.grouping == Grouping::Section;
    case HeaderChoice::Order:
        return !view.sort.by;
    case HeaderChoice::Columns:
        return view.columns == ColumnLayout();
    case HeaderChoice::View:
        break;
    }
    return c.in.view_name.empty();
}

// Above the names of the columns: what the rows are grouped by, in which order they stand, which
// columns there are, which saved view shows, and the way to choose. Grouping and order share what
// there is; the others show where they have room.
void lay_choices(LayoutContext& c, const Rect& strip) {
    const float end = strip.right - kCellPad;
    const float room = strip.width() - 3.0F * kCellPad;
    if (room / 2.0F < kLeastChoice) {
        return;
    }
    std::string& text = c.scratch.name;
    text.clear();
    choice_words(c, HeaderChoice::Order, text);
    const float order_room =
        std::min(room / 2.0F, c.text_width(text, kSmallStyle) + kMarkGap + kChoiceSign);
    float left = strip.left + kCellPad;
    for (const HeaderChoiceNode& node : kHeaderChoices) {
        const HeaderChoice choice = node.choice;
        const bool shares = choice == HeaderChoice::Grouping || choice == HeaderChoice::Order;
        const float right = choice == HeaderChoice::Grouping ? left + room - order_room : end;
        text.clear();
        choice_words(c, choice, text);
        const float wanted = c.text_width(text, kSmallStyle) + kChoiceSign;
        if (!shares && right - left < std::min(wanted, kLeastChoice)) {
            continue;
        }
        left =
            lay_choice(c, {left, strip.top, right, strip.bottom}, node, text, is_usual(c, choice)) +
            kCellPad;
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
    // On both neighbours, so of the page: a row has nothing but cells.
    c.add_node(c.key("column-edge", std::to_string(number)), Role::Separator, name, zone, 0);
}

} // namespace

void lay_table_header(LayoutContext& c) {
    const Rect& header = c.frame.table_header;
    c.clip = header.intersection(c.in.area);
    c.scene.push_clip(c.clip);
    c.scene.add(PrimitiveKind::Fill, header, ColorRole::SurfaceRaised, kHeaderOwner);
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
                ColorRole::LineStrong, kHeaderOwner);
    c.scene.pop_clip();
}

} // namespace vekha
