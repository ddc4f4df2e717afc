#include "ui/views/edit_field.hpp"

#include "app/actions.hpp"
#include "app/form_subject.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/model/ids.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace vekha::ui {
float edit_field_height(const UiContext& ui, float width, const EditFieldSpec& spec) {
    const std::string_view words = spec.shown.empty() ? spec.placeholder : spec.shown;
    return std::max(
        kOneLineField,
        wrapped_height(ui, width - (spec.quiet ? 0.0F : 2.0F * metrics::kGap), words, spec.style) +
            2.0F * kFieldPad);
}

namespace {

// Nobody's work: what is looked for.
bool is_passing(app::EditField field) {
    return field == app::EditField::Search || field == app::EditField::BookSearch ||
           field == app::EditField::Palette;
}

} // namespace

void edit_field(ViewFrame& frame, const Rect& place, const MeasureId& measure,
                const EditFieldSpec& spec) {
    UiContext& ui = frame.ui;
    const bool enabled = spec.enabled;
    const WorkUnit unit = spec.unit == nullptr ? WorkUnit{} : *spec.unit;
    const SemanticKey key = semantic_key(spec.path);
    // A quiet text stands in line with others; its box reaches over the edge.
    const float aside = spec.quiet ? metrics::kGap : 0.0F;
    const Rect rect{place.left - aside, place.top, place.right + aside, place.bottom};
    const PressState press = press_area(ui, rect, spec.path, Role::TextField, spec.name);
    SemanticNode& node = ui.semantics().last();
    node.value = spec.shown;
    node.disabled = !enabled;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const bool pointed_at = press.hovered && enabled;
    if (!spec.quiet || pointed_at) {
        list->AddRectFilled(top_left(rect), bottom_right(rect),
                            ui.color(pointed_at ? ColorRole::RowHovered : ColorRole::SurfaceRaised),
                            metrics::kRadius);
        list->AddRect(top_left(rect), bottom_right(rect), ui.color(ColorRole::LineStrong),
                      metrics::kRadius);
    }
    const bool empty = spec.shown.empty();
    const std::string_view words = empty ? spec.placeholder : spec.shown;
    const ColorRole color = empty || !enabled ? ColorRole::TextSecondary : ColorRole::Text;
    const float left = rect.left + metrics::kGap;
    if (spec.multiline) {
        wrapped_text(ui, {left, rect.top + kFieldPad}, rect.width() - 2.0F * metrics::kGap, words,
                     spec.style, color);
    } else {
        label(ui, {left, rect.top, rect.right - metrics::kGap, rect.bottom}, words, spec.style,
              color);
    }
    if (press.focused) {
        focus_ring(ui, rect, metrics::kRadius);
    }
    if (press.hovered && enabled) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_TextInput);
    }
    const app::FormPlace form = spec.form != nullptr ? *spec.form : app::FormPlace{};
    if (press.pressed && enabled) {
        frame.actions.push(app::act::BeginEdit{
            .key = key, .field = spec.field, .measure = measure, .unit = unit, .form = form});
    }
    if (press.focused && enabled) {
        frame.idle_text = app::FieldEdit{
            .key = key, .field = spec.field, .measure = measure, .unit = unit, .form = form};
    }
    const auto& edited = frame.state.session.field;
    if (edited && edited->key == key && edited->measure == measure && edited->unit == unit &&
        edited->form == form) {
        // To write in, a text of several lines gets some room, over what stands below.
        const float bottom =
            spec.multiline ? std::max(rect.bottom, rect.top + kWritingHeight) : rect.bottom;
        const bool passing = is_passing(spec.field);
        frame.field = app::FieldSpec{.key = key,
                                     .rect = {rect.left, rect.top, rect.right, bottom},
                                     .label = std::string(spec.name),
                                     .text = edited->text,
                                     .placeholder = std::string(spec.placeholder),
                                     .multiline = spec.multiline,
                                     .numeric = spec.numeric,
                                     .waits = edited->waits,
                                     .has_list = spec.field == app::EditField::Palette,
                                     .has_rows = spec.field == app::EditField::Search,
                                     .selected = edited->is_new,
                                     .passing = passing};
    }
}

} // namespace vekha::ui
