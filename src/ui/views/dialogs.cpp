// What asks or refuses: a file that could not be opened with its problems and their places, the
// consent to repairs, unsaved changes, the reason of a state. And what only tells: messages, the
// frame while a file is held over the page.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/problem.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vekha::ui {
namespace {

constexpr TextStyle kHeading{TextSize::Heading, TextWeight::Semibold};
constexpr TextStyle kBody{TextSize::Body, TextWeight::Regular};
constexpr TextStyle kStrong{TextSize::Small, TextWeight::Semibold};
constexpr TextStyle kSmall{TextSize::Small, TextWeight::Regular};
constexpr float kListShare = 0.5F; // of the page's height at most

// A box in the middle: heading, text, an optional list, buttons at the lower right.
class DialogBox {
public:
    DialogBox(ViewFrame& frame, const Rect& page, std::string_view title, std::string_view body,
              float list_height)
        : m_ui(frame.ui) {
        const float width =
            std::min(metrics::kDialogWidth, page.width() - 2.0F * metrics::kPagePad);
        m_inner = width - 2.0F * metrics::kPagePad;
        const float title_height = wrapped_height(m_ui, m_inner, title, kHeading);
        const float body_height = wrapped_height(m_ui, m_inner, body, kBody);
        m_list_height = std::min(list_height, page.height() * kListShare);
        const float list_room = m_list_height > 0.0F ? m_list_height + metrics::kGapWide : 0.0F;
        const float height = metrics::kPagePad * 2.0F + title_height + metrics::kPad + body_height +
                             list_room + metrics::kGapWide + metrics::kButtonHeight;
        const Point center = page.center();
        m_box = {center.x - width * 0.5F,
                 std::max(page.top + metrics::kGap, center.y - height * 0.5F),
                 center.x + width * 0.5F, 0.0F};
        m_box.bottom = m_box.top + height;
        panel(m_ui, m_box, ColorRole::Surface, metrics::kRadiusLarge, true);
        m_ui.add_node(kKey, Role::AlertDialog, title, m_box).description = body;
        m_ui.set_parent(kKey);
        const float left = m_box.left + metrics::kPagePad;
        float y = m_box.top + metrics::kPagePad;
        wrapped_text(m_ui, {left, y}, m_inner, title, kHeading, ColorRole::Text);
        m_ui.add_node(semantic_key("dialog/title"), Role::Heading, title,
                      {left, y, left + m_inner, y + title_height})
            .level = 2;
        y += title_height + metrics::kPad;
        wrapped_text(m_ui, {left, y}, m_inner, body, kBody, ColorRole::TextSecondary);
        m_list = {left, y + body_height + metrics::kGapWide, left + m_inner, 0.0F};
        m_list.bottom = m_list.top + m_list_height;
        m_right = m_box.right - metrics::kPagePad;
    }
    DialogBox(const DialogBox&) = delete;
    DialogBox& operator=(const DialogBox&) = delete;
    ~DialogBox() { m_ui.set_parent(0); }

    [[nodiscard]] const Rect& list() const { return m_list; }

