#include "ui/views/roadmap_nodes.hpp"

#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/roadmap_view.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

// The keys that the nodes of a row have; see core/layout/roadmap_layout.hpp.
constexpr std::array<std::string_view, 10> kMeasureNodes{
    "row",    "bar",    "pointer", "pointer-after", "review",
    "cell/0", "cell/1", "cell/2",  "cell/3",        "cell/4"};
constexpr std::string_view kCellNode = "cell/";
constexpr std::array<std::string_view, 3> kSectionNodes{"section", "section-bar", "fold"};
constexpr std::array<std::string_view, 3> kGroupNodes{"group", "group-bar", "fold"};

std::span<const std::string_view> nodes_of(const Owner& owner) {
    if (owner.kind == OwnerKind::Measure) {
        return kMeasureNodes;
    }
    return owner.kind == OwnerKind::Section ? kSectionNodes : kGroupNodes;
}

std::string row_id(const Document& document, const RowGroups& groups, const Owner& owner) {
    const app::Selection row = app::selection_of(document, groups, owner);
    if (owner.kind == OwnerKind::Section) {
        return row.section.text;
    }
    if (owner.kind == OwnerKind::Group) {
        return row.group;
    }
    std::string id;
    append_row_id(id, row.measure.text, row.group);
    return id;
}

constexpr float kMostOfTable = 0.5F; // that a field over a cell takes

// Which of its nodes `key` is; empty when it is none of them.
std::string_view node_of(const Document& document, const RowGroups& groups, const Owner& owner,
                         SemanticKey key) {
    const std::string id = row_id(document, groups, owner);
    const std::span<const std::string_view> nodes = nodes_of(owner);
    const auto found = std::find_if(nodes.begin(), nodes.end(), [&](std::string_view node) {
        return semantic_key(std::string(node).append("/").append(id)) == key;
    });
    return found == nodes.end() ? std::string_view() : *found;
}

std::optional<Column> column_of_cell(std::string_view node) {
    if (!node.starts_with(kCellNode)) {
        return std::nullopt;
    }
    return static_cast<Column>(node.back() - '0');
}

std::string_view label_of_field(const ViewFrame& frame, app::EditField field) {
    switch (field) {
    case app::EditField::Number:
        return frame.text("column.number"_key);
    case app::EditField::Responsible:
        return frame.text("column.responsible"_key);
    case app::EditField::Period:
        return frame.text("column.period"_key);
    default:
        return frame.text("column.title"_key);
    }
}

std::string_view hint_of_field(const ViewFrame& frame, app::EditField field) {
    return field == app::EditField::Responsible ? frame.text("field.onePerLine"_key)
                                                : std::string_view();
}

} // namespace

bool is_heading(const Owner& owner) {
    return owner.kind == OwnerKind::Section || owner.kind == OwnerKind::Group;
}

bool is_row_owner(const Owner& owner) {
    return owner.kind == OwnerKind::Measure || is_heading(owner);
}

app::Selection row_of(ViewFrame& frame, const Owner& owner) {
    return app::selection_of(frame.plan().document, frame.derived.groups(frame.state), owner);
}

void select(ViewFrame& frame, const Owner& owner) {
    frame.actions.push(app::act::Select{row_of(frame, owner)});
}

void toggle_fold(ViewFrame& frame, const Owner& heading) {
    frame.actions.push(app::act::FoldHeading{row_of(frame, heading)});
}

// A press on what chooses how the rows stand.
void ask_choice(ViewFrame& frame, const Owner& owner) {
    const auto asked = [&owner] {
        switch (static_cast<HeaderChoice>(owner.index)) {
        case HeaderChoice::Grouping:
            return app::ChoiceOf::Grouping;
        case HeaderChoice::Order:
            return app::ChoiceOf::Order;
        case HeaderChoice::Columns:
            return app::ChoiceOf::Columns;
        case HeaderChoice::View:
            break;
        }
        return app::ChoiceOf::Views;
    };
    frame.actions.push(app::act::AskChoice{asked()});
}

std::optional<Owner> RoadmapView::owner_of_node(const Document& document, const RowGroups& groups,
                                                SemanticKey key) const {
    for (const HitZone& zone : m_scene.zones()) {
        if (zone.kind == ZoneKind::Row && is_row_owner(zone.owner) &&
            !node_of(document, groups, zone.owner, key).empty()) {
            return zone.owner;
        }
    }
    return std::nullopt;
}

