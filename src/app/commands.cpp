#include "app/commands.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/command_needs.hpp"
#include "app/command_table.hpp"
#include "app/state.hpp"

#include <optional>
#include <utility>

namespace vekha::app {

namespace {

// Something lies over the page and has to be answered or closed first.
bool is_blocked(const AppState& state) {
    return state.session.asks() || state.session.refused.has_value();
}

// The keys that lead along the cells and into them mean something else while a period is moved.
std::optional<Action> moving_action(Command command) {
    switch (command) {
    case Command::Fold:
        return act::StepMoving{PeriodHandle::Body, -1};
    case Command::Unfold:
        return act::StepMoving{PeriodHandle::Body, 1};
    case Command::EditCell:
        return act::KeepPeriod{};
    default:
        return std::nullopt;
    }
}

// What else goes on meanwhile: all that changes no row and selects none.
bool goes_while_moving(Command command) {
    const CommandGroup group = command_group(command);
    return moving_action(command) || command == Command::MovePeriod ||
           command == Command::LengthenPeriod || command == Command::ShortenPeriod ||
           group == CommandGroup::Time || group == CommandGroup::Look ||
           group == CommandGroup::Help;
}

// What goes on while the plan book is open: each change there can be undone there.
bool goes_in_book(const AppState& state, Command command) {
    return std::holds_alternative<BookQuestion>(state.session.question) &&
           (command == Command::Undo || command == Command::Redo || command == Command::Save);
}

Availability something_open(const AppState& state) {
    const Session& session = state.session;
    const bool over = is_blocked(state) || session.field || session.moving ||
                      !session.held_row.empty() || shown_message(session);
    const bool back = state.screen == Screen::Start && state.plan;
    const bool shown =
        state.screen == Screen::Roadmap && (!session.selection.empty() || session.tray_open ||
                                            filter_is_open(state) || is_picking(state));
    return when(over || back || shown, "why.nothingOpen"_key);
}

} // namespace

TextKey command_label(Command command) {
    return command_entry(command).label;
}

TextKey command_words(Command command) {
    return command_entry(command).words;
}

CommandGroup command_group(Command command) {
    return command_entry(command).group;
}

TextKey group_title(CommandGroup group) {
    switch (group) {
    case CommandGroup::Plan:
        return "commands.plan"_key;
    case CommandGroup::Edit:
        return "commands.edit"_key;
    case CommandGroup::Progress:
        return "commands.progress"_key;
    case CommandGroup::Find:
        return "commands.find"_key;
    case CommandGroup::Rows:
        return "commands.rows"_key;
    case CommandGroup::Time:
        return "commands.time"_key;
    case CommandGroup::Look:
        return "commands.look"_key;
    case CommandGroup::Help:
        return "commands.help"_key;
    }
    return {};
}

Availability command_availability(const AppState& state, Command command) {
    if (command_entry(command).need == Need::SomethingOpen) {
        return something_open(state);
    }
    return is_blocked(state) && !goes_in_book(state, command)
               ? Availability{false, "why.blocked"_key}
               : availability_behind(state, command);
}

Availability availability_behind(const AppState& state, Command command) {
    const Need need = command_entry(command).need;
    switch (need) {
    case Need::Nothing:
        return {};
    case Need::OtherScreen:
        return when(state.screen != Screen::Start, "why.alreadyThere"_key);
    case Need::SeveralPlans:
        return when(plan_count(state) > 1, "why.onePlan"_key);
    case Need::LargerScale:
        return when(state.view.scale_percent < kScalePercents.back(), "why.largestScale"_key);
    case Need::SmallerScale:
        return when(state.view.scale_percent > kScalePercents.front(), "why.smallestScale"_key);
    default:
        break;
    }
    if (!state.plan || state.screen != Screen::Roadmap) {
        return {false, "why.noPlan"_key};
    }
    if (state.session.moving && !goes_while_moving(command)) {
        return {false, "why.moving"_key};
    }
    return plan_availability(state, *state.plan, need);
}

std::optional<bool> command_is_on(const AppState& state, Command command) {
    const auto is_on = command_entry(command).is_on;
    return is_on == nullptr ? std::nullopt : std::optional(is_on(state));
}

Action command_action(const AppState& state, Command command) {
    return command_entry(command).action(state);
}

Action key_action(const AppState& state, Command command) {
    if (moves_by_keys(state)) {
        if (std::optional<Action> action = moving_action(command)) {
            return *std::move(action);
        }
    }
    return command_action(state, command);
}

} // namespace vekha::app
