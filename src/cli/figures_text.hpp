// The figures of a plan as JSON, members always in the same order, for scripts and checks:
//   plan, asOf, thresholds, total, sections, outsideSections, parties, withoutParty,
//   partyLinesOverlap, measures.
// A group (total, each section and party) has tallies { count, inReview } by name, shares in
// percent or null, zone, and curves. Days are ISO texts or null; states, rules and zones are the
// names of core/status/names.hpp.
#pragma once

#include "core/model/document.hpp"
#include "core/status/plan_status.hpp"

#include <string>

namespace vekha::cli {

[[nodiscard]] std::string figures_text(const Document& document, const PlanStatus& status);

} // namespace vekha::cli
