// The table: column names with their edges, the cells of a measure, the row of a section.
#include "core/base/geometry.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/state_look.hpp"
#include "core/layout/text_fit.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr float kEdgeZoneWidth = 9.0F;
constexpr float kLoopSize = 15.0F;
constexpr float kFoldSize = 16.0F;
constexpr float kLightSize = 12.0F;
constexpr float kIndent = 16.0F;
constexpr float kLeastNamedColumn = 44.0F; // narrower ones show marks or numbers, and no half words
constexpr Owner kHeader{OwnerKind::Header, 0};

std::int32_t column_number(Column column) {
    return static_cast<std::int32_t>(column);
}

Rect inside_cell(const ColumnSlot& slot, const Rect& row) {
    return {slot.left + kCellPad, row.top, slot.right - kCellPad / 2.0F, row.bottom};
}

SemanticNode* add_cell_node(LayoutContext& c, std::string_view prefix, std::string_view id,
                            std::int32_t column, std::string_view name, const Rect& rect,
                            SemanticKey row_key) {
    c.scratch.part.assign(prefix);
    c.scratch.part += '/';
    c.scratch.part += std::to_string(column);
    const Role role = column == column_number(Column::Title) ? Role::RowHeader : Role::Cell;
    SemanticNode* node = c.add_node(c.key(c.scratch.part, id), role, name, rect, row_key);
    if (node != nullptr) {
        node->column_index = column + 1;
    }
    return node;
}

// What one cell of a measure needs.
struct CellPlace {
    const PlacedRow& placed;
    const Measure& measure;
    const ColumnSlot& slot;
    SemanticKey row_key;
    [[nodiscard]] Rect rect() const {
        return {slot.left, placed.rect.top, slot.right, placed.rect.bottom};
    }
    [[nodiscard]] Rect inside() const { return inside_cell(slot, placed.rect); }
};

void add_text_cell_node(LayoutContext& c, const CellPlace& cell, std::string_view name) {
    add_cell_node(c, "cell", cell.measure.id.text, column_number(cell.slot.column), name,
                  cell.rect(), cell.row_key);
}

void lay_number_cell(LayoutContext& c, const CellPlace& cell) {
    add_text_block(c, cell.measure.number,
                   {.box = cell.inside(),
                    .lines = c.metrics.lines,
                    .style = kSmallStyle,
                    .color = ColorRole::TextSecondary,
                    .owner = cell.placed.owner,
                    .searched = true});
    add_text_cell_node(c, cell, cell.measure.number);
}

void lay_title_cell(LayoutContext& c, const CellPlace& cell) {
    Rect box = cell.inside();
    if (cell.measure.period.kind == PeriodKind::Recurring) {
        const float middle = box.center().y;
        const Rect sign{box.right - kLoopSize, middle - kLoopSize / 2.0F, box.right,
                        middle + kLoopSize / 2.0F};
        c.scene.add(PrimitiveKind::LoopSign, sign, ColorRole::TextSecondary, cell.placed.owner);
        box.right = sign.left - kMarkGap;
    }
    const bool cancelled =
        c.in.status->measures[cell.placed.row.index].status.state == ComputedState::Cancelled;
    add_text_block(c, cell.measure.title,
                   {.box = box,
                    .lines = c.metrics.lines,
                    .style = c.metrics.lines > 1 ? kTitleStyle : kSmallStyle,
                    .color = cancelled ? ColorRole::TextSecondary : ColorRole::Text,
                    .owner = cell.placed.owner,
                    .searched = true});
    add_text_cell_node(c, cell, cell.measure.title);
}

