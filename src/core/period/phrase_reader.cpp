#include "core/period/phrase_reader.hpp"

#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/fill_years.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vekha::reading {
namespace {

bool is_separator(Sense sense) {
    return sense == Sense::Comma || sense == Sense::Colon || sense == Sense::NewLine ||
           sense == Sense::And || sense == Sense::Or || sense == Sense::Dash ||
           sense == Sense::Slash || sense == Sense::Close;
}

// Words that belong to dates; alone they say nothing, but something was meant by them.
bool is_part_of_date(Sense sense) {
    return sense < Sense::In && sense != Sense::Article && !is_separator(sense);
}

bool lasts_years(const Stretch& stretch) {
    return stretch.first.grain >= Grain::Year;
}

// What a bracket says of the phrase before it.
enum class BracketRole : std::uint8_t {
    Nothing,      // also «(отчёт за 2020 г.)», «(приказ от 15.03.2021)»
    NamesPart,    // «Ежегодно (первое полугодие)», «В течение года (2021)»
    NamesYear,    // «июнь (2021 г.)»
    SaysWhen,     // «в период проведения ВПР (март-апрель 2021)»
    SaysHowOften, // «В течение года (ежемесячно)»
    SaysHowLong,  // «2021 год (в течение года)»
    OtherDates,
};

BracketRole role_of(const Findings& inner, const Findings& outer) {
    if (!inner.says_when() || inner.has_doubt(ReviewReason::DocumentDate)) {
        return BracketRole::Nothing;
    }
    const bool only_dates = !inner.repetition && !inner.relation && !inner.stretches.empty();
    const bool only_repetition = inner.repetition && inner.stretches.empty();
    const bool is_bare = outer.stretches.empty();
    const bool lasts = outer.throughout != Duration::None && !outer.repetition;
    if (only_dates && is_bare &&
        (outer.repetition || (lasts && lasts_years(inner.stretches.front())))) {
        return BracketRole::NamesPart;
    }
    if (only_dates && outer.relation && !outer.relation->is_counted && is_bare &&
        outer.throughout == Duration::None) {
        return BracketRole::SaysWhen;
    }
    if (only_dates && !is_bare && inner.stretches.size() == 1 && inner.is_report &&
        is_year_long(inner.stretches.front().last)) {
        return BracketRole::Nothing;
    }
    if (only_dates && !is_bare && inner.stretches.size() == 1 && inner.doubts.empty()) {
        const Stretch& year = inner.stretches.front();
        const Stretch& last = outer.stretches.back();
        const bool needs = !last.first.year && !last.last.year && !is_year_long(last.last) &&
                           last.last.grain > Grain::MonthDay;
        if (needs && !year.is_range && year.bound == Bound::None && is_year_long(year.first) &&
            year.first.year) {
            return BracketRole::NamesYear;
        }
    }
    if (only_repetition && lasts &&
        std::all_of(outer.stretches.begin(), outer.stretches.end(), lasts_years)) {
        return BracketRole::SaysHowOften;
    }
    if (!inner.repetition && !inner.relation && inner.stretches.empty()) {
        return BracketRole::SaysHowLong;
    }
    return inner.stretches.empty() && !inner.repetition ? BracketRole::Nothing
                                                        : BracketRole::OtherDates;
}

} // namespace

PhraseReader::PhraseReader(const std::vector<Atom>& atoms, Labels& labels)
    : m_atoms(atoms), m_labels(labels), m_end(atoms.size()) {}

PhraseReader::PhraseReader(const PhraseReader& outer, std::size_t begin, std::size_t end)
    : m_atoms(outer.m_atoms), m_labels(outer.m_labels), m_at(begin), m_end(end),
      m_depth(outer.m_depth + 1), m_in_bracket(true) {}

Findings PhraseReader::read() && {
    read_all();
    return std::move(m_found);
}

const Atom& PhraseReader::peek(std::size_t ahead) const {
    static const Atom kNothing{.sense = Sense::Nothing};
    return m_at + ahead < m_end ? m_atoms[m_at + ahead] : kNothing;
}

bool PhraseReader::has(std::uint64_t low, std::uint64_t high, std::size_t ahead) const {
    const auto bit = static_cast<unsigned>(peek(ahead).sense);
    return ((bit < SenseSet::kHalf ? low : high) >> (bit % SenseSet::kHalf) & 1U) != 0;
}

