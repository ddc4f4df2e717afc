// The single times of something that repeats, inside the days it repeats in, and the RFC 5545 rule
// that says the same where there is one.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/fill_years.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"

#include <string>
#include <vector>

namespace vekha::reading {

struct Occurrences {
    std::vector<Span> spans;
    std::string rule; // empty where RFC 5545 has none
    Precision precision = Precision::None;
};

// 0 for units that are no whole months.
[[nodiscard]] int months_of(Unit unit);

// What cannot be told for certain becomes a doubt of `found`.
[[nodiscard]] Occurrences occurrences_of(Findings& found, const Repetition& what,
                                         const PlanYears& plan);

} // namespace vekha::reading
