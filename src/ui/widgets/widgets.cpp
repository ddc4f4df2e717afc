#include "ui/widgets/widgets.hpp"

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "ui/draw.hpp"
#include "ui/fonts.hpp"
#include "ui/theme.hpp"
#include "ui/ui_context.hpp"
#include "ui/widgets/text_styles.hpp"

#include <imgui.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace vekha::ui {
namespace {

// Dear ImGui tells widgets apart by id; ours is the key of the twin, so that both agree.
class ImGuiIdScope {
public:
    explicit ImGuiIdScope(SemanticKey key) { ImGui::PushID(static_cast<int>(key & 0x7FFFFFFFU)); }
    ImGuiIdScope(const ImGuiIdScope&) = delete;
    ImGuiIdScope& operator=(const ImGuiIdScope&) = delete;
    ~ImGuiIdScope() { ImGui::PopID(); }
};

bool invisible_button(SemanticKey key, const Rect& rect) {
    if (rect.empty()) {
        return false;
    }
    const ImGuiIdScope id(key);
    ImGui::SetCursorScreenPos(top_left(rect));
    return ImGui::InvisibleButton("press", {rect.width(), rect.height()});
}

struct ButtonColors {
    ColorRole fill = ColorRole::Surface;
    ColorRole ink = ColorRole::Text;
    bool has_fill = true;
    bool has_line = true;
};

ButtonColors button_colors(const ButtonSpec& spec, bool hovered) {
    if (!spec.enabled) {
        return {ColorRole::Surface, ColorRole::Disabled, false, spec.look == ButtonLook::Plain};
    }
    const bool on = spec.pressed.value_or(false);
    switch (spec.look) {
    case ButtonLook::Primary:
        return {ColorRole::Accent, ColorRole::TextOnFill, true, false};
    case ButtonLook::Danger:
        return {ColorRole::LateDeep, ColorRole::TextOnFill, true, false};
    case ButtonLook::Quiet:
        return {on ? ColorRole::AccentSoft : ColorRole::RowHovered,
                on ? ColorRole::Accent : ColorRole::Text, on || hovered, false};
    case ButtonLook::Plain:
        break;
    }
    return {on ? ColorRole::AccentSoft : (hovered ? ColorRole::RowHovered : ColorRole::Surface),
            on ? ColorRole::Accent : ColorRole::Text, true, true};
}

void paint_button(UiContext& ui, const Rect& rect, const ButtonSpec& spec,
                  const ButtonColors& colors) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (colors.has_fill) {
        list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(colors.fill),
                            metrics::kRadius);
    }
    if (colors.has_line) {
        const Rect line = rect.shrunk(metrics::kHairline * 0.5F);
        list->AddRect(top_left(line), bottom_right(line),
                      ui.color(spec.enabled ? ColorRole::LineStrong : ColorRole::Disabled),
                      metrics::kRadius);
    }
    if (spec.pressed.value_or(false) && spec.enabled) {
        // Not by colour alone.
        list->AddRectFilled({rect.left + metrics::kRadius, rect.bottom - metrics::kPressedLine},
                            {rect.right - metrics::kRadius, rect.bottom},
                            ui.color(ColorRole::Accent));
    }
    const float middle = rect.center().y;
    const float half_icon = metrics::kIconSize * 0.5F;
    if (spec.icon_only) {
        const Point c = rect.center();
        icon(ui, {c.x - half_icon, c.y - half_icon, c.x + half_icon, c.y + half_icon}, spec.icon,
             colors.ink);
        return;
    }
    float left = rect.left + metrics::kPad;
    if (spec.icon != Icon::None) {
        icon(ui, {left, middle - half_icon, left + metrics::kIconSize, middle + half_icon},
             spec.icon, colors.ink);
        left += metrics::kIconSize + metrics::kGap;
    }
    label(ui, {left, rect.top, rect.right - metrics::kPad * 0.5F, rect.bottom}, spec.label, kStrong,
          colors.ink);
}

} // namespace

