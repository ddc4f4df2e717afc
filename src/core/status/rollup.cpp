#include "core/status/rollup.hpp"

#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr std::int32_t kPaceDays = 60;
constexpr std::size_t kFewestDoneDatesOfForecast = 3;
// Means of thirds do not come out even: a difference that is smaller than this is none.
constexpr double kRoundingPoints = 1e-9;

void add_to(Tally& tally, const MeasureStatus& measure) {
    ++tally.count;
    tally.in_review += measure.needs_review ? 1U : 0U;
}

std::optional<double> percent_of(std::size_t part, std::size_t whole) {
    if (whole == 0) {
        return std::nullopt;
    }
    return 100.0 * static_cast<double>(part) / static_cast<double>(whole);
}

bool has_part_due(const MeasureStatus& measure, Date as_of) {
    return std::any_of(measure.parts.begin(), measure.parts.end(), [as_of](const PartStatus& part) {
        return counts_in_figures(part.status.state) && part.status.due && *part.status.due <= as_of;
    });
}

bool exceeds(double value, double limit) {
    return value > limit + kRoundingPoints;
}

ZoneFigure zone_of(const GroupFigures& figures, bool anything_due, const Thresholds& thresholds) {
    ZoneFigure result;
    const std::size_t late = figures.in_state(ComputedState::Late).count;
    result.late_share_percent = percent_of(late, figures.counting.count).value_or(0.0);
    if (figures.plan_share_percent && figures.progress_percent) {
        result.behind_points = *figures.plan_share_percent - *figures.progress_percent;
    }
    const auto set = [&result](Zone zone, ZoneRule rule) {
        result.computed = zone;
        result.rule = rule;
    };
    if (exceeds(result.late_share_percent, thresholds.red_late_share_percent)) {
        set(Zone::Red, ZoneRule::LateShare);
    } else if (exceeds(result.behind_points, thresholds.red_behind_points)) {
        set(Zone::Red, ZoneRule::BehindRed);
    } else if (late > 0) {
        set(Zone::Yellow, ZoneRule::AnyLate);
    } else if (exceeds(result.behind_points, thresholds.yellow_behind_points)) {
        set(Zone::Yellow, ZoneRule::BehindYellow);
    } else if (anything_due) {
        set(Zone::Green, ZoneRule::OnPlan);
    }
    return result;
}

// Of many days that lie close together, as those of a plan do: counted day by day.
Curve curve_of_close(const std::vector<Date>& days, Date first, std::size_t range) {
    std::vector<std::uint32_t> counts(range);
    for (const Date day : days) {
        ++counts[static_cast<std::size_t>(day.serial() - first.serial())];
    }
    Curve curve;
    std::size_t total = 0;
    for (std::size_t i = 0; i < range; ++i) {
        if (counts[i] > 0) {
            total += counts[i];
            curve.push_back({first.plus_days(static_cast<std::int32_t>(i)), total});
        }
    }
    return curve;
}

Curve curve_of(std::vector<Date> days) {
    constexpr std::size_t kCloseDays = 16; // for each of them
    if (!days.empty()) {
        const auto [first, last] = std::minmax_element(days.begin(), days.end());
        const auto range = static_cast<std::size_t>(last->serial() - first->serial()) + 1;
        if (range <= kCloseDays * days.size()) {
            return curve_of_close(days, *first, range);
        }
    }
    sort_items(days);
    Curve curve;
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (i + 1 == days.size() || days[i] != days[i + 1]) {
            curve.push_back({days[i], i + 1});
        }
    }
    return curve;
}

std::optional<Date> finish_day(Date as_of, std::size_t remaining, std::size_t done_in_window) {
    if (remaining == 0) {
        return as_of;
    }
    if (done_in_window == 0) {
        return std::nullopt;
    }
    const std::uint64_t work = std::uint64_t{remaining} * kPaceDays;
    const std::uint64_t days = (work + done_in_window - 1) / done_in_window;
    // At most 2^32 units in 60 days: far from the end of 64 bits.
    return day_in_calendar(std::int64_t{as_of.serial()} + static_cast<std::int64_t>(days));
}

std::optional<Forecast> forecast_of(const GroupFigures& figures, Date as_of) {
    const std::size_t known = curve_value_at(figures.done, as_of);
    if (known < kFewestDoneDatesOfForecast) {
        return std::nullopt;
    }
    const std::size_t in_window = known - curve_value_at(figures.done, as_of.plus_days(-kPaceDays));
    const std::size_t done = figures.in_state(ComputedState::Done).count;
    Forecast forecast;
    forecast.from = {as_of, known};
    forecast.units_per_day = static_cast<double>(in_window) / kPaceDays;
    forecast.finished = finish_day(as_of, figures.counting.count - done, in_window);
    return forecast;
}

