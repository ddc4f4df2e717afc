// Text widgets: a line that is shortened when it must be, wrapped paragraphs, tooltips.
#include "core/base/digits.hpp"
#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/widgets/text_styles.hpp"
#include "ui/widgets/widgets.hpp"

#include <imgui.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::ui {
namespace {

constexpr float kStill = 4.0F; // a pointer that moved less has not moved
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

bool continues_code_point(char c) {
    return (static_cast<std::uint8_t>(c) & 0xC0U) == 0x80U;
}

// The longest beginning of the text that fits together with an ellipsis.
std::string shortened(const Fonts& fonts, std::string_view text, TextStyle style, float width) {
    const float room = width - fonts.width(kEllipsis, style);
    std::size_t low = 0;
    std::size_t high = text.size();
    while (low < high) {
        const std::size_t middle = (low + high + 1) / 2;
        if (fonts.width(text.substr(0, middle), style) <= room) {
            low = middle;
        } else {
            high = middle - 1;
        }
    }
    while (low > 0 && low < text.size() && continues_code_point(text[low])) {
        --low;
    }
    while (low > 0 && text[low - 1] == ' ') {
        --low;
    }
    return std::string(text.substr(0, low)).append(kEllipsis);
}

void draw_text(UiContext& ui, Point at, std::string_view text, TextStyle style, ColorRole color) {
    ImGui::GetWindowDrawList()->AddText(ui.fonts().font(style.weight), Fonts::pixels(style.size),
                                        {std::floor(at.x), std::floor(at.y)}, ui.color(color),
                                        text.data(), text.data() + text.size());
}

// Dear ImGui breaks behind full stops and commas; a date or a number with its fraction stays whole,
// as long as the line has a space to break at.
const char* not_inside_number(const char* begin, const char* stop, const char* end) {
    const bool inside = stop > begin + 1 && stop < end && is_digit(*stop) &&
                        (stop[-1] == '.' || stop[-1] == ',') && is_digit(stop[-2]);
    if (!inside) {
        return stop;
    }
    const char* space = stop;
    while (space > begin && *space != ' ') {
        --space;
    }
    return space > begin ? space : stop;
}

// Calls `line` for each wrapped line; returns the number of lines.
template <class Line>
int for_each_line(const UiContext& ui, float width, std::string_view text, TextStyle style,
                  const Line& line) {
    ImFont* font = ui.fonts().font(style.weight);
    const float px = Fonts::pixels(style.size);
    const char* at = text.data();
    const char* const end = at + text.size();
    int lines = 0;
    while (at < end) {
        const char* const paragraph_end = std::find(at, end, '\n');
        const char* stop = not_inside_number(
            at, font->CalcWordWrapPosition(px, at, paragraph_end, width), paragraph_end);
        if (stop == at && at < paragraph_end) {
            ++stop;
            while (stop < paragraph_end && continues_code_point(*stop)) {
                ++stop;
            }
        }
        line(std::string_view(at, static_cast<std::size_t>(stop - at)), lines);
        ++lines;
        at = stop;
        while (at < paragraph_end && *at == ' ') {
            ++at;
        }
        if (at == paragraph_end && at < end) {
            ++at;
        }
    }
    return lines;
}

} // namespace

void label(UiContext& ui, const Rect& rect, std::string_view text, TextStyle style, ColorRole color,
           TextAlign align) {
    const float width = ui.fonts().width(text, style);
    const float px = Fonts::pixels(style.size);
    const float y = rect.center().y - px * 0.5F;
    if (width > rect.width()) {
        draw_text(ui, {rect.left, y}, shortened(ui.fonts(), text, style, rect.width()), style,
                  color);
        if (ImGui::IsMouseHoveringRect(top_left(rect), bottom_right(rect)) &&
            ImGui::IsWindowHovered()) {
            tooltip(ui, text);
        }
        return;
    }
    const float free = rect.width() - width;
    const float shift =
        align == TextAlign::Left ? 0.0F : (align == TextAlign::Center ? free * 0.5F : free);
    draw_text(ui, {rect.left + shift, y}, text, style, color);
}

float wrapped_height(const UiContext& ui, float width, std::string_view text, TextStyle style) {
    const int lines = for_each_line(ui, width, text, style, [](std::string_view, int) {});
    return static_cast<float>(lines) * ui.fonts().line_height(style);
}

float wrapped_text(UiContext& ui, Point at, float width, std::string_view text, TextStyle style,
                   ColorRole color) {
    const float line_height = ui.fonts().line_height(style);
    const float lead = (line_height - Fonts::pixels(style.size)) * 0.5F;
    const int lines = for_each_line(ui, width, text, style, [&](std::string_view line, int index) {
        draw_text(ui, {at.x, at.y + lead + static_cast<float>(index) * line_height}, line, style,
                  color);
    });
    return static_cast<float>(lines) * line_height;
}

void tooltip(UiContext& ui, std::string_view text) {
    const ImGuiIO& io = ImGui::GetIO();
    // Where something was just pressed, what became of it is looked at.
    if (!io.MouseDown[ImGuiMouseButton_Left] &&
        std::hypot(io.MousePos.x - io.MouseClickedPos[ImGuiMouseButton_Left].x,
                   io.MousePos.y - io.MouseClickedPos[ImGuiMouseButton_Left].y) >= kStill) {
        words_at_pointer(ui, text);
    }
}

void words_at_pointer(UiContext& ui, std::string_view text) {
    words_at(ui, from_im(ImGui::GetIO().MousePos), text);
}

void words_at(UiContext& ui, Point at, std::string_view text) {
    const ImGuiIO& io = ImGui::GetIO();
    const float text_width =
        std::min(ui.fonts().width(text, kBody) + metrics::kHairline, metrics::kTooltipWidth);
    const float height = wrapped_height(ui, text_width, text, kBody) + 2.0F * metrics::kGap;
    const float width = text_width + 2.0F * metrics::kPad;
    const float left =
        std::clamp(at.x + metrics::kTooltipOffset * 0.5F, metrics::kGap,
                   std::max(metrics::kGap, io.DisplaySize.x - width - metrics::kGap));
    const float below = at.y + metrics::kTooltipOffset;
    const float above = at.y - height - metrics::kGap;
    const float top =
        below + height > io.DisplaySize.y - metrics::kGap ? std::max(above, metrics::kGap) : below;
    ImGui::SetNextWindowPos({left, top});
    ImGui::SetNextWindowSize({width, height});
    constexpr ImGuiWindowFlags kFlags = ImGuiWindowFlags_Tooltip | ImGuiWindowFlags_NoDecoration |
                                        ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoBackground |
                                        ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    if (ImGui::Begin("tooltip", nullptr, kFlags)) {
        ImGui::GetWindowDrawList()->PushClipRectFullScreen();
        panel(ui, {left, top, left + width, top + height}, ColorRole::Surface, metrics::kRadius,
              true);
        wrapped_text(ui, {left + metrics::kPad, top + metrics::kGap},
                     text_width + metrics::kHairline, text, kBody, ColorRole::Text);
        ImGui::GetWindowDrawList()->PopClipRect();
    }
    ImGui::End();
    ImGui::PopStyleVar();
}

} // namespace vekha::ui
