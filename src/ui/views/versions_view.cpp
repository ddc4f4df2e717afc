// The saved states of the plan, the newest first, each with what had changed; and of the one that
// is chosen what differs from the plan as it is now, with the ways back to it.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/dialog_box.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr float kVersionsWidth = 720.0F;
constexpr float kVersionsMostOfPage = 0.8F;
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

void all_versions(ViewFrame& frame, const Rect& page, const app::VersionsQuestion& question,
                  float& scroll) {
    UiContext& ui = frame.ui;
    const float width = std::min(kVersionsWidth, page.width() - 2.0F * metrics::kPad);
    const float inner = width - 2.0F * metrics::kGapWide;
    const std::string_view title = frame.text("versions.title"_key);
    const std::string_view note = note_of(frame, question);
    const float line = ui.fonts().line_height(kHeading);
    const float fixed = 3.0F * metrics::kGapWide + line + wrapped_height(ui, inner, note, kBody);
    const float wanted = static_cast<float>(question.versions.size()) * kVersionRowHeight;
    const float view_height =
        std::min(wanted, std::max(kVersionRowHeight, page.height() * kVersionsMostOfPage - fixed));
    const float left = page.center().x - width * 0.5F;
    const float top = std::max(page.top, page.center().y - (fixed + view_height) * 0.5F);
    const Rect box{left, top, left + width, top + fixed + view_height};
    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("versions");
    ui.add_node(key, Role::Dialog, title, box).description = note;
    const SemanticScope scope(ui, key);
    const float side = metrics::kButtonHeight;
    const Rect heading{box.left + metrics::kGapWide, box.top + metrics::kGapWide,
                       box.right - metrics::kGapWide - side, box.top + metrics::kGapWide + line};
    label(ui, heading, title, kHeading, ColorRole::Text);
    ui.add_node(semantic_key("versions/title"), Role::Heading, title, heading).level = 2;
    const float note_top = heading.bottom + metrics::kGap;
    const float note_height =
        wrapped_text(ui, {heading.left, note_top}, inner, note, kBody, ColorRole::TextSecondary);
    ui.add_node(semantic_key("versions/note"), Role::Text, note,
                {heading.left, note_top, heading.left + inner, note_top + note_height});
    const float list_top = note_top + note_height + metrics::kGapWide - metrics::kGap;
    const Rect view{box.left + metrics::kGap, list_top, box.right - metrics::kGap,
                    list_top + view_height};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "versions/scroll", scroll, wanted);
    {
        const ScrollScope scrolled(ui, view, scroll);
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        for (std::size_t i = 0; i < question.versions.size(); ++i) {
            const float y = view.top - scroll + static_cast<float>(i) * kVersionRowHeight;
            draw_version(
                frame, {view.left, y, view.right - metrics::kScrollbarWidth, y + kVersionRowHeight},
                question.versions[i], i);
        }
        ImGui::PopClipRect();
    }
    const float close_right = box.right - metrics::kGap;
    if (button(ui,
               {close_right - side, heading.center().y - side * 0.5F, close_right,
                heading.center().y + side * 0.5F},
               {.path = "versions/close",
                .label = frame.text("button.close"_key),
                .icon = Icon::Close,
                .look = ButtonLook::Quiet,
                .icon_only = true})) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace

void versions_view(ViewFrame& frame, const Rect& page, const app::VersionsQuestion& question,
                   float& scroll) {
    if (question.chosen) {
        chosen_version(frame, page, question.versions[question.chosen->index], *question.chosen,
                       scroll);
    } else {
        all_versions(frame, page, question, scroll);
    }
}

} // namespace vekha::ui