bool PhraseReader::skip(Sense sense) {
    const bool found = is(sense);
    m_at += found ? 1U : 0U;
    return found;
}

bool PhraseReader::skip_of(std::uint64_t low, std::uint64_t high) {
    const bool found = has(low, high, 0);
    m_at += found ? 1U : 0U;
    return found;
}

void PhraseReader::back_to(std::size_t at) {
    for (std::size_t i = at; i < m_at; ++i) {
        m_labels[i].reset();
    }
    m_at = at;
}

void PhraseReader::label(std::size_t from, PieceMeaning meaning) {
    for (std::size_t i = from; i < m_at; ++i) {
        if (!m_labels[i]) {
            m_labels[i] = meaning;
        }
    }
}

void PhraseReader::read_all() {
    while (!at_end()) {
        read_next();
    }
    complete_bare_numbers();
}

void PhraseReader::read_next() {
    if (separator() || bracket() || exception() || without_date() || repetition() || throughout() ||
        counted_from_event() || dated() || event_phrase()) {
        return;
    }
    leave_unread();
}

bool PhraseReader::separator() {
    const std::size_t begin = m_at;
    if (!is_separator(peek().sense)) {
        return false;
    }
    m_on_new_line = m_on_new_line || is(Sense::NewLine);
    m_after_or = m_after_or || is_any({Sense::Or, Sense::Slash});
    const bool begins_line = begin > 0 && m_atoms[begin - 1].sense == Sense::NewLine;
    m_after_dash = m_after_dash || (is(Sense::Dash) && !begins_line);
    const bool dangling =
        is(Sense::Dash) && begin > 0 && at_end_of_text(1) && !m_found.stretches.empty();
    if (dangling) {
        m_found.doubt(ReviewReason::Unread); // «март 2021 –»: until when?
    }
    ++m_at;
    label(begin, PieceMeaning::Ignored);
    return true;
}

bool PhraseReader::at_end_of_text(std::size_t ahead) const {
    while (is_any({Sense::NewLine, Sense::Comma}, ahead)) {
        ++ahead;
    }
    return is(Sense::Nothing, ahead);
}

// A bracket is read on its own. It gives no date, but it may say of the phrase before it which part
// of the year is meant («Ежегодно (первое полугодие)»).
bool PhraseReader::bracket() {
    constexpr std::size_t kDeepest = 3;
    if (!is(Sense::Open)) {
        return false;
    }
    const std::size_t begin = m_at;
    if (m_depth == kDeepest) {
        ++m_at;
        label(begin, PieceMeaning::Ignored);
        return true;
    }
    std::size_t depth = 0;
    std::size_t close = m_at;
    for (; close < m_end; ++close) {
        const Sense sense = m_atoms[close].sense;
        depth += sense == Sense::Open ? 1U : 0U;
        if (sense == Sense::Close && --depth == 0) {
            break;
        }
    }
    PhraseReader inner(*this, m_at + 1, close);
    // What stands before the bracket was not said yet when the bracket opens the cell.
    inner.m_in_bracket = m_found.says_when() || m_found.without_date || m_in_bracket;
    inner.read_all();
    m_at = std::min(close + 1, m_end);
    merge_bracket(inner.m_found, begin);
    if (!inner.m_found.says_when()) {
        year_behind_bracket();
    }
    return true;
}

// «июнь (11 классы) 2021 г.».
void PhraseReader::year_behind_bracket() {
    if (!is(Sense::Year) || m_found.stretches.empty()) {
        return;
    }
    Stretch& stretch = m_found.stretches.back();
    if (stretch.first.year || stretch.last.year || stretch.last.grain >= Grain::Year) {
        return;
    }
    const std::size_t begin = m_at;
    trailing_year(stretch.last);
    if (!stretch.is_range) {
        stretch.first = stretch.last;
    }
    label(begin, PieceMeaning::Year);
}

void PhraseReader::take(const Findings& inner) {
    for (const Stretch& stretch : inner.stretches) {
        m_found.stretches.push_back(stretch);
    }
    for (const ReviewReason reason : inner.doubts) {
        m_found.doubt(reason);
    }
    m_found.has_unread = m_found.has_unread || inner.has_unread;
}

