// Phrases without dates of their own: the whole plan, a schedule that stands elsewhere.
#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"
#include "core/period/phrase_reader.hpp"

#include <cstddef>

namespace vekha::reading {

bool PhraseReader::throughout() {
    const std::size_t begin = m_at;
    if (is(Sense::Always)) {
        if (peek().form == WordForm::Vague) {
            m_found.doubt(ReviewReason::Vague);
        }
        ++m_at;
        skip(Sense::Filler); // «на постоянной основе»
        if (m_found.throughout == Duration::None || m_found.throughout == Duration::Year) {
            m_found.throughout = Duration::Plan;
        }
        label(begin, PieceMeaning::Throughout);
        return true;
    }
    if (is_any({Sense::On, Sense::In}) && is(Sense::Always, 1)) {
        ++m_at;
        return throughout() || (back_to(begin), false);
    }
    if (during() || whole_plan() || span_of_plan()) {
        label(begin, PieceMeaning::Throughout);
        return true;
    }
    back_to(begin);
    return false;
}

// «в течение года», «в течение всего периода», «в течение 2021 года», "throughout the year".
bool PhraseReader::during() {
    const std::size_t begin = m_at;
    skip_any({Sense::In, Sense::On});
    if (!skip(Sense::During)) {
        back_to(begin);
        return false;
    }
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    if (whole_plan()) {
        return true;
    }
    skip(Sense::Current);
    if (is(Sense::YearUnit)) {
        skip_year_units();
        m_found.throughout = Duration::Year;
        return true;
    }
    if (is(Sense::Realisation) || (is(Sense::Span) && !is(Sense::From, 1))) {
        ++m_at;
        swallow();
        m_found.throughout = Duration::Plan;
        return true;
    }
    return throughout_named(begin);
}

// «в течение 2021 года», «в течение 2020-2021 учебного года»: years that are named.
bool PhraseReader::throughout_named(std::size_t begin) {
    const std::size_t at = m_at;
    const std::size_t doubts = m_found.doubts.size();
    const auto named = part();
    if (named && named->grain == Grain::SchoolYear && !named->year && !named->is_next) {
        m_found.throughout = Duration::SchoolYear;
        return true;
    }
    if (!named || named->grain < Grain::Year || named->edge != Edge::None) {
        m_found.doubts.resize(doubts);
        back_to(begin);
        return false;
    }
    m_found.doubts.resize(doubts);
    back_to(at);
    m_found.throughout = Duration::Year;
    return range_phrase(at);
}

// «весь период», «весь год», «за весь срок реализации».
bool PhraseReader::whole_plan() {
    const std::size_t begin = m_at;
    skip_any({Sense::In, Sense::On, Sense::Within});
    skip(Sense::Article);
    if (!skip(Sense::Whole)) {
        back_to(begin);
        return false;
    }
    skip(Sense::Current);
    if (is(Sense::YearUnit)) {
        skip_year_units();
        m_found.throughout = Duration::Year;
        return true;
    }
    if (skip_any({Sense::Span, Sense::Course})) {
        swallow();
        m_found.throughout = Duration::Plan;
        return true;
    }
    return throughout_named(begin);
}

// «в ходе реализации проекта», «в период реализации», «период реализации программы».
bool PhraseReader::span_of_plan() {
    const std::size_t begin = m_at;
    skip_any({Sense::In, Sense::On});
    if (!skip_any({Sense::Span, Sense::Course}) || !skip(Sense::Realisation)) {
        back_to(begin);
        return false;
    }
    if (is_any({Sense::Colon, Sense::Dash})) {
        label(begin, PieceMeaning::Ignored); // «Срок исполнения: май»
        return true;
    }
    swallow();
    m_found.throughout = Duration::Plan;
    return true;
}

// «по графику», «согласно плану», «по мере поступления средств», "as needed".
bool PhraseReader::without_date() {
    constexpr std::size_t kMostWordsBetween = 3;
    const std::size_t begin = m_at;
    skip_any({Sense::In});
    const bool accords = skip(Sense::According);
    if (accords) {
        skip_any({Sense::From, Sense::Through}); // «в соответствии с», "according to"
    }
    const bool opens = accords || (back_to(begin), skip(Sense::Through)) || skip(Sense::On);
    const bool fixed_terms = !opens && is(Sense::In) && is(Sense::Filler, 1) &&
                             is_any({Sense::Span, Sense::Occasion}, 2);
    if (fixed_terms) {
        m_at += 3;
    } else if (opens) {
        std::size_t between = 0;
        while (between < kMostWordsBetween && is_any({Sense::Filler, Sense::Unknown, Sense::School,
                                                      Sense::Frequency, Sense::Event},
                                                     between)) {
            ++between;
        }
        const bool any_words = accords && m_atoms[m_at - 1].form != WordForm::English &&
                               between > 0 && !starts_date(0);
        if (any_words && !is_any({Sense::Schedule, Sense::Occasion}, between)) {
            --between; // «при наличии вакансий», «в соответствии с приказом»
        } else if (!is_any({Sense::Schedule, Sense::Occasion}, between)) {
            back_to(begin);
            return false;
        }
        m_at += between + 1;
    } else {
        back_to(begin);
        return false;
    }
    swallow();
    // «по плану работы на 2021 год» names the plan, perhaps the time as well.
    if (is_any({Sense::On, Sense::Within}) && is(Sense::Year, 1)) {
        const bool doubtful = !m_in_bracket;
        ++m_at;
        const std::size_t doubts = m_found.doubts.size();
        part();
        m_found.doubts.resize(doubts);
        if (doubtful) {
            m_found.doubt(ReviewReason::Unread);
        }
        for (std::size_t i = begin; i < m_at; ++i) {
            m_labels[i].reset();
        }
    }
    m_found.without_date = true;
    label(begin, PieceMeaning::WithoutDate);
    return true;
}

bool PhraseReader::is_plain_word(std::size_t ahead) const {
    switch (peek(ahead).sense) {
    case Sense::Unknown:
        return !peek(ahead).doubtful;
    case Sense::Filler:
    case Sense::Article:
    case Sense::Of:
    case Sense::And:
    case Sense::Or:
    case Sense::In:
    case Sense::On:
    case Sense::By:
    case Sense::From:
    case Sense::Through:
    case Sense::Within:
    case Sense::After:
    case Sense::Schedule:
    case Sense::According:
    case Sense::Occasion:
    case Sense::Results:
    case Sense::Event:
    case Sense::Moment:
    case Sense::Working:
    case Sense::Realisation:
    case Sense::Course:
    case Sense::Span:
    case Sense::School:
    case Sense::YearUnit:
    case Sense::MonthUnit:
    case Sense::WeekUnit:
    case Sense::DayUnit:
    case Sense::QuarterUnit:
    case Sense::HalfUnit:
    case Sense::Term:
    case Sense::Begin:
    case Sense::End:
    case Sense::Each:
    case Sense::Reporting:
    case Sense::Current:
        return true;
    default:
        return false;
    }
}

// Whether a date, a repetition or a bound with a date begins there; a few small words may stand
// before it.
bool PhraseReader::starts_date(std::size_t ahead) const {
    constexpr std::size_t kMostSmallWords = 3;
    bool bounded = false;
    for (const std::size_t last = ahead + kMostSmallWords; ahead <= last; ++ahead) {
        if (is_any({Sense::Number, Sense::Ordinal, Sense::Year, Sense::FullDate, Sense::DayMonth,
                    Sense::MonthYear, Sense::Month, Sense::Season, Sense::SeasonAdjective,
                    Sense::Holidays, Sense::Weekday, Sense::Frequency, Sense::TimesWord,
                    Sense::Times, Sense::QuarterMark, Sense::DateLike, Sense::Always,
                    Sense::During},
                   ahead)) {
            return true;
        }
        if (is(Sense::Not, ahead)) {
            return is_any({Sense::Later, Sense::Earlier, Sense::Rarer}, ahead + 1);
        }
        if (bounded && is_any({Sense::Begin, Sense::End}, ahead)) {
            return true;
        }
        bounded = is_any({Sense::Until, Sense::By}, ahead);
        if (!bounded && !is_any({Sense::In, Sense::On, Sense::From, Sense::Through, Sense::Within,
                                 Sense::After},
                                ahead)) {
            return false;
        }
    }
    return false;
}

// Goes over words that say nothing of dates, also behind a comma or in the next line.
void PhraseReader::swallow() {
    while (!at_end()) {
        std::size_t ahead = 0;
        while (is_any({Sense::Comma, Sense::NewLine, Sense::Dash, Sense::Colon}, ahead)) {
            ++ahead;
        }
        if (!is_plain_word(ahead) || starts_date(ahead)) {
            return;
        }
        m_at += ahead + 1;
    }
}

} // namespace vekha::reading
