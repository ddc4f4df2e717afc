// The state of a measure on the as-of date: its own stored one, or derived from its parts
// (occurrences, marks, sub-items), or set over the derived one by a person. Source of the rules:
// states.md, section 4. `counts` and `percent` are what the words «12 of 13» and «33 %» are made
// of. Nothing fails.
//
// Readings where the rules leave a question:
// - Parts derive as soon as one of their kind is reported. Then all of that kind count: a span, a
// school or a sub-item
//   without a report is not started ("3 of 12 meetings held" is not done after three). Spans
//   without a report count for the kinds several and recurring only.
// - Marks count for schools of the plan that the measure applies to; of two marks for one school
// the later in the
//   file holds. A mark for a municipality names no school and always counts. A mark has the
//   measure's S and D, a sub-item its own ones or, without a period, the measure's.
// - Cancelled and moved parts count neither in the state nor in the percent. Without any other part
// the measure is
//   cancelled when all are, else moved.
// - Not late and not due soon: done when all parts that count are; in progress when any is done or
// in progress; not
//   done when all are not done; running when one of them runs by its dates; else planned.
// - Late and due soon name the part that is worst off: most days late, fewest days left. Else the
// due day shown is the
//   next one that is open; `plan.due` stays the due day of the whole measure, which curves and the
//   plan share use. Where the period has no day at all, the first and the last one of the parts
//   stand in.
// - An override takes the place of the derived state and then goes through the same table with the
// measure's own S
//   and D: work that is in progress past its due day stays late. It keeps the derived percent
//   unless it says done or not started. Without a reason it does not hold; of two the later in the
//   file holds.
// - A stored state beside parts is ignored: to say otherwise is what the override is for.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/report_index.hpp"
#include "core/status/unit_status.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

enum class PartKind : std::uint8_t { Item, Occurrence, Mark };

struct PartStatus {
    PartKind kind = PartKind::Item;
    // Where the report stands: measure.items, document.occurrences, document.marks. None: nothing
    // is reported.
    std::optional<std::size_t> index;
    std::size_t units = 1; // all schools without a mark share one entry
    int percent = 0;
    UnitStatus status;
    bool operator==(const PartStatus&) const = default;
};

// Units, not entries; cancelled and moved ones only in `all`.
struct PartCounts {
    std::size_t all = 0;
    std::size_t counting = 0;
    std::size_t done = 0;
    std::size_t late = 0;
    std::size_t due_soon = 0;
    bool operator==(const PartCounts&) const = default;
};

struct AppliedOverride {
    UnitStatus without; // what would show if nobody had set it by hand
    std::string by;
    std::optional<Date> date;
    bool operator==(const AppliedOverride&) const = default;
};

struct MeasureStatus {
    UnitStatus status;
    StartAndDue plan;     // of the whole measure
    double percent = 0.0; // mean of the parts that count
    bool needs_review = false;
    std::vector<PartStatus>
        parts; // empty: not derived. Items, occurrences, marks, each in the order of the file
    PartCounts counts;
    std::optional<AppliedOverride> overridden;
    [[nodiscard]] bool derived() const { return !parts.empty(); }
    bool operator==(const MeasureStatus&) const = default;
};

[[nodiscard]] MeasureStatus measure_status(const Document& document, const ReportIndex& index,
                                           const Measure& measure, const StatusSettings& settings);

} // namespace vekha
