// A menu of commands beside the thing of the roadmap that it is of. A press elsewhere closes it.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "app/unit_words.hpp"
#include "core/base/geometry.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/command_list.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace vekha::ui {
namespace {

constexpr float kMenuWidth = 560.0F;
constexpr float kBarRoom = 36.0F;

// Where a column of the table begins, as far as it is in sight.
float column_left(const app::AppState& state, Column wanted) {
    const app::Session& session = state.session;
    float left = session.frame.table.left - state.view.roadmap.table_scroll_x;
    for (const Column column : state.view.roadmap.columns.order) {
        if (column == wanted) {
            break;
        }
        left += session.frame.column_widths[static_cast<std::size_t>(column)];
    }
    return std::max(left, session.frame.table.left);
}

// Below the selected row, where its title begins, or its cell that has the keyboard.
Point beside_selection(ViewFrame& frame) {
    const app::Session& session = frame.state.session;
    const Rect& table = session.frame.table;
    const std::optional<float> bottom = bottom_of_selected(frame);
    if (!bottom) {
        return {table.left, table.top};
    }
    return {session.cell ? column_left(frame.state, *session.cell) : table.left + metrics::kGapWide,
            std::clamp(*bottom, table.top, table.bottom)};
}

// Of one unit of work: what it is.
std::string title_of(ViewFrame& frame, const app::CommandMenu& menu) {
    const Measure* const measure =
        app::find_measure(frame.state, frame.state.session.selection.measure);
    return measure == nullptr
               ? std::string()
               : app::unit_name(frame.ui.texts(), frame.plan().document, *measure, menu.unit);
}

} // namespace

void menu_view(ViewFrame& frame, const Rect& page, const app::CommandMenu& menu, float& scroll) {
    const std::span<const app::Command> commands = app::menu_commands(menu.of);
    const Point at = menu.at ? *menu.at : beside_selection(frame);
    const std::string title = title_of(frame, menu);
    const float title_height = title.empty() ? 0.0F : metrics::kButtonHeight;
    const float wanted = static_cast<float>(commands.size()) * metrics::kButtonHeight +
                         title_height + 2.0F * metrics::kGap;
    const float width = std::min(kMenuWidth, page.width() - 2.0F * metrics::kGap);
    const float height = std::min(wanted, page.height() - 2.0F * metrics::kGap);
    const float left =
        std::clamp(at.x, page.left + metrics::kGap,
                   std::max(page.left + metrics::kGap, page.right - metrics::kGap - width));
    float top =
        std::clamp(at.y, page.top + metrics::kGap,
                   std::max(page.top + metrics::kGap, page.bottom - metrics::kGap - height));
    if (!title.empty() && menu.at && top < at.y) {
        top = std::max(page.top + metrics::kGap, at.y - kBarRoom - height); // above what it is of
    }
    const Rect box{left, top, left + width, top + height};
    panel(frame.ui, box, ColorRole::Surface, metrics::kRadius, true);
    const SemanticKey key = semantic_key("menu");
    frame.ui.add_node(key, Role::Dialog, frame.text("command.openMenu"_key), box);
    const SemanticScope scope(frame.ui, key);
    Rect list = box.shrunk(metrics::kGap);
    if (!title.empty()) {
        const Rect line{list.left + metrics::kGap, list.top, list.right, list.top + title_height};
        label(frame.ui, line, title, kStrong, ColorRole::Text);
        frame.ui.add_node(semantic_key("menu/title"), Role::Heading, title, line).level = 2;
        list.top = line.bottom;
    }
    command_list(
        frame, list, scroll,
        {.path = "menu", .name = frame.text("command.openMenu"_key), .commands = commands});
    const bool pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left) ||
                         ImGui::IsMouseClicked(ImGuiMouseButton_Right);
    if (pressed && !box.contains(from_im(ImGui::GetIO().MousePos))) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
