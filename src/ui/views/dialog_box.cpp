#include "ui/views/dialog_box.hpp"

#include "app/i18n.hpp"
#include "app/problem_text.hpp"
#include "core/base/geometry.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/problem.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/edit_field.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::ui {
namespace {

constexpr SemanticKey kDialogKey = semantic_key("dialog");

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
    y += wrapped_text(ui, {at.x, y}, width, place, kSmallStrong,
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
        height += wrapped_height(ui, width, app::problem_place(ui.texts(), problem), kSmallStrong) +
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
    [[nodiscard]] ButtonSpec spec_of(const DialogChoice& choice) const {
        return {.path = choice.path, .label = choice.words, .look = choice.look};
    }

    // Beside each other, or below each other where one line has no room for them.
    void measure_choices() {
        float width = -metrics::kGap;
        for (const DialogChoice& choice : m_content.choices) {
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
        for (const DialogList& list : m_content.lists) {
            height += list.lines.empty() ? 0.0F : metrics::kGapWide + list_height(list);
        }
        return height;
    }

    [[nodiscard]] bool names_lists() const { return m_content.lists.size() > 1; }

    [[nodiscard]] float list_height(const DialogList& list) const {
        float height = names_lists()
                           ? wrapped_height(m_ui, m_text_width, list.name, kStrong) + metrics::kGap
                           : 0.0F;
        for (const std::string& line : list.lines) {
            height += wrapped_height(m_ui, m_text_width, line, kBody) + metrics::kGap;
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
        for (std::size_t i = 0; i < m_content.lists.size(); ++i) {
            const DialogList& list = m_content.lists[i];
            if (!list.lines.empty()) {
                draw_list(view, y, list, i);
                y += list_height(list) + metrics::kGapWide;
            }
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

    // Lines out of sight are only told of.
    void draw_list(const Rect& view, float y, const DialogList& list, std::size_t number) {
        const std::string path = "dialog/list/" + std::to_string(number);
        const SemanticKey key = semantic_key(path);
        m_ui.add_node(key, Role::List, list.name,
                      {view.left, y, view.left + m_text_width, y + list_height(list)});
        const SemanticScope scope(m_ui, key);
        if (names_lists()) {
            y += wrapped_text(m_ui, {view.left, y}, m_text_width, list.name, kStrong,
                              ColorRole::Text) +
                 metrics::kGap;
        }
        for (std::size_t i = 0; i < list.lines.size(); ++i) {
            const std::string& line = list.lines[i];
            const float height = wrapped_height(m_ui, m_text_width, line, kBody);
            const Rect place{view.left, y, view.left + m_text_width, y + height};
            if (place.bottom >= view.top && place.top <= view.bottom) {
                wrapped_text(m_ui, {place.left, y}, m_text_width, line, kBody, ColorRole::Text);
            }
            m_ui.add_node(semantic_key(path + "/" + std::to_string(i)), Role::ListItem, line,
                          place);
            y += height + metrics::kGap;
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

} // namespace

std::optional<std::size_t> dialog_box(ViewFrame& frame, const Rect& page,
                                      const DialogContent& content, float& scroll) {
    return DialogBox(frame, page, content).draw(scroll);
}

} // namespace vekha::ui
