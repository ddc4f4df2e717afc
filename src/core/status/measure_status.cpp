#include "core/status/measure_status.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_parts.hpp"
#include "core/status/report_index.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vekha {
namespace {

// What the parts say together, gathered in one pass.
struct Summary {
    PartCounts counts;
    std::size_t not_done = 0;
    double percent_sum = 0.0;
    bool any_begun = false;
    bool all_parts_cancelled = true;
    const UnitStatus* latest = nullptr;  // most days late
    const UnitStatus* soonest = nullptr; // due soon, fewest days left
    const UnitStatus* running = nullptr; // the first one
    std::optional<Date> next_due;
    std::optional<Date> last_done;
    bool all_done_dates_known = true;
    StateHints hints;
    std::string reason; // the first one given
};

void add_open(Summary& summary, const UnitStatus& status, std::size_t units) {
    if (status.due && (!summary.next_due || *status.due < *summary.next_due)) {
        summary.next_due = status.due;
    }
    if (status.state == ComputedState::Late) {
        summary.counts.late += units;
        if (summary.latest == nullptr || status.days_late > summary.latest->days_late) {
            summary.latest = &status;
        }
    } else if (status.state == ComputedState::DueSoon) {
        summary.counts.due_soon += units;
        if (summary.soonest == nullptr || status.days_to_due < summary.soonest->days_to_due) {
            summary.soonest = &status;
        }
    } else if (status.state == ComputedState::Running && summary.running == nullptr) {
        summary.running = &status;
    }
    summary.any_begun = summary.any_begun || status.stored == StoredState::InProgress;
    summary.hints.not_begun_in_time |= status.hints.not_begun_in_time;
    summary.hints.marked_done_after_as_of |= status.hints.marked_done_after_as_of;
}

void add_done(Summary& summary, const UnitStatus& status, std::size_t units) {
    summary.counts.done += units;
    summary.any_begun = true;
    summary.all_done_dates_known = summary.all_done_dates_known && status.done_date.has_value();
    summary.last_done = std::max(summary.last_done, status.done_date);
}

Summary summarise(const std::vector<PartStatus>& parts) {
    Summary summary;
    for (const PartStatus& part : parts) {
        const UnitStatus& status = part.status;
        summary.counts.all += part.units;
        summary.all_parts_cancelled =
            summary.all_parts_cancelled && status.state == ComputedState::Cancelled;
        if (summary.reason.empty()) {
            summary.reason = status.reason;
        }
        if (!counts_in_figures(status.state)) {
            continue;
        }
        summary.counts.counting += part.units;
        summary.percent_sum += static_cast<double>(part.percent) * static_cast<double>(part.units);
        if (status.state == ComputedState::NotDone) {
            summary.not_done += part.units;
        } else if (status.state == ComputedState::Done) {
            add_done(summary, status, part.units);
        } else {
            add_open(summary, status, part.units);
        }
    }
    return summary;
}

void set_final(UnitStatus& derived, ComputedState state, StoredState stored,
               const Summary& summary) {
    derived.state = state;
    derived.stored = stored;
    derived.rule = StateRule::ReasonGiven;
    derived.reason = summary.reason;
}

void set_all_done(UnitStatus& derived, const Summary& summary) {
    derived.state = ComputedState::Done;
    derived.stored = StoredState::Done;
    derived.done_date = summary.all_done_dates_known ? summary.last_done : std::nullopt;
    if (derived.done_date && derived.due && *derived.done_date > *derived.due) {
        derived.days_after_due = days_between(*derived.due, *derived.done_date);
        derived.rule = StateRule::DoneAfterDue;
    } else {
        derived.rule = derived.done_date ? StateRule::DoneOnDate : StateRule::DoneDateUnknown;
    }
}

// Some part is still expected, or they ended differently.
void set_open(UnitStatus& derived, const Summary& summary) {
    derived.stored = summary.any_begun ? StoredState::InProgress : StoredState::NotStarted;
    derived.due = summary.next_due ? summary.next_due : derived.due;
    derived.hints.marked_done_after_as_of = summary.hints.marked_done_after_as_of;
    if (summary.latest != nullptr) {
        derived.state = ComputedState::Late;
        derived.rule = StateRule::PastDue;
        derived.due = summary.latest->due;
        derived.days_late = summary.latest->days_late;
        return;
    }
    derived.hints.not_begun_in_time = !summary.any_begun && summary.hints.not_begun_in_time;
    if (summary.soonest != nullptr) {
        derived.state = ComputedState::DueSoon;
        derived.rule = StateRule::DueWithin;
        derived.due = summary.soonest->due;
        derived.days_to_due = summary.soonest->days_to_due;
    } else if (summary.any_begun) {
        derived.state = ComputedState::InProgress;
        derived.rule = StateRule::Begun;
        derived.hints.no_term = !derived.start && !derived.due;
    } else if (summary.running != nullptr) {
        derived.state = ComputedState::Running;
        derived.rule = StateRule::StartPassed;
        derived.start = summary.running->start;
    } else {
        derived.state = ComputedState::Planned;
        derived.rule = StateRule::NotYet;
        derived.hints.no_term = !derived.start && !derived.due;
    }
}

UnitStatus derive(const Summary& summary, const StartAndDue& plan, const StatusSettings& settings) {
    UnitStatus derived;
    derived.as_of = settings.as_of;
    derived.start = plan.start;
    derived.due = plan.due;
    if (summary.counts.counting == 0) {
        if (summary.all_parts_cancelled) {
            set_final(derived, ComputedState::Cancelled, StoredState::Cancelled, summary);
        } else {
            set_final(derived, ComputedState::Moved, StoredState::Moved, summary);
        }
    } else if (summary.counts.done == summary.counts.counting) {
        set_all_done(derived, summary);
    } else if (summary.not_done == summary.counts.counting) {
        set_final(derived, ComputedState::NotDone, StoredState::NotDone, summary);
    } else {
        set_open(derived, summary);
    }
    return derived;
}

// Days for a measure whose own period has none.
StartAndDue days_of_parts(const std::vector<PartStatus>& parts) {
    StartAndDue days;
    for (const PartStatus& part : parts) {
        const std::optional<Date>& start = part.status.start;
        if (start && (!days.start || *start < *days.start)) {
            days.start = start;
        }
        days.due = std::max(days.due, part.status.due);
    }
    return days;
}

void apply_override(MeasureStatus& measure, const Override& set_by_hand,
                    const StatusSettings& settings) {
    ProgressReport report;
    // The index finds only overrides that name a state.
    report.state = set_by_hand.state.value_or(StoredState::NotStarted);
    report.reason = set_by_hand.reason;
    AppliedOverride applied{std::move(measure.status), set_by_hand.by, set_by_hand.date};
    measure.status = unit_status(measure.plan, report, settings);
    measure.status.reason = set_by_hand.reason;
    measure.status.hints.set_by_hand = true;
    measure.overridden = std::move(applied);
    if (report.state == StoredState::Done || report.state == StoredState::NotStarted) {
        measure.percent = effective_percent(report);
    }
}

} // namespace

MeasureStatus measure_status(const Document& document, const ReportIndex& index,
                             const Measure& measure, const StatusSettings& settings) {
    MeasureStatus result;
    MeasureParts found = measure_parts(document, index, measure, settings);
    result.plan = start_and_due(measure.period);
    result.needs_review = found.needs_review || needs_review(measure.period);
    result.parts = std::move(found.parts);
    if (result.derived()) {
        if (!result.plan.start && !result.plan.due) {
            result.plan = days_of_parts(result.parts);
        }
        const Summary summary = summarise(result.parts);
        result.counts = summary.counts;
        if (summary.counts.counting > 0) {
            result.percent = summary.percent_sum / static_cast<double>(summary.counts.counting);
        }
        result.status = derive(summary, result.plan, settings);
    } else {
        result.percent = effective_percent(measure.report);
        result.status = unit_status(result.plan, measure.report, settings);
    }
    const Override* set_by_hand = index.state_override_of(measure.id);
    if (set_by_hand != nullptr) {
        apply_override(result, *set_by_hand, settings);
    }
    return result;
}

} // namespace vekha
