// The bar on top: plan, saved state in words, the demonstration mark, the as-of date, and the file
// commands. What does not fit beside the title folds away step by step.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/preference_buttons.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

using app::Command;

constexpr float kLeastTitleWidth = 200.0F;
constexpr float kLeastTarget = 24.0F;
constexpr float kTitlePad = 6.0F; // beside its words, where it can be pressed
constexpr PreferencePaths kPreferences{.theme = "topbar/theme", .language = "topbar/language"};
constexpr CommandButton kInspector{.path = "topbar/inspector",
                                   .command = Command::ToggleInspector,
                                   .icon = Icon::Panel,
                                   .look = ButtonLook::Quiet,
                                   .icon_only = true};
constexpr CommandButton kSearch{.path = "topbar/search",
                                .command = Command::Search,
                                .icon = Icon::Search,
                                .look = ButtonLook::Quiet,
                                .icon_only = true};
constexpr CommandButton kPalette{.path = "topbar/palette",
                                 .command = Command::Palette,
                                 .icon = Icon::Menu,
                                 .look = ButtonLook::Quiet,
                                 .icon_only = true};
constexpr CommandButton kRedo{.path = "topbar/redo",
                              .command = Command::Redo,
                              .icon = Icon::Redo,
                              .look = ButtonLook::Quiet,
                              .icon_only = true};
constexpr CommandButton kUndo{.path = "topbar/undo",
                              .command = Command::Undo,
                              .icon = Icon::Undo,
                              .look = ButtonLook::Quiet,
                              .icon_only = true};

// What the bar shows beside home, title, as-of date, save, inspector and the list of all actions,
// which stay at every width. Everything that folds away is in that list.
struct BarParts {
    bool file_words = true; // «Open», «Save» beside their icons
    bool preferences = true;
    bool today = true;
    bool open = true;
    bool history = true;
    bool search = true;
};

CommandButton save_button(const BarParts& parts) {
    return {.path = "topbar/save",
            .command = Command::Save,
            .icon = Icon::Save,
            .look = ButtonLook::Primary,
            .icon_only = !parts.file_words};
}

CommandButton open_button(const BarParts& parts) {
    return {.path = "topbar/open",
            .command = Command::OpenFile,
            .icon = Icon::Open,
            .look = ButtonLook::Plain,
            .icon_only = !parts.file_words};
}

ButtonSpec today_button(const ViewFrame& frame) {
    return {.path = "topbar/today",
            .label = frame.text("topbar.today"_key),
            .description = frame.text("topbar.today.hint"_key),
            .look = ButtonLook::Quiet,
            .pressed = app::command_is_on(frame.state, Command::ToggleToday)};
}

ButtonSpec as_of_button(const ViewFrame& frame, std::string_view words) {
    return {.path = app::kAsOfField,
            .label = words,
            .description = frame.text("topbar.asOf.hint"_key),
            .look = ButtonLook::Plain};
}

// Of all buttons on the right, with the gaps between them.
float buttons_width(ViewFrame& frame, const BarParts& parts, std::string_view as_of_words) {
    constexpr float kGroupGap = metrics::kGap;
    float width = metrics::kPad;
    const auto add = [&width](float button_width) { width += button_width + metrics::kGap; };
    if (parts.preferences) {
        add(preference_buttons_width(frame));
    }
    add(command_button_width(frame, kPalette));
    add(command_button_width(frame, kInspector));
    if (parts.search) {
        add(command_button_width(frame, kSearch));
    }
    width += kGroupGap;
    add(command_button_width(frame, save_button(parts)));
    if (parts.open) {
        add(command_button_width(frame, open_button(parts)));
    }
    width += kGroupGap;
    if (parts.history) {
        add(command_button_width(frame, kRedo));
        add(command_button_width(frame, kUndo));
        width += kGroupGap;
    }
    if (parts.today) {
        add(button_width(frame.ui, today_button(frame)));
    }
    add(button_width(frame.ui, as_of_button(frame, as_of_words)));
    return width;
}

