// One part of the calendar: a day, a month, a quarter …, with its year where one stands there.
#include "core/calendar/date.hpp"
#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"
#include "core/period/phrase_reader.hpp"

#include <array>
#include <cstddef>
#include <optional>

namespace vekha::reading {
namespace {

constexpr int kDecade = 10;
constexpr int kWeek = 7;
constexpr std::size_t kMostSeasons = 7;

// Scanners make two and three ones of II and III.
int quarter_number(int number) {
    return number == 11 ? 2 : number == 111 ? 3 : number;
}

bool is_day(const Atom& atom) {
    const bool counts = atom.sense == Sense::Number ? !atom.is_word && atom.digits <= 2
                                                    : atom.sense == Sense::Ordinal;
    return counts && !atom.is_roman && atom.value >= 1 && atom.value <= kLongestMonth;
}

CalendarPart of_month(int month) {
    CalendarPart part;
    part.grain = Grain::Month;
    part.month = month;
    return part;
}

} // namespace

std::optional<CalendarPart> PhraseReader::part() {
    const std::size_t begin = m_at;
    const std::size_t doubts = m_found.doubts.size();
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    for (const auto rule :
         {&PhraseReader::edge_part, &PhraseReader::digit_date, &PhraseReader::day_of_month,
          &PhraseReader::day_number, &PhraseReader::counted_part, &PhraseReader::marked_part,
          &PhraseReader::named_month, &PhraseReader::season, &PhraseReader::school_year,
          &PhraseReader::named_year, &PhraseReader::bare_number}) {
        const std::size_t at = m_at;
        if (auto found = (this->*rule)()) {
            label(begin, meaning_of(found->grain));
            return found;
        }
        back_to(at);
        m_found.doubts.resize(doubts);
    }
    back_to(begin);
    return std::nullopt;
}

// «конца мая», «начала учебного года»: the last and the first day, where a bound asks for one.
std::optional<CalendarPart> PhraseReader::edge_part() {
    const Sense edge = peek().sense;
    if (edge != Sense::Begin && edge != Sense::End && edge != Sense::Middle) {
        return std::nullopt;
    }
    ++m_at;
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    std::optional<CalendarPart> found;
    if (is_any({Sense::Begin, Sense::Middle, Sense::End})) {
        return std::nullopt;
    }
    if (edge == Sense::End && plan_words()) {
        found.emplace().grain = Grain::Plan;
    } else if (skip_any({Sense::Current, Sense::Working}), is(Sense::YearUnit)) {
        skip_year_units();
        found.emplace().grain = Grain::Year;
    } else {
        found = part();
    }
    if (!found || found->edge != Edge::None || found->grain < Grain::Month ||
        edge == Sense::Middle) {
        return std::nullopt;
    }
    found->edge = edge == Sense::Begin ? Edge::First : Edge::Last;
    return found;
}

// «проекта», «срока действия программы», «реализации мероприятий»; but not «программы курсов».
bool PhraseReader::plan_words() {
    constexpr int kPlan = 2;
    constexpr int kMeasures = 3; // say nothing alone
    const std::size_t begin = m_at;
    bool is_sure = skip(Sense::Span);
    const bool realises = skip(Sense::Realisation);
    while (peek().value == kPlan || (realises && peek().value == kMeasures)) {
        if (!is_any({Sense::Filler, Sense::Schedule})) {
            break;
        }
        is_sure = is_sure || realises || is(Sense::Schedule);
        ++m_at;
    }
    is_sure = is_sure || realises;
    if (m_at == begin || is_any({Sense::Filler, Sense::Unknown, Sense::Event, Sense::School})) {
        back_to(begin);
        return false;
    }
    if (!is_sure) {
        m_found.doubt(ReviewReason::LastDayUnclear); // «до конца проекта»: is it the plan?
    }
    return true;
}

// «начало мая», «середина марта» without a bound: a third of the month, roughly.
std::optional<CalendarPart> PhraseReader::vague_part(Sense edge) {
    auto found = part();
    if (found && found->grain == Grain::SchoolYear && found->number == 0 && edge != Sense::Middle) {
        // «конец учебного года» is May, where it is known of which one.
        const bool begins = edge == Sense::Begin;
        found->grain = Grain::Month;
        found->month = begins ? 9 : 5;
        found->year = found->year && !begins ? std::optional(*found->year + 1) : found->year;
        found->is_of_school_year = true;
        m_found.doubt(ReviewReason::Vague);
        return found;
    }
    if (!found || found->grain != Grain::Month || found->edge != Edge::None) {
        return std::nullopt;
    }
    found->grain = Grain::MonthPart;
    found->number = 1;
    found->first_day = edge == Sense::Begin ? 1 : edge == Sense::Middle ? 11 : 21;
    found->last_day = edge == Sense::Begin ? 10 : edge == Sense::Middle ? 20 : 0;
    m_found.doubt(ReviewReason::Vague);
    return found;
}

std::optional<CalendarPart> PhraseReader::digit_date() {
    const Atom& atom = peek();
    if (!is_any({Sense::FullDate, Sense::DayMonth, Sense::MonthYear})) {
        return std::nullopt;
    }
    ++m_at;
    CalendarPart found = of_month(atom.month);
    if (atom.doubtful) {
        m_found.doubt(ReviewReason::WordUnclear);
    }
    if (atom.sense != Sense::MonthYear) {
        found.grain = Grain::Day;
        found.day = atom.value;
    }
    if (atom.sense == Sense::DayMonth) {
        trailing_year(found);
    } else {
        found.year = atom.year;
        skip_year_units();
    }
    return found;
}

// «5 марта», «первое сентября», «April 15», «последний день марта».
std::optional<CalendarPart> PhraseReader::day_of_month() {
    CalendarPart found;
    found.grain = Grain::Day;
    if (is(Sense::Month) && peek().form == WordForm::English && is_day(peek(1)) &&
        !is(Sense::Month, 2)) {
        found.month = peek().value;
        found.day = peek(1).value;
        m_at += 2;
        m_english_day = true;
        trailing_year(found);
        return found;
    }
    const bool last = is(Sense::Ordinal) && peek().value == -1 && is(Sense::DayUnit, 1);
    if (!last && !is_day(peek())) {
        return std::nullopt;
    }
    found.day = peek().value;
    m_at += last ? 2 : 1;
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    if (last && skip(Sense::Each)) {
        if (!is(Sense::MonthUnit)) {
            return std::nullopt;
        }
        --m_at;
    }
    if (last && is_any({Sense::Each, Sense::MonthUnit})) {
        found.grain = Grain::MonthDay;
        return found;
    }
    if (!is(Sense::Month)) {
        return std::nullopt;
    }
    found.month = peek().value;
    if (peek().doubtful) {
        m_found.doubt(ReviewReason::WordUnclear);
    }
    ++m_at;
    trailing_year(found);
    return found;
}

// «5 числа», «20 числа апреля».
std::optional<CalendarPart> PhraseReader::day_number() {
    if (!is_day(peek()) || !is(Sense::DateNumber, 1)) {
        return std::nullopt;
    }
    CalendarPart found;
    found.grain = Grain::MonthDay;
    found.day = peek().value;
    const bool is_one = peek(1).form != WordForm::Plural; // «в первых числах мая» are several
    m_at += 2;
    if (is_one && is(Sense::Month)) {
        found.grain = Grain::Day;
        found.month = peek().value;
        ++m_at;
        trailing_year(found);
    }
    return found;
}

std::optional<CalendarPart> PhraseReader::named_month() {
    if (is(Sense::MonthUnit) && is(Sense::Month, 1)) {
        ++m_at;
    }
    if (!is(Sense::Month)) {
        return std::nullopt;
    }
    CalendarPart found = of_month(peek().value);
    if (peek().doubtful) {
        m_found.doubt(ReviewReason::WordUnclear);
    }
    ++m_at;
    skip(Sense::MonthUnit);
    trailing_year(found);
    return found;
}

// «1 квартал», «II полугодие», «первая декада мая», «последняя пятница сентября».
std::optional<CalendarPart> PhraseReader::counted_part() {
    const Atom& atom = peek();
    if (!is_any({Sense::Number, Sense::Ordinal}) || (atom.is_word && atom.value > 4)) {
        return std::nullopt;
    }
    ++m_at;
    return counted_unit(atom.value);
}

std::optional<CalendarPart> PhraseReader::counted_unit(int number) {
    CalendarPart found;
    found.number = quarter_number(number);
    switch (peek().sense) {
    case Sense::QuarterUnit:
        found.grain = Grain::Quarter;
        found.number = found.number == -1 ? 4 : found.number;
        break;
    case Sense::Term:
        return term(found);
    case Sense::School:
        if (!is(Sense::Term, 1)) {
            return std::nullopt;
        }
        ++m_at;
        return counted_unit(number);
    case Sense::HalfUnit:
    case Sense::HalfPart:
        return half_of(found.number);
    case Sense::Decade:
    case Sense::WeekUnit:
        return part_of_month(number, peek().sense);
    case Sense::Weekday:
        return weekday_of_month(number);
    default:
        return std::nullopt;
    }
    if (found.number < 1 || found.number > 4) {
        return std::nullopt;
    }
    ++m_at;
    trailing_year(found);
    return found;
}

// «2 четверть», «I триместр», «второй семестр»: as most schools have them.
std::optional<CalendarPart> PhraseReader::term(CalendarPart found) {
    const int kind = peek().value;
    constexpr std::array kMost{kTermsOfYear, kTrimesters, 2};
    if (found.number < 1 || found.number > kMost[static_cast<std::size_t>(kind)]) {
        return std::nullopt;
    }
    ++m_at;
    found.grain = kind == 2 ? Grain::Half : Grain::Term;
    found.number += kind == 1 ? kTermsOfYear : 0;
    m_found.doubt(ReviewReason::SchoolCalendar);
    trailing_year(found);
    found.grain = kind == 2 ? Grain::SchoolHalf : Grain::Term;
    return found;
}

std::optional<CalendarPart> PhraseReader::half_of(int number) {
    const bool needs_whole = is(Sense::HalfPart);
    if (number < 1 || number > 2) {
        return std::nullopt;
    }
    ++m_at;
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    if (is(Sense::Month)) {
        auto found = named_month();
        if (found) {
            found->grain = Grain::MonthPart;
            found->first_day = number == 1 ? 1 : 16;
            found->last_day = number == 1 ? 15 : 0;
        }
        return found;
    }
    CalendarPart found;
    found.grain = Grain::Half;
    found.number = number;
    const bool has_year = is_any({Sense::Year, Sense::School});
    if (needs_whole && !has_year && !skip(Sense::YearUnit)) {
        return std::nullopt;
    }
    trailing_year(found);
    return found;
}

std::optional<CalendarPart> PhraseReader::part_of_month(int number, Sense unit) {
    ++m_at;
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    auto found = named_month();
    if (!found) {
        // «первая неделя каждого месяца», «ежемесячно, 1-я неделя»
        const bool each = (is(Sense::Each) && is(Sense::MonthUnit, 1)) ||
                          (m_found.repetition && m_found.repetition->unit == Unit::Month &&
                           !is(Sense::MonthUnit));
        if (!each) {
            return std::nullopt;
        }
        found.emplace();
    }
    found->grain = Grain::MonthPart;
    found->part_days = unit == Sense::Decade ? kDecade : kWeek;
    if (unit == Sense::WeekUnit) {
        // Counted from the first of the month by some, from the first Monday by others.
        m_found.doubt(ReviewReason::Vague);
    }
    return set_part_of_month(*found, number) ? found : std::nullopt;
}

// Which ten or seven days of the month; the last ones are -1.
bool PhraseReader::set_part_of_month(CalendarPart& part, int number) {
    const int length = part.part_days;
    if (number == -1) {
        part.first_day = length == kDecade ? 2 * kDecade + 1 : 1 - length;
        part.last_day = 0;
        return true;
    }
    part.first_day = (number - 1) * length + 1;
    part.last_day = length == kDecade && number == 3 ? 0 : number * length;
    return number >= 1 && number <= (length == kDecade ? 3 : 4);
}

std::optional<CalendarPart> PhraseReader::weekday_of_month(int number) {
    CalendarPart found;
    found.grain = Grain::NthWeekday;
    found.number = number;
    found.weekday = static_cast<Weekday>(peek().value);
    ++m_at;
    while (skip_any({Sense::Article, Sense::Of, Sense::In})) {
    }
    if (!is(Sense::Month) || number == 0 || number > 5) {
        return std::nullopt;
    }
    found.month = peek().value;
    ++m_at;
    trailing_year(found);
    return found;
}

// «Q2», «H1».
std::optional<CalendarPart> PhraseReader::marked_part() {
    const bool quarter = is(Sense::QuarterMark);
    if ((!quarter && !is(Sense::HalfMark)) || !is(Sense::Number, 1) || peek(1).spaced ||
        peek(1).value < 1 || peek(1).value > (quarter ? 4 : 2)) {
        return std::nullopt;
    }
    CalendarPart found;
    found.grain = quarter ? Grain::Quarter : Grain::Half;
    found.number = peek(1).value;
    m_at += 2;
    trailing_year(found);
    return found;
}

std::optional<CalendarPart> PhraseReader::season() {
    CalendarPart found;
    found.number = peek().value;
    std::size_t noun = 1; // «осенних и весенних каникул»
    while (is(Sense::SeasonAdjective) && is_any({Sense::And, Sense::Comma}, noun) &&
           is(Sense::SeasonAdjective, noun + 1) && noun < kMostSeasons) {
        noun += 2;
    }
    const bool listed = noun > 1;
    if (is(Sense::SeasonAdjective) && is(Sense::Holidays, noun)) {
        found.grain = Grain::Holidays;
        m_at += listed ? 1U : 2U;
        if (found.number != 2) {
            m_found.doubt(ReviewReason::SchoolCalendar);
        }
        int first = 0;
        int last = 0;
        const std::size_t before = m_at;
        if (year_pair(first, last) && last == first + 1 && !is(Sense::School)) {
            found.year = found.number >= 3 ? first : last;
            return found;
        }
        back_to(before);
        trailing_year(found);
        return found;
    }
    const bool named = is(Sense::Season);
    if (!named && !(is(Sense::SeasonAdjective) && is(Sense::Span, noun))) {
        return std::nullopt;
    }
    found.grain = Grain::Season;
    m_at += named || listed ? 1 : 2;
    const std::size_t before = m_at;
    int first = 0;
    int last = 0;
    if (found.number == 4 && year_pair(first, last) && last == first + 1) {
        found.year = first;
        skip_year_units();
        return found;
    }
    back_to(before);
    trailing_year(found);
    if (found.number == 4) {
        m_found.doubt(ReviewReason::OrderOfYears); // of this winter or the last one?
    }
    return found;
}

// A day or a quarter whose unit comes later in the list: «10, 12 и 15 марта», «I–II кварталы».
std::optional<CalendarPart> PhraseReader::bare_number() {
    const Atom& atom = peek();
    if (!is_any({Sense::Number, Sense::Ordinal}) || atom.value < 1 || atom.is_word ||
        (atom.value > kLongestMonth && quarter_number(atom.value) > 4) ||
        !is_any({Sense::Dash, Sense::Comma, Sense::And, Sense::Through, Sense::Until, Sense::Slash},
                1)) {
        return std::nullopt;
    }
    CalendarPart found;
    found.grain = Grain::Bare;
    found.number = atom.value;
    found.is_roman = atom.is_roman;
    ++m_at;
    return found;
}

} // namespace vekha::reading
