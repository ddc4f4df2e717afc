// Edits of the calendar of days off; see core/edit/edits.hpp for what all edits share. Lists of
// days stay in the order of the days; a year that says nothing any more goes.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"

namespace vekha {

// A day off becomes a working day and the other way round. Only a Saturday may become a working day
// against the week: a Sunday stays a day off. Transfers stay as they are written.
[[nodiscard]] Document toggle_day_off(const Document& document, Date date);

// Whether the law names the holidays of the year, as it has since 2013.
[[nodiscard]] bool has_public_holidays(int year);
// Whether the days that the government moved in that year are known here.
[[nodiscard]] bool has_known_transfers(int year);
// Adds the public holidays of the year (Labour Code of the Russian Federation, article 112), for
// one outside January that falls on a weekend the next day that is not off, and, where they are
// known, the days that the government moved (2021: decree 1648 of 10 October 2020). What the
// calendar says already stays, but no holiday is a working Saturday.
[[nodiscard]] Document add_public_holidays(const Document& document, int year);

// True when all Saturdays of the year are working days but those that are days off by name.
[[nodiscard]] bool has_six_day_weeks(const Document& document, int year);
// Makes it so; when it is so, no Saturday is a working day but those that the calendar moved from.
[[nodiscard]] Document toggle_six_day_weeks(const Document& document, int year);

} // namespace vekha
