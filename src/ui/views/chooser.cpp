// A list over the picture from which one thing is chosen: for the filter who is responsible, or
// what kind of period, where what most measures have comes first; what the rows are grouped by; in
// which order they stand; which columns show; which of the saved views; which of the open plans.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/named_views.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/base/sorting.hpp"
#include "core/find/mine.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/section_tree.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kChooserWidth = 480.0F;
constexpr float kWidthOfTitles = 760.0F;
constexpr float kChooserMostOfPage = 0.8F;

struct Item {
    std::string words;
    std::optional<std::size_t> count; // of measures
    bool chosen = false;
    app::Action action;
    // Of a column, which shows or not, and has others before and behind it.
    struct Moves {
        std::string path;
        std::optional<app::Action> up;
        std::optional<app::Action> down;
        bool always_shown = false;
    };
    std::optional<Moves> moves;
    // Takes it out of the list for good: what the button says, and what it does.
    struct Removal {
        std::string words;
        app::Action action;
    };
    std::optional<Removal> removal;
};

Item filter_item(std::string_view words, std::size_t count, RowFilter filter, bool chosen) {
    return {.words = std::string(words),
            .count = count,
            .chosen = chosen,
            .action = app::act::SetFilter{std::move(filter)}};
}

// What most measures have comes first.
void sort_by_count(std::vector<Item>& items) {
    sort_items(items, [](const Item& a, const Item& b) { return a.count > b.count; });
}

std::vector<Item> parties(ViewFrame& frame) {
    const RowFilter& now = frame.state.session.filtering.filter;
    const Document& document = frame.plan().document;
    const PlanStatus& status = frame.derived.status(frame.state);
    std::vector<Item> items;
    std::size_t i = 0;
    for (const Party& party : document.parties) {
        const std::size_t count = status.parties[i].all.count;
        ++i;
        if (count == 0) {
            continue;
        }
        RowFilter filter = now;
        filter.responsible = party.id;
        items.push_back(
            filter_item(party.name, count, std::move(filter), now.responsible == party.id));
    }
    sort_by_count(items);
    RowFilter any = now;
    any.responsible = {};
    items.insert(items.begin(),
                 filter_item(frame.text("filter.anyResponsible"_key), document.measures.size(),
                             std::move(any), now.responsible.empty()));
    return items;
}

std::vector<Item> period_kinds(ViewFrame& frame) {
    const RowFilter& now = frame.state.session.filtering.filter;
    const FilterCounts& counts = frame.derived.filter_counts(frame.state);
    std::vector<Item> items;
    for (std::size_t i = 0; i < counts.period_kinds.size(); ++i) {
        if (counts.period_kinds[i] == 0) {
            continue;
        }
        const auto kind = static_cast<PeriodKind>(i);
        RowFilter filter = now;
        filter.period_kind = kind;
        items.push_back(filter_item(app::period_kind_name(frame.ui.texts(), kind),
                                    counts.period_kinds[i], std::move(filter),
                                    now.period_kind == kind));
    }
    sort_by_count(items);
    RowFilter any = now;
    any.period_kind.reset();
    items.insert(items.begin(), filter_item(frame.text("filter.anyKind"_key),
                                            frame.plan().document.measures.size(), std::move(any),
                                            !now.period_kind));
    return items;
}

std::vector<Item> groupings(const ViewFrame& frame) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < kGroupingCount; ++i) {
        const auto grouping = static_cast<Grouping>(i);
        items.push_back({.words = std::string(app::grouping_name(frame.ui.texts(), grouping)),
                         .chosen = frame.state.view.roadmap.grouping == grouping,
                         .action = app::act::SetGrouping{grouping}});
    }
    return items;
}

std::vector<Item> orders(const ViewFrame& frame) {
    const app::Texts& texts = frame.ui.texts();
    const RowSort now = frame.state.view.roadmap.sort;
    std::vector<Item> items;
    const auto add = [&](std::string words, RowSort sort) {
        items.push_back(
            {.words = std::move(words), .chosen = now == sort, .action = app::act::SetSort{sort}});
    };
    add(std::string(texts.get("order.plan"_key)), {});
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const std::string name(app::column_name(texts, column));
        add(texts.format("order.ascending"_key, {{"column", name}}), {column, false});
        add(texts.format("order.descending"_key, {{"column", name}}), {column, true});
    }
    return items;
}

