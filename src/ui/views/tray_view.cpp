// The tray: a list of the measures that have no date and so no bar, with what their period says
// instead. A press brings the measure's row into sight.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/unit_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/measure_item.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kTrayWidth = 460.0F;
constexpr float kMostOfArea = 0.6F;

void draw_item(ViewFrame& frame, const Rect& rect, std::uint32_t index) {
    const Measure& measure = frame.plan().document.measures[index];
    const std::string path = "tray/item/" + measure.id.text;
    const std::string_view when = measure.period.text.empty()
                                      ? frame.text("roadmap.unscheduled"_key)
                                      : std::string_view(measure.period.text);
    const UnitStatus& status = frame.derived.status(frame.state).measures[index].status;
    if (measure_item(frame, rect, path, measure, status, when)) {
        frame.actions.push(app::act::Reveal{measure.id});
    }
}

// Only the items in sight are drawn.
void draw_items(ViewFrame& frame, const Rect& view, const std::vector<std::uint32_t>& items,
                float& scroll) {
    UiContext& ui = frame.ui;
    const float wanted = static_cast<float>(items.size()) * kMeasureItemHeight;
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "tray/scroll", scroll, wanted);
    const ScrollScope scrolled(ui, view, scroll);
    ImGui::PushClipRect(top_left(view), bottom_right(view), true);
    const auto first = static_cast<std::size_t>(scroll / kMeasureItemHeight);
    for (std::size_t i = first; i < items.size(); ++i) {
        const float top = view.top - scroll + static_cast<float>(i) * kMeasureItemHeight;
        if (top >= view.bottom) {
            break;
        }
        draw_item(frame,
                  {view.left, top, view.right - metrics::kScrollbarWidth, top + kMeasureItemHeight},
                  items[i]);
    }
    ImGui::PopClipRect();
}

} // namespace

Rect tray_place(ViewFrame& frame, const Rect& area) {
    const std::size_t count = frame.derived.filter_counts(frame.state).undated.size();
    if (!frame.state.session.tray_open || count == 0) {
        return {};
    }
    const float line = frame.ui.fonts().line_height(kHeading);
    const float fixed = 3.0F * metrics::kGap + std::max(line, metrics::kButtonHeight);
    const float wanted = fixed + static_cast<float>(count) * kMeasureItemHeight;
    const float height = std::min(wanted, area.height() * kMostOfArea);
    const float width = std::min(kTrayWidth, area.width() - 2.0F * metrics::kGap);
    const float left = area.left + metrics::kGap;
    const float bottom = area.bottom - metrics::kGap;
    return {left, bottom - height, left + width, bottom};
}

void tray_view(ViewFrame& frame, const Rect& rect, float& scroll) {
    UiContext& ui = frame.ui;
    panel(ui, rect, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("tray");
    const std::string_view title = frame.text("tray.title"_key);
    ui.add_node(key, Role::Complementary, title, rect);
    const SemanticScope scope(ui, key);
    const float head_height = std::max(ui.fonts().line_height(kHeading), metrics::kButtonHeight);
    const Rect head{rect.left + metrics::kGapWide, rect.top + metrics::kGap,
                    rect.right - metrics::kGap, rect.top + metrics::kGap + head_height};
    label(ui, {head.left, head.top, head.right - metrics::kButtonHeight, head.bottom}, title,
          kHeading, ColorRole::Text);
    const ButtonSpec close{.path = "tray/close",
                           .label = frame.text("button.close"_key),
                           .icon = Icon::Close,
                           .look = ButtonLook::Quiet,
                           .icon_only = true};
    if (button(ui, {head.right - metrics::kButtonHeight, head.top, head.right, head.bottom},
               close)) {
        frame.actions.push(app::act::ShowTray{false});
    }
    draw_items(frame,
               {rect.left + metrics::kGap, head.bottom + metrics::kGap, rect.right - metrics::kGap,
                rect.bottom - metrics::kGap},
               frame.derived.filter_counts(frame.state).undated, scroll);
}

} // namespace vekha::ui
