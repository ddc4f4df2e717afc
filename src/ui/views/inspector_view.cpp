#include "ui/views/inspector_view.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/edit/edits.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/unit_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/agenda_view.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
constexpr TextStyle kTitle{TextSize::Heading, TextWeight::Semibold};
constexpr float kNumberField = 96.0F;
constexpr float kStateMark = 18.0F;
constexpr float kRadioHeight = 32.0F;
constexpr float kNoteHeight = 84.0F;
constexpr float kSliderHeight = 28.0F;
constexpr float kPercentField = 76.0F;
constexpr double kPercentStep = 5.0;

constexpr std::array kStoredStates{StoredState::NotStarted, StoredState::InProgress,
                                   StoredState::Done,       StoredState::NotDone,
                                   StoredState::Moved,      StoredState::Cancelled};

std::string state_path(StoredState state) {
    return "inspector/state/" + std::to_string(static_cast<int>(state));
}

StateLook look_of_stored(StoredState state) {
    constexpr std::array kComputed{ComputedState::Planned, ComputedState::InProgress,
                                   ComputedState::Done,    ComputedState::NotDone,
                                   ComputedState::Moved,   ComputedState::Cancelled};
    UnitStatus shown;
    shown.state = kComputed[static_cast<std::size_t>(state)];
    return look_of(shown);
}

// The state as it counts, with the rule that made it so.
void computed_state(ViewFrame& frame, InspectorPen& pen, const MeasureStatus& status) {
    UiContext& ui = frame.ui;
    const StateLook look = look_of(status.status);
    const Rect line = pen.block(ui.fonts().line_height(kStrong));
    paint_state_mark(*ImGui::GetWindowDrawList(), look.mark,
                     {line.left, line.center().y - kStateMark * 0.5F, line.left + kStateMark,
                      line.center().y + kStateMark * 0.5F},
                     look.deep, ui.theme());
    const std::string_view name = app::computed_state_name(ui.texts(), shown_state(status.status));
    label(ui, {line.left + kStateMark + metrics::kGap, line.top, line.right, line.bottom}, name,
          kStrong, look.deep);
    ui.add_node(semantic_key("inspector/computed"), Role::Text, name, line);
    pen.text(app::explain_measure(ui.texts(), status), kBody, ColorRole::TextSecondary);
}

void state_choice(ViewFrame& frame, InspectorPen& pen, const Measure& measure, bool enabled) {
    UiContext& ui = frame.ui;
    const Rect rect = pen.block(3.0F * kRadioHeight + 2.0F * metrics::kGap * 0.5F);
    const SemanticKey group = semantic_key("inspector/state");
    ui.add_node(group, Role::RadioGroup, frame.text("inspector.state"_key), rect);
    const SemanticScope scope(ui, group);
    const float width = (rect.width() - metrics::kGap * 0.5F) * 0.5F;
    for (std::size_t i = 0; i < kStoredStates.size(); ++i) {
        const StoredState state = kStoredStates[i];
        const bool chosen = measure.report.state == state;
        const std::size_t column = i / 3;
        const float left = rect.left + static_cast<float>(column) * (width + metrics::kGap * 0.5F);
        const float top =
            rect.top + static_cast<float>(i % 3) * (kRadioHeight + metrics::kGap * 0.5F);
        const Rect cell{left, top, left + width, top + kRadioHeight};
        const std::string_view name = app::stored_state_name(ui.texts(), state);
        const PressState press = press_area(ui, cell, state_path(state), Role::Radio, name);
        SemanticNode& node = ui.semantics().last();
        node.pressed = chosen ? 1 : 0;
        node.disabled = !enabled;
        ImDrawList* list = ImGui::GetWindowDrawList();
        const ColorRole fill =
            chosen ? ColorRole::AccentSoft
                   : (press.hovered && enabled ? ColorRole::RowHovered : ColorRole::Surface);
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
              name, kBody, enabled ? ColorRole::Text : ColorRole::TextSecondary);
        if (press.focused) {
            focus_ring(ui, cell, metrics::kRadius);
        }
        if (press.hovered && enabled) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        if (press.pressed && enabled && !chosen) {
            frame.actions.push(app::act::SetProgress{measure.id, {.state = state}});
        }
    }
}

