#include "core/period/atoms.hpp"

#include "core/calendar/date.hpp"
#include "core/period/letters.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/numeric_dates.hpp"
#include "core/period/tokens.hpp"
#include "core/period/word_forms.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace vekha::reading {
namespace {

class AtomMaker {
public:
    explicit AtomMaker(std::span<const Token> tokens) : m_tokens(tokens) {
        m_atoms.reserve(tokens.size());
    }

    std::vector<Atom> make() && {
        m_is_bulleted = !m_tokens.empty() && kind(0) == TokenKind::Dash;
        while (m_at < m_tokens.size()) {
            if (begins_line() ? skip_list_mark() : goes_on_list()) {
                continue;
            }
            add_next();
        }
        return std::move(m_atoms);
    }

private:
    [[nodiscard]] TokenKind kind(std::size_t at) const { return m_tokens[at].kind; }
    [[nodiscard]] bool is_kind(std::size_t at, TokenKind wanted) const {
        return at < m_tokens.size() && kind(at) == wanted;
    }
    [[nodiscard]] bool is_tight(std::size_t at) const {
        return at < m_tokens.size() && !m_tokens[at].spaced;
    }
    [[nodiscard]] bool begins_line() const {
        return m_at == 0 || kind(m_at - 1) == TokenKind::NewLine;
    }
    [[nodiscard]] std::span<const Token> rest(std::size_t from) const {
        return m_tokens.subspan(std::min(from, m_tokens.size()));
    }

    // «1.», «2)», «а)» and dashes at the beginning of a line.
    bool skip_list_mark() {
        if (kind(m_at) == TokenKind::Dash && m_is_bulleted) {
            ++m_at;
            return true;
        }
        if (!is_list_mark()) {
            return false;
        }
        m_list_number = m_tokens[m_at].number;
        m_at += 2;
        return true;
    }

    // «1. Октябрь 2. Март»: a list in one line. Its numbers rise, and a day would have its month in
    // the genitive.
    bool goes_on_list() {
        if (m_list_number == 0 || m_tokens[m_at].number != m_list_number + 1 ||
            !is_kind(m_at + 1, TokenKind::Dot) || !is_list_mark()) {
            return false;
        }
        ++m_list_number;
        push(Sense::NewLine, m_at + 1);
        return true;
    }

    // A number or letter and its sign, when what follows is no part of them.
    [[nodiscard]] bool is_list_mark() const {
        const bool closes = is_kind(m_at + 1, TokenKind::Close);
        const bool letter = kind(m_at) == TokenKind::Word && m_tokens[m_at].cyrillic.size() == 1;
        const bool number = kind(m_at) == TokenKind::Number && is_short(m_at);
        if ((letter || number) && closes) {
            return true;
        }
        if (!number || !is_kind(m_at + 1, TokenKind::Dot) || is_tight(m_at + 2) ||
            !is_tight(m_at + 1)) {
            return false;
        }
        if (is_kind(m_at + 2, TokenKind::Word)) {
            const WordMeaning next = exact_meaning(m_tokens[m_at + 2]);
            return next.form != WordForm::Genitive && !is_counted_unit(next.sense) &&
                   next.sense != Sense::YearUnit && next.sense != Sense::Unknown;
        }
        const auto date = numeric_date(rest(m_at + 2));
        return date && (date->sense == Sense::FullDate || date->sense == Sense::DayMonth);
    }
    [[nodiscard]] bool is_short(std::size_t at) const { return m_tokens[at].digits <= 2; }

    Atom& push(Sense sense, std::size_t last) {
        Atom atom;
        atom.sense = sense;
        atom.spaced = m_tokens[m_at].spaced;
        atom.begin = m_tokens[m_at].begin;
        atom.end = m_tokens[last].end;
        m_atoms.push_back(atom);
        m_at = last + 1;
        return m_atoms.back();
    }

