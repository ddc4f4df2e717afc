// The palette: a field, and below it the commands that are meant by what is typed, each with its
// group, its keys or the reason why it cannot run. Enter runs the first one, the arrow down leads
// into the list.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/palette.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/find/fold_letters.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/command_list.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kPaletteWidth = 640.0F;
constexpr float kPaletteMostOfPage = 0.82F;

} // namespace

void palette_view(ViewFrame& frame, const Rect& page, const app::PaletteQuestion& question,
                  float& scroll) {
    UiContext& ui = frame.ui;
    const std::vector<app::Command> commands =
        app::found_commands(frame.state, ui.texts(), question.typed);
    const float row = metrics::kButtonHeight;
    const float fixed = row + 3.0F * metrics::kGapWide;
    const float width = std::min(kPaletteWidth, page.width() - 2.0F * metrics::kPad);
    const float most =
        std::max(1.0F, std::floor((page.height() * kPaletteMostOfPage - fixed) / row)) * row;
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
        command_list(frame, view, scroll,
                     {.path = "palette",
                      .name = frame.text("command.palette"_key),
                      .commands = commands,
                      .marks_first = !search_words(question.typed).empty(),
                      .names_groups = true});
    }
    if (button(ui, {field.right, field.top, field.right + row, field.bottom}, close)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
