// From the bytes of a file to UTF-8 text: byte order marks, UTF-16, Windows-1251 on consent, and
// the check that the bytes are text at all. It knows nothing of JSON. Limits of the size belong to
// the reader.
#pragma once

#include "core/base/result.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vekha {

enum class SourceEncoding : std::uint8_t { Utf8, Utf16, Windows1251 };

// UTF-8 text; a view of the given bytes when nothing had to be converted.
class SourceText {
public:
    SourceText(std::string_view bytes, std::size_t start)
        : m_storage(bytes), m_encoding(SourceEncoding::Utf8), m_start(start) {}
    SourceText(std::string converted, SourceEncoding encoding)
        : m_storage(std::move(converted)), m_encoding(encoding) {}

    [[nodiscard]] std::string_view text() const {
        const auto* view = std::get_if<std::string_view>(&m_storage);
        return view != nullptr ? *view : *std::get_if<std::string>(&m_storage);
    }
    [[nodiscard]] SourceEncoding encoding() const { return m_encoding; }
    // Where the text begins, behind a byte order mark.
    [[nodiscard]] std::size_t start() const { return m_start; }

private:
    std::variant<std::string_view, std::string> m_storage;
    SourceEncoding m_encoding;
    std::size_t m_start = 0;
};

// The first place that is not text. `readable` is what the position is counted in: the bytes
// themselves, or the converted text so far, whose end is the place.
struct EncodingError {
    SourceEncoding encoding = SourceEncoding::Utf8; // what the bytes were taken for
    std::string readable;                           // of UTF-16 only
    std::size_t offset = 0;                         // in the bytes, or in `readable`
    std::uint32_t found = 0;                        // the byte, or the UTF-16 unit
};

// UTF-8 with or without a mark, or UTF-16 with one.
[[nodiscard]] Result<SourceText, EncodingError> decode_source(std::string_view bytes);

// Bytes that are no UTF-8 but read as Russian words in Windows-1251.
[[nodiscard]] bool looks_like_windows_1251(std::string_view bytes);
// Any bytes have a reading; 0x98, which the code page leaves empty, becomes U+0098.
[[nodiscard]] std::string utf8_from_windows_1251(std::string_view bytes);

} // namespace vekha
