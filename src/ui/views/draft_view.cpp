// A question with a form of its own: what the plan is approved with, and of which year the new plan
// is. What is typed stands in a copy of the plan until the question is answered.
#include "app/actions.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/form_view.hpp"
#include "ui/views/inspector_pen.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <string_view>

namespace vekha::ui {
namespace {

struct DraftWords {
    std::string_view title;
    std::string_view body;
    std::string_view accept;
};

DraftWords words_of(const ViewFrame& frame, app::FormOf of) {
    const bool approval = of == app::FormOf::Approval;
    return {
        frame.text(approval ? "approval.title"_key : "newPlan.title"_key),
        frame.text(approval ? "approval.body"_key : "newPlan.body"_key),
        frame.text(approval ? "approval.accept"_key : "newPlan.accept"_key),
    };
}

// Of what the pen draws.
float content_height(ViewFrame& frame, float width, const DraftWords& words,
                     const app::FormSubject& form) {
    return wrapped_height(frame.ui, width, words.title, kHeading) + metrics::kGap +
           wrapped_height(frame.ui, width, words.body, kBody) + metrics::kGapWide +
           form_height(frame, width, form);
}

void draw_choices(ViewFrame& frame, const Rect& line, app::FormOf of, std::string_view accept) {
    const ButtonSpec yes{.path = "draft/accept", .label = accept, .look = ButtonLook::Primary};
    const ButtonSpec no{.path = "draft/cancel", .label = frame.text("button.cancel"_key)};
    const float yes_left = line.right - button_width(frame.ui, yes);
    if (button(frame.ui, {yes_left, line.top, line.right, line.bottom}, yes)) {
        if (of == app::FormOf::Approval) {
            frame.actions.push(app::act::Approve{});
        } else {
            frame.actions.push(app::act::MakeNewPlan{});
        }
    }
    const float no_right = yes_left - metrics::kGap;
    if (button(frame.ui, {no_right - button_width(frame.ui, no), line.top, no_right, line.bottom},
               no)) {
        frame.actions.push(app::act::CancelQuestion{});
    }
}

} // namespace

void draft_view(ViewFrame& frame, const Rect& page, const app::DraftQuestion& question,
                float& scroll) {
    UiContext& ui = frame.ui;
    const DraftWords words = words_of(frame, question.of);
    const app::FormSubject form{.of = question.of};
    const float pad = page.height() < metrics::kLowPage ? metrics::kPad : metrics::kPagePad;
    const float width = std::min(metrics::kDialogWidth, page.width() - 2.0F * metrics::kPad);
    const float inner = width - 2.0F * pad - metrics::kScrollbarWidth;
    const float wanted = content_height(frame, inner, words, form);
    const float fixed = 2.0F * pad + metrics::kGapWide + metrics::kButtonHeight;
    const float view_height =
        std::min(wanted, std::max(0.0F, page.height() - 2.0F * metrics::kGap - fixed));
    const float left = page.center().x - width * 0.5F;
    const float top = std::max(page.top, page.center().y - (fixed + view_height) * 0.5F);
    const Rect box{left, top, left + width, top + fixed + view_height};
    panel(ui, box, ColorRole::Surface, metrics::kRadiusLarge, true);
    const SemanticKey key = semantic_key("draft");
    ui.add_node(key, Role::Dialog, words.title, box).description = words.body;
    const SemanticScope scope(ui, key);
    const Rect view{box.left + pad, box.top + pad, box.right - pad, box.top + pad + view_height};
    scroll = vertical_scrollbar(
        ui, {view.right - metrics::kScrollbarWidth, view.top, view.right, view.bottom},
        "draft/scroll", scroll, wanted);
    {
        const ScrollScope scrolled(ui, view, scroll);
        const Rect clip = view.shrunk(-metrics::kFocusRing);
        ImGui::PushClipRect(top_left(clip), bottom_right(clip), true);
        InspectorPen pen(ui, view.left, view.top - scroll, inner);
        pen.title(words.title);
        pen.text(words.body, kBody, ColorRole::TextSecondary);
        pen.skip(metrics::kGapWide - metrics::kGap * 0.5F);
        form_view(frame, pen, form);
        ImGui::PopClipRect();
    }
    const float foot = view.bottom + metrics::kGapWide;
    draw_choices(frame, {view.left, foot, view.right, foot + metrics::kButtonHeight}, question.of,
                 words.accept);
}

} // namespace vekha::ui
