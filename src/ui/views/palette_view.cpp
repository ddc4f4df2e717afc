// The palette: a field, and below it the commands that are meant by what is typed, each with its
// group, its keys or the reason why it cannot run. Enter runs the first one, the arrow down leads
// into the list.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/palette.hpp"
#include "app/shortcuts.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kStrong{TextSize::Body, TextWeight::Semibold};
constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr float kWidth = 640.0F;
constexpr float kMostOfPage = 0.82F;
constexpr float kLeastOfWords = 0.5F; // of the width, beside what stands on the right
constexpr float kKeysWidth = 72.0F;

class PaletteList {
public:
    // `first`: is marked, since Enter in the field runs it.
    PaletteList(ViewFrame& frame, const std::vector<app::Command>& commands, bool first)
        : m_frame(frame), m_ui(frame.ui), m_commands(commands), m_marks_first(first) {}

    void draw(const Rect& view, float& scroll) {
        const float row = metrics::kButtonHeight;
        const float wanted = static_cast<float>(m_commands.size()) * row;
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            "palette/scroll", scroll, wanted);
        const SemanticKey key = semantic_key("palette/list");
        // The ring around the first and the last item stands outside of them.
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        m_ui.add_node(key, Role::Menu, m_frame.text("command.palette"_key), clip);
        const SemanticScope scope(m_ui, key);
        const ScrollScope scrolled(m_ui, view, scroll);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        float top = view.top - scroll;
        for (const app::Command command : m_commands) {
            item({view.left, top, view.right - metrics::kScrollbarWidth, top + row}, command);
            top += row;
        }
        ImGui::PopClipRect();
    }

private:
    void item(const Rect& rect, app::Command command) {
        const app::Availability availability = app::availability_behind(m_frame.state, command);
        const bool on = app::command_is_on(m_frame.state, command).value_or(false);
        const std::string_view words = m_frame.text(app::command_label(command));
        m_keys = app::shortcut_text(command);
        const std::string_view beside =
            availability.enabled ? m_frame.text(app::group_title(app::command_group(command)))
                                 : m_frame.text(availability.reason);
        m_path = "palette/" + std::to_string(static_cast<std::size_t>(command));
        const PressState state = press_area(m_ui, rect, m_path, Role::MenuItem, words);
        describe(availability, on, beside);
        item_ground(m_ui, rect, state, m_marks_first && command == m_commands.front());
        const ColorRole ink = availability.enabled ? ColorRole::Text : ColorRole::TextSecondary;
        const float left = rect.left + metrics::kGap;
        const float mark = metrics::kIconSize;
        if (on) {
            icon(m_ui,
                 {left, rect.center().y - mark * 0.5F, left + mark, rect.center().y + mark * 0.5F},
                 Icon::Check, ColorRole::Accent);
        }
        const float words_left = left + mark + metrics::kGap;
        const float keys_left = rect.right - kKeysWidth;
        const float room = keys_left - words_left;
        const float needed = m_ui.fonts().width(words, kBody) + metrics::kGapWide;
        const float split = words_left + std::min(needed, std::max(room * kLeastOfWords,
                                                                   room - beside_width(beside)));
        label(m_ui, {words_left, rect.top, split, rect.bottom}, words, kBody, ink);
        right_aligned({split, rect.top, keys_left - metrics::kGap, rect.bottom}, beside, kSmall);
        right_aligned({keys_left, rect.top, rect.right - metrics::kGap, rect.bottom}, m_keys,
                      kStrong);
        if (state.pressed) {
            m_frame.actions.push(app::act::RunCommand{command});
        }
    }

    void describe(const app::Availability& availability, bool on, std::string_view beside) {
        SemanticNode& node = m_ui.semantics().last();
        node.disabled = !availability.enabled;
        node.description = beside;
        for (const std::string_view more :
             {std::string_view(m_keys), on ? m_frame.text("palette.on"_key) : std::string_view()}) {
            if (!more.empty()) {
                node.description.append(", ").append(more);
            }
        }
    }

    [[nodiscard]] float beside_width(std::string_view words) const {
        return m_ui.fonts().width(words, kSmall) + metrics::kGap;
    }

    void right_aligned(const Rect& rect, std::string_view words, TextStyle style) {
        const float free = rect.width() - m_ui.fonts().width(words, style);
        label(m_ui, {rect.left + std::max(0.0F, free), rect.top, rect.right, rect.bottom}, words,
              style, ColorRole::TextSecondary);
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const std::vector<app::Command>& m_commands;
    bool m_marks_first;
    std::string m_path;
    std::string m_keys;
};

} // namespace

void palette_view(ViewFrame& frame, const Rect& page, const app::PaletteQuestion& question,
                  float& scroll) {
    UiContext& ui = frame.ui;
    const std::vector<app::Command> commands =
        app::found_commands(frame.state, ui.texts(), question.typed);
    const float row = metrics::kButtonHeight;
    const float fixed = row + 3.0F * metrics::kGapWide;
    const float width = std::min(kWidth, page.width() - 2.0F * metrics::kPad);
    const float most =
        std::max(1.0F, std::floor((page.height() * kMostOfPage - fixed) / row)) * row;
    const float wanted = static_cast<float>(std::max<std::size_t>(commands.size(), 1)) * row;
    const float left = page.center().x - width * 0.5F;
    // The field stays in its place while the list below it changes.
    const float top = page.top + (page.height() - fixed - most) * 0.5F;
    const Rect box{left, top, left + width, top + fixed + std::min(wanted, most)};
    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("palette");
    ui.add_node(key, Role::Dialog, frame.text("command.palette"_key), box);
    const SemanticScope scope(ui, key);
    const Rect field{box.left + metrics::kGapWide, box.top + metrics::kGapWide,
                     box.right - metrics::kGapWide - row, box.top + metrics::kGapWide + row};
    edit_field(frame, field, {},
               {.path = app::kPaletteField,
                .field = app::EditField::Palette,
                .name = frame.text("palette.field"_key),
                .shown = question.typed,
                .placeholder = frame.text("palette.hint"_key)});
    const ButtonSpec close{.path = "palette/close",
                           .label = frame.text("button.close"_key),
                           .icon = Icon::Close,
                           .look = ButtonLook::Quiet,
                           .icon_only = true};
    const Rect view{box.left + metrics::kGap, field.bottom + metrics::kGapWide,
                    box.right - metrics::kGap, box.bottom - metrics::kGapWide};
    if (commands.empty()) {
        const std::string_view nothing = frame.text("palette.nothing"_key);
        label(ui, {field.left, view.top, view.right, view.bottom}, nothing, kBody,
              ColorRole::TextSecondary);
        ui.add_node(semantic_key("palette/nothing"), Role::Status, nothing, view);
    } else {
        PaletteList(frame, commands, !question.typed.empty()).draw(view, scroll);
    }
    if (button(ui, {field.right, field.top, field.right + row, field.bottom}, close)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