std::vector<Item> columns(const ViewFrame& frame) {
    const ColumnLayout& layout = frame.state.view.roadmap.columns;
    std::vector<Item> items;
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const Column column = layout.order[i];
        const bool shown = !layout.is_hidden(column);
        Item item{.words = std::string(app::column_name(frame.ui.texts(), column)),
                  .chosen = shown,
                  .action = app::act::ShowColumn{column, !shown},
                  .moves = Item::Moves{"column-move/" + std::to_string(static_cast<int>(column)),
                                       std::nullopt, std::nullopt, column == Column::Title}};
        if (i > 0) {
            item.moves->up = app::act::PlaceColumn{column, i - 1};
        }
        if (i + 1 < kColumnCount) {
            item.moves->down = app::act::PlaceColumn{column, i + 1};
        }
        items.push_back(std::move(item));
    }
    return items;
}

std::vector<Item> saved_views(const ViewFrame& frame) {
    std::vector<Item> items;
    const SavedView* const shown = app::shown_view(frame.state);
    for (const SavedView& view : frame.plan().document.views) {
        items.push_back(
            {.words = view.name, .chosen = &view == shown, .action = app::act::ShowView{view.id}});
        if (!app::is_read_only(frame.state)) {
            items.back().removal = {
                frame.ui.texts().format("views.remove"_key, {{"name", view.name}}),
                app::act::RemoveView{view.id}};
        }
    }
    return items;
}

std::vector<Item> persons(ViewFrame& frame) {
    const Person& me = frame.state.view.me;
    std::vector<Item> items;
    items.push_back({.words = std::string(frame.text("mine.nobody"_key)),
                     .chosen = !me.is_known(),
                     .action = app::act::SetMe{}});
    bool is_here = !me.is_known();
    for (const PossiblePerson& possible : frame.derived.persons(frame.state)) {
        const bool is_me = me == possible.person;
        is_here = is_here || is_me;
        items.push_back({.words = possible.person.name,
                         .count = possible.measures,
                         .chosen = is_me,
                         .action = app::act::SetMe{possible.person}});
    }
    if (!is_here) {
        // Who stays what they are in this plan too, though it has no rows of theirs.
        items.insert(items.begin() + 1, {.words = me.name,
                                         .count = std::size_t{0},
                                         .chosen = true,
                                         .action = app::act::CancelQuestion{}});
    }
    return items;
}

std::vector<Item> open_plans(const ViewFrame& frame) {
    std::vector<Item> items;
    for (std::size_t tab = 0; tab < app::plan_count(frame.state); ++tab) {
        const std::uint64_t opening = app::plan_at(frame.state, tab).opening;
        const std::string name = app::open_plan_name(frame.state, tab);
        items.push_back(
            {.words = name,
             .chosen = tab == frame.state.tab,
             .action = app::act::ShowPlan{opening},
             .removal = Item::Removal{frame.ui.texts().format("plans.close"_key, {{"title", name}}),
                                      app::act::ClosePlan{opening}}});
    }
    return items;
}

// Where the measures that are meant could stand.
std::vector<Item> sections(ViewFrame& frame) {
    const Document& document = frame.plan().document;
    const Measure* const measure =
        app::find_measure(frame.state, frame.state.session.selection.measure);
    std::vector<Item> items;
    for (const std::uint32_t index : SectionTree(document).in_order()) {
        const Section& section = document.sections[index];
        std::string words = section.number;
        words.append(words.empty() ? "" : " ").append(section.title);
        items.push_back({.words = std::move(words),
                         .chosen = measure != nullptr && measure->section == section.id,
                         .action = app::act::MoveToSection{section.id}});
    }
    return items;
}

std::vector<Item> items_of(ViewFrame& frame, app::ChoiceOf of) {
    switch (of) {
    case app::ChoiceOf::Responsible:
        return parties(frame);
    case app::ChoiceOf::PeriodKind:
        return period_kinds(frame);
    case app::ChoiceOf::Grouping:
        return groupings(frame);
    case app::ChoiceOf::Order:
        return orders(frame);
    case app::ChoiceOf::Views:
        return saved_views(frame);
    case app::ChoiceOf::Me:
        return persons(frame);
    case app::ChoiceOf::Plans:
        return open_plans(frame);
    case app::ChoiceOf::Section:
        return sections(frame);
    case app::ChoiceOf::Columns:
        break;
    }
    return columns(frame);
}

app::TextKey title_of(app::ChoiceOf of) {
    switch (of) {
    case app::ChoiceOf::Responsible:
        return "filter.responsible"_key;
    case app::ChoiceOf::PeriodKind:
        return "filter.kind"_key;
    case app::ChoiceOf::Grouping:
        return "group.title"_key;
    case app::ChoiceOf::Order:
        return "order.title"_key;
    case app::ChoiceOf::Views:
        return "views.title"_key;
    case app::ChoiceOf::Me:
        return "mine.who"_key;
    case app::ChoiceOf::Plans:
        return "plans.title"_key;
    case app::ChoiceOf::Section:
        return "section.moveTo"_key;
    case app::ChoiceOf::Columns:
        break;
    }
    return "columns.title"_key;
}

