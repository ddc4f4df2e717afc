// Figures of a group of measures (a section, a body, the plan) on the as-of date: counts, shares,
// zone, curves. Source of the rules: states.md, section 4. Shares and progress are in percent, 0 to
// 100; none means that there is nothing to divide by. Works on states that are already computed;
// nothing fails.
//
// Readings where the rules leave a question:
// - The units of a group are measures. Cancelled and moved ones are counted by state and stand
// outside every
//   denominator: share done, progress, late share, plan share, curves. A red light must not come
//   from a cancelled row.
// - Grey comes after red and yellow: a late occurrence of a measure that is due later is still
// late. "Nothing due"
//   looks at the parts of derived measures too.
// - The done curve has the done days that are known; a derived measure is done on the day of its
// last part. It ends
//   at A. The forecast's pace is the number of done days in the 60 days that end with A, divided by
//   60; it is given when at least 3 done days are known up to A.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/unit_status.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

// A number that says how many of its units have a period that somebody still has to look at.
struct Tally {
    std::size_t count = 0;
    std::size_t in_review = 0;
    bool operator==(const Tally&) const = default;
};

enum class ZoneRule : std::uint8_t {
    NothingDue,   // grey
    OnPlan,       // green
    AnyLate,      // yellow
    BehindYellow, // yellow: `behind_points`
    LateShare,    // red: `late_share_percent`
    BehindRed,    // red: `behind_points`
};

struct ZoneOverride {
    Zone zone = Zone::Grey;
    std::string reason;
    std::string by;
    std::optional<Date> date;
    bool operator==(const ZoneOverride&) const = default;
};

struct ZoneFigure {
    Zone computed = Zone::Grey;
    ZoneRule rule = ZoneRule::NothingDue; // of the computed zone
    double late_share_percent = 0.0;
    double behind_points = 0.0; // plan share minus progress; negative: ahead of the plan
    std::optional<ZoneOverride> overridden;
    [[nodiscard]] Zone zone() const { return overridden ? overridden->zone : computed; }
    bool operator==(const ZoneFigure&) const = default;
};

struct CurvePoint {
    Date day;
    std::size_t total = 0; // units up to this day, this day included
    bool operator==(const CurvePoint&) const = default;
};

// One point for each day on which the number grows.
using Curve = std::vector<CurvePoint>;
[[nodiscard]] std::size_t curve_value_at(const Curve& curve, Date day);

struct Forecast {
    CurvePoint from;              // A and the done curve's value there
    double units_per_day = 0.0;   //
    std::optional<Date> finished; // first day on which all units that count would be done
    bool operator==(const Forecast&) const = default;
};

struct GroupFigures {
    Tally all;
    std::array<Tally, kComputedStateCount> by_state{};
    Tally counting;      // the denominator
    Tally dated;         // of these, with a due day
    Tally due_by_as_of;  // of these, with D <= A
    Tally running_begun; // of those that run, in progress
    Tally not_begun_in_time;
    Tally no_term;
    Tally done_after_due;
    Tally overridden;
    std::optional<double> share_done_percent;
    std::optional<double> progress_percent;
    std::optional<double> plan_share_percent;
    ZoneFigure zone;
    Curve planned;
    Curve done;
    std::optional<Forecast> forecast;
    [[nodiscard]] const Tally& in_state(ComputedState state) const {
        return by_state[static_cast<std::size_t>(state)];
    }
    bool operator==(const GroupFigures&) const = default;
};

// How many show as this state (shown_state).
[[nodiscard]] Tally shown_tally(const GroupFigures& figures, ComputedState shown);

// All but the curves and the forecast, which take time to sort.
[[nodiscard]] GroupFigures group_counts(const std::vector<const MeasureStatus*>& measures,
                                        Date as_of, const Thresholds& thresholds);
// `zone_override`: the one set by hand for this group, or none.
[[nodiscard]] GroupFigures group_figures(const std::vector<const MeasureStatus*>& measures,
                                         Date as_of, const Thresholds& thresholds,
                                         const Override* zone_override);

} // namespace vekha
