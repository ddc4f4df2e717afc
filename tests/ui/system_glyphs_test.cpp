// Characters that the page's own fonts lack: who is asked for them, what becomes of the answers.
#include "ui/system_glyphs.hpp"

#include "app/ports/glyph_source.hpp"
#include "core/base/utf8.hpp"
#include "core/model/document.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/memory_ports.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/sample_files.hpp"
#include "tests/ui/support/test_page.hpp"
#include "ui/fonts.hpp"

#include <doctest/doctest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha::test::system_glyphs_test {
namespace {

using Asked = MemoryGlyphs::Asked;
using enum TextWeight;

constexpr char32_t kHan = U'学';
constexpr char32_t kCap = U'\U0001F393';
constexpr char32_t kUnknown = 0xFFFD;
constexpr char32_t kPrivate = 0xE000;
constexpr float kBodyPx = 15.0F;

std::string utf8(std::u32string_view text) {
    std::string out;
    for (const char32_t character : text) {
        append_utf8(out, character);
    }
    return out;
}

std::uint8_t byte_at(std::size_t place) {
    return static_cast<std::uint8_t>(place * 5 + 1);
}

// Ink of rising strength, white.
app::GlyphBitmap letter_bitmap() {
    app::GlyphBitmap bitmap{
        .advance_px = 7.5F, .left_px = 1, .top_px = -5, .width = 3, .height = 2};
    for (std::size_t texel = 0; texel < 6; ++texel) {
        bitmap.rgba.insert(bitmap.rgba.end(), {255, 255, 255, byte_at(texel)});
    }
    bitmap.rgba[0] = bitmap.rgba[1] = bitmap.rgba[2] = bitmap.rgba[3] = 0; // as canvases say «none»
    return bitmap;
}

// One red texel in the middle of a line of empty ones.
app::GlyphBitmap emoji_bitmap() {
    return {.advance_px = 20.0F,
            .left_px = 0,
            .top_px = -12,
            .width = 5,
            .height = 1,
            .rgba = {0, 0, 0, 0, 0, 0, 0, 0, 200, 10, 20, 255, 0, 0, 0, 0, 0, 0, 0, 0}};
}

// A glyph as Dear ImGui keeps it, without bit fields, which no check can take.
struct Baked {
    char32_t character = 0;
    bool visible = false;
    bool colored = false;
    float advance = 0.0F;
    float left = 0.0F;
    float top = 0.0F;
    float right = 0.0F;
    float bottom = 0.0F;
    ImFontAtlasRectId place = ImFontAtlasRectId_Invalid;
};

// The fonts of the page over a system in memory, inside one frame.
class FontBench {
public:
    FontBench() : m_context(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(m_context);
        ImGuiIO& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.DisplaySize = {100.0F, 100.0F};
        REQUIRE_FALSE(m_regular.empty());
        fonts.load(m_regular, m_semibold, system);
        ImGui::NewFrame();
    }
    FontBench(const FontBench&) = delete;
    FontBench& operator=(const FontBench&) = delete;
    ~FontBench() {
        ImGui::EndFrame();
        ImGui::DestroyContext(m_context);
    }

