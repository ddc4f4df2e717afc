// What has to be done soon, and what should have been: an agenda of some weeks from the as-of date,
// over one or several plans.
// A week begins on Monday. A measure that is reported in parts (meetings, schools, sub-items), or
// that has several days, stands in it once for each day that one of them is due; what is done, not
// done, moved or cancelled does not. Of the parts only those of the person count; where somebody
// set the whole state by hand, the whole. Of equal days the first plan comes first. O(n log n);
// nothing fails.
#pragma once

#include "core/calendar/date.hpp"
#include "core/find/mine.hpp"
#include "core/model/document.hpp"
#include "core/status/plan_status.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vekha {

inline constexpr std::size_t kAgendaWeeks = 4; // with the one that holds the as-of date

struct AgendaPlan {
    const Document* document = nullptr;
    const PlanStatus* status = nullptr; // on the as-of date of the agenda
};

struct AgendaEntry {
    std::uint32_t plan = 0;    // index of the plans
    std::uint32_t measure = 0; // index of its document.measures
    Date due;
    bool operator==(const AgendaEntry&) const = default;
};

struct AgendaWeek {
    Date from; // the as-of date, or a Monday
    Date to;   // Sunday
    std::vector<AgendaEntry> entries;
};

struct Agenda {
    std::vector<AgendaEntry> late; // the earliest first
    std::vector<AgendaWeek> weeks; // kAgendaWeeks of them, empty ones too
};

[[nodiscard]] Agenda make_agenda(Date as_of, std::span<const AgendaPlan> plans,
                                 const Person& person);

} // namespace vekha