    void add_next() {
        switch (kind(m_at)) {
        case TokenKind::Number:
            add_number();
            return;
        case TokenKind::Word:
            add_word();
            return;
        case TokenKind::Dot:
        case TokenKind::Amount:
            ++m_at;
            return;
        case TokenKind::Dash:
            push(Sense::Dash, m_at);
            return;
        case TokenKind::Comma:
            push(Sense::Comma, m_at);
            return;
        case TokenKind::Colon:
            push(Sense::Colon, m_at);
            return;
        case TokenKind::Slash:
            push(Sense::Slash, m_at);
            return;
        case TokenKind::Open:
            push(Sense::Open, m_at);
            return;
        case TokenKind::Close:
            push(Sense::Close, m_at);
            return;
        case TokenKind::NewLine:
            push(Sense::NewLine, m_at);
            return;
        case TokenKind::NumberSign:
            add_designation();
            return;
        case TokenKind::Damaged:
            push(Sense::Unknown, m_at).doubtful = true;
            return;
        }
    }

    // «№ 01-05/504»: a number of something.
    void add_designation() {
        std::size_t last = m_at;
        if (is_kind(last + 1, TokenKind::Number)) {
            ++last;
        }
        while (last > m_at && last + 2 < m_tokens.size() && is_tight(last + 1) &&
               is_tight(last + 2) &&
               (kind(last + 1) == TokenKind::Dash || kind(last + 1) == TokenKind::Slash) &&
               kind(last + 2) == TokenKind::Number) {
            last += 2;
        }
        push(Sense::Filler, last);
    }

    void add_number() {
        if (const auto date = numeric_date(rest(m_at))) {
            Atom& atom = push(date->sense, m_at + date->tokens - 1);
            atom.value = date->day;
            atom.month = date->month;
            atom.year = date->year;
            atom.doubtful = date->doubtful || date->sense == Sense::Unknown;
            atom.is_roman = date->with_slash;
            return;
        }
        if (add_date_in_blanks()) {
            return;
        }
        const Token& token = m_tokens[m_at];
        const int value = static_cast<int>(token.number);
        if (add_with_ending(value)) {
            return;
        }
        if (is_kind(m_at + 1, TokenKind::Amount)) {
            push(Sense::Filler, m_at + 1);
            return;
        }
        const bool year = token.digits == 4 && value >= kFirstYear && value <= kLastYear;
        Atom& atom = push(year ? Sense::Year : Sense::Number, m_at);
        atom.value = value;
        atom.year = year ? value : 0;
        atom.digits = token.digits;
    }

    // «15 04 2021», the dots lost.
    bool add_date_in_blanks() {
        if (!is_kind(m_at + 1, TokenKind::Number) || !is_kind(m_at + 2, TokenKind::Number)) {
            return false;
        }
        const Token& day = m_tokens[m_at];
        const Token& month = m_tokens[m_at + 1];
        const Token& year = m_tokens[m_at + 2];
        const bool fits = day.digits == 2 && day.number >= 1 && day.number <= kLongestMonth &&
                          month.digits == 2 && month.number >= 1 && month.number <= kMonthsInYear &&
                          year.digits == 4 && year.number >= kFirstYear && year.number <= kLastYear;
        if (fits) {
            Atom& atom = push(Sense::FullDate, m_at + 2);
            atom.value = static_cast<int>(day.number);
            atom.month = static_cast<int>(month.number);
            atom.year = static_cast<int>(year.number);
            atom.doubtful = true;
        }
        return fits;
    }

    // «1-й», «1й», «3-х», «10-дневный», «15th».
    bool add_with_ending(int value) {
        std::size_t ending = m_at + 1;
        if (is_kind(ending, TokenKind::Dash) && is_tight(ending)) {
            ++ending;
        }
        if (!is_kind(ending, TokenKind::Word) || !is_tight(ending)) {
            return false;
        }
        const Token& word = m_tokens[ending];
        Sense sense = Sense::Unknown;
        const bool is_english =
            word.can_be_latin && word.is_written_latin && is_english_ending(word.latin);
        if (is_english || (word.can_be_cyrillic && is_ordinal_ending(word.cyrillic))) {
            sense = Sense::Ordinal;
        } else if (word.can_be_cyrillic && is_count_ending(word.cyrillic)) {
            sense = Sense::Number;
        } else if (word.can_be_cyrillic && find_word(word.cyrillic).sense == Sense::DaysLong) {
            sense = Sense::DaysLong;
        }
        if (sense == Sense::Unknown) {
            return false;
        }
        const std::uint8_t digits = m_tokens[m_at].digits;
        Atom& atom = push(sense, ending);
        atom.value = value;
        atom.digits = digits;
        return true;
    }

