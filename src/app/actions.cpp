#include "app/actions.hpp"

#include <utility>
#include <vector>

namespace vekha::app {

Action::Action(const Action& other) = default;
Action::Action(Action&& other) noexcept = default;
Action& Action::operator=(const Action& other) = default;
Action& Action::operator=(Action&& other) noexcept = default;
Action::~Action() = default;

ActionQueue::ActionQueue() = default;
ActionQueue::~ActionQueue() = default;

void ActionQueue::push(Action action) {
    m_actions.push_back(std::move(action));
}

std::vector<Action> ActionQueue::take() {
    return std::exchange(m_actions, {});
}

} // namespace vekha::app
