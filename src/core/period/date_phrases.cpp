// Dates with bounds, ranges and lists: «до 15 апреля», «с 10 по 15 марта», «март, май 2021».
#include "core/calendar/date.hpp"
#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/occurrences.hpp"
#include "core/period/period_reader.hpp"
#include "core/period/phrase_reader.hpp"

#include <cstddef>
#include <optional>
#include <utility>

namespace vekha::reading {
namespace {

bool is_whole_unit(const CalendarPart& part) {
    return part.grain >= Grain::MonthPart && part.edge == Edge::None;
}

// «сентябрь-октябрь-ноябрь»: each is the next one.
bool follows(const CalendarPart& before, const CalendarPart& part) {
    const bool months = before.grain == Grain::Month && part.grain == Grain::Month;
    return months ? part.month == before.month % kMonthsInYear + 1
                  : part.number == before.number + 1 && part.grain == before.grain;
}

} // namespace

bool PhraseReader::dated() {
    const std::size_t begin = m_at;
    const std::size_t doubts = m_found.doubts.size();
    // «в срок до», «в период с», «срок: до».
    if (is(Sense::Span) || (is_any({Sense::In, Sense::On}) && is(Sense::Span, 1))) {
        skip_any({Sense::In, Sense::On});
        ++m_at;
        skip_any({Sense::Colon, Sense::Dash});
        if (!is_any({Sense::From, Sense::Until, Sense::Starting, Sense::Not, Sense::SeasonAdjective,
                     Sense::Month, Sense::Number, Sense::FullDate, Sense::DayMonth, Sense::Ordinal,
                     Sense::MonthYear, Sense::Year, Sense::Through})) {
            back_to(begin);
            return false;
        }
        label(begin, PieceMeaning::Ignored);
    }
    Bound bound = Bound::None;
    bool is_soft = false;
    const std::size_t bound_begin = m_at;
    const bool bounded = bound_before(bound, is_soft);
    if (bounded) {
        label(bound_begin, bound == Bound::Until ? PieceMeaning::Until : PieceMeaning::From);
    }
    bool found = false;
    if (bound == Bound::Until) {
        found = until_phrase(bound_begin, is_soft);
    } else if (bound == Bound::From) {
        found = from_phrase(bound_begin);
    } else if (!bounded) {
        found = range_phrase(bound_begin);
    }
    if (!found) {
        back_to(begin);
        m_found.doubts.resize(doubts);
    }
    return found;
}

// The words of a bound. Soft: the named unit itself may be meant to count or not («до мая»).
bool PhraseReader::bound_before(Bound& bound, bool& is_soft) {
    if (is_any({Sense::Until, Sense::By})) {
        bound = Bound::Until;
        is_soft = true;
        ++m_at;
        if (is(Sense::Open) && is(Sense::Not, 1) && is(Sense::Later, 2) && is(Sense::Close, 3)) {
            m_at += 4; // «до (не позднее) 1 июля»
        }
        return true;
    }
    if (is(Sense::Through) && peek().value == 0) {
        bound = Bound::Until;
        ++m_at;
        return true;
    }
    if (not_bound(Sense::Later)) {
        bound = Bound::Until;
        return true;
    }
    if (not_bound(Sense::Earlier) || skip(Sense::Starting)) {
        skip(Sense::From);
        bound = Bound::From;
        return true;
    }
    if (is(Sense::From)) {
        bound = Bound::From;
        ++m_at;
        return true;
    }
    return false;
}

// «не позднее, чем».
bool PhraseReader::not_bound(Sense direction) {
    if (!is(Sense::Not) || !is(direction, 1)) {
        return false;
    }
    m_at += 2;
    skip(Sense::Comma);
    skip(Sense::Than);
    skip(Sense::By);
    return true;
}

// «12 до 15 часов»
bool PhraseReader::is_range_of_hours() const {
    return is(Sense::Number) && is_any({Sense::Through, Sense::Until, Sense::Dash}, 1) &&
           is(Sense::Number, 2) && is(Sense::HourUnit, 3);
}

// «12:00», «18 ч. 30 мин.»: the hour says nothing of the day that it stands beside.
bool PhraseReader::time_of_day() {
    const std::size_t begin = m_at;
    if (skip(Sense::Time)) {
        skip(Sense::HourUnit);
    }
    if (is_range_of_hours()) {
        m_at += 2;
    }
    while (is(Sense::Number) && is(Sense::HourUnit, 1)) {
        m_at += 2;
    }
    label(begin, PieceMeaning::Ignored);
    return m_at > begin;
}

bool PhraseReader::from_phrase(std::size_t begin) {
    const bool document = m_atoms[m_at - 1].sense == Sense::From && m_atoms[m_at - 1].value == 1;
    if (is_range_of_hours()) {
        return false; // «с 12 до 15 часов 20 мая» is that day
    }
    time_of_day();
    const auto first = part();
    if (!first) {
        return false;
    }
    Stretch stretch{.first = *first, .last = *first, .bound = Bound::From};
    const std::size_t before = m_at;
    Relation lasts;
    if (first->grain == Grain::Day && (skip(Sense::In), skip(Sense::During)) &&
        count_of_days(lasts) && lasts.days > 0) {
        // «с 11 октября в течение 5 дней»
        m_found.doubt(lasts.offset.is_working ? ReviewReason::Vague : ReviewReason::LastDayUnclear);
        stretch.is_range = true;
        stretch.bound = Bound::None;
        stretch.anchor = Anchor::From;
        stretch.offset = lasts.offset;
        label(begin, PieceMeaning::Relative);
        add(stretch, begin);
        return true;
    }
    back_to(before);
    time_of_day();
    skip_any({Sense::Comma, Sense::NewLine});
    skip(Sense::And);
    const bool until = is(Sense::Until);
    const bool between = m_atoms[begin].value == 2 && m_atoms[m_at - 1].sense == Sense::And;
    if (between || not_bound(Sense::Later) ||
        skip_any({Sense::Through, Sense::Until, Sense::Dash})) {
        skip_any({Sense::Through, Sense::Until});
        label(before, PieceMeaning::Joint);
        time_of_day();
        m_in_range_of_years = is_year_long(*first);
        const auto last = part();
        m_in_range_of_years = false;
        if (last) {
            stretch.last = *last;
            stretch.is_range = true;
            stretch.bound = Bound::None;
            if (until && is_whole_unit(*last)) {
                m_found.doubt(ReviewReason::LastDayUnclear);
            }
            finish(stretch, begin);
            return true;
        }
    }
    back_to(before);
    if (first->grain == Grain::Bare || is_of_any_month(*first)) {
        return false;
    }
    if (document) {
        stretch.bound = Bound::None;
        m_found.doubt(ReviewReason::DocumentDate);
    }
    while (skip_any({Sense::And, Sense::Further})) {
    }
    finish(stretch, begin);
    return true;
}

bool PhraseReader::until_phrase(std::size_t begin, bool is_soft) {
    if (time_of_day() && m_found.stretches.empty()) {
        skip_any({Sense::Comma, Sense::Dash});
    }
    auto last = part();
    if (!last) {
        return false;
    }
    if (last->is_next && last->edge == Edge::None) {
        last->edge = Edge::First; // «к новому учебному году»
    }
    if (is_soft && is_whole_unit(*last)) {
        m_found.doubt(ReviewReason::LastDayUnclear);
    }
    skip(Sense::Inclusive);
    finish({.first = *last, .last = *last, .bound = Bound::Until}, begin);
    return true;
}

// «-», or words that join two parts to a range.
bool PhraseReader::joint() {
    const std::size_t begin = m_at;
    time_of_day();
    const bool new_line = is(Sense::NewLine) && is(Sense::Dash, 1);
    if (new_line) {
        ++m_at;
    }
    if (skip(Sense::Dash)) {
        while (skip(Sense::Dash)) {
        }
        if (new_line) {
            m_found.doubt(ReviewReason::WordUnclear); // a bullet perhaps
        }
        skip(Sense::NewLine);
        skip_any({Sense::Through, Sense::Until});
    } else if (!skip(Sense::Through)) {
        back_to(begin);
        return false;
    }
    label(begin, PieceMeaning::Joint);
    return true;
}

// The part behind a dash. «2022 г. – сентябрь» is no range: its year is a heading.
std::optional<CalendarPart> PhraseReader::range_end(const Stretch& stretch) {
    const bool leads = is_year_long(stretch.first) && is_year_long(stretch.last);
    m_year_leads = m_year_leads || leads;
    m_in_range_of_years = leads;
    auto last = part();
    m_in_range_of_years = false;
    if (last && leads && !is_year_long(*last) && !last->year) {
        last.reset();
    }
    return last;
}

bool PhraseReader::range_phrase(std::size_t begin) {
    while (skip_any({Sense::In, Sense::On, Sense::During})) {
    }
    const bool within = skip(Sense::Within);
    label(begin, PieceMeaning::Ignored);
    std::optional<CalendarPart> first;
    if (is_any({Sense::Begin, Sense::Middle, Sense::End})) {
        const std::size_t at = m_at;
        const Sense edge = peek().sense;
        ++m_at;
        first = vague_part(edge);
        if (first) {
            label(at, PieceMeaning::MonthPart);
        }
    } else {
        first = part();
    }
    if (!first) {
        return false;
    }
    Stretch stretch{.first = *first, .last = *first};
    bool breaks = false;
    std::size_t doubts = m_found.doubts.size();
    for (std::size_t before = m_at; joint(); before = m_at, doubts = m_found.doubts.size()) {
        std::optional<CalendarPart> last;
        if (is_any({Sense::Begin, Sense::Middle, Sense::End}) &&
            stretch.first.grain == Grain::MonthPart) {
            const Sense edge = peek().sense;
            const std::size_t at = m_at++;
            last = vague_part(edge);
            if (last) {
                label(at, PieceMeaning::MonthPart);
            }
        } else if (m_english_day && is(Sense::Number) && !is(Sense::Month, 1)) {
            last = stretch.first; // "May 10-15, 2021"
            last->day = peek().value;
            ++m_at;
            trailing_year(*last);
            label(m_at - 1, PieceMeaning::Day);
        } else {
            last = range_end(stretch);
        }
        if (!last) {
            back_to(before);
            m_found.doubts.resize(doubts);
            break;
        }
        breaks = breaks || !follows(stretch.last, *last);
        stretch.has_chain = stretch.is_range;
        stretch.last = *last;
        stretch.is_range = true;
    }
    if (stretch.has_chain && breaks) {
        m_found.doubt(ReviewReason::WordUnclear); // «март-май-сентябрь»: from March on, or three?
    }
    m_found.is_report = m_found.is_report || within;
    if (within) {
        m_found.doubt(ReviewReason::MixedMeanings); // «за I квартал»: a report of it comes later
    }
    if (!stretch.is_range && first->grain == Grain::Bare &&
        !is_any({Sense::Comma, Sense::And, Sense::Slash})) {
        return false;
    }
    finish(stretch, begin);
    return true;
}

void PhraseReader::finish(Stretch stretch, std::size_t begin) {
    const CalendarPart& last = stretch.last;
    const bool names = stretch.is_range && stretch.first.edge == Edge::None &&
                       stretch.first.grain >= Grain::Month && last.grain == Grain::Day;
    if (names && (stretch.first.grain > Grain::Month || stretch.first.month == last.month)) {
        m_found.doubt(ReviewReason::WordUnclear); // «1 квартал – 10 апреля»: is it the day for it?
    }
    if (stretch.is_range && last.grain == Grain::Year && last.edge == Edge::None &&
        stretch.first.grain < Grain::Year && stretch.first.grain != Grain::Bare) {
        m_found.doubt(ReviewReason::LastDayUnclear);
    }
    if (stretch.is_range && last.grain == Grain::Year && stretch.first.grain == Grain::Year &&
        stretch.first.year && last.year && *last.year == *stretch.first.year + 1 &&
        m_atoms[m_at - 1].sense == Sense::Year && m_atoms[m_at - 2].sense == Sense::Dash) {
        m_found.doubt(ReviewReason::WordUnclear); // two years, or a school year
    }
    skip(Sense::Inclusive);
    add(stretch, begin);
    number_of_months();
}

// Behind «5 числа» and «первая неделя»: «каждого месяца», «последнего месяца квартала».
void PhraseReader::number_of_months() {
    Stretch& stretch = m_found.stretches.back();
    if (!is_of_any_month(stretch.last)) {
        return;
    }
    const std::size_t begin = m_at;
    skip(Sense::Of);
    skip(Sense::Each);
    const int which = is(Sense::Ordinal) ? peek().value : 0;
    m_at += which != 0 ? 1U : 0U;
    std::optional<Unit> of;
    if (skip(Sense::MonthUnit)) {
        of = Unit::Month;
        while (skip_any({Sense::Of, Sense::Each, Sense::In})) {
        }
        if (which != 0 && is_any({Sense::QuarterUnit, Sense::HalfUnit})) {
            of = unit();
            stretch.first.number = which;
            stretch.last.number = which;
        }
    }
    if (!of || (which != 0 && (*of == Unit::Month || which > months_of(*of)))) {
        back_to(begin);
        return;
    }
    label(begin, PieceMeaning::Frequency);
    repeat({.unit = *of});
}

// Gives a number of a list the unit of the part that follows it.
bool PhraseReader::complete(CalendarPart& part, const CalendarPart& next) {
    part.was_bare = true;
    const int quarter = part.number == 11 ? 2 : part.number == 111 ? 3 : part.number;
    switch (next.grain) {
    case Grain::Day:
    case Grain::MonthDay:
        if (part.is_roman || part.number > kLongestMonth) {
            return false;
        }
        part.grain = next.grain;
        part.day = part.number;
        part.month = next.month;
        part.number = 0;
        return true;
    case Grain::Month:
        // «01-03.2021».
        if (part.is_roman || part.number > kMonthsInYear) {
            return false;
        }
        part.grain = Grain::Month;
        part.month = part.number;
        part.number = 0;
        m_found.doubt(ReviewReason::WordUnclear);
        return true;
    case Grain::MonthPart:
        part.grain = next.grain;
        part.month = next.month;
        part.part_days = next.part_days;
        return next.part_days != 0 && set_part_of_month(part, std::exchange(part.number, 0));
    case Grain::Quarter:
    case Grain::Term:
    case Grain::Half:
    case Grain::SchoolHalf:
        part.grain = next.grain;
        part.number = quarter;
        if (next.grain == Grain::Term && next.number > kTermsOfYear) {
            part.number += kTermsOfYear;
            return quarter <= kTrimesters;
        }
        return quarter <= (next.grain == Grain::Quarter || next.grain == Grain::Term ? 4 : 2);
    default:
        return false;
    }
}

// From the right to the left, so that «10, 12 и 15 марта» gets its month from the last.
void PhraseReader::complete_bare_numbers() {
    auto& stretches = m_found.stretches;
    const CalendarPart* next = nullptr;
    for (std::size_t at = stretches.size(); at > 0; --at) {
        Stretch& stretch = stretches[at - 1];
        bool complete_now = true;
        if (stretch.last.grain == Grain::Bare) {
            complete_now = next != nullptr && complete(stretch.last, *next);
        }
        if (complete_now && stretch.first.grain == Grain::Bare) {
            complete_now = stretch.is_range ? complete(stretch.first, stretch.last)
                                            : next != nullptr && complete(stretch.first, *next);
        }
        if (!complete_now) {
            m_found.doubt(ReviewReason::Unread);
            stretches.erase(stretches.begin() + static_cast<std::ptrdiff_t>(at - 1));
            next = nullptr;
            continue;
        }
        next = stretch.on_new_line ? nullptr : &stretch.first;
    }
}

} // namespace vekha::reading