// One place to the left or to the right in the table, that is, up or down in the list.
void move_buttons(ViewFrame& frame, const Rect& rect, std::string_view column,
                  const Item::Moves& moves) {
    const float side = rect.height();
    const auto put = [&](float left, std::string_view way, app::TextKey words, Icon icon,
                         const std::optional<app::Action>& action) {
        const std::string path = moves.path + std::string(way);
        const std::string name = frame.ui.texts().format(words, {{"column", std::string(column)}});
        const ButtonSpec spec{.path = path,
                              .label = name,
                              .icon = icon,
                              .look = ButtonLook::Quiet,
                              .icon_only = true,
                              .enabled = action.has_value()};
        if (button(frame.ui, {left, rect.top, left + side, rect.bottom}, spec) && action) {
            frame.actions.push(*action);
        }
    };
    put(rect.right - 2.0F * side, "/up", "columns.left"_key, Icon::Up, moves.up);
    put(rect.right - side, "/down", "columns.right"_key, Icon::Down, moves.down);
}

// With a mark when it shows; pressed, it shows or not.
bool draw_toggle(ViewFrame& frame, const Rect& rect, const Item& item, const Item::Moves& moves,
                 std::size_t number) {
    UiContext& ui = frame.ui;
    const float side = rect.height();
    const Rect place{rect.left, rect.top, rect.right - 2.0F * side, rect.bottom};
    const PressState state =
        press_area(ui, place, "chooser/" + std::to_string(number), Role::ToggleButton, item.words);
    SemanticNode& node = ui.semantics().last();
    node.pressed = item.chosen ? 1 : 0;
    node.disabled = moves.always_shown;
    if (node.disabled) {
        node.description = frame.text("columns.always"_key);
    }
    if (state.hovered && moves.always_shown) {
        tooltip(ui, frame.text("columns.always"_key));
    }
    PressState answer = state;
    answer.hovered = state.hovered && !moves.always_shown;
    item_ground(ui, place, answer);
    const float mark = metrics::kIconSize;
    const float left = place.left + metrics::kGap;
    if (item.chosen) {
        icon(ui,
             {left, place.center().y - mark * 0.5F, left + mark, place.center().y + mark * 0.5F},
             Icon::Check, moves.always_shown ? ColorRole::TextSecondary : ColorRole::Accent);
    }
    label(ui, {left + mark + metrics::kGap, place.top, place.right, place.bottom}, item.words,
          kBody, item.chosen ? ColorRole::Text : ColorRole::TextSecondary);
    move_buttons(frame, rect, item.words, moves);
    return state.pressed && !moves.always_shown;
}

bool draw_item(ViewFrame& frame, const Rect& whole, const Item& item, std::size_t number) {
    if (item.moves) {
        return draw_toggle(frame, whole, item, *item.moves, number);
    }
    UiContext& ui = frame.ui;
    const std::string path = "chooser/" + std::to_string(number);
    const float side = item.removal ? whole.height() : 0.0F;
    const Rect rect{whole.left, whole.top, whole.right - side, whole.bottom};
    const std::string count =
        item.count ? ui.texts().number(static_cast<std::int64_t>(*item.count)) : std::string();
    // With buttons of their own beside them they are no radio group: each is a stop of the Tab key.
    const Role role = item.removal ? Role::ToggleButton : Role::Radio;
    const PressState state = press_area(ui, rect, path, role, item.words);
    SemanticNode& node = ui.semantics().last();
    node.value = count;
    node.pressed = item.chosen ? 1 : 0;
    item_ground(ui, rect, state, item.chosen);
    const float count_width = ui.fonts().width(count, kStrong);
    const float right = rect.right - metrics::kGap;
    label(ui,
          {rect.left + metrics::kGap, rect.top, right - count_width - metrics::kGap, rect.bottom},
          item.words, item.chosen ? kStrong : kBody, ColorRole::Text);
    label(ui, {right - count_width, rect.top, right, rect.bottom}, count, kStrong,
          ColorRole::TextSecondary);
    if (item.removal) {
        const std::string remove_path = path + "/remove";
        const ButtonSpec remove{.path = remove_path,
                                .label = item.removal->words,
                                .icon = Icon::Close,
                                .look = ButtonLook::Quiet,
                                .icon_only = true};
        if (button(ui, {rect.right, whole.top, whole.right, whole.bottom}, remove)) {
            frame.actions.push(item.removal->action);
        }
    }
    return state.pressed;
}

