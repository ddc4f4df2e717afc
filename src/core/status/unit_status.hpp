// The state of one unit of work (a measure, a sub-item, an occurrence, a mark) on the as-of date A.
// Source of the rules: states.md, sections 2 and 3. All dates are civil days, all ranges inclusive;
// nothing fails. A UnitStatus is its own explanation: `rule` is the code, the other fields are the
// parameters of the words.
//
// Readings where the rules leave a question:
// - Running means "by date" (S <= A); the hint not_begun_in_time tells that nobody has begun. The
// hint has no grace
//   at any precision (the worked row "throughout" shows it), and stands beside running and due soon
//   only.
// - "Otherwise: planned" holds for work that is not started; work in progress is shown as in
// progress even when
//   its dates do not say so yet (begun early, a far deadline, or no date at all).
// - Several and recurring as one unit: S of the span that begins first, D of the one that ends
// last; if any of them
//   is open on a side, so is the whole. A side that could not be read counts as open.
// - Spans of relative and unscheduled periods do not count; a relative period is due at its anchor
// date + offset.
// - Percent: done is 100 and not started is 0 whatever is stored; a unit marked done after A keeps
// its 100, because
//   no older figure is stored.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

struct StartAndDue {
    std::optional<Date> start;
    std::optional<Date> due;
    auto operator<=>(const StartAndDue&) const = default;
};

[[nodiscard]] StartAndDue start_and_due(const Period& period);
// Of all together, whatever kind of period they belong to.
[[nodiscard]] StartAndDue whole_of_spans(const std::vector<PeriodSpan>& spans);
[[nodiscard]] StartAndDue start_and_due(const Span& occurrence);

enum class ComputedState : std::uint8_t {
    Planned,    // not started, and no date asks for it yet
    Running,    // S <= A and D is farther away than "soon", or there is no D
    InProgress, // begun, though its dates do not say so
    DueSoon,
    Late,
    Done,
    NotDone,
    Moved,
    Cancelled,
};
inline constexpr std::size_t kComputedStateCount = 9;

// The line of the table that fitted first.
enum class StateRule : std::uint8_t {
    ReasonGiven,     // not done, moved, cancelled: `reason`
    DoneOnDate,      // `done_date`
    DoneDateUnknown, //
    DoneAfterDue,    // `done_date`, `due`, `days_after_due`
    PastDue,         // `due`, `stored`, `as_of`, `days_late`
    DueWithin,       // `due`, `days_to_due`
    StartPassed,     // `start`
    Begun,           // in progress without a date that says so
    NotYet,          // planned
};

struct StateHints {
    bool not_begun_in_time = false;       // not started although S <= A
    bool marked_done_after_as_of = false; // `done_date` > A: counted as in progress
    bool no_term = false;                 // neither S nor D
    bool set_by_hand = false;             // over what the parts derive
    bool operator==(const StateHints&) const = default;
};

struct UnitStatus {
    Date as_of;
    ComputedState state = ComputedState::Planned;
    StateRule rule = StateRule::NotYet;
    StoredState stored = StoredState::NotStarted; // as it counts on A
    std::optional<Date> start;
    std::optional<Date> due;
    std::optional<Date> done_date;   // of a unit stored as done, even when it lies after A
    std::int32_t days_late = 0;      // when late: 1 and more
    std::int32_t days_to_due = 0;    // when due soon: 0 and more
    std::int32_t days_after_due = 0; // when done after the due day: 1 and more
    StateHints hints;
    std::string reason;
    bool operator==(const UnitStatus&) const = default;
};

// What the rules need besides the unit itself.
struct StatusSettings {
    Date as_of;
    int due_soon_days = 30;
};

[[nodiscard]] UnitStatus unit_status(const StartAndDue& when, const ProgressReport& report,
                                     const StatusSettings& settings);

// The state whose name stands on the screen. Work that runs by date and was begun looks and reads
// as work in progress; «running» is said of what nobody has begun.
[[nodiscard]] ComputedState shown_state(const UnitStatus& status);

// 0 to 100, and consistent with the state.
[[nodiscard]] int effective_percent(const ProgressReport& report);

// False for cancelled and moved: they stand outside every denominator.
[[nodiscard]] bool counts_in_figures(ComputedState state);

// False when nothing more is expected of the unit: done, not done, moved, cancelled.
[[nodiscard]] bool is_open(ComputedState state);

// The day with this serial number, or none when no calendar can write it. Sums of days come from
// files.
[[nodiscard]] std::optional<Date> day_in_calendar(std::int64_t serial);

// The plan's own as-of date, else today.
[[nodiscard]] Date as_of_date(const Plan& plan, Date today);

} // namespace vekha
