// Reads «срок исполнения»: the words with which a plan says when, as spans of days. The words are
// never changed and no precision is made up: what cannot be read is PeriodKind::Unscheduled and to
// be reviewed. A pure function of text and context; any bytes give a reading, nothing fails.
//
// The kinds and rules are those of the project's page on periods: «До X» is open .. X, «С X» is X
// .. open, a month is its first to its last day, a bracket gives no date, a missing year comes from
// the range's other end, the section, a plan of one year, or (to be reviewed) is the first one
// after the order. It is a grammar over words, not a list of phrases: symbols → tokens → atoms →
// phrases → spans, one file each in this folder.
//
// Spans are inclusive days; places in the text count code points, a byte that is no UTF-8 as one.
#pragma once

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace vekha {

// What the reader is told beside the text.
struct PeriodContext {
    Span plan;                       // first and last day of the plan
    std::optional<int> section_year; // the heading above says «2021»
    std::optional<Date> order_date;  // of the order that approves the plan
    std::size_t items = 0;           // lines of the title, for the pairing
};

// What a piece of the text was read as.
enum class PieceMeaning : std::uint8_t {
    Day,
    MonthDay, // «5 числа»
    MonthPart,
    Month,
    Quarter,
    Half,
    Season,
    SchoolTerm,
    Holidays,
    Year,
    SchoolYear,
    Until,
    From,
    Joint, // what joins two dates
    Throughout,
    Frequency,
    Relative,
    WithoutDate, // «по графику»
    Ignored,     // says nothing of dates, or stands in a bracket
    Unread,
};
inline constexpr std::size_t kPieceMeaningCount = 20;

struct PeriodPiece {
    std::size_t begin = 0;
    std::size_t end = 0;
    PieceMeaning meaning = PieceMeaning::Unread;
    bool operator==(const PeriodPiece&) const = default;
};

// Why a person has to look. The words are made elsewhere.
enum class ReviewReason : std::uint8_t {
    Empty,              // nothing stands there
    Unread,             // something that may be a date was not understood
    ImpossibleDay,      // 31 April
    EndBeforeStart,     // «с 15 по 10 марта»
    BeforePlan,         // a span lies before the plan
    ImplausibleYear,    // far from the plan
    YearGuessed,        // no year, and a plan of several
    OneYearOrAll,       // «в течение года» in a plan of several years
    OrderOfYears,       // «декабрь, январь 2022»: which year is the first?
    LastDayUnclear,     // «до мая»: May or not May?
    FirstDayUnclear,    // «после 1 июня»
    SchoolCalendar,     // each school has its own holidays and terms
    Vague,              // «начало мая», «регулярно»
    WordUnclear,        // a misprint that could be two words, a date that could be two days
    DateInBracket,      // a date beside the period stands in brackets
    Alternatives,       // «март или апрель»
    DocumentDate,       // «от 15.03.2021»
    NoEvent,            // «в течение 10 дней», and nobody says from when
    MixedMeanings,      // e.g. dates beside «после …»
    OccurrencesGuessed, // «5 раз в год», «до 10 числа» in each quarter
    TooMany,            // more occurrences than are listed
};
inline constexpr std::size_t kReviewReasonCount = 21;

// Worth telling, but nobody has to look.
enum class PeriodNote : std::uint8_t {
    AfterPlan,   // a span lies behind the plan's end
    YearTaken,   // no year was printed; there was one choice
    Misprint,    // a word was read as meant
    WorkingDays, // the days of the relation are working days
};

struct PeriodReading {
    PeriodKind kind = PeriodKind::Unscheduled;
    std::vector<Span> spans; // in printed order
    Precision precision = Precision::None;
    std::optional<Recurrence> recurrence; // exactly when the kind is Recurring
    std::optional<RelativeTo> relative;   // exactly when the kind is Relative
    std::vector<ReviewReason> reasons;    // in order of weight; empty: no review
    std::vector<PeriodNote> notes;
    // For each span the line of the title it belongs to, when the layout says so.
    std::optional<std::vector<std::size_t>> pairs;
    std::vector<PeriodPiece> pieces; // from left to right, none over another

    [[nodiscard]] bool needs_review() const { return !reasons.empty(); }
    bool operator==(const PeriodReading&) const = default;
};

[[nodiscard]] PeriodReading read_period(std::string_view text, const PeriodContext& context);

} // namespace vekha
