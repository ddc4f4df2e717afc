// How a period follows a hand: what it is when a part of it (core/model/period_handles.hpp) was
// moved. A period moves in steps of its own precision: one known to the month moves by months
// and stays known to the month. Whoever moves a period has decided when it is, so it counts as set
// by hand and needs no review; the words of the source stay. Pure; dates are inclusive days.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"

#include <cstdint>

namespace vekha {

// By so many steps, later or (negative) earlier. An end never passes its other end. A day that is
// made longer is a range, a month too; the recurrence keeps its words, but its rule holds no more.
// The same period when it has no such handle.
[[nodiscard]] Period moved_period(const Period& period, const PeriodGrip& grip, int steps);

// The steps that bring the handle nearest to where it would be so many days later.
[[nodiscard]] int steps_for_days(const Period& period, const PeriodGrip& grip, int days);

enum class ShiftUnit : std::uint8_t { Days, Months, Years };
struct PeriodShift {
    ShiftUnit unit = ShiftUnit::Days;
    int count = 0;
};
// All of it, whatever its kind; the end of a month stays the end of a month where whole months are
// shifted. What counts from an event moves with the event only.
[[nodiscard]] Period shifted_period(const Period& period, const PeriodShift& shift);

// What somebody draws where nothing was: from one day to the other, in whichever order, in whole
// units of that precision.
[[nodiscard]] Period drawn_period(Date one, Date other, Precision precision);

} // namespace vekha
