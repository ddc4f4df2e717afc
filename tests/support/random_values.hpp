// Values made by chance for edits: mostly such as a person would give, at times such as are
// refused.
#pragma once

#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/period.hpp"
#include "tests/support/random_plan.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace vekha::test {

// Of a list of things with ids; mostly one that is there.
template <class List>
[[nodiscard]] auto some_id(const List& list, Chance& chance) -> decltype(list[0].id) {
    if (list.empty() || chance.percent(3)) {
        return {chance.percent(50) ? "missing" : ""};
    }
    return list[chance.below(static_cast<std::uint32_t>(list.size()))].id;
}

// A value in half of the cases: the other half was not touched.
template <class T>
[[nodiscard]] std::optional<T> perhaps(Chance& chance, T value) {
    return chance.percent(50) ? std::optional<T>(std::move(value)) : std::nullopt;
}

[[nodiscard]] Date some_day(Chance& chance);
[[nodiscard]] std::optional<Date> day_or_none(Chance& chance);
[[nodiscard]] std::string some_text(Chance& chance);
[[nodiscard]] Period some_period(Chance& chance);
[[nodiscard]] ProgressChange some_progress(Chance& chance);

} // namespace vekha::test
