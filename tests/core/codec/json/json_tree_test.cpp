#include "core/codec/json/json_tree.hpp"

#include "core/codec/json/json_parser.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <utility>
#include <vector>

namespace vekha::json_tree_test {
namespace {

JsonTree tree_of(std::string_view text) {
    auto tree = parse_json(text);
    REQUIRE(tree.ok());
    return std::move(tree).value();
}

std::vector<std::string_view> sources(const JsonTree& tree) {
    std::vector<std::string_view> all;
    all.reserve(tree.size());
    for (NodeIndex node = 0; node < tree.size(); ++node) {
        all.push_back(tree.source(node));
    }
    return all;
}

} // namespace

TEST_CASE("nodes stand in the order of the text and know its spelling") {
    const JsonTree tree = tree_of(" {\"a\" : [1E3, -0 ,\"\\u0416\"], \"b\":{} } ");
    CHECK(sources(tree) ==
          std::vector<std::string_view>{"{\"a\" : [1E3, -0 ,\"\\u0416\"], \"b\":{} }", "\"a\"",
                                        "[1E3, -0 ,\"\\u0416\"]", "1E3", "-0", "\"\\u0416\"",
                                        "\"b\"", "{}"});
}

TEST_CASE("the node behind a container is the one behind everything in it") {
    const JsonTree tree = tree_of("[[1,[2,3]],{\"a\":[]},4]");
    CHECK(tree.next(0) == tree.size());
    CHECK(tree.source(tree.next(1)) == "{\"a\":[]}");
    CHECK(tree.source(tree.next(tree.next(1))) == "4");
}

TEST_CASE("a member is found by its decoded name") {
    const JsonTree tree = tree_of("{\"x\":{\"b\":0},\"\\u0062\":1,\"c\":2}");
    CHECK(tree.source(*tree.member(0, "b")) == "1");
    CHECK(tree.source(*tree.member(0, "c")) == "2");
    CHECK(!tree.member(0, "d"));
}

TEST_CASE("escapes decode to the characters they name") {
    CHECK(decode_json_string(R"(\"\\\/\b\f\n\r\t)") == "\"\\/\b\f\n\r\t");
    CHECK(decode_json_string("\\u0416\\u044F\\u20ac") == "Жя€");
    CHECK(decode_json_string("\\ud83d\\ude00\\uDBFF\\uDFFF") == "😀\xF4\x8F\xBF\xBF");
    CHECK(decode_json_string("без") == "без");
}

TEST_CASE("half of a surrogate pair decodes to the replacement character") {
    CHECK(decode_json_string("\\ud83d") == "\xEF\xBF\xBD");
    CHECK(decode_json_string("\\ude00\\ud83dя") == "\xEF\xBF\xBD\xEF\xBF\xBDя");
    CHECK(decode_json_string("\\ud83d\\ud83d\\ude00") == "\xEF\xBF\xBD😀");
}

TEST_CASE("compact text loses its white space outside strings and nothing else") {
    CHECK(compact_json(" { \"a b\" :\n [ 1E3 , \"\\\" c \" ] }\t") ==
          "{\"a b\":[1E3,\"\\\" c \"]}");
    CHECK(compact_json("\"\\\\\" ") == "\"\\\\\"");
}

} // namespace vekha::json_tree_test
