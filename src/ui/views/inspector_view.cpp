#include "ui/views/inspector_view.hpp"

#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
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
#include "ui/views/report_controls.hpp"
#include "ui/views/unit_list.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kNumberField = 96.0F;
constexpr float kStateMark = 18.0F;

// The state as it counts, with the rule that made it so.
void computed_state(ViewFrame& frame, InspectorPen& pen, const MeasureStatus& status) {
    UiContext& ui = frame.ui;
    const StateLook look = look_of(status.status);
    const Rect line = pen.block(ui.fonts().line_height(kStrong));
    paint_state(*ImGui::GetWindowDrawList(), look,
                {line.left, line.center().y - kStateMark * 0.5F, line.left + kStateMark,
                 line.center().y + kStateMark * 0.5F},
                ui.theme());
    const std::string_view name = app::computed_state_name(ui.texts(), shown_state(status.status));
    label(ui, {line.left + kStateMark + metrics::kGap, line.top, line.right, line.bottom}, name,
          kStrong, look.deep);
    ui.add_node(semantic_key("inspector/computed"), Role::Text, name, line);
    pen.text(app::explain_measure(ui.texts(), status), kBody, ColorRole::TextSecondary);
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
                              .style = kHeading};
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

void override_button(ViewFrame& frame, InspectorPen& pen, app::Command command) {
    const CommandButton spec{.path = "inspector/override", .command = command};
    const Rect line = pen.block(metrics::kButtonHeight);
    const float width = std::min(line.width(), command_button_width(frame, spec));
    command_button(frame, {line.left, line.top, line.left + width, line.bottom}, spec);
}

void unit_lists(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure) {
    unit_list(frame, pen, measure, UnitKind::Occurrence, "inspector.occurrences"_key);
    unit_list(frame, pen, measure, UnitKind::School, "inspector.marks"_key);
    unit_list(frame, pen, measure, UnitKind::Municipality, "inspector.municipalities"_key);
}

// What follows from parts is set at the parts, or by hand over all of them, with a reason.
void progress_facts(ViewFrame& frame, InspectorPen& pen, std::uint32_t index,
                    const MeasureStatus& status) {
    const Measure& measure = frame.plan().document.measures[index];
    const bool editable = !app::is_read_only(frame.state);
    const bool by_hand = status.overridden.has_value();
    const WorkUnit unit{.kind = by_hand ? UnitKind::ByHand : UnitKind::Measure};
    const ProgressReport report = report_of(frame.plan().document, measure, unit);
    const Reported of{.measure = measure.id,
                      .unit = unit,
                      .report = report,
                      .path = "inspector",
                      .enabled = editable};
    if (status.derived()) {
        pen.text(frame.text(by_hand ? "inspector.byHand"_key : "inspector.derived"_key), kSmall,
                 by_hand ? ColorRole::Review : ColorRole::TextSecondary);
        pen.skip(metrics::kGap * 0.5F);
        progress_bar(frame.ui, pen.block(metrics::kProgressHeight),
                     static_cast<float>(status.percent) / 100.0F, ColorRole::RunningDeep);
        unit_lists(frame, pen, index);
    }
    if (by_hand) {
        state_choice(frame, pen, of);
        reason_field(frame, pen, of);
        override_button(frame, pen, app::Command::DropOverride);
    } else if (status.derived()) {
        override_button(frame, pen, app::Command::OverrideState);
    } else {
        state_choice(frame, pen, of);
        percent_control(frame, pen, of);
        done_date_field(frame, pen, of);
        reason_field(frame, pen, of);
    }
    const WorkUnit whole;
    note_fields(
        frame, pen,
        {.measure = measure.id, .unit = whole, .report = measure.report, .path = "inspector"});
    if (!status.derived()) {
        unit_lists(frame, pen, index);
    }
}

void measure_inspector(ViewFrame& frame, InspectorPen& pen, std::uint32_t index) {
    const Measure& measure = frame.plan().document.measures[index];
    const MeasureStatus& status = frame.derived.status(frame.state).measures[index];
    if (frame.state.session.picked.count() > 1 && !app::is_read_only(frame.state)) {
        pen.text(frame.text("inspector.onlyThis"_key), kSmall, ColorRole::Review);
    }
    name_fields(frame, pen, measure);
    computed_state(frame, pen, status);
    review_facts(frame, pen, measure.period);
    pen.heading(frame.text("inspector.progress"_key));
    progress_facts(frame, pen, index, status);
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
