#include "core/status/unit_status.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <vector>

namespace vekha {
namespace {

std::optional<Date> due_after_anchor(const std::optional<RelativeTo>& relative) {
    if (!relative || !relative->anchor_date) {
        return std::nullopt;
    }
    return day_in_calendar(std::int64_t{relative->anchor_date->serial()} +
                           std::int64_t{relative->offset_days});
}

void set_done(UnitStatus& status) {
    status.state = ComputedState::Done;
    if (!status.done_date) {
        status.rule = StateRule::DoneDateUnknown;
    } else if (status.due && *status.done_date > *status.due) {
        status.rule = StateRule::DoneAfterDue;
        status.days_after_due = days_between(*status.due, *status.done_date);
    } else {
        status.rule = StateRule::DoneOnDate;
    }
}

// The lines of the table for work that is still expected.
void set_open(UnitStatus& status, const StatusSettings& settings) {
    const bool begun = status.stored == StoredState::InProgress;
    const bool start_passed = status.start && *status.start <= settings.as_of;
    const std::int32_t days_left = status.due ? days_between(settings.as_of, *status.due) : 0;
    if (status.due && days_left < 0) {
        status.state = ComputedState::Late;
        status.rule = StateRule::PastDue;
        status.days_late = -days_left;
        return;
    }
    status.hints.not_begun_in_time = !begun && start_passed;
    if (status.due && days_left <= settings.due_soon_days &&
        (begun || start_passed || !status.start)) {
        status.state = ComputedState::DueSoon;
        status.rule = StateRule::DueWithin;
        status.days_to_due = days_left;
        return;
    }
    if (start_passed) {
        status.state = ComputedState::Running;
        status.rule = StateRule::StartPassed;
        return;
    }
    status.state = begun ? ComputedState::InProgress : ComputedState::Planned;
    status.rule = begun ? StateRule::Begun : StateRule::NotYet;
    status.hints.no_term = !status.start && !status.due;
}

} // namespace

StartAndDue whole_of_spans(const std::vector<PeriodSpan>& spans) {
    if (spans.empty()) {
        return {};
    }
    StartAndDue whole{spans.front().days.from, spans.front().days.to};
    for (const PeriodSpan& span : spans) {
        // An empty optional is less than any date, so the minimum keeps an open start by itself.
        whole.start = std::min(whole.start, span.days.from);
        const bool open_end = !whole.due || !span.days.to;
        whole.due = open_end ? std::nullopt : std::max(whole.due, span.days.to);
    }
    return whole;
}

StartAndDue start_and_due(const Span& occurrence) {
    return {occurrence.from, occurrence.to};
}

StartAndDue start_and_due(const Period& period) {
    switch (period.kind) {
    case PeriodKind::Deadline:
        return {std::nullopt, whole_of_spans(period.spans).due};
    case PeriodKind::Day:
    case PeriodKind::Month:
    case PeriodKind::Range:
    case PeriodKind::Several:
    case PeriodKind::Throughout:
    case PeriodKind::Recurring:
    case PeriodKind::Open:
        return whole_of_spans(period.spans);
    case PeriodKind::Relative:
        return {std::nullopt, due_after_anchor(period.relative)};
    case PeriodKind::Unscheduled:
        return {};
    }
    return {};
}

UnitStatus unit_status(const StartAndDue& when, const ProgressReport& report,
                       const StatusSettings& settings) {
    UnitStatus status;
    status.as_of = settings.as_of;
    status.stored = report.state;
    status.start = when.start;
    status.due = when.due;
    const auto set_by_person = [&status, &report](ComputedState state) {
        status.state = state;
        status.rule = StateRule::ReasonGiven;
        status.reason = report.reason;
    };
    switch (report.state) {
    case StoredState::NotDone:
        set_by_person(ComputedState::NotDone);
        return status;
    case StoredState::Moved:
        set_by_person(ComputedState::Moved);
        return status;
    case StoredState::Cancelled:
        set_by_person(ComputedState::Cancelled);
        return status;
    case StoredState::Done:
        status.done_date = report.done_date;
        if (!report.done_date || *report.done_date <= settings.as_of) {
            set_done(status);
            return status;
        }
        status.stored = StoredState::InProgress;
        status.hints.marked_done_after_as_of = true;
        break;
    case StoredState::NotStarted:
    case StoredState::InProgress:
        break;
    }
    set_open(status, settings);
    return status;
}

ComputedState shown_state(const UnitStatus& status) {
    const bool begun = status.stored == StoredState::InProgress;
    return status.state == ComputedState::Running && begun ? ComputedState::InProgress
                                                           : status.state;
}

int effective_percent(const ProgressReport& report) {
    switch (report.state) {
    case StoredState::NotStarted:
        return 0;
    case StoredState::Done:
        return 100;
    case StoredState::InProgress:
    case StoredState::NotDone:
    case StoredState::Moved:
    case StoredState::Cancelled:
        break;
    }
    return std::clamp(report.percent, 0, 100);
}

bool counts_in_figures(ComputedState state) {
    return state != ComputedState::Cancelled && state != ComputedState::Moved;
}

bool is_open(ComputedState state) {
    return counts_in_figures(state) && state != ComputedState::Done &&
           state != ComputedState::NotDone;
}

std::optional<Date> day_in_calendar(std::int64_t serial) {
    constexpr std::int64_t kFirst = -719528; // 0000-01-01
    constexpr std::int64_t kLast = 2932896;  // 9999-12-31
    if (serial < kFirst || serial > kLast) {
        return std::nullopt;
    }
    return Date::from_serial(static_cast<std::int32_t>(serial));
}

Date as_of_date(const Plan& plan, Date today) {
    return plan.as_of.value_or(today);
}

} // namespace vekha
