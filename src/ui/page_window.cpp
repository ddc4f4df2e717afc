#include "ui/page_window.hpp"

#include "core/base/geometry.hpp"
#include "ui/draw.hpp"

#include <imgui.h>
#include <imgui_internal.h>

namespace vekha::ui {
namespace {

ImGuiWindowFlags flags_of(PageLayer layer) {
    constexpr ImGuiWindowFlags kAll =
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
        ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoNav | ImGuiWindowFlags_NoScrollWithMouse;
    switch (layer) {
    case PageLayer::Bottom:
        // Dear ImGui puts windows with this flag below all others, whenever they were made.
        return kAll | ImGuiWindowFlags_NoBringToFrontOnFocus;
    case PageLayer::Above:
    case PageLayer::Top:
        break;
    case PageLayer::Unfelt:
        return kAll | ImGuiWindowFlags_NoInputs;
    }
    return kAll;
}

} // namespace

PageWindow::PageWindow(const char* id, const Rect& rect, PageLayer layer) {
    ImGui::SetNextWindowPos(top_left(rect));
    ImGui::SetNextWindowSize({rect.width(), rect.height()});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0.0F, 0.0F});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0.0F);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowMinSize, {1.0F, 1.0F});
    ImGui::Begin(id, nullptr, flags_of(layer));
    if (layer == PageLayer::Top || layer == PageLayer::Unfelt) {
        ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    }
}

PageWindow::~PageWindow() {
    ImGui::End();
    ImGui::PopStyleVar(3);
}

} // namespace vekha::ui