    void add_word() {
        const Token& token = m_tokens[m_at];
        if (add_roman(token) || add_short_sign() || add_known(token) || add_broken() ||
            add_glued(token)) {
            return;
        }
        FoundWord repaired;
        if (token.can_be_cyrillic) {
            repaired = repair_word(token.cyrillic);
        }
        if (!repaired.repaired && token.can_be_latin) {
            repaired = repair_word(token.latin);
        }
        Atom& atom = add_meaning(repaired.meaning, m_at);
        atom.doubtful = repaired.doubtful;
        atom.is_repaired = repaired.repaired;
    }

    Atom& add_meaning(const WordMeaning& meaning, std::size_t last) {
        Atom& atom = push(meaning.sense, last);
        atom.value = meaning.value;
        atom.form = meaning.form;
        atom.is_word = meaning.sense == Sense::Number;
        return atom;
    }

    bool add_roman(const Token& token) {
        int value = roman_value(token);
        if (value == 0) {
            value = misread_roman_value(token);
            if (value == 0 || !stands_before_unit(m_at + 1)) {
                return add_glued_roman(token);
            }
        }
        std::size_t last = m_at;
        // «I-й», «II-го».
        if (is_kind(m_at + 1, TokenKind::Dash) && is_tight(m_at + 1) && is_tight(m_at + 2) &&
            is_kind(m_at + 2, TokenKind::Word) && is_ordinal_ending(m_tokens[m_at + 2].cyrillic)) {
            last = m_at + 2;
        }
        Atom& atom = push(Sense::Ordinal, last);
        atom.value = value;
        atom.is_roman = true;
        return true;
    }

    // A quarter or half follows, perhaps behind more numbers.
    [[nodiscard]] bool stands_before_unit(std::size_t at) const {
        constexpr std::size_t kFarthest = 8;
        const std::size_t end = std::min(m_tokens.size(), at + kFarthest);
        for (; at < end; ++at) {
            const Token& token = m_tokens[at];
            if (token.kind == TokenKind::Word) {
                const Sense sense = exact_meaning(token).sense;
                if (is_counted_unit(sense)) {
                    return true;
                }
                if (sense != Sense::And && sense != Sense::Through && roman_value(token) == 0 &&
                    misread_roman_value(token) == 0) {
                    return false;
                }
            } else if (token.kind != TokenKind::Dash && token.kind != TokenKind::Comma &&
                       token.kind != TokenKind::Number && token.kind != TokenKind::Dot) {
                return false;
            }
        }
        return false;
    }

    // «IVквартал».
    bool add_glued_roman(const Token& token) {
        const Letters& latin = token.latin;
        std::size_t size = 0;
        int value = 0;
        bool has_five = false;
        while (size < latin.size() &&
               (latin[size] == 'i' || latin[size] == 'l' || latin[size] == 'v')) {
            has_five = has_five || latin[size] == 'v';
            ++size;
        }
        value = has_five ? 4 : static_cast<int>(size);
        const Letters unit = token.cyrillic.part(size, token.cyrillic.size());
        if (size == 0 || size > 3 || !is_counted_unit(find_word(unit).sense)) {
            return false;
        }
        const WordMeaning meaning = find_word(unit);
        Atom& roman = push(Sense::Ordinal, m_at);
        roman.value = value;
        roman.is_roman = true;
        Atom second = roman;
        roman.end = roman.begin + static_cast<std::uint32_t>(size);
        second.begin = roman.end;
        second.sense = meaning.sense;
        second.value = meaning.value;
        second.is_roman = false;
        m_atoms.push_back(second);
        return true;
    }

    // «п/г», «с.г.».
    bool add_short_sign() {
        if (is_kind(m_at + 1, TokenKind::Slash) && is_kind(m_at + 2, TokenKind::Word) &&
            is_half_sign(m_tokens[m_at].cyrillic) && is_year_sign(m_tokens[m_at + 2].cyrillic)) {
            push(Sense::HalfUnit, m_at + 2);
            return true;
        }
        if (!is_kind(m_at + 1, TokenKind::Dot) || !is_kind(m_at + 2, TokenKind::Word) ||
            !is_year_sign(m_tokens[m_at + 2].cyrillic)) {
            return false;
        }
        if (is_this_year_sign(m_tokens[m_at].cyrillic)) {
            push(Sense::Current, m_at + 1);
            return true;
        }
        if (is_school_sign(m_tokens[m_at].cyrillic)) {
            push(Sense::School, m_at + 1);
            return true;
        }
        return false;
    }