    [[nodiscard]] ImFontBaked& baked(TextWeight weight = Regular, float density = 1.0F,
                                     float size = kBodyPx) const {
        return *fonts.font(weight)->GetFontBaked(size, density);
    }
    // As text shows it.
    Baked glyph(char32_t character, TextWeight weight = Regular, float density = 1.0F,
                float size = kBodyPx) const {
        const ImFontGlyph& it = *baked(weight, density, size).FindGlyph(character);
        return {.character = it.Codepoint,
                .visible = it.Visible != 0,
                .colored = it.Colored != 0,
                .advance = it.AdvanceX,
                .left = it.X0,
                .top = it.Y0,
                .right = it.X1,
                .bottom = it.Y1,
                .place = it.PackId};
    }
    float width(std::u32string_view text, TextWeight weight = Regular) const {
        return fonts.width(utf8(text), {TextSize::Body, weight});
    }
    // Its texels in the atlas, row by row.
    [[nodiscard]] static std::vector<std::uint8_t> texels(const Baked& glyph) {
        ImFontAtlas& atlas = *ImGui::GetIO().Fonts;
        const ImTextureRect& rect = *ImFontAtlasPackGetRect(&atlas, glyph.place);
        std::vector<std::uint8_t> out;
        for (int y = rect.y; y < rect.y + rect.h; ++y) {
            const auto* row =
                static_cast<const std::uint8_t*>(atlas.TexData->GetPixelsAt(rect.x, y));
            out.insert(out.end(), row, row + static_cast<std::ptrdiff_t>(rect.w) * 4);
        }
        return out;
    }

    MemoryGlyphs system;
    ui::Fonts fonts;

private:
    std::string m_regular = project_file("build/fonts/vekha-regular.ttf");
    std::string m_semibold = project_file("build/fonts/vekha-semibold.ttf");
    ImGuiContext* m_context;
};

bool has_repeats(std::vector<Asked> asked) {
    const auto key = [](const Asked& one) {
        return std::tuple(one.character, one.font_px, one.weight);
    };
    std::ranges::sort(asked, {}, key);
    return std::ranges::adjacent_find(asked, {}, key) != asked.end();
}

Document plan_of(std::string_view title, std::string_view measure_title) {
    Document document =
        PlanBuilder().add(MeasureBuilder("m1").title(measure_title).on_day("2021-05-20")).build();
    document.plan.title = title;
    return document;
}

} // namespace

TEST_CASE("The letters of both weights are made for the pixels of the screen") {
    TestPage page;
    page.open_sample("dubovskoe-2021");
    for (const float density : {2.0F, 1.25F}) {
        ImGui::GetIO().DisplayFramebufferScale = {density, density};
        page.paint_frame();
        for (ImFont* const font : ImGui::GetIO().Fonts->Fonts) {
            CHECK(font->GetFontBaked(kBodyPx)->RasterizerDensity == density);
        }
    }
}

TEST_CASE("the page's fonts have Latin and all Cyrillic letters in both weights: nobody is asked") {
    const FontBench bench;
    for (const TextWeight weight : {Regular, Semibold}) {
        for (const auto [first, last] :
             {std::pair{0x20U, 0x7EU}, {0xA0U, 0x24FU}, {0x400U, 0x52FU}, {0x2160U, 0x216BU}}) {
            for (char32_t character = first; character <= last; ++character) {
                INFO("U+", static_cast<unsigned>(character));
                CHECK(bench.baked(weight).FindGlyphNoFallback(character) != nullptr);
            }
        }
    }
    CHECK(bench.system.asked.empty());
}

TEST_CASE("a character that the fonts lack is asked for once for each size and weight") {
    FontBench bench;
    bench.system.glyphs[kHan] = letter_bitmap();
    for (int round = 0; round < 3; ++round) {
        bench.width(U"а学学б");
        bench.width(U"学", Semibold);
        bench.glyph(kHan, Regular, 2.0F);
    }
    CHECK(bench.system.asked == std::vector<Asked>{{kHan, 15.0F, Regular},
                                                   {kHan, 15.0F, Semibold},
                                                   {kHan, 30.0F, Regular}});
}

TEST_CASE(
    "a letter of the system lands in the atlas, where its bitmap says and in the text's ink") {
    FontBench bench;
    bench.system.glyphs[kHan] = letter_bitmap();
    const Baked glyph = bench.glyph(kHan, Regular, 2.0F);
    CHECK(glyph.visible);
    CHECK(!glyph.colored);
    CHECK(glyph.advance == 3.75F);
    const float base_line = std::round(bench.baked(Regular, 2.0F).Ascent);
    CHECK(glyph.left == 0.5F);
    CHECK(glyph.right == 2.0F);
    CHECK(glyph.top == base_line - 2.5F);
    CHECK(glyph.bottom == base_line - 1.5F);
    std::vector<std::uint8_t> white;
    for (std::size_t texel = 0; texel < 6; ++texel) {
        white.insert(white.end(), {255, 255, 255, texel == 0 ? std::uint8_t{0} : byte_at(texel)});
    }
    CHECK(FontBench::texels(glyph) == white);
}

