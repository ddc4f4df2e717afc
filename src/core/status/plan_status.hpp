// Everything that is computed about a document on one as-of date: the state of each measure, and
// the figures of the plan, of its sections and of its bodies. O(n log n) in the size of the
// document; whoever shows it keeps it for as long as revision and as-of date stay. Source of the
// rules: states.md.
//
// Readings where the rules leave a question:
// - A section's figures hold its own measures and those of the sections inside it. A measure whose
// section does not
//   exist counts as outside all sections.
// - A body that a measure names twice counts it once; a measure that names no body of the plan is
// in `without_party`.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"

#include <vector>

namespace vekha {

struct PlanStatus {
    Date as_of;
    Thresholds thresholds;               // those that held
    std::vector<MeasureStatus> measures; // by index of document.measures
    GroupFigures total;
    std::vector<GroupFigures> sections; // by index of document.sections
    GroupFigures outside_sections;
    std::vector<GroupFigures> parties; // by index of document.parties
    GroupFigures without_party;
    bool party_lines_overlap =
        false; // a measure with several bodies counts in each line: lines do not add up
    bool operator==(const PlanStatus&) const = default;
};

[[nodiscard]] PlanStatus compute_plan_status(const Document& document, Date as_of);

} // namespace vekha
