// The saved states of the plan, the newest first, each with what had changed; and of the one that
// is chosen what differs from the plan as it is now, with the ways back to it.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/dialog_box.hpp"
#include "ui/views/list_dialog.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kVersionsWidth = 720.0F;
constexpr float kVersionRowHeight = 52.0F;

// «14.03.2021, 12:40 · план.vekha.json · выгружено»
std::string head_of(const ViewFrame& frame, const app::SavedVersion& version) {
    std::string head = version.saved_at + " · " + version.name;
    if (version.downloaded) {
        head.append(" · ").append(frame.text("history.downloaded"_key));
    }
    return head;
}

void chosen_version(ViewFrame& frame, const Rect& page, const app::SavedVersion& version,
                    const app::VersionsQuestion::Chosen& chosen, float& scroll) {
    const app::Texts& texts = frame.ui.texts();
    const std::string title =
        texts.format("versions.chosen"_key, {{"time", version.saved_at}, {"name", version.name}});
    const auto count = static_cast<std::int64_t>(chosen.differences);
    std::string body(frame.text("versions.unreadable"_key));
    if (chosen.document) {
        body = count == 0 ? frame.text("versions.same"_key)
                          : texts.plural("versions.differs"_key, count);
    }
    const std::array lists{DialogList{frame.text("versions.since"_key), chosen.since},
                           DialogList{frame.text("versions.then"_key), chosen.then}};
    std::vector<DialogChoice> choices;
    std::vector<app::Action> answers;
    if (chosen.document && count > 0 && !frame.plan().is_read_only()) {
        choices.push_back(
            {"dialog/restore", frame.text("versions.restore"_key), ButtonLook::Primary});
        answers.emplace_back(app::act::RestoreVersion{});
    }
    if (chosen.document) {
        choices.push_back({"dialog/open", frame.text("versions.open"_key)});
        answers.emplace_back(app::act::OpenVersion{});
    }
    choices.push_back({"dialog/back", frame.text("versions.back"_key)});
    answers.emplace_back(app::act::ChooseVersion{});
    const DialogContent content{.title = title, .body = body, .lists = lists, .choices = choices};
    if (const auto choice = dialog_box(frame, page, content, scroll)) {
        frame.actions.push(answers[*choice]);
    }
}

void draw_version(ViewFrame& frame, const Rect& rect, const app::SavedVersion& version,
                  std::size_t index) {
    UiContext& ui = frame.ui;
    const std::string_view what =
        std::string_view(version.changes).substr(0, version.changes.find('\n'));
    const std::string head = head_of(frame, version);
    const PressState press = press_area(
        ui, rect, std::string(app::kVersionRow) + std::to_string(index), Role::Button, head);
    ui.semantics().last().description = what;
    item_ground(ui, rect, press, false);
    const float line = ui.fonts().line_height(kBody);
    const float below = ui.fonts().line_height(kSmall);
    const float left = rect.left + metrics::kGap;
    const float right = rect.right - metrics::kGap;
    const float top = rect.center().y - (line + below) * 0.5F;
    label(ui, {left, top, right, top + line}, head, kBody, ColorRole::Text);
    label(ui, {left, top + line, right, top + line + below}, what, kSmall,
          ColorRole::TextSecondary);
    if (press.pressed) {
        frame.actions.push(app::act::ChooseVersion{index});
    }
}

std::string_view note_of(const ViewFrame& frame, const app::VersionsQuestion& question) {
    if (!question.loaded) {
        return frame.text("versions.loading"_key);
    }
    if (!question.usable) {
        return frame.text("versions.unusable"_key);
    }
    return frame.text(question.versions.empty() ? "versions.none"_key : "versions.body"_key);
}

} // namespace

void versions_view(ViewFrame& frame, const Rect& page, const app::VersionsQuestion& question,
                   float& scroll) {
    if (question.chosen) {
        chosen_version(frame, page, question.versions[question.chosen->index], *question.chosen,
                       scroll);
        return;
    }
    list_dialog(frame, page,
                {.path = "versions",
                 .title = frame.text("versions.title"_key),
                 .note = note_of(frame, question),
                 .width = kVersionsWidth,
                 .row_height = kVersionRowHeight,
                 .rows = question.versions.size(),
                 .beyond = question.versions.size()}, // they are few
                scroll, [&](const Rect& place, std::size_t row) {
                    draw_version(frame, place, question.versions[row], row);
                });
}

} // namespace vekha::ui
