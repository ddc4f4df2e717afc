// What asks or refuses: a file that could not be opened with its problems and their places, the
// consent to repairs, unsaved changes, the reason of a state.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/ports/events.hpp"
#include "app/problem_text.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/problem.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
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
constexpr SemanticKey kDialogKey = semantic_key("dialog");

struct Choice {
    std::string_view path;
    std::string_view words;
    ButtonLook look = ButtonLook::Plain;
};

// What a dialog says and asks. The choice that is meant to be pressed comes first.
struct DialogContent {
    std::string_view title;
    std::string_view body;
    const std::vector<Problem>* problems = nullptr;
    const EditFieldSpec* field = nullptr; // for one line of text
    MeasureId measure;
    std::span<const Choice> choices;
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

// A box in the middle of the page: what is said scrolls when it is higher than the page allows, the
// field and the choices below it stand still.
class DialogBox {
public:
    DialogBox(ViewFrame& frame, const Rect& page, const DialogContent& content)
        : m_frame(frame), m_ui(frame.ui), m_content(content) {
        const bool low = page.height() < metrics::kLowPage;
        m_pad = low ? metrics::kPad : metrics::kPagePad;
        const float width = std::min(metrics::kDialogWidth, page.width() - 2.0F * m_pad);
        m_inner = width - 2.0F * m_pad;
        measure_choices();
        float fixed = 2.0F * m_pad + metrics::kGapWide + m_choices_height;
        fixed += content.field != nullptr ? metrics::kButtonHeight + metrics::kGapWide : 0.0F;
        const float room = std::max(0.0F, page.height() - 2.0F * metrics::kGap - fixed);
        m_text_width = m_inner;
        m_said_height = said_height();
        if (m_said_height > room) {
            m_text_width -= metrics::kScrollbarWidth + metrics::kGap;
            m_said_height = said_height();
        }
        m_view_height = std::min(m_said_height, room);
        const float height = fixed + m_view_height;
        const Point center = page.center();
        const float top = std::max(page.top + metrics::kGap, center.y - height * 0.5F);
        m_box = {center.x - width * 0.5F, top, center.x + width * 0.5F, top + height};
    }

    // The choice that was pressed.
    std::optional<std::size_t> draw(float& scroll) {
        panel(m_ui, m_box, ColorRole::Surface, metrics::kRadiusLarge, true);
        m_ui.add_node(kDialogKey, Role::AlertDialog, m_content.title, m_box).description =
            m_content.body;
        const SemanticScope scope(m_ui, kDialogKey);
        const Rect view{m_box.left + m_pad, m_box.top + m_pad, m_box.right - m_pad,
                        m_box.top + m_pad + m_view_height};
        draw_said(view, scroll);
        float y = view.bottom + metrics::kGapWide;
        if (m_content.field != nullptr) {
            const Rect field{view.left, y, view.right, y + metrics::kButtonHeight};
            edit_field(m_frame, field, m_content.measure, *m_content.field);
            y = field.bottom + metrics::kGapWide;
        }
        return draw_choices({view.left, y, view.right, y + m_choices_height});
    }

private:
    [[nodiscard]] ButtonSpec spec_of(const Choice& choice) const {
        return {.path = choice.path, .label = choice.words, .look = choice.look};
    }

    // Beside each other, or below each other where one line has no room for them.
    void measure_choices() {
        float width = -metrics::kGap;
        for (const Choice& choice : m_content.choices) {
            width += button_width(m_ui, spec_of(choice)) + metrics::kGap;
        }
        m_stacked = width > m_inner;
        const float rows = m_stacked ? static_cast<float>(m_content.choices.size()) : 1.0F;
        m_choices_height = rows * (metrics::kButtonHeight + metrics::kGap) - metrics::kGap;
    }

    [[nodiscard]] float said_height() const {
        float height = wrapped_height(m_ui, m_text_width, m_content.title, kHeading) +
                       metrics::kPad + wrapped_height(m_ui, m_text_width, m_content.body, kBody);
        if (m_content.problems != nullptr) {
            height += metrics::kGapWide + problems_height(m_ui, m_text_width, *m_content.problems);
        }
        return height;
    }

    void draw_said(const Rect& view, float& scroll) {
        scroll = vertical_scrollbar(
            m_ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
            "dialog/scroll", scroll, m_said_height);
        const ScrollScope scrolled(m_ui, view, scroll);
        ImGui::PushClipRect(top_left(view), bottom_right(view), true);
        float y = view.top - scroll;
        const auto say = [&](std::string_view path, Role role, std::string_view words,
                             TextStyle style, ColorRole color) {
            const float height =
                wrapped_text(m_ui, {view.left, y}, m_text_width, words, style, color);
            m_ui.add_node(semantic_key(path), role, words,
                          {view.left, y, view.left + m_text_width, y + height})
                .level = role == Role::Heading ? 2 : 0;
            y += height;
        };
        say("dialog/title", Role::Heading, m_content.title, kHeading, ColorRole::Text);
        y += metrics::kPad;
        say("dialog/body", Role::Text, m_content.body, kBody, ColorRole::TextSecondary);
        y += metrics::kGapWide;
        if (m_content.problems != nullptr) {
            draw_problems(view, y);
        }
        ImGui::PopClipRect();
    }

