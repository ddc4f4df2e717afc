#include "app/i18n.hpp"

#include "core/base/utf8.hpp"
#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_tree.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::app::i18n_test {
namespace {

using Table = std::map<std::string, std::string, std::less<>>;

// The file read by hand, because Texts hides what is missing behind its fallback.
Table table_of(const std::string& path) {
    const std::string& json = test::asset(path);
    const auto parsed = parse_json(json);
    REQUIRE(parsed.ok());
    const JsonTree& tree = parsed.value();
    Table table;
    for (NodeIndex name = 1; name < tree.size(); name = tree.next(name + 1)) {
        CHECK(table.emplace(tree.string(name), tree.string(name + 1)).second);
    }
    return table;
}

constexpr std::array<std::string_view, 4> kForms{".one", ".few", ".many", ".other"};

// The key without its plural form; forms count as such only where «.one» is defined.
std::string base_of(const Table& table, const std::string& key) {
    for (const std::string_view form : kForms) {
        if (key.ends_with(form)) {
            std::string base = key.substr(0, key.size() - form.size());
            if (table.contains(base + ".one")) {
                return base;
            }
        }
    }
    return key;
}

std::set<std::string> places_of(std::string_view text) {
    std::set<std::string> places;
    for (std::size_t at = text.find('{'); at != std::string_view::npos;
         at = text.find('{', at + 1)) {
        std::size_t end = at + 1;
        while (end < text.size() && text[end] >= 'A' && text[end] <= 'z') {
            ++end;
        }
        if (end > at + 1 && end < text.size() && text[end] == '}') {
            places.emplace(text.substr(at + 1, end - at - 1));
        }
    }
    return places;
}

std::map<std::string, std::set<std::string>> places_by_base(const Table& table) {
    std::map<std::string, std::set<std::string>> all;
    for (const auto& [key, text] : table) {
        all[base_of(table, key)].merge(places_of(text));
    }
    return all;
}

// Texts that may choose among several forms of one value: the languages need not choose the same.
bool chooses_forms(std::string_view key) {
    return key == "date.short" || key.starts_with("roadmap.quarter") ||
           key.starts_with("roadmap.half");
}

TEST_CASE("Both languages have the same keys and the same places in them") {
    const auto russian = places_by_base(table_of("assets/i18n/ru.json"));
    const auto english = places_by_base(table_of("assets/i18n/en.json"));
    for (const auto& [key, places] : russian) {
        CAPTURE(key);
        REQUIRE(english.contains(key));
        CHECK((chooses_forms(key) || english.at(key) == places));
    }
    CHECK(english.size() == russian.size());
}

TEST_CASE("Plural forms are complete, and every form has the same places") {
    const auto check = [](const Table& table, const std::set<std::string>& wanted) {
        std::map<std::string, std::set<std::string>> forms;
        for (const auto& [key, text] : table) {
            const std::string base = base_of(table, key);
            if (base != key) {
                forms[base].insert(key.substr(base.size()));
                CHECK(places_of(text) == places_of(table.at(base + ".one")));
            }
        }
        CHECK_FALSE(forms.empty());
        for (const auto& [base, found] : forms) {
            CAPTURE(base);
            CHECK(found == wanted);
        }
    };
    check(table_of("assets/i18n/ru.json"), {".one", ".few", ".many"});
    check(table_of("assets/i18n/en.json"), {".one", ".other"});
}

TEST_CASE("No text is empty, has white space at its ends or straight quotes in Russian") {
    for (const char* path : {"assets/i18n/ru.json", "assets/i18n/en.json"}) {
        for (const auto& [key, text] : table_of(path)) {
            CAPTURE(key);
            CHECK_FALSE(text.empty());
            const bool is_separator = key == "roadmap.listSeparator";
            CHECK((is_separator || (text.front() != ' ' && text.back() != ' ')));
            CHECK(text.find("  ") == std::string::npos);
            // Quotes and backslashes stand only where JSON is spoken of.
            CHECK((key.starts_with("problemWord.") || text.find('"') == std::string::npos));
            CHECK(first_invalid_utf8(text) == text.size());
        }
    }
}

TEST_CASE("English texts have no Cyrillic letters but the name of the other language") {
    for (const auto& [key, text] : table_of("assets/i18n/en.json")) {
        CAPTURE(key);
        for (std::size_t at = 0; at < text.size();) {
            const DecodedCodePoint c = decode_utf8(text, at);
            REQUIRE(c.bytes > 0);
            at += c.bytes;
            CHECK((key == "topbar.language.other" || c.code_point < 0x400 || c.code_point > 0x4FF));
        }
    }
}

TEST_CASE("Russian plural forms follow the last digits") {
    const auto form = [](std::int64_t n) { return plural_form(Language::Russian, n); };
    for (const std::int64_t n : {1, 21, 31, 101, 121, 1001, -1, -21}) {
        CHECK(form(n) == PluralForm::One);
    }
    for (const std::int64_t n : {2, 3, 4, 22, 34, 102, 1002, -3}) {
        CHECK(form(n) == PluralForm::Few);
    }
    for (const std::int64_t n :
         {0, 5, 9, 10, 11, 12, 13, 14, 15, 20, 25, 111, 112, 114, 1011, -11}) {
        CHECK(form(n) == PluralForm::Many);
    }
    CHECK(form(std::numeric_limits<std::int64_t>::min()) == PluralForm::Many); // …808
}

TEST_CASE("English has one and other") {
    CHECK(plural_form(Language::English, 1) == PluralForm::One);
    for (const std::int64_t n : {0, 2, 11, 21, 101}) {
        CHECK(plural_form(Language::English, n) == PluralForm::Other);
    }
}

Texts small_texts() {
    Texts texts;
    REQUIRE(texts.load(Language::Russian, R"({"a": "A {x}", "only": "ru", "n.one": "{n} one",
        "n.few": "{n} few", "n.many": "{n} many {x}"})"));
    REQUIRE(texts.load(Language::English, R"({"a": "B {x}", "n.one": "{n} one",
        "n.other": "{n} other"})"));
    return texts;
}

TEST_CASE("A key that is missing falls back to the other language, then shows itself") {
    Texts texts = small_texts();
    texts.set_language(Language::English);
    CHECK(texts.format("a"_key, {{"x", "1"}}) == "B 1");
    CHECK(texts.get("only"_key) == "ru");
    CHECK(texts.get("none.such"_key) == "none.such");
    CHECK(texts.member("none.", "such") == "such");
}

TEST_CASE("A language is asked for once, when the first text of it is looked up") {
    std::vector<Language> asked;
    Texts texts([&](Language language) -> std::string_view {
        asked.push_back(language);
        return language == Language::Russian ? R"({"a": "A", "only": "ru"})" : R"({"a": "B"})";
    });
    CHECK(asked.empty());
    CHECK(texts.get("a"_key) == "A");
    CHECK(texts.get("only"_key) == "ru");
    CHECK(asked == std::vector{Language::Russian});
    CHECK(texts.get_in(Language::English, "a"_key) == "B");
    CHECK(texts.get("none.such"_key) == "none.such");
    CHECK(asked == std::vector{Language::Russian, Language::English});

    Texts broken([](Language) -> std::string_view { return "{\"a\": "; });
    CHECK(broken.get("a"_key) == "a");
    Texts pseudo([](Language) -> std::string_view { return R"({"a": "to"})"; });
    pseudo.make_pseudo();
    CHECK(pseudo.get("a"_key) == "[too]");
}

TEST_CASE("Plural texts take their form and their number") {
    Texts texts = small_texts();
    CHECK(texts.plural("n"_key, 21) == "21 one");
    CHECK(texts.plural("n"_key, 3) == "3 few");
    CHECK(texts.plural("n"_key, 12345, {{"x", "y"}}) == "12\u00A0345 many y");
    texts.set_language(Language::English);
    CHECK(texts.plural("n"_key, 21) == "21 other");
}

TEST_CASE("A pattern keeps places without an argument, and arguments are not patterns") {
    const std::vector<TextArgument> arguments{{"x", "{y}"}, {"y", "2"}};
    CHECK(fill_pattern("{x}-{y}-{z}", arguments) == "{y}-2-{z}");
    CHECK(fill_pattern("a { b", arguments) == "a { b");
    CHECK(fill_pattern("} {", arguments) == "} {");
    CHECK(fill_pattern("", arguments).empty());
}

TEST_CASE("A table that is no flat object of texts is refused and changes nothing") {
    Texts texts = small_texts();
    for (const std::string_view bad : {"", "[]", "{\"a\": 1}", "{\"a\": {}}",
                                       "{\"a\": \"1\", \"a\": \"2\"}", "{\"a\": \"1\"", "\"a\""}) {
        CAPTURE(bad);
        CHECK_FALSE(texts.load(Language::Russian, bad));
        CHECK(texts.get("only"_key) == "ru");
    }
    CHECK(texts.load(Language::Russian, "{}"));
    CHECK(texts.get("only"_key) == "only");
}

TEST_CASE("Numbers are grouped and have the decimal sign of the language") {
    Texts texts;
    CHECK(texts.number(std::int64_t{0}) == "0");
    CHECK(texts.number(std::int64_t{1234}) == "1234");
    CHECK(texts.number(std::int64_t{1234567}) == "1\u00A0234\u00A0567");
    CHECK(texts.number(std::int64_t{-12345}) == "\u221212\u00A0345");
    CHECK(texts.number(std::numeric_limits<std::int64_t>::min()) ==
          "\u22129\u00A0223\u00A0372\u00A0036\u00A0854\u00A0775\u00A0808");
    CHECK(texts.number(12.5, 2) == "12,5");
    CHECK(texts.number(12.0, 2) == "12");
    CHECK(texts.number(0.126, 2) == "0,13");
    CHECK(texts.number(1.05, 2) == "1,05");
    CHECK(texts.number(-0.001, 2) == "0");
    CHECK(texts.number(-2.5, 1) == "\u22122,5");
    CHECK(texts.number(99.96, 1) == "100");
    CHECK(texts.number(std::numeric_limits<double>::quiet_NaN(), 1) == "\u2014");
    CHECK(texts.number(1.0e300, 1) == "\u2014");
    texts.set_language(Language::English);
    CHECK(texts.number(std::int64_t{1234}) == "1,234");
    CHECK(texts.number(1234.5, 1) == "1,234.5");
}

TEST_CASE("The pseudo language is longer, in brackets, and keeps the places") {
    Texts texts = small_texts();
    texts.make_pseudo();
    CHECK(texts.format("a"_key, {{"x", "1"}}) == "[A 1]");
    Texts delivered = test::delivered_texts();
    delivered.make_pseudo();
    const Texts plain = test::delivered_texts();
    const Table russian = table_of("assets/i18n/ru.json");
    std::size_t longer = 0;
    for (const auto& [key, text] : russian) {
        const std::string_view pseudo = delivered.get(TextKey{key});
        CHECK(pseudo.starts_with('['));
        CHECK(places_of(pseudo) == places_of(text));
        longer += pseudo.size() > text.size() + text.size() / 4 ? 1U : 0U;
    }
    CHECK(longer > russian.size() / 2);
}

TEST_CASE("Tags of languages") {
    CHECK(language_tag(Language::Russian) == "ru");
    CHECK(language_tag(Language::English) == "en");
    CHECK(language_from_tag("en-GB") == Language::English);
    CHECK(language_from_tag("en") == Language::English);
    CHECK(language_from_tag("ru-RU") == Language::Russian);
    CHECK(language_from_tag("") == Language::Russian);
    CHECK(language_from_tag("enx") == Language::Russian);
}

} // namespace
} // namespace vekha::app::i18n_test