void percent_control(ViewFrame& frame, InspectorPen& pen, const Measure& measure, bool enabled) {
    UiContext& ui = frame.ui;
    pen.text(frame.text("inspector.percent"_key), kSmall, ColorRole::TextSecondary);
    const Rect rect = pen.block(kRadioHeight);
    const std::string shown = std::to_string(measure.report.percent);
    const Rect field{rect.right - kPercentField, rect.top, rect.right, rect.bottom};
    edit_field(frame, field, measure.id,
               {.path = "inspector/percent",
                .field = app::EditField::Percent,
                .name = frame.text("inspector.percent"_key),
                .shown = ui.texts().format("inspector.percent.value"_key, {{"n", shown}}),
                .placeholder = {},
                .numeric = true,
                .enabled = enabled});
    if (!enabled) {
        progress_bar(ui,
                     {rect.left, rect.center().y - metrics::kGap * 0.5F, field.left - metrics::kPad,
                      rect.center().y + metrics::kGap * 0.5F},
                     static_cast<float>(measure.report.percent) / 100.0F, ColorRole::RunningDeep);
        return;
    }
    const float middle = rect.center().y;
    const SliderSpec spec{.path = "inspector/percent-slider",
                          .label = frame.text("inspector.percent"_key),
                          .value_text = shown,
                          .value = static_cast<double>(measure.report.percent),
                          .min = 0.0,
                          .max = 100.0,
                          .step = kPercentStep};
    const Rect track{rect.left, middle - kSliderHeight * 0.5F, field.left - metrics::kPad,
                     middle + kSliderHeight * 0.5F};
    const auto wanted = slider(ui, track, spec);
    if (wanted && static_cast<int>(std::lround(*wanted)) != measure.report.percent) {
        frame.actions.push(
            app::act::SetProgress{measure.id, {.percent = static_cast<int>(std::lround(*wanted))}});
    }
}

// `enabled`: the state and what belongs to it; a note can be written beside a state that is
// derived.
void report_fields(ViewFrame& frame, InspectorPen& pen, const Measure& measure, bool enabled) {
    UiContext& ui = frame.ui;
    const ProgressReport& report = measure.report;
    if (report.state == StoredState::Done) {
        pen.text(frame.text("inspector.doneDate"_key), kSmall, ColorRole::TextSecondary);
        const std::string shown =
            report.done_date ? app::short_date(ui.texts(), *report.done_date) : std::string();
        edit_field(frame, pen.block(kRadioHeight), measure.id,
                   {.path = "inspector/done-date",
                    .field = app::EditField::DoneDate,
                    .name = frame.text("inspector.doneDate"_key),
                    .shown = shown,
                    .placeholder = frame.text("inspector.doneDate.none"_key),
                    .enabled = enabled});
    }
    if (needs_reason(report.state)) {
        pen.text(frame.text("inspector.reason"_key), kSmall, ColorRole::TextSecondary);
        edit_field(frame, pen.block(kNoteHeight), measure.id,
                   {.path = "inspector/reason",
                    .field = app::EditField::Reason,
                    .name = frame.text("inspector.reason"_key),
                    .shown = report.reason,
                    .placeholder = frame.text("inspector.reason.none"_key),
                    .multiline = true,
                    .enabled = enabled});
    }
    pen.text(frame.text("inspector.note"_key), kSmall, ColorRole::TextSecondary);
    const float note_height = std::max(
        kNoteHeight, wrapped_height(ui, pen.width() - 2.0F * metrics::kGap, report.note, kBody) +
                         2.0F * metrics::kGap);
    edit_field(frame, pen.block(note_height), measure.id,
               {.path = "inspector/note",
                .field = app::EditField::Note,
                .name = frame.text("inspector.note"_key),
                .shown = report.note,
                .placeholder = frame.text("inspector.note.none"_key),
                .multiline = true,
                .enabled = !app::is_read_only(frame.state)});
}

