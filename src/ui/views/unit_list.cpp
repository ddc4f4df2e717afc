#include "ui/views/unit_list.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "app/unit_words.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_units.hpp"
#include "core/status/unit_status.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/scene_painter.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/report_controls.hpp"
#include "ui/views/view_frame.hpp"
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

constexpr std::size_t kShortList = 12;
constexpr float kRowHeight = 44.0F;
constexpr float kTickTarget = 36.0F;
constexpr float kTickBox = 20.0F;
constexpr float kTickLine = 1.5F;
constexpr float kIndent = 20.0F;
constexpr float kStripe = 3.0F;
constexpr float kTickRadius = 4.0F;

void paint_tick(UiContext& ui, const Rect& box, bool done, bool lit, bool editable) {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (done) {
        list.AddRectFilled(top_left(box), bottom_right(box),
                           ui.color(editable ? ColorRole::Accent : ColorRole::Disabled),
                           kTickRadius);
        icon(ui, box.shrunk(kTickLine), Icon::Check, ColorRole::TextOnFill);
        return;
    }
    list.AddRectFilled(top_left(box), bottom_right(box),
                       ui.color(lit ? ColorRole::AccentSoft : ColorRole::SurfaceRaised),
                       kTickRadius);
    const ColorRole line = lit        ? ColorRole::Accent
                           : editable ? ColorRole::TextSecondary
                                      : ColorRole::Disabled;
    list.AddRect(top_left(box), bottom_right(box), ui.color(line), kTickRadius, ImDrawFlags_None,
                 kTickLine);
}

class UnitList {
public:
    UnitList(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure, UnitKind kind)
        : m_frame(frame), m_ui(frame.ui), m_pen(pen), m_place(measure),
          m_measure(frame.plan().document.measures[measure]), m_kind(kind),
          m_units(frame.derived.units(frame.state, measure)) {
        const app::UnitsView& view = frame.state.session.units;
        m_view = view.measure == m_measure.id ? &view : nullptr;
    }

    void draw(app::TextKey title) {
        const std::size_t count = count_of([](const MeasureUnit&) { return true; });
        if (count == 0) {
            return;
        }
        const bool asked = m_view != nullptr && m_view->all_shown.contains(m_kind);
        const std::size_t reported = count_of([](const MeasureUnit& each) { return each.derives; });
        if (!asked && reported == 0) {
            draw_fold("unit.begin"_key, title, count, true);
            return;
        }
        draw_title(title, reported > 0 ? reported : count);
        const bool is_long = count > kShortList;
        if (asked || !is_long) {
            for (const MeasureUnit& each : m_units) {
                if (each.unit.kind == m_kind) {
                    draw_unit(each);
                }
            }
        } else {
            draw_most_urgent();
        }
        if (is_long) {
            draw_fold(asked ? "unit.less"_key : "unit.more"_key, title, count, !asked);
        }
    }

private:
    template <class Is>
    [[nodiscard]] std::size_t count_of(Is is) const {
        return static_cast<std::size_t>(
            std::ranges::count_if(m_units, [&](const MeasureUnit& each) {
                return each.unit.kind == m_kind && is(each);
            }));
    }
    [[nodiscard]] bool is_opened(const MeasureUnit& unit) const {
        return m_view != nullptr && m_view->open == unit.unit;
    }

    // «Отчёты по срокам: 3 из 12»
    void draw_title(app::TextKey title, std::size_t count) {
        const std::size_t done = count_of([](const MeasureUnit& each) {
            return each.derives && each.status.state == ComputedState::Done;
        });
        const app::Texts& texts = m_ui.texts();
        m_pen.text(texts.format("unit.listTitle"_key,
                                {{"title", std::string(m_frame.text(title))},
                                 {"done", texts.number(static_cast<std::int64_t>(done))},
                                 {"all", texts.number(static_cast<std::int64_t>(count))}}),
                   kSmall, ColorRole::TextSecondary);
    }

    // And the one that is open, wherever it stands.
    void draw_most_urgent() {
        std::size_t left = kShortList;
        for (const std::uint32_t index : m_frame.derived.units_by_urgency(m_frame.state, m_place)) {
            const MeasureUnit& each = m_units[index];
            if (each.unit.kind == m_kind && (left > 0 || is_opened(each))) {
                draw_unit(each);
                left -= left > 0 ? 1 : 0;
            }
        }
    }

    void draw_fold(app::TextKey key, app::TextKey title, std::size_t count, bool all) {
        const std::string words = m_ui.texts().format(
            key, {{"title", std::string(m_frame.text(title))},
                  {"n", m_ui.texts().number(static_cast<std::int64_t>(count))}});
        const std::string path = "unit/more/" + std::to_string(static_cast<int>(m_kind));
        const ButtonSpec spec{.path = path, .label = words, .look = ButtonLook::Quiet};
        const Rect line = m_pen.block(metrics::kButtonHeight);
        const float right = std::min(line.left + button_width(m_ui, spec), line.right);
        if (button(m_ui, {line.left, line.top, right, line.bottom}, spec)) {
            m_frame.actions.push(app::act::ShowAllUnits{m_measure.id, m_kind, all});
        }
    }

    // What is far out of sight only keeps its room; what is near is there, so that the Tab key
    // finds it.
    [[nodiscard]] bool is_near(const Rect& rect) const {
        const Rect& view = m_ui.scrolled_part().view;
        return rect.bottom > view.top - view.height() && rect.top < view.bottom + view.height();
    }

