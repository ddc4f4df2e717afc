#include "core/layout/state_look.hpp"

#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/status/unit_status.hpp"

namespace vekha {

StateLook look_of(const UnitStatus& status) {
    using enum ColorRole;
    const bool begun = status.stored == StoredState::InProgress;
    switch (status.state) {
    case ComputedState::Planned:
        return {Planned, PlannedDeep, StateMark::NotStarted, false, 3};
    case ComputedState::Running:
        return {Running, RunningDeep, begun ? StateMark::InProgress : StateMark::NotStarted, begun,
                4};
    case ComputedState::InProgress:
        return {Running, RunningDeep, StateMark::InProgress, true, 5};
    case ComputedState::DueSoon:
        return {DueSoon, DueSoonDeep, StateMark::DueSoon, true, 6};
    case ComputedState::Late:
        return {Late, LateDeep, StateMark::Late, true, 8};
    case ComputedState::Done:
        return {Done, DoneDeep, StateMark::Done, true, 2};
    case ComputedState::NotDone:
        return {NotDone, NotDoneDeep, StateMark::NotDone, true, 7};
    case ComputedState::Moved:
        return {Moved, MovedDeep, StateMark::Moved, true, 1};
    case ComputedState::Cancelled:
        return {Cancelled, CancelledDeep, StateMark::Cancelled, true, 0};
    }
    return {};
}

} // namespace vekha
