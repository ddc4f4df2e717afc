// CpuPainter against what a GPU does: which pixels belong to a shape, how colours mix, how textures
// are smoothed.
#include "platform/cpu_painter.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <limits>
#include <random>
#include <vector>

using vekha::platform::CpuPainter;

namespace {

constexpr ImU32 kPaper = IM_COL32(255, 255, 255, 255);
constexpr ImU32 kInk = IM_COL32(0, 0, 0, 255);
constexpr ImU32 kHalfInk = IM_COL32(0, 0, 0, 128);
constexpr int kSide = 16;
// Texels: the left half is white and opaque; the right half is for letters and pictures.
constexpr int kTextureSide = 8;
constexpr ImVec2 kWhiteTexel{1.5F / kTextureSide, 1.5F / kTextureSide};

// A texture and one list of shapes, as Dear ImGui hands them over.
class Drawing {
public:
    Drawing() {
        m_texture.Create(ImTextureFormat_RGBA32, kTextureSide, kTextureSide);
        for (int y = 0; y < kTextureSide; ++y) {
            for (int x = 0; x < kTextureSide; ++x) {
                set_texel(x, y, x < kTextureSide / 2 ? IM_COL32_WHITE : IM_COL32(255, 255, 255, 0));
            }
        }
        m_list.CmdBuffer.clear();
        m_data.DisplaySize = {kSide, kSide};
        m_data.FramebufferScale = {1.0F, 1.0F};
        m_data.CmdLists.push_back(&m_list);
        clip({0.0F, 0.0F, kSide, kSide});
    }
    Drawing(const Drawing&) = delete;
    Drawing& operator=(const Drawing&) = delete;
    Drawing(Drawing&&) = delete;
    Drawing& operator=(Drawing&&) = delete;
    ~Drawing() { m_texture.SetStatus(ImTextureStatus_Destroyed); }

    void set_texel(int x, int y, ImU32 color) {
        std::memcpy(m_texture.GetPixelsAt(x, y), &color, sizeof color);
    }
    // What follows is cut to the rectangle: left, top, right, bottom.
    void clip(const ImVec4& box) {
        ImDrawCmd command;
        command.ClipRect = box;
        command.TexRef = m_texture.GetTexRef();
        command.IdxOffset = static_cast<unsigned>(m_list.IdxBuffer.Size);
        m_list.CmdBuffer.push_back(command);
    }
    void triangle(const std::array<ImVec2, 3>& at, const std::array<ImU32, 3>& colors) {
        for (unsigned place = 0; place < 3; ++place) {
            index(add({at[place], kWhiteTexel, colors[place]}));
        }
    }
    void rect(ImVec2 first, ImVec2 last, ImU32 color, ImVec2 uv_first = kWhiteTexel,
              ImVec2 uv_last = kWhiteTexel) {
        const ImDrawIdx corner = add({first, uv_first, color});
        add({{last.x, first.y}, {uv_last.x, uv_first.y}, color});
        add({last, uv_last, color});
        add({{first.x, last.y}, {uv_first.x, uv_last.y}, color});
        for (const int step : {0, 1, 2, 0, 2, 3}) {
            index(static_cast<ImDrawIdx>(corner + step));
        }
    }
    void set_scale(float scale) { m_data.FramebufferScale = {scale, scale}; }

    [[nodiscard]] std::vector<std::uint32_t> painted(int side = kSide) const {
        CpuPainter painter;
        painter.resize(side, side);
        painter.paint(m_data, kPaper);
        return painter.pixels();
    }

private:
    ImDrawIdx add(const ImDrawVert& corner) {
        m_list.VtxBuffer.push_back(corner);
        return static_cast<ImDrawIdx>(m_list.VtxBuffer.Size - 1);
    }
    void index(ImDrawIdx corner) {
        m_list.IdxBuffer.push_back(corner);
        ++m_list.CmdBuffer.back().ElemCount;
    }

    ImTextureData m_texture;
    ImDrawList m_list{nullptr};
    ImDrawData m_data;
};

std::uint32_t at(const std::vector<std::uint32_t>& pixels, int x, int y, int side = kSide) {
    return pixels[(static_cast<std::size_t>(y) * static_cast<std::size_t>(side)) +
                  static_cast<std::size_t>(x)];
}
int red(std::uint32_t color) {
    return static_cast<int>(color & 0xFFU);
}
std::ptrdiff_t count_of(const std::vector<std::uint32_t>& pixels, std::uint32_t color) {
    return std::count(pixels.begin(), pixels.end(), color);
}
ImVec2 texel(float x, float y) {
    return {x / kTextureSide, y / kTextureSide};
}

} // namespace

