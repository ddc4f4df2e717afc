#include "core/base/utf8.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::utf8_test {
namespace {

std::size_t decoded_bytes(std::string_view text) {
    return decode_utf8(text, 0).bytes;
}

} // namespace

TEST_CASE("every code point but the surrogates comes back from its bytes") {
    std::size_t wrong = 0;
    for (std::uint32_t code_point = 0; code_point <= 0x10FFFF; ++code_point) {
        if (code_point >= 0xD800 && code_point <= 0xDFFF) {
            continue;
        }
        std::string bytes;
        append_utf8(bytes, code_point);
        const DecodedCodePoint decoded = decode_utf8(bytes, 0);
        const bool right = decoded.code_point == code_point && decoded.bytes == bytes.size() &&
                           first_invalid_utf8(bytes) == bytes.size() &&
                           count_code_points(bytes) == 1;
        wrong += right ? 0U : 1U;
    }
    CHECK(wrong == 0);
}

TEST_CASE("code points take one to four bytes, with the borders where the standard has them") {
    const auto length = [](std::uint32_t code_point) {
        std::string bytes;
        append_utf8(bytes, code_point);
        return bytes.size();
    };
    CHECK(length(0x7F) == 1);
    CHECK(length(0x80) == 2);
    CHECK(length(0x7FF) == 2);
    CHECK(length(0x800) == 3);
    CHECK(length(0xFFFF) == 3);
    CHECK(length(0x10000) == 4);
    CHECK(length(0x10FFFF) == 4);
}

TEST_CASE("overlong forms, surrogates and values beyond the last code point are refused") {
    for (const std::string_view bytes :
         {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE0\x9F\xBF", "\xF0\x80\x80\x80",
          "\xF0\x8F\xBF\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xFF", "\xFE", "\xF8\x88\x80\x80\x80"}) {
        CAPTURE(static_cast<unsigned>(static_cast<std::uint8_t>(bytes[0])));
        CHECK(decoded_bytes(bytes) == 0);
        CHECK(first_invalid_utf8(bytes) == 0);
    }
}

TEST_CASE("a sequence that is cut or broken is refused") {
    for (const std::string_view bytes :
         {"\x80", "\xBF", "\xC2", "\xE2\x82", "\xF0\x9F\x98", "\xC2\x41", "\xE2\x41\x82",
          "\xE2\x82\x41", "\xF0\x9F\x98\x41"}) {
        CHECK(decoded_bytes(bytes) == 0);
    }
    CHECK(decoded_bytes("") == 0);
    CHECK(decode_utf8("abc", 3).bytes == 0);
    CHECK(decode_utf8("abc", 99).bytes == 0);
}

TEST_CASE("every pair of bytes is judged as the standard's table says") {
    std::size_t wrong = 0;
    for (unsigned first = 0; first < 256; ++first) {
        for (unsigned second = 0; second < 256; ++second) {
            const std::string bytes{static_cast<char>(first), static_cast<char>(second)};
            const bool ascii = first < 0x80;
            const bool pair = first >= 0xC2 && first <= 0xDF && second >= 0x80 && second <= 0xBF;
            const std::size_t expected = ascii ? 1 : pair ? 2 : 0;
            wrong += decoded_bytes(bytes) == expected ? 0U : 1U;
        }
    }
    CHECK(wrong == 0);
}

TEST_CASE("the first invalid byte is found behind valid text") {
    CHECK(first_invalid_utf8("веха") == 8);
    CHECK(first_invalid_utf8("веха\xFFтекст") == 8);
    CHECK(first_invalid_utf8("ве\xD1") == 4);
    CHECK(first_invalid_utf8(std::string_view("a\0b", 3)) == 3);
}

TEST_CASE("code points are counted, not bytes") {
    CHECK(count_code_points("") == 0);
    CHECK(count_code_points("plan") == 4);
    CHECK(count_code_points("Дорожная карта") == 14);
    CHECK(count_code_points("№ 5 – «А»") == 9);
    CHECK(count_code_points("\xF0\x9F\x98\x80") == 1);
}

TEST_CASE("a beginning ends between code points") {
    CHECK(beginning_of("aж€", 0).empty());
    CHECK(beginning_of("aж€", 2) == "aж");
    CHECK(beginning_of("aж€", 3) == "aж€");
    CHECK(beginning_of("aж€", 9) == "aж€");
}

TEST_CASE("decoding can begin anywhere") {
    const std::string_view text = "aж€";
    CHECK(decode_utf8(text, 0).code_point == 'a');
    CHECK(decode_utf8(text, 1).code_point == 0x436);
    CHECK(decode_utf8(text, 2).bytes == 0);
    CHECK(decode_utf8(text, 3).code_point == 0x20AC);
}

} // namespace vekha::utf8_test
