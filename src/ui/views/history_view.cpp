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
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/list_dialog.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::ui {
namespace {

constexpr float kHistoryWidth = 640.0F;
constexpr float kHistoryRow = 48.0F;
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
    const std::size_t count = frame.plan().history.size() + 1;
    list_dialog(frame, page,
                {.path = "history",
                 .title = frame.text("command.showHistory"_key),
                 .width = kHistoryWidth,
                 .row_height = kHistoryRow,
                 .rows = count,
                 .beyond = kBeyond,
                 .one_holds = true},
                scroll, [&frame, count](const Rect& place, std::size_t row) {
                    draw_state(frame, place, state_of(frame, count - 1 - row));
                });
}

} // namespace vekha::ui
