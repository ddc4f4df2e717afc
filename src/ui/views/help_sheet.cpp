// The help sheet: every command that has a key, by groups, and what the pointer does, made from the
// one table of commands. As many columns as have room; the rest scrolls.
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
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kColumn = 330.0F;
constexpr float kHelpMostOfPage = 0.86F;
constexpr float kKeysWidth = 78.0F;
constexpr float kLineAir = 4.0F;
constexpr float kLeastStop = 24.0F; // of what the Tab key stops at

struct Line {
    std::string words;
    std::string keys; // empty: the words say them
};
struct Block {
    std::string_view title;
    std::vector<Line> lines;
};

std::vector<Block> blocks_of(const ViewFrame& frame) {
    std::vector<Block> blocks;
    blocks.reserve(app::kCommandGroupCount + 1);
    for (std::size_t i = 0; i < app::kCommandGroupCount; ++i) {
        blocks.push_back({frame.text(app::group_title(static_cast<app::CommandGroup>(i))), {}});
    }
    for (std::size_t i = 0; i < app::kCommandCount; ++i) {
        const auto command = static_cast<app::Command>(i);
        std::string keys = app::shortcut_text(command);
        if (!keys.empty()) {
            blocks[static_cast<std::size_t>(app::command_group(command))].lines.push_back(
                {std::string(frame.text(app::command_label(command))), std::move(keys)});
        }
    }
    blocks.push_back({frame.text("help.pointer"_key),
                      {{std::string(frame.text("help.pick"_key)), {}},
                       {std::string(frame.text("help.pickByPointer"_key)), {}},
                       {std::string(frame.text("help.wheel"_key)), {}},
                       {std::string(frame.text("help.drag"_key)), {}},
                       {std::string(frame.text("help.touch"_key)), {}}}});
    const std::string& build = frame.state.build;
    if (!build.empty()) {
        blocks.push_back({frame.text("help.about"_key),
                          {{frame.ui.texts().format("help.build"_key, {{"build", build}}), {}}}});
    }
    std::erase_if(blocks, [](const Block& block) { return block.lines.empty(); });
    return blocks;
}

class HelpPage {
public:
    HelpPage(const ViewFrame& frame, float width)
        : m_ui(frame.ui), m_blocks(blocks_of(frame)),
          m_columns(std::max(1, static_cast<int>(width / kColumn))),
          m_column_width(width / static_cast<float>(m_columns)) {}

    // The height of the highest column; draws only where it is asked to.
    float place(Point at, bool draws) {
        m_bottom = at.y + m_height;
        std::vector<float> bottoms(static_cast<std::size_t>(m_columns), 0.0F);
        m_number = 0;
        for (const Block& block : m_blocks) {
            const auto shortest = std::ranges::min_element(bottoms);
            const auto column = static_cast<float>(shortest - bottoms.begin());
            const Rect rect{at.x + column * m_column_width, at.y + *shortest,
                            at.x + (column + 1.0F) * m_column_width - metrics::kGapWide, 0.0F};
            *shortest += block_height(block, rect, draws) + metrics::kGapWide;
        }
        m_height = *std::ranges::max_element(bottoms);
        return m_height;
    }

private:
    float block_height(const Block& block, const Rect& rect, bool draws) {
        const float title = std::max(m_ui.fonts().line_height(kStrong), kLeastStop);
        float y = rect.top;
        if (draws) {
            const Rect place{rect.left, y, rect.right, y + title};
            label(m_ui, place, block.title, kStrong, ColorRole::Text);
            heading(block.title, place);
        }
        y += title + kLineAir;
        const SemanticKey list = next_key();
        if (draws) {
            m_ui.add_node(list, Role::List, block.title, {rect.left, y, rect.right, m_bottom});
        }
        const SemanticScope scope(m_ui, draws ? list : m_ui.parent());
        for (const Line& line : block.lines) {
            y += line_height(line, {rect.left, y, rect.right, y}, draws) + kLineAir;
        }
        return y - rect.top;
    }

