// The bar on top: plan, saved state in words, the demonstration mark, the as-of date, and the file
// commands.
#include "app/actions.hpp"
#include "app/commands.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
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
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

using app::Command;

constexpr TextStyle kTitle{TextSize::Heading, TextWeight::Semibold};
constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr float kMinTitleWidth = 220.0F;
constexpr float kWideBar = 1180.0F; // from here on the file commands carry their words

// Places buttons from the right edge to the left.
class RightToLeft {
public:
    RightToLeft(const Rect& bar) : m_bar(bar), m_right(bar.right - metrics::kPad) {}
    Rect next(float width) {
        const float top = m_bar.center().y - metrics::kButtonHeight * 0.5F;
        const Rect rect{m_right - width, top, m_right, top + metrics::kButtonHeight};
        m_right = rect.left - metrics::kGap;
        return rect;
    }
    void gap() { m_right -= metrics::kGap; }
    [[nodiscard]] float right() const { return m_right; }

private:
    Rect m_bar;
    float m_right;
};

void theme_and_language(ViewFrame& frame, RightToLeft& place) {
    const bool dark = app::dark_theme(frame.state);
    ButtonSpec theme_button{
        .path = "topbar/theme",
        .label = frame.text(dark ? "topbar.theme.light"_key : "topbar.theme.dark"_key),
        .icon = dark ? Icon::Sun : Icon::Moon,
        .look = ButtonLook::Quiet,
        .icon_only = true};
    if (button(frame.ui, place.next(button_width(frame.ui, theme_button)), theme_button)) {
        frame.actions.push(
            app::act::SetTheme{dark ? app::ThemeChoice::Light : app::ThemeChoice::Dark});
    }
    const bool russian = frame.state.view.language == app::Language::Russian;
    const ButtonSpec language_button{.path = "topbar/language",
                                     .label = frame.text("topbar.language.other"_key),
                                     .description = frame.text("topbar.language.hint"_key),
                                     .look = ButtonLook::Quiet};
    if (button(frame.ui, place.next(button_width(frame.ui, language_button)), language_button)) {
        frame.actions.push(
            app::act::SetLanguage{russian ? app::Language::English : app::Language::Russian});
    }
}

void plan_commands(ViewFrame& frame, RightToLeft& place, bool wide) {
    const CommandButton inspector{"topbar/inspector",
                                  Command::ToggleInspector,
                                  Icon::Panel,
                                  ButtonLook::Quiet,
                                  true,
                                  frame.state.view.inspector_open};
    command_button(frame, place.next(command_button_width(frame, inspector)), inspector);
    place.gap();
    const CommandButton save{"topbar/save",       Command::Save, Icon::Save,
                             ButtonLook::Primary, !wide,         {}};
    command_button(frame, place.next(command_button_width(frame, save)), save);
    const CommandButton open{
        "topbar/open", Command::OpenFile, Icon::Open, ButtonLook::Plain, !wide, {}};
    command_button(frame, place.next(command_button_width(frame, open)), open);
    place.gap();
    const CommandButton redo{"topbar/redo", Command::Redo, Icon::Redo, ButtonLook::Quiet, true, {}};
    command_button(frame, place.next(command_button_width(frame, redo)), redo);
    const CommandButton undo{"topbar/undo", Command::Undo, Icon::Undo, ButtonLook::Quiet, true, {}};
    command_button(frame, place.next(command_button_width(frame, undo)), undo);
    place.gap();
}

// The as-of date: a button that says it; pressed, a field to type another one; beside it the way to
// today and back.
void as_of_control(ViewFrame& frame, RightToLeft& place) {
    UiContext& ui = frame.ui;
    const Date as_of = app::as_of_date(frame.state);
    const bool is_today = frame.state.view.as_of.mode == app::AsOfMode::Today;
    const ButtonSpec today{.path = "topbar/today",
                           .label = frame.text("topbar.today"_key),
                           .description = frame.text("topbar.today.hint"_key),
                           .look = ButtonLook::Quiet,
                           .pressed = is_today};
    if (button(ui, place.next(button_width(ui, today)), today)) {
        const app::AsOfMode mode = is_today ? app::AsOfMode::Plan : app::AsOfMode::Today;
        frame.actions.push(app::act::SetAsOf{{mode, as_of}});
    }
    const std::string words =
        ui.texts().format("topbar.asOf"_key, {{"date", app::short_date(ui.texts(), as_of)}});
    const ButtonSpec date{.path = "topbar/as-of",
                          .label = words,
                          .description = frame.text("topbar.asOf.hint"_key),
                          .look = ButtonLook::Plain};
    const Rect rect = place.next(button_width(ui, date));
    if (button(ui, rect, date)) {
        frame.actions.push(app::act::BeginEdit{semantic_key(date.path), app::EditField::AsOf, {}});
    }
    const auto& field = frame.state.session.field;
    if (field && field->field == app::EditField::AsOf) {
        frame.field = app::FieldSpec{.key = field->key,
                                     .rect = rect,
                                     .label = std::string(frame.text("topbar.asOf.field"_key)),
                                     .text = field->text};
    }
}