// Below the saved views: the name for what shows now, and the button that keeps it.
void draw_new_view(ViewFrame& frame, const Rect& rect, std::string_view typed) {
    const ButtonSpec save{
        .path = "chooser/save", .label = frame.text("views.save"_key), .look = ButtonLook::Primary};
    const float width = button_width(frame.ui, save);
    const Rect field{rect.left, rect.top, rect.right - width - metrics::kGap, rect.bottom};
    edit_field(frame, field, {},
               {.path = app::kViewNameField,
                .field = app::EditField::ViewName,
                .name = frame.text("views.name"_key),
                .shown = typed,
                .placeholder = frame.text("views.nameHint"_key)});
    if (button(frame.ui, {rect.right - width, rect.top, rect.right, rect.bottom}, save)) {
        frame.actions.push(app::act::SaveView{});
    }
}

} // namespace

void chooser(ViewFrame& frame, const Rect& page, const app::ChoiceQuestion& question,
             float& scroll) {
    UiContext& ui = frame.ui;
    const app::ChoiceOf of = question.of;
    std::vector<Item> items = items_of(frame, of);
    const bool saves = of == app::ChoiceOf::Views && !app::is_read_only(frame.state);

    const float row = metrics::kButtonHeight;
    const float line = ui.fonts().line_height(kHeading);
    const float footer = saves ? row + metrics::kGapWide : 0.0F;
    const float fixed = 2.0F * metrics::kGapWide + line + metrics::kGap + footer;
    const float wanted = static_cast<float>(std::max<std::size_t>(items.size(), 1)) * row;
    const float view_height =
        std::min(wanted, std::max(row, page.height() * kChooserMostOfPage - fixed));
    const float width = std::min(
        of == app::ChoiceOf::Plans || of == app::ChoiceOf::Section ? kWidthOfTitles : kChooserWidth,
        page.width() - 2.0F * metrics::kPad);
    const float left = page.center().x - width * 0.5F;
    const float top = page.center().y - (fixed + view_height) * 0.5F;
    const Rect box{left, top, left + width, top + fixed + view_height};

    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const std::string_view title = frame.text(title_of(of));
    const SemanticKey key = semantic_key("chooser");
    ui.add_node(key, Role::Dialog, title, box);
    const SemanticScope scope(ui, key);
    const Rect heading{box.left + metrics::kGapWide, box.top + metrics::kGapWide,
                       box.right - metrics::kGapWide - row, box.top + metrics::kGapWide + line};
    label(ui, heading, title, kHeading, ColorRole::Text);
    ui.add_node(semantic_key("chooser/title"), Role::Heading, title, heading).level = 2;

    const Rect view{box.left + metrics::kGap, heading.bottom + metrics::kGap,
                    box.right - metrics::kGap, heading.bottom + metrics::kGap + view_height};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "chooser/scroll", scroll, wanted);
    {
        const SemanticKey group = semantic_key("chooser/items");
        const bool one_of_many = !saves && std::ranges::none_of(items, [](const Item& item) {
            return item.moves || item.removal;
        });
        ui.add_node(group, one_of_many ? Role::RadioGroup : Role::Group, title, view);
        const SemanticScope items_scope(ui, group);
        const ScrollScope scrolled(ui, view, scroll);
        // The ring around the first and the last item stands outside of them.
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        float y = view.top - scroll;
        if (items.empty()) {
            label(ui, {view.left + metrics::kGap, y, view.right, y + row},
                  frame.text("views.none"_key), kBody, ColorRole::TextSecondary);
        }
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Rect place{view.left, y, view.right - metrics::kScrollbarWidth, y + row};
            if (draw_item(frame, place, items[i], i)) {
                frame.actions.push(std::move(items[i].action));
            }
            y += row;
        }
        ImGui::PopClipRect();
    }
    if (saves) {
        const float foot = view.bottom + metrics::kGapWide;
        draw_new_view(frame,
                      {view.left + metrics::kGap, foot, view.right - metrics::kGap, foot + row},
                      question.typed);
    }
    const ButtonSpec close{.path = "chooser/close",
                           .label = frame.text("button.close"_key),
                           .icon = Icon::Close,
                           .look = ButtonLook::Quiet,
                           .icon_only = true};
    if (button(ui,
               {box.right - metrics::kGap - row, heading.center().y - row * 0.5F,
                box.right - metrics::kGap, heading.center().y + row * 0.5F},
               close)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
