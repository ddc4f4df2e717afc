#include "ui/views/edit_field.hpp"

#include "app/actions.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};

} // namespace

void edit_field(ViewFrame& frame, const Rect& rect, const MeasureId& measure,
                const EditFieldSpec& spec) {
    UiContext& ui = frame.ui;
    const bool enabled = spec.enabled;
    const SemanticKey key = semantic_key(spec.path);
    const PressState press = press_area(ui, rect, spec.path, Role::TextField, spec.name);
    SemanticNode& node = ui.semantics().last();
    node.value = spec.shown;
    node.disabled = !enabled;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(
        top_left(rect), bottom_right(rect),
        ui.color(press.hovered && enabled ? ColorRole::RowHovered : ColorRole::SurfaceRaised),
        metrics::kRadius);
    list->AddRect(top_left(rect), bottom_right(rect), ui.color(ColorRole::LineStrong),
                  metrics::kRadius);
    const bool empty = spec.shown.empty();
    const std::string_view words = empty ? spec.placeholder : spec.shown;
    const ColorRole color = empty || !enabled ? ColorRole::TextSecondary : ColorRole::Text;
    const float left = rect.left + metrics::kGap;
    if (spec.multiline) {
        wrapped_text(ui, {left, rect.top + metrics::kGap * 0.75F},
                     rect.width() - 2.0F * metrics::kGap, words, kBody, color);
    } else {
        label(ui, {left, rect.top, rect.right - metrics::kGap, rect.bottom}, words, kBody, color);
    }
    if (press.focused) {
        focus_ring(ui, rect, metrics::kRadius);
    }
    if (press.hovered && enabled) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    }
    if (press.pressed && enabled) {
        frame.actions.push(app::act::BeginEdit{key, spec.field, measure});
    }
    const auto& edited = frame.state.session.field;
    if (edited && edited->key == key && edited->measure == measure) {
        frame.field = app::FieldSpec{.key = key,
                                     .rect = rect,
                                     .label = std::string(spec.name),
                                     .text = edited->text,
                                     .placeholder = std::string(spec.placeholder),
                                     .multiline = spec.multiline,
                                     .numeric = spec.numeric,
                                     .waits = edited->waits,
                                     .live = spec.field == app::EditField::Search ||
                                             spec.field == app::EditField::Palette,
                                     .has_list = spec.field == app::EditField::Palette};
    }
}

} // namespace vekha::ui
