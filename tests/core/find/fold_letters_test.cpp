#include "core/find/fold_letters.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using vekha::folded;
using vekha::search_words;

TEST_CASE("Letters are compared without their case, ё as е") {
    CHECK(folded("ПЛАН Учёба") == "план учеба");
    CHECK(folded("Ёлка ёж") == "елка еж");
    CHECK(folded("Plan ÉTÉ Ž") == "plan été ž");
    CHECK(folded("ЂЇЎЏ") == "ђїўџ");
}

TEST_CASE("The letters of Tatar, Bashkir and Yakut lose their case, too") {
    CHECK(folded("Ә Ө Ү Җ Ң Һ") == "ә ө ү җ ң һ");
    CHECK(folded("Ғ Ҡ Ҙ Ҫ") == "ғ ҡ ҙ ҫ");
    CHECK(folded("Ҕ Ҥ Ӏ Ӂ") == "ҕ ҥ Ӏ ӂ");
}

TEST_CASE("What has no case stays: digits, signs, other scripts, an emoji") {
    CHECK(folded("№ 1.1, 500+ × ÷ ß 学校 🏫") == "№ 1.1, 500+ × ÷ ß 学校 🏫");
}

TEST_CASE("Blanks of every kind and line breaks are one space") {
    CHECK(folded("а\u00A0б \t\r\n в\u2003г") == "а б в г");
    CHECK(folded(" а ").size() == std::string("а ").size());
}

TEST_CASE("Bytes that are no UTF-8 do not stop the text") {
    CHECK(folded("А\xFFБ") == "а\uFFFDб");
}

TEST_CASE("The words of a query stand alone") {
    CHECK(search_words("  Учёба \n школ ") == std::vector<std::string>{"учеба", "школ"});
    CHECK(search_words(" \t").empty());
}

TEST_CASE("Matches stand at the letters of the text itself") {
    vekha::MatchFinder finder;
    const auto found = [&finder](const std::string& text, const std::string& query) {
        std::vector<std::string> pieces;
        const std::vector<std::string> words = search_words(query);
        for (const vekha::TextMatch& match : finder.find(text, words)) {
            pieces.push_back(text.substr(match.begin, match.end - match.begin));
        }
        return pieces;
    };
    using Pieces = std::vector<std::string>;
    CHECK(found("Учёба УЧЕБА", "учеба") == Pieces{"Учёба", "УЧЕБА"});
    CHECK(found("Совет\u00A0 школы", "школ") == Pieces{"школ"});
    CHECK(found("абвгд", "бв вг") == Pieces{"бвг"});
    CHECK(found("ааа", "аа") == Pieces{"аа"});
    CHECK(found("план", "смета").empty());
    CHECK(found("", "а").empty());
    CHECK(found("🏫 Школа", "школа") == Pieces{"Школа"});
}
