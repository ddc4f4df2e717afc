#include "core/model/day_off.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <vector>

namespace vekha {

bool is_day_off(const Document& document, Date date) {
    bool off = is_weekend(date);
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

std::vector<Date> due_days_off(const Document& document, const Measure& measure) {
    std::vector<Date> days;
    if (measure.period.precision != Precision::Day) {
        return days;
    }
    for (const PeriodSpan& span : measure.period.spans) {
        if (span.days.to && is_day_off(document, *span.days.to)) {
            days.push_back(*span.days.to);
        }
    }
    return days;
}

} // namespace vekha