TEST_CASE("A rectangle has the pixels whose middle it covers") {
    Drawing drawing;
    drawing.rect({2.0F, 3.0F}, {5.0F, 5.0F}, kInk);
    drawing.rect({8.4F, 8.6F}, {10.6F, 9.6F}, kInk);
    const auto pixels = drawing.painted();
    CHECK(count_of(pixels, kInk) == (3 * 2) + (3 * 1));
    CHECK(at(pixels, 2, 3) == kInk);
    CHECK(at(pixels, 4, 4) == kInk);
    CHECK(at(pixels, 5, 4) == kPaper);
    CHECK(at(pixels, 8, 9) == kInk);
    CHECK(at(pixels, 10, 9) == kInk);
    CHECK(at(pixels, 8, 8) == kPaper);
}

TEST_CASE("A centre that an edge meets counts as OpenGL counts it, from below") {
    Drawing drawing;
    drawing.rect({1.0F, 2.5F}, {2.0F, 4.0F}, kInk);
    drawing.rect({4.0F, 2.0F}, {5.0F, 3.5F}, kInk);
    drawing.rect({7.5F, 2.0F}, {9.5F, 3.0F}, kInk);
    const auto pixels = drawing.painted();
    CHECK(count_of(pixels, kInk) == 1 + 2 + 2);
    CHECK(at(pixels, 1, 3) == kInk);
    CHECK(at(pixels, 4, 2) == kInk);
    CHECK(at(pixels, 4, 3) == kInk);
    CHECK(at(pixels, 7, 2) == kInk);
    CHECK(at(pixels, 8, 2) == kInk);
}

TEST_CASE("Nothing is painted outside the clip rectangle and the picture") {
    Drawing drawing;
    drawing.clip({4.0F, 4.0F, 8.0F, 6.0F});
    drawing.rect({-100.0F, -100.0F}, {100.0F, 100.0F}, kInk);
    drawing.triangle({{{-90.0F, -90.0F}, {90.0F, -90.0F}, {0.0F, 300.0F}}}, {kInk, kInk, kInk});
    drawing.rect({0.0F, 0.0F}, {100.0F, 100.0F}, kInk, texel(0, 0), texel(4, 4));
    CHECK(count_of(drawing.painted(), kInk) == 4 * 2);

    // Half pixels fall as OpenGL cuts them, which counts rows from below.
    Drawing between;
    between.clip({4.5F, 4.5F, 8.5F, 6.5F});
    between.rect({0.0F, 0.0F}, {16.0F, 16.0F}, kInk);
    const auto pixels = between.painted();
    CHECK(count_of(pixels, kInk) == 4 * 2);
    CHECK(at(pixels, 4, 5) == kInk);
    CHECK(at(pixels, 7, 6) == kInk);

    Drawing whole;
    whole.clip({-50.0F, -50.0F, 50.0F, 50.0F});
    whole.rect({-100.0F, -100.0F}, {100.0F, 100.0F}, kInk);
    CHECK(count_of(whole.painted(), kInk) == kSide * kSide);
}

TEST_CASE("Corners far away, in one place, or that are no numbers do no harm") {
    constexpr float kFar = 1.0e30F;
    const float nan = std::numeric_limits<float>::quiet_NaN();
    Drawing drawing;
    drawing.clip({-kFar, -kFar, kFar, kFar});
    drawing.rect({-kFar, -kFar}, {kFar, 1.0F}, kInk);
    drawing.rect({3.49999F, 3.0F}, {3.50001F, 5.0F}, kInk, texel(0, 0), texel(8, 8));
    drawing.rect({nan, 8.0F}, {nan, 9.0F}, kInk);
    drawing.triangle({{{nan, 0.0F}, {8.0F, nan}, {nan, nan}}}, {kInk, kHalfInk, kInk});
    drawing.triangle({{{-kFar, 8.0F}, {kFar, 8.0F}, {0.0F, kFar}}}, {kInk, kInk, kInk});
    drawing.triangle({{{5.0F, 5.0F}, {5.0F, 5.0F}, {5.0F, 5.0F}}}, {kInk, kInk, kInk});
    const auto pixels = drawing.painted();
    CHECK(at(pixels, 15, 0) == kInk);
    CHECK(at(pixels, 15, 15) == kInk);
    CHECK(at(pixels, 15, 4) == kPaper);
}

TEST_CASE("Colours mix by alpha, and the picture stays opaque") {
    Drawing drawing;
    drawing.rect({0.0F, 0.0F}, {4.0F, 4.0F}, kHalfInk);
    drawing.rect({0.0F, 0.0F}, {2.0F, 4.0F}, IM_COL32(255, 0, 0, 0));
    const auto pixels = drawing.painted();
    CHECK(red(at(pixels, 3, 3)) == doctest::Approx(127).epsilon(0.01));
    CHECK(at(pixels, 3, 3) == at(pixels, 0, 0));
    CHECK((at(pixels, 3, 3) & IM_COL32_A_MASK) == IM_COL32_A_MASK);
}

