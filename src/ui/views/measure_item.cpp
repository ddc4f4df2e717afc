#include "ui/views/measure_item.hpp"

#include "app/plan_words.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/row_names.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/unit_status.hpp"
#include "ui/fonts.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <string>
#include <string_view>

namespace vekha::ui {
namespace {} // namespace

bool measure_item(const ViewFrame& frame, const Rect& rect, std::string_view path,
                  const Measure& measure, const UnitStatus& status, std::string_view line_below) {
    UiContext& ui = frame.ui;
    std::string title;
    append_measure_name(title, measure);
    const PressState state = press_area(ui, rect, path, Role::Button, title);
    // What the mark shows is said, too.
    ui.semantics()
        .last()
        .description.assign(line_below)
        .append(", ")
        .append(app::computed_state_name(ui.texts(), shown_state(status)));
    item_ground(ui, rect, state);
    const StateLook look = look_of(status);
    const float left = rect.left + metrics::kGap;
    const float mark_top = rect.center().y - metrics::kMark * 0.5F;
    paint_state(*ImGui::GetWindowDrawList(), look,
                {left, mark_top, left + metrics::kMark, mark_top + metrics::kMark}, ui.theme());
    const float text_left = left + metrics::kMark + metrics::kGap;
    const float right = rect.right - metrics::kGap;
    const float line = ui.fonts().line_height(kBody);
    const float small_line = ui.fonts().line_height(kSmall);
    const float top = rect.center().y - (line + small_line) * 0.5F;
    label(ui, {text_left, top, right, top + line}, title, kBody, ColorRole::Text);
    label(ui, {text_left, top + line, right, top + line + small_line}, line_below, kSmall,
          ColorRole::TextSecondary);
    return state.pressed;
}

} // namespace vekha::ui