PressState press_area(UiContext& ui, const Rect& rect, std::string_view path, Role role,
                      std::string_view name) {
    const SemanticKey key = semantic_key(path);
    PressState state;
    state.pressed = invisible_button(key, rect) || ui.is_activated(key);
    state.hovered = !rect.empty() && ImGui::IsItemHovered();
    state.focused = ui.focused() == key;
    SemanticNode& node = ui.add_node(key, role, name, rect);
    node.focusable = true;
    node.focused = state.focused;
    return state;
}

float button_width(const UiContext& ui, const ButtonSpec& spec) {
    if (spec.icon_only) {
        return metrics::kButtonHeight;
    }
    const float icon_room = spec.icon == Icon::None ? 0.0F : metrics::kIconSize + metrics::kGap;
    return std::ceil(ui.fonts().width(spec.label, kStrong)) + icon_room + 2.0F * metrics::kPad;
}

bool button(UiContext& ui, const Rect& rect, const ButtonSpec& spec) {
    const PressState state = press_area(ui, rect, spec.path,
                                        spec.radio     ? Role::Radio
                                        : spec.pressed ? Role::ToggleButton
                                                       : Role::Button,
                                        spec.label);
    SemanticNode& node = ui.semantics().last();
    node.disabled = !spec.enabled;
    node.description = spec.description;
    if (spec.pressed) {
        node.pressed = *spec.pressed ? 1 : 0;
    }
    paint_button(ui, rect, spec, button_colors(spec, state.hovered));
    if (state.focused) {
        focus_ring(ui, rect, metrics::kRadius);
    }
    if (state.hovered) {
        if (spec.enabled) {
            ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        }
        if (!spec.description.empty()) {
            tooltip(ui, spec.description);
        } else if (spec.icon_only) {
            tooltip(ui, spec.label);
        }
    }
    return state.pressed && spec.enabled;
}

std::optional<double> slider(UiContext& ui, const Rect& rect, const SliderSpec& spec) {
    const SemanticKey key = semantic_key(spec.path);
    invisible_button(key, rect);
    const bool active = ImGui::IsItemActive();
    const bool hovered = ImGui::IsItemHovered();
    const float radius = metrics::kPad * 0.62F;
    const float left = rect.left + radius;
    const float span = std::max(1.0F, rect.width() - 2.0F * radius);
    std::optional<double> wanted;
    if (active) {
        const double share =
            std::clamp(static_cast<double>((ImGui::GetIO().MousePos.x - left) / span), 0.0, 1.0);
        wanted = spec.min + share * (spec.max - spec.min);
    }
    if (const ValueRequest* request = ui.requested_value(key)) {
        wanted = std::clamp(request->value, spec.min, spec.max);
    }
    if (wanted && spec.step > 0.0) {
        wanted = spec.min + std::round((*wanted - spec.min) / spec.step) * spec.step;
    }
    const double shown = wanted.value_or(spec.value);
    const double range = spec.max - spec.min;
    const float x =
        left + span * static_cast<float>(range > 0.0 ? (shown - spec.min) / range : 0.0);
    const float y = rect.center().y;
    ImDrawList* list = ImGui::GetWindowDrawList();
    constexpr float kTrack = 2.0F;
    list->AddRectFilled({left, y - kTrack}, {left + span, y + kTrack},
                        ui.color(ColorRole::LineStrong), kTrack);
    list->AddRectFilled({left, y - kTrack}, {x, y + kTrack}, ui.color(ColorRole::Accent), kTrack);
    list->AddCircleFilled({x, y}, radius, ui.color(ColorRole::Surface));
    list->AddCircle({x, y}, radius, ui.color(ColorRole::Accent), 0, metrics::kFocusRing);
    SemanticNode& node = ui.add_node(key, Role::Slider, spec.label, rect);
    node.focusable = true;
    node.focused = ui.focused() == key;
    node.value = spec.value_text;
    node.value_now = shown;
    node.value_min = spec.min;
    node.value_max = spec.max;
    if (node.focused) {
        focus_ring(ui, rect, metrics::kRadius);
    }
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
        if (!active) {
            tooltip(ui, spec.label);
        }
    }
    return wanted;
}