    // Buttons from the right, the one that is meant to be pressed first.
    bool choice(std::string_view path, std::string_view words, ButtonLook look) {
        const ButtonSpec spec{.path = path, .label = words, .look = look};
        const float width = button_width(m_ui, spec);
        const float bottom = m_box.bottom - metrics::kPagePad;
        const Rect rect{m_right - width, bottom - metrics::kButtonHeight, m_right, bottom};
        m_right = rect.left - metrics::kGap;
        return button(m_ui, rect, spec);
    }

private:
    static constexpr SemanticKey kKey = semantic_key("dialog");
    UiContext& m_ui;
    Rect m_box;
    Rect m_list;
    float m_inner = 0.0F;
    float m_list_height = 0.0F;
    float m_right = 0.0F;
};

constexpr float kCaretHeight = 6.0F;

float excerpt_height(const UiContext& ui) {
    return ui.fonts().line_height(kSmall) + kCaretHeight;
}

// The line of the file, and a caret under the character where the problem is.
void draw_excerpt(UiContext& ui, Point at, float width, const SourceExcerpt& excerpt) {
    std::size_t bytes = 0;
    for (std::uint32_t i = 0; i < excerpt.mark && bytes < excerpt.text.size(); ++i) {
        bytes += std::max<std::size_t>(1, decode_utf8(excerpt.text, bytes).bytes);
    }
    const float line = ui.fonts().line_height(kSmall);
    label(ui, {at.x, at.y, at.x + width, at.y + line}, excerpt.text, kSmall,
          ColorRole::TextSecondary);
    const float before = ui.fonts().width(std::string_view(excerpt.text).substr(0, bytes), kSmall);
    const float x = at.x + std::min(before, width - kCaretHeight) + kCaretHeight * 0.5F;
    const float y = at.y + line - metrics::kHairline;
    ImGui::GetWindowDrawList()->AddTriangleFilled({x - kCaretHeight * 0.7F, y + kCaretHeight},
                                                  {x + kCaretHeight * 0.7F, y + kCaretHeight},
                                                  {x, y}, ui.color(ColorRole::LateDeep));
}

// One problem: how bad, where, what; and the line of the file with a mark under the place.
float draw_problem(ViewFrame& frame, Point at, float width, const Problem& problem,
                   std::size_t number) {
    UiContext& ui = frame.ui;
    const std::string place = app::problem_place(ui.texts(), problem);
    const std::string words = app::problem_text(ui.texts(), problem);
    const bool fatal = problem.severity == Severity::Error;
    float y = at.y;
    y += wrapped_text(ui, {at.x, y}, width, place, kStrong,
                      fatal ? ColorRole::LateDeep : ColorRole::Review);
    y += wrapped_text(ui, {at.x, y}, width, words, kBody, ColorRole::Text);
    if (!problem.excerpt.text.empty()) {
        draw_excerpt(ui, {at.x, y}, width, problem.excerpt);
        y += excerpt_height(ui);
    }
    const std::string path = "problem/" + std::to_string(number);
    ui.add_node(semantic_key(path), Role::ListItem, place + ". " + words,
                {at.x, at.y, at.x + width, y})
        .description = problem.excerpt.text;
    return y - at.y + metrics::kPad;
}

float problems_height(const UiContext& ui, float width, const std::vector<Problem>& problems) {
    float height = 0.0F;
    for (const Problem& problem : problems) {
        height += wrapped_height(ui, width, app::problem_place(ui.texts(), problem), kStrong) +
                  wrapped_height(ui, width, app::problem_text(ui.texts(), problem), kBody) +
                  metrics::kPad;
        if (!problem.excerpt.text.empty()) {
            height += excerpt_height(ui);
        }
    }
    return height;
}

void problem_list(ViewFrame& frame, const Rect& rect, const std::vector<Problem>& problems,
                  float& scroll) {
    UiContext& ui = frame.ui;
    const float width = rect.width() - metrics::kScrollbarWidth - metrics::kGap;
    const float height = problems_height(ui, width, problems);
    scroll = vertical_scrollbar(
        ui, {rect.right - metrics::kScrollbarWidth, rect.top, rect.right, rect.bottom},
        "problems/scroll", scroll, height);
    const SemanticKey key = semantic_key("problems");
    ui.add_node(key, Role::List, frame.text("problems.list"_key), rect);
    const SemanticKey parent = ui.parent();
    ui.set_parent(key);
    ImGui::PushClipRect(top_left(rect), bottom_right(rect), true);
    float y = rect.top - scroll;
    for (std::size_t i = 0; i < problems.size(); ++i) {
        y += draw_problem(frame, {rect.left, y}, width, problems[i], i);
    }
    ImGui::PopClipRect();
    ui.set_parent(parent);
}

float dialog_text_width(const Rect& page) {
    return std::min(metrics::kDialogWidth, page.width() - 2.0F * metrics::kPagePad) -
           2.0F * metrics::kPagePad - metrics::kScrollbarWidth - metrics::kGap;
}

void refused_dialog(ViewFrame& frame, const Rect& page, const app::RefusedFile& refused,
                    float& scroll) {
    UiContext& ui = frame.ui;
    const std::string title = ui.texts().format("refused.title"_key, {{"name", refused.name}});
    std::string body;
    if (!refused.problems.empty()) {
        body =
            ui.texts().plural("refused.body"_key, static_cast<std::int64_t>(refused.problem_count));
    } else if (refused.fault == app::OpenFault::TooLarge) {
        constexpr double kBytesPerMebibyte = 1024.0 * 1024.0;
        body = ui.texts().format(
            "refused.tooLarge"_key,
            {{"size", ui.texts().number(refused.size_bytes / kBytesPerMebibyte, 1)}});
    } else {
        body = frame.text("refused.unreadable"_key);
    }
    if (frame.state.plan) {
        body.append(" ").append(frame.text("refused.planStays"_key));
    }
    const float height = problems_height(ui, dialog_text_width(page), refused.problems);
    DialogBox box(frame, page, title, body, height);
    if (!refused.problems.empty()) {
        problem_list(frame, box.list(), refused.problems, scroll);
    }
    if (box.choice("dialog/close", frame.text("button.close"_key), ButtonLook::Primary)) {
        frame.actions.push(app::act::DismissRefused{});
    }
    if (refused.offers_windows_1251 &&
        box.choice("dialog/convert", frame.text("refused.convert"_key), ButtonLook::Plain)) {
        frame.actions.push(app::act::ConvertWindows1251{});
    }
}

void consent_dialog(ViewFrame& frame, const Rect& page, const app::ConsentQuestion& question,
                    float& scroll) {
    UiContext& ui = frame.ui;
    const auto& problems = question.plan.outcome.problems;
    const std::string title =
        ui.texts().format("consent.title"_key, {{"name", question.plan.name}});
    DialogBox box(frame, page, title, frame.text("consent.body"_key),
                  problems_height(ui, dialog_text_width(page), problems));
    problem_list(frame, box.list(), problems, scroll);
    if (box.choice("dialog/accept", frame.text("consent.accept"_key), ButtonLook::Primary)) {
        frame.actions.push(app::act::AcceptRepairs{});
    }
    if (box.choice("dialog/cancel", frame.text("consent.refuse"_key), ButtonLook::Plain)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void unsaved_dialog(ViewFrame& frame, const Rect& page) {
    const std::string& title = frame.state.plan ? frame.plan().document.plan.title : std::string();
    const std::string heading = frame.ui.texts().format("unsaved.title"_key, {{"title", title}});
    DialogBox box(frame, page, heading, frame.text("unsaved.body"_key), 0.0F);
    if (box.choice("dialog/save", frame.text("unsaved.save"_key), ButtonLook::Primary)) {
        frame.actions.push(app::act::SaveAndContinue{});
    }
    if (box.choice("dialog/discard", frame.text("unsaved.discard"_key), ButtonLook::Danger)) {
        frame.actions.push(app::act::ContinueWithoutSaving{});
    }
    if (box.choice("dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void reason_dialog(ViewFrame& frame, const Rect& page, const app::ReasonQuestion& question) {
    UiContext& ui = frame.ui;
    const StoredState state = question.change.state.value_or(StoredState::NotDone);
    const std::string title = ui.texts().format(
        "reason.title"_key, {{"state", std::string(app::stored_state_name(ui.texts(), state))}});
    const float field_height = metrics::kButtonHeight;
    DialogBox box(frame, page, title, frame.text("reason.body"_key), field_height);
    const Rect rect = box.list();
    const SemanticKey key = semantic_key("dialog/reason");
    ui.add_node(key, Role::TextField, frame.text("reason.field"_key), rect);
    panel(ui, rect, ColorRole::Surface, metrics::kRadius, false);
    frame.field = app::FieldSpec{.key = key,
                                 .rect = rect,
                                 .label = std::string(frame.text("reason.field"_key)),
                                 .text = question.typed};
    if (box.choice("dialog/accept", frame.text("reason.accept"_key), ButtonLook::Primary)) {
        frame.actions.push(app::act::GiveReason{});
    }
    if (box.choice("dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace

bool dialog_is_open(const app::AppState& state) {
    return state.session.refused.has_value() || state.session.asks();
}

void dialogs(ViewFrame& frame, const Rect& page, float& scroll) {
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(page), bottom_right(page),
                                              to_im(kShade, kScrimAlpha));
    if (frame.state.session.refused) {
        refused_dialog(frame, page, *frame.state.session.refused, scroll);
        return;
    }
    const app::Question& question = frame.state.session.question;
    if (const auto* consent = std::get_if<app::ConsentQuestion>(&question)) {
        consent_dialog(frame, page, *consent, scroll);
    } else if (std::holds_alternative<app::UnsavedQuestion>(question)) {
        unsaved_dialog(frame, page);
    } else if (const auto* reason = std::get_if<app::ReasonQuestion>(&question)) {
        reason_dialog(frame, page, *reason);
    }
}

void message_bar(ViewFrame& frame, const Rect& page) {
    const auto& message = frame.state.session.message;
    if (!message) {
        return;
    }
    UiContext& ui = frame.ui;
    const std::string words = ui.texts().format(message->text);
    const bool bad =
        message->kind == app::MessageKind::Error || message->kind == app::MessageKind::Warning;
    const float width = std::min(metrics::kToastWidth, page.width() - 2.0F * metrics::kPagePad);
    const float text_width = width - metrics::kButtonHeight - 2.0F * metrics::kGapWide;
    const float height =
        std::max(wrapped_height(ui, text_width, words, kBody) + 2.0F * metrics::kPad,
                 metrics::kButtonHeight + metrics::kGap);
    const float bottom = page.bottom - metrics::kStatusBarHeight - metrics::kGapWide;
    const Rect rect{page.center().x - width * 0.5F, bottom - height, page.center().x + width * 0.5F,
                    bottom};
    panel(ui, rect, ColorRole::Surface, metrics::kRadiusLarge, true);
    ImGui::GetWindowDrawList()->AddRectFilled(
        top_left(rect), {rect.left + metrics::kGap * 0.5F, rect.bottom},
        ui.color(bad ? ColorRole::LateDeep : ColorRole::DoneDeep), metrics::kRadius,
        ImDrawFlags_RoundCornersLeft);
    wrapped_text(ui, {rect.left + metrics::kGapWide, rect.top + metrics::kPad}, text_width, words,
                 kBody, ColorRole::Text);
    ui.add_node(semantic_key("message"), bad ? Role::Alert : Role::Status, words, rect);
    const float top = rect.top + (height - metrics::kButtonHeight) * 0.5F;
    const ButtonSpec close{.path = "message/close",
                           .label = frame.text("button.close"_key),
                           .icon = Icon::Close,
                           .look = ButtonLook::Quiet,
                           .icon_only = true};
    const float right = rect.right - metrics::kGap;
    if (button(ui, {right - metrics::kButtonHeight, top, right, top + metrics::kButtonHeight},
               close)) {
        frame.actions.push(app::act::CloseMessage{});
    }
}

void drop_overlay(ViewFrame& frame, const Rect& page) {
    UiContext& ui = frame.ui;
    constexpr std::uint8_t kVeilAlpha = 235;
    ImDrawList* list = ImGui::GetWindowDrawList();
    const Rect inside = page.shrunk(metrics::kPagePad);
    list->AddRectFilled(top_left(inside), bottom_right(inside),
                        ui.color(ColorRole::AccentSoft, kVeilAlpha), metrics::kRadiusLarge);
    list->AddRect(top_left(inside), bottom_right(inside), ui.color(ColorRole::Accent),
                  metrics::kRadiusLarge, ImDrawFlags_None, metrics::kFocusRing);
    label(ui, inside, frame.text("drop.hint"_key), kHeading, ColorRole::Accent, TextAlign::Center);
}

void problems_panel(ViewFrame& frame, const Rect& page, float& scroll) {
    const app::OpenPlan& plan = frame.plan();
    const std::string title = frame.ui.texts().plural(
        "problems.title"_key, static_cast<std::int64_t>(plan.problem_count));
    DialogBox box(frame, page, title, frame.text("problems.body"_key),
                  problems_height(frame.ui, dialog_text_width(page), plan.problems));
    problem_list(frame, box.list(), plan.problems, scroll);
    if (box.choice("problems/close", frame.text("button.close"_key), ButtonLook::Primary)) {
        frame.actions.push(app::act::ToggleProblems{});
    }
}

} // namespace vekha::ui