    [[nodiscard]] std::string name_of(const MeasureUnit& unit) const {
        const Document& document = m_frame.plan().document;
        return m_kind == UnitKind::School
                   ? short_name_of(document.schools[unit.place])
                   : app::unit_name(m_ui.texts(), document, m_measure, unit.unit);
    }

    void draw_unit(const MeasureUnit& unit) {
        const Rect rect = m_pen.row(kRowHeight);
        const bool opened = is_opened(unit);
        if (is_near(rect)) {
            const std::string name = name_of(unit);
            unit_tick(m_frame, {rect.left, rect.top, rect.left + kTickTarget, rect.bottom},
                      {.measure = m_measure.id,
                       .unit = unit.unit,
                       .name = name,
                       .done = unit.status.stored == StoredState::Done});
            draw_name({rect.left + kTickTarget, rect.top, rect.right, rect.bottom}, unit, name);
        }
        if (opened) {
            m_pen.skip(metrics::kGap);
            unit_report(m_frame, m_pen, m_measure, unit.unit);
        }
    }

    void draw_name(const Rect& rect, const MeasureUnit& unit, const std::string& name) {
        const bool opened = is_opened(unit);
        const std::string state = app::unit_state_words(m_ui.texts(), unit);
        const PressState press =
            press_area(m_ui, rect, app::unit_path("unit", unit.unit), Role::Button, name);
        SemanticNode& node = m_ui.semantics().last();
        node.description = state;
        node.expanded = opened ? 1 : 0;
        item_ground(m_ui, rect, press, opened);
        const StateLook look = look_of(unit.derives ? unit.status : UnitStatus{});
        const float left = rect.left + metrics::kGap;
        const float middle = rect.center().y;
        const float line = m_ui.fonts().line_height(kBody);
        const float small_line = m_ui.fonts().line_height(kSmall);
        const float top = middle - (line + small_line) * 0.5F;
        const float right = rect.right - metrics::kGap;
        label(m_ui, {left, top, right, top + line}, name, kBody, ColorRole::Text);
        const float mark_top = top + line + (small_line - metrics::kMark) * 0.5F;
        paint_state(*ImGui::GetWindowDrawList(), look,
                    {left, mark_top, left + metrics::kMark, mark_top + metrics::kMark},
                    m_ui.theme());
        label(m_ui,
              {left + metrics::kMark + metrics::kGap * 0.5F, top + line, right,
               top + line + small_line},
              state, kSmall, unit.derives ? look.deep : ColorRole::TextSecondary);
        if (press.pressed) {
            m_frame.actions.push(app::act::OpenUnit{m_measure.id, unit.unit, !opened});
        }
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    InspectorPen& m_pen;
    std::uint32_t m_place;
    const Measure& m_measure;
    UnitKind m_kind;
    const std::vector<MeasureUnit>& m_units;
    const app::UnitsView* m_view = nullptr;
};

} // namespace

void unit_tick(ViewFrame& frame, const Rect& rect, const UnitTick& tick) {
    UiContext& ui = frame.ui;
    const bool editable = !app::is_read_only(frame.state);
    const bool done = tick.done;
    const PressState press =
        press_area(ui, rect, app::unit_path("unit", tick.unit) + "/done", Role::ToggleButton,
                   ui.texts().format("unit.tick"_key, {{"unit", std::string(tick.name)}}));
    SemanticNode& node = ui.semantics().last();
    node.pressed = done ? 1 : 0;
    node.disabled = !editable;
    const Point center = rect.center();
    constexpr float kHalf = kTickBox * 0.5F;
    const Rect box{center.x - kHalf, center.y - kHalf, center.x + kHalf, center.y + kHalf};
    const bool lit = press.hovered && editable;
    paint_tick(ui, box, done, lit, editable);
    if (press.focused) {
        focus_ring(ui, box.shrunk(-2.0F), kTickRadius);
    }
    if (lit) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        tooltip(ui, frame.text(done ? "unit.untick"_key : "unit.tickHint"_key));
    }
    if (press.pressed && editable) {
        frame.actions.push(app::act::ToggleDone{tick.measure, tick.unit});
    }
}

void unit_report(ViewFrame& frame, InspectorPen& pen, const Measure& measure,
                 const WorkUnit& unit) {
    const ProgressReport report = report_of(frame.plan().document, measure, unit);
    const Reported of{.measure = measure.id,
                      .unit = unit,
                      .report = report,
                      // One of a list and one item may be open.
                      .path = unit.kind == UnitKind::Item ? "unit-item" : "unit",
                      .enabled = !app::is_read_only(frame.state)};
    const float top = pen.row(0.0F).top;
    pen.indent(kIndent);
    state_choice(frame, pen, of);
    percent_control(frame, pen, of);
    done_date_field(frame, pen, of);
    reason_field(frame, pen, of);
    note_fields(frame, pen, of);
    pen.indent(-kIndent);
    const Rect end = pen.row(0.0F);
    const float left = end.left + metrics::kGap * 0.5F;
    ImGui::GetWindowDrawList()->AddRectFilled({left, top},
                                              {left + kStripe, end.top - metrics::kGap},
                                              frame.ui.color(ColorRole::Accent), kStripe * 0.5F);
}

void unit_list(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure, UnitKind kind,
               app::TextKey title) {
    UnitList(frame, pen, measure, kind).draw(title);
}

} // namespace vekha::ui
