// The window and the frame. SDL makes the window and the mouse cursors, and paints (screen.hpp);
// its own event listeners are removed (host_input_web.cpp says why).
#include "app/ports/events.hpp"
#include "platform/browser.hpp"
#include "platform/fault_commands.hpp"
#include "platform/frame_schedule.hpp"
#include "platform/glyph_snap.hpp"
#include "platform/host.hpp"
#include "platform/host_web.hpp"
#include "platform/picture_mark.hpp"
#include "platform/screen.hpp"

#include <SDL.h>
#include <emscripten/emscripten.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_sdl2.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha::platform {

namespace {

constexpr double kMillisecondsPerSecond = 1000.0;
constexpr double kFirstStepSeconds = 1.0 / 60.0;
constexpr double kShortestStepSeconds = 0.0001;
// The app's animations go on where they stood after the page was idle, they do not jump to their
// end.
constexpr double kLongestAppStepSeconds = 0.05;

// The size in layout pixels whose product with `scale` Dear ImGui's renderer truncates to exactly
// `pixels`; a plain quotient may come out one device pixel short, which blurs everything.
float layout_length(int pixels, float scale) {
    float length = static_cast<float>(pixels) / scale;
    while (static_cast<int>(length * scale) < pixels) {
        length = std::nextafter(length, std::numeric_limits<float>::max());
    }
    return length;
}

} // namespace

Host& host() {
    static Host the_host;
    return the_host;
}

void run(HostCallbacks callbacks) {
    host().run(std::move(callbacks));
}

void request_frame() {
    host().request_frame();
}

void Host::run(HostCallbacks callbacks) {
    m_callbacks = std::move(callbacks);
    set_up_window();
    m_is_in_callback = true;
    browser::connect();
    if (m_callbacks.start) {
        m_callbacks.start();
    }
    m_is_in_callback = false;
    deliver_waiting();
    install_fault_commands();
    request_frame();
}

void Host::set_up_window() {
    SDL_SetMainReady();
    SDL_Init(SDL_INIT_VIDEO);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_PROFILE_MASK, SDL_GL_CONTEXT_PROFILE_ES);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MAJOR_VERSION, 3);
    SDL_GL_SetAttribute(SDL_GL_CONTEXT_MINOR_VERSION, 0);
    // SDL would set the page's title to the window's: it keeps the one it has. Not resizable: the
    // scripts size the canvas, to the device pixel.
    m_window = SDL_CreateWindow(emscripten_get_window_title(), 0, 0, 1, 1, SDL_WINDOW_OPENGL);
    emscripten_html5_remove_all_event_listeners();

    ImGui::CreateContext();
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    // Keys belong to the app's own table of shortcuts, texts to the page's fields.
    io.ConfigFlags &= ~(ImGuiConfigFlags_NavEnableKeyboard | ImGuiConfigFlags_NavEnableGamepad);
    // What the screen's backend will say of itself: fonts are made before it is there.
    io.BackendFlags |=
        ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    ImGui_ImplSDL2_InitForOther(m_window);
}

// When the first picture is ready to be drawn, not before: the browser's own first frames keep the
// GPU process busy, and every question to it waits for their end.
void Host::set_up_graphics() {
    m_graphics_set_up = true;
    const browser::Graphics graphics = browser::take_graphics();
    if (graphics == browser::Graphics::WebGl) {
        m_screen = m_window == nullptr ? nullptr : make_gl_screen(*m_window);
        if (!m_screen) {
            browser::give_up_webgl();
        }
    } else if (graphics == browser::Graphics::Picture) {
        m_screen = make_cpu_screen();
    }
    if (m_screen) {
        m_screen->fit(m_width_px, m_height_px);
    }
}

void Host::request_frame() {
    m_schedule.frame_requested();
    if (!m_is_in_callback) {
        browser::request_frame();
    }
}

void Host::frame(double now_ms) {
    const double elapsed =
        m_last_frame_ms < 0.0
            ? kFirstStepSeconds
            : std::max((now_ms - m_last_frame_ms) / kMillisecondsPerSecond, kShortestStepSeconds);
    m_last_frame_ms = now_ms;
    m_schedule.begin_frame();
    if (m_screen) {
        m_screen->fit(m_width_px, m_height_px);
    }
    FrameAnswer answer = build_frame(elapsed);
    if (answer.acts) {
        ImGui::EndFrame();
        answer = build_frame(kShortestStepSeconds);
    }
    ImGui::Render();
    if (!m_graphics_set_up) {
        set_up_graphics();
    }
    if (m_screen && m_screen->can_paint()) {
        draw(*m_screen);
        m_screen->frame_ended();
    }
    deliver_waiting();
    plan_next(answer.wanted_seconds);
}

