#include "core/codec/json/json_writer.hpp"

#include "core/codec/text_layout.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace vekha::json_writer_test {
namespace {

std::string written(TextLayout layout) {
    JsonWriter writer(layout);
    writer.begin_object();
    writer.name("имя");
    writer.text("«a»");
    writer.name("list");
    writer.begin_array();
    writer.item();
    writer.integer(-5);
    writer.item();
    writer.begin_object();
    writer.end_object();
    writer.item();
    writer.boolean(true);
    writer.end_array();
    writer.name("empty");
    writer.begin_array();
    writer.end_array();
    writer.name_as_written("\"\\u0078\"");
    writer.json_as_written("{\"a\":[1E3,{},[],\"x, {y}: \\\"z\\\"\"],\"b\":null}");
    writer.name("behind");
    writer.number(0.5);
    writer.end_object();
    return std::move(writer).take();
}

} // namespace

TEST_CASE("the indented layout gives every member and item a line") {
    CHECK(written(TextLayout::Indented) == R"({
  "имя": "«a»",
  "list": [
    -5,
    {},
    true
  ],
  "empty": [],
  "\u0078": {
    "a": [
      1E3,
      {},
      [],
      "x, {y}: \"z\""
    ],
    "b": null
  },
  "behind": 0.5
}
)");
}

TEST_CASE("the compact layout has no white space outside strings") {
    CHECK(written(TextLayout::Compact) ==
          "{\"имя\":\"«a»\",\"list\":[-5,{},true],\"empty\":[],\"\\u0078\":{\"a\":[1E3,{},[],"
          "\"x, {y}: \\\"z\\\"\"],\"b\":null},\"behind\":0.5}");
}

TEST_CASE("texts are escaped as little as JSON allows") {
    CHECK(json_from_text("a/б\x7f\u2028") == "\"a/б\x7f\u2028\"");
    CHECK(json_from_text("\"\\\b\f\n\r\t\x01\x1f") == R"("\"\\\b\f\n\r\t\u0001\u001f")");
}

} // namespace vekha::json_writer_test
