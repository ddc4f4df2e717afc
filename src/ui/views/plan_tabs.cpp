// The strip of tabs on top, one for each open plan, shown while there are several: title, a mark
// while the plan has work that is in no file, and the way to close it. Tabs that have no room are
// in the list of open plans. A low page has no strip: the list and the start screen have them all.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kHeight = 34.0F;
constexpr float kLeastWidth = 150.0F;
constexpr float kMostWidth = 420.0F;
constexpr float kMarkRadius = 3.5F;
constexpr float kShownLine = 3.0F;

// Tabs from `first` on, so many that each has its least width; the shown one is among them.
struct Visible {
    std::size_t first = 0;
    std::size_t count = 0;
    float width = 0.0F;
};

Visible visible_tabs(const app::AppState& state, float room) {
    const std::size_t all = app::plan_count(state);
    const auto most = std::max<std::size_t>(1, static_cast<std::size_t>(room / kLeastWidth));
    Visible visible{.count = std::min(all, most)};
    visible.width = std::min(kMostWidth, room / static_cast<float>(visible.count));
    visible.first = state.tab < visible.count ? 0 : state.tab + 1 - visible.count;
    return visible;
}

class TabStrip {
public:
    TabStrip(ViewFrame& frame, const Rect& rect) : m_frame(frame), m_ui(frame.ui), m_rect(rect) {}

    void draw() {
        const std::string_view title = m_frame.text("plans.title"_key);
        m_ui.add_node(semantic_key("plans"), Role::Navigation, title, m_rect);
        const SemanticScope plans(m_ui, semantic_key("plans"));
        m_ui.add_node(semantic_key("tabs"), Role::Toolbar, title, m_rect);
        const SemanticScope scope(m_ui, semantic_key("tabs"));
        const float side = m_rect.height();
        const float room = m_rect.width() - 2.0F * metrics::kGap - side;
        const bool all_fit =
            static_cast<float>(app::plan_count(m_frame.state)) * kLeastWidth <= room;
        const CommandButton more{.path = "tabs/more",
                                 .command = app::Command::ChoosePlan,
                                 .icon = Icon::Down,
                                 .look = ButtonLook::Quiet,
                                 .icon_only = true};
        const Visible visible = visible_tabs(m_frame.state, all_fit ? room : room - side);
        float left = m_rect.left + metrics::kGap;
        for (std::size_t i = 0; i < visible.count; ++i) {
            tab(visible.first + i, {left, m_rect.top, left + visible.width, m_rect.bottom});
            left += visible.width;
        }
        if (!all_fit) {
            command_button(m_frame, {left, m_rect.top, left + side, m_rect.bottom}, more);
            left += side;
        }
        const ButtonSpec add{.path = "tabs/add",
                             .label = m_frame.text("plans.add"_key),
                             .icon = Icon::Plus,
                             .look = ButtonLook::Quiet,
                             .icon_only = true};
        if (button(m_ui, {left, m_rect.top, left + side, m_rect.bottom}, add)) {
            m_frame.actions.push(app::act::GoToStart{});
        }
    }

private:
    void tab(std::size_t place, const Rect& rect) {
        const app::OpenPlan& plan = app::plan_at(m_frame.state, place);
        const bool shown = place == m_frame.state.tab;
        const std::string name = app::open_plan_name(m_frame.state, place);
        m_path = "tabs/plan/" + std::to_string(plan.opening);
        const Rect close{rect.right - rect.height(), rect.top, rect.right, rect.bottom};
        const PressState state = press_area(m_ui, {rect.left, rect.top, close.left, rect.bottom},
                                            m_path, Role::ToggleButton, name);
        SemanticNode& node = m_ui.semantics().last();
        node.pressed = shown ? 1 : 0;
        const bool unsaved = plan.has_unsaved_work();
        if (unsaved) {
            node.description = m_frame.text("plans.unsaved"_key);
        }
        ground(rect, shown, state);
        float left = rect.left + metrics::kPad;
        if (unsaved) {
            ImGui::GetWindowDrawList()->AddCircleFilled({left + kMarkRadius, rect.center().y},
                                                        kMarkRadius, m_ui.color(ColorRole::Accent));
            left += 2.0F * kMarkRadius + metrics::kGap;
        }
        label(m_ui, {left, rect.top, close.left, rect.bottom}, name, shown ? kSmallStrong : kSmall,
              shown ? ColorRole::Text : ColorRole::TextSecondary);
        if (state.hovered) {
            tooltip(m_ui, name);
        }
        if (state.focused) {
            focus_ring(m_ui, rect.shrunk(2.0F * metrics::kFocusRing), metrics::kRadius);
        }
        if (state.pressed && !shown) {
            m_frame.actions.push(app::act::ShowPlan{plan.opening});
        }
        close_button(plan, name, close);
    }

    // The shown tab goes over into the bar below it.
    void ground(const Rect& rect, bool shown, const PressState& state) {
        ImDrawList* list = ImGui::GetWindowDrawList();
        if (shown) {
            list->AddRectFilled(top_left(rect), bottom_right(rect), m_ui.color(ColorRole::Surface));
            list->AddRectFilled(top_left(rect), {rect.right, rect.top + kShownLine},
                                m_ui.color(ColorRole::Accent));
        } else if (state.hovered) {
            list->AddRectFilled(top_left(rect), bottom_right(rect),
                                m_ui.color(ColorRole::RowHovered));
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        if (!shown) {
            list->AddLine({rect.right - metrics::kHairline, rect.top + metrics::kGap},
                          {rect.right - metrics::kHairline, rect.bottom - metrics::kGap},
                          m_ui.color(ColorRole::Line));
        }
    }

    void close_button(const app::OpenPlan& plan, const std::string& name, const Rect& rect) {
        m_path.append("/close");
        const std::string words = m_ui.texts().format("plans.close"_key, {{"title", name}});
        const ButtonSpec close{.path = m_path,
                               .label = words,
                               .icon = Icon::Close,
                               .look = ButtonLook::Quiet,
                               .icon_only = true};
        if (button(m_ui, rect.shrunk(metrics::kGap * 0.5F), close)) {
            m_frame.actions.push(app::act::ClosePlan{plan.opening});
        }
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    Rect m_rect;
    std::string m_path;
};

} // namespace

float plan_tabs_height(const app::AppState& state, const Rect& page) {
    const bool has_room = page.height() >= metrics::kLowPage;
    return has_room && app::plan_count(state) > 1 ? kHeight : 0.0F;
}

void plan_tabs(ViewFrame& frame, const Rect& rect) {
    if (rect.empty()) {
        return;
    }
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect),
                        frame.ui.color(ColorRole::SurfaceRaised));
    list->AddLine({rect.left, rect.bottom - metrics::kHairline},
                  {rect.right, rect.bottom - metrics::kHairline}, frame.ui.color(ColorRole::Line));
    TabStrip(frame, rect).draw();
}

} // namespace vekha::ui