// The mark of made-up data; it stays on the screen at every width.
float demo_chip(ViewFrame& frame, Point at, float room) {
    UiContext& ui = frame.ui;
    const auto& demo = frame.plan().document.plan.demo;
    if (!demo) {
        return 0.0F;
    }
    constexpr TextStyle kChip{TextSize::Small, TextWeight::Semibold};
    const std::string_view words = frame.text("demo.mark"_key);
    const float width = std::min(room, ui.fonts().width(words, kChip) + 2.0F * metrics::kGap);
    const float height = ui.fonts().line_height(kChip) + metrics::kHairline * 2.0F;
    const Rect rect{at.x, at.y, at.x + width, at.y + height};
    ImGui::GetWindowDrawList()->AddRectFilled(
        top_left(rect), bottom_right(rect), ui.color(ColorRole::DueSoon), metrics::kRadius * 0.5F);
    label(ui, {rect.left + metrics::kGap, rect.top, rect.right - metrics::kGap * 0.5F, rect.bottom},
          words, kChip, ColorRole::Text);
    ui.add_node(semantic_key("demo"), Role::Text, words, rect).description = demo->reason;
    if (ImGui::IsMouseHoveringRect(top_left(rect), bottom_right(rect)) &&
        ImGui::IsWindowHovered()) {
        tooltip(ui, demo->reason);
    }
    return width + metrics::kGap;
}

void title_block(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    const std::string& title = frame.plan().document.plan.title;
    const float line = ui.fonts().line_height(kTitle);
    const float small_line = ui.fonts().line_height(kSmall);
    const float top = rect.center().y - (line + small_line) * 0.5F;
    const Rect title_rect{rect.left, top, rect.right, top + line};
    label(ui, title_rect, title, kTitle, ColorRole::Text);
    ui.add_node(semantic_key("plan-title"), Role::Heading, title, title_rect).level = 1;
    const float chip = demo_chip(frame, {rect.left, top + line}, rect.width());
    const std::string saved = ui.texts().format(app::save_state_text(frame.state));
    const Rect saved_rect{rect.left + chip, top + line, rect.right, top + line + small_line};
    label(ui, saved_rect, saved, kSmall, ColorRole::TextSecondary);
    ui.add_node(semantic_key("save-state"), Role::Status, saved, saved_rect);
}

} // namespace

void top_bar(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Surface));
    list->AddLine({rect.left, rect.bottom - metrics::kHairline},
                  {rect.right, rect.bottom - metrics::kHairline}, ui.color(ColorRole::Line));
    const SemanticKey banner = semantic_key("topbar");
    ui.add_node(banner, Role::Banner, frame.text("topbar.name"_key), rect);
    const SemanticScope scope(ui, banner);

    const float home_top = rect.center().y - metrics::kButtonHeight * 0.5F;
    const Rect home{rect.left + metrics::kPad, home_top,
                    rect.left + metrics::kPad + metrics::kButtonHeight,
                    home_top + metrics::kButtonHeight};
    command_button(frame, home,
                   {"topbar/home", Command::GoToStart, Icon::Home, ButtonLook::Quiet, true, {}});

    RightToLeft place(rect);
    theme_and_language(frame, place);
    plan_commands(frame, place, rect.width() >= kWideBar);
    as_of_control(frame, place);
    const float left = home.right + metrics::kPad;
    title_block(frame, {left, rect.top, std::max(left + kMinTitleWidth * 0.5F, place.right()),
                        rect.bottom});
}

} // namespace vekha::ui
