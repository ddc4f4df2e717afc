// A frame of Dear ImGui in pixels, at pixel ratio 1, made on the processor; and what became of its
// text: each letter with its box, how much of it lies over letters that were there before, how much
// of it stands out too little from what is behind, and whether a clip cut it at the side. Only what
// is seen in the end counts: what an opaque shape covers later is forgotten.
#pragma once

#include "core/base/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

struct ImDrawData;
struct ImDrawList;

namespace vekha::test {

struct Pixel {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;
    bool operator==(const Pixel&) const = default;
};

struct Letter {
    Rect box;  // of its ink, as far as the clip lets it be seen
    Pixel ink; // its colour
    Pixel
        behind; // the colour behind most of it that stands out too little; else of its first pixel
    int pixels = 0; // seen in the end
    int on_letters = 0;
    int faint = 0; // of the pixels that are all ink: contrast below 4.5
    int solid = 0; // pixels that are all ink
    bool cut_sideways = false;
};

class TestPage;

struct Picture {
    int width = 0;
    int height = 0;
    std::vector<Pixel> pixels; // row by row
    std::vector<Letter> letters;

    [[nodiscard]] Pixel at(int x, int y) const {
        return pixels[static_cast<std::size_t>(y) * static_cast<std::size_t>(width) +
                      static_cast<std::size_t>(x)];
    }
};

[[nodiscard]] Picture paint_picture(const ImDrawData& data);
// One list alone, over a ground of one colour; it holds no text.
[[nodiscard]] Picture paint_list(const ImDrawList& list, int width, int height, Pixel ground);

// WCAG 2: 1 to 21.
[[nodiscard]] double contrast(Pixel a, Pixel b);

// For people: a picture of the page in the folder that VEKHA_UI_PICTURES names, as a portable
// pixmap; without the variable nothing.
void keep_for_people(const TestPage& page, const std::string& name);

} // namespace vekha::test
