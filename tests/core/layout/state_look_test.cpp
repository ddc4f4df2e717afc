// No two states look alike: not by colour, and where they can be told apart without it, by mark.
#include "core/layout/state_look.hpp"

#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/status/unit_status.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <vector>

using namespace vekha; // NOLINT(google-build-using-namespace)

namespace {

StateLook look(ComputedState state, StoredState stored = StoredState::NotStarted) {
    UnitStatus status;
    status.state = state;
    status.stored = stored;
    return look_of(status);
}

} // namespace

TEST_CASE("states that ask for something differ by mark and by colour") {
    const std::vector<ComputedState> states{ComputedState::Planned, ComputedState::InProgress,
                                            ComputedState::DueSoon, ComputedState::Late,
                                            ComputedState::Done,    ComputedState::NotDone,
                                            ComputedState::Moved,   ComputedState::Cancelled};
    std::set<StateMark> marks;
    std::set<ColorRole> fills;
    std::set<ColorRole> deeps;
    std::set<int> urgencies;
    for (const ComputedState state : states) {
        marks.insert(look(state).mark);
        fills.insert(look(state).fill);
        deeps.insert(look(state).deep);
        urgencies.insert(look(state).urgency);
    }
    CHECK(marks.size() == states.size());
    CHECK(fills.size() == states.size());
    CHECK(deeps.size() == states.size());
    CHECK(urgencies.size() == states.size());
}

TEST_CASE("work that runs by date is marked as begun only when somebody began") {
    CHECK(look(ComputedState::Running).mark == StateMark::NotStarted);
    CHECK_FALSE(look(ComputedState::Running).marked);
    CHECK(look(ComputedState::Running, StoredState::InProgress).mark == StateMark::InProgress);
    CHECK(look(ComputedState::Running, StoredState::InProgress).marked);
}

TEST_CASE("late is the most urgent look") {
    for (std::size_t i = 0; i < kComputedStateCount; ++i) {
        const auto state = static_cast<ComputedState>(i);
        if (state != ComputedState::Late) {
            CHECK(look(state).urgency < look(ComputedState::Late).urgency);
        }
    }
}