    // A stop of the Tab key: what is below the edge comes into sight with it.
    void heading(std::string_view title, const Rect& place) {
        const SemanticKey key = next_key();
        SemanticNode& node = m_ui.add_node(key, Role::Heading, title, place);
        node.level = 3;
        // One that is cut by the edge is no target; it comes whole with its neighbour.
        node.focusable = node.rect.empty() || node.rect.height() >= place.height();
        node.focused = m_ui.focused() == key;
        if (node.focused) {
            focus_ring(m_ui, place, metrics::kRadius);
        }
    }

    float line_height(const Line& line, const Rect& rect, bool draws) {
        const float indent = line.keys.empty() ? 0.0F : kKeysWidth;
        const float width = rect.width() - indent;
        const float height = wrapped_height(m_ui, width, line.words, kSmall);
        if (draws) {
            wrapped_text(m_ui, {rect.left + indent, rect.top}, width, line.words, kSmall,
                         ColorRole::Text);
            label(m_ui,
                  {rect.left, rect.top, rect.left + indent,
                   rect.top + m_ui.fonts().line_height(kSmallStrong)},
                  line.keys, kSmallStrong, ColorRole::Accent);
            std::string said(line.words);
            if (!line.keys.empty()) {
                said.append(": ").append(line.keys);
            }
            m_ui.add_node(next_key(), Role::ListItem, said,
                          {rect.left, rect.top, rect.right, rect.top + height});
        }
        return height;
    }

    SemanticKey next_key() { return semantic_key("help/" + std::to_string(m_number++)); }

    UiContext& m_ui;
    std::vector<Block> m_blocks;
    int m_columns;
    float m_column_width;
    float m_height = 0.0F; // of the highest column, and where it ends
    float m_bottom = 0.0F;
    int m_number = 0;
};

} // namespace

void help_sheet(ViewFrame& frame, const Rect& page, float& scroll) {
    UiContext& ui = frame.ui;
    const float width = std::min(3.0F * kColumn, page.width() - 4.0F * metrics::kGapWide);
    HelpPage help(frame, width);
    const float wanted = help.place({}, false);
    const float head = std::max(ui.fonts().line_height(kHeading), metrics::kButtonHeight);
    const float fixed = head + 3.0F * metrics::kGapWide;
    const float height = std::min(wanted, std::max(head, page.height() * kHelpMostOfPage - fixed));
    const float left = page.center().x - width * 0.5F - metrics::kGapWide;
    const float top = page.center().y - (fixed + height) * 0.5F;
    const Rect box{left, top, left + width + 2.0F * metrics::kGapWide, top + fixed + height};
    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("help");
    const std::string_view title = frame.text("command.help"_key);
    ui.add_node(key, Role::Dialog, title, box);
    const SemanticScope scope(ui, key);
    const Rect bar{box.left + metrics::kGapWide, box.top + metrics::kGapWide,
                   box.right - metrics::kGap, box.top + metrics::kGapWide + head};
    const ButtonSpec all{.path = "help/palette", .label = frame.text("command.palette"_key)};
    const ButtonSpec close{.path = "help/close",
                           .label = frame.text("button.close"_key),
                           .icon = Icon::Close,
                           .look = ButtonLook::Quiet,
                           .icon_only = true};
    const float close_left = bar.right - metrics::kButtonHeight;
    const float all_left = close_left - metrics::kGap - button_width(ui, all);
    const Rect heading{bar.left, bar.top, all_left - metrics::kGap, bar.bottom};
    label(ui, heading, title, kHeading, ColorRole::Text);
    ui.add_node(semantic_key("help/title"), Role::Heading, title, heading).level = 2;
    if (button(ui, {all_left, bar.top, close_left - metrics::kGap, bar.bottom}, all)) {
        frame.actions.push(app::act::OpenPalette{});
    }
    if (button(ui, {close_left, bar.top, bar.right, bar.bottom}, close)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
    const Rect view{bar.left, bar.bottom + metrics::kGapWide, box.right - metrics::kGap,
                    box.bottom - metrics::kGapWide};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "help/scroll", scroll, wanted);
    const ScrollScope scrolled(ui, view, scroll);
    const Rect clip = view.shrunk(-metrics::kFocusRing); // the ring around the first heading
    ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
    help.place({view.left, view.top - scroll}, true);
    ImGui::PopClipRect();
}

} // namespace vekha::ui
