#include "ui/views/report_controls.hpp"

#include "app/actions.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/evidence_text.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/unit_status.hpp"
#include "ui/draw.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::ui {
namespace {

constexpr float kStateMark = 18.0F;
constexpr float kRadioHeight = 32.0F;
constexpr float kNoteHeight = 84.0F;
constexpr float kSliderHeight = 28.0F;
constexpr float kPercentField = 76.0F;
constexpr float kLinkHeight = 28.0F;
constexpr double kPercentStep = 5.0;
constexpr std::size_t kRadioRows = 3;

constexpr std::array kStoredStates{StoredState::NotStarted, StoredState::InProgress,
                                   StoredState::Done,       StoredState::NotDone,
                                   StoredState::Moved,      StoredState::Cancelled};

StateLook look_of_stored(StoredState state) {
    constexpr std::array kComputed{ComputedState::Planned, ComputedState::InProgress,
                                   ComputedState::Done,    ComputedState::NotDone,
                                   ComputedState::Moved,   ComputedState::Cancelled};
    UnitStatus shown;
    shown.state = kComputed[static_cast<std::size_t>(state)];
    return look_of(shown);
}

std::string path_of(const Reported& of, std::string_view part) {
    return std::string(of.path).append("/").append(part);
}

void set(ViewFrame& frame, const Reported& of, ProgressChange change) {
    frame.actions.push(app::act::SetProgress{of.measure, std::move(change), of.unit});
}

void state_radio(ViewFrame& frame, const Rect& cell, const Reported& of, StoredState state) {
    UiContext& ui = frame.ui;
    const bool chosen = of.has_state && of.report.state == state;
    const std::string_view name = app::stored_state_name(ui.texts(), state);
    const std::string path = path_of(of, "state/" + std::to_string(static_cast<int>(state)));
    const PressState press = press_area(ui, cell, path, Role::Radio, name);
    SemanticNode& node = ui.semantics().last();
    node.pressed = chosen ? 1 : 0;
    node.disabled = !of.enabled;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const ColorRole fill =
        chosen ? ColorRole::AccentSoft
               : (press.hovered && of.enabled ? ColorRole::RowHovered : ColorRole::Surface);
    list->AddRectFilled(top_left(cell), bottom_right(cell), ui.color(fill), metrics::kRadius);
    list->AddRect(top_left(cell), bottom_right(cell),
                  ui.color(chosen ? ColorRole::Accent : ColorRole::Line), metrics::kRadius);
    const StateLook look = look_of_stored(state);
    const float mark_left = cell.left + metrics::kGap;
    const float mark_top = cell.center().y - kStateMark * 0.5F;
    paint_state_mark(*list, look.mark,
                     {mark_left, mark_top, mark_left + kStateMark, mark_top + kStateMark},
                     look.deep, ui.theme());
    label(ui,
          {mark_left + kStateMark + metrics::kGap, cell.top, cell.right - metrics::kGap * 0.5F,
           cell.bottom},
          name, kBody, of.enabled ? ColorRole::Text : ColorRole::TextSecondary);
    if (press.focused) {
        focus_ring(ui, cell, metrics::kRadius);
    }
    if (press.hovered && of.enabled) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (press.pressed && of.enabled && !chosen) {
        set(frame, of, {.state = state});
    }
}

} // namespace

void state_choice(ViewFrame& frame, InspectorPen& pen, const Reported& of) {
    constexpr float kBetween = metrics::kGap * 0.5F;
    const Rect rect =
        pen.block(static_cast<float>(kRadioRows) * (kRadioHeight + kBetween) - kBetween);
    const SemanticKey group = semantic_key(path_of(of, "state"));
    frame.ui.add_node(group, Role::RadioGroup, frame.text("inspector.state"_key), rect);
    const SemanticScope scope(frame.ui, group);
    const float width = (rect.width() - kBetween) * 0.5F;
    for (std::size_t i = 0; i < kStoredStates.size(); ++i) {
        const float left = rect.left + static_cast<float>(i / kRadioRows) * (width + kBetween);
        const float top = rect.top + static_cast<float>(i % kRadioRows) * (kRadioHeight + kBetween);
        state_radio(frame, {left, top, left + width, top + kRadioHeight}, of, kStoredStates[i]);
    }
}

