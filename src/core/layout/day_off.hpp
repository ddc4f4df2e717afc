// Days off for the shading of the time line: Saturdays and Sundays, corrected by the calendar of
// the plan (days off, working Saturdays, transferred days). A year that the calendar does not name
// has plain weekends.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"

namespace vekha {

[[nodiscard]] bool is_day_off(const Document& document, Date date);

} // namespace vekha
