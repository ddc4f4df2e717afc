// The steps of the plan, the newest first: what was done and to which measure; those that are
// undone, the one that shows now, and the one that the file has. A press goes to it.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/edit/history.hpp"
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
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::ui {
namespace {

constexpr float kHistoryWidth = 640.0F;
constexpr float kHistoryMostOfPage = 0.8F;
constexpr float kHistoryRow = 48.0F;
// Beyond what is in sight there are some more for the arrow keys, which bring them into sight.
constexpr std::size_t kBeyond = 12;

// A state of the plan: so many steps are done.
struct State {
    std::size_t done = 0;
    std::uint64_t revision = 0;
    std::string what;
    std::string_view about;
};

State state_of(const ViewFrame& frame, std::size_t done) {
    const History& history = frame.plan().history;
    if (done > 0) {
        const HistoryEntry& entry = history.entry(done - 1);
        return {done, entry.revision_after, app::step_name(frame.ui.texts(), entry), entry.about};
    }
    const std::uint64_t revision = history.entry(0).revision_before;
    const bool is_whole = revision == frame.plan().opened_revision;
    return {0,
            revision,
            std::string(frame.text(is_whole ? "history.start"_key : "history.oldest"_key)),
            {}};
}

// «сейчас, в файле»
std::string marks_of(const ViewFrame& frame, const State& state) {
    const app::OpenPlan& plan = frame.plan();
    const std::size_t now = plan.history.undo_depth();
    std::string marks;
    for (const auto& [holds, words] :
         {std::pair{state.done == now, "history.now"_key},
          std::pair{state.done > now, "history.isUndone"_key},
          std::pair{state.revision == plan.in_file.revision, "history.saved"_key},
          std::pair{state.revision == plan.downloaded.revision, "history.downloaded"_key}}) {
        if (holds) {
            marks.append(marks.empty() ? "" : ", ").append(frame.text(words));
        }
    }
    return marks;
}

void draw_state(ViewFrame& frame, const Rect& rect, const State& state) {
    UiContext& ui = frame.ui;
    const std::size_t now = frame.plan().history.undo_depth();
    const std::string path = "history/" + std::to_string(state.done);
    std::string name = state.what;
    if (!state.about.empty()) {
        name.append(": ").append(state.about);
    }
    const PressState press = press_area(ui, rect, path, Role::Radio, name);
    SemanticNode& node = ui.semantics().last();
    const std::string marks = marks_of(frame, state);
    node.pressed = state.done == now ? 1 : 0;
    node.description = marks;
    item_ground(ui, rect, press, state.done == now);
    const bool undone = state.done > now;
    const float left = rect.left + metrics::kGap;
    const float marks_width = ui.fonts().width(marks, kSmall);
    const float right = rect.right - metrics::kGap;
    label(ui, {right - marks_width, rect.top, right + metrics::kHairline, rect.bottom}, marks,
          kSmall, ColorRole::TextSecondary);
    const float words_right = right - marks_width - metrics::kGapWide;
    const float line = ui.fonts().line_height(kBody);
    const float below = state.about.empty() ? 0.0F : ui.fonts().line_height(kSmall);
    const float top = rect.center().y - (line + below) * 0.5F;
    label(ui, {left, top, words_right, top + line}, state.what, state.done == now ? kStrong : kBody,
          undone ? ColorRole::TextSecondary : ColorRole::Text);
    label(ui, {left, top + line, words_right, top + line + below}, state.about, kSmall,
          ColorRole::TextSecondary);
    if (press.pressed) {
        frame.actions.push(app::act::GoToStep{state.done});
    }
}

} // namespace

void history_view(ViewFrame& frame, const Rect& page, float& scroll) {
    UiContext& ui = frame.ui;
    const std::size_t count = frame.plan().history.size() + 1;
    const float line = ui.fonts().line_height(kHeading);
    const float fixed = 2.0F * metrics::kGapWide + line + metrics::kGap;
    const float wanted = static_cast<float>(count) * kHistoryRow;
    const float view_height =
        std::min(wanted, std::max(kHistoryRow, page.height() * kHistoryMostOfPage - fixed));
    const float width = std::min(kHistoryWidth, page.width() - 2.0F * metrics::kPad);
    const float left = page.center().x - width * 0.5F;
    const float top = page.center().y - (fixed + view_height) * 0.5F;
    const Rect box{left, top, left + width, top + fixed + view_height};
    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const std::string_view title = frame.text("command.showHistory"_key);
    const SemanticKey key = semantic_key("history");
    ui.add_node(key, Role::Dialog, title, box);
    const SemanticScope scope(ui, key);
    const Rect heading{box.left + metrics::kGapWide, box.top + metrics::kGapWide,
                       box.right - metrics::kGapWide - metrics::kButtonHeight,
                       box.top + metrics::kGapWide + line};
    label(ui, heading, title, kHeading, ColorRole::Text);
    ui.add_node(semantic_key("history/title"), Role::Heading, title, heading).level = 2;
    const Rect view{box.left + metrics::kGap, heading.bottom + metrics::kGap,
                    box.right - metrics::kGap, heading.bottom + metrics::kGap + view_height};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "history/scroll", scroll, wanted);
    {
        const SemanticKey group = semantic_key("history/steps");
        ui.add_node(group, Role::RadioGroup, title, view);
        const SemanticScope steps_scope(ui, group);
        const ScrollScope scrolled(ui, view, scroll);
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        const auto first = static_cast<std::size_t>(scroll / kHistoryRow);
        const auto shown = static_cast<std::size_t>(view_height / kHistoryRow) + 1;
        const std::size_t end = std::min(count, first + shown + kBeyond);
        for (std::size_t i = first - std::min(first, kBeyond); i < end; ++i) {
            const float y = view.top - scroll + static_cast<float>(i) * kHistoryRow;
            draw_state(frame,
                       {view.left, y, view.right - metrics::kScrollbarWidth, y + kHistoryRow},
                       state_of(frame, count - 1 - i));
        }
        ImGui::PopClipRect();
    }
    const ButtonSpec close{.path = "history/close",
                           .label = frame.text("button.close"_key),
                           .icon = Icon::Close,
                           .look = ButtonLook::Quiet,
                           .icon_only = true};
    const float side = metrics::kButtonHeight;
    const float close_right = box.right - metrics::kGap;
    if (button(ui,
               {close_right - side, heading.center().y - side * 0.5F, close_right,
                heading.center().y + side * 0.5F},
               close)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace vekha::ui