// The lead's name and how many more there are, when not all names fit. «+2» stands behind the name
// where the last line has room for it, else on a line of its own.
void lay_lead_and_more(LayoutContext& c, const CellPlace& cell, const TextBlock& block,
                       std::size_t more_count) {
    std::string& more = c.scratch.text;
    more.clear();
    append_pattern(more, c.in.words->more_parties, {{"n", std::to_string(more_count)}});
    const float more_width = c.text_width(more, kSmallStrongStyle);
    std::string& lead = c.scratch.name;
    lead.clear();
    append_party_names(lead, c, cell.measure, 1);
    const TextFrame frame{.width = block.box.width(),
                          .last_line_cut = more_width + kMarkGap,
                          .lines = block.lines,
                          .style = block.style};
    const FittedText fitted = c.scratch.fitter.fit(lead, frame, *c.in.measurer);
    if (fitted.line_count == 0) {
        return;
    }
    const float last_width = c.text_width(fitted.lines[fitted.line_count - 1], block.style);
    const bool behind = last_width + kMarkGap + more_width <= block.box.width();
    const Rect last = add_fitted_lines(c, fitted, block, behind ? 0 : 1);
    const float left = behind ? last.right + kMarkGap : block.box.left;
    const float top = behind ? last.top : last.bottom;
    c.scene.add_text({left, top, left + more_width, top + last.height()}, more, kSmallStrongStyle,
                     ColorRole::TextSecondary, cell.placed.owner);
}

void lay_responsible_cell(LayoutContext& c, const CellPlace& cell) {
    std::string& names = c.scratch.name;
    names.clear();
    const std::size_t count = append_party_names(names, c, cell.measure, SIZE_MAX);
    const TextBlock block{.box = cell.inside(),
                          .lines = c.metrics.lines,
                          .style = kSmallStyle,
                          .color = ColorRole::TextSecondary,
                          .owner = cell.placed.owner,
                          .searched = true};
    add_text_cell_node(c, cell, names);
    const TextFrame frame{.width = block.box.width(), .lines = block.lines, .style = block.style};
    const FittedText fitted = c.scratch.fitter.fit(names, frame, *c.in.measurer);
    if (count < 2 || !fitted.shortened) {
        add_fitted_lines(c, fitted, block);
    } else {
        lay_lead_and_more(c, cell, block, count - 1);
    }
}

void lay_period_cell(LayoutContext& c, const CellPlace& cell) {
    add_text_block(c, cell.measure.period.text,
                   {.box = cell.inside(),
                    .lines = c.metrics.lines,
                    .style = kSmallStyle,
                    .color = ColorRole::Text,
                    .owner = cell.placed.owner,
                    .searched = true});
    add_text_cell_node(c, cell, cell.measure.period.text);
}

// What says most besides the word: how late, else how far.
void append_state_detail(std::string& out, const LayoutContext& c, std::uint32_t measure) {
    const MeasureStatus& status = c.in.status->measures[measure];
    const int percent = static_cast<int>(status.percent);
    if (status.status.state == ComputedState::Late) {
        append_pattern(out, c.in.words->late_by, {{"n", std::to_string(status.status.days_late)}});
    } else if (percent > 0 && percent < 100) {
        append_pattern(out, c.in.words->state_percent,
                       {{"state", {}}, {"percent", std::to_string(percent)}});
    }
}

// The word on the first line and the detail on the second one, or both on one line where there is
// only one. A word that takes both lines stands alone.
void lay_state_words(LayoutContext& c, std::uint32_t measure, const TextBlock& block) {
    const ComputedState state = shown_state(c.in.status->measures[measure].status);
    const std::string& word = c.in.words->state_names[static_cast<std::size_t>(state)];
    std::string& detail = c.scratch.text;
    detail.clear();
    append_state_detail(detail, c, measure);
    const TextFrame line{.width = block.box.width(), .style = block.style};
    if (detail.empty() || c.scratch.fitter.fit(word, line, *c.in.measurer).shortened) {
        add_text_block(c, word, block);
        return;
    }
    if (block.lines < 2) {
        c.scratch.name.assign(word);
        c.scratch.name += ' ';
        c.scratch.name += detail;
        add_text_block(c, c.scratch.name, block);
        return;
    }
    const Rect first =
        add_fitted_lines(c, c.scratch.fitter.fit(word, line, *c.in.measurer), block, 1);
    TextBlock below = block;
    below.box.top = first.bottom;
    below.box.bottom = first.bottom + first.height();
    below.lines = 1;
    add_text_block(c, detail, below);
}

