#include "platform/cpu_canvas.hpp"

#include "core/base/sorting.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>

namespace vekha::platform {

namespace {

constexpr std::uint32_t kWhite = 0xFFFFFFFFU;
constexpr std::uint32_t kOpaque = 0xFF000000U;
constexpr std::uint32_t kRedAndBlue = 0x00FF00FFU;
constexpr std::uint32_t kGreen = 0x0000FF00U;
constexpr std::uint32_t kColors = 0x00FFFFFFU;
constexpr int kAlphaShift = 24;
constexpr std::uint32_t kByte = 0xFFU;

// Places in a texture as 16.16 numbers; the upper 8 bits of the fraction weigh two neighbours.
constexpr float kFixedOne = 65536.0F;
constexpr int kFixedShift = 16;
constexpr int kWeightShift = 8;

// Twice the area in pixels below which a triangle covers no centre worth a division.
constexpr float kSmallestArea = 1e-6F;

std::uint32_t alpha_of(std::uint32_t color) {
    return color >> kAlphaShift;
}

// 0 to 255 as 0 to 256.
std::uint32_t weight_of(std::uint32_t alpha) {
    return alpha + (alpha >> 7U);
}

// `weight` of 256 parts `over`, the rest `under`; both without their alpha.
std::uint32_t mixed(std::uint32_t under, std::uint32_t over, std::uint32_t weight) {
    const std::uint32_t rest = 256U - weight;
    const std::uint32_t outer =
        (((under & kRedAndBlue) * rest + (over & kRedAndBlue) * weight) >> 8U) & kRedAndBlue;
    const std::uint32_t inner =
        (((under & kGreen) * rest + (over & kGreen) * weight) >> 8U) & kGreen;
    return kOpaque | outer | inner;
}

// Channel by channel, as a GPU multiplies a texel with a corner's colour.
std::uint32_t product(std::uint32_t one, std::uint32_t other) {
    std::uint32_t result = 0;
    for (unsigned shift = 0; shift < 32U; shift += 8U) {
        const std::uint32_t both = ((one >> shift) & kByte) * ((other >> shift) & kByte);
        result |= ((both + 127U) / 255U) << shift;
    }
    return result;
}

// Two texels by the weight of the second, 0 to 256, all four channels.
std::uint32_t between(std::uint32_t one, std::uint32_t other, std::uint32_t weight) {
    const std::uint32_t outer = mixed(one, other, weight) & kColors;
    const std::uint32_t alpha = (alpha_of(one) * (256U - weight) + alpha_of(other) * weight) >> 8U;
    return outer | (alpha << kAlphaShift);
}

// Further away than this nothing is painted or read: farther than any canvas or texture reaches,
// and whole numbers still hold it.
constexpr float kFarthestPixel = 1.0e6F;
constexpr float kFarthestTexel = 8191.0F;

// What is no number at all comes out as a limit, too.
float within(float value, float limit) {
    return value > -limit ? std::min(value, limit) : -limit;
}

// The first pixel whose centre is not before `edge`; the first row whose centre lies below it.
// A centre that an edge meets counts for the shape on its right, and, since OpenGL counts rows from
// below, for the one above.
int first_column(float edge) {
    return static_cast<int>(std::ceil(within(edge, kFarthestPixel) - 0.5F));
}
int first_row(float edge) {
    return static_cast<int>(std::floor(within(edge, kFarthestPixel) + 0.5F));
}

// The texels of a row; `row` is one of the texture's.
const std::uint32_t* row_of(const Texture& texture, int row) {
    return texture.texels + (static_cast<std::ptrdiff_t>(row) * texture.width);
}

std::uint32_t nearest_texel(const Texture& texture, float u, float v) {
    const int column = std::clamp(static_cast<int>(u), 0, texture.width - 1);
    const int row = std::clamp(static_cast<int>(v), 0, texture.height - 1);
    return row_of(texture, row)[column];
}

// Along one axis: the texel before a place, and the weight of the one behind it.
struct Between {
    int texel = 0;
    std::uint32_t weight = 0;
};
Between place_in(int fixed, int size) {
    const int texel = fixed >> kFixedShift;
    if (texel < 0) {
        return {};
    }
    if (texel > size - 2) {
        return {.texel = size - 2, .weight = 256U};
    }
    return {.texel = texel, .weight = (static_cast<std::uint32_t>(fixed) >> kWeightShift) & kByte};
}

std::uint32_t smooth_texel(const Texture& texture, int u, int v) {
    const Between column = place_in(u, texture.width);
    const Between row = place_in(v, texture.height);
    const std::uint32_t* upper = row_of(texture, row.texel) + column.texel;
    const std::uint32_t* lower = upper + texture.width;
    return between(between(upper[0], upper[1], column.weight),
                   between(lower[0], lower[1], column.weight), row.weight);
}

// Of a letter, whose texels are white: only how much of the pixel it covers.
std::uint32_t smooth_alpha(const std::uint32_t* upper, const std::uint32_t* lower,
                           const Between& column, std::uint32_t row_weight) {
    const std::uint32_t left = 256U - column.weight;
    std::uint32_t alpha =
        alpha_of(upper[column.texel]) * left + alpha_of(upper[column.texel + 1]) * column.weight;
    if (row_weight != 0) {
        const std::uint32_t below = alpha_of(lower[column.texel]) * left +
                                    alpha_of(lower[column.texel + 1]) * column.weight;
        alpha = (alpha * (256U - row_weight) + below * row_weight) >> 8U;
    }
    return alpha >> 8U;
}

int fixed(float texels) {
    return static_cast<int>(within(texels, kFarthestTexel) * kFixedOne);
}

std::uint32_t packed(const Shades& values) {
    std::uint32_t color = 0;
    for (std::size_t channel = 0; channel < 4; ++channel) {
        const float value = std::min(std::max(0.0F, values[channel]), 255.0F) + 0.5F;
        color |= static_cast<std::uint32_t>(value) << (8U * channel);
    }
    return color;
}

Shades values_of(const Corner& corner) {
    const auto channel = [&](unsigned shift) {
        return static_cast<float>((corner.color >> shift) & kByte);
    };
    return {channel(0), channel(8), channel(16), channel(24), corner.u, corner.v};
}

// Where a row's middle crosses the side between two corners, the upper one first: the same number
// for both triangles that share the side.
float crossing(const Corner& upper, const Corner& lower, float y) {
    return upper.x + ((lower.x - upper.x) * ((y - upper.y) / (lower.y - upper.y)));
}

} // namespace

PixelBox CpuCanvas::covered(float left, float top, float right, float bottom) const {
    return {.left = std::max(clip.left, first_column(left)),
            .top = std::max(clip.top, first_row(top)),
            .right = std::min(clip.right, first_column(right)),
            .bottom = std::min(clip.bottom, first_row(bottom))};
}

void CpuCanvas::fill_box(const PixelBox& box, std::uint32_t color) const {
    const std::uint32_t weight = weight_of(alpha_of(color));
    if (box.is_empty() || weight == 0) {
        return;
    }
    for (int y = box.top; y < box.bottom; ++y) {
        std::uint32_t* row = pixels + (static_cast<std::ptrdiff_t>(y) * line);
        if (weight == 256U) {
            std::fill(row + box.left, row + box.right, color);
        } else {
            for (int x = box.left; x < box.right; ++x) {
                row[x] = mixed(row[x], color, weight);
            }
        }
    }
}

void CpuCanvas::fill_rect(const Corner& first, const Corner& last) const {
    const std::uint32_t texel = nearest_texel(texture, first.u, first.v);
    fill_box(covered(first.x, first.y, last.x, last.y),
             texel == kWhite ? first.color : product(texel, first.color));
}

void CpuCanvas::textured_rect(const Corner& first, const Corner& last) const {
    const PixelBox box = covered(first.x, first.y, last.x, last.y);
    if (box.is_empty()) {
        return;
    }
    const float across = (last.u - first.u) / (last.x - first.x);
    const float down = (last.v - first.v) / (last.y - first.y);
    // The texels under the middle of the first pixel, counted from the middle of the first texel.
    const float u_start =
        first.u + ((static_cast<float>(box.left) + 0.5F - first.x) * across) - 0.5F;
    const float v_start = first.v + ((static_cast<float>(box.top) + 0.5F - first.y) * down) - 0.5F;
    const int u_step = fixed(across);
    const int v_step = fixed(down);
    // Dear ImGui draws a glyph that has colours of its own in white.
    const bool is_letter = (first.color & kColors) != kColors;
    const std::uint32_t ink_alpha = alpha_of(first.color);
    int v = fixed(v_start);
    for (int y = box.top; y < box.bottom; ++y, v += v_step) {
        std::uint32_t* row = pixels + (static_cast<std::ptrdiff_t>(y) * line);
        const Between place = place_in(v, texture.height);
        const std::uint32_t* upper = row_of(texture, place.texel);
        int u = fixed(u_start);
        for (int x = box.left; x < box.right; ++x, u += u_step) {
            if (is_letter) {
                const std::uint32_t alpha = smooth_alpha(upper, upper + texture.width,
                                                         place_in(u, texture.width), place.weight);
                if (alpha != 0) {
                    const std::uint32_t weight = weight_of(alpha * ink_alpha / 255U);
                    row[x] = mixed(row[x], first.color, weight);
                }
            } else {
                const std::uint32_t color = product(smooth_texel(texture, u, v), first.color);
                row[x] = mixed(row[x], color, weight_of(alpha_of(color)));
            }
        }
    }
}

void CpuCanvas::shaded_span(int y, int left, int right, const Shades& start, const Shades& step,
                            bool is_textured) const {
    std::uint32_t* row = pixels + (static_cast<std::ptrdiff_t>(y) * line);
    Shades values = start;
    for (int x = left; x < right; ++x) {
        std::uint32_t color = packed(values);
        if (is_textured) {
            color = product(
                color, smooth_texel(texture, fixed(values[4] - 0.5F), fixed(values[5] - 0.5F)));
        }
        row[x] = mixed(row[x], color, weight_of(alpha_of(color)));
        for (std::size_t place = 0; place < values.size(); ++place) {
            values[place] += step[place];
        }
    }
}

void CpuCanvas::triangle(const Corner& a, const Corner& b, const Corner& c) const {
    std::array<const Corner*, 3> by_height{&a, &b, &c};
    sort_few(std::span<const Corner*>(by_height),
             [](const Corner* one, const Corner* other) { return one->y < other->y; });
    const auto& [top, middle, bottom] = by_height;
    const float area = ((b.x - a.x) * (c.y - a.y)) - ((c.x - a.x) * (b.y - a.y));
    if (std::abs(area) < kSmallestArea) {
        return;
    }
    const bool is_textured = a.u != b.u || a.v != b.v || a.u != c.u || a.v != c.v;
    const bool is_plain = !is_textured && a.color == b.color && a.color == c.color;
    const std::uint32_t texel = is_textured ? kWhite : nearest_texel(texture, a.u, a.v);
    const std::uint32_t plain = texel == kWhite ? a.color : product(texel, a.color);

    // How much each value grows from pixel to pixel and from row to row.
    const Shades at_a = values_of(a);
    const Shades at_b = values_of(b);
    const Shades at_c = values_of(c);
    Shades across{};
    Shades down{};
    for (std::size_t place = 0; !is_plain && place < across.size(); ++place) {
        const float to_b = at_b[place] - at_a[place];
        const float to_c = at_c[place] - at_a[place];
        across[place] = ((to_b * (c.y - a.y)) - (to_c * (b.y - a.y))) / area;
        down[place] = ((to_c * (b.x - a.x)) - (to_b * (c.x - a.x))) / area;
    }

    const int first = std::max(clip.top, first_row(top->y));
    const int last = std::min(clip.bottom, first_row(bottom->y));
    for (int y = first; y < last; ++y) {
        const float middle_y = static_cast<float>(y) + 0.5F;
        const bool is_upper = middle_y <= middle->y;
        auto [from, to] = std::minmax(
            {crossing(*top, *bottom, middle_y),
             is_upper ? crossing(*top, *middle, middle_y) : crossing(*middle, *bottom, middle_y)});
        const int left = std::max(clip.left, first_column(from));
        const int right = std::min(clip.right, first_column(to));
        if (left >= right) {
            continue;
        }
        if (is_plain) {
            fill_box({.left = left, .top = y, .right = right, .bottom = y + 1}, plain);
            continue;
        }
        Shades start{};
        for (std::size_t place = 0; place < start.size(); ++place) {
            start[place] = at_a[place] + (across[place] * (static_cast<float>(left) + 0.5F - a.x)) +
                           (down[place] * (middle_y - a.y));
        }
        shaded_span(y, left, right, start, across, is_textured);
    }
}

} // namespace vekha::platform
