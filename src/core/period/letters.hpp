// A word as the reader of periods compares it: letters of one byte each, small, without marks (ё is
// е). Latin letters are their ASCII bytes, Cyrillic ones а to я are 0xE0 to 0xFF. Longer words are
// cut; none of the lexicon is so long.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vekha::reading {

using Letter = std::uint8_t;

inline constexpr Letter kFirstCyrillic = 0xE0;

// The letter of a small Cyrillic code point а to я.
[[nodiscard]] constexpr Letter letter_from_cyrillic(std::uint32_t code_point) {
    return static_cast<Letter>(code_point - 0x430U + kFirstCyrillic);
}

class Letters {
public:
    static constexpr std::size_t kLongest = 24;

    constexpr Letters() = default;
    // Small letters a to z and а to я in UTF-8, as the lexicon is written.
    explicit constexpr Letters(std::string_view utf8) {
        for (std::size_t at = 0; at < utf8.size(); ++at) {
            const auto lead = static_cast<std::uint8_t>(utf8[at]);
            if (lead < 0x80U) {
                add(lead);
            } else if (at + 1 < utf8.size()) {
                const auto second = static_cast<std::uint8_t>(utf8[++at]);
                add(letter_from_cyrillic(((lead & 0x1FU) << 6U) | (second & 0x3FU)));
            }
        }
    }

    constexpr void add(Letter letter) {
        if (m_size < kLongest) {
            m_letters[m_size++] = letter;
        }
    }
    [[nodiscard]] constexpr std::size_t size() const { return m_size; }
    [[nodiscard]] constexpr Letter operator[](std::size_t at) const { return m_letters[at]; }
    [[nodiscard]] constexpr Letters part(std::size_t from, std::size_t to) const {
        Letters result;
        for (std::size_t at = from; at < to; ++at) {
            result.add(m_letters[at]);
        }
        return result;
    }
    constexpr bool operator==(const Letters&) const = default;

private:
    std::array<Letter, kLongest> m_letters{};
    std::uint8_t m_size = 0;
};

} // namespace vekha::reading
