#include "core/layout/state_look.hpp"

#include "core/scene/scene.hpp"
#include "core/status/unit_status.hpp"

namespace vekha {

namespace {

StateLook look_of(ComputedState state) {
    using enum ColorRole;
    switch (state) {
    case ComputedState::Planned:
        return {Planned, PlannedDeep, StateMark::NotStarted, 3};
    case ComputedState::Running:
        return {Running, RunningDeep, StateMark::Running, 4};
    case ComputedState::InProgress:
        return {Running, RunningDeep, StateMark::InProgress, 5};
    case ComputedState::DueSoon:
        return {DueSoon, DueSoonDeep, StateMark::DueSoon, 6};
    case ComputedState::Late:
        return {Late, LateDeep, StateMark::Late, 8};
    case ComputedState::Done:
        return {Done, DoneDeep, StateMark::Done, 2};
    case ComputedState::NotDone:
        return {NotDone, NotDoneDeep, StateMark::NotDone, 7};
    case ComputedState::Moved:
        return {Moved, MovedDeep, StateMark::Moved, 1};
    case ComputedState::Cancelled:
        return {Cancelled, CancelledDeep, StateMark::Cancelled, 0};
    }
    return {};
}

} // namespace

StateLook look_of(const UnitStatus& status) {
    StateLook look = look_of(shown_state(status));
    look.by_hand = status.hints.set_by_hand;
    return look;
}

} // namespace vekha
