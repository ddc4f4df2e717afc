// Screen: what the interface is painted on. There are two: WebGL 2, and for browsers that give none
// or take it away, a painter without a GPU, whose pictures a 2D canvas shows. Both paint the same
// draw lists of Dear ImGui. Sizes are device pixels. One screen at a time, since Dear ImGui knows
// one renderer; it must be gone before the next is made.
#pragma once

#include <imgui.h>

#include <memory>

struct SDL_Window;

namespace vekha::platform {

class Screen {
public:
    Screen() = default;
    Screen(const Screen&) = delete;
    Screen& operator=(const Screen&) = delete;
    Screen(Screen&&) = delete;
    Screen& operator=(Screen&&) = delete;
    virtual ~Screen() = default;

    // Before Dear ImGui begins a frame of that size.
    virtual void fit(int width_px, int height_px) = 0;
    // Takes over what Dear ImGui changed in its textures; also of a frame that equals the shown
    // one.
    virtual void update_textures(ImDrawData& data) = 0;
    virtual void paint(ImDrawData& data, ImU32 background) = 0;
    // After a frame was painted or found to be the one that is shown.
    virtual void frame_ended() {}

    // Between the two nothing can be painted.
    virtual void context_lost() {}
    virtual void context_restored() {}
    [[nodiscard]] virtual bool can_paint() const { return true; }
};

// Null when SDL gets no context. The canvas must have one (browser::take_graphics).
[[nodiscard]] std::unique_ptr<Screen> make_gl_screen(SDL_Window& window);

[[nodiscard]] std::unique_ptr<Screen> make_cpu_screen();

} // namespace vekha::platform
