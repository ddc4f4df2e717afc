#include "core/status/names.hpp"

#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <string_view>

namespace vekha {

std::string_view stored_state_name(StoredState state) {
    switch (state) {
    case StoredState::NotStarted:
        return "notStarted";
    case StoredState::InProgress:
        return "inProgress";
    case StoredState::Done:
        return "done";
    case StoredState::NotDone:
        return "notDone";
    case StoredState::Moved:
        return "moved";
    case StoredState::Cancelled:
        return "cancelled";
    }
    return {};
}

std::string_view computed_state_name(ComputedState state) {
    switch (state) {
    case ComputedState::Planned:
        return "planned";
    case ComputedState::Running:
        return "running";
    case ComputedState::InProgress:
        return "inProgress";
    case ComputedState::DueSoon:
        return "dueSoon";
    case ComputedState::Late:
        return "late";
    case ComputedState::Done:
        return "done";
    case ComputedState::NotDone:
        return "notDone";
    case ComputedState::Moved:
        return "moved";
    case ComputedState::Cancelled:
        return "cancelled";
    }
    return {};
}

std::string_view state_rule_name(StateRule rule) {
    switch (rule) {
    case StateRule::ReasonGiven:
        return "reasonGiven";
    case StateRule::DoneOnDate:
        return "doneOnDate";
    case StateRule::DoneDateUnknown:
        return "doneDateUnknown";
    case StateRule::DoneAfterDue:
        return "doneAfterDue";
    case StateRule::PastDue:
        return "pastDue";
    case StateRule::DueWithin:
        return "dueWithin";
    case StateRule::StartPassed:
        return "startPassed";
    case StateRule::Begun:
        return "begun";
    case StateRule::NotYet:
        return "notYet";
    }
    return {};
}

std::string_view zone_name(Zone zone) {
    switch (zone) {
    case Zone::Grey:
        return "grey";
    case Zone::Green:
        return "green";
    case Zone::Yellow:
        return "yellow";
    case Zone::Red:
        return "red";
    }
    return {};
}

std::string_view zone_rule_name(ZoneRule rule) {
    switch (rule) {
    case ZoneRule::NothingDue:
        return "nothingDue";
    case ZoneRule::OnPlan:
        return "onPlan";
    case ZoneRule::AnyLate:
        return "anyLate";
    case ZoneRule::BehindYellow:
        return "behindYellow";
    case ZoneRule::LateShare:
        return "lateShare";
    case ZoneRule::BehindRed:
        return "behindRed";
    }
    return {};
}

} // namespace vekha
