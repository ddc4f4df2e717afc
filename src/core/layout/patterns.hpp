// Patterns with {names}, dates and Roman numbers, appended to a buffer so that a warm frame
// allocates nothing. A name that the pattern does not hold is ignored; a {name} without a value
// stays as it is, to be seen.
#pragma once

#include "core/calendar/date.hpp"

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

namespace vekha {

struct PatternValue {
    std::string_view name; // without braces
    std::string_view text;
};

void append_pattern(std::string& out, std::string_view pattern,
                    std::initializer_list<PatternValue> values);

enum class DateOrder : std::uint8_t { DayFirst, MonthFirst }; // 21.03.2021 or 03/21/2021
void append_date(std::string& out, Date date, DateOrder order);

// 1 to 4: what halves and quarters need.
[[nodiscard]] std::string_view roman_number(int number);

} // namespace vekha
