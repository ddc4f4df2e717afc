// The characters that the page's own fonts lack: a source of Dear ImGui's for the end of a font,
// which asks the platform for a picture of each (app::GlyphSource). Asked are only those that no
// source before it has, once for each size, weight and density; what the system lacks is remembered
// and shows as the font's sign for «unknown». Characters that only steer the shaping of text are
// never seen and take no room; nobody is asked for them, nor for control characters.
// Used by Fonts alone.
#pragma once

#include "app/ports/glyph_source.hpp"
#include "core/scene/scene.hpp"

#include <optional>
#include <vector>

namespace vekha::ui {

class SystemGlyphs {
public:
    SystemGlyphs() = default;
    SystemGlyphs(const SystemGlyphs&) = delete;
    SystemGlyphs& operator=(const SystemGlyphs&) = delete;
    ~SystemGlyphs() = default;

    // Behind all sources of the font that was added last. This object and the system must outlive
    // the ImGui context.
    void add_behind_last_font(app::GlyphSource& system, TextWeight weight);

    // `font_px` in device pixels. Nothing: there is no such character.
    [[nodiscard]] std::optional<app::GlyphBitmap> glyph(char32_t character, float font_px,
                                                        TextWeight weight);

private:
    app::GlyphSource* m_system = nullptr;
    std::vector<char32_t> m_missing; // sorted
};

} // namespace vekha::ui