// Sums that do not fit into the figures themselves.
struct Gathered {
    std::vector<Date> due_days;
    std::vector<Date> done_days;
    double percent_sum = 0.0;
    bool anything_due = false;
    bool keeps_days = false;
};

void add_counting(GroupFigures& figures, Gathered& gathered, const MeasureStatus& measure,
                  Date as_of) {
    add_to(figures.counting, measure);
    gathered.percent_sum += measure.percent;
    if (measure.plan.due) {
        add_to(figures.dated, measure);
        if (gathered.keeps_days) {
            gathered.due_days.push_back(*measure.plan.due);
        }
        if (*measure.plan.due <= as_of) {
            add_to(figures.due_by_as_of, measure);
            gathered.anything_due = true;
        }
    }
    gathered.anything_due = gathered.anything_due || has_part_due(measure, as_of);
    if (gathered.keeps_days && measure.status.state == ComputedState::Done &&
        measure.status.done_date) {
        gathered.done_days.push_back(*measure.status.done_date);
    }
}

void add_measure(GroupFigures& figures, Gathered& gathered, const MeasureStatus& measure,
                 Date as_of) {
    const UnitStatus& status = measure.status;
    add_to(figures.all, measure);
    add_to(figures.by_state[static_cast<std::size_t>(status.state)], measure);
    if (status.state == ComputedState::Running && status.stored == StoredState::InProgress) {
        add_to(figures.running_begun, measure);
    }
    if (status.hints.not_begun_in_time) {
        add_to(figures.not_begun_in_time, measure);
    }
    if (status.hints.no_term) {
        add_to(figures.no_term, measure);
    }
    if (status.days_after_due > 0) {
        add_to(figures.done_after_due, measure);
    }
    if (measure.overridden) {
        add_to(figures.overridden, measure);
    }
    if (counts_in_figures(status.state)) {
        add_counting(figures, gathered, measure, as_of);
    }
}

} // namespace

std::size_t curve_value_at(const Curve& curve, Date day) {
    const auto after =
        std::upper_bound(curve.begin(), curve.end(), day,
                         [](Date d, const CurvePoint& point) { return d < point.day; });
    return after == curve.begin() ? 0 : std::prev(after)->total;
}

Tally shown_tally(const GroupFigures& figures, ComputedState shown) {
    Tally tally = figures.in_state(shown);
    const Tally& begun = figures.running_begun;
    if (shown == ComputedState::InProgress) {
        tally.count += begun.count;
        tally.in_review += begun.in_review;
    } else if (shown == ComputedState::Running) {
        tally.count -= begun.count;
        tally.in_review -= begun.in_review;
    }
    return tally;
}

namespace {

GroupFigures counts_of(const std::vector<const MeasureStatus*>& measures, Date as_of,
                       const Thresholds& thresholds, Gathered& gathered) {
    GroupFigures figures;
    for (const MeasureStatus* measure : measures) {
        add_measure(figures, gathered, *measure, as_of);
    }
    const std::size_t counting = figures.counting.count;
    figures.share_done_percent = percent_of(figures.in_state(ComputedState::Done).count, counting);
    if (counting > 0) {
        figures.progress_percent = gathered.percent_sum / static_cast<double>(counting);
    }
    figures.plan_share_percent = percent_of(figures.due_by_as_of.count, figures.dated.count);
    figures.zone = zone_of(figures, gathered.anything_due, thresholds);
    return figures;
}

} // namespace

GroupFigures group_counts(const std::vector<const MeasureStatus*>& measures, Date as_of,
                          const Thresholds& thresholds) {
    Gathered gathered;
    return counts_of(measures, as_of, thresholds, gathered);
}

GroupFigures group_figures(const std::vector<const MeasureStatus*>& measures, Date as_of,
                           const Thresholds& thresholds, const Override* zone_override) {
    Gathered gathered;
    gathered.keeps_days = true;
    GroupFigures figures = counts_of(measures, as_of, thresholds, gathered);
    if (zone_override != nullptr && zone_override->zone) {
        figures.zone.overridden = ZoneOverride{*zone_override->zone, zone_override->reason,
                                               zone_override->by, zone_override->date};
    }
    figures.planned = curve_of(std::move(gathered.due_days));
    figures.done = curve_of(std::move(gathered.done_days));
    figures.forecast = forecast_of(figures, as_of);
    return figures;
}

} // namespace vekha
