#include "core/codec/json/json_parser.hpp"

#include "core/codec/problem.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::json_parser_test {
namespace {

// «code at offset, found «…», expected word», or «accepted».
std::string told(std::string_view text) {
    const auto tree = parse_json(text);
    if (tree) {
        return "accepted";
    }
    const JsonSyntaxError& error = tree.error();
    return std::string(problem_name(error.code)) + " " + std::to_string(error.offset) + " «" +
           error.found + "» " + std::string(error.expected);
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

TEST_CASE("every kind of value is accepted at the top of a text") {
    for (const std::string_view text : {"{}", "[]", "\"\"", "0", "-0", "1E3", "-1.5e-7", "true",
                                        "false", "null", " \n\t\r[ ] "}) {
        CHECK(told(text) == "accepted");
    }
}

TEST_CASE("a mistake between values says what stands there and what the place wants") {
    CHECK(told("{\"a\": 1 \"b\": 2}") == "unexpectedText 8 «\"b\"» commaOrBrace");
    CHECK(told("[1 2]") == "unexpectedText 3 «2» commaOrBracket");
    CHECK(told("{\"a\" 1}") == "unexpectedText 5 «1» colon");
    CHECK(told("{a: 1}") == "unexpectedText 1 «a» nameOrBrace");
    CHECK(told("{\"a\": 1, }") == "unexpectedText 9 «}» name");
    CHECK(told("[1,]") == "unexpectedText 3 «]» value");
    CHECK(told("[}") == "unexpectedText 1 «}» valueOrBracket");
    CHECK(told("{\"a\": }") == "unexpectedText 6 «}» value");
    CHECK(told("{} x") == "textAfterEnd 3 «x» end");
}

TEST_CASE("a text that stops too early is told at its end, with what was to come") {
    CHECK(told("") == "emptyText 0 «» value");
    CHECK(told(" \n") == "emptyText 2 «» value");
    CHECK(told("{") == "unexpectedEnd 1 «» nameOrBrace");
    CHECK(told("{\"a\"") == "unexpectedEnd 4 «» colon");
    CHECK(told("{\"a\":") == "unexpectedEnd 5 «» value");
    CHECK(told("{\"a\":1") == "unexpectedEnd 6 «» commaOrBrace");
    CHECK(told("{\"a\":1,") == "unexpectedEnd 7 «» name");
    CHECK(told("[") == "unexpectedEnd 1 «» valueOrBracket");
    CHECK(told("[1") == "unexpectedEnd 2 «» commaOrBracket");
    CHECK(told("[\"abc") == "unexpectedEnd 5 «» closingQuote");
    CHECK(told("[\"a\\") == "unexpectedEnd 4 «» closingQuote");
    CHECK(told("[\"a\\u00") == "unexpectedEnd 7 «» closingQuote");
    CHECK(told("[-") == "unexpectedEnd 2 «» digit");
    CHECK(told("[1.") == "unexpectedEnd 3 «» digit");
    CHECK(told("[1e+") == "unexpectedEnd 4 «» digit");
    CHECK(told("[tru") == "unexpectedEnd 4 «» value");
}

TEST_CASE("a wrong number or word is told at its begin, as a whole") {
    CHECK(told("[01]") == "invalidNumber 1 «01» number");
    CHECK(told("[1.]") == "invalidNumber 1 «1.» number");
    CHECK(told("[+5]") == "invalidNumber 1 «+5» number");
    CHECK(told("[-Infinity]") == "invalidNumber 1 «-Infinity» number");
    CHECK(told("[2021-04-15]") == "invalidNumber 1 «2021-04-15» number");
    CHECK(told("[NaN]") == "invalidLiteral 1 «NaN» value");
    CHECK(told("[truefalse]") == "invalidLiteral 1 «truefalse» value");
}

TEST_CASE("a mistake in a string is told where it stands") {
    CHECK(told("[\"a\nb\"]") == "controlCharacter 3 «U+000A» closingQuote");
    CHECK(told("[\"a\tb\"]") == "controlCharacter 3 «U+0009» escape");
    CHECK(told("[\"a\\x\"]") == "invalidEscape 3 «\\x» escape");
    CHECK(told("[\"a\\Я\"]") == "invalidEscape 3 «\\Я» escape");
    CHECK(told("[\"\\u12G4\"]") == "invalidEscape 2 «\\u12G» escape");
    CHECK(told("[\"\\u12\"]") == "invalidEscape 2 «\\u12\"» escape");
}

TEST_CASE("what stands at a mistake is shortened to the length of a message") {
    CHECK(told("[1 \"двадцать четыре символа и ещё\"]") ==
          "unexpectedText 3 «\"двадцать четыре символа…» commaOrBracket");
    CHECK(told("[1 " + std::string(40, '7') + "]") ==
          "unexpectedText 3 «" + std::string(24, '7') + "…» commaOrBracket");
    CHECK(told("[1 \"a\nb\"]") == "unexpectedText 3 «\"a» commaOrBracket");
}

TEST_CASE("sixty-four levels are read and the sixty-fifth is refused at its bracket") {
    CHECK(told(nested(64)) == "accepted");
    CHECK(told(nested(65)) == "tooDeep 64 «[» value");
    for (const std::size_t depth :
         {std::size_t{600}, std::size_t{100'000}, std::size_t{10'000'000}}) {
        CHECK(told(nested(depth)) == "tooDeep 64 «[» value");
        CHECK(told(std::string(depth, '[')) == "tooDeep 64 «[» value");
    }
}

TEST_CASE("offsets count from the first byte when the text begins behind a mark") {
    const auto tree = parse_json("\xEF\xBB\xBF[1,]", 3);
    REQUIRE(!tree);
    CHECK(tree.error().offset == 6);
}

TEST_CASE("every text that stops inside an object is told as cut, at its end") {
    const std::string_view whole =
        "{\"имя\": [1.5e3, -0, true, null, \"\\u0416\\n\", {}], \"b\": {\"c\": false}}";
    for (std::size_t length = 1; length < whole.size(); ++length) {
        const std::string_view cut = whole.substr(0, length);
        const auto tree = parse_json(cut);
        REQUIRE(!tree);
        CHECK(tree.error().code == ProblemCode::UnexpectedEnd);
        CHECK(tree.error().offset == length);
    }
}

TEST_CASE("every expected word is one of the words that callers can say") {
    const auto words = problem_words();
    CHECK(std::is_sorted(words.begin(), words.end()));
    for (const std::string_view text :
         {"", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "[", "[1", "[\"", "[-", "[01]",
          "[\"\\x\"]", "[\"\t\"]", "{}x"}) {
        const auto tree = parse_json(text);
        REQUIRE(!tree);
        CHECK(std::binary_search(words.begin(), words.end(), tree.error().expected));
    }
}

} // namespace vekha::json_parser_test