    bool add_known(const Token& token) {
        const WordMeaning meaning = exact_meaning(token);
        if (meaning.sense == Sense::Unknown || joins_with_next(meaning)) {
            return false;
        }
        // «кв-л»: the rest of the unit stands behind a dash.
        const bool cut = is_counted_unit(meaning.sense) && is_kind(m_at + 1, TokenKind::Dash) &&
                         is_tight(m_at + 1) && is_tight(m_at + 2) &&
                         is_kind(m_at + 2, TokenKind::Word) &&
                         m_tokens[m_at + 2].cyrillic.size() <= 3 &&
                         exact_meaning(m_tokens[m_at + 2]).sense == Sense::Unknown &&
                         roman_value(m_tokens[m_at + 2]) == 0;
        add_meaning(meaning, cut ? m_at + 2 : m_at);
        return true;
    }

    // A short word that is known by chance may be the front of a broken one: «сен-» + «тябрь».
    [[nodiscard]] bool joins_with_next(const WordMeaning& meaning) const {
        return meaning.sense == Sense::Month && broken_end().has_value();
    }

    // The last token of a word that a line or a blank has broken in two.
    [[nodiscard]] std::optional<std::size_t> broken_end() const {
        std::size_t next = m_at + 1;
        if (is_kind(next, TokenKind::Dash) && is_tight(next)) {
            ++next;
        }
        if (is_kind(next, TokenKind::NewLine)) {
            ++next;
        }
        if (!is_kind(next, TokenKind::Word) || !m_tokens[m_at].can_be_cyrillic ||
            !m_tokens[next].can_be_cyrillic ||
            exact_meaning(m_tokens[next]).sense != Sense::Unknown) {
            return std::nullopt;
        }
        const Letters whole = joined(m_tokens[m_at].cyrillic, m_tokens[next].cyrillic);
        const Sense sense = find_word(whole).sense;
        return sense == Sense::Unknown || sense == Sense::Filler ? std::nullopt
                                                                 : std::optional(next);
    }

    bool add_broken() {
        const auto last = broken_end();
        if (!last) {
            return false;
        }
        const Letters whole = joined(m_tokens[m_at].cyrillic, m_tokens[*last].cyrillic);
        add_meaning(find_word(whole), *last);
        return true;
    }

    // Two words without the blank between them: «течениегода».
    bool add_glued(const Token& token) {
        constexpr std::size_t kShortestPart = 3;
        const Letters& word = token.cyrillic;
        if (!token.can_be_cyrillic || word.size() < 2 * kShortestPart + 1) {
            return false;
        }
        for (std::size_t cut = kShortestPart; cut + kShortestPart <= word.size(); ++cut) {
            const WordMeaning front = find_word(word.part(0, cut));
            if (front.sense == Sense::Unknown || front.sense == Sense::Filler) {
                continue;
            }
            const WordMeaning back = find_word(word.part(cut, word.size()));
            if (back.sense == Sense::Unknown || back.sense == Sense::Filler) {
                continue;
            }
            Atom first = add_meaning(front, m_at);
            Atom second = first;
            m_atoms.back().end = first.begin + static_cast<std::uint32_t>(cut);
            second.begin = m_atoms.back().end;
            second.sense = back.sense;
            second.value = back.value;
            second.form = back.form;
            second.is_word = back.sense == Sense::Number;
            second.doubtful = front.sense == back.sense;
            m_atoms.push_back(second);
            return true;
        }
        return false;
    }

    std::span<const Token> m_tokens;
    std::vector<Atom> m_atoms;
    std::size_t m_at = 0;
    std::uint32_t m_list_number = 0; // the last one that was skipped
    bool m_is_bulleted = false;
};

} // namespace

std::vector<Atom> atoms_of(std::span<const Token> tokens) {
    return AtomMaker(tokens).make();
}

} // namespace vekha::reading
