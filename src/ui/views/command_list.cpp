#include "ui/views/command_list.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/shortcuts.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kKeysWidth = 84.0F;

class CommandList {
public:
    CommandList(ViewFrame& frame, const CommandListSpec& spec)
        : m_frame(frame), m_ui(frame.ui), m_spec(spec) {}

    void draw(const Rect& view, float& scroll) {
        const float row = metrics::kButtonHeight;
        const float wanted = static_cast<float>(m_spec.commands.size()) * row;
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            path("scroll"), scroll, wanted);
        const SemanticKey key = semantic_key(path("list"));
        // The ring around the first and the last item stands outside of them.
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        m_ui.add_node(key, Role::Menu, m_spec.name, clip);
        const SemanticScope scope(m_ui, key);
        const ScrollScope scrolled(m_ui, view, scroll);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        float top = view.top - scroll;
        for (const app::Command command : m_spec.commands) {
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
            !availability.enabled ? m_frame.text(availability.reason)
            : m_spec.names_groups ? m_frame.text(app::group_title(app::command_group(command)))
                                  : std::string_view();
        const std::string number = std::to_string(static_cast<std::size_t>(command));
        const PressState state = press_area(m_ui, rect, path(number), Role::MenuItem, words);
        describe(availability, on, beside);
        item_ground(m_ui, rect, state, m_spec.marks_first && command == m_spec.commands.front());
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
        const float split = words_left + std::min(needed, room);
        if (!beside.empty() && beside_width(beside) > keys_left - split) {
            if (state.hovered) {
                tooltip(m_ui, beside);
            } else if (state.focused && !ImGui::IsAnyItemHovered()) {
                words_at(m_ui, {rect.right, rect.top - metrics::kTooltipOffset}, beside);
            }
        }
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
        node.description.clear();
        for (const std::string_view part :
             {beside, std::string_view(m_keys),
              on ? m_frame.text("palette.on"_key) : std::string_view()}) {
            if (!part.empty()) {
                node.description.append(node.description.empty() ? "" : ", ").append(part);
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

    std::string_view path(std::string_view part) {
        return m_path.assign(m_spec.path).append("/").append(part);
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const CommandListSpec& m_spec;
    std::string m_path;
    std::string m_keys;
};

} // namespace

void command_list(ViewFrame& frame, const Rect& view, float& scroll, const CommandListSpec& spec) {
    CommandList(frame, spec).draw(view, scroll);
}

} // namespace vekha::ui
