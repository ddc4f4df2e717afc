#include "tests/ui/support/picture.hpp"

#include "core/base/geometry.hpp"
#include "tests/ui/support/test_page.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <ios>
#include <string>
#include <utility>
#include <vector>

namespace vekha::test {
namespace {

constexpr double kLeastContrast = 4.5;
constexpr int kAllInk = 235;  // of 255: a pixel of a letter that is no edge
constexpr int kSeenInk = 128; // from here on a pixel belongs to the letter
constexpr int kOpaqueShape = 230;
constexpr std::uint8_t kOpaque = 255;
constexpr float kCutPx = 1.5F;

Pixel unpacked(ImU32 color) {
    return {static_cast<std::uint8_t>((color >> IM_COL32_R_SHIFT) & 0xFFU),
            static_cast<std::uint8_t>((color >> IM_COL32_G_SHIFT) & 0xFFU),
            static_cast<std::uint8_t>((color >> IM_COL32_B_SHIFT) & 0xFFU),
            static_cast<std::uint8_t>((color >> IM_COL32_A_SHIFT) & 0xFFU)};
}

std::uint8_t mixed(std::uint8_t under, std::uint8_t over, int alpha) {
    return static_cast<std::uint8_t>((under * (255 - alpha) + over * alpha + 127) / 255);
}

Pixel mixed(Pixel under, Pixel over, int alpha) {
    return {mixed(under.red, over.red, alpha), mixed(under.green, over.green, alpha),
            mixed(under.blue, over.blue, alpha), 255};
}

// Values at the three corners, as planes over x and y.
struct Plane {
    float at_zero = 0.0F;
    float by_x = 0.0F;
    float by_y = 0.0F;
    [[nodiscard]] float at(float x, float y) const { return at_zero + by_x * x + by_y * y; }
};

class Painter {
public:
    Painter(int width, int height, Pixel ground) {
        m_picture.width = width;
        m_picture.height = height;
        const std::size_t count =
            static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
        m_picture.pixels.assign(count, ground);
        m_owner.assign(count, 0);
    }

    void paint(const ImDrawList& list) {
        for (const ImDrawCmd& command : list.CmdBuffer) {
            if (command.UserCallback == nullptr) {
                paint(list, command);
            }
        }
    }

    Picture take() {
        for (const std::uint32_t owner : m_owner) {
            if (owner != 0) {
                ++m_picture.letters[owner - 1].pixels;
            }
        }
        std::erase_if(m_picture.letters, [](const Letter& letter) { return letter.pixels == 0; });
        return std::move(m_picture);
    }

private:
    struct Corner {
        ImVec2 at;
        ImVec2 uv;
        Pixel color;
    };

    void paint(const ImDrawList& list, const ImDrawCmd& command) {
        m_texture = command.TexRef._TexData;
        m_clip = {std::clamp(static_cast<int>(command.ClipRect.x), 0, m_picture.width),
                  std::clamp(static_cast<int>(command.ClipRect.y), 0, m_picture.height),
                  std::clamp(static_cast<int>(command.ClipRect.z), 0, m_picture.width),
                  std::clamp(static_cast<int>(command.ClipRect.w), 0, m_picture.height)};
        for (unsigned i = 0; i + 2 < command.ElemCount; i += 3) {
            std::array<Corner, 3> corners;
            for (unsigned k = 0; k < 3; ++k) {
                const unsigned index =
                    command.VtxOffset + list.IdxBuffer[static_cast<int>(command.IdxOffset + i + k)];
                const ImDrawVert& vertex = list.VtxBuffer[static_cast<int>(index)];
                corners[k] = {vertex.pos, vertex.uv, unpacked(vertex.col)};
            }
            const bool textured = corners[0].uv.x != corners[1].uv.x ||
                                  corners[0].uv.y != corners[1].uv.y ||
                                  corners[0].uv.x != corners[2].uv.x;
            if (textured) {
                begin_letter(corners);
            }
            paint_triangle(corners, textured);
        }
    }

