// The parts of a measure that derive its state, each with a state of its own: reported sub-items,
// occurrences and marks, and beside them what nobody has reported yet. The rules stand in
// core/status/measure_status.hpp.
#pragma once

#include "core/status/measure_status.hpp"
#include "core/status/report_index.hpp"
#include "core/status/unit_status.hpp"

#include <vector>

namespace vekha {

struct MeasureParts {
    std::vector<PartStatus> parts;
    bool needs_review = false; // the period of a part has to be looked at
};

[[nodiscard]] MeasureParts measure_parts(const Document& document, const ReportIndex& index,
                                         const Measure& measure, const StatusSettings& settings);

} // namespace vekha
