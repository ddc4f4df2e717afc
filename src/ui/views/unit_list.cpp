#include "ui/views/unit_list.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "app/unit_words.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/measure.hpp"
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

constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr std::size_t kShortList = 12;
constexpr float kRowHeight = 44.0F;
constexpr float kTickTarget = 36.0F;
constexpr float kTickBox = 20.0F;
constexpr float kTickLine = 1.5F;
constexpr float kMark = 16.0F;
constexpr float kIndent = 20.0F;
constexpr float kStripe = 3.0F;

class UnitList {
public:
    UnitList(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure, UnitKind kind)
        : m_frame(frame), m_ui(frame.ui), m_pen(pen), m_place(measure),
          m_measure(frame.plan().document.measures[measure]), m_kind(kind),
          m_units(frame.derived.units(frame.state, measure)),
          m_editable(!app::is_read_only(frame.state)) {
        const app::UnitsView& view = frame.state.session.units;
        m_view = view.measure == m_measure.id ? &view : nullptr;
    }

    void draw(app::TextKey title) {
        const std::size_t count = count_of([](const MeasureUnit&) { return true; });
        if (count == 0) {
            return;
        }
        const bool asked = m_view != nullptr && m_view->all_shown.contains(m_kind);
        if (!asked && count_of([](const MeasureUnit& each) { return each.derives; }) == 0) {
            draw_fold("unit.begin"_key, title, count, true);
            return;
        }
        draw_title(title, count);
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
        if (button(m_ui, {line.left, line.top, line.left + button_width(m_ui, spec), line.bottom},
                   spec)) {
            m_frame.actions.push(app::act::ShowAllUnits{m_measure.id, m_kind, all});
        }
    }

    // What is far out of sight only keeps its room; what is near is there, so that the Tab key
    // finds it.
    [[nodiscard]] bool is_near(const Rect& rect) const {
        const Rect& view = m_ui.scrolled_part().view;
        return rect.bottom > view.top - view.height() && rect.top < view.bottom + view.height();
    }

    void draw_unit(const MeasureUnit& unit) {
        const Rect rect = m_pen.row(kRowHeight);
        const bool opened = is_opened(unit);
        if (is_near(rect)) {
            const std::string name =
                app::unit_name(m_ui.texts(), m_frame.plan().document, m_measure, unit.unit);
            const std::string path = app::unit_path("unit", unit.unit);
            draw_tick({rect.left, rect.top, rect.left + kTickTarget, rect.bottom}, unit, name,
                      path);
            draw_name({rect.left + kTickTarget, rect.top, rect.right, rect.bottom}, unit, name,
                      path);
        }
        if (opened) {
            draw_report(unit, rect.bottom);
        }
    }

    void draw_tick(const Rect& rect, const MeasureUnit& unit, const std::string& name,
                   const std::string& path) {
        const bool done = unit.status.stored == StoredState::Done;
        const PressState press = press_area(m_ui, rect, path + "/done", Role::ToggleButton,
                                            m_ui.texts().format("unit.tick"_key, {{"unit", name}}));
        SemanticNode& node = m_ui.semantics().last();
        node.pressed = done ? 1 : 0;
        node.disabled = !m_editable;
        const Point center = rect.center();
        const float half = kTickBox * 0.5F;
        const Rect box{center.x - half, center.y - half, center.x + half, center.y + half};
        ImDrawList& list = *ImGui::GetWindowDrawList();
        const bool lit = press.hovered && m_editable;
        if (done) {
            list.AddRectFilled(top_left(box), bottom_right(box),
                               m_ui.color(m_editable ? ColorRole::Accent : ColorRole::Disabled),
                               kRadius);
            icon(m_ui, box.shrunk(kTickLine), Icon::Check, ColorRole::TextOnFill);
        } else {
            list.AddRectFilled(top_left(box), bottom_right(box),
                               m_ui.color(lit ? ColorRole::AccentSoft : ColorRole::SurfaceRaised),
                               kRadius);
            list.AddRect(top_left(box), bottom_right(box),
                         m_ui.color(lit          ? ColorRole::Accent
                                    : m_editable ? ColorRole::TextSecondary
                                                 : ColorRole::Disabled),
                         kRadius, ImDrawFlags_None, kTickLine);
        }
        if (press.focused) {
            focus_ring(m_ui, box.shrunk(-2.0F), kRadius);
        }
        if (lit) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
            tooltip(m_ui, m_frame.text(done ? "unit.untick"_key : "unit.tickHint"_key));
        }
        if (press.pressed && m_editable) {
            m_frame.actions.push(app::act::ToggleDone{m_measure.id, unit.unit});
        }
    }

    void draw_name(const Rect& rect, const MeasureUnit& unit, const std::string& name,
                   const std::string& path) {
        const bool opened = is_opened(unit);
        const std::string state = app::unit_state_words(m_ui.texts(), unit);
        const PressState press = press_area(m_ui, rect, path, Role::Button, name);
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
        const float mark_top = top + line + (small_line - kMark) * 0.5F;
        paint_state_mark(*ImGui::GetWindowDrawList(), look.mark,
                         {left, mark_top, left + kMark, mark_top + kMark}, look.deep, m_ui.theme());
        label(m_ui,
              {left + kMark + metrics::kGap * 0.5F, top + line, right, top + line + small_line},
              state, kSmall, unit.derives ? look.deep : ColorRole::TextSecondary);
        if (press.pressed) {
            m_frame.actions.push(app::act::OpenUnit{m_measure.id, unit.unit, !opened});
        }
    }

    // Below its row, with a stripe beside it.
    void draw_report(const MeasureUnit& unit, float top) {
        const ProgressReport report = report_of(m_frame.plan().document, m_measure, unit.unit);
        const Reported of{.measure = m_measure.id,
                          .unit = unit.unit,
                          .report = report,
                          .path = "unit",
                          .enabled = m_editable};
        m_pen.skip(metrics::kGap);
        m_pen.indent(kIndent);
        state_choice(m_frame, m_pen, of);
        percent_control(m_frame, m_pen, of);
        done_date_field(m_frame, m_pen, of);
        reason_field(m_frame, m_pen, of);
        note_field(m_frame, m_pen, of);
        m_pen.indent(-kIndent);
        const Rect end = m_pen.row(0.0F);
        ImGui::GetWindowDrawList()->AddRectFilled(
            {end.left + metrics::kGap * 0.5F, top + metrics::kGap * 0.5F},
            {end.left + metrics::kGap * 0.5F + kStripe, end.top - metrics::kGap},
            m_ui.color(ColorRole::Accent), kStripe * 0.5F);
    }

    static constexpr float kRadius = 4.0F;

    ViewFrame& m_frame;
    UiContext& m_ui;
    InspectorPen& m_pen;
    std::uint32_t m_place;
    const Measure& m_measure;
    UnitKind m_kind;
    const std::vector<MeasureUnit>& m_units;
    bool m_editable;
    const app::UnitsView* m_view = nullptr;
};

} // namespace

void unit_list(ViewFrame& frame, InspectorPen& pen, std::uint32_t measure, UnitKind kind,
               app::TextKey title) {
    UnitList(frame, pen, measure, kind).draw(title);
}

} // namespace vekha::ui
