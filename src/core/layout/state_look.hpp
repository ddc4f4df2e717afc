// How a computed state looks: its two colours and its mark (look.md «Periods»: colour is never
// alone). Several states in one place show the one that asks for most attention.
#pragma once

#include "core/scene/scene.hpp"
#include "core/status/unit_status.hpp"

#include <cstdint>

namespace vekha {

struct StateLook {
    ColorRole fill = ColorRole::Planned;
    ColorRole deep = ColorRole::PlannedDeep;
    StateMark mark = StateMark::NotStarted;
    std::uint8_t urgency = 0; // of two looks in one place the higher one shows
    bool by_hand = false;     // its mark has a corner
    bool operator==(const StateLook&) const = default;
};

[[nodiscard]] StateLook look_of(const UnitStatus& status);

} // namespace vekha
