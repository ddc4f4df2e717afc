// States and figures as one line of text, so that a test compares whole values and a failure can be
// read. Members that hold their default are left out.
#pragma once

#include "core/status/measure_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <optional>
#include <string>

namespace vekha::test {

// "late 14 (pastDue) inProgress .. 2021-04-15": state and its days, rule, stored state, start and
// due day; then "done DAY", the hints and "reason TEXT" where there are any.
[[nodiscard]] std::string text_of(const UnitStatus& status);

// The above, the percent, and where there are parts "parts done/counting of all, N late, N soon";
// where it was set by hand "instead of STATE"; "review" where somebody has to look.
[[nodiscard]] std::string text_of(const MeasureStatus& measure);

// "red lateShare" and, when set by hand, "set green: REASON".
[[nodiscard]] std::string text_of(const ZoneFigure& zone);

// "2021-01-31=1 2021-02-28=3"
[[nodiscard]] std::string text_of(const Curve& curve);

// A share with two decimals, or "none".
[[nodiscard]] std::string text_of_percent(const std::optional<double>& percent);

} // namespace vekha::test