void percent_control(ViewFrame& frame, InspectorPen& pen, const Reported& of) {
    UiContext& ui = frame.ui;
    pen.text(frame.text("inspector.percent"_key), kSmall, ColorRole::TextSecondary);
    const Rect rect = pen.block(kRadioHeight);
    const int percent = of.report.percent;
    const std::string shown = std::to_string(percent);
    const Rect field{rect.right - kPercentField, rect.top, rect.right, rect.bottom};
    const std::string path = path_of(of, "percent");
    edit_field(frame, field, of.measure,
               {.path = path,
                .field = app::EditField::Percent,
                .unit = &of.unit,
                .name = frame.text("inspector.percent"_key),
                .shown = ui.texts().format("inspector.percent.value"_key, {{"n", shown}}),
                .placeholder = {},
                .numeric = true,
                .enabled = of.enabled});
    const float middle = rect.center().y;
    const float right = field.left - metrics::kPad;
    if (!of.enabled) {
        progress_bar(
            ui, {rect.left, middle - metrics::kGap * 0.5F, right, middle + metrics::kGap * 0.5F},
            static_cast<float>(percent) / 100.0F, ColorRole::RunningDeep);
        return;
    }
    const std::string slider_path = path_of(of, "percent-slider");
    const auto wanted =
        slider(ui, {rect.left, middle - kSliderHeight * 0.5F, right, middle + kSliderHeight * 0.5F},
               {.path = slider_path,
                .label = frame.text("inspector.percent"_key),
                .value_text = shown,
                .value = static_cast<double>(percent),
                .min = 0.0,
                .max = 100.0,
                .step = kPercentStep});
    if (wanted && static_cast<int>(std::lround(*wanted)) != percent) {
        set(frame, of, {.percent = static_cast<int>(std::lround(*wanted))});
    }
}

void done_date_field(ViewFrame& frame, InspectorPen& pen, const Reported& of) {
    if (of.report.state != StoredState::Done) {
        return;
    }
    pen.text(frame.text("inspector.doneDate"_key), kSmall, ColorRole::TextSecondary);
    const std::string shown = of.report.done_date
                                  ? app::short_date(frame.ui.texts(), *of.report.done_date)
                                  : std::string();
    const std::string path = path_of(of, "done-date");
    edit_field(frame, pen.block(kRadioHeight), of.measure,
               {.path = path,
                .field = app::EditField::DoneDate,
                .unit = &of.unit,
                .name = frame.text("inspector.doneDate"_key),
                .shown = shown,
                .placeholder = frame.text("inspector.doneDate.none"_key),
                .enabled = of.enabled});
}

void reason_field(ViewFrame& frame, InspectorPen& pen, const Reported& of) {
    if (!needs_reason(of.report.state) && of.unit.kind != UnitKind::ByHand) {
        return;
    }
    pen.text(frame.text("inspector.reason"_key), kSmall, ColorRole::TextSecondary);
    const std::string path = path_of(of, "reason");
    edit_field(frame, pen.block(kNoteHeight), of.measure,
               {.path = path,
                .field = app::EditField::Reason,
                .unit = &of.unit,
                .name = frame.text("inspector.reason"_key),
                .shown = of.report.reason,
                .placeholder = frame.text("inspector.reason.none"_key),
                .multiline = true,
                .enabled = of.enabled});
}

namespace {

void lines_field(ViewFrame& frame, InspectorPen& pen, const Reported& of, float least,
                 EditFieldSpec spec) {
    pen.text(spec.name, kSmall, ColorRole::TextSecondary);
    spec.unit = &of.unit;
    spec.multiline = true;
    spec.enabled = !app::is_read_only(frame.state);
    const float height = std::max(least, edit_field_height(frame.ui, pen.width(), spec));
    edit_field(frame, pen.block(height), of.measure, spec);
}

// The links as text, and each as a way to where it leads.
void evidence_field(ViewFrame& frame, InspectorPen& pen, const Reported& of) {
    const std::string path = path_of(of, "evidence");
    const std::string shown = evidence_text(of.report.evidence);
    lines_field(frame, pen, of, kOneLineField,
                {.path = path,
                 .field = app::EditField::Evidence,
                 .name = frame.text("inspector.evidence"_key),
                 .shown = shown,
                 .placeholder = frame.text("inspector.evidence.none"_key)});
    for (std::size_t i = 0; i < of.report.evidence.size(); ++i) {
        const EvidenceLink& link = of.report.evidence[i];
        const std::string link_path = path + "/" + std::to_string(i);
        if (button(frame.ui, pen.block(kLinkHeight),
                   {.path = link_path,
                    .label = link.title.empty() ? link.url : link.title,
                    .description = link.url,
                    .icon = Icon::Link,
                    .look = ButtonLook::Quiet})) {
            frame.actions.push(app::act::OpenLink{link.url});
        }
    }
}

} // namespace

void note_fields(ViewFrame& frame, InspectorPen& pen, const Reported& of) {
    const std::string path = path_of(of, "note");
    lines_field(frame, pen, of, kNoteHeight,
                {.path = path,
                 .field = app::EditField::Note,
                 .name = frame.text("inspector.note"_key),
                 .shown = of.report.note,
                 .placeholder = frame.text("inspector.note.none"_key)});
    evidence_field(frame, pen, of);
}

} // namespace vekha::ui