void RoadmapView::answer_twin(ViewFrame& frame) const {
    const RowGroups& groups = frame.derived.groups(frame.state);
    for (const SemanticKey key : frame.ui.activated()) {
        if (const auto owner = owner_of_node(frame.plan().document, groups, key)) {
            answer_node(frame, *owner, key);
        } else {
            answer_header(frame, key);
            answer_occurrence(frame, key);
        }
    }
}

void RoadmapView::answer_header(ViewFrame& frame, SemanticKey key) {
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        if (key == semantic_key("column/" + std::to_string(i))) {
            frame.actions.push(app::act::SortByColumn{static_cast<Column>(i)});
        }
    }
    for (const HeaderChoiceNode& node : kHeaderChoices) {
        if (key == semantic_key(node.path)) {
            ask_choice(frame, {OwnerKind::Header, static_cast<std::uint32_t>(node.choice)});
        }
    }
}

void RoadmapView::answer_node(ViewFrame& frame, const Owner& owner, SemanticKey key) const {
    const std::string_view node =
        node_of(frame.plan().document, frame.derived.groups(frame.state), owner, key);
    if (node == "fold") {
        toggle_fold(frame, owner);
    } else if (is_heading(owner)) {
        select(frame, owner);
    } else if (frame.state.session.picking && (node == "row" || column_of_cell(node))) {
        frame.actions.push(app::act::Pick{row_of(frame, owner)});
    } else if (node == "pointer" || node == "pointer-after") {
        const auto& nodes = m_scene.semantics();
        const auto* const pointer = std::find_if(
            nodes.begin(), nodes.end(), [key](const auto& each) { return each.key == key; });
        if (pointer != nodes.end()) {
            go_beyond(frame, owner, pointer->rect);
        }
    } else if (const std::optional<Column> column = column_of_cell(node)) {
        select(frame, owner);
        frame.actions.push(app::act::EditCell{column});
    } else if (node == "review") {
        show_reading(frame, owner);
    } else {
        select(frame, owner);
        frame.actions.push(app::act::ShowInspector{true});
    }
}

std::optional<Column> RoadmapView::cell_of_node(const Document& document, const RowGroups& groups,
                                                const Owner& owner, SemanticKey key) {
    return column_of_cell(node_of(document, groups, owner, key));
}

std::optional<Column> RoadmapView::cell_at(ViewFrame& frame, const Owner& owner, Point at) const {
    const app::Selection row = row_of(frame, owner);
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const SemanticKey key = app::cell_key(row, column);
        const auto is_here = [&](const SemanticNode& node) {
            return node.key == key && node.rect.contains(at);
        };
        if (std::ranges::any_of(m_scene.semantics(), is_here)) {
            return column;
        }
    }
    return std::nullopt;
}

// The page's field lies over the cell that is edited, high enough for a text of several lines.
void RoadmapView::place_cell_field(ViewFrame& frame) const {
    const std::optional<app::FieldEdit>& edited = frame.state.session.field;
    const auto& nodes = m_scene.semantics();
    if (!edited || edited->measure.empty()) {
        return;
    }
    const SemanticKey key = edited->key;
    const auto* const cell = std::find_if(nodes.begin(), nodes.end(),
                                          [key](const auto& node) { return node.key == key; });
    if (cell == nodes.end()) {
        return;
    }
    const bool multiline = edited->field != app::EditField::Number;
    Rect rect = cell->rect;
    if (multiline) {
        const float lines =
            wrapped_height(frame.ui, rect.width() - 2.0F * metrics::kGap, edited->text, kBody) +
            frame.ui.fonts().line_height(kBody) + 2.0F * metrics::kGap;
        const float most = std::max(rect.height(), m_frame.table.height() * kMostOfTable);
        rect.bottom = rect.top + std::clamp(lines, rect.height(), most);
        const float below = std::max(0.0F, rect.bottom - m_frame.table.bottom);
        rect.top -= below;
        rect.bottom -= below;
    }
    frame.field = app::FieldSpec{.key = edited->key,
                                 .rect = rect,
                                 .label = std::string(label_of_field(frame, edited->field)),
                                 .text = edited->text,
                                 .placeholder = std::string(hint_of_field(frame, edited->field)),
                                 .multiline = multiline,
                                 .waits = edited->waits,
                                 .enter_commits = true,
                                 .selected = edited->is_new};
}

} // namespace vekha::ui
