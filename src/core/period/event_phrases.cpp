// What is counted from an event or a day: «в течение 10 дней после приказа», «за 2 недели до 1
// октября».
#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"
#include "core/period/phrase_reader.hpp"

#include <cstddef>
#include <optional>

namespace vekha::reading {
namespace {

constexpr int kDaysOfMonth = 30;
constexpr int kDaysOfWeek = 7;
constexpr int kDaysOfYear = 365;
constexpr int kMostDays = 10'000; // between an event and what counts from it

} // namespace

// «10 дней», «двух недель», «месяца»: how long after the event, or before it.
bool PhraseReader::count_of_days(Relation& relation) {
    int number = 1;
    if (is_any({Sense::Number, Sense::Ordinal})) {
        number = peek().value;
        ++m_at;
    }
    if (is(Sense::Working)) {
        relation.offset.is_working = peek().value == 0;
        if (relation.offset.is_working) {
            m_found.note(PeriodNote::WorkingDays);
        }
        ++m_at;
    }
    int days = 0;
    switch (peek().sense) {
    case Sense::HourUnit:
        if (is_any({Sense::Number, Sense::FullDate, Sense::DayMonth}, 1)) {
            return false; // «не позднее 10 часов 15 апреля»
        }
        break;
    case Sense::DayUnit:
        days = 1;
        break;
    case Sense::WeekUnit:
        if (is_any({Sense::Each, Sense::MonthUnit, Sense::Month}, 1)) {
            return false; // «в течение первой недели месяца»
        }
        days = kDaysOfWeek;
        break;
    case Sense::MonthUnit:
        relation.offset.months = number;
        days = kDaysOfMonth;
        break;
    case Sense::YearUnit:
        relation.offset.months = number * kMonthsInYear;
        days = kDaysOfYear;
        break;
    default:
        return false;
    }
    ++m_at;
    if (number < 0 || number > kMostDays / std::max(days, 1) ||
        (relation.offset.is_working && relation.offset.months != 0)) {
        return false;
    }
    relation.days = number * days;
    relation.offset.days = relation.offset.months == 0 ? relation.days : 0;
    relation.is_counted = true;
    return true;
}

// «в течение 10 дней после приказа», «не позднее 3 дней со дня поступления», «через неделю после»,
// «в 10-дневный срок», «за 5 дней до заседания».
bool PhraseReader::counted_from_event() {
    const std::size_t begin = m_at;
    Relation relation;
    if (days_before_event()) {
        label(begin, PieceMeaning::Relative);
        return true;
    }
    bool counted = false;
    Anchor how = Anchor::After;
    if (skip_any({Sense::In, Sense::On}), skip(Sense::During)) {
        skip(Sense::Article);
        counted = count_of_days(relation);
    } else if (back_to(begin), not_bound(Sense::Later)) {
        skip_any({Sense::In, Sense::After});
        skip(Sense::During);
        how = Anchor::By;
        counted = count_of_days(relation);
    } else if (is(Sense::After) && peek().value == 1) {
        ++m_at;
        how = Anchor::At;
        counted = count_of_days(relation);
    } else if (is_any({Sense::Number}) && is_any({Sense::DayUnit, Sense::WeekUnit}, 1) &&
               is_any({Sense::After, Sense::From}, 2)) {
        counted = count_of_days(relation);
    } else if (skip(Sense::In),
               is(Sense::DaysLong) && is(Sense::Span, 1) && peek().value <= kMostDays) {
        relation.days = peek().value;
        relation.offset.days = relation.days;
        relation.is_counted = true;
        m_at += 2;
        counted = true;
    }
    if (!counted) {
        back_to(begin);
        return false;
    }
    if (event_on_day(relation, how, begin)) {
        return true;
    }
    event(relation);
    if (relation.begin == relation.end) {
        m_found.doubt(ReviewReason::NoEvent);
    }
    if (m_found.relation) {
        m_found.doubt(ReviewReason::MixedMeanings);
    }
    m_found.relation = relation;
    label(begin, PieceMeaning::Relative);
    return true;
}

// «за 10 дней до начала», «не позднее чем за 5 дней до заседания».
bool PhraseReader::days_before_event() {
    const std::size_t begin = m_at;
    Relation relation;
    const bool by = not_bound(Sense::Later);
    // «не позднее 10 дней до 1 сентября»
    if ((!skip(Sense::Within) && !by) || !count_of_days(relation) || !is(Sense::Until)) {
        back_to(begin);
        return false;
    }
    relation.days = -relation.days;
    relation.offset.days = -relation.offset.days;
    relation.offset.months = -relation.offset.months;
    if (event_on_day(relation, by ? Anchor::By : Anchor::At, begin)) {
        return true;
    }
    ++m_at;
    relation.begin = m_at;
    const std::size_t before = m_at;
    if (starts_date(0)) {
        m_found.doubt(ReviewReason::MixedMeanings);
    }
    swallow();
    relation.end = m_at;
    if (m_at == before) {
        m_found.doubt(ReviewReason::NoEvent);
    }
    m_found.relation = relation;
    return true;
}

// The event is a day of the calendar: «после 15.05.2021», «с 1 сентября», «до 1 октября».
bool PhraseReader::event_on_day(const Relation& relation, Anchor how, std::size_t begin) {
    const std::size_t at = m_at;
    const std::size_t doubts = m_found.doubts.size();
    const bool from = is(Sense::From);
    // «в течение 10 дней до 15 сентября» begins on a day that is not said.
    const bool opens =
        relation.days < 0 ? skip(Sense::Until) : skip_any({Sense::After, Sense::From});
    const auto day = opens && relation.days != 0 ? part() : std::nullopt;
    if (!day || (day->grain != Grain::Day && day->edge == Edge::None)) {
        m_found.doubts.resize(doubts);
        back_to(at);
        return false;
    }
    if (how == Anchor::After && from) {
        how = Anchor::From;
        m_found.doubt(ReviewReason::FirstDayUnclear); // does the day itself count?
    }
    if (relation.offset.is_working || (how == Anchor::At && relation.days < 0)) {
        m_found.doubt(ReviewReason::Vague);
    }
    label(begin, PieceMeaning::Relative);
    add({.first = *day,
         .last = *day,
         .is_range = how == Anchor::After || how == Anchor::From,
         .bound = how == Anchor::By ? Bound::Until : Bound::None,
         .anchor = how,
         .offset = relation.offset},
        begin);
    return true;
}

// The words of the event: «после приказа», «со дня утверждения», «с момента получения».
void PhraseReader::event(Relation& relation) {
    relation.begin = m_at;
    relation.end = m_at;
    const std::size_t begin = m_at;
    const bool opens = skip_any({Sense::After, Sense::From, Sense::Of});
    if (!opens) {
        return;
    }
    skip_any({Sense::DayUnit, Sense::Moment});
    const std::size_t words = m_at;
    if (starts_date(0)) {
        m_found.doubt(ReviewReason::MixedMeanings);
        return;
    }
    swallow();
    if (m_at == words && words == begin + 1) {
        back_to(begin);
        return;
    }
    relation.begin = words;
    relation.end = m_at;
}

// «до конца финансового года» is no event, but a day that nobody here knows.
void PhraseReader::doubt_units(const Relation& relation) {
    for (std::size_t at = relation.begin; at < relation.end; ++at) {
        const Sense sense = m_atoms[at].sense;
        if (sense == Sense::Term || (sense >= Sense::YearUnit && sense <= Sense::QuarterUnit)) {
            m_found.doubt(ReviewReason::Unread);
        }
    }
}

// An event without a count: «после утверждения», «по итогам ВПР», «до начала ГИА», «в день
// проведения», «в период проведения ВПР».
bool PhraseReader::event_phrase() {
    const std::size_t begin = m_at;
    Relation relation;
    const bool results = is(Sense::Through) && is(Sense::Results, 1);
    const bool from = is(Sense::From) && is_any({Sense::Moment, Sense::DayUnit}, 1);
    const bool during = is(Sense::In) && is_any({Sense::DayUnit, Sense::Span, Sense::Course}, 1);
    if (results || during || from) {
        m_at += 2;
    } else if (is_any({Sense::After, Sense::Before})) {
        ++m_at;
        if (is_any({Sense::Begin, Sense::End}) && is_any({Sense::YearUnit, Sense::School}, 1)) {
            m_found.doubt(ReviewReason::Unread); // a date is meant, but which?
        }
    } else if (is_any({Sense::Until, Sense::By})) {
        ++m_at;
        skip_any({Sense::Begin, Sense::End});
    } else {
        return false;
    }
    relation.begin = m_at;
    if (starts_date(0)) {
        return event_with_date(begin);
    }
    if (is_any({Sense::YearUnit, Sense::HalfUnit, Sense::QuarterUnit, Sense::MonthUnit,
                Sense::WeekUnit, Sense::DayUnit, Sense::Term, Sense::School}) ||
        (is(Sense::Each) && !is_any({Sense::Filler, Sense::Unknown, Sense::Event}, 1))) {
        // «по окончании четверти»: a date is meant, but which? «до конца месяца» is no event.
        if (!results && !is_any({Sense::School, Sense::Each})) {
            back_to(begin);
            return false;
        }
        m_found.doubt(ReviewReason::Unread);
    }
    swallow();
    relation.end = m_at;
    if (!results && !during) {
        doubt_units(relation);
    }
    if (relation.begin == relation.end || (during && is(Sense::During))) {
        back_to(begin);
        return false;
    }
    if (m_found.relation) {
        m_found.doubt(ReviewReason::MixedMeanings);
    } else {
        m_found.relation = relation;
    }
    label(begin, PieceMeaning::Relative);
    return true;
}

// «после 1 июня 2021» is open from the next day on; «по итогам I полугодия» is an event with a date
// nobody knows.
bool PhraseReader::event_with_date(std::size_t begin) {
    const bool after = m_atoms[begin].sense == Sense::After && m_atoms[begin].value == 0;
    const bool results = m_atoms[begin].sense == Sense::Through;
    const std::size_t words = m_at;
    const auto date = part();
    if (!date || (!after && !results) || date->grain == Grain::Bare) {
        back_to(begin);
        return false;
    }
    if (after) {
        m_found.doubt(ReviewReason::FirstDayUnclear);
        label(begin, PieceMeaning::From);
        add({.first = *date, .last = *date, .bound = Bound::After}, begin);
        return true;
    }
    m_found.doubt(ReviewReason::MixedMeanings);
    m_found.relation = Relation{.begin = words, .end = m_at};
    label(begin, PieceMeaning::Relative);
    return true;
}

} // namespace vekha::reading
