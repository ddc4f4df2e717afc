#include "core/codec/source_text.hpp"

#include "core/base/result.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/json/json_text.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

constexpr std::string_view kUtf8Mark = "\xEF\xBB\xBF";
constexpr std::string_view kUtf16LittleEndianMark = "\xFF\xFE";
constexpr std::string_view kUtf16BigEndianMark = "\xFE\xFF";

std::uint32_t byte_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint8_t>(bytes[at]);
}

enum class ByteOrder : std::uint8_t { LittleEndian, BigEndian };

// `bytes` without the mark.
Result<SourceText, EncodingError> decode_utf16(std::string_view bytes, ByteOrder order) {
    const auto unit_at = [&](std::size_t at) {
        const std::uint32_t first = byte_at(bytes, at);
        const std::uint32_t second = byte_at(bytes, at + 1);
        return order == ByteOrder::BigEndian ? first << 8U | second : second << 8U | first;
    };
    std::string text;
    text.reserve(bytes.size());
    const auto refuse = [&](std::uint32_t unit) {
        const std::size_t offset = text.size();
        return fail(EncodingError{SourceEncoding::Utf16, std::move(text), offset, unit});
    };
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const std::uint32_t unit = unit_at(at);
        at += 2;
        if (is_high_surrogate(unit) && at + 1 < bytes.size() && is_low_surrogate(unit_at(at))) {
            append_utf8(text, code_point_from_pair(unit, unit_at(at)));
            at += 2;
        } else if (is_high_surrogate(unit) || is_low_surrogate(unit)) {
            return refuse(unit);
        } else {
            append_utf8(text, unit);
        }
    }
    if (at < bytes.size()) {
        return refuse(byte_at(bytes, at));
    }
    return SourceText(std::move(text), SourceEncoding::Utf16);
}

// The code points of the bytes 0x80 to 0xBF (the code page as Unicode's mapping table gives it).
constexpr std::array<std::uint16_t, 64> kWindows1251Upper{
    0x0402, 0x0403, 0x201A, 0x0453, 0x201E, 0x2026, 0x2020, 0x2021, 0x20AC, 0x2030, 0x0409,
    0x2039, 0x040A, 0x040C, 0x040B, 0x040F, 0x0452, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x0098, 0x2122, 0x0459, 0x203A, 0x045A, 0x045C, 0x045B, 0x045F, 0x00A0,
    0x040E, 0x045E, 0x0408, 0x00A4, 0x0490, 0x00A6, 0x00A7, 0x0401, 0x00A9, 0x0404, 0x00AB,
    0x00AC, 0x00AD, 0x00AE, 0x0407, 0x00B0, 0x00B1, 0x0406, 0x0456, 0x0491, 0x00B5, 0x00B6,
    0x00B7, 0x0451, 0x2116, 0x0454, 0x00BB, 0x0458, 0x0405, 0x0455, 0x0457};

std::uint32_t code_point_of_windows_1251(std::uint32_t byte) {
    if (byte < 0x80) {
        return byte;
    }
    return byte < 0xC0 ? kWindows1251Upper[byte - 0x80] : 0x0410 + byte - 0xC0;
}

} // namespace

Result<SourceText, EncodingError> decode_source(std::string_view bytes) {
    if (bytes.starts_with(kUtf16LittleEndianMark)) {
        return decode_utf16(bytes.substr(2), ByteOrder::LittleEndian);
    }
    if (bytes.starts_with(kUtf16BigEndianMark)) {
        return decode_utf16(bytes.substr(2), ByteOrder::BigEndian);
    }
    const std::size_t invalid = first_invalid_utf8(bytes);
    if (invalid < bytes.size()) {
        return fail(EncodingError{SourceEncoding::Utf8, {}, invalid, byte_at(bytes, invalid)});
    }
    return SourceText(bytes, bytes.starts_with(kUtf8Mark) ? kUtf8Mark.size() : 0);
}

bool looks_like_windows_1251(std::string_view bytes) {
    std::size_t upper_case = 0;
    std::size_t lower_case = 0;
    std::size_t other = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const std::uint32_t byte = byte_at(bytes, at);
        if (byte == 0) {
            return false;
        }
        if (byte >= 0xE0 || byte == 0xB8) {
            ++lower_case;
        } else if (byte >= 0xC0 || byte == 0xA8) {
            ++upper_case;
        } else if (byte >= 0x80) {
            ++other;
        }
    }
    // KOI8-R has its capitals where this code page has small letters, UTF-8 has every second byte
    // below 0xC0.
    return lower_case > upper_case && other * 4 <= lower_case + upper_case;
}

std::string utf8_from_windows_1251(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 2);
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        append_utf8(text, code_point_of_windows_1251(byte_at(bytes, at)));
    }
    return text;
}

} // namespace vekha