void PhraseReader::merge_bracket(const Findings& inner, std::size_t begin) {
    m_found.weekdays |= inner.weekdays;
    if (inner.has_exception) {
        m_found.doubt(ReviewReason::Unread);
    }
    m_labels[begin] = PieceMeaning::Ignored;
    if (m_at > begin + 1 && m_atoms[m_at - 1].sense == Sense::Close) {
        m_labels[m_at - 1] = PieceMeaning::Ignored;
    }
    if (!m_found.says_when()) {
        if (m_found.without_date && inner.says_when()) {
            m_found.doubt(ReviewReason::DateInBracket); // «по графику (апрель-май)»
        }
        take(inner);
        m_found.repetition = inner.repetition;
        m_found.relation = inner.relation;
        m_found.throughout = inner.throughout;
        m_found.without_date = m_found.without_date || inner.without_date;
        return;
    }
    m_found.without_date = m_found.without_date || inner.without_date;
    switch (role_of(inner, m_found)) {
    case BracketRole::Nothing:
        return;
    case BracketRole::NamesPart:
        take(inner);
        return;
    case BracketRole::NamesYear:
        put_under(inner.stretches.front(), m_found.stretches.back(), m_found);
        return;
    case BracketRole::SaysWhen:
        m_found.relation.reset();
        m_found.doubt(ReviewReason::DateInBracket);
        take(inner);
        return;
    case BracketRole::SaysHowOften:
        m_found.repetition = inner.repetition;
        return;
    case BracketRole::SaysHowLong:
        if (m_found.throughout == Duration::None) {
            m_found.throughout = inner.throughout;
        }
        return;
    case BracketRole::OtherDates:
        m_found.doubt(ReviewReason::DateInBracket);
        for (std::size_t i = begin; i < m_at; ++i) {
            m_labels[i] = PieceMeaning::Ignored;
        }
        return;
    }
}

// «февраль 2021, далее постоянно»: open from the month on, most likely.
bool PhraseReader::goes_on() {
    if (m_found.stretches.empty()) {
        return false;
    }
    Stretch& last = m_found.stretches.back();
    if (last.is_range || last.bound != Bound::None || last.first.grain == Grain::Bare) {
        return false;
    }
    last.bound = Bound::From;
    m_found.doubt(ReviewReason::FirstDayUnclear);
    return true;
}

// «кроме июля и августа», «за исключением лета», «в июле не проводится»: the dates that are named
// are just those that are not meant.
bool PhraseReader::exception() {
    const std::size_t begin = m_at;
    skip(Sense::Within);
    const bool denies = is(Sense::Not) && is(Sense::Unknown, 1) && m_found.says_when();
    const bool excepts =
        is(Sense::Except) && (peek().value == 0 || m_found.says_when()); // «без отрыва от …»
    if (!excepts && !denies) {
        back_to(begin);
        return false;
    }
    if (denies && begin > 0 && m_labels[begin - 1] < PieceMeaning::Until &&
        m_labels[begin - 1].has_value() && !m_found.stretches.empty()) {
        m_found.stretches.pop_back();
    }
    while (!at_end() && !is(Sense::NewLine)) {
        ++m_at;
    }
    label(begin, PieceMeaning::Unread);
    m_found.has_exception = true;
    m_found.doubt(ReviewReason::Unread);
    return true;
}

// «в 10 часов», «с 10.00 до 12.00».
bool PhraseReader::hours() {
    const std::size_t begin = m_at;
    skip_any({Sense::From, Sense::Until});
    if (!time_of_day()) {
        back_to(begin);
        return false;
    }
    const std::size_t at = m_at;
    if (!skip_any({Sense::Until, Sense::Through, Sense::Dash}) || !time_of_day()) {
        back_to(at);
    }
    label(begin, PieceMeaning::Ignored);
    return true;
}

