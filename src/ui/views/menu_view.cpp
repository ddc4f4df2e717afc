// A menu of commands beside the thing of the roadmap that it is of. A press elsewhere closes it.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/command_list.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <span>

namespace vekha::ui {
namespace {

constexpr float kWidth = 420.0F;

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
    const RoadmapRows& rows = frame.derived.rows(frame.state, session.density);
    const std::optional<std::size_t> row = rows.row_of(frame.derived.selected(frame.state));
    const Rect& table = session.frame.table;
    if (!row) {
        return {table.left, table.top};
    }
    const float bottom = table.top - frame.state.view.roadmap.scroll_y + rows.rows[*row].top +
                         rows.rows[*row].height;
    return {session.cell ? column_left(frame.state, *session.cell) : table.left + metrics::kGapWide,
            std::clamp(bottom, table.top, table.bottom)};
}

} // namespace

void menu_view(ViewFrame& frame, const Rect& page, const app::CommandMenu& menu, float& scroll) {
    const std::span<const app::Command> commands = app::menu_commands(menu.of);
    const Point at = menu.at ? *menu.at : beside_selection(frame);
    const float wanted =
        static_cast<float>(commands.size()) * metrics::kButtonHeight + 2.0F * metrics::kGap;
    const float width = std::min(kWidth, page.width() - 2.0F * metrics::kGap);
    const float height = std::min(wanted, page.height() - 2.0F * metrics::kGap);
    const float left =
        std::clamp(at.x, page.left + metrics::kGap,
                   std::max(page.left + metrics::kGap, page.right - metrics::kGap - width));
    const float top =
        std::clamp(at.y, page.top + metrics::kGap,
                   std::max(page.top + metrics::kGap, page.bottom - metrics::kGap - height));
    const Rect box{left, top, left + width, top + height};
    panel(frame.ui, box, ColorRole::Surface, metrics::kRadius, true);
    const SemanticKey key = semantic_key("menu");
    frame.ui.add_node(key, Role::Dialog, frame.text("command.openMenu"_key), box);
    const SemanticScope scope(frame.ui, key);
    command_list(
        frame, box.shrunk(metrics::kGap), scroll,
        {.path = "menu", .name = frame.text("command.openMenu"_key), .commands = commands});
    const bool pressed = ImGui::IsMouseClicked(ImGuiMouseButton_Left) ||
                         ImGui::IsMouseClicked(ImGuiMouseButton_Right);
    if (pressed && !box.contains(from_im(ImGui::GetIO().MousePos))) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
