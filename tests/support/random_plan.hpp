// Plans made by chance for property tests. The same seed gives the same plan on every machine: the
// numbers come from the engine alone, not from the library's distributions. Days lie in 2020 to
// 2022; every kind of period, state, part and override occurs, and so do spans that end before they
// start, reports that belong to nothing, and at times a baseline.
#pragma once

#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>

namespace vekha::test {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : m_engine(seed) {}
    // Takes its numbers from bytes that a fuzzer chose, and from the seed when these are used up.
    // The bytes must outlive it.
    Chance(std::span<const std::uint8_t> bytes, std::uint32_t seed)
        : m_engine(seed), m_bytes(bytes) {}
    // 0 up to count - 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t count) {
        return (m_bytes.empty() ? static_cast<std::uint32_t>(m_engine()) : from_bytes(count)) %
               count;
    }
    [[nodiscard]] bool percent(std::uint32_t share) { return below(100) < share; }
    [[nodiscard]] bool has_bytes() const { return !m_bytes.empty(); }

private:
    // Takes no more bytes than the numbers below `count` need: what a byte means should not depend
    // on many that stand before it.
    std::uint32_t from_bytes(std::uint32_t count) {
        std::uint32_t value = 0;
        for (std::uint32_t most = count - 1; most > 0 && !m_bytes.empty(); most >>= 8U) {
            value = (value << 8U) | m_bytes.front();
            m_bytes = m_bytes.subspan(1);
        }
        return value;
    }

    std::mt19937 m_engine;
    std::span<const std::uint8_t> m_bytes;
};

[[nodiscard]] Document random_plan(Chance& chance, std::size_t measures);

} // namespace vekha::test
