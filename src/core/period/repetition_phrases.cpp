// How often: «ежегодно», «не реже 1 раза в квартал», «каждую пятницу», "twice a year".
#include "core/period/atoms.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"
#include "core/period/phrase_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace vekha::reading {
namespace {

constexpr int kMostTimes = 31;

std::uint8_t bit_of(int weekday) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(weekday));
}

} // namespace

bool PhraseReader::repetition() {
    const std::size_t begin = m_at;
    if (is(Sense::Frequency)) {
        const auto unit = static_cast<Unit>(peek().value);
        ++m_at;
        label(begin, PieceMeaning::Frequency);
        repeat({.unit = unit});
        return true;
    }
    if (each() || times() || by_days_of_month() || by_weekdays() || weekday_of_each_month()) {
        label(begin, PieceMeaning::Frequency);
        return true;
    }
    back_to(begin);
    return false;
}

// The unit that stands here, «год» to «день».
std::optional<Unit> PhraseReader::unit() {
    switch (peek().sense) {
    case Sense::YearUnit:
        skip_year_units();
        return Unit::Year;
    case Sense::HalfUnit:
        ++m_at;
        skip(Sense::YearUnit); // "half a year"
        return Unit::Half;
    case Sense::QuarterUnit:
        ++m_at;
        return Unit::Quarter;
    case Sense::Term:
        if (peek().value != 0) {
            return std::nullopt; // of three terms nobody knows the days
        }
        ++m_at;
        m_found.doubt(ReviewReason::SchoolCalendar);
        return Unit::Term;
    case Sense::MonthUnit:
        ++m_at;
        return Unit::Month;
    case Sense::WeekUnit:
        ++m_at;
        return Unit::Week;
    case Sense::DayUnit:
        ++m_at;
        return Unit::Day;
    default:
        return std::nullopt;
    }
}

// «каждый год», «каждую пятницу», «каждые две недели», «каждого 15 числа», «каждый сентябрь».
bool PhraseReader::each() {
    const std::size_t begin = m_at;
    if (is(Sense::Through) && peek(1).form == WordForm::Plural) {
        ++m_at;
        if (const auto found = unit()) {
            repeat({.unit = *found}); // «по четвертям»
            return true;
        }
    }
    back_to(begin);
    skip_any({Sense::In, Sense::During, Sense::On});
    skip(Sense::During);
    skip(Sense::In);
    if (!skip(Sense::Each)) {
        back_to(begin);
        return false;
    }
    skip(Sense::Current);
    if (skip(Sense::Working)) {
        m_found.doubt(ReviewReason::OccurrencesGuessed); // «каждый рабочий день»
    }
    if (is(Sense::School) && is(Sense::YearUnit, 1)) {
        skip(Sense::School);
        skip_year_units();
        m_found.doubt(ReviewReason::SchoolCalendar);
        repeat({.unit = Unit::Year});
        return true;
    }
    if (is_any({Sense::Month, Sense::Season})) {
        repeat({.unit = Unit::Year});
        return true;
    }
    if (is(Sense::Weekday)) {
        Repetition weekly{.unit = Unit::Week};
        while (is(Sense::Weekday)) {
            weekly.weekdays |= bit_of(peek().value);
            ++m_at;
            if (is_any({Sense::Comma, Sense::And}) && is(Sense::Weekday, 1)) {
                ++m_at;
            }
        }
        skip(Sense::MonthUnit); // «каждый четверг месяца»
        repeat(weekly);
        return true;
    }
    if (const auto found = unit()) {
        repeat({.unit = *found});
        return true;
    }
    return each_counted(begin);
}

bool PhraseReader::each_counted(std::size_t begin) {
    if (is_any({Sense::Ordinal, Sense::Number})) {
        const int number = peek().value;
        if (is(Sense::Weekday, 1)) {
            if (weekday_of_each_month()) {
                return true;
            }
        } else if (is(Sense::DateNumber, 1)) {
            repeat({.unit = Unit::Month}); // the number itself is read as a date
            return true;
        } else if (number >= 1 && number <= kMostTimes) {
            ++m_at;
            if (const auto found = unit()) {
                repeat({.unit = *found, .every = number});
                return true;
            }
        }
    }
    back_to(begin);
    return false;
}