void lay_state_cell(LayoutContext& c, const CellPlace& cell) {
    const std::uint32_t measure = cell.placed.row.index;
    const StateLook look = look_of(c.in.status->measures[measure].status);
    const Rect inside = cell.inside();
    const float middle = inside.center().y;
    const Rect mark{inside.left, middle - kMarkSize / 2.0F, inside.left + kMarkSize,
                    middle + kMarkSize / 2.0F};
    c.scene.add(PrimitiveKind::State, mark, look.deep, cell.placed.owner).state_mark = look.mark;
    const TextBlock block{
        .box = {mark.right + kMarkGap + 2.0F, inside.top, inside.right, inside.bottom},
        .lines = c.metrics.lines,
        .style = kSmallStyle,
        .color = look.deep,
        .owner = cell.placed.owner};
    lay_state_words(c, measure, block);
    c.add_zone(ZoneKind::StateSign, cell.rect(), Cursor::Arrow, cell.placed.owner);
    c.scratch.name.clear();
    append_state_text(c.scratch.name, c, measure);
    add_text_cell_node(c, cell, c.scratch.name);
}

void lay_zone_light(LayoutContext& c, const Rect& box, Zone zone, Owner owner) {
    switch (zone) {
    case Zone::Grey: {
        Primitive& ring = c.scene.add(PrimitiveKind::Outline, box, ColorRole::ZoneGrey, owner);
        ring.radius = box.width() / 2.0F;
        ring.thickness = 2.0F;
        break;
    }
    case Zone::Green:
        c.scene.add(PrimitiveKind::Fill, box, ColorRole::ZoneGreen, owner).radius =
            box.width() / 2.0F;
        break;
    case Zone::Yellow:
        c.scene.add(PrimitiveKind::Diamond, box.shrunk(-1.0F), ColorRole::ZoneYellow, owner);
        break;
    case Zone::Red:
        c.scene.add(PrimitiveKind::Fill, box, ColorRole::ZoneRed, owner).radius = 2.0F;
        break;
    }
}

// «7 из 55» and the light of the zone at the right end of the table; returns where the title has to
// end.
float lay_section_figures(LayoutContext& c, const PlacedRow& placed) {
    const GroupFigures& figures = c.in.status->sections[placed.row.index];
    std::string& text = c.scratch.text;
    text.clear();
    append_section_progress(text, c, figures);
    const float line_height = c.line_height(kSmallStyle);
    const float middle = placed.rect.center().y;
    const float right = c.frame.table.right - kCellPad;
    const Rect light{right - kLightSize, middle - kLightSize / 2.0F, right,
                     middle + kLightSize / 2.0F};
    const float width = c.text_width(text, kSmallStyle);
    const float text_left = light.left - kMarkGap - 2.0F - width;
    if (text_left < c.frame.table.left + c.frame.table.width() / 2.0F) {
        return c.frame.table.right - kCellPad;
    }
    lay_zone_light(c, light, figures.zone.zone(), placed.owner);
    c.add_zone(ZoneKind::ZoneLight,
               {text_left, placed.rect.top, c.frame.table.right, placed.rect.bottom}, Cursor::Arrow,
               placed.owner);
    c.scene.add_text(
        {text_left, middle - line_height / 2.0F, text_left + width, middle + line_height / 2.0F},
        text, kSmallStyle, ColorRole::TextSecondary, placed.owner);
    return text_left - kCellPad;
}

void lay_fold_sign(LayoutContext& c, const PlacedRow& placed, const Rect& sign,
                   SemanticKey row_key) {
    const Section& section = c.in.document->sections[placed.row.index];
    const bool open = !placed.row.folded;
    c.scene.add(PrimitiveKind::Disclosure, sign, ColorRole::TextSecondary, placed.owner).flag =
        open;
    const float extra = std::max(0.0F, (kMinTarget - kFoldSize) / 2.0F);
    const Rect target = sign.shrunk(-extra);
    c.add_zone(ZoneKind::Disclosure, target, Cursor::Hand, placed.owner);
    std::string& name = c.scratch.name;
    name.clear();
    append_pattern(name, open ? c.in.words->fold_name : c.in.words->unfold_name,
                   {{"title", section.title}});
    SemanticNode* node =
        c.add_node(c.key("fold", section.id.text), Role::Button, name, target, row_key);
    if (node != nullptr) {
        node->expanded = open ? 1 : 0;
    }
}

