#include "ui/system_glyphs.hpp"

#include "app/ports/glyph_source.hpp"
#include "core/scene/scene.hpp"
#include "ui/theme.hpp"

#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vekha::ui {
namespace {

using app::GlyphBitmap;

struct CharacterRange {
    char32_t first = 0;
    char32_t last = 0;
};

// Unicode's «default ignorable» characters: joiners, marks of direction, choices of a variant.
constexpr std::array<CharacterRange, 17> kUnseen{{{0xAD, 0xAD},
                                                  {0x34F, 0x34F},
                                                  {0x61C, 0x61C},
                                                  {0x115F, 0x1160},
                                                  {0x17B4, 0x17B5},
                                                  {0x180B, 0x180F},
                                                  {0x200B, 0x200F},
                                                  {0x202A, 0x202E},
                                                  {0x2060, 0x206F},
                                                  {0x3164, 0x3164},
                                                  {0xFE00, 0xFE0F},
                                                  {0xFEFF, 0xFEFF},
                                                  {0xFFA0, 0xFFA0},
                                                  {0xFFF0, 0xFFF8},
                                                  {0x1BCA0, 0x1BCA3},
                                                  {0x1D173, 0x1D17A},
                                                  {0xE0000, 0xE0FFF}}};

bool is_unseen(char32_t character) {
    return std::ranges::any_of(kUnseen, [character](const CharacterRange& range) {
        return character >= range.first && character <= range.last;
    });
}

bool is_control(char32_t character) {
    return character < 0x20 || (character >= 0x7F && character < 0xA0);
}

constexpr std::size_t kChannels = 4;
constexpr std::size_t kAlpha = 3;
// A browser that guards against being recognised alters texels a little, and faint ones say little
// of their colour.
constexpr std::uint8_t kLeastWhite = 240;
constexpr std::uint8_t kLeastAlpha = 64;

bool is_colored(const GlyphBitmap& bitmap) {
    for (std::size_t at = 0; at < bitmap.rgba.size(); at += kChannels) {
        const std::uint8_t* texel = &bitmap.rgba[at];
        if (texel[kAlpha] >= kLeastAlpha &&
            std::min({texel[0], texel[1], texel[2]}) < kLeastWhite) {
            return true;
        }
    }
    return false;
}

void make_white(GlyphBitmap& bitmap) {
    for (std::size_t at = 0; at < bitmap.rgba.size(); ++at) {
        if (at % kChannels != kAlpha) {
            bitmap.rgba[at] = UINT8_MAX;
        }
    }
}

// Gives empty texels the colour of a neighbour: where the picture does not stand on whole pixels
// the renderer mixes both, and the black of empty texels would be seen as a rim.
void spread_colors(GlyphBitmap& bitmap) {
    const std::vector<std::uint8_t> before = bitmap.rgba;
    for (int y = 0; y < bitmap.height; ++y) {
        for (int x = 0; x < bitmap.width; ++x) {
            const auto place = [&bitmap](int column, int row) {
                return static_cast<std::size_t>(row * bitmap.width + column) * kChannels;
            };
            if (before[place(x, y) + kAlpha] != 0) {
                continue;
            }
            std::uint8_t most = 0;
            for (int row = std::max(y - 1, 0); row < std::min(y + 2, bitmap.height); ++row) {
                for (int column = std::max(x - 1, 0); column < std::min(x + 2, bitmap.width);
                     ++column) {
                    const std::uint8_t* texel = &before[place(column, row)];
                    if (texel[kAlpha] > most) {
                        most = texel[kAlpha];
                        std::copy_n(texel, kAlpha, &bitmap.rgba[place(x, y)]);
                    }
                }
            }
        }
    }
}

// False: the atlas has no room left for it.
bool put_into_atlas(ImFontAtlas& atlas, ImFontConfig& source, ImFontBaked& baked,
                    GlyphBitmap& bitmap, ImFontGlyph& glyph) {
    const ImFontAtlasRectId id = ImFontAtlasPackAddRect(&atlas, bitmap.width, bitmap.height);
    if (id == ImFontAtlasRectId_Invalid) {
        return false;
    }
    glyph.Colored = is_colored(bitmap);
    if (glyph.Colored) {
        spread_colors(bitmap);
    } else {
        make_white(bitmap);
    }
    const float layout_px = 1.0F / baked.RasterizerDensity;
    glyph.X0 = static_cast<float>(bitmap.left_px) * layout_px;
    // As letters of the page's fonts stand.
    glyph.Y0 = static_cast<float>(bitmap.top_px) * layout_px + std::round(baked.Ascent);
    glyph.X1 = glyph.X0 + static_cast<float>(bitmap.width) * layout_px;
    glyph.Y1 = glyph.Y0 + static_cast<float>(bitmap.height) * layout_px;
    glyph.Visible = true;
    glyph.PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(
        &atlas, &baked, &source, &glyph, ImFontAtlasPackGetRect(&atlas, id), bitmap.rgba.data(),
        ImTextureFormat_RGBA32, bitmap.width * static_cast<int>(kChannels));
    return true;
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* /*none*/,
                ImWchar character, ImFontGlyph* glyph, float* only_advance) {
    auto* glyphs = static_cast<SystemGlyphs*>(source->FontLoaderData);
    std::optional<GlyphBitmap> bitmap =
        glyphs->glyph(character, baked->Size * baked->RasterizerDensity,
                      static_cast<TextWeight>(source->FontLoaderFlags));
    if (!bitmap) {
        return false;
    }
    const float advance = bitmap->advance_px / baked->RasterizerDensity;
    if (only_advance != nullptr) {
        *only_advance = advance;
        return true;
    }
    glyph->Codepoint = character;
    glyph->AdvanceX = advance;
    return bitmap->rgba.empty() || put_into_atlas(*atlas, *source, *baked, *bitmap, *glyph);
}

const ImFontLoader& loader() {
    static const ImFontLoader kLoader = [] {
        ImFontLoader made;
        made.Name = "system";
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return kLoader;
}

} // namespace

void SystemGlyphs::add_behind_last_font(app::GlyphSource& system, TextWeight weight) {
    m_system = &system;
    ImFontConfig config;
    config.MergeMode = true;
    config.SizePixels = kFontPixels[static_cast<std::size_t>(TextSize::Body)];
    config.FontLoader = &loader();
    config.FontLoaderFlags = static_cast<unsigned>(weight);
    ImFont* font = ImGui::GetIO().Fonts->AddFont(&config);
    font->Sources.back()->FontLoaderData = this;
}

std::optional<GlyphBitmap> SystemGlyphs::glyph(char32_t character, float font_px,
                                               TextWeight weight) {
    if (is_unseen(character)) {
        return GlyphBitmap();
    }
    const auto place = std::ranges::lower_bound(m_missing, character);
    if (is_control(character) || (place != m_missing.end() && *place == character)) {
        return std::nullopt;
    }
    std::optional<GlyphBitmap> found = m_system->draw(character, font_px, weight);
    if (!found) {
        m_missing.insert(place, character);
    }
    return found;
}

} // namespace vekha::ui