// «не реже 1 раза в квартал», «дважды в год», "once a month".
bool PhraseReader::times() {
    const std::size_t begin = m_at;
    Repetition found;
    const bool not_less = is(Sense::Not) && is(Sense::Rarer, 1);
    const bool at_least = is(Sense::In) && is(Sense::Rarer, 1);
    if (not_less || at_least) {
        m_at += 2;
        skip(Sense::Comma);
        skip(Sense::Than);
        found.at_least = true;
    }
    skip(Sense::On);
    bool counted = false;
    if (is(Sense::TimesWord)) {
        found.times = peek().value;
        ++m_at;
        counted = true;
    } else {
        bool is_range = false;
        if (is(Sense::Number) && is_any({Sense::Dash, Sense::Slash}, 1) && is(Sense::Number, 2)) {
            m_at += 2; // «1-2 раза»
            is_range = true;
        }
        const bool has_number = is_any({Sense::Number, Sense::Ordinal}) && is(Sense::Times, 1);
        if (has_number) {
            found.times = peek().value;
            ++m_at;
        }
        counted = skip(Sense::Times) && (has_number || !is_range);
        if (counted && is_range) {
            m_found.doubt(ReviewReason::OccurrencesGuessed);
        }
    }
    if (!counted || found.times < 1 || found.times > kMostTimes || !per_unit(found)) {
        back_to(begin);
        return false;
    }
    repeat(found);
    return true;
}

// «в год», «за 2 месяца», «в течение года», "a quarter".
bool PhraseReader::per_unit(Repetition& repetition) {
    while (skip_any({Sense::In, Sense::On, Sense::Within, Sense::During, Sense::Article,
                     Sense::Each, Sense::Through, Sense::Slash})) {
    }
    if (is_any({Sense::Number, Sense::Ordinal}) && peek().value >= 1 &&
        peek().value <= kMostTimes) {
        repetition.every = peek().value;
        ++m_at;
    }
    if (is(Sense::School) && is_any({Sense::YearUnit, Sense::Term}, 1)) {
        ++m_at;
        m_found.doubt(ReviewReason::SchoolCalendar);
    }
    const auto found = unit();
    if (!found) {
        return false;
    }
    repetition.unit = *found;
    return true;
}

// «по 15 и 30 числам»: the numbers themselves are read as dates.
bool PhraseReader::by_days_of_month() {
    constexpr std::size_t kMostNumbers = 12;
    if (!is(Sense::Through)) {
        return false;
    }
    std::size_t ahead = 1;
    while (ahead < kMostNumbers && is_any({Sense::Number, Sense::Comma, Sense::And}, ahead)) {
        ++ahead;
    }
    if (ahead == 1 || !is(Sense::DateNumber, ahead) || peek(ahead).form != WordForm::Plural) {
        return false;
    }
    ++m_at;
    repeat({.unit = Unit::Month});
    return true;
}

// «по пятницам», «по вторникам и четвергам», "on Fridays".
bool PhraseReader::by_weekdays() {
    const std::size_t begin = m_at;
    if (!skip_any({Sense::Through, Sense::On})) {
        return false;
    }
    Repetition weekly{.unit = Unit::Week};
    while (is(Sense::Weekday) && peek().form == WordForm::Plural) {
        weekly.weekdays |= bit_of(peek().value);
        ++m_at;
        if (is_any({Sense::Comma, Sense::And}) && is(Sense::Weekday, 1)) {
            ++m_at;
        } else if (is(Sense::And) && is(Sense::Through, 1) && is(Sense::Weekday, 2)) {
            m_at += 2;
        }
    }
    const bool dated = is_any({Sense::FullDate, Sense::DayMonth, Sense::Number}) ||
                       (is(Sense::Comma) && is_any({Sense::Number, Sense::FullDate}, 1));
    if (weekly.weekdays == 0 || (dated && peek().form == WordForm::English)) {
        back_to(begin);
        return false;
    }
    repeat(weekly);
    return true;
}

// «первый понедельник каждого месяца», «последняя пятница месяца».
bool PhraseReader::weekday_of_each_month() {
    const std::size_t begin = m_at;
    skip_any({Sense::In, Sense::On});
    skip(Sense::Article);
    const Atom& number = peek();
    if (!is_any({Sense::Ordinal, Sense::Number}) || !is(Sense::Weekday, 1) || number.value == 0 ||
        number.value > 4) {
        back_to(begin);
        return false;
    }
    const int weekday = peek(1).value;
    m_at += 2;
    while (skip_any({Sense::Of, Sense::Article, Sense::Each, Sense::In})) {
    }
    const bool each_last = number.value < 0 && begin > 0 && m_atoms[begin - 1].sense == Sense::Each;
    if (!skip(Sense::MonthUnit) && !each_last) {
        back_to(begin);
        return false;
    }
    repeat({.unit = Unit::Month, .weekdays = bit_of(weekday), .nth = number.value});
    return true;
}

} // namespace vekha::reading
