// Days off: Saturdays and Sundays, corrected by the calendar of the plan (days off, working
// Saturdays, transferred days). A year that the calendar does not name has plain weekends. A due
// day that is a day off is said, and never moved.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"

#include <vector>

namespace vekha {

[[nodiscard]] bool is_day_off(const Document& document, Date date);

// The due days that the period names as days (not as months or years) and that are days off.
[[nodiscard]] std::vector<Date> due_days_off(const Document& document, const Measure& measure);

} // namespace vekha