// The most that leaves the title its room.
BarParts parts_for(ViewFrame& frame, float room, std::string_view as_of_words) {
    BarParts parts;
    for (bool BarParts::* const next :
         {&BarParts::file_words, &BarParts::preferences, &BarParts::today, &BarParts::open,
          &BarParts::history, &BarParts::search}) {
        if (buttons_width(frame, parts, as_of_words) + kLeastTitleWidth <= room) {
            return parts;
        }
        parts.*next = false;
    }
    return parts;
}

// Places buttons from left to right, which is also the order of the Tab key.
class LeftToRight {
public:
    LeftToRight(float left, float middle)
        : m_left(left), m_top(middle - metrics::kButtonHeight * 0.5F) {}
    Rect next(float width) {
        const Rect rect{m_left, m_top, m_left + width, m_top + metrics::kButtonHeight};
        m_left = rect.right + metrics::kGap;
        return rect;
    }
    void gap() { m_left += metrics::kGap; }

private:
    float m_left;
    float m_top;
};

// The as-of date: a button that says it; pressed, a field to type another one; beside it the way to
// today and back.
void as_of_control(ViewFrame& frame, LeftToRight& place, const BarParts& parts,
                   std::string_view words) {
    UiContext& ui = frame.ui;
    const ButtonSpec date = as_of_button(frame, words);
    const Rect rect = place.next(button_width(ui, date));
    if (button(ui, rect, date)) {
        frame.actions.push(app::act::BeginEdit{semantic_key(date.path), app::EditField::AsOf, {}});
    }
    const auto& field = frame.state.session.field;
    if (field && field->field == app::EditField::AsOf) {
        frame.field = app::FieldSpec{.key = field->key,
                                     .rect = rect,
                                     .label = std::string(frame.text("topbar.asOf.field"_key)),
                                     .text = field->text,
                                     .waits = field->waits};
    }
    if (!parts.today) {
        return;
    }
    const ButtonSpec today = today_button(frame);
    if (button(ui, place.next(button_width(ui, today)), today)) {
        frame.actions.push(app::command_action(frame.state, Command::ToggleToday));
    }
}

void plan_commands(ViewFrame& frame, LeftToRight& place, const BarParts& parts) {
    const auto put = [&](const CommandButton& spec) {
        const Rect rect = place.next(command_button_width(frame, spec));
        command_button(frame, rect, spec);
        return rect;
    };
    if (parts.history) {
        const Rect undo = put(kUndo);
        if (ImGui::IsMouseClicked(ImGuiMouseButton_Right) && ImGui::IsWindowHovered() &&
            ImGui::IsMouseHoveringRect(top_left(undo), bottom_right(undo)) &&
            app::command_availability(frame.state, Command::ShowHistory).enabled) {
            frame.actions.push(app::act::ShowHistory{});
        }
        put(kRedo);
        place.gap();
    }
    if (parts.open) {
        put(open_button(parts));
    }
    put(save_button(parts));
    place.gap();
    if (parts.search) {
        CommandButton search = kSearch;
        search.pressed = app::filter_is_open(frame.state);
        put(search);
    }
    CommandButton inspector = kInspector;
    inspector.pressed = app::inspector_is_open(frame.state);
    put(inspector);
}

// The mark of made-up data; it stays on the screen at every width, in one word where the saved
// state would have no room beside it. Returns what it takes of the line.
float demo_chip(ViewFrame& frame, const Rect& line, std::string_view saved) {
    UiContext& ui = frame.ui;
    const auto& demo = frame.plan().document.plan.demo;
    if (!demo) {
        return 0.0F;
    }
    const std::string_view whole = frame.text("demo.mark"_key);
    const auto width_of = [&ui](std::string_view words) {
        return ui.fonts().width(words, kSmallStrong) + 2.0F * metrics::kGap;
    };
    const bool fits =
        width_of(whole) + metrics::kGap + ui.fonts().width(saved, kSmall) <= line.width();
    const std::string_view words = fits ? whole : frame.text("demo.short"_key);
    const float width = std::min(line.width(), width_of(words));
    const Rect rect{line.left, line.top, line.left + width, line.bottom};
    ImGui::GetWindowDrawList()->AddRectFilled(
        top_left(rect), bottom_right(rect), ui.color(ColorRole::DueSoon), metrics::kRadius * 0.5F);
    label(ui, {rect.left + metrics::kGap, rect.top, rect.right - metrics::kGap * 0.5F, rect.bottom},
          words, kSmallStrong, ColorRole::Text);
    ui.add_node(semantic_key("demo"), Role::Text, whole, rect).description = demo->reason;
    if (ImGui::IsMouseHoveringRect(top_left(rect), bottom_right(rect)) &&
        ImGui::IsWindowHovered()) {
        tooltip(ui, demo->reason);
    }
    return width + metrics::kGap;
}

