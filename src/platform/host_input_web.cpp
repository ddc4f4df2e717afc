// Pointer and wheel. The page's own pointer-event listeners (shell/input.js) feed Dear ImGui, not
// SDL's: SDL's mouse path in the browser rounds to whole pixels, has no capture outside the canvas,
// divides the wheel by fixed steps, mistakes touch for a mouse, and calls preventDefault for keys
// that belong to the browser or to a text field.
#include "app/ports/events.hpp"
#include "core/base/geometry.hpp"
#include "platform/host_web.hpp"
#include "platform/touch_tracker.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <cfloat>
#include <optional>

namespace vekha::platform {

namespace {

// One notch of a wheel is 100 CSS pixels in Chromium and one step for Dear ImGui.
constexpr float kPixelsPerNotch = 100.0F;

ImGuiMouseButton imgui_button(int dom_button) {
    switch (dom_button) {
    case 1:
        return ImGuiMouseButton_Middle;
    case 2:
        return ImGuiMouseButton_Right;
    default:
        return ImGuiMouseButton_Left;
    }
}

} // namespace

void Host::note_modifiers(Modifiers modifiers) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddKeyEvent(ImGuiMod_Ctrl, modifiers.ctrl);
    io.AddKeyEvent(ImGuiMod_Shift, modifiers.shift);
    io.AddKeyEvent(ImGuiMod_Alt, modifiers.alt);
}

void Host::pointer(const PointerEvent& event) {
    note_modifiers(event.modifiers);
    if (event.is_touch) {
        touch(event);
    } else {
        mouse(event);
    }
    m_schedule.input_arrived();
    request_frame();
}

void Host::mouse(const PointerEvent& event) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    const Point at = layout_point(event.at_css);
    switch (event.kind) {
    case PointerEvent::Kind::Move:
        io.AddMousePosEvent(at.x, at.y);
        break;
    case PointerEvent::Kind::Down:
    case PointerEvent::Kind::Up:
        io.AddMousePosEvent(at.x, at.y);
        press(imgui_button(event.button), event.kind == PointerEvent::Kind::Down);
        break;
    case PointerEvent::Kind::Cancel:
        focus_lost();
        break;
    case PointerEvent::Kind::Leave:
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
        break;
    }
}

void Host::press(int button, bool is_down) {
    // One that comes while the button is down already is dropped.
    const int waiting = ImGui::GetCurrentContext()->InputEventsQueue.Size;
    ImGui::GetIO().AddMouseButtonEvent(button, is_down);
    const bool is_taken = ImGui::GetCurrentContext()->InputEventsQueue.Size > waiting;
    if (is_taken && is_down && button == ImGuiMouseButton_Left) {
        m_clicks.press_waits();
    }
}

void Host::touch(const PointerEvent& event) {
    const Point at = layout_point(event.at_css);
    std::optional<TouchAction> action;
    switch (event.kind) {
    case PointerEvent::Kind::Down:
        m_touch.finger_down(event.id, at);
        break;
    case PointerEvent::Kind::Move:
        action = m_touch.finger_moved(event.id, at);
        break;
    case PointerEvent::Kind::Up:
        action = m_touch.finger_up(event.id, at);
        break;
    case PointerEvent::Kind::Cancel:
        action = m_touch.cancel();
        break;
    case PointerEvent::Kind::Leave:
        break;
    }
    if (action) {
        act(*action);
    }
}

void Host::finger_held(std::int32_t id) {
    if (const std::optional<TouchAction> action = m_touch.finger_held(id)) {
        act(*action);
        request_frame();
    }
}

void Host::press_at(Point at, bool is_down) {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(at.x, at.y);
    press(ImGuiMouseButton_Left, is_down);
    if (!is_down) {
        // No finger, no pointer: nothing stays hovered.
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    }
}

void Host::act(const TouchAction& action) {
    switch (action.kind) {
    case TouchAction::Kind::Tap: {
        const Point aim = m_callbacks.aim ? m_callbacks.aim(action.at) : action.at;
        press_at(aim, true);
        press_at(aim, false);
        break;
    }
    case TouchAction::Kind::LongPress:
        if (dispatch(app::LongPressed{.at = action.at})) {
            m_touch.take_press();
        }
        break;
    case TouchAction::Kind::Scroll: {
        const bool taken =
            dispatch(app::TouchScrolled{.at = action.at, .dx = action.dx, .dy = action.dy});
        if (!taken && action.is_first) {
            press_at(m_touch.refuse_scroll().at, true);
            ImGui::GetIO().AddMousePosEvent(action.at.x, action.at.y);
        }
        break;
    }
    case TouchAction::Kind::Pinch:
        dispatch(app::Pinched{
            .at = action.at, .factor = action.factor, .dx = action.dx, .dy = action.dy});
        break;
    case TouchAction::Kind::DragBegin:
        press_at(action.at, true);
        break;
    case TouchAction::Kind::DragMove:
        ImGui::GetIO().AddMousePosEvent(action.at.x, action.at.y);
        break;
    case TouchAction::Kind::DragEnd:
        press_at(action.at, false);
        break;
    }
}

bool Host::wheel(Point at_css, Point delta_css, Modifiers modifiers) {
    note_modifiers(modifiers);
    const Point delta = layout_point(delta_css);
    const bool taken = dispatch(app::WheelTurned{.at = layout_point(at_css),
                                                 .dx = delta.x,
                                                 .dy = delta.y,
                                                 .ctrl = modifiers.ctrl,
                                                 .shift = modifiers.shift});
    if (taken || modifiers.ctrl) {
        return taken;
    }
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_Mouse);
    io.AddMouseWheelEvent(-delta_css.x / kPixelsPerNotch, -delta_css.y / kPixelsPerNotch);
    m_schedule.input_arrived();
    return true;
}

void Host::focus_lost() {
    ImGuiIO& io = ImGui::GetIO();
    io.AddMouseButtonEvent(ImGuiMouseButton_Left, false);
    io.AddMouseButtonEvent(ImGuiMouseButton_Right, false);
    io.AddMouseButtonEvent(ImGuiMouseButton_Middle, false);
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    note_modifiers({});
    if (const std::optional<TouchAction> action = m_touch.cancel()) {
        act(*action);
    }
    m_schedule.input_arrived();
    request_frame();
}

} // namespace vekha::platform
