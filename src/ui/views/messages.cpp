// What only tells: messages, and the frame while a file is held over the page.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/page_window.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/views/view_frame.hpp"
#include "ui/views/views.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr std::string_view kOfferPath = "message/offer";

float message_text_width(float width) {
    return width - metrics::kButtonHeight - 2.0F * metrics::kGapWide;
}

// At the bottom of the page, above the bar there. What can be done about it stands below the words.
Rect message_place(const UiContext& ui, const app::Message& message, const Rect& page) {
    const float width = std::min(metrics::kToastWidth, page.width() - 2.0F * metrics::kPagePad);
    const std::string words = ui.texts().format(message.text);
    float height =
        std::max(wrapped_height(ui, message_text_width(width), words, kBody) + 2.0F * metrics::kPad,
                 metrics::kButtonHeight + metrics::kGap);
    height += message.offers ? metrics::kButtonHeight + metrics::kGap : 0.0F;
    const float bottom = page.bottom - metrics::kStatusBarHeight - metrics::kGapWide;
    const float left = page.center().x - width * 0.5F;
    return {left, bottom - height, left + width, bottom};
}

ColorRole edge_color(app::MessageKind kind) {
    return kind == app::MessageKind::Error     ? ColorRole::LateDeep
           : kind == app::MessageKind::Warning ? ColorRole::Review
                                               : ColorRole::DoneDeep;
}

} // namespace

float message_top(const ViewFrame& frame, const Rect& page) {
    const auto message = app::shown_message(frame.state.session);
    return message ? message_place(frame.ui, *message, page).top : page.bottom;
}

void message_bar(ViewFrame& frame, const Rect& page) {
    const auto message = app::shown_message(frame.state.session);
    if (!message) {
        return;
    }
    UiContext& ui = frame.ui;
    const std::string words = ui.texts().format(message->text);
    const bool bad =
        message->kind == app::MessageKind::Error || message->kind == app::MessageKind::Warning;
    const Rect rect = message_place(ui, *message, page);
    // In a window of its own, so that no panel covers it.
    const PageWindow window("message", rect, PageLayer::Top);
    ImGui::GetWindowDrawList()->PushClipRectFullScreen();
    panel(ui, rect, ColorRole::Surface, metrics::kRadiusLarge, true);
    ImGui::GetWindowDrawList()->PopClipRect();
    ImGui::GetWindowDrawList()->AddRectFilled(
        top_left(rect), {rect.left + metrics::kGap * 0.5F, rect.bottom},
        ui.color(edge_color(message->kind)), metrics::kRadius, ImDrawFlags_RoundCornersLeft);
    wrapped_text(ui, {rect.left + metrics::kGapWide, rect.top + metrics::kPad},
                 message_text_width(rect.width()), words, kBody, ColorRole::Text);
    const SemanticKey key = semantic_key("message");
    ui.add_node(key, bad ? Role::Alert : Role::Status, words, rect);
    const SemanticScope scope(ui, key);
    float top = rect.center().y - metrics::kButtonHeight * 0.5F;
    if (message->offers) {
        const CommandButton offer{.path = kOfferPath, .command = *message->offers};
        const Rect place{rect.left + metrics::kGapWide,
                         rect.bottom - metrics::kPad - metrics::kButtonHeight,
                         rect.left + metrics::kGapWide + command_button_width(frame, offer),
                         rect.bottom - metrics::kPad};
        command_button(frame, place, offer);
        top = rect.top + metrics::kGap;
    }
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
    const std::string_view hint = frame.text("drop.hint"_key);
    label(ui, inside, hint, kHeading, ColorRole::Accent, TextAlign::Center);
    const float half_line = ui.fonts().line_height(kHeading) * 0.5F;
    const float middle = inside.center().y;
    ui.add_node(semantic_key("drop"), Role::Status, hint,
                {inside.left, middle - half_line, inside.right, middle + half_line});
}

} // namespace vekha::ui
