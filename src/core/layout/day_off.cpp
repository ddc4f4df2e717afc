#include "core/layout/day_off.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"

#include <algorithm>

namespace vekha {

bool is_day_off(const Document& document, Date date) {
    bool off = date.weekday() >= Weekday::Saturday;
    // A transfer may cross the turn of a year, so every year of the calendar is asked.
    for (const CalendarYear& year : document.calendar) {
        for (const TransferredDay& transfer : year.transferred) {
            off = (off || transfer.to == date) && transfer.from != date;
        }
        if (std::find(year.days_off.begin(), year.days_off.end(), date) != year.days_off.end()) {
            off = true;
        }
        const auto& working = year.working_saturdays;
        if (std::find(working.begin(), working.end(), date) != working.end()) {
            off = false;
        }
    }
    return off;
}

} // namespace vekha
