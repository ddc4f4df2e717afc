// Host: the window, the screen, Dear ImGui's backends and the browser's events. It calls back
// into what it was handed and knows no function of the application by name. Frames are drawn on
// demand only.
#pragma once

#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "core/base/geometry.hpp"

#include <functional>
#include <string_view>

namespace vekha::platform {

// What a frame says at its end.
struct FrameAnswer {
    // After so long it wants to be called again without any event: 0 = next animation frame,
    // negative = not before something happens.
    double wanted_seconds = -1.0;
    // What was pressed, dragged or pointed at in it is done in the next one.
    bool acts = false;
};

struct HostCallbacks {
    // Called after Dear ImGui itself and the graphics context are there, before the first frame.
    std::function<void()> start;
    // Builds one frame between ImGui::NewFrame and ImGui::Render; delta is in seconds, and never
    // above 0.05, so that animations do not jump after a pause. One that acts is built once more
    // before anything is painted, so that a press and what became of it are one picture. While the
    // page is hidden only the frame that follows VisibilityChanged comes; what is wanted later
    // waits until the page is seen again.
    std::function<FrameAnswer(double delta_seconds)> frame;
    // True: the event was taken (keys and wheel: the browser does nothing with it). A frame
    // follows.
    std::function<bool(app::Event)> event;
    // Where a tap of a finger is meant to go, in layout pixels.
    std::function<Point(Point tap)> aim;
};

// A named block of the page: "font-regular", "font-semibold", "sample-<slug>", "i18n-ru",
// "i18n-en". The page's scripts inflate all blocks before the program starts; here they are moved
// into memory when first asked for, then kept. Empty when the page has no such block.
[[nodiscard]] std::string_view page_block(std::string_view name);

// Makes the ports for this platform; they live as long as the program.
[[nodiscard]] app::Ports make_ports();

// Starts the loop and returns to the browser; the callbacks are kept.
void run(HostCallbacks callbacks);

// Asks for one frame from outside a callback.
void request_frame();

} // namespace vekha::platform
