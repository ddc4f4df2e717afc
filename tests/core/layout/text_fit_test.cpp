// Words into lines. Every code point of the small style is 7.15 px wide here.
#include "core/layout/text_fit.hpp"

#include "core/base/utf8.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/fixed_measurer.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::text_fit_test {
namespace {

constexpr TextStyle kStyle{TextSize::Small, TextWeight::Regular};

struct Lines {
    std::vector<std::string> lines;
    bool shortened = false;
    bool operator==(const Lines&) const = default;
};

// `letters` is the width in code points.
Lines fit(std::string_view text, float letters, std::size_t lines = 2, float cut_letters = 0.0F) {
    TextFitter fitter;
    const FixedMeasurer measurer;
    const float advance = measurer.width("x", kStyle);
    const FittedText fitted = fitter.fit(text,
                                         {.width = advance * (letters + 0.01F),
                                          .last_line_cut = advance * cut_letters,
                                          .lines = lines,
                                          .style = kStyle},
                                         measurer);
    Lines out{{}, fitted.shortened};
    for (std::size_t i = 0; i < fitted.line_count; ++i) {
        out.lines.emplace_back(fitted.lines[i]);
    }
    return out;
}

std::string random_text(Chance& chance) {
    static constexpr std::string_view kPieces[] = {
        "школа", " ",   "-", "/",  "\n",  "a",        "«500+»", "ё",
        "  ",    "ӘҒҚ", "…", "\t", "x-y", "\xC2\xA0", "🎓",     "👩\u200D🏫"};
    std::string text;
    for (std::uint32_t i = chance.below(40); i > 0; --i) {
        text += kPieces[chance.below(std::size(kPieces))];
    }
    return text;
}

} // namespace

TEST_CASE("a text that fits stays on one line") {
    CHECK(fit("План", 4) == Lines{{"План"}, false});
}

TEST_CASE("lines break between words") {
    CHECK(fit("План на год", 8) == Lines{{"План на", "год"}, false});
}

TEST_CASE("lines break after a hyphen and a slash inside a word") {
    CHECK(fit("Январь-март", 8) == Lines{{"Январь-", "март"}, false});
    CHECK(fit("ЕГЭ/ОГЭ", 5) == Lines{{"ЕГЭ/", "ОГЭ"}, false});
}

TEST_CASE("a hyphen between spaces does not begin a line of its own making") {
    CHECK(fit("Февраль - май", 9) == Lines{{"Февраль -", "май"}, false});
}

TEST_CASE("a word that is wider than the line breaks inside") {
    CHECK(fit("Севастополь", 6) == Lines{{"Севаст", "ополь"}, false});
}

TEST_CASE("what does not fit ends with an ellipsis") {
    CHECK(fit("один два три четыре", 8) == Lines{{"один два", "три чет…"}, true});
    CHECK(fit("один два", 5, 1) == Lines{{"один…"}, true});
}

TEST_CASE("characters above U+FFFF stay whole") {
    CHECK(fit("🎓🎓🎓🎓", 3, 1) == Lines{{"🎓🎓…"}, true});
    CHECK(fit("🎓🎓🎓", 2) == Lines{{"🎓🎓", "🎓"}, false});
}

TEST_CASE("an ellipsis follows a letter and not a space") {
    CHECK(fit("один два три", 6, 1) == Lines{{"один…"}, true});
}

TEST_CASE("the end of the last line can be kept free") {
    CHECK(fit("один два три", 8, 2, 3.0F) == Lines{{"один два", "три"}, false});
    CHECK(fit("один два четыре", 8, 2, 3.0F) == Lines{{"один два", "четы…"}, true});
}

TEST_CASE("white space and control characters count as one space") {
    CHECK(fit("  один\n\n\tдва\x01три ", 20) == Lines{{"один два три"}, false});
}

TEST_CASE("an empty text has no line") {
    CHECK(fit("", 10) == Lines{{}, false});
    CHECK(fit(" \n ", 10) == Lines{{}, false});
}

TEST_CASE("without room for an ellipsis nothing is shown, and it says so") {
    CHECK(fit("один", 0.5F) == Lines{{}, true});
}

TEST_CASE("a megabyte without a space is shortened without measuring it whole") {
    CHECK(fit(std::string(1'000'000, 'x'), 10, 1) == Lines{{"xxxxxxxxx…"}, true});
}

TEST_CASE("random texts: lines fit, nothing is lost, code points stay whole") {
    constexpr std::uint32_t kSeed = 7;
    constexpr int kRuns = 20'000;
    Chance chance(kSeed);
    CAPTURE(kSeed);
    const FixedMeasurer measurer;
    const float advance = measurer.width("x", kStyle);
    for (int run = 0; run < kRuns; ++run) {
        const std::string text = random_text(chance);
        const auto letters = static_cast<float>(1 + chance.below(20));
        const std::size_t lines = 1 + chance.below(3);
        const Lines fitted = fit(text, letters, lines);
        CAPTURE(text);
        CAPTURE(letters);
        REQUIRE(fitted.lines.size() <= lines);
        std::string shown;
        for (const std::string& line : fitted.lines) {
            REQUIRE(first_invalid_utf8(line) == line.size());
            REQUIRE(measurer.width(line, kStyle) <= advance * (letters + 0.01F));
            shown += line;
        }
        std::string whole;
        std::string seen;
        for (const char c : text) {
            if (static_cast<unsigned char>(c) > 0x20U) {
                whole += c;
            }
        }
        for (const char c : shown) {
            if (c != ' ') {
                seen += c;
            }
        }
        if (fitted.shortened) {
            const std::size_t kept = seen.empty() ? 0 : seen.size() - std::string_view("…").size();
            REQUIRE(whole.substr(0, kept) == seen.substr(0, kept));
        } else {
            REQUIRE(seen == whole);
        }
    }
}

} // namespace vekha::test::text_fit_test
