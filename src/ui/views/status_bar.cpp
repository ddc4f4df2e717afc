// The strip below the picture: how many measures stand in which state (it is the legend, too), and
// the zoom.
#include "app/actions.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/layout/time_scale.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

using app::Command;

constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr TextStyle kSmallStrong{TextSize::Small, TextWeight::Semibold};
constexpr float kMarkSize = 14.0F;
constexpr float kBarButton = 28.0F;

constexpr std::array kLegendOrder{
    ComputedState::Done,    ComputedState::Running, ComputedState::InProgress,
    ComputedState::DueSoon, ComputedState::Late,    ComputedState::Planned,
    ComputedState::NotDone, ComputedState::Moved,   ComputedState::Cancelled,
};

float legend_entry(ViewFrame& frame, const Rect& bar, float left, ComputedState state,
                   std::size_t count) {
    UiContext& ui = frame.ui;
    UnitStatus shown;
    shown.state = state;
    const StateLook look = look_of(shown);
    const float middle = bar.center().y;
    paint_state_mark(*ImGui::GetWindowDrawList(), look.mark,
                     {left, middle - kMarkSize * 0.5F, left + kMarkSize, middle + kMarkSize * 0.5F},
                     look.deep, ui.theme());
    const std::string number = std::to_string(count);
    const std::string_view name = app::computed_state_name(ui.texts(), state);
    float x = left + kMarkSize + metrics::kGap * 0.5F;
    const float number_width = ui.fonts().width(number, kSmallStrong);
    label(ui, {x, bar.top, x + number_width + metrics::kHairline, bar.bottom}, number, kSmallStrong,
          ColorRole::Text);
    x += number_width + metrics::kGap * 0.5F;
    const float name_width = ui.fonts().width(name, kSmall);
    label(ui, {x, bar.top, x + name_width + metrics::kHairline, bar.bottom}, name, kSmall,
          ColorRole::TextSecondary);
    return x + name_width + metrics::kGapWide;
}

void legend(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    const PlanStatus& status = frame.derived.status(frame.state);
    std::string spoken;
    float x = rect.left;
    for (const ComputedState state : kLegendOrder) {
        const std::size_t count = status.total.in_state(state).count;
        if (count == 0) {
            continue;
        }
        const std::string_view name = app::computed_state_name(ui.texts(), state);
        spoken.append(spoken.empty() ? "" : ", ")
            .append(name)
            .append(": ")
            .append(std::to_string(count));
        const float width = kMarkSize + ui.fonts().width(std::to_string(count), kSmallStrong) +
                            ui.fonts().width(name, kSmall) + metrics::kGap + metrics::kGapWide;
        if (x + width <= rect.right) {
            x = legend_entry(frame, rect, x, state, count);
        }
    }
    ui.add_node(semantic_key("legend"), Role::Text, spoken, {rect.left, rect.top, x, rect.bottom});
}

// The slider works in the logarithm of the pixels per day, so that each step looks alike.
void zoom_slider(ViewFrame& frame, const Rect& rect) {
    const double shown = frame.state.view.roadmap.scale.px_per_day();
    const SliderSpec spec{.path = "zoom/slider",
                          .label = frame.text("zoom.slider"_key),
                          .value_text = {},
                          .value = std::log2(shown),
                          .min = std::log2(TimeScale::kMinPxPerDay),
                          .max = std::log2(TimeScale::kMaxPxPerDay)};
    if (const auto wanted = slider(frame.ui, rect, spec)) {
        frame.actions.push(app::act::SetScale{std::exp2(*wanted)});
    }
}

float zoom_controls(ViewFrame& frame, const Rect& bar) {
    const float top = bar.center().y - kBarButton * 0.5F;
    float right = bar.right - metrics::kPad;
    const auto next = [&](float width) {
        const Rect rect{right - width, top, right, top + kBarButton};
        right = rect.left - metrics::kGap * 0.5F;
        return rect;
    };
    const CommandButton fit{"zoom/fit", Command::Fit, Icon::Fit, ButtonLook::Quiet, true, {}};
    command_button(frame, next(kBarButton), fit);
    const CommandButton as_of{
        "zoom/as-of", Command::GoToAsOf, Icon::Target, ButtonLook::Quiet, true, {}};
    command_button(frame, next(kBarButton), as_of);
    command_button(frame, next(kBarButton),
                   {"zoom/in", Command::ZoomIn, Icon::Plus, ButtonLook::Quiet, true, {}});
    zoom_slider(frame, next(metrics::kSliderWidth));
    command_button(frame, next(kBarButton),
                   {"zoom/out", Command::ZoomOut, Icon::Minus, ButtonLook::Quiet, true, {}});

    UiContext& ui = frame.ui;
    const ButtonSpec go{.path = "zoom/go-to-date",
                        .label = frame.text("zoom.goToDate"_key),
                        .look = ButtonLook::Quiet};
    const Rect go_rect = next(button_width(ui, go));
    if (button(ui, go_rect, go)) {
        frame.actions.push(
            app::act::BeginEdit{semantic_key(go.path), app::EditField::GoToDate, {}});
    }
    const auto& field = frame.state.session.field;
    if (field && field->field == app::EditField::GoToDate) {
        frame.field = app::FieldSpec{.key = field->key,
                                     .rect = go_rect,
                                     .label = std::string(frame.text("zoom.goToDate.field"_key)),
                                     .text = field->text};
    }
    return right;
}

} // namespace

void status_bar(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Surface));
    list->AddLine(top_left(rect), {rect.right, rect.top}, ui.color(ColorRole::Line));
    const float right = zoom_controls(frame, rect);
    legend(frame, {rect.left + metrics::kPad, rect.top, right - metrics::kPad, rect.bottom});
}

} // namespace vekha::ui