void lay_column_edge(LayoutContext& c, const ColumnSlot& slot) {
    const Rect& header = c.frame.table_header;
    const auto number = static_cast<std::uint32_t>(slot.column);
    const Owner owner{OwnerKind::Column, number};
    const float inset = header.height() / 4.0F;
    c.scene.add(PrimitiveKind::Fill,
                {slot.right - 1.0F, header.top + inset, slot.right, header.bottom - inset},
                ColorRole::LineStrong, owner);
    const Rect zone{slot.right - kEdgeZoneWidth / 2.0F, header.top,
                    slot.right + kEdgeZoneWidth / 2.0F, header.bottom};
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
    for (const ColumnSlot& slot : c.columns()) {
        const auto number = static_cast<std::size_t>(slot.column);
        const std::string& name = c.in.words->column_names[number];
        if (slot.right - slot.left >= kLeastNamedColumn) {
            add_text_block(c, name,
                           {.box = inside_cell(slot, header),
                            .lines = c.metrics.lines,
                            .style = kSmallStrongStyle,
                            .color = ColorRole::TextSecondary,
                            .owner = {OwnerKind::Column, static_cast<std::uint32_t>(number)}});
        }
        SemanticNode* node =
            c.add_node(c.key("column", std::to_string(number)), Role::ColumnHeader, name,
                       {slot.left, header.top, slot.right, header.bottom}, semantic_key("header"));
        if (node != nullptr) {
            node->row_index = 1;
            node->column_index = static_cast<std::int32_t>(number) + 1;
        }
    }
    for (const ColumnSlot& slot : c.columns()) {
        lay_column_edge(c, slot);
    }
    c.scene.add(PrimitiveKind::Fill,
                {header.left, header.bottom - 1.0F, header.right, header.bottom},
                ColorRole::LineStrong, kHeader);
    c.scene.pop_clip();
}

void lay_section_cells(LayoutContext& c, const PlacedRow& placed, SemanticKey row_key) {
    const Section& section = c.in.document->sections[placed.row.index];
    const Rect in_table{c.frame.table.left, placed.rect.top, c.frame.table.right,
                        placed.rect.bottom};
    const float middle = in_table.center().y;
    const float fold_left =
        in_table.left + kCellPad + static_cast<float>(placed.row.level) * kIndent;
    const Rect fold{fold_left, middle - kFoldSize / 2.0F, fold_left + kFoldSize,
                    middle + kFoldSize / 2.0F};
    std::string& name = c.scratch.name;
    name.clear();
    append_section_name(name, section);
    SemanticNode* cell = add_cell_node(c, "section-cell", section.id.text,
                                       column_number(Column::Title), name, in_table, row_key);
    if (cell != nullptr) {
        const GroupFigures& figures = c.in.status->sections[placed.row.index];
        append_section_progress(cell->description, c, figures);
        cell->description += c.in.words->list_separator;
        cell->description += c.in.words->zone_names[static_cast<std::size_t>(figures.zone.zone())];
    }
    lay_fold_sign(c, placed, fold, row_key);
    const float right = lay_section_figures(c, placed);
    name.clear();
    append_section_name(name, section);
    // A long title takes two lines of the small style rather than losing its end.
    const Rect box{fold.right + kCellPad, placed.rect.top, right, placed.rect.bottom};
    const TextFrame one_line{.width = box.width(), .lines = 1, .style = kSectionStyle};
    const bool fits = !c.scratch.fitter.fit(name, one_line, *c.in.measurer).shortened;
    add_text_block(c, name,
                   {.box = box,
                    .lines = fits ? 1 : c.metrics.lines,
                    .style = fits ? kSectionStyle : kSmallStrongStyle,
                    .color = ColorRole::Text,
                    .owner = placed.owner});
}

void lay_measure_cells(LayoutContext& c, const PlacedRow& placed, SemanticKey row_key) {
    const Measure& measure = c.in.document->measures[placed.row.index];
    for (const ColumnSlot& slot : c.columns()) {
        if (slot.right <= c.clip.left || slot.left >= c.clip.right) {
            continue;
        }
        const CellPlace cell{placed, measure, slot, row_key};
        switch (slot.column) {
        case Column::Number:
            lay_number_cell(c, cell);
            break;
        case Column::Title:
            lay_title_cell(c, cell);
            break;
        case Column::Responsible:
            lay_responsible_cell(c, cell);
            break;
        case Column::Period:
            lay_period_cell(c, cell);
            break;
        case Column::State:
            lay_state_cell(c, cell);
            break;
        }
    }
}

} // namespace vekha
