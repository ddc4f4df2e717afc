#include "core/codec/source_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace vekha::source_text_test {
using std::string_literals::operator""s;

namespace {

std::string utf16(std::u16string_view units, bool big_endian) {
    std::string bytes = big_endian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char16_t unit : units) {
        const char high = static_cast<char>(unit >> 8);
        const char low = static_cast<char>(unit & 0xFF);
        bytes += big_endian ? high : low;
        bytes += big_endian ? low : high;
    }
    return bytes;
}

} // namespace

TEST_CASE("UTF-8 text is used in place") {
    const std::string bytes = "{\"имя\": 1}";
    const auto source = decode_source(bytes);
    REQUIRE(source.ok());
    CHECK(source.value().text().data() == bytes.data());
    CHECK(source.value().encoding() == SourceEncoding::Utf8);
    CHECK(source.value().start() == 0);
}

TEST_CASE("the text begins behind a byte order mark") {
    const auto source = decode_source("\xEF\xBB\xBF{}");
    REQUIRE(source.ok());
    CHECK(source.value().start() == 3);
    CHECK(source.value().text() == "\xEF\xBB\xBF{}");
}

TEST_CASE("UTF-16 with a mark is converted, in both byte orders") {
    for (const bool big_endian : {false, true}) {
        const auto source = decode_source(utf16(u"{\"план\": \"😀\"}", big_endian));
        REQUIRE(source.ok());
        CHECK(source.value().text() == "{\"план\": \"😀\"}");
        CHECK(source.value().encoding() == SourceEncoding::Utf16);
        CHECK(source.value().start() == 0);
    }
}

TEST_CASE("half of a UTF-16 pair is told with the text before it") {
    std::u16string units = u"аб";
    units += static_cast<char16_t>(0xD83D);
    units += u"в";
    const auto source = decode_source(utf16(units, false));
    REQUIRE(!source.ok());
    CHECK(source.error().encoding == SourceEncoding::Utf16);
    CHECK(source.error().readable == "аб");
    CHECK(source.error().offset == 4);
    CHECK(source.error().found == 0xD83D);
}

TEST_CASE("the first byte that is no UTF-8 is told with its place") {
    const auto source = decode_source("жж\xD0 я");
    REQUIRE(!source.ok());
    CHECK(source.error().offset == 4);
    CHECK(source.error().found == 0xD0);
}

TEST_CASE("Russian text in Windows-1251 looks like it; other encodings do not") {
    CHECK(looks_like_windows_1251("{\"\xEF\xEB\xE0\xED\": \"\xCF\xEB\xE0\xED\"}"));  // план, План
    CHECK(!looks_like_windows_1251("{\"\xD0\xCC\xC1\xCE\": \"\xF0\xCC\xC1\xCE\"}")); // KOI8-R
    CHECK(!looks_like_windows_1251("{\"\xAF\xAB\xA0\xAD\": 1}"));                    // CP866
    CHECK(!looks_like_windows_1251("{\"план мероприятий\": \"\xFF\"}")); // damaged UTF-8
    CHECK(!looks_like_windows_1251("{\"caf\xE9\": 1, \""s + '\0'));
    CHECK(!looks_like_windows_1251("{\"caf\xE9\": 1, \"\0x\": \"\xE0\"}\0"s));
    CHECK(!looks_like_windows_1251("{}"));
}

TEST_CASE("Windows-1251 is converted byte by byte") {
    CHECK(utf8_from_windows_1251("\xCF\xEB\xE0\xED \xB9 5 \x97 \xAB\xA8\xB8\xBB\xA0\xFF") ==
          "План № 5 — «Ёё»\u00a0я");
    CHECK(utf8_from_windows_1251("\x80\x88\x98") == "Ђ€\u0098");
}

TEST_CASE("every byte of Windows-1251 becomes a character of its own") {
    std::string seen;
    for (int byte = 0x80; byte <= 0xFF; ++byte) {
        const std::string one = utf8_from_windows_1251(std::string(1, static_cast<char>(byte)));
        CHECK(seen.find(one) == std::string::npos);
        seen += one;
    }
}

} // namespace vekha::source_text_test