TEST_CASE("A triangle in three parts has the pixels of the whole, each once") {
    constexpr unsigned kSeed = 20261126;
    constexpr int kRounds = 2000;
    std::mt19937 random(kSeed);
    std::uniform_real_distribution<float> place(-4.0F, kSide + 4.0F);
    std::uniform_real_distribution<float> share(0.1F, 1.0F);
    int differing = 0;
    std::ptrdiff_t painted = 0;
    for (int round = 0; round < kRounds; ++round) {
        const std::array<ImVec2, 3> corners{{{place(random), place(random)},
                                             {place(random), place(random)},
                                             {place(random), place(random)}}};
        std::array<float, 3> shares{share(random), share(random), share(random)};
        const float sum = shares[0] + shares[1] + shares[2];
        ImVec2 inner{0.0F, 0.0F};
        for (unsigned corner = 0; corner < 3; ++corner) {
            inner.x += corners[corner].x * shares[corner] / sum;
            inner.y += corners[corner].y * shares[corner] / sum;
        }
        Drawing whole;
        whole.triangle(corners, {kHalfInk, kHalfInk, kHalfInk});
        Drawing parts;
        for (unsigned corner = 0; corner < 3; ++corner) {
            parts.triangle({corners[corner], corners[(corner + 1) % 3], inner},
                           {kHalfInk, kHalfInk, kHalfInk});
        }
        const auto expected = whole.painted();
        painted += static_cast<std::ptrdiff_t>(expected.size()) - count_of(expected, kPaper);
        differing += expected == parts.painted() ? 0 : 1;
    }
    MESSAGE("seed " << kSeed << ", " << kRounds << " triangles, " << painted << " pixels");
    CHECK(differing == 0);
    CHECK(painted > kRounds);
}

TEST_CASE("Colours run evenly between the corners of a triangle") {
    Drawing drawing;
    const ImU32 clear = IM_COL32(0, 0, 0, 0);
    drawing.triangle({{{0.0F, 2.0F}, {16.0F, 2.0F}, {0.0F, 18.0F}}}, {clear, kInk, clear});
    const auto pixels = drawing.painted();
    for (int x = 1; x < kSide - 1; ++x) {
        CHECK(red(at(pixels, x, 2)) < red(at(pixels, x - 1, 2)));
    }
    CHECK(red(at(pixels, 8, 2)) == doctest::Approx(255.0 * (1.0 - (8.5 / 16.0))).epsilon(0.02));
    CHECK(at(pixels, 8, 2) == at(pixels, 8, 8));

    Drawing downwards;
    downwards.triangle({{{0.0F, 2.0F}, {16.0F, 2.0F}, {0.0F, 18.0F}}}, {clear, clear, kInk});
    const auto rows = downwards.painted();
    CHECK(red(at(rows, 0, 10)) == doctest::Approx(255.0 * (1.0 - (8.5 / 16.0))).epsilon(0.02));
    CHECK(at(rows, 0, 4) == at(rows, 10, 4));
}

TEST_CASE("A letter covers as much of a pixel as its texels say") {
    Drawing drawing;
    drawing.set_texel(5, 2, IM_COL32(255, 255, 255, 255));
    drawing.set_texel(6, 2, IM_COL32(255, 255, 255, 128));
    drawing.rect({1.0F, 1.0F}, {3.0F, 2.0F}, kInk, texel(5, 2), texel(7, 3));
    // Two texels for each pixel, as letters are kept: the pixel gets their mean.
    drawing.rect({6.0F, 1.0F}, {7.0F, 2.0F}, kInk, texel(5, 2), texel(7, 3));
    const auto pixels = drawing.painted();
    CHECK(red(at(pixels, 1, 1)) <= 1);
    CHECK(red(at(pixels, 2, 1)) == doctest::Approx(127).epsilon(0.02));
    CHECK(red(at(pixels, 6, 1)) == doctest::Approx(255 - 191).epsilon(0.04));
    CHECK(at(pixels, 3, 1) == kPaper);
    CHECK(at(pixels, 1, 2) == kPaper);
}

TEST_CASE("A glyph with colours of its own keeps them") {
    Drawing drawing;
    const ImU32 green = IM_COL32(10, 200, 30, 255);
    for (const int x : {5, 6}) {
        for (const int y : {2, 3}) {
            drawing.set_texel(x, y, green);
        }
    }
    drawing.rect({1.0F, 1.0F}, {3.0F, 3.0F}, IM_COL32_WHITE, texel(5, 2), texel(7, 4));
    const auto pixels = drawing.painted();
    CHECK(count_of(pixels, green) == 4);
    CHECK(at(pixels, 2, 2) == green);
}

TEST_CASE("Shapes and clip rectangles are scaled to device pixels") {
    Drawing drawing;
    drawing.set_scale(2.0F);
    drawing.clip({0.0F, 0.0F, 3.0F, 8.0F});
    drawing.rect({1.0F, 1.0F}, {8.0F, 2.0F}, kInk);
    const auto pixels = drawing.painted(2 * kSide);
    CHECK(count_of(pixels, kInk) == 4 * 2);
    CHECK(at(pixels, 5, 3, 2 * kSide) == kInk);
    CHECK(at(pixels, 6, 3, 2 * kSide) == kPaper);
}
