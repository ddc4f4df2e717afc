#include "platform/cpu_painter.hpp"

#include "platform/cpu_canvas.hpp"

#include <imgui.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

namespace vekha::platform {

namespace {

constexpr unsigned kCornersOfTriangle = 3;
constexpr unsigned kCornersOfRect = 6; // two triangles
constexpr int kFewestTexels = 2;       // across and down: neighbours are read together

Texture texture_of(const ImDrawCmd& command) {
    ImTextureData* data = command.TexRef._TexData;
    if (data == nullptr || data->Pixels == nullptr || data->Format != ImTextureFormat_RGBA32 ||
        data->Width < kFewestTexels || data->Height < kFewestTexels) {
        return {};
    }
    return {.texels = static_cast<const std::uint32_t*>(data->GetPixels()),
            .width = data->Width,
            .height = data->Height};
}

// As Dear ImGui's OpenGL backend cuts them to whole pixels.
PixelBox clip_of(const ImDrawCmd& command, const ImDrawData& data, int width, int height) {
    const ImVec2 scale = data.FramebufferScale;
    const auto whole_width = static_cast<float>(width);
    const auto whole_height = static_cast<float>(height);
    const float left = std::max((command.ClipRect.x - data.DisplayPos.x) * scale.x, 0.0F);
    const float top = std::max((command.ClipRect.y - data.DisplayPos.y) * scale.y, 0.0F);
    const float right = std::min((command.ClipRect.z - data.DisplayPos.x) * scale.x, whole_width);
    const float bottom = std::min((command.ClipRect.w - data.DisplayPos.y) * scale.y, whole_height);
    if (left >= right || top >= bottom) {
        return {};
    }
    const int whole_left = static_cast<int>(left);
    // It counts rows from below.
    const int whole_bottom = height - static_cast<int>(whole_height - bottom);
    return {.left = whole_left,
            .top = whole_bottom - static_cast<int>(bottom - top),
            .right = whole_left + static_cast<int>(right - left),
            .bottom = whole_bottom};
}

class ListPainter {
public:
    ListPainter(const ImDrawList& list, const ImDrawData& data, CpuCanvas& canvas)
        : m_list(list), m_data(data), m_canvas(canvas) {}

    void paint(const ImDrawCmd& command) const {
        const ImDrawIdx* index = m_list.IdxBuffer.Data + command.IdxOffset;
        const ImDrawVert* corners = m_list.VtxBuffer.Data + command.VtxOffset;
        for (unsigned place = 0; place + kCornersOfTriangle <= command.ElemCount;) {
            if (place + kCornersOfRect <= command.ElemCount && paint_rect(corners, index + place)) {
                place += kCornersOfRect;
                continue;
            }
            m_canvas.triangle(corner(corners[index[place]]), corner(corners[index[place + 1]]),
                              corner(corners[index[place + 2]]));
            place += kCornersOfTriangle;
        }
    }

private:
    [[nodiscard]] Corner corner(const ImDrawVert& from) const {
        return {.x = (from.pos.x - m_data.DisplayPos.x) * m_data.FramebufferScale.x,
                .y = (from.pos.y - m_data.DisplayPos.y) * m_data.FramebufferScale.y,
                .u = from.uv.x * static_cast<float>(m_canvas.texture.width),
                .v = from.uv.y * static_cast<float>(m_canvas.texture.height),
                .color = from.col};
    }

    // Two triangles that are an upright rectangle, as Dear ImGui makes it: upper left, upper right,
    // lower right, lower left.
    [[nodiscard]] bool paint_rect(const ImDrawVert* corners, const ImDrawIdx* index) const {
        if (index[3] != index[0] || index[4] != index[2]) {
            return false;
        }
        const ImDrawVert& first = corners[index[0]];
        const ImDrawVert& right = corners[index[1]];
        const ImDrawVert& last = corners[index[2]];
        const ImDrawVert& below = corners[index[5]];
        const bool is_upright = first.pos.x == below.pos.x && first.pos.y == right.pos.y &&
                                right.pos.x == last.pos.x && below.pos.y == last.pos.y &&
                                first.pos.x <= last.pos.x && first.pos.y <= last.pos.y;
        const bool is_one_color =
            first.col == right.col && first.col == last.col && first.col == below.col;
        if (!is_upright || !is_one_color) {
            return false;
        }
        const bool is_one_texel = first.uv.x == last.uv.x && first.uv.y == last.uv.y &&
                                  first.uv.x == right.uv.x && first.uv.y == right.uv.y &&
                                  first.uv.x == below.uv.x && first.uv.y == below.uv.y;
        if (is_one_texel) {
            m_canvas.fill_rect(corner(first), corner(last));
            return true;
        }
        const bool is_piece = first.uv.x == below.uv.x && first.uv.y == right.uv.y &&
                              right.uv.x == last.uv.x && below.uv.y == last.uv.y;
        if (is_piece) {
            m_canvas.textured_rect(corner(first), corner(last));
        }
        return is_piece;
    }

    const ImDrawList& m_list;
    const ImDrawData& m_data;
    CpuCanvas& m_canvas;
};

} // namespace

void CpuPainter::resize(int width, int height) {
    m_width = std::max(width, 0);
    m_height = std::max(height, 0);
    m_pixels.assign(static_cast<std::size_t>(m_width) * static_cast<std::size_t>(m_height), 0);
}

void CpuPainter::paint(const ImDrawData& data, ImU32 background) {
    std::fill(m_pixels.begin(), m_pixels.end(), background | IM_COL32_A_MASK);
    CpuCanvas canvas{.pixels = m_pixels.data(), .line = m_width, .clip = {}, .texture = {}};
    for (const ImDrawList* list : data.CmdLists) {
        const ListPainter painter(*list, data, canvas);
        for (const ImDrawCmd& command : list->CmdBuffer) {
            canvas.clip = clip_of(command, data, m_width, m_height);
            canvas.texture = texture_of(command);
            if (!canvas.clip.is_empty() && canvas.texture.texels != nullptr) {
                painter.paint(command);
            }
        }
    }
}

} // namespace vekha::platform
