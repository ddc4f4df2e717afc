#include "core/codec/text_places.hpp"

#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::text_places_test {
namespace {

using LineAndColumn = std::pair<std::uint32_t, std::uint32_t>;

LineAndColumn place_of(std::string_view text, std::size_t offset) {
    const TextPosition position = TextPlaces(text).position_of(offset);
    CHECK(position.offset == offset);
    return {position.line, position.column};
}

std::vector<std::string> paths(std::string_view text) {
    const auto tree = parse_json(text);
    REQUIRE(tree.ok());
    std::vector<std::string> all;
    all.reserve(tree.value().size());
    for (NodeIndex node = 0; node < tree.value().size(); ++node) {
        all.push_back(path_of(tree.value(), node));
    }
    return all;
}

} // namespace

TEST_CASE("columns count characters, not bytes") {
    const std::string_view text = "жя😀x";
    CHECK(place_of(text, 0) == LineAndColumn{1, 1});
    CHECK(place_of(text, 4) == LineAndColumn{1, 3});
    CHECK(place_of(text, 8) == LineAndColumn{1, 4});
    CHECK(place_of(text, 9) == LineAndColumn{1, 5});
}

TEST_CASE("lines end with LF, CR LF or a lone CR") {
    CHECK(place_of("a\nb", 2) == LineAndColumn{2, 1});
    CHECK(place_of("a\r\nb", 3) == LineAndColumn{2, 1});
    CHECK(place_of("a\rb", 2) == LineAndColumn{2, 1});
    CHECK(place_of("\r\r\n\n\rx", 5) == LineAndColumn{5, 1});
}

TEST_CASE("a byte order mark is no character") {
    CHECK(place_of("\xEF\xBB\xBF{}", 0) == LineAndColumn{1, 1});
    CHECK(place_of("\xEF\xBB\xBF{}", 3) == LineAndColumn{1, 1});
    CHECK(place_of("\xEF\xBB\xBF{}", 4) == LineAndColumn{1, 2});
}

TEST_CASE("many places are told in one walk over the text") {
    TextPlaces places("а\nбв\r\nг");
    CHECK(places.position_of(0) == TextPosition{1, 1, 0});
    CHECK(places.position_of(3) == TextPosition{2, 1, 3});
    CHECK(places.position_of(5) == TextPosition{2, 2, 5});
    CHECK(places.position_of(5) == TextPosition{2, 2, 5});
    CHECK(places.position_of(9) == TextPosition{3, 1, 9});
}

TEST_CASE("a place behind the end of the text is its end") {
    TextPlaces places("ab");
    CHECK(places.position_of(100) == TextPosition{1, 3, 2});
}

TEST_CASE("the excerpt is the line of the place with a mark at it") {
    CHECK(excerpt_at("{\n  \"срок\": 01\r\n}", 16) == SourceExcerpt{"  \"срок\": 01", 10});
    CHECK(excerpt_at("\xEF\xBB\xBF{x}", 4) == SourceExcerpt{"{x}", 1});
    CHECK(excerpt_at("a\n", 2) == SourceExcerpt{"", 0});
}

TEST_CASE("a long line is shortened on both sides of the place") {
    const std::string line = std::string(100, 'a') + "X" + std::string(100, 'b');
    CHECK(excerpt_at(line, 100) ==
          SourceExcerpt{"…" + std::string(48, 'a') + "X" + std::string(31, 'b') + "…", 49});
}

TEST_CASE("what cannot be shown in an excerpt is replaced") {
    CHECK(excerpt_at("a\tb\x01\xFF!", 2) == SourceExcerpt{"a b \xEF\xBF\xBD!", 2});
}

TEST_CASE("paths name members and count items") {
    CHECK(paths("{\"a\":[1,{\"b\":2}],\"c\":3}") ==
          std::vector<std::string>{"$", "$.a", "$.a", "$.a[0]", "$.a[1]", "$.a[1].b", "$.a[1].b",
                                   "$.c", "$.c"});
}

TEST_CASE("names that are no plain words are quoted in paths as they are spelled") {
    CHECK(paths("{\"имя_1\":0,\"a b\":0,\"1\":0,\"\":0,\"\\u0061\":0,\"x.y\":0}") ==
          std::vector<std::string>{"$", "$.имя_1", "$.имя_1", "$[\"a b\"]", "$[\"a b\"]",
                                   "$[\"1\"]", "$[\"1\"]", "$[\"\"]", "$[\"\"]", "$[\"\\u0061\"]",
                                   "$[\"\\u0061\"]", "$[\"x.y\"]", "$[\"x.y\"]"});
}

} // namespace vekha::text_places_test
