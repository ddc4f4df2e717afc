// A list over the picture from which one thing is chosen for the filter: who is responsible, or
// what kind of period. What most measures have comes first.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/row_filter.hpp"
#include "core/model/document.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::ui {
namespace {

constexpr TextStyle kHeading{TextSize::Heading, TextWeight::Semibold};
constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
constexpr float kWidth = 480.0F;
constexpr float kMostOfPage = 0.8F;

struct Item {
    std::string words;
    std::size_t count = 0;
    RowFilter filter;
    bool chosen = false;
};

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
        Item item{.words = party.name, .count = count, .filter = now};
        item.filter.responsible = party.id;
        item.chosen = now.responsible == party.id;
        items.push_back(std::move(item));
    }
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
        Item item{.words = std::string(app::period_kind_name(frame.ui.texts(), kind)),
                  .count = counts.period_kinds[i],
                  .filter = now};
        item.filter.period_kind = kind;
        item.chosen = now.period_kind == kind;
        items.push_back(std::move(item));
    }
    return items;
}

// The way back: whoever, whatever kind.
Item any_item(const ViewFrame& frame, app::FilterBy by) {
    Item item{.words = std::string(frame.text(by == app::FilterBy::Responsible
                                                  ? "filter.anyResponsible"_key
                                                  : "filter.anyKind"_key)),
              .count = frame.plan().document.measures.size(),
              .filter = frame.state.session.filtering.filter};
    if (by == app::FilterBy::Responsible) {
        item.chosen = item.filter.responsible.empty();
        item.filter.responsible = {};
    } else {
        item.chosen = !item.filter.period_kind;
        item.filter.period_kind.reset();
    }
    return item;
}

bool draw_item(UiContext& ui, const Rect& rect, const Item& item, std::size_t number) {
    const std::string path = "chooser/" + std::to_string(number);
    const std::string count = ui.texts().number(static_cast<std::int64_t>(item.count));
    const PressState state = press_area(ui, rect, path, Role::ToggleButton, item.words);
    SemanticNode& node = ui.semantics().last();
    node.value = count;
    node.pressed = item.chosen ? 1 : 0;
    if (state.hovered || item.chosen) {
        ImGui::GetWindowDrawList()->AddRectFilled(
            top_left(rect), bottom_right(rect),
            ui.color(item.chosen ? ColorRole::AccentSoft : ColorRole::RowHovered),
            metrics::kRadius);
    }
    if (state.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (state.focused) {
        focus_ring(ui, rect, metrics::kRadius);
    }
    const float count_width = ui.fonts().width(count, kStrong);
    const float right = rect.right - metrics::kGap;
    label(ui,
          {rect.left + metrics::kGap, rect.top, right - count_width - metrics::kGap, rect.bottom},
          item.words, item.chosen ? kStrong : kBody, ColorRole::Text);
    label(ui, {right - count_width, rect.top, right, rect.bottom}, count, kStrong,
          ColorRole::TextSecondary);
    return state.pressed;
}

} // namespace

void chooser(ViewFrame& frame, const Rect& page, app::FilterBy by, float& scroll) {
    UiContext& ui = frame.ui;
    std::vector<Item> items =
        by == app::FilterBy::Responsible ? parties(frame) : period_kinds(frame);
    std::stable_sort(items.begin(), items.end(),
                     [](const Item& a, const Item& b) { return a.count > b.count; });
    items.insert(items.begin(), any_item(frame, by));

    const float row = metrics::kButtonHeight;
    const float line = ui.fonts().line_height(kHeading);
    const float fixed = 2.0F * metrics::kGapWide + line + metrics::kGap;
    const float wanted = static_cast<float>(items.size()) * row;
    const float view_height = std::min(wanted, std::max(row, page.height() * kMostOfPage - fixed));
    const float width = std::min(kWidth, page.width() - 2.0F * metrics::kPad);
    const float left = page.center().x - width * 0.5F;
    const float top = page.center().y - (fixed + view_height) * 0.5F;
    const Rect box{left, top, left + width, top + fixed + view_height};

    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const std::string_view title =
        frame.text(by == app::FilterBy::Responsible ? "filter.responsible"_key : "filter.kind"_key);
    const SemanticKey key = semantic_key("chooser");
    ui.add_node(key, Role::Dialog, title, box);
    const SemanticScope scope(ui, key);
    const Rect heading{box.left + metrics::kGapWide, box.top + metrics::kGapWide,
                       box.right - metrics::kGapWide - row, box.top + metrics::kGapWide + line};
    label(ui, heading, title, kHeading, ColorRole::Text);

    const Rect view{box.left + metrics::kGap, heading.bottom + metrics::kGap,
                    box.right - metrics::kGap, heading.bottom + metrics::kGap + view_height};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "chooser/scroll", scroll, wanted);
    {
        const ScrollScope scrolled(ui, view, scroll);
        // The ring around the first and the last item stands outside of them.
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        float y = view.top - scroll;
        for (std::size_t i = 0; i < items.size(); ++i) {
            const Rect place{view.left, y, view.right - metrics::kScrollbarWidth, y + row};
            if (draw_item(ui, place, items[i], i)) {
                frame.actions.push(app::act::SetFilter{std::move(items[i].filter)});
            }
            y += row;
        }
        ImGui::PopClipRect();
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
