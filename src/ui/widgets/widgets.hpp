// The widgets Vekha is made of: each draws itself with the theme, registers what it is in the
// semantic list, and answers the mouse and the twin in the same way. Rectangles are layout pixels;
// `path` names the widget for ever ("topbar/save") and is its key in the twin.
#pragma once

#include "core/base/geometry.hpp"
#include "core/scene/scene.hpp"
#include "ui/ui_context.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace vekha::ui {

enum class Icon : std::uint8_t {
    None,
    Open,
    Save,
    Undo,
    Redo,
    Plus,
    Minus,
    Fit,
    Close,
    Home,
    Panel,
    Sun,
    Moon,
    Fold,
    Target,
    Document,
    Warning,
    Link,
    Search,
    Menu,
    Up,
    Down,
    Left,
    Right,
    Check,
    Adjust,
};

enum class ButtonLook : std::uint8_t { Plain, Primary, Quiet, Danger };

struct ButtonSpec {
    std::string_view path;
    std::string_view label;       // shown unless `icon_only`; always the accessible name
    std::string_view description; // tooltip; also why a disabled button is disabled
    Icon icon = Icon::None;
    ButtonLook look = ButtonLook::Plain;
    bool icon_only = false;
    bool enabled = true;
    std::optional<bool> pressed; // a toggle
    bool radio = false;          // one of a group
};

[[nodiscard]] float button_width(const UiContext& ui, const ButtonSpec& spec);
bool button(UiContext& ui, const Rect& rect, const ButtonSpec& spec);

// An invisible press area with a node; the caller draws. True when pressed.
struct PressState {
    bool pressed = false;
    bool hovered = false;
    bool focused = false;
};
PressState press_area(UiContext& ui, const Rect& rect, std::string_view path, Role role,
                      std::string_view name);

// What an item of a list shows of the pointer and the keyboard, below its words.
void item_ground(const UiContext& ui, const Rect& rect, const PressState& state,
                 bool chosen = false);

struct SliderSpec {
    std::string_view path;
    std::string_view label;
    std::string_view value_text;
    double value = 0.0;
    double min = 0.0;
    double max = 1.0;
    double step = 0.0; // 0: continuous
};
// The new value while it is dragged or set by keys.
std::optional<double> slider(UiContext& ui, const Rect& rect, const SliderSpec& spec);

// One line, shortened with an ellipsis when it does not fit; then the whole is its tooltip.
void label(UiContext& ui, const Rect& rect, std::string_view text, TextStyle style, ColorRole color,
           TextAlign align = TextAlign::Left);
// Wrapped text; returns its height. Without a draw list (measuring) nothing is painted.
float wrapped_text(UiContext& ui, Point at, float width, std::string_view text, TextStyle style,
                   ColorRole color);
[[nodiscard]] float wrapped_height(const UiContext& ui, float width, std::string_view text,
                                   TextStyle style);

void icon(UiContext& ui, const Rect& rect, Icon which, ColorRole color);
void progress_bar(UiContext& ui, const Rect& rect, float share, ColorRole fill);
void focus_ring(const UiContext& ui, const Rect& rect, float radius);
void panel(const UiContext& ui, const Rect& rect, ColorRole fill, float radius, bool shadow);
// Of a bar across the page, with a line along its lower edge.
void bar_ground(const UiContext& ui, const Rect& rect);
void tooltip(UiContext& ui, std::string_view text); // not where something was just pressed
void words_at_pointer(UiContext& ui, std::string_view text);
void words_at(UiContext& ui, Point at, std::string_view text); // right below, or above

enum class ScrollAxis : std::uint8_t { Vertical, Horizontal };
// A scroll over so much content: clamps and returns the offset, draws the thumb and lets it be
// dragged. Nothing where all of it fits.
float scrollbar(UiContext& ui, const Rect& track, std::string_view path, float offset,
                float content, ScrollAxis axis);
float vertical_scrollbar(UiContext& ui, const Rect& track, std::string_view path, float offset,
                         float content_height);

} // namespace vekha::ui