TEST_CASE("the base line is that of the page's own letters") {
    FontBench bench;
    bench.system.glyphs[kHan] = {.advance_px = 9.0F,
                                 .left_px = 0,
                                 .top_px = -1,
                                 .width = 1,
                                 .height = 1,
                                 .rgba = {255, 255, 255, 255}};
    // «Н» stands on the line; the rasteriser keeps an empty row at most.
    CHECK(std::abs(bench.glyph(kHan).bottom - bench.glyph(U'Н').bottom) <= 1.0F);
}

TEST_CASE("a coloured character keeps its colours, and empty texels beside them get no dark rim") {
    FontBench bench;
    bench.system.glyphs[kCap] = emoji_bitmap();
    const Baked glyph = bench.glyph(kCap);
    CHECK(glyph.colored);
    CHECK(glyph.advance == 20.0F);
    CHECK(FontBench::texels(glyph) == std::vector<std::uint8_t>{0,  0,   0,  0,  200, 10,  20,
                                                                0,  200, 10, 20, 255, 200, 10,
                                                                20, 0,   0,  0,  0,   0});
}

TEST_CASE("faint texels and slightly altered ones do not make a letter coloured") {
    FontBench bench;
    app::GlyphBitmap bitmap = letter_bitmap();
    bitmap.rgba = {255, 255, 255, 255, 250, 255, 251, 255, 0,   0,   0,   10,
                   255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255, 255};
    bench.system.glyphs[kHan] = bitmap;
    const Baked glyph = bench.glyph(kHan);
    CHECK(!glyph.colored);
    CHECK(FontBench::texels(glyph)[4] == 255);
}

TEST_CASE("a black character is coloured: its shades are not lost") {
    FontBench bench;
    app::GlyphBitmap bitmap = emoji_bitmap();
    bitmap.rgba[8] = bitmap.rgba[9] = bitmap.rgba[10] = 40;
    bench.system.glyphs[kCap] = bitmap;
    CHECK(bench.glyph(kCap).colored);
}

TEST_CASE("what the system lacks shows as the sign for unknown, and is asked for once") {
    const FontBench bench;
    for (const TextWeight weight : {Regular, Semibold}) {
        for (const float size : {13.0F, 15.0F, 22.0F}) {
            CHECK(bench.glyph(kPrivate, weight, 1.0F, size).character == kUnknown);
            CHECK(bench.glyph(kPrivate, weight, 1.0F, size).visible);
        }
        CHECK(bench.width(U"\xE000", weight) == bench.width(U"\xFFFD", weight));
    }
    CHECK(bench.system.asked.size() == 1);
}

TEST_CASE("several missing characters are remembered, whatever their order") {
    const FontBench bench;
    for (int round = 0; round < 2; ++round) {
        for (const char32_t character : {0xE005U, 0xE001U, 0x10FFFFU, 0xE003U, 0xE001U}) {
            bench.glyph(character, round == 0 ? Regular : Semibold);
        }
    }
    CHECK(bench.system.asked.size() == 4);
}

