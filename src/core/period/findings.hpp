// What the phrases of a cell say, before a year is filled in and before the whole is judged.
#pragma once

#include "core/period/calendar_part.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace vekha::reading {

enum class Bound : std::uint8_t { None, Until, From, After };

// Days counted from the day that is named.
enum class Anchor : std::uint8_t {
    None,
    After, // «в течение 5 дней после 15 мая»
    From,  // «в течение 30 дней с 1 сентября»
    At,    // «через неделю после 1 мая», «за неделю до 1 мая»
    By,    // «не позднее 5 дней после 15 мая»
};

// How many, back in time when below zero.
struct Offset {
    int days = 0;
    int months = 0;
    bool is_working = false;
};

// One part, or the range of two; a bounded stretch has one part.
struct Stretch {
    CalendarPart first;
    CalendarPart last;
    bool is_range = false;
    Bound bound = Bound::None;
    bool on_new_line = false;
    bool has_chain = false; // more than two parts were joined
    Anchor anchor = Anchor::None;
    Offset offset; // from the anchor
};

struct Repetition {
    Unit unit = Unit::Year;
    int times = 1; // in each unit
    int every = 1; // of so many units
    bool at_least = false;
    std::uint8_t weekdays = 0; // a bit for each, Monday first
    int nth = 0;               // weekday of the month; -1 the last one
};

enum class Duration : std::uint8_t { None, Year, SchoolYear, Plan };

struct Relation {
    std::size_t begin = 0; // atoms of the event
    std::size_t end = 0;
    int days = 0;
    bool is_counted = false;
    Offset offset; // the same as the words count it
};

struct Findings {
    std::vector<Stretch> stretches;
    std::optional<Repetition> repetition;
    std::optional<Relation> relation;
    Duration throughout = Duration::None;
    bool without_date = false;
    bool has_unread = false;
    bool has_exception = false;
    bool is_report = false;    // «за 2020 год»
    std::uint8_t weekdays = 0; // named beside a date or a repetition, or alone
    std::vector<ReviewReason> doubts;
    std::vector<PeriodNote> notes;

    [[nodiscard]] bool has_doubt(ReviewReason reason) const {
        return std::find(doubts.begin(), doubts.end(), reason) != doubts.end();
    }
    void doubt(ReviewReason reason) {
        if (!has_doubt(reason)) {
            doubts.push_back(reason);
        }
    }
    void note(PeriodNote note) {
        if (std::find(notes.begin(), notes.end(), note) == notes.end()) {
            notes.push_back(note);
        }
    }
    [[nodiscard]] bool says_when() const {
        return !stretches.empty() || repetition || relation || throughout != Duration::None;
    }
};

} // namespace vekha::reading
