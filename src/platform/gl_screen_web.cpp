// The screen of WebGL 2, by Dear ImGui's OpenGL backend.
#include "platform/browser.hpp"
#include "platform/gl_backend_state.hpp"
#include "platform/screen.hpp"

#include <GLES3/gl3.h>
#include <SDL_video.h>
#include <emscripten/html5.h>
#include <imgui.h>
#include <imgui_impl_opengl3.h>

#include <memory>

namespace vekha::platform {

namespace {

constexpr const char* kShaderVersion = "#version 300 es";
// Until the driver is asked whether it accepted Dear ImGui's shaders: the pictures of the start are
// on their way then, and waiting for the GPU delays nothing.
constexpr int kFramesBeforeCheck = 3;

class GlScreen final : public Screen {
public:
    explicit GlScreen(SDL_Window& window) : m_window(window) {
        ImGui_ImplOpenGL3_Init(kShaderVersion);
    }
    GlScreen(const GlScreen&) = delete;
    GlScreen& operator=(const GlScreen&) = delete;
    GlScreen(GlScreen&&) = delete;
    GlScreen& operator=(GlScreen&&) = delete;
    // The only screen that ends is one whose context is gone.
    ~GlScreen() override { shut_down(); }

    void fit(int width_px, int height_px) override {
        m_width_px = width_px;
        m_height_px = height_px;
    }

    void update_textures(ImDrawData& data) override {
        for (ImTextureData* texture : *data.Textures) {
            if (texture->Status != ImTextureStatus_OK) {
                ImGui_ImplOpenGL3_UpdateTexture(texture);
            }
        }
    }

    void paint(ImDrawData& data, ImU32 background) override {
        const ImVec4 color = ImGui::ColorConvertU32ToFloat4(background);
        glViewport(0, 0, m_width_px, m_height_px);
        glClearColor(color.x, color.y, color.z, 1.0F);
        glClear(GL_COLOR_BUFFER_BIT);
        // Only here: in its first frame it asks what the shaders became, and waits for all that the
        // GPU has to do before. Until now the interface had its own work.
        ImGui_ImplOpenGL3_NewFrame();
        ImGui_ImplOpenGL3_RenderDrawData(&data);
        SDL_GL_SwapWindow(&m_window);
    }

    void frame_ended() override {
        if (m_frames_to_check == 0) {
            return;
        }
        --m_frames_to_check;
        if (m_frames_to_check == 0) {
            check_program();
        }
    }

    void context_lost() override { m_has_context = false; }

    void context_restored() override {
        // Every GL name of the old context is void: the backend forgets them, and Dear ImGui makes
        // its textures again.
        shut_down();
        ImGui_ImplOpenGL3_Init(kShaderVersion);
        m_has_context = true;
        m_frames_to_check = kFramesBeforeCheck;
    }

    [[nodiscard]] bool can_paint() const override { return m_has_context; }

private:
    static void shut_down() {
        gl_backend_state().names_are_void = true;
        ImGui_ImplOpenGL3_Shutdown();
        gl_backend_state().names_are_void = false;
    }

    static void check_program() {
        GLint is_linked = GL_FALSE;
        glGetProgramiv(gl_backend_state().program, GL_LINK_STATUS, &is_linked);
        // A context that was lost meanwhile says no, too; its program is made anew when it comes
        // back.
        if (is_linked == GL_FALSE &&
            !emscripten_is_webgl_context_lost(emscripten_webgl_get_current_context())) {
            browser::give_up_webgl();
        }
    }

    SDL_Window& m_window;
    int m_width_px = 1;
    int m_height_px = 1;
    int m_frames_to_check = kFramesBeforeCheck; // 0: the driver was asked
    bool m_has_context = true;
};

} // namespace

std::unique_ptr<Screen> make_gl_screen(SDL_Window& window) {
    if (SDL_GL_CreateContext(&window) == nullptr) {
        return nullptr;
    }
    return std::make_unique<GlScreen>(window);
}

} // namespace vekha::platform
