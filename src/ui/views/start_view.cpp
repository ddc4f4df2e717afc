// The start screen: go on with the last plan, open a file, begin a blank plan, or look at a sample.
#include "app/actions.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/samples.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr TextStyle kTitle{TextSize::Title, TextWeight::Semibold};
constexpr TextStyle kHeading{TextSize::Heading, TextWeight::Semibold};
constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr float kMinCardWidth = 300.0F;

struct Card {
    std::string_view path;
    std::string_view title;
    std::string_view about;
    std::string_view mark; // of made-up data; empty: none
    Icon icon = Icon::Document;
};

bool draw_card(UiContext& ui, const Rect& rect, const Card& card) {
    const PressState state = press_area(ui, rect, card.path, Role::Button, card.title);
    ui.semantics().last().description = card.about;
    panel(ui, rect, state.hovered ? ColorRole::RowHovered : ColorRole::Surface,
          metrics::kRadiusLarge, state.hovered);
    if (state.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (state.focused) {
        focus_ring(ui, rect, metrics::kRadiusLarge);
    }
    const float left = rect.left + metrics::kGapWide;
    const float icon_top = rect.top + metrics::kGapWide;
    icon(ui, {left, icon_top, left + metrics::kIconSize, icon_top + metrics::kIconSize}, card.icon,
         ColorRole::Accent);
    const float text_left = left + metrics::kIconSize + metrics::kPad;
    const float width = rect.right - metrics::kGapWide - text_left;
    float y = icon_top;
    y += wrapped_text(ui, {text_left, y}, width, card.title, kStrong, ColorRole::Text);
    y += metrics::kGap * 0.5F;
    wrapped_text(ui, {text_left, y}, width, card.about, kSmall, ColorRole::TextSecondary);
    if (!card.mark.empty()) {
        const float line = ui.fonts().line_height(kSmall);
        label(ui,
              {text_left, rect.bottom - metrics::kPad - line, rect.right - metrics::kGapWide,
               rect.bottom - metrics::kPad},
              card.mark, kSmall, ColorRole::Review);
    }
    return state.pressed;
}

class StartPage {
public:
    StartPage(ViewFrame& frame, const Rect& page, float scroll)
        : m_frame(frame), m_ui(frame.ui),
          m_width(std::min(metrics::kStartWidth, page.width() - 2.0F * metrics::kPagePad)),
          m_left(page.center().x - m_width * 0.5F),
          m_y(page.top + metrics::kPagePad * 1.5F - scroll) {}

    // Returns the height of what was drawn.
    float draw() {
        const float begin = m_y;
        greeting();
        open_commands();
        last_plan();
        samples();
        return m_y - begin + metrics::kPagePad * 2.5F;
    }

private:
    void greeting() {
        const std::string_view name = m_frame.text("start.title"_key);
        const float line = m_ui.fonts().line_height(kTitle);
        label(m_ui, {m_left, m_y, m_left + m_width, m_y + line}, name, kTitle, ColorRole::Text);
        m_ui.add_node(semantic_key("start/title"), Role::Heading, name,
                      {m_left, m_y, m_left + m_width, m_y + line})
            .level = 1;
        m_y += line + metrics::kGap;
        m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, m_frame.text("start.tagline"_key), kBody,
                            ColorRole::TextSecondary);
        m_y += metrics::kGapWide;
    }

    void open_commands() {
        float left = m_left;
        const CommandButton open{
            "start/open", app::Command::OpenFile, Icon::Open, ButtonLook::Primary, false, {}};
        const float open_width = command_button_width(m_frame, open);
        command_button(m_frame, {left, m_y, left + open_width, m_y + metrics::kButtonHeight}, open);
        left += open_width + metrics::kPad;
        const ButtonSpec blank{
            .path = "start/blank", .label = m_frame.text("start.blank"_key), .icon = Icon::Plus};
        const float blank_width = button_width(m_ui, blank);
        if (button(m_ui, {left, m_y, left + blank_width, m_y + metrics::kButtonHeight}, blank)) {
            m_frame.actions.push(app::act::NewBlankPlan{});
        }
        left += blank_width + metrics::kPad;
        if (m_frame.state.plan) {
            const ButtonSpec back{
                .path = "start/back", .label = m_frame.text("start.back"_key), .icon = Icon::Undo};
            const float back_width = button_width(m_ui, back);
            if (button(m_ui, {left, m_y, left + back_width, m_y + metrics::kButtonHeight}, back)) {
                m_frame.actions.push(app::act::GoToPlan{});
            }
        }
        m_y += metrics::kButtonHeight + metrics::kGap;
        m_y += wrapped_text(m_ui, {m_left, m_y}, m_width, m_frame.text("start.dropHint"_key),
                            kSmall, ColorRole::TextSecondary);
        m_y += metrics::kPagePad;
    }

    void heading(std::string_view words, std::string_view path) {
        const float line = m_ui.fonts().line_height(kHeading);
        const Rect rect{m_left, m_y, m_left + m_width, m_y + line};
        label(m_ui, rect, words, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key(path), Role::Heading, words, rect).level = 2;
        m_y += line + metrics::kPad;
    }

    void last_plan() {
        const auto& last = m_frame.state.session.last_plan;
        if (!last || m_frame.state.plan) {
            return;
        }
        heading(m_frame.text("start.last"_key), "start/last-heading");
        const std::string about =
            m_ui.texts().format("start.last.about"_key, {{"time", last->saved_at}});
        const Rect rect{m_left, m_y, m_left + card_width(), m_y + metrics::kCardHeight * 0.62F};
        if (draw_card(m_ui, rect, {"start/last", last->name, about, {}, Icon::Document})) {
            m_frame.actions.push(app::act::OpenLastPlan{});
        }
        m_y = rect.bottom + metrics::kPagePad;
    }

    void samples() {
        heading(m_frame.text("start.samples"_key), "start/samples-heading");
        const float width = card_width();
        const int columns = column_count();
        int column = 0;
        float row_top = m_y;
        for (const app::SampleInfo& sample : app::samples()) {
            const float left = m_left + static_cast<float>(column) * (width + metrics::kGapWide);
            const std::string path = std::string("start/sample/").append(sample.slug);
            const Card card{path, m_frame.text(sample.title), m_frame.text(sample.about),
                            m_frame.text("demo.mark"_key), Icon::Document};
            if (draw_card(m_ui, {left, row_top, left + width, row_top + metrics::kCardHeight},
                          card)) {
                m_frame.actions.push(app::act::OpenSample{std::string(sample.slug)});
            }
            if (++column == columns) {
                column = 0;
                row_top += metrics::kCardHeight + metrics::kGapWide;
            }
        }
        m_y = column == 0 ? row_top : row_top + metrics::kCardHeight + metrics::kGapWide;
    }

    [[nodiscard]] int column_count() const {
        return std::max(1, static_cast<int>((m_width + metrics::kGapWide) /
                                            (kMinCardWidth + metrics::kGapWide)));
    }
    [[nodiscard]] float card_width() const {
        const auto columns = static_cast<float>(column_count());
        return std::floor((m_width - (columns - 1.0F) * metrics::kGapWide) / columns);
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    float m_width;
    float m_left;
    float m_y;
};

} // namespace

void start_view(ViewFrame& frame, const Rect& rect, float& scroll) {
    const SemanticKey main_key = semantic_key("start");
    frame.ui.add_node(main_key, Role::Main, frame.text("start.title"_key), rect);
    const SemanticScope scope(frame.ui, main_key);
    StartPage page(frame, rect, scroll);
    const float height = page.draw();
    scroll = vertical_scrollbar(
        frame.ui, {rect.right - metrics::kScrollbarWidth, rect.top, rect.right, rect.bottom},
        "start/scroll", scroll, height);
}

} // namespace vekha::ui
