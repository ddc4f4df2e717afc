#include "platform/glyph_snap.hpp"

#include <doctest/doctest.h>
#include <imgui.h>

#include <cmath>
#include <vector>

using vekha::platform::snap_glyphs;

namespace {

// Adds a rectangle as Dear ImGui does: corners clockwise from the upper left one.
void add_rectangle(ImDrawList& list, ImVec2 from, ImVec2 to, ImVec2 uv_from, ImVec2 uv_to) {
    const auto add = [&list](float x, float y, float u, float v) {
        list.VtxBuffer.push_back({.pos = {x, y}, .uv = {u, v}, .col = 0});
    };
    add(from.x, from.y, uv_from.x, uv_from.y);
    add(to.x, from.y, uv_to.x, uv_from.y);
    add(to.x, to.y, uv_to.x, uv_to.y);
    add(from.x, to.y, uv_from.x, uv_to.y);
}

void add_letter(ImDrawList& list, ImVec2 from, ImVec2 to) {
    add_rectangle(list, from, to, {0.25F, 0.25F}, {0.5F, 0.75F});
}

void add_fill(ImDrawList& list, ImVec2 from, ImVec2 to) {
    add_rectangle(list, from, to, {0.125F, 0.125F}, {0.125F, 0.125F});
}

std::vector<float> heights(const ImDrawList& list) {
    std::vector<float> result;
    for (const ImDrawVert& corner : list.VtxBuffer) {
        result.push_back(corner.pos.y);
    }
    return result;
}

} // namespace

TEST_CASE("a letter between two device pixels goes to the nearer one with its height kept") {
    ImDrawList list(nullptr);
    add_letter(list, {3.0F, 10.2F}, {9.0F, 18.2F});
    snap_glyphs(list, 1.25F); // 12.75 device pixels from the top
    CHECK(std::abs(list.VtxBuffer[0].pos.y * 1.25F - 13.0F) < 0.0001F);
    CHECK(std::abs((list.VtxBuffer[2].pos.y - list.VtxBuffer[0].pos.y) - 8.0F) < 0.0001F);
    CHECK(list.VtxBuffer[0].pos.y == list.VtxBuffer[1].pos.y);
    CHECK(list.VtxBuffer[2].pos.y == list.VtxBuffer[3].pos.y);
}

TEST_CASE("letters of a line move as one") {
    ImDrawList list(nullptr);
    // Tops of a small and a capital letter, 5 device pixels apart, on one baseline.
    add_letter(list, {0.0F, 10.4F}, {5.0F, 18.4F});
    add_letter(list, {5.0F, 14.4F}, {9.0F, 18.4F});
    snap_glyphs(list, 1.25F);
    CHECK(std::abs(list.VtxBuffer[2].pos.y - list.VtxBuffer[6].pos.y) < 0.0001F);
}

TEST_CASE("fills stay where they are, before and between letters") {
    ImDrawList list(nullptr);
    add_fill(list, {0.0F, 0.3F}, {9.0F, 7.7F});
    add_letter(list, {3.0F, 10.2F}, {9.0F, 18.2F});
    add_fill(list, {0.0F, 20.3F}, {9.0F, 21.3F});
    const std::vector<float> before = heights(list);
    snap_glyphs(list, 1.5F);
    const std::vector<float> after = heights(list);
    CHECK(std::vector(before.begin(), before.begin() + 4) ==
          std::vector(after.begin(), after.begin() + 4));
    CHECK(std::vector(before.begin() + 8, before.end()) ==
          std::vector(after.begin() + 8, after.end()));
    CHECK(before[4] != after[4]);
}

TEST_CASE("smooth lines, which use a row or a column of the texture, stay") {
    ImDrawList list(nullptr);
    add_rectangle(list, {0.0F, 1.3F}, {9.0F, 2.3F}, {0.0F, 0.5F}, {0.25F, 0.5F});
    add_rectangle(list, {0.0F, 3.3F}, {1.0F, 9.3F}, {0.5F, 0.0F}, {0.5F, 0.25F});
    const std::vector<float> before = heights(list);
    snap_glyphs(list, 1.5F);
    CHECK(heights(list) == before);
}

TEST_CASE("a letter behind an odd number of corners is found") {
    ImDrawList list(nullptr);
    list.VtxBuffer.push_back({.pos = {1, 1.3F}, .uv = {0.125F, 0.125F}, .col = 0});
    list.VtxBuffer.push_back({.pos = {2, 1.3F}, .uv = {0.125F, 0.125F}, .col = 0});
    list.VtxBuffer.push_back({.pos = {2, 2.3F}, .uv = {0.125F, 0.125F}, .col = 0});
    add_letter(list, {3.0F, 10.2F}, {9.0F, 18.2F});
    snap_glyphs(list, 1.25F);
    CHECK(std::abs(list.VtxBuffer[3].pos.y * 1.25F - 13.0F) < 0.0001F);
}

TEST_CASE("a letter on a device pixel stays, and an empty list is no trouble") {
    ImDrawList list(nullptr);
    snap_glyphs(list, 1.25F);
    add_letter(list, {3.0F, 8.0F}, {9.0F, 16.0F});
    snap_glyphs(list, 1.25F);
    CHECK(heights(list) == std::vector<float>{8.0F, 8.0F, 16.0F, 16.0F});
}
