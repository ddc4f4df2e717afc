#include "core/edit/new_ids.hpp"

#include <cstdint>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr std::string_view kDigits = "0123456789abcdefghijklmnopqrstuvwxyz";
constexpr int kLength = 8;

// One step of the sequence «SplitMix64» (Steele, Lea, Flood 2014): any seed will do.
std::uint64_t step(std::uint64_t& state) {
    state += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

} // namespace

std::string NewIds::next(std::string_view prefix) {
    std::string id(prefix);
    id += '-';
    std::uint64_t chance = step(m_state);
    for (int i = 0; i < kLength; ++i) {
        id += kDigits[chance % kDigits.size()];
        chance /= kDigits.size();
    }
    return id;
}

} // namespace vekha
