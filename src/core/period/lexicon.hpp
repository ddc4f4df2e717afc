// The words of periods and what each can mean. Words are compared as Letters; a word that is none
// of them but one letter away from a word of the calendar is repaired. The words themselves stand
// in the *_words.hpp: they are grammar of the plans' languages, not words of the interface.
#pragma once

#include "core/period/letters.hpp"

#include <cstdint>

namespace vekha::reading {

enum class Sense : std::uint8_t {
    // What is written with digits or signs
    Number,
    Year,
    FullDate,
    DayMonth,
    MonthYear,
    Time,
    Dash,
    Slash,
    Comma,
    Colon,
    NewLine,
    Open,
    Close,
    // Parts of the calendar
    Month,
    Weekday,
    Season,
    SeasonAdjective,
    Holidays,
    YearUnit,
    HalfUnit,
    QuarterUnit,
    MonthUnit,
    WeekUnit,
    DayUnit,
    HourUnit,
    Decade,
    Term,
    DateNumber,
    HalfPart,
    School,
    Ordinal,
    QuarterMark,
    HalfMark,
    Begin,
    Middle,
    End,
    // How often
    Frequency,
    Each,
    Times,
    TimesWord,
    Rarer,
    // Bounds
    From,
    Of,
    Starting,
    Until,
    By,
    Through,
    Later,
    Earlier,
    Not,
    Than,
    In,
    On,
    During,
    After,
    Before,
    Within,
    // The whole plan
    Whole,
    Span,
    Course,
    Realisation,
    Always,
    // Without a date
    Schedule,
    According,
    Occasion,
    // Counted from an event
    Results,
    Event,
    Moment,
    DaysLong,
    Working,
    // The rest
    And,
    Or,
    Inclusive,
    Further,
    Current,
    Reporting,
    DateLike,
    Except,
    Article,
    Filler,
    Unknown,
    Nothing, // behind the last word
};

// Units of repetition, the values of Sense::Frequency.
enum class Unit : std::uint8_t { Year, Half, Term, Quarter, Month, Week, Day };

// Marks of single words.
enum class WordForm : std::uint8_t {
    Plain,
    Genitive, // a month as it stands behind a day
    Plural,   // weekdays «по пятницам», «годы»
    Vague,    // «регулярно»: no dates can be had from it
    English,
};

// The number stands last, so that no unused bytes do: clang 19 lost the marks of FoundWord behind
// such bytes when it was returned.
struct WordMeaning {
    Sense sense = Sense::Unknown;
    WordForm form = WordForm::Plain;
    int value = 0;
    bool operator==(const WordMeaning&) const = default;
};

struct FoundWord {
    WordMeaning meaning;
    bool repaired = false;
    bool doubtful = false; // two different words are as near
};

// Exactly this word, or Sense::Unknown.
[[nodiscard]] WordMeaning find_word(const Letters& word);

// The nearest word of the calendar, one letter away (wrong, missing, too much, or two exchanged).
[[nodiscard]] FoundWord repair_word(const Letters& word);

} // namespace vekha::reading
