// Plans made by chance for property tests. The same seed gives the same plan on every machine: the
// numbers come from the engine alone, not from the library's distributions. Days lie in 2020 to
// 2022; every kind of period, state, part and override occurs, and so do spans that end before they
// start, reports that belong to nothing, and at times a baseline.
#pragma once

#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <random>

namespace vekha::test {

class Chance {
public:
    explicit Chance(std::uint32_t seed) : m_engine(seed) {}
    // 0 up to count - 1.
    [[nodiscard]] std::uint32_t below(std::uint32_t count) {
        return static_cast<std::uint32_t>(m_engine()) % count;
    }
    [[nodiscard]] bool percent(std::uint32_t share) { return below(100) < share; }

private:
    std::mt19937 m_engine;
};

[[nodiscard]] Document random_plan(Chance& chance, std::size_t measures);

} // namespace vekha::test
