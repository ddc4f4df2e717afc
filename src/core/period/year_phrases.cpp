// Years, school years, and the year behind another part of the calendar.
#include "core/period/atoms.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/fill_years.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"
#include "core/period/phrase_reader.hpp"

#include <cstddef>
#include <optional>

namespace vekha::reading {
namespace {

constexpr int kCentury = 2000;

} // namespace

// «2021-2022», «2021/22»: two years that are named together.
bool PhraseReader::year_pair(int& first, int& last) {
    if (!is(Sense::Year) || !is_any({Sense::Dash, Sense::Slash}, 1)) {
        return false;
    }
    const Atom& second = peek(2);
    if (second.sense == Sense::Year) {
        last = second.value;
    } else if (second.sense == Sense::Number && second.digits == 2 && !second.spaced) {
        last = peek().value / 100 * 100 + second.value;
    } else {
        return false;
    }
    first = peek().value;
    m_at += 3;
    return true;
}

// «учебного года», «уч.г.», "school year".
bool PhraseReader::school_words() {
    const std::size_t begin = m_at;
    skip_year_units(); // «2020/2021 г. учебный год»
    if (!skip(Sense::School)) {
        back_to(begin);
        return false;
    }
    if (!is(Sense::YearUnit)) {
        back_to(begin);
        return false;
    }
    skip_year_units();
    return true;
}

// «нового учебного года»; goes over that word, and over «текущего».
bool PhraseReader::is_next_school_year() {
    const bool next =
        is_any({Sense::DateLike, Sense::Reporting, Sense::Filler}) && peek().value == 1;
    if (is(Sense::School, 1) && (next || is(Sense::Current))) {
        ++m_at;
        return next;
    }
    return false;
}

std::optional<CalendarPart> PhraseReader::school_year() {
    CalendarPart found;
    found.grain = Grain::SchoolYear;
    int first = 0;
    int last = 0;
    if (follows_unread_part()) {
        return std::nullopt;
    }
    found.is_next = is_next_school_year();
    if (school_words()) {
        const std::size_t before = m_at;
        if (year_pair(first, last)) {
            found.year = first;
            skip_year_units();
        } else {
            back_to(before);
            return found;
        }
    } else if (year_pair(first, last)) {
        // «2021-22» alone is a school year, most likely.
        const bool slash = m_atoms[m_at - 2].sense == Sense::Slash ||
                           (m_atoms[m_at - 1].sense == Sense::Number && last == first + 1);
        const std::size_t before = m_at;
        if (!school_words()) {
            back_to(before);
            const bool in_list = school_words_behind_list();
            if (!in_list && !slash) {
                return std::nullopt;
            }
            if (!in_list) {
                skip_year_units();
                m_found.doubt(ReviewReason::WordUnclear);
            }
        }
        found.year = first;
    } else {
        return std::nullopt;
    }
    if (last != first + 1) {
        m_found.doubt(ReviewReason::WordUnclear);
        found.number = last > first ? last - first - 1 : 0;
    }
    return found;
}

// «2020-2021, 2021-2022 учебные годы»: the words stand behind the last pair.
bool PhraseReader::school_words_behind_list() {
    const std::size_t begin = m_at;
    int first = 0;
    int last = 0;
    constexpr int kMostPairs = 6;
    for (int pairs = 0; pairs < kMostPairs; ++pairs) {
        if (!skip_any({Sense::Comma, Sense::And}) || !year_pair(first, last)) {
            break;
        }
    }
    const bool found = first != 0 && school_words();
    back_to(begin);
    return found;
}

void PhraseReader::skip_year_units() {
    while (is(Sense::YearUnit) || (is(Sense::NewLine) && is(Sense::YearUnit, 1))) {
        m_at += is(Sense::NewLine) ? 2U : 1U;
    }
}

// «5 квартал 2021»: where the quarter was not understood, its year says nothing.
bool PhraseReader::follows_unread_part() const {
    if (m_at == 0 || m_labels[m_at - 1] != PieceMeaning::Unread) {
        return false;
    }
    const Sense before = m_atoms[m_at - 1].sense;
    return before >= Sense::Month && before <= Sense::End;
}

std::optional<CalendarPart> PhraseReader::named_year() {
    if (!is(Sense::Year) || follows_unread_part()) {
        return std::nullopt;
    }
    if (m_at > 0 && m_atoms[m_at - 1].sense == Sense::Filler) {
        m_found.doubt(ReviewReason::WordUnclear); // «карта 2021»: its year, or the time?
    }
    CalendarPart found;
    found.grain = Grain::Year;
    found.year = peek().value;
    ++m_at;
    if (is(Sense::School) && school_words()) {
        m_found.doubt(ReviewReason::WordUnclear); // «2021 учебный год»: to 2021, or from 2021 on?
        found.grain = Grain::SchoolYear;
        return found;
    }
    skip_year_units();
    if (auto finer = finer_part_of_year(*found.year)) {
        return finer;
    }
    return found;
}

// Whether the year that was just read begins a time («с 2021 года»).
bool PhraseReader::opens_with_year() const {
    std::size_t at = m_at;
    while (at > 0 && m_atoms[at - 1].sense != Sense::Year) {
        --at;
    }
    return at > 1 &&
           (m_atoms[at - 2].sense == Sense::From || m_atoms[at - 2].sense == Sense::Starting);
}

// «2021 май»: the year stands first. What stands behind a comma or a colon is given it later.
std::optional<CalendarPart> PhraseReader::finer_part_of_year(int year) {
    const std::size_t begin = m_at;
    // «с 2022 года в марте» begins with the year, «2021-2023 гг. март» is each of them.
    const bool opens = opens_with_year();
    skip_any({Sense::In});
    const bool counts = is_any({Sense::Month, Sense::Season, Sense::QuarterMark}) ||
                        (is_any({Sense::Number, Sense::Ordinal}) &&
                         is_any({Sense::QuarterUnit, Sense::HalfUnit, Sense::Month}, 1));
    m_year_leads = m_year_leads || counts;
    auto finer = counts && !opens && !m_in_range_of_years ? part() : std::nullopt;
    if (!finer) {
        back_to(begin);
        return std::nullopt;
    }
    if (finer->year) {
        // «2021 май 2022 март»: the second year belongs to the second month.
        while (m_at > begin && !is(Sense::Year)) {
            --m_at;
        }
    }
    finer->year = year;
    return finer;
}

// «март 21 г.», «авг 21».
bool PhraseReader::short_year(CalendarPart& part) {
    if (!is(Sense::Number) || peek().digits != 2 || peek().is_word || peek().value < 10) {
        return false;
    }
    const bool has_unit = is(Sense::YearUnit, 1);
    if (!has_unit && !is_any({Sense::Nothing, Sense::Comma, Sense::NewLine, Sense::Close}, 1)) {
        return false;
    }
    if (!has_unit) {
        m_found.doubt(ReviewReason::YearGuessed);
    }
    part.year = kCentury + peek().value;
    ++m_at;
    skip_year_units();
    return true;
}

// «2020-2021 учебного года» behind a month or a half: which of the two years is meant?
bool PhraseReader::school_year_behind(CalendarPart& part) {
    const std::size_t begin = m_at;
    int first = 0;
    int last = 0;
    const bool pair = year_pair(first, last);
    if (!school_words()) {
        back_to(begin);
        return false;
    }
    put_in_school_year(part, pair ? std::optional(first) : std::nullopt, m_found);
    return true;
}

// «2021-2023 гг.» behind a part: it is meant in each of these years.
bool PhraseReader::years_behind(CalendarPart& part) {
    const std::size_t begin = m_at;
    int first = 0;
    int last = 0;
    if (!year_pair(first, last) || last <= first) {
        back_to(begin);
        return false;
    }
    const bool slash = m_atoms[m_at - 2].sense == Sense::Slash;
    const Atom& second = m_atoms[m_at - 1];
    const bool plain =
        is(Sense::YearUnit)
            ? peek().form == WordForm::Plural || is(Sense::YearUnit, 1)
            : !m_atoms[m_at - 2].spaced && !second.spaced && !slash && second.sense == Sense::Year;
    if (slash && last == first + 1) {
        put_in_school_year(part, first, m_found);
        m_found.doubt(ReviewReason::WordUnclear);
    } else if (plain) {
        part.year = first;
        part.through_year = last;
    } else {
        back_to(begin);
        return false;
    }
    skip_year_units();
    return true;
}

// In «2021 г. – март, 2022 г. – май» the second year belongs to what follows it.
bool PhraseReader::is_next_heading(bool apart) const {
    if (!m_year_leads || !is(Sense::Year)) {
        return false;
    }
    std::size_t ahead = 1;
    if (is_any({Sense::Dash, Sense::Slash}, 1) && is_any({Sense::Year, Sense::Number}, 2) &&
        !peek(2).spaced) {
        ahead = 3;
    }
    while (is_any({Sense::YearUnit, Sense::School}, ahead)) {
        ++ahead;
    }
    const bool names = is_any({Sense::Dash, Sense::Colon}, ahead);
    const bool separated = names || is_any({Sense::Comma, Sense::NewLine}, ahead);
    ahead += separated ? 1U : 0U;
    if (!apart && is(Sense::Month, ahead) && is(Sense::Year, ahead + 1)) {
        return false; // «сентябрь 2022 – май 2023»
    }
    return (names || apart || !separated) && starts_date(ahead) && !is(Sense::Year, ahead);
}

void PhraseReader::trailing_year(CalendarPart& part) {
    const std::size_t begin = m_at;
    if (short_year(part)) {
        return;
    }
    skip_any({Sense::Comma, Sense::Colon, Sense::NewLine});
    while (skip_any({Sense::Article, Sense::Of})) {
    }
    skip(Sense::In);
    if (is(Sense::Current) && is(Sense::YearUnit, 1)) {
        ++m_at;
        skip_year_units();
        return;
    }
    if (is_next_heading(m_at > begin)) {
        back_to(begin);
        return;
    }
    if (school_year_behind(part) || years_behind(part)) {
        return;
    }
    if (is(Sense::Year)) {
        if (m_year_leads && m_at > begin) {
            m_found.doubt(ReviewReason::OrderOfYears); // a heading without a part, most likely
        }
        part.year = peek().value;
        ++m_at;
        skip_year_units();
        return;
    }
    back_to(begin);
}

} // namespace vekha::reading
