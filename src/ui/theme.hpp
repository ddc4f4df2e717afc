// Theme: the one place of the interface for colours and sizes. A scene names colour roles; a theme
// gives each role a colour. Sizes are layout pixels at interface scale 1. Text keeps 4.5:1 and
// parts keep 3:1 in every theme (look.md), with high contrast 7:1 and 4.5:1; tests/ui compute it
// from these tables.
#pragma once

#include "core/scene/scene.hpp"

#include <array>
#include <cstddef>
#include <cstdint>

namespace vekha::ui {

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    bool operator==(const Color&) const = default;
};

enum class ThemeName : std::uint8_t { Light, Dark, LightContrast, DarkContrast };

struct Theme {
    std::array<Color, static_cast<std::size_t>(ColorRole::Count)> colors;
    [[nodiscard]] Color operator[](ColorRole role) const {
        return colors[static_cast<std::size_t>(role)];
    }
};

[[nodiscard]] const Theme& theme(ThemeName name);

// What lies under raised panels and over the page behind a dialog, in every theme.
inline constexpr Color kShade{0, 0, 0};
inline constexpr std::uint8_t kShadowAlpha = 9; // of each step of a shadow
inline constexpr std::uint8_t kScrimAlpha = 110;

// Font sizes by TextSize.
inline constexpr std::array<float, static_cast<std::size_t>(TextSize::Count)> kFontPixels{
    13.0F, 15.0F, 17.0F, 24.0F};
inline constexpr float kLineSpacing = 1.28F; // line height over font size

namespace metrics {
inline constexpr float kTopBarHeight = 56.0F;
inline constexpr float kBannerHeight = 30.0F;
inline constexpr float kStatusBarHeight = 34.0F;
inline constexpr float kMinimapHeight = 46.0F;
inline constexpr float kMinimapLeastPage = 560.0F; // lower pages have no minimap
inline constexpr float kLowPage = 420.0F;          // lower pages have lower bars and less air
inline constexpr float kLowTopBarHeight = 43.0F;
inline constexpr float kLowStatusBarHeight = 30.0F;
inline constexpr float kButtonHeight = 36.0F;
inline constexpr float kProgressHeight = 8.0F;
inline constexpr float kIconSize = 18.0F;
inline constexpr float kMark = 16.0F; // beside a line of text
inline constexpr float kGap = 8.0F;
inline constexpr float kGapWide = 16.0F;
inline constexpr float kPad = 12.0F;
inline constexpr float kPagePad = 24.0F;
inline constexpr float kRadius = 7.0F;
inline constexpr float kRadiusLarge = 12.0F;
inline constexpr float kHairline = 1.0F;
inline constexpr float kPressedLine = 2.0F; // below the words of what is switched on
inline constexpr float kFocusRing = 2.0F;
inline constexpr float kInspectorWidth = 360.0F;
inline constexpr float kInspectorLeast = 260.0F; // beside the picture
inline constexpr float kDialogWidth = 640.0F;
inline constexpr float kTooltipWidth = 380.0F;
inline constexpr float kTooltipOffset = 16.0F;
inline constexpr float kScrollbarWidth = 10.0F;
inline constexpr float kScrollbarMinThumb = 28.0F;
inline constexpr float kToastWidth = 520.0F;
inline constexpr float kStartWidth = 1040.0F;
inline constexpr float kCardHeight = 132.0F;
inline constexpr float kSliderWidth = 132.0F;
inline constexpr int kShadowSteps = 6;
} // namespace metrics

} // namespace vekha::ui
