// No two states look alike: not by colour, and where they can be told apart without it, by mark.
#include "core/layout/state_look.hpp"

#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <vector>

namespace vekha::state_look_test {
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

TEST_CASE("work that runs by date looks and reads as begun only when somebody began") {
    CHECK(look(ComputedState::Running).mark == StateMark::Running);
    CHECK(look(ComputedState::Running, StoredState::InProgress) == look(ComputedState::InProgress));
    UnitStatus status;
    status.state = ComputedState::Running;
    CHECK(shown_state(status) == ComputedState::Running);
    status.stored = StoredState::InProgress;
    CHECK(shown_state(status) == ComputedState::InProgress);
}

TEST_CASE("the numbers of what is shown add up to those of what is computed") {
    GroupFigures figures;
    figures.by_state[static_cast<std::size_t>(ComputedState::Running)] = {7, 2};
    figures.by_state[static_cast<std::size_t>(ComputedState::InProgress)] = {3, 1};
    figures.running_begun = {5, 1};
    CHECK(shown_tally(figures, ComputedState::Running) == Tally{2, 1});
    CHECK(shown_tally(figures, ComputedState::InProgress) == Tally{8, 2});
    CHECK(shown_tally(figures, ComputedState::Done) == Tally{});
}

TEST_CASE("late is the most urgent look") {
    for (std::size_t i = 0; i < kComputedStateCount; ++i) {
        const auto state = static_cast<ComputedState>(i);
        if (state != ComputedState::Late) {
            CHECK(look(state).urgency < look(ComputedState::Late).urgency);
        }
    }
}

} // namespace vekha::state_look_test