    // A letter is two triangles, the first of which has its upper left and lower right corner.
    void begin_letter(const std::array<Corner, 3>& corners) {
        if (m_is_second_half) {
            m_is_second_half = false;
            return;
        }
        m_is_second_half = true;
        Letter letter;
        const Rect placed{corners[0].at.x, corners[0].at.y, corners[2].at.x, corners[2].at.y};
        const Rect clip{static_cast<float>(m_clip[0]), static_cast<float>(m_clip[1]),
                        static_cast<float>(m_clip[2]), static_cast<float>(m_clip[3])};
        letter.box = placed.intersection(clip);
        letter.ink = corners[0].color;
        letter.cut_sideways =
            placed.left < clip.left - kCutPx || placed.right > clip.right + kCutPx;
        m_picture.letters.push_back(letter);
    }

    static Plane plane(const std::array<Corner, 3>& c, const std::array<float, 3>& v, float area) {
        const ImVec2 a{c[1].at.x - c[0].at.x, c[1].at.y - c[0].at.y};
        const ImVec2 b{c[2].at.x - c[0].at.x, c[2].at.y - c[0].at.y};
        const float dv1 = v[1] - v[0];
        const float dv2 = v[2] - v[0];
        Plane made;
        made.by_x = (dv1 * b.y - dv2 * a.y) / area;
        made.by_y = (dv2 * a.x - dv1 * b.x) / area;
        made.at_zero = v[0] - made.by_x * c[0].at.x - made.by_y * c[0].at.y;
        return made;
    }

    void paint_triangle(const std::array<Corner, 3>& c, bool textured) {
        const float area = (c[1].at.x - c[0].at.x) * (c[2].at.y - c[0].at.y) -
                           (c[2].at.x - c[0].at.x) * (c[1].at.y - c[0].at.y);
        if (area == 0.0F) {
            return;
        }
        const auto channel = [&](auto value) {
            return plane(c, {value(c[0]), value(c[1]), value(c[2])}, area);
        };
        const bool opaque = !textured && std::ranges::all_of(c, [](const Corner& k) {
            return k.color.alpha == kOpaque;
        });
        const Plane alpha =
            channel([](const Corner& k) { return static_cast<float>(k.color.alpha); });
        const Plane u = channel([](const Corner& k) { return k.uv.x; });
        const Plane v = channel([](const Corner& k) { return k.uv.y; });
        const auto [top, bottom] = std::minmax({c[0].at.y, c[1].at.y, c[2].at.y});
        const int first = std::max(m_clip[1], static_cast<int>(std::floor(top)));
        const int last = std::min(m_clip[3] - 1, static_cast<int>(std::ceil(bottom)));
        for (int y = first; y <= last; ++y) {
            float left = static_cast<float>(m_clip[0]);
            float right = static_cast<float>(m_clip[2]);
            const float middle = static_cast<float>(y) + 0.5F;
            if (!span_of(c, middle, left, right)) {
                continue;
            }
            const int x_begin = std::max(m_clip[0], static_cast<int>(std::ceil(left - 0.5F)));
            const int x_end = std::min(m_clip[2], static_cast<int>(std::ceil(right - 0.5F)));
            if (opaque) {
                fill(y, x_begin, x_end, c[0].color);
                continue;
            }
            for (int x = x_begin; x < x_end; ++x) {
                const float px = static_cast<float>(x) + 0.5F;
                const auto rounded = static_cast<int>(std::lround(alpha.at(px, middle)));
                const int cover = std::clamp(rounded, 0, 255);
                if (textured) {
                    put_letter(x, y, c[0].color,
                               cover * ink_at(u.at(px, middle), v.at(px, middle)) / 255);
                } else {
                    // Shapes have one colour, with other alphas at their fringes.
                    put_shape(x, y, c[0].color, cover);
                }
            }
        }
    }

    // Where the line through the middle of a row of pixels crosses the triangle.
    static bool span_of(const std::array<Corner, 3>& c, float y, float& left, float& right) {
        float from = right;
        float to = left;
        for (std::size_t i = 0; i < 3; ++i) {
            const ImVec2 a = c[i].at;
            const ImVec2 b = c[(i + 1) % 3].at;
            if ((a.y <= y) != (b.y <= y)) {
                const float x = a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x);
                from = std::min(from, x);
                to = std::max(to, x);
            }
        }
        left = from;
        right = to;
        return from < to;
    }

    [[nodiscard]] int ink_at(float u, float v) const {
        const int x = std::clamp(static_cast<int>(u * static_cast<float>(m_texture->Width)), 0,
                                 m_texture->Width - 1);
        const int y = std::clamp(static_cast<int>(v * static_cast<float>(m_texture->Height)), 0,
                                 m_texture->Height - 1);
        const auto* pixel = static_cast<const unsigned char*>(m_texture->GetPixelsAt(x, y));
        return pixel[m_texture->BytesPerPixel - 1];
    }