// Number and title, which can be changed where they stand, and what else can be done with the row.
void name_fields(ViewFrame& frame, InspectorPen& pen, const Measure& measure) {
    if (app::is_read_only(frame.state)) {
        if (!measure.number.empty()) {
            pen.text(frame.ui.texts().format("inspector.number"_key, {{"number", measure.number}}),
                     kSmall, ColorRole::TextSecondary);
        }
        pen.title(measure.title);
        return;
    }
    const Rect line = pen.block(kOneLineField);
    const CommandButton menu{.path = "inspector/menu", .command = app::Command::OpenMenu};
    const float menu_width = command_button_width(frame, menu);
    edit_field(frame, {line.left, line.top, line.left + kNumberField, line.bottom}, measure.id,
               {.path = "inspector/number",
                .field = app::EditField::Number,
                .name = frame.text("column.number"_key),
                .shown = measure.number,
                .placeholder = frame.text("column.number"_key),
                .quiet = true});
    command_button(frame, {line.right - menu_width, line.top, line.right, line.bottom}, menu);
    const EditFieldSpec title{.path = "inspector/title",
                              .field = app::EditField::Title,
                              .name = frame.text("column.title"_key),
                              .shown = measure.title,
                              .placeholder = {},
                              .multiline = true,
                              .quiet = true,
                              .style = kTitle};
    const Rect place = pen.block(edit_field_height(frame.ui, pen.width(), title));
    const SemanticKey heading = semantic_key("inspector/heading");
    // As wide as the box of the field inside it.
    frame.ui
        .add_node(
            heading, Role::Heading, measure.title,
            {place.left - metrics::kGap, place.top, place.right + metrics::kGap, place.bottom})
        .level = 2;
    const SemanticScope scope(frame.ui, heading);
    edit_field(frame, place, measure.id, title);
}

void measure_inspector(ViewFrame& frame, InspectorPen& pen, std::size_t index) {
    const Measure& measure = frame.plan().document.measures[index];
    const MeasureStatus& status = frame.derived.status(frame.state).measures[index];
    name_fields(frame, pen, measure);
    computed_state(frame, pen, status);
    review_facts(frame, pen, measure.period);
    pen.heading(frame.text("inspector.progress"_key));
    if (status.derived()) {
        pen.text(frame.text("inspector.derived"_key), kSmall, ColorRole::Review);
    }
    const bool enabled = !app::is_read_only(frame.state) && !status.derived();
    state_choice(frame, pen, measure, enabled);
    percent_control(frame, pen, measure, enabled);
    report_fields(frame, pen, measure, enabled);
    measure_facts(frame, pen, measure, status);
}

} // namespace

void inspector_view(ViewFrame& frame, const Rect& rect, float& scroll) {
    UiContext& ui = frame.ui;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Surface));
    list->AddLine(top_left(rect), {rect.left, rect.bottom}, ui.color(ColorRole::LineStrong));
    const SemanticKey key = semantic_key("inspector");
    ui.add_node(key, Role::Complementary, frame.text("inspector.name"_key), rect);
    const SemanticScope scope(ui, key);
    const ScrollScope scrolled(ui, rect, scroll);
    ImGui::PushClipRect(top_left(rect), bottom_right(rect), true);
    InspectorPen pen(ui, rect.left + metrics::kGapWide, rect.top + metrics::kGapWide - scroll,
                     rect.width() - 2.0F * metrics::kGapWide - metrics::kScrollbarWidth * 0.5F);
    const auto selected = frame.derived.selected(frame.state);
    if (selected && selected->kind == OwnerKind::Measure) {
        measure_inspector(frame, pen, selected->index);
    } else if (selected && selected->kind == OwnerKind::Section) {
        section_facts(frame, pen, selected->index);
    } else if (selected && selected->kind == OwnerKind::Group) {
        row_group_facts(frame, pen, selected->index);
    } else if (frame.state.session.filtering.filter.mine) {
        agenda_facts(frame, pen);
    } else {
        plan_facts(frame, pen);
    }
    ImGui::PopClipRect();
    scroll = vertical_scrollbar(
        ui, {rect.right - metrics::kScrollbarWidth, rect.top, rect.right, rect.bottom},
        "inspector/scroll", scroll, pen.used_height() + 2.0F * metrics::kGapWide);
}

} // namespace vekha::ui
