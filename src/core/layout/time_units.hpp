// TimeUnit: the units of the two header rows over the time line, their borders, and which two are
// shown at a scale. Weeks begin on Monday, half years and quarters with their calendar months, five
// years and decades with a year that they divide. Pure integer arithmetic on civil dates; borders
// outside the years 0 to 9999 are cut to them.
#pragma once

#include "core/calendar/date.hpp"

#include <cstdint>

namespace vekha {

enum class TimeUnit : std::uint8_t { Day, Week, Month, Quarter, Half, Year, FiveYears, Decade };

[[nodiscard]] Date unit_start(Date date,
                              TimeUnit unit); // first day of the unit that holds the date
[[nodiscard]] Date
unit_after(Date start, TimeUnit unit); // first day of the unit after the one that begins at `start`

struct HeaderUnits {
    TimeUnit upper = TimeUnit::Year;
    TimeUnit lower = TimeUnit::Month;
    bool operator==(const HeaderUnits&) const = default;
};
// The finest lower unit whose number still fits, and the unit above that gives it its context.
[[nodiscard]] HeaderUnits header_units(double px_per_day);

// ISO 8601: week 1 holds the year's first Thursday.
[[nodiscard]] int iso_week(Date date);

} // namespace vekha