void title_block(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    const std::string& title = frame.plan().document.plan.title;
    const float line = std::max(ui.fonts().line_height(kHeading), kLeastTarget);
    const float small_line = ui.fonts().line_height(kSmall);
    const float top = std::max(rect.top, rect.center().y - (line + small_line) * 0.5F);
    const Rect title_rect{rect.left, top, rect.right, top + line};
    const Rect ground{
        title_rect.left - kTitlePad, top,
        std::min(title_rect.right, title_rect.left + kTitlePad + ui.fonts().width(title, kHeading)),
        title_rect.bottom};
    const SemanticKey heading = semantic_key("plan-title");
    ui.add_node(heading, Role::Heading, title, ground).level = 1;
    {
        const SemanticScope scope(ui, heading);
        const PressState press = press_area(ui, ground, "topbar/title", Role::Button, title);
        ui.semantics().last().description = frame.text("topbar.title.hint"_key);
        item_ground(ui, ground, press);
        if (press.pressed) {
            frame.actions.push(app::command_action(frame.state, Command::EditPlan));
        }
    }
    label(ui, title_rect, title, kHeading, ColorRole::Text);
    const Rect below{rect.left, top + line, rect.right, top + line + small_line};
    const app::Session& session = frame.state.session;
    const std::string saved =
        app::holds_typed_text(session)
            ? std::string(frame.text("save.typing"_key))
            : ui.texts().format(app::save_state_text(frame.plan(), session.draft_health));
    const float chip = demo_chip(frame, below, saved);
    const Rect saved_rect{std::min(below.left + chip, below.right), below.top, below.right,
                          below.bottom};
    label(ui, saved_rect, saved, kSmall, ColorRole::TextSecondary);
    ui.add_node(semantic_key("save-state"), Role::Status, saved, saved_rect);
}

} // namespace

void top_bar(ViewFrame& frame, const Rect& rect) {
    UiContext& ui = frame.ui;
    bar_ground(ui, rect);
    const SemanticKey banner = semantic_key("topbar");
    ui.add_node(banner, Role::Banner, frame.text("topbar.name"_key), rect);
    const SemanticScope scope(ui, banner);

    const float home_top = rect.center().y - metrics::kButtonHeight * 0.5F;
    const Rect home{rect.left + metrics::kPad, home_top,
                    rect.left + metrics::kPad + metrics::kButtonHeight,
                    home_top + metrics::kButtonHeight};
    command_button(frame, home,
                   {"topbar/home", Command::GoToStart, Icon::Home, ButtonLook::Quiet, true, {}});
    const float title_left = home.right + metrics::kPad;
    const std::string as_of_words = ui.texts().format(
        "topbar.asOf"_key, {{"date", app::short_date(ui.texts(), app::as_of_date(frame.state))}});
    const BarParts parts = parts_for(frame, rect.right - title_left, as_of_words);
    const float width = buttons_width(frame, parts, as_of_words);
    const float title_right = std::max(title_left, rect.right - width);
    title_block(frame, {title_left, rect.top, title_right, rect.bottom});
    LeftToRight place(rect.right - width + metrics::kGap, rect.center().y);
    as_of_control(frame, place, parts, as_of_words);
    plan_commands(frame, place, parts);
    if (parts.preferences) {
        preference_buttons(frame, place.next(preference_buttons_width(frame)), kPreferences);
    }
    command_button(frame, place.next(command_button_width(frame, kPalette)), kPalette);
}

} // namespace vekha::ui
