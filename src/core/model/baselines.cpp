#include "core/model/baselines.hpp"

#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"

#include <cstdint>

namespace vekha {

std::uint32_t newest_baseline(const Document& document) {
    std::uint32_t newest = kNoIndex;
    std::uint32_t index = 0;
    for (const Baseline& baseline : document.baselines) {
        // An empty optional is less than any date.
        if (newest == kNoIndex || baseline.date >= document.baselines[newest].date) {
            newest = index;
        }
        ++index;
    }
    return newest;
}

} // namespace vekha