void PhraseReader::leave_unread() {
    const std::size_t begin = m_at;
    const Sense sense = peek().sense;
    if (hours()) {
        return;
    }
    ++m_at;
    const bool counts_things = (sense == Sense::Number && m_atoms[begin].digits <= 2) ||
                               (sense == Sense::Ordinal && m_atoms[begin].value > 0);
    if (counts_things && is(Sense::Dash) && is(Sense::Number, 1) && is(Sense::Filler, 2)) {
        m_at += 2;
    }
    if (counts_things && is(Sense::Filler)) {
        label(begin, PieceMeaning::Ignored); // «9 класс», «II этап»
        return;
    }
    if (sense == Sense::Further && is_any({Sense::Through, Sense::According})) {
        m_found.doubt(ReviewReason::MixedMeanings); // «далее по графику»
        label(begin, PieceMeaning::Ignored);
        return;
    }
    if (sense == Sense::Further && goes_on()) {
        label(begin, PieceMeaning::From);
        return;
    }
    switch (sense) {
    case Sense::Filler:
    case Sense::Article:
    case Sense::Of:
    case Sense::In:
    case Sense::On:
    case Sense::Inclusive:
    case Sense::Realisation:
    case Sense::Span:
    case Sense::Course:
    case Sense::Moment:
    case Sense::School:
    case Sense::Schedule:
    case Sense::Event:
    case Sense::Occasion:
    case Sense::Time:
    case Sense::Each:
    case Sense::Starting:
        label(begin, PieceMeaning::Ignored);
        return;
    case Sense::Reporting:
        label(begin, PieceMeaning::Ignored);
        m_found.doubt(ReviewReason::OccurrencesGuessed);
        return;
    case Sense::Weekday:
        // Beside a date the name of its weekday says nothing new.
        label(begin, PieceMeaning::Ignored);
        m_found.weekdays |=
            static_cast<std::uint8_t>(1U << static_cast<unsigned>(m_atoms[begin].value));
        return;
    default:
        break;
    }
    label(begin, PieceMeaning::Unread);
    if (!m_in_bracket || is_part_of_date(sense) || sense == Sense::DateLike) {
        const bool is_plain_number = m_in_bracket && sense == Sense::Number;
        if (!is_plain_number) {
            m_found.has_unread = true;
            m_found.doubt(ReviewReason::Unread);
        }
    }
}

// Whether a date stands before this place with nothing between, and without a year that would end
// it.
bool PhraseReader::follows_at_once(std::size_t begin) const {
    if (begin == 0 || m_on_new_line) {
        return false;
    }
    const auto before = m_labels[begin - 1];
    const Stretch& last = m_found.stretches.back();
    return before && *before < PieceMeaning::Until && !last.first.year && !last.last.year;
}

void PhraseReader::add(Stretch stretch, std::size_t begin) {
    if (m_after_or && !m_found.stretches.empty()) {
        m_found.doubt(ReviewReason::Alternatives);
    }
    const bool leads = is_year_long(stretch.first) && stretch.bound == Bound::None;
    const bool is_led = !m_found.stretches.empty() && is_year_long(m_found.stretches.back().last) &&
                        !stretch.first.year;
    if (!m_found.stretches.empty() && !is_led && (m_after_dash || follows_at_once(begin))) {
        m_found.doubt(ReviewReason::WordUnclear); // a range, or two dates?
    }
    if (!m_found.stretches.empty() && m_found.stretches.back().anchor != Anchor::None) {
        m_found.doubt(ReviewReason::MixedMeanings); // «через неделю после 1 мая и 1 июня»
    }
    m_after_dash = false;
    const bool in_list = !m_found.stretches.empty() && !m_on_new_line &&
                         m_found.stretches.back().bound == Bound::Until &&
                         stretch.bound == Bound::None && !(leads && m_year_leads);
    m_year_leads = m_year_leads || leads;
    if (in_list) {
        m_found.doubt(ReviewReason::LastDayUnclear); // «до 15 марта и 15 сентября»
        stretch.bound =
            stretch.is_range || stretch.first.grain > Grain::Day ? Bound::None : Bound::Until;
    }
    m_found.stretches.push_back(stretch);
    m_found.stretches.back().on_new_line = m_on_new_line;
    m_on_new_line = false;
    m_after_or = false;
}

// Two phrases may say it together («еженедельно по пятницам»); where they differ somebody has to
// look.
void PhraseReader::repeat(const Repetition& repetition) {
    if (!m_found.repetition) {
        m_found.repetition = repetition;
        return;
    }
    Repetition& before = *m_found.repetition;
    const bool refines = repetition.unit == before.unit ||
                         (repetition.unit == Unit::Week && before.unit == Unit::Week);
    if (refines) {
        before.weekdays |= repetition.weekdays;
        before.nth = before.nth == 0 ? repetition.nth : before.nth;
        before.times = std::max(before.times, repetition.times);
        before.every = std::max(before.every, repetition.every);
        before.at_least = before.at_least || repetition.at_least;
    } else {
        m_found.doubt(ReviewReason::MixedMeanings);
    }
}

} // namespace vekha::reading
