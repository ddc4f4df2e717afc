// Host: the one running page. It owns the SDL window, the screen, Dear ImGui's context and the
// callbacks that main handed in; web_exports.cpp passes the browser's events on to it. Sizes:
// device pixels for the canvas, CSS pixels for what the scripts report, layout pixels (CSS pixels
// by interface scale) for Dear ImGui and the app.
#pragma once

#include "app/ports/events.hpp"
#include "core/base/geometry.hpp"
#include "platform/click_counts.hpp"
#include "platform/frame_schedule.hpp"
#include "platform/host.hpp"
#include "platform/screen.hpp"
#include "platform/touch_tracker.hpp"

#include <cstdint>
#include <memory>
#include <vector>

struct SDL_Window;

namespace vekha::platform {

struct Modifiers {
    bool ctrl = false; // or Command
    bool shift = false;
    bool alt = false;
};

struct PointerEvent {
    enum class Kind : std::uint8_t { Move, Down, Up, Cancel, Leave };
    Kind kind = Kind::Move;
    bool is_touch = false;
    std::int32_t id = 0;
    Point at_css;
    int button = 0; // as the DOM counts: 0 left, 1 middle, 2 right
    Modifiers modifiers;
};

class Host {
public:
    void run(HostCallbacks callbacks);

    // Paints one frame; `now_ms` on the clock of performance.now().
    void frame(double now_ms);
    void request_frame();

    // True: taken. An event that comes while a callback runs waits for its end and counts as not
    // taken.
    bool dispatch(app::Event event);

    void resized(int width_px, int height_px, double pixel_ratio);
    void set_interface_scale(float scale);
    [[nodiscard]] float interface_scale() const { return m_interface_scale; }
    [[nodiscard]] Point layout_point(Point css) const {
        return {.x = css.x / m_interface_scale, .y = css.y / m_interface_scale};
    }

    void pointer(const PointerEvent& event);
    // The press that was just told is the `count`-th of its series, from 1.
    void clicked(int count) { m_clicks.counted(count); }
    // A finger has rested for as long as a long press takes.
    void finger_held(std::int32_t id);
    // True: the browser must not do anything with it.
    [[nodiscard]] bool wheel(Point at_css, Point delta_css, Modifiers modifiers);
    void note_modifiers(Modifiers modifiers);
    void focus_lost();

    // The WebGL context went away: frames go on without being painted, so that drafts and messages
    // do.
    void context_lost();
    void context_restored();
    // It will not come back, and the scripts have a canvas for pictures: they are painted without
    // it.
    void context_gone();

private:
    void set_up_window();
    FrameAnswer build_frame(double elapsed_seconds);
    void begin_imgui_frame(double elapsed_seconds);
    void set_up_graphics();
    void draw(Screen& screen);
    void show_anew();
    void deliver_waiting();
    void plan_next(double wanted_seconds);
    void mouse(const PointerEvent& event);
    void press(int button, bool is_down); // as Dear ImGui counts buttons
    void touch(const PointerEvent& event);
    void act(const TouchAction& action);
    void press_at(Point at, bool is_down);

    HostCallbacks m_callbacks;
    FrameSchedule m_schedule;
    TouchTracker m_touch;
    ClickCounts m_clicks;
    std::vector<app::Event> m_waiting;
    SDL_Window* m_window = nullptr;
    double m_last_frame_ms = -1.0;
    double m_pixel_ratio = 1.0;
    float m_interface_scale = 1.0F;
    int m_width_px = 1;
    int m_height_px = 1;
    std::uint64_t m_shown_mark = 0; // of the picture on the canvas (picture_mark); 0: none
    bool m_is_in_callback = false;
    bool m_graphics_set_up = false; // or refused
    std::unique_ptr<Screen>
        m_screen; // none before the first picture, and where the browser refuses
};

// The host of this page; there is one canvas, hence one host.
[[nodiscard]] Host& host();

} // namespace vekha::platform