FrameAnswer Host::build_frame(double elapsed_seconds) {
    begin_imgui_frame(elapsed_seconds);
    m_is_in_callback = true;
    const FrameAnswer answer =
        m_callbacks.frame ? m_callbacks.frame(std::min(elapsed_seconds, kLongestAppStepSeconds))
                          : FrameAnswer{};
    m_is_in_callback = false;
    return answer;
}

void Host::begin_imgui_frame(double elapsed_seconds) {
    ImGui_ImplSDL2_NewFrame();
    // The backend knows whole CSS pixels only; the canvas has device pixels, and the interface a
    // scale of its own.
    ImGuiIO& io = ImGui::GetIO();
    const float scale = static_cast<float>(m_pixel_ratio) * m_interface_scale;
    io.DisplaySize = {layout_length(m_width_px, scale), layout_length(m_height_px, scale)};
    io.DisplayFramebufferScale = {scale, scale};
    // The true time, also after a long pause: hover delays are measured with it.
    io.DeltaTime = static_cast<float>(elapsed_seconds);
    io.MouseDoubleClickTime = m_clicks.double_click_seconds();
    ImGui::NewFrame();
    if (io.MouseClicked[ImGuiMouseButton_Left]) {
        m_clicks.press_seen();
    }
}

void Host::draw(Screen& screen) {
    ImDrawData& data = *ImGui::GetDrawData();
    const float scale = data.FramebufferScale.y;
    if (scale != std::floor(scale)) {
        for (ImDrawList* list : data.CmdLists) {
            snap_glyphs(*list, scale);
        }
    }
    screen.update_textures(data);
    const std::uint64_t mark = picture_mark(data);
    if (mark != m_shown_mark) {
        m_shown_mark = mark;
        screen.paint(data, ImGui::GetColorU32(ImGuiCol_WindowBg));
    }
}

void Host::plan_next(double wanted_seconds) {
    const bool input_waits = ImGui::GetCurrentContext()->InputEventsQueue.Size > 0;
    const NextFrame next = m_schedule.after_frame(wanted_seconds, input_waits);
    switch (next.kind) {
    case NextFrame::Kind::None:
        break;
    case NextFrame::Kind::NextAnimationFrame:
        browser::request_frame();
        break;
    case NextFrame::Kind::Later:
        browser::wake_after(next.delay_seconds * kMillisecondsPerSecond);
        break;
    }
}

bool Host::dispatch(app::Event event) {
    if (m_is_in_callback) {
        m_waiting.push_back(std::move(event));
        return false;
    }
    m_is_in_callback = true;
    const bool taken = m_callbacks.event && m_callbacks.event(std::move(event));
    m_is_in_callback = false;
    deliver_waiting();
    request_frame();
    return taken;
}

void Host::deliver_waiting() {
    while (!m_waiting.empty()) {
        for (app::Event& event : std::exchange(m_waiting, {})) {
            dispatch(std::move(event));
        }
    }
}

void Host::resized(int width_px, int height_px, double pixel_ratio) {
    const auto before = std::tuple{m_width_px, m_height_px, m_pixel_ratio};
    m_width_px = std::max(width_px, 1);
    m_height_px = std::max(height_px, 1);
    m_pixel_ratio = pixel_ratio > 0.0 ? pixel_ratio : 1.0;
    // The first size is no change: the frame that is to come anyway is the first to know any.
    const bool is_first = m_last_frame_ms < 0.0;
    if (!is_first && before != std::tuple{m_width_px, m_height_px, m_pixel_ratio}) {
        m_schedule.input_arrived();
    }
}

void Host::set_interface_scale(float scale) {
    if (scale <= 0.0F || scale == m_interface_scale) {
        return;
    }
    m_interface_scale = scale;
    browser::set_interface_scale(static_cast<double>(scale));
    m_schedule.input_arrived();
    request_frame();
}

void Host::context_lost() {
    if (m_screen) {
        m_screen->context_lost();
    }
}

void Host::context_restored() {
    if (m_screen) {
        m_screen->context_restored();
        show_anew();
    }
}

void Host::context_gone() {
    // Each has its own backend of Dear ImGui, and there is room for one.
    m_screen.reset();
    m_screen = make_cpu_screen();
    show_anew();
}

void Host::show_anew() {
    m_shown_mark = 0;
    m_schedule.input_arrived();
    request_frame();
}

} // namespace vekha::platform
