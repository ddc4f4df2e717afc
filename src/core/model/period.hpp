// When a measure is due: the words of the source, and beside them what was read from the words.
// The words are never overwritten. Kinds and their spans follow the table of format.md; how a kind
// counts (start, due day) is the business of core/status.
#pragma once

#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

enum class PeriodKind : std::uint8_t {
    Day,         // one known day
    Deadline,    // «до X»: the start is not known
    Month,       // one month
    Range,       // from .. to, at any precision
    Several,     // separate spans, in printed order
    Throughout,  // «в течение года»
    Recurring,   // one span for each occurrence
    Open,        // «с X»: no end, or no start
    Relative,    // counted from an event that has no date yet
    Unscheduled, // «по графику», or nothing at all
};
inline constexpr std::size_t kPeriodKindCount = 10;

enum class Precision : std::uint8_t { Day, Month, Quarter, Half, Year, None };
// How many months a unit of it has; 0: it is no whole months.
[[nodiscard]] int months_of(Precision precision);

enum class PeriodSource : std::uint8_t { ReadFromText, SetByHand };

// One span with its file members; an impossible date stays in `unknown` as it was written.
struct PeriodSpan {
    Span days;
    UnknownMembers unknown;
    bool operator==(const PeriodSpan&) const = default;
};

// How a recurring period repeats: an RFC 5545 rule where one fits, else words only.
struct Recurrence {
    std::string text;
    std::string rule;
    UnknownMembers unknown;
    bool operator==(const Recurrence&) const = default;
};

// A relative period: so many days after an event; without a date for the event it has no span.
struct RelativeTo {
    std::string anchor;              // the event in words
    std::optional<Date> anchor_date; // when it became known
    int offset_days = 0;
    UnknownMembers unknown;
    bool operator==(const RelativeTo&) const = default;
};

// A person has to decide what was meant; `reason` says why.
struct Review {
    std::string reason;
    UnknownMembers unknown;
    bool operator==(const Review&) const = default;
};

struct Period {
    std::string text;
    PeriodKind kind = PeriodKind::Unscheduled;
    std::vector<PeriodSpan> spans;
    std::optional<Recurrence> recurrence;
    std::optional<RelativeTo> relative;
    Precision precision = Precision::None;
    std::optional<Review> review;
    PeriodSource set_by = PeriodSource::ReadFromText;
    UnknownMembers unknown;
    bool operator==(const Period&) const = default;
};

// True when somebody has to look: the stored flag, an impossible date, or an end before its start.
[[nodiscard]] bool needs_review(const Period& period);

// Whether the spans are the same days, whatever else the file says of them.
[[nodiscard]] bool same_days(const std::vector<PeriodSpan>& a, const std::vector<PeriodSpan>& b);

// Makes `total` reach over the day, and over all spans of the period.
void widen(Span& total, std::optional<Date> day);
void widen(Span& total, const Period& period);

} // namespace vekha
