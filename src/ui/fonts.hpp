// The interface's fonts: regular and semibold, from the page's own blocks. Dear ImGui makes glyphs
// at the pixel ratio of the screen when they are first drawn, so text is sharp at every ratio. What
// these fonts lack comes from the system's (system_glyphs.hpp).
// Fonts is also the measurer that layout asks.
#pragma once

#include "core/layout/text_measurer.hpp"
#include "core/scene/scene.hpp"
#include "ui/system_glyphs.hpp"

#include <string_view>

struct ImFont;

namespace vekha::app {
class GlyphSource;
}

namespace vekha::ui {

class Fonts final : public TextMeasurer {
public:
    // The bytes, the system and this object must outlive the ImGui context. Call once, after
    // ImGui::CreateContext.
    void load(std::string_view regular_ttf, std::string_view semibold_ttf,
              app::GlyphSource& system);

    // Once a frame, before anything is measured or drawn: both weights are made for the pixels of
    // the screen. Dear ImGui does that for the font that is chosen, which is the regular one.
    void follow_screen() const;

    [[nodiscard]] ImFont* font(TextWeight weight) const;
    [[nodiscard]] static float pixels(TextSize size);

    [[nodiscard]] float width(std::string_view text, TextStyle style) const override;
    [[nodiscard]] float line_height(TextStyle style) const override;

private:
    ImFont* m_regular = nullptr;
    ImFont* m_semibold = nullptr;
    SystemGlyphs m_system;
};

} // namespace vekha::ui