    void draw_problems(const Rect& view, float y) {
        const SemanticKey key = semantic_key("problems");
        const std::vector<Problem>& problems = *m_content.problems;
        m_ui.add_node(key, Role::List, m_frame.text("problems.list"_key),
                      {view.left, y, view.left + m_text_width,
                       y + problems_height(m_ui, m_text_width, problems)});
        const SemanticScope scope(m_ui, key);
        for (std::size_t i = 0; i < problems.size(); ++i) {
            y += draw_problem(m_frame, {view.left, y}, m_text_width, problems[i], i);
        }
    }

    std::optional<std::size_t> draw_choices(const Rect& rect) {
        std::optional<std::size_t> pressed;
        float right = rect.right;
        float top = rect.top;
        for (std::size_t i = 0; i < m_content.choices.size(); ++i) {
            const ButtonSpec spec = spec_of(m_content.choices[i]);
            const float width = m_stacked ? m_inner : button_width(m_ui, spec);
            if (button(m_ui, {right - width, top, right, top + metrics::kButtonHeight}, spec)) {
                pressed = i;
            }
            if (m_stacked) {
                top += metrics::kButtonHeight + metrics::kGap;
            } else {
                right -= width + metrics::kGap;
            }
        }
        return pressed;
    }

    ViewFrame& m_frame;
    UiContext& m_ui;
    const DialogContent& m_content;
    Rect m_box;
    float m_pad = 0.0F;
    float m_inner = 0.0F;
    float m_text_width = 0.0F;
    float m_said_height = 0.0F;
    float m_view_height = 0.0F;
    float m_choices_height = 0.0F;
    bool m_stacked = false;
};

std::string refusal_words(const ViewFrame& frame, const app::RefusedFile& refused) {
    const app::Texts& texts = frame.ui.texts();
    std::string words;
    if (!refused.problems.empty()) {
        words = texts.plural("refused.body"_key, static_cast<std::int64_t>(refused.problem_count));
    } else if (refused.fault == app::OpenFault::TooLarge) {
        constexpr double kBytesPerMebibyte = 1024.0 * 1024.0;
        words = texts.format("refused.tooLarge"_key,
                             {{"size", texts.number(refused.size_bytes / kBytesPerMebibyte, 1)}});
    } else {
        words = frame.text("refused.unreadable"_key);
    }
    if (frame.state.plan) {
        words.append(" ").append(frame.text("refused.planStays"_key));
    }
    return words;
}

void refused_dialog(ViewFrame& frame, const Rect& page, const app::RefusedFile& refused,
                    float& scroll) {
    const std::string title =
        frame.ui.texts().format("refused.title"_key, {{"name", refused.name}});
    const std::string body = refusal_words(frame, refused);
    const std::array choices{
        Choice{"dialog/close", frame.text("button.close"_key), ButtonLook::Primary},
        Choice{"dialog/convert", frame.text("refused.convert"_key), ButtonLook::Plain}};
    const DialogContent content{.title = title,
                                .body = body,
                                .problems = refused.problems.empty() ? nullptr : &refused.problems,
                                .choices =
                                    std::span(choices).first(refused.offers_windows_1251 ? 2 : 1)};
    const std::optional<std::size_t> choice = DialogBox(frame, page, content).draw(scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::DismissRefused{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::ConvertWindows1251{});
    }
}

void consent_dialog(ViewFrame& frame, const Rect& page, const app::ConsentQuestion& question,
                    float& scroll) {
    const std::string title =
        frame.ui.texts().format("consent.title"_key, {{"name", question.plan.name}});
    const std::array choices{
        Choice{"dialog/accept", frame.text("consent.accept"_key), ButtonLook::Primary},
        Choice{"dialog/cancel", frame.text("consent.refuse"_key), ButtonLook::Plain}};
    const DialogContent content{.title = title,
                                .body = frame.text("consent.body"_key),
                                .problems = &question.plan.outcome.problems,
                                .choices = choices};
    const std::optional<std::size_t> choice = DialogBox(frame, page, content).draw(scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::AcceptRepairs{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void unsaved_dialog(ViewFrame& frame, const Rect& page, float& scroll) {
    const std::string& title = frame.state.plan ? frame.plan().document.plan.title : std::string();
    const std::string heading = frame.ui.texts().format("unsaved.title"_key, {{"title", title}});
    const std::array choices{
        Choice{"dialog/save", frame.text("unsaved.save"_key), ButtonLook::Primary},
        Choice{"dialog/discard", frame.text("unsaved.discard"_key), ButtonLook::Danger},
        Choice{"dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain}};
    const app::DraftHealth health = frame.state.session.draft_health;
    // The store may be well and yet have no room for this plan.
    const bool waits = frame.state.plan && frame.plan().draft.waits;
    const bool has_draft =
        !waits && health != app::DraftHealth::Missing && health != app::DraftHealth::Failing;
    const DialogContent content{
        .title = heading,
        .body = frame.text(has_draft ? "unsaved.body"_key : "unsaved.bodyNoDrafts"_key),
        .choices = choices};
    const std::optional<std::size_t> choice = DialogBox(frame, page, content).draw(scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::SaveAndClose{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CloseWithoutSaving{});
    } else if (choice == 2U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

void reason_dialog(ViewFrame& frame, const Rect& page, const app::ReasonQuestion& question,
                   float& scroll) {
    UiContext& ui = frame.ui;
    const StoredState state = question.change.state.value_or(StoredState::NotDone);
    const std::string title = ui.texts().format(
        "reason.title"_key, {{"state", std::string(app::stored_state_name(ui.texts(), state))}});
    const std::array choices{
        Choice{"dialog/accept", frame.text("reason.accept"_key), ButtonLook::Primary},
        Choice{"dialog/cancel", frame.text("button.cancel"_key), ButtonLook::Plain}};
    const EditFieldSpec field{.path = app::kReasonField,
                              .field = app::EditField::Reason,
                              .name = ui.texts().get("reason.field"_key),
                              .shown = question.typed,
                              .placeholder = {}};
    const DialogContent content{.title = title,
                                .body = frame.text("reason.body"_key),
                                .field = &field,
                                .measure = question.measure,
                                .choices = choices};
    const std::optional<std::size_t> choice = DialogBox(frame, page, content).draw(scroll);
    if (choice == 0U) {
        frame.actions.push(app::act::GiveReason{});
    } else if (choice == 1U) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace

bool dialog_is_open(const app::AppState& state) {
    return state.session.refused.has_value() || state.session.asks();
}

void dialogs(ViewFrame& frame, const Rect& page, const Rect& room, float& scroll) {
    // What a menu is of stays in sight.
    if (const auto* menu = std::get_if<app::CommandMenu>(&frame.state.session.question);
        menu != nullptr && !frame.state.session.refused) {
        menu_view(frame, room, *menu, scroll);
        return;
    }
    ImGui::GetWindowDrawList()->AddRectFilled(top_left(page), bottom_right(page),
                                              to_im(kShade, kScrimAlpha));
    if (frame.state.session.refused) {
        refused_dialog(frame, room, *frame.state.session.refused, scroll);
        return;
    }
    const app::Question& question = frame.state.session.question;
    if (const auto* consent = std::get_if<app::ConsentQuestion>(&question)) {
        consent_dialog(frame, room, *consent, scroll);
    } else if (std::holds_alternative<app::UnsavedQuestion>(question)) {
        unsaved_dialog(frame, room, scroll);
    } else if (const auto* reason = std::get_if<app::ReasonQuestion>(&question)) {
        reason_dialog(frame, room, *reason, scroll);
    } else if (const auto* choice = std::get_if<app::ChoiceQuestion>(&question)) {
        chooser(frame, room, *choice, scroll);
    } else if (const auto* calendar = std::get_if<app::CalendarQuestion>(&question)) {
        calendar_view(frame, room, calendar->year, scroll);
    } else if (const auto* palette = std::get_if<app::PaletteQuestion>(&question)) {
        palette_view(frame, room, *palette, scroll);
    } else if (std::holds_alternative<app::HelpSheet>(question)) {
        help_sheet(frame, room, scroll);
    }
}

void problems_panel(ViewFrame& frame, const Rect& page, float& scroll) {
    const app::OpenPlan& plan = frame.plan();
    const std::string title = frame.ui.texts().plural(
        "problems.title"_key, static_cast<std::int64_t>(plan.problem_count));
    const std::array choices{
        Choice{"problems/close", frame.text("button.close"_key), ButtonLook::Primary}};
    const DialogContent content{.title = title,
                                .body = frame.text("problems.body"_key),
                                .problems = &plan.problems,
                                .choices = choices};
    if (DialogBox(frame, page, content).draw(scroll)) {
        frame.actions.push(app::act::ToggleProblems{});
    }
}

} // namespace vekha::ui