void progress_bar(UiContext& ui, const Rect& rect, float share, ColorRole fill) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    const float radius = rect.height() * 0.5F;
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Line), radius);
    if (share > 0.0F) {
        const float right =
            rect.left + std::max(rect.height(), rect.width() * std::min(share, 1.0F));
        list->AddRectFilled(top_left(rect), {right, rect.bottom}, ui.color(fill), radius);
    }
}

void item_ground(const UiContext& ui, const Rect& rect, const PressState& state, bool chosen) {
    if (state.hovered || chosen) {
        ImGui::GetWindowDrawList()->AddRectFilled(
            top_left(rect), bottom_right(rect),
            ui.color(chosen ? ColorRole::AccentSoft : ColorRole::RowHovered), metrics::kRadius);
    }
    if (state.hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
    }
    if (state.focused) {
        focus_ring(ui, rect, metrics::kRadius);
    }
}

void bar_ground(const UiContext& ui, const Rect& rect) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(ColorRole::Surface));
    list->AddLine({rect.left, rect.bottom - metrics::kHairline},
                  {rect.right, rect.bottom - metrics::kHairline}, ui.color(ColorRole::Line));
}

void focus_ring(const UiContext& ui, const Rect& rect, float radius) {
    const Rect ring = rect.shrunk(-metrics::kFocusRing);
    ImGui::GetWindowDrawList()->AddRect(top_left(ring), bottom_right(ring),
                                        ui.color(ColorRole::Accent), radius + metrics::kFocusRing,
                                        ImDrawFlags_None, metrics::kFocusRing);
}

void panel(const UiContext& ui, const Rect& rect, ColorRole fill, float radius, bool shadow) {
    ImDrawList* list = ImGui::GetWindowDrawList();
    if (shadow) {
        for (int step = metrics::kShadowSteps; step >= 1; --step) {
            const float grow = static_cast<float>(step) * 2.0F;
            list->AddRectFilled({rect.left - grow, rect.top - grow * 0.4F},
                                {rect.right + grow, rect.bottom + grow * 1.2F},
                                to_im(kShade, kShadowAlpha), radius + grow);
        }
    }
    list->AddRectFilled(top_left(rect), bottom_right(rect), ui.color(fill), radius);
    list->AddRect(top_left(rect), bottom_right(rect), ui.color(ColorRole::Line), radius);
}

float scrollbar(UiContext& ui, const Rect& track, std::string_view path, float offset,
                float content, ScrollAxis axis) {
    const bool down = axis == ScrollAxis::Vertical;
    const float room = down ? track.height() : track.width();
    const float furthest = std::max(0.0F, content - room);
    float clamped = std::clamp(offset, 0.0F, furthest);
    if (furthest <= 0.0F) {
        return clamped;
    }
    const SemanticKey key = semantic_key(path);
    const float thumb = std::max(metrics::kScrollbarMinThumb, room * room / content);
    invisible_button(key, track);
    if (ImGui::IsItemActive()) {
        const ImVec2 pointer = ImGui::GetIO().MousePos;
        const float along = down ? pointer.y - track.top : pointer.x - track.left;
        const float share = (along - thumb * 0.5F) / std::max(1.0F, room - thumb);
        clamped = std::clamp(share, 0.0F, 1.0F) * furthest;
    }
    const bool bright = ImGui::IsItemHovered() || ImGui::IsItemActive();
    const float from = (room - thumb) * (clamped / furthest);
    const float inset = metrics::kScrollbarWidth * 0.2F;
    const Rect bar = down ? Rect{track.left + inset, track.top + from, track.right - inset,
                                 track.top + from + thumb}
                          : Rect{track.left + from, track.top + inset, track.left + from + thumb,
                                 track.bottom - inset};
    ImGui::GetWindowDrawList()->AddRectFilled(
        top_left(bar), bottom_right(bar),
        ui.color(bright ? ColorRole::TextSecondary : ColorRole::LineStrong),
        metrics::kScrollbarWidth * 0.5F);
    return clamped;
}

float vertical_scrollbar(UiContext& ui, const Rect& track, std::string_view path, float offset,
                         float content_height) {
    return scrollbar(ui, track, path, offset, content_height, ScrollAxis::Vertical);
}

} // namespace vekha::ui
