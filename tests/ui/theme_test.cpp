#include "ui/theme.hpp"

#include "core/scene/scene.hpp"
#include "tests/ui/support/picture.hpp"

#include <doctest/doctest.h>

#include <array>

namespace vekha::test::theme_test {
namespace {

using enum ColorRole;

constexpr double kLeastTextContrast = 4.5;
constexpr double kLeastPartContrast = 3.0;
constexpr std::array kThemes{ui::ThemeName::Light, ui::ThemeName::Dark,
                             ui::ThemeName::LightContrast, ui::ThemeName::DarkContrast};
constexpr double kLeastLineContrast = 3.0; // where contrast is high

bool is_high(ui::ThemeName name) {
    return name == ui::ThemeName::LightContrast || name == ui::ThemeName::DarkContrast;
}
double least_of_text(ui::ThemeName name) {
    return is_high(name) ? 7.0 : kLeastTextContrast;
}
double least_of_parts(ui::ThemeName name) {
    return is_high(name) ? 4.5 : kLeastPartContrast;
}

// What rows, panels and the page are painted with.
constexpr std::array kGrounds{Background,   Surface,    SurfaceRaised,
                              RowAlternate, RowHovered, RowSelected};
constexpr std::array kInks{Text,        TextSecondary, Accent,      Review,
                           PlannedDeep, RunningDeep,   DueSoonDeep, LateDeep,
                           DoneDeep,    NotDoneDeep,   MovedDeep,   CancelledDeep};
// Lines and lights that say something by themselves.
constexpr std::array kParts{AsOfLine,  TodayLine,  Baseline, ZoneGrey,
                            ZoneGreen, ZoneYellow, ZoneRed};

struct Pair {
    ColorRole ink;
    ColorRole ground;
};
constexpr std::array kTextOnFills{Pair{Accent, AccentSoft},   Pair{Text, AccentSoft},
                                  Pair{Text, DueSoon},        Pair{TextOnFill, Accent},
                                  Pair{Text, Found},          Pair{TextSecondary, Found},
                                  Pair{TextOnFill, LateDeep}, Pair{TextOnFill, Review},
                                  Pair{TextOnFill, AsOfLine}, Pair{TextOnFill, TodayLine}};

Pixel pixel(ui::ThemeName name, ColorRole role) {
    const ui::Color color = ui::theme(name)[role];
    return {color.red, color.green, color.blue, 255};
}

double contrast_of(ui::ThemeName name, Pair pair) {
    return contrast(pixel(name, pair.ink), pixel(name, pair.ground));
}

} // namespace

TEST_CASE("contrast is that of WCAG 2 at its ends and at a known pair") {
    CHECK(contrast({0, 0, 0}, {255, 255, 255}) == doctest::Approx(21.0));
    CHECK(contrast({119, 119, 119}, {255, 255, 255}) == doctest::Approx(4.478).epsilon(0.001));
}

TEST_CASE("every colour of text stands out by 4.5 to 1, or 7, from every ground it may stand on") {
    for (const ui::ThemeName name : kThemes) {
        for (const ColorRole ink : kInks) {
            for (const ColorRole ground : kGrounds) {
                INFO("theme ", static_cast<int>(name), ", ink ", static_cast<int>(ink), ", ground ",
                     static_cast<int>(ground));
                CHECK(contrast_of(name, {ink, ground}) >= least_of_text(name));
            }
        }
    }
}

TEST_CASE("text on filled shapes stands out by 4.5 to 1, or 7") {
    for (const ui::ThemeName name : kThemes) {
        for (const Pair& pair : kTextOnFills) {
            INFO("theme ", static_cast<int>(name), ", ink ", static_cast<int>(pair.ink),
                 ", ground ", static_cast<int>(pair.ground));
            CHECK(contrast_of(name, pair) >= least_of_text(name));
        }
    }
}

TEST_CASE("lines and lights that carry meaning stand out by 3 to 1, or 4.5, from every row") {
    for (const ui::ThemeName name : kThemes) {
        for (const ColorRole part : kParts) {
            for (const ColorRole ground : kGrounds) {
                INFO("theme ", static_cast<int>(name), ", part ", static_cast<int>(part),
                     ", ground ", static_cast<int>(ground));
                CHECK(contrast_of(name, {part, ground}) >= least_of_parts(name));
            }
        }
    }
}

TEST_CASE("with high contrast the lines of the table and the edges of fields can be seen") {
    for (const ui::ThemeName name : kThemes) {
        for (const ColorRole ground : {Background, Surface, SurfaceRaised, RowAlternate}) {
            if (is_high(name)) {
                INFO("theme ", static_cast<int>(name), ", ground ", static_cast<int>(ground));
                CHECK(contrast_of(name, {Line, ground}) >= kLeastLineContrast);
                CHECK(contrast_of(name, {LineStrong, ground}) >= least_of_text(name));
            }
        }
    }
}

} // namespace vekha::test::theme_test