    [[nodiscard]] std::size_t place(int x, int y) const {
        return static_cast<std::size_t>(y) * static_cast<std::size_t>(m_picture.width) +
               static_cast<std::size_t>(x);
    }

    // A part of a row.
    void fill(int y, int from, int to, Pixel color) {
        if (from >= to) {
            return;
        }
        const auto begin = static_cast<std::ptrdiff_t>(place(from, y));
        const auto count = static_cast<std::size_t>(to - from);
        std::fill_n(m_picture.pixels.begin() + begin, count, color);
        std::fill_n(m_owner.begin() + begin, count, 0U);
    }

    void put_shape(int x, int y, Pixel color, int alpha) {
        if (alpha == 0) {
            return;
        }
        const std::size_t i = place(x, y);
        m_picture.pixels[i] = mixed(m_picture.pixels[i], color, alpha);
        if (alpha >= kOpaqueShape) {
            m_owner[i] = 0;
        }
    }

    void put_letter(int x, int y, Pixel color, int alpha) {
        if (alpha == 0) {
            return;
        }
        const std::size_t i = place(x, y);
        const Pixel behind = m_picture.pixels[i];
        m_picture.pixels[i] = mixed(behind, color, alpha);
        if (alpha < kSeenInk) {
            return;
        }
        Letter& letter = m_picture.letters.back();
        const auto own = static_cast<std::uint32_t>(m_picture.letters.size());
        if (m_owner[i] != 0 && m_owner[i] != own) {
            ++letter.on_letters;
        }
        m_owner[i] = own;
        if (alpha >= kAllInk) {
            const bool faint = contrast(color, behind) < kLeastContrast;
            if (letter.solid == 0 || faint) {
                letter.behind = behind;
            }
            ++letter.solid;
            letter.faint += faint ? 1 : 0;
        }
    }

    Picture m_picture;
    std::vector<std::uint32_t> m_owner; // number of the letter whose ink is seen there; 0: none
    std::array<int, 4> m_clip{};
    ImTextureData* m_texture = nullptr;
    bool m_is_second_half = false;
};

double linear(std::uint8_t channel) {
    const double share = channel / 255.0;
    return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(Pixel color) {
    static const std::array<double, 256> kLinear = [] {
        std::array<double, 256> table{};
        for (std::size_t i = 0; i < table.size(); ++i) {
            table[i] = linear(static_cast<std::uint8_t>(i));
        }
        return table;
    }();
    return 0.2126 * kLinear[color.red] + 0.7152 * kLinear[color.green] +
           0.0722 * kLinear[color.blue];
}

} // namespace

double contrast(Pixel a, Pixel b) {
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Picture paint_picture(const ImDrawData& data) {
    // The host clears the canvas to the colour of Dear ImGui's windows.
    const ImVec4& ground = ImGui::GetStyle().Colors[ImGuiCol_WindowBg];
    Painter painter(static_cast<int>(data.DisplaySize.x), static_cast<int>(data.DisplaySize.y),
                    unpacked(ImGui::ColorConvertFloat4ToU32(ground)));
    for (const ImDrawList* list : data.CmdLists) {
        painter.paint(*list);
    }
    return painter.take();
}

Picture paint_list(const ImDrawList& list, int width, int height, Pixel ground) {
    Painter painter(width, height, ground);
    painter.paint(list);
    return painter.take();
}

void keep_for_people(const TestPage& page, const std::string& name) {
    const char* folder = std::getenv("VEKHA_UI_PICTURES");
    if (folder == nullptr) {
        return;
    }
    const Picture picture = page.picture();
    std::ofstream file(std::string(folder) + "/" + name + ".ppm", std::ios::binary);
    file << "P6\n" << picture.width << ' ' << picture.height << "\n255\n";
    for (const Pixel& pixel : picture.pixels) {
        const std::array<char, 3> bytes{static_cast<char>(pixel.red),
                                        static_cast<char>(pixel.green),
                                        static_cast<char>(pixel.blue)};
        file.write(bytes.data(), bytes.size());
    }
}

} // namespace vekha::test