TEST_CASE("characters that are never seen take no room, and nobody is asked for them") {
    const FontBench bench;
    for (const TextWeight weight : {Regular, Semibold}) {
        for (const char32_t character : {0xADU, 0x34FU, 0x200BU, 0x200DU, 0x200FU, 0x202AU, 0x2060U,
                                         0x206FU, 0xFE00U, 0xFE0FU, 0xFEFFU, 0xE0001U, 0xE0FFFU}) {
            INFO("U+", static_cast<unsigned>(character));
            const Baked glyph = bench.glyph(character, weight);
            CHECK(glyph.character == character);
            CHECK(!glyph.visible);
            CHECK(glyph.advance == 0.0F);
        }
        CHECK(bench.width(U"шко\xADла\x200B\xFE0F", weight) == bench.width(U"школа", weight));
    }
    CHECK(bench.system.asked.empty());
}

TEST_CASE("the neighbours of those ranges are asked for") {
    const FontBench bench;
    for (const char32_t character : {0x2070U, 0xFE10U, 0xFEFEU, 0xE1000U, 0x180AU}) {
        bench.glyph(character);
    }
    CHECK(bench.system.asked.size() == 5);
}

TEST_CASE("control characters stay the sign for unknown, and nobody is asked for them") {
    const FontBench bench;
    for (const char32_t character : {0x1U, 0x1FU, 0x7FU, 0x85U, 0x9FU}) {
        CHECK(bench.glyph(character).character == kUnknown);
    }
    CHECK(bench.system.asked.empty());
}

TEST_CASE("a mark that stands over the letter before it is drawn and takes no room") {
    FontBench bench;
    app::GlyphBitmap mark = letter_bitmap();
    mark.advance_px = 0.0F;
    mark.left_px = -6;
    bench.system.glyphs[U'\u0302'] = mark;
    const Baked glyph = bench.glyph(U'\u0302');
    CHECK(glyph.visible);
    CHECK(glyph.left == -6.0F);
    CHECK(bench.width(U"а\u0302") == bench.width(U"а"));
}

TEST_CASE("a wide space of the system is not seen and takes its room") {
    FontBench bench;
    bench.system.glyphs[U'\u3000'] = {.advance_px = 15.0F};
    CHECK(!bench.glyph(U'\u3000').visible);
    CHECK(bench.width(U"а\u3000б") == bench.width(U"аб") + 15.0F);
}

TEST_CASE("text above U+FFFF is measured by whole characters") {
    FontBench bench;
    bench.system.glyphs[kCap] = emoji_bitmap();
    CHECK(bench.width(U"\U0001F393\U0001F393") == 40.0F);
    CHECK(bench.system.asked == std::vector<Asked>{{kCap, 15.0F, Regular}});
}

TEST_CASE("the samples ask the system for nothing") {
    for (const std::string_view slug : kSampleSlugs) {
        TestPage page;
        page.open_sample(slug);
        CHECK(page.node("grid").rect.empty() == false);
        CHECK(page.outside().glyphs.asked.empty());
    }
}

TEST_CASE(
    "a page asks once for each character, size and weight, and not again when it is painted") {
    TestPage page;
    page.outside().glyphs.glyphs[kHan] = letter_bitmap();
    page.outside().glyphs.glyphs[kCap] = emoji_bitmap();
    page.open(plan_of(utf8(U"План 学\U0001F393"), utf8(U"学校\U0001F393 и \xE000")));
    const std::vector<Asked> asked = page.outside().glyphs.asked;
    CHECK(asked.size() >= 5);
    CHECK_FALSE(has_repeats(asked));
    for (int frame = 0; frame < 5; ++frame) {
        page.paint_frame();
    }
    CHECK(page.outside().glyphs.asked == asked);
}

TEST_CASE("a title of characters above U+FFFF is cut between them and told whole") {
    TestPage page;
    page.outside().glyphs.glyphs[kCap] = emoji_bitmap();
    const std::string title = utf8(std::u32string(300, kCap));
    page.open(plan_of(title, title));
    CHECK(page.node("plan-title").name == title);
    CHECK(page.node("cell/1/m1").name == title);
    for (const Asked& one : page.outside().glyphs.asked) {
        CHECK(one.character == kCap);
    }
}

} // namespace vekha::test::system_glyphs_test
