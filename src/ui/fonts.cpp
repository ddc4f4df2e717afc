#include "ui/fonts.hpp"

#include "core/scene/scene.hpp"
#include "ui/theme.hpp"

#include <imgui.h>

#include <cfloat>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vekha::ui {
namespace {

// Texels. Room for the letters of the first picture: a texture that has to grow within it is made
// twice, and everything is drawn twice.
constexpr int kTextureHeight = 512;

enum class Place : std::uint8_t { OwnFont, BehindTheLast };

// BehindTheLast: gives the characters that the font added last lacks.
ImFont* add_font(std::string_view ttf, Place place) {
    ImFontConfig config;
    config.MergeMode = place == Place::BehindTheLast;
    config.FontDataOwnedByAtlas = false;
    config.PixelSnapH = false;
    config.OversampleH = 2;
    // Dear ImGui only reads the bytes although it asks for a pointer to non-constant data.
    auto* bytes = const_cast<char*>(ttf.data()); // NOLINT(cppcoreguidelines-pro-type-const-cast)
    return ImGui::GetIO().Fonts->AddFontFromMemoryTTF(bytes, static_cast<int>(ttf.size()),
                                                      Fonts::pixels(TextSize::Body), &config);
}

} // namespace

void Fonts::load(std::string_view regular_ttf, std::string_view semibold_ttf,
                 app::GlyphSource& system) {
    ImGui::GetIO().Fonts->TexMinHeight = kTextureHeight;
    m_regular = add_font(regular_ttf, Place::OwnFont);
    m_system.add_behind_last_font(system, TextWeight::Regular);
    m_semibold = add_font(semibold_ttf, Place::OwnFont);
    add_font(regular_ttf, Place::BehindTheLast);
    m_system.add_behind_last_font(system, TextWeight::Semibold);
    // Chosen when semibold stood alone; the sign for «unknown» is one of those behind it.
    m_semibold->FallbackChar = m_regular->FallbackChar;
}

void Fonts::follow_screen() const {
    m_semibold->CurrentRasterizerDensity = m_regular->CurrentRasterizerDensity;
}

ImFont* Fonts::font(TextWeight weight) const {
    return weight == TextWeight::Semibold ? m_semibold : m_regular;
}

float Fonts::pixels(TextSize size) {
    return kFontPixels[static_cast<std::size_t>(size)];
}

float Fonts::width(std::string_view text, TextStyle style) const {
    if (text.empty()) {
        return 0.0F;
    }
    return font(style.weight)
        ->CalcTextSizeA(pixels(style.size), FLT_MAX, 0.0F, text.data(), text.data() + text.size())
        .x;
}

float Fonts::line_height(TextStyle style) const {
    return std::round(pixels(style.size) * kLineSpacing);
}

} // namespace vekha::ui
