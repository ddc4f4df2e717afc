#include "core/base/utf8.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr std::uint32_t kMaxCodePoint = 0x10FFFF;

std::uint8_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<std::uint8_t>(text[at]);
}

} // namespace

DecodedCodePoint decode_utf8(std::string_view text, std::size_t at) {
    if (at >= text.size()) {
        return {};
    }
    const std::uint8_t lead = byte_at(text, at);
    if (lead < 0x80) {
        return {lead, 1};
    }
    std::size_t length = 0;
    std::uint32_t code_point = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2;
        code_point = lead & 0x1FU;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3;
        code_point = lead & 0x0FU;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4;
        code_point = lead & 0x07U;
    } else {
        return {};
    }
    if (text.size() - at < length) {
        return {};
    }
    for (std::size_t i = 1; i < length; ++i) {
        const std::uint8_t next = byte_at(text, at + i);
        if ((next & 0xC0U) != 0x80U) {
            return {};
        }
        code_point = (code_point << 6U) | (next & 0x3FU);
    }
    constexpr std::array<std::uint32_t, 5> kSmallestOfLength{0, 0, 0x80, 0x800, 0x10000};
    const bool surrogate = code_point >= 0xD800 && code_point <= 0xDFFF;
    if (code_point < kSmallestOfLength[length] || surrogate || code_point > kMaxCodePoint) {
        return {};
    }
    return {code_point, length};
}

std::size_t first_invalid_utf8(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        // Nearly all of a Russian plan.
        const std::uint8_t lead = byte_at(text, at);
        if (lead < 0x80) {
            ++at;
            continue;
        }
        if (lead >= 0xC2 && lead <= 0xDF && at + 1 < text.size() &&
            (byte_at(text, at + 1) & 0xC0U) == 0x80U) {
            at += 2;
            continue;
        }
        const std::size_t bytes = decode_utf8(text, at).bytes;
        if (bytes == 0) {
            return at;
        }
        at += bytes;
    }
    return at;
}

std::size_t count_code_points(std::string_view valid_utf8) {
    std::size_t count = 0;
    for (const char c : valid_utf8) {
        if ((static_cast<std::uint8_t>(c) & 0xC0U) != 0x80U) {
            ++count;
        }
    }
    return count;
}

std::string_view beginning_of(std::string_view valid_utf8, std::size_t code_points) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < code_points && bytes < valid_utf8.size(); ++i) {
        bytes += decode_utf8(valid_utf8, bytes).bytes;
    }
    return valid_utf8.substr(0, bytes);
}

char* put_utf8(char* to, std::uint32_t code_point) {
    const auto put = [&to](std::uint32_t byte) { *to++ = static_cast<char>(byte); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xC0U | (code_point >> 6U));
        put(0x80U | (code_point & 0x3FU));
    } else if (code_point < 0x10000) {
        put(0xE0U | (code_point >> 12U));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    } else {
        put(0xF0U | (code_point >> 18U));
        put(0x80U | ((code_point >> 12U) & 0x3FU));
        put(0x80U | ((code_point >> 6U) & 0x3FU));
        put(0x80U | (code_point & 0x3FU));
    }
    return to;
}

void append_utf8(std::string& out, std::uint32_t code_point) {
    std::array<char, kLongestCodePoint> bytes{};
    out.append(bytes.data(), put_utf8(bytes.data(), code_point));
}

} // namespace vekha
