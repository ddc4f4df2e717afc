// The screen without a GPU: CpuPainter paints into memory, and the page's scripts put that on a 2D
// canvas.
#include "platform/browser.hpp"
#include "platform/cpu_painter.hpp"
#include "platform/screen.hpp"

#include <imgui.h>

#include <memory>

namespace vekha::platform {

namespace {

class CpuScreen final : public Screen {
public:
    CpuScreen() {
        ImGui::GetIO().BackendFlags |=
            ImGuiBackendFlags_RendererHasTextures | ImGuiBackendFlags_RendererHasVtxOffset;
    }

    void fit(int width_px, int height_px) override {
        if (width_px != m_painter.width() || height_px != m_painter.height()) {
            m_painter.resize(width_px, height_px);
        }
    }

    void update_textures(ImDrawData& data) override {
        for (ImTextureData* texture : *data.Textures) {
            const bool is_unwanted = texture->Status == ImTextureStatus_WantDestroy;
            if (is_unwanted && texture->UnusedFrames > 0) {
                texture->SetTexID(ImTextureID_Invalid);
                texture->SetStatus(ImTextureStatus_Destroyed);
            } else if (!is_unwanted && texture->Status != ImTextureStatus_OK) {
                // The painter reads the texture itself; pictures are told apart by it.
                texture->SetTexID(static_cast<ImTextureID>(texture->UniqueID) + 1);
                texture->SetStatus(ImTextureStatus_OK);
            }
        }
    }

    void paint(ImDrawData& data, ImU32 background) override {
        m_painter.paint(data, background);
        browser::show_picture(m_painter.pixels().data(), m_painter.width(), m_painter.height());
    }

private:
    CpuPainter m_painter;
};

} // namespace

std::unique_ptr<Screen> make_cpu_screen() {
    return std::make_unique<CpuScreen>();
}

} // namespace vekha::platform
