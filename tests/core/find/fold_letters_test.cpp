#include "core/find/fold_letters.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

using vekha::folded;
using vekha::has_word;
using vekha::search_words;
using vekha::SearchWord;

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
    const std::vector<SearchWord> words = search_words("  Учёба \n школ ");
    REQUIRE(words.size() == 2);
    CHECK(words[0] == SearchWord{"учеба", "учеб"});
    CHECK(words[1] == SearchWord{"школ", ""});
    CHECK(search_words(" \t").empty());
}

TEST_CASE("A stem is what the forms of a word begin with") {
    const auto have_one = [](std::string_view stem, const std::vector<std::string>& forms) {
        for (const std::string& form : forms) {
            CAPTURE(form);
            const std::vector<SearchWord> words = search_words(form);
            REQUIRE(words.size() == 1);
            CHECK((words[0].stem == stem || (words[0].stem.empty() && words[0].text == stem)));
        }
    };
    have_one("утвержден", {"утверждение", "утверждения", "утверждению", "утверждением",
                           "утверждений", "утверждениями"});
    have_one("школ", {"школа", "школы", "школе", "школу", "школой", "школам", "школами", "школах"});
    have_one("ответственн", {"ответственный", "ответственного", "ответственным", "ответственная"});
    have_one("отчет", {"отчет", "Отчёта", "отчетов", "отчетами"});
}

TEST_CASE("Short words, numbers and other letters have no stem") {
    for (const std::string_view text : {"план", "мая", "иро", "2021", "500+", "reports", "идеям"}) {
        CAPTURE(text);
        CHECK(search_words(text).front().stem.empty());
    }
}

TEST_CASE("A word is found as it stands anywhere, its other forms where a word begins") {
    const auto finds = [](std::string_view text, std::string_view query) {
        return has_word(folded(text), search_words(query).front());
    };
    CHECK(finds("Курсов нет", "курсы"));
    CHECK(finds("(курсов)", "курсы"));
    CHECK(finds("«Курсов»", "курсы"));
    CHECK(finds("до–курсов", "курсы"));
    CHECK(finds("№ курсов", "курсы"));
    CHECK_FALSE(finds("конкурсов", "курсы"));
    CHECK_FALSE(finds("ресурс", "курсы"));
    CHECK(finds("конкурсы", "курсы"));
    CHECK(finds("конкурсов", "курсов"));
    CHECK_FALSE(finds("7курсов", "курсы"));
}

TEST_CASE("Matches stand at the letters of the text itself") {
    vekha::MatchFinder finder;
    const auto found = [&finder](const std::string& text, const std::string& query) {
        std::vector<std::string> pieces;
        const std::vector<SearchWord> words = search_words(query);
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
    CHECK(found("Школы, школа и Дошкольный", "школа") == Pieces{"Школ", "школа"});
}
