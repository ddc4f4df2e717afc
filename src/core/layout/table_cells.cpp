// The rows of the table: the cells of a measure, the heading of a section or group.
#include "core/base/geometry.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/roadmap_words.hpp"
#include "core/layout/state_look.hpp"
#include "core/layout/text_fit.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

constexpr float kLoopSize = 15.0F;
constexpr float kFoldSize = 16.0F;
constexpr float kLightSize = 12.0F;
constexpr float kSharedSize = 13.0F;
constexpr float kIndent = 16.0F;
constexpr float kStripeLeft = 4.0F; // beside the edge of a selected row
constexpr float kStripeWidth = 4.0F;
constexpr float kStripeGap = 6.0F;

SemanticNode* add_cell_node(LayoutContext& c, std::string_view prefix, std::string_view id,
                            Column column, std::string_view name, const Rect& rect,
                            SemanticKey row_key) {
    c.scratch.part.assign(prefix);
    c.scratch.part += '/';
    c.scratch.part += std::to_string(static_cast<int>(column));
    const Role role = column == Column::Title ? Role::RowHeader : Role::Cell;
    SemanticNode* node = c.add_node(c.key(c.scratch.part, id), role, name, rect, row_key);
    if (node != nullptr) {
        node->column_index = c.column_index(column);
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

SemanticNode* add_text_cell_node(LayoutContext& c, const CellPlace& cell, std::string_view name) {
    SemanticNode* node = add_cell_node(c, "cell", c.row_id(cell.placed.row), cell.slot.column, name,
                                       cell.rect(), cell.row_key);
    if (node != nullptr && node->focused) {
        node->focusable = true;
        lay_focus_ring(c, node->key, cell.rect(), cell.placed.owner);
    }
    return node;
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

// In how many groups the measure stands.
std::uint32_t group_count(const LayoutContext& c, const Row& row) {
    return row.group == kNoIndex ? 1U : c.in.groups->group_count[row.index];
}

// A sign at the right end of a cell, which gets narrower by it.
void lay_end_sign(LayoutContext& c, const CellPlace& cell, PrimitiveKind kind, float size,
                  Rect& box) {
    const float middle = box.center().y;
    const Rect sign{box.right - size, middle - size / 2.0F, box.right, middle + size / 2.0F};
    c.scene.add(kind, sign, ColorRole::TextSecondary, cell.placed.owner);
    box.right = sign.left - kMarkGap;
}

void lay_title_cell(LayoutContext& c, const CellPlace& cell) {
    Rect box = cell.inside();
    if (cell.measure.period.kind == PeriodKind::Recurring) {
        lay_end_sign(c, cell, PrimitiveKind::LoopSign, kLoopSize, box);
    }
    const std::uint32_t groups = group_count(c, cell.placed.row);
    if (groups > 1) {
        lay_end_sign(c, cell, PrimitiveKind::SharedSign, kSharedSize, box);
    }
    const bool cancelled = c.state_of(cell.placed.row).status.state == ComputedState::Cancelled;
    add_text_block(c, cell.measure.title,
                   {.box = box,
                    .lines = c.metrics.lines,
                    .style = c.metrics.lines > 1 ? kTitleStyle : kSmallStyle,
                    .color = cancelled ? ColorRole::TextSecondary : ColorRole::Text,
                    .owner = cell.placed.owner,
                    .searched = true});
    SemanticNode* node = add_text_cell_node(c, cell, cell.measure.title);
    if (node != nullptr && groups > 1) {
        append_pattern(node->description, c.in.words->shared_name, {{"n", std::to_string(groups)}});
    }
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
    c.scratch.text.clear();
    append_period_text(c.scratch.text, c, c.period_of(cell.placed.row.index));
    const std::string_view shown = c.scratch.text;
    add_text_block(c, shown,
                   {.box = cell.inside(),
                    .lines = c.metrics.lines,
                    .style = kSmallStyle,
                    .color = ColorRole::Text,
                    .owner = cell.placed.owner,
                    .searched = true});
    add_text_cell_node(c, cell, shown);
}

// What says most besides the word: that it was set by hand, how late, else how far.
void append_state_detail(std::string& out, const LayoutContext& c, const MeasureStatus& status) {
    const int percent = shown_percent(status);
    if (status.status.hints.set_by_hand) {
        out += c.in.words->by_hand;
    } else if (status.status.state == ComputedState::Late) {
        append_pattern(out, c.in.words->late_by, {{"n", std::to_string(status.status.days_late)}});
    } else if (percent > 0 && percent < 100) {
        append_pattern(out, c.in.words->state_percent,
                       {{"state", {}}, {"percent", std::to_string(percent)}});
    }
}

// The word on the first line and the detail on the second one, or both on one line where there is
// only one. A word that takes both lines stands alone.
void lay_state_words(LayoutContext& c, const MeasureStatus& status, const TextBlock& block) {
    const ComputedState state = shown_state(status.status);
    const std::string& word = c.in.words->state_names[static_cast<std::size_t>(state)];
    std::string& detail = c.scratch.text;
    detail.clear();
    append_state_detail(detail, c, status);
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
    const MeasureStatus& status = c.state_of(cell.placed.row);
    const StateLook look = look_of(status.status);
    const Rect inside = cell.inside();
    const float middle = inside.center().y;
    const Rect mark{inside.left, middle - kMarkSize / 2.0F, inside.left + kMarkSize,
                    middle + kMarkSize / 2.0F};
    c.add_state(mark, look, cell.placed.owner);
    const TextBlock block{
        .box = {mark.right + kMarkGap + 2.0F, inside.top, inside.right, inside.bottom},
        .lines = c.metrics.lines,
        .style = kSmallStyle,
        .color = look.deep,
        .owner = cell.placed.owner};
    lay_state_words(c, status, block);
    c.add_zone(ZoneKind::StateSign, cell.rect(), Cursor::Arrow, cell.placed.owner);
    c.scratch.name.clear();
    append_state_text(c.scratch.name, c, status);
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
float lay_heading_figures(LayoutContext& c, const PlacedRow& placed) {
    const Heading heading = heading_of(c, placed.row);
    std::string& text = c.scratch.text;
    text.clear();
    append_heading_progress(text, c, heading);
    const float line_height = c.line_height(kSmallStyle);
    const float middle = placed.rect.center().y;
    const float right = c.frame.table.right - kCellPad;
    const Rect light{right - kLightSize, middle - kLightSize / 2.0F, right,
                     middle + kLightSize / 2.0F};
    const float width = c.text_width(text, kSmallStyle);
    const float text_right = heading.is_state ? right : light.left - kMarkGap - 2.0F;
    const float text_left = text_right - width;
    if (text_left < c.frame.table.left + c.frame.table.width() / 2.0F) {
        return c.frame.table.right - kCellPad;
    }
    if (!heading.is_state) {
        lay_zone_light(c, light, heading.figures.zone.zone(), placed.owner);
        c.add_zone(ZoneKind::ZoneLight,
                   {text_left, placed.rect.top, c.frame.table.right, placed.rect.bottom},
                   Cursor::Arrow, placed.owner);
    }
    c.scene.add_text(
        {text_left, middle - line_height / 2.0F, text_left + width, middle + line_height / 2.0F},
        text, kSmallStyle, ColorRole::TextSecondary, placed.owner);
    return text_left - kCellPad;
}

// The mark of the state, where rows are grouped by it; returns where the name may begin.
float lay_heading_mark(LayoutContext& c, const PlacedRow& placed, float left) {
    if (!heading_of(c, placed.row).is_state) {
        return left;
    }
    UnitStatus shown;
    shown.state = c.in.groups->groups[placed.row.index].state;
    const StateLook look = look_of(shown);
    const float middle = placed.rect.center().y;
    const Rect mark{left + kMarkGap, middle - kMarkSize / 2.0F, left + kMarkGap + kMarkSize,
                    middle + kMarkSize / 2.0F};
    c.add_state(mark, look, placed.owner);
    return mark.right;
}

void lay_fold_sign(LayoutContext& c, const PlacedRow& placed, const Rect& sign,
                   SemanticKey cell_key) {
    const bool open = !placed.row.folded;
    c.scene.add(PrimitiveKind::Disclosure, sign, ColorRole::TextSecondary, placed.owner).flag =
        open;
    const float extra = std::max(0.0F, (kMinTarget - kFoldSize) / 2.0F);
    const Rect target = sign.shrunk(-extra);
    c.add_zone(ZoneKind::Disclosure, target, Cursor::Hand, placed.owner);
    std::string& title = c.scratch.part;
    title.clear();
    append_heading_name(title, c, placed.row);
    std::string& name = c.scratch.name;
    name.clear();
    append_pattern(name, open ? c.in.words->fold_name : c.in.words->unfold_name,
                   {{"title", title}});
    SemanticNode* node =
        c.add_node(c.key("fold", c.row_id(placed.row)), Role::Button, name, target, cell_key);
    if (node != nullptr) {
        node->expanded = open ? 1 : 0;
    }
}

} // namespace

void lay_heading_cells(LayoutContext& c, const PlacedRow& placed, SemanticKey row_key) {
    const Heading heading = heading_of(c, placed.row);
    const Rect in_table{c.frame.table.left, placed.rect.top, c.frame.table.right,
                        placed.rect.bottom};
    const float middle = in_table.center().y;
    const float fold_left =
        in_table.left + kCellPad + static_cast<float>(placed.row.level) * kIndent;
    const Rect fold{fold_left, middle - kFoldSize / 2.0F, fold_left + kFoldSize,
                    middle + kFoldSize / 2.0F};
    std::string& name = c.scratch.name;
    name.clear();
    append_heading_name(name, c, placed.row);
    SemanticNode* cell = add_cell_node(c, heading.cell_prefix, c.row_id(placed.row), Column::Title,
                                       name, in_table, row_key);
    // A row has nothing but cells.
    const SemanticKey fold_parent = cell == nullptr ? row_key : cell->key;
    if (cell != nullptr) {
        append_heading_progress(cell->description, c, heading);
        if (!heading.is_state) {
            const auto zone = static_cast<std::size_t>(heading.figures.zone.zone());
            cell->description += c.in.words->list_separator;
            cell->description += c.in.words->zone_names[zone];
        }
    }
    lay_fold_sign(c, placed, fold, fold_parent);
    const float left = lay_heading_mark(c, placed, fold.right);
    const float right = lay_heading_figures(c, placed);
    name.clear();
    append_heading_name(name, c, placed.row);
    // A long title takes two lines of the small style rather than losing its end.
    const Rect box{left + kCellPad, placed.rect.top, right, placed.rect.bottom};
    const TextFrame one_line{.width = box.width(), .lines = 1, .style = kSectionStyle};
    const bool fits = !c.scratch.fitter.fit(name, one_line, *c.in.measurer).shortened;
    add_text_block(c, name,
                   {.box = box,
                    .lines = fits ? 1 : c.metrics.lines,
                    .style = fits ? kSectionStyle : kSmallStrongStyle,
                    .color = ColorRole::Text,
                    .owner = placed.owner});
}

namespace {

// A row that was found by a text of its measure that does not show here gets a stripe of the same
// colour: it is no mistake that it is listed. `first`: of what was laid out for the row.
void lay_found_elsewhere(LayoutContext& c, const PlacedRow& placed, std::size_t first) {
    if (!c.in.filtered || c.in.search.empty()) {
        return;
    }
    const std::vector<Primitive>& all = c.scene.primitives();
    const bool shows =
        std::any_of(all.begin() + static_cast<std::ptrdiff_t>(first), all.end(),
                    [](const Primitive& each) { return each.color == ColorRole::Found; });
    if (!shows) {
        const float left = c.frame.table.left + kStripeLeft;
        const Rect stripe{left, placed.rect.top + kStripeGap, left + kStripeWidth,
                          placed.rect.bottom - kStripeGap};
        c.scene.add(PrimitiveKind::Fill, stripe, ColorRole::Found, placed.owner).radius =
            kStripeWidth / 2.0F;
    }
}

} // namespace

void lay_measure_cells(LayoutContext& c, const PlacedRow& placed, SemanticKey row_key) {
    const Measure& measure = c.in.document->measures[placed.row.index];
    const std::size_t first = c.scene.primitives().size();
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
    lay_found_elsewhere(c, placed, first);
}

} // namespace vekha
