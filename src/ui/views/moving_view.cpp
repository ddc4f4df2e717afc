// What stands over the picture while a period is moved by keys: whose it is, its new dates, and the
// steps as buttons, for a finger and a mouse.
#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/row_names.hpp"
#include "core/model/measure.hpp"
#include "core/model/period_handles.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/flow.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kMovingWidth = 620.0F;

struct Step {
    std::string_view path;
    app::TextKey label;
    app::Action action;
    ButtonLook look = ButtonLook::Plain;
};

std::array<Step, 6> steps() {
    return {
        Step{"moving/earlier", "moving.earlier"_key, app::act::StepMoving{PeriodHandle::Body, -1}},
        Step{"moving/later", "moving.later"_key, app::act::StepMoving{PeriodHandle::Body, 1}},
        Step{"moving/shorter", "moving.shorter"_key, app::act::StepMoving{PeriodHandle::End, -1}},
        Step{"moving/longer", "moving.longer"_key, app::act::StepMoving{PeriodHandle::End, 1}},
        Step{"moving/keep", "moving.keep"_key, app::act::KeepPeriod{}, ButtonLook::Primary},
        Step{"moving/drop", "moving.drop"_key, app::act::DropPeriod{}}};
}

// Calls `work(place, spec, step)` for each button; returns where they end.
template <class Work>
float each_button(ViewFrame& frame, const Rect& area, Work work) {
    Flow flow(area.left, area.right, area.top, metrics::kGap);
    for (const Step& step : steps()) {
        const ButtonSpec spec{
            .path = step.path, .label = frame.text(step.label), .look = step.look};
        work(flow.next(button_width(frame.ui, spec)), spec, step);
    }
    return flow.bottom();
}

float head_height(const UiContext& ui) {
    return ui.fonts().line_height(kStrong) + ui.fonts().line_height(kBody) + metrics::kGap;
}

} // namespace

Rect moving_place(ViewFrame& frame, const Rect& area) {
    if (!frame.state.session.moving || !frame.state.session.moving->by_keys) {
        return {};
    }
    const float width = std::min(kMovingWidth, area.width() - 2.0F * metrics::kGap);
    const Rect inside{0.0F, 0.0F, width - 2.0F * metrics::kPad, 0.0F};
    const float buttons = each_button(
        frame, inside, [](const Rect& /*place*/, const ButtonSpec& /*spec*/, const Step& /*s*/) {});
    const float height = head_height(frame.ui) + buttons + 2.0F * metrics::kPad;
    const float left = area.center().x - width * 0.5F;
    const Rect low{left, std::max(area.top, area.bottom - metrics::kGap - height), left + width,
                   area.bottom - metrics::kGap};
    // Over the row that is moved nobody would see where to.
    const Rect& table = frame.state.session.frame.table;
    const float top = table.top + metrics::kGap;
    return bottom_of_selected(frame).value_or(table.top) <= low.top
               ? low
               : Rect{left, top, left + width, top + height};
}

void moving_view(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    assert(frame.state.session.moving);
    const app::PeriodMove& moving = *frame.state.session.moving;
    panel(ui, rect, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("moving");
    ui.add_node(key, Role::Complementary, frame.text("moving.name"_key), rect);
    const SemanticScope scope(ui, key);
    const Rect inside = rect.shrunk(metrics::kPad);
    std::string name;
    if (const Measure* const measure = app::find_measure(frame.state, moving.measure)) {
        append_measure_name(name, *measure);
    }
    std::string dates;
    if (moving.grip.span < moving.period.spans.size()) {
        dates = app::span_words(ui.texts(), moving.period.spans[moving.grip.span].days);
    }
    const float line = ui.fonts().line_height(kStrong);
    label(ui, {inside.left, inside.top, inside.right, inside.top + line}, dates, kStrong,
          ColorRole::Text);
    const float below = inside.top + line;
    label(ui, {inside.left, below, inside.right, below + ui.fonts().line_height(kBody)}, name,
          kBody, ColorRole::TextSecondary);
    ui.add_node(semantic_key("moving/dates"), Role::Text, dates,
                {inside.left, inside.top, inside.right, below});
    const Rect buttons{inside.left, inside.top + head_height(ui), inside.right, inside.bottom};
    each_button(frame, buttons, [&](const Rect& place, const ButtonSpec& spec, const Step& step) {
        if (button(ui, place, spec)) {
            frame.actions.push(step.action);
        }
    });
}

} // namespace vekha::ui
