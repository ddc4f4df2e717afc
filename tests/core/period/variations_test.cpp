// The same cell written otherwise is read alike: other years, blanks, dashes, letter case, letters
// that look alike, scraps of HTML, one letter wrong in a month.
#include "core/base/utf8.hpp"
#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/period_reader.hpp"
#include "tests/core/period/phrase_table.hpp"
#include "tests/support/random_json.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::variations_test {
namespace {

using Characters = std::vector<std::string>;

Characters characters_of(std::string_view text) {
    Characters characters;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = std::max<std::size_t>(decode_utf8(text, at).bytes, 1);
        characters.emplace_back(text.substr(at, bytes));
        at += bytes;
    }
    return characters;
}

bool is_latin(const std::string& character) {
    return character.size() == 1 && std::isalpha(static_cast<unsigned char>(character[0])) != 0;
}

bool has_latin(std::string_view text) {
    const Characters all = characters_of(text);
    return std::any_of(all.begin(), all.end(), is_latin);
}

// ---- years

// The text with each year from 1900 to 2299 moved; none where a year is written so that this is not
// possible («5.03.21», «2O21»).
std::optional<std::string> with_years_moved(std::string_view text, int years) {
    std::string moved;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at;
        while (end < text.size() && std::isdigit(static_cast<unsigned char>(text[end])) != 0) {
            ++end;
        }
        const std::string number(text.substr(at, end - at));
        if (number.size() == 4 && number >= "1900" && number <= "2299") {
            moved += std::to_string(std::stoi(number) + years);
        } else if (number.size() == 2 && std::stoi(number) >= 20 && std::stoi(number) <= 23) {
            return std::nullopt; // perhaps a year
        } else {
            moved += number.empty() ? std::string(1, text[at]) : number;
        }
        at = std::max(end, at + 1);
    }
    for (const std::string_view misread : {"2О", "2O", "2l"}) {
        if (text.find(misread) != std::string_view::npos) {
            return std::nullopt;
        }
    }
    return moved;
}

// The same day of another year; the last of February stays the last.
std::optional<Date> moved(std::optional<Date> date, int years) {
    if (!date) {
        return date;
    }
    CivilDate civil = date->civil();
    const bool is_last = *date == date->last_of_month();
    civil.year += years;
    civil.day = is_last ? 1 : civil.day;
    const auto found = Date::from_civil(civil);
    return found && is_last ? std::optional(found->last_of_month()) : found;
}

PeriodContext moved(PeriodContext context, int years) {
    context.plan = {moved(context.plan.from, years), moved(context.plan.to, years)};
    context.order_date = moved(context.order_date, years);
    if (context.section_year) {
        *context.section_year += years;
    }
    return context;
}

PeriodReading moved(PeriodReading reading, int years) {
    for (Span& span : reading.spans) {
        span = {moved(span.from, years), moved(span.to, years)};
    }
    return reading;
}

// Weekdays and weeks come again only after 28 years.
bool depends_on_weekdays(const PhraseRow& row, const PeriodReading& reading) {
    const std::string rule = reading.recurrence ? reading.recurrence->rule : "";
    constexpr std::array<std::string_view, 5> kWords{"недел", "понедельник", "четверг", "пятница",
                                                     "вторник"};
    const bool named = std::any_of(kWords.begin(), kWords.end(), [&row](std::string_view word) {
        return row.text.find(word) != std::string::npos;
    });
    return named || rule.find("WEEKLY") != std::string::npos ||
           rule.find("BYDAY") != std::string::npos || rule.find("DAILY") != std::string::npos;
}

// What is the same however a cell is written: all but the places in the text and the words.
std::string meaning_of(const PeriodReading& reading) {
    std::string meaning = summary_of(reading);
    for (const ReviewReason reason : reading.reasons) {
        meaning += " " + std::to_string(static_cast<int>(reason));
    }
    if (reading.recurrence) {
        meaning += " " + reading.recurrence->rule;
    }
    if (reading.relative) {
        meaning += " " + std::to_string(reading.relative->offset_days);
    }
    return meaning;
}

// ---- writing

struct LookAlikeLetter {
    std::string_view cyrillic;
    std::string_view latin;
};

constexpr std::array<LookAlikeLetter, 18> kLookAlikes{{{"а", "a"},
                                                       {"е", "e"},
                                                       {"о", "o"},
                                                       {"р", "p"},
                                                       {"с", "c"},
                                                       {"у", "y"},
                                                       {"х", "x"},
                                                       {"А", "A"},
                                                       {"В", "B"},
                                                       {"Е", "E"},
                                                       {"К", "K"},
                                                       {"М", "M"},
                                                       {"Н", "H"},
                                                       {"О", "O"},
                                                       {"Р", "P"},
                                                       {"С", "C"},
                                                       {"Т", "T"},
                                                       {"Х", "X"}}};

std::string in_capitals(const Characters& characters) {
    std::string text;
    for (const std::string& c : characters) {
        const DecodedCodePoint point = decode_utf8(c, 0);
        std::uint32_t code = point.code_point;
        if ((code >= 0x430 && code <= 0x44F) || (code >= 'a' && code <= 'z')) {
            code -= 0x20;
        } else if (code == 0x451) {
            code = 0x401;
        }
        if (point.bytes == 0) {
            text += c;
        } else {
            append_utf8(text, code);
        }
    }
    return text;
}

std::string with_other_blanks(const Characters& characters, Chance& chance) {
    constexpr std::array<std::string_view, 5> kBlanks{"\u00A0", "  ", "\u2009", " \t", " "};
    std::string text = chance.percent(30) ? " " : "";
    for (const std::string& c : characters) {
        text += c == " " ? std::string(kBlanks[chance.below(kBlanks.size())]) : c;
    }
    return text + (chance.percent(30) ? "\u00A0" : "");
}

std::string with_other_dashes(const Characters& characters, Chance& chance) {
    constexpr std::array<std::string_view, 5> kDashes{"-", "–", "—", "−", "‑"};
    std::string text;
    for (const std::string& c : characters) {
        const bool is_dash = c == "-" || c == "–" || c == "—";
        text += is_dash ? std::string(kDashes[chance.below(kDashes.size())]) : c;
    }
    return text;
}

std::string with_latin_letters(const Characters& characters, Chance& chance) {
    std::string text;
    for (const std::string& c : characters) {
        const auto* const pair =
            std::find_if(kLookAlikes.begin(), kLookAlikes.end(),
                         [&c](const LookAlikeLetter& one) { return one.cyrillic == c; });
        const bool change = pair != kLookAlikes.end() && chance.percent(25);
        text += change ? std::string(pair->latin) : c;
    }
    return text;
}

std::string with_soft_hyphens(const Characters& characters, Chance& chance) {
    std::string text;
    for (const std::string& c : characters) {
        text += c;
        text += c.size() == 2 && chance.percent(20) ? "\u00AD" : "";
    }
    return text;
}

std::string without_marks(const Characters& characters) {
    std::string text;
    for (const std::string& c : characters) {
        text += c == "ё" ? "е" : c == "Ё" ? "Е" : c == "й" ? "и\u0306" : c;
    }
    return text;
}

std::string in_html(std::string_view text, Chance& chance) {
    constexpr std::array<std::pair<std::string_view, std::string_view>, 4> kTags{
        {{"<p>", "</p>"}, {"<b>", "</b>"}, {"<span class=\"x\">", "</span>"}, {"", "&nbsp;"}}};
    const auto& [open, close] = kTags[chance.below(kTags.size())];
    return std::string(open).append(text).append(close);
}

std::string written_otherwise(const std::string& text, std::uint32_t way, Chance& chance) {
    const Characters characters = characters_of(text);
    switch (way) {
    case 0:
        return with_other_blanks(characters, chance);
    case 1:
        return with_other_dashes(characters, chance);
    case 2:
        return in_capitals(characters);
    case 3:
        return with_latin_letters(characters, chance);
    case 4:
        return with_soft_hyphens(characters, chance);
    case 5:
        return without_marks(characters);
    default:
        return in_html(text, chance);
    }
}

} // namespace

TEST_CASE("With all years moved a cell is read as the same days of the other years") {
    int compared = 0;
    for (const int years : {-28, -7, -1, 1, 7, 28}) {
        for (const PhraseRow& row : phrase_table()) {
            const auto text = with_years_moved(row.text, years);
            const PeriodReading reading = read_period(row.text, row.context);
            const bool impossible = std::find(reading.reasons.begin(), reading.reasons.end(),
                                              ReviewReason::ImpossibleDay) != reading.reasons.end();
            if (!text || impossible || row.text.find("2201") != std::string::npos ||
                (years % 28 != 0 && depends_on_weekdays(row, reading))) {
                continue;
            }
            CAPTURE(row.text);
            CAPTURE(years);
            CHECK(meaning_of(read_period(*text, moved(row.context, years))) ==
                  meaning_of(moved(reading, years)));
            ++compared;
        }
    }
    CHECK(compared > 3000);
    MESSAGE(compared << " cells with their years moved");
}

TEST_CASE("Blanks, dashes, capitals, letters that look alike and HTML do not change a reading") {
    constexpr std::uint32_t kWays = 7;
    const std::uint32_t seeds = long_run() ? 60 : 3;
    int compared = 0;
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        Chance chance(seed);
        for (const PhraseRow& row : phrase_table()) {
            const std::uint32_t way = chance.below(kWays);
            // Where letters of both scripts stand already, more of them may make other words.
            if ((way == 2 || way == 3) && has_latin(row.text)) {
                continue;
            }
            const std::string text = written_otherwise(row.text, way, chance);
            CAPTURE(row.text);
            CAPTURE(text);
            CHECK(meaning_of(read_period(text, row.context)) ==
                  meaning_of(read_period(row.text, row.context)));
            ++compared;
        }
    }
    MESSAGE("seeds 1 to " << seeds << ": " << compared << " cells written otherwise");
}

namespace {

// Where a break before a dash may as well begin a line of a list.
bool is_before_dash(std::string_view text, std::size_t blank) {
    const std::string_view rest = text.substr(blank + 1);
    constexpr std::array<std::string_view, 5> kDashes{"-", "–", "—", "−", "─"};
    return std::any_of(kDashes.begin(), kDashes.end(),
                       [rest](std::string_view dash) { return rest.starts_with(dash); });
}

} // namespace

TEST_CASE("A line break for a blank does not change a reading that nobody has to look at") {
    constexpr std::array<std::string_view, 3> kBreaks{"\n", "\r\n", "<br>"};
    int compared = 0;
    int dashes = 0;
    for (const PhraseRow& row : phrase_table()) {
        const PeriodReading whole = read_period(row.text, row.context);
        if (whole.needs_review() || row.text.find('\n') != std::string::npos) {
            continue;
        }
        for (std::size_t at = row.text.find(' '); at != std::string::npos;
             at = row.text.find(' ', at + 1)) {
            std::string text = row.text;
            text.replace(at, 1, kBreaks[static_cast<std::size_t>(compared) % kBreaks.size()]);
            CAPTURE(text);
            const PeriodReading broken = read_period(text, row.context);
            const bool same = meaning_of(broken) == meaning_of(whole);
            if (is_before_dash(row.text, at)) {
                CHECK((same || broken.needs_review()));
                dashes += same ? 0 : 1;
            } else {
                CHECK(same);
            }
            ++compared;
        }
    }
    CHECK(compared > 2500);
    CHECK(dashes < 60);
    MESSAGE(compared << " phrases with a line break, " << dashes
                     << " of them before a dash and to be reviewed");
}

namespace {

// The words with one letter missing, wrong, too much, or exchanged with its neighbour.
std::vector<std::string> misspelt(std::string_view word) {
    constexpr std::array<std::string_view, 4> kWrong{"о", "к", "ж", "п"};
    const Characters letters = characters_of(word);
    std::vector<std::string> words;
    const auto join = [](const Characters& parts) {
        std::string text;
        for (const std::string& part : parts) {
            text += part;
        }
        return text;
    };
    for (std::size_t at = 0; at < letters.size(); ++at) {
        Characters missing = letters;
        missing.erase(missing.begin() + static_cast<std::ptrdiff_t>(at));
        words.push_back(join(missing));
        for (const std::string_view wrong : kWrong) {
            Characters other = letters;
            other[at] = wrong;
            words.push_back(join(other));
        }
        if (at + 1 < letters.size()) {
            Characters exchanged = letters;
            std::swap(exchanged[at], exchanged[at + 1]);
            words.push_back(join(exchanged));
        }
    }
    return words;
}

} // namespace

TEST_CASE("A month with one letter wrong is that month, or somebody has to look") {
    constexpr std::array<std::array<std::string_view, 3>, 12> kMonths{
        {{"январь", "января", "январе"},
         {"февраль", "февраля", "феврале"},
         {"март", "марта", "марте"},
         {"апрель", "апреля", "апреле"},
         {"май", "мая", "мае"},
         {"июнь", "июня", "июне"},
         {"июль", "июля", "июле"},
         {"август", "августа", "августе"},
         {"сентябрь", "сентября", "сентябре"},
         {"октябрь", "октября", "октябре"},
         {"ноябрь", "ноября", "ноябре"},
         {"декабрь", "декабря", "декабре"}}};
    const PeriodContext context{
        .plan = {Date::from_iso("2021-01-01"), Date::from_iso("2021-12-31")}};
    int right = 0;
    int all = 0;
    for (const auto& month : kMonths) {
        for (const std::string_view word : month) {
            const std::string expected =
                summary_of(read_period(std::string(word) + " 2021", context));
            for (const std::string& wrong : misspelt(word)) {
                const PeriodReading reading = read_period(wrong + " 2021", context);
                CAPTURE(wrong);
                const bool is_right = summary_of(reading) == expected;
                CHECK((is_right || reading.needs_review()));
                right += is_right ? 1 : 0;
                ++all;
            }
        }
    }
    CHECK(right * 100 > all * 80);
    MESSAGE(all << " misspelt months: " << right << " repaired, the others to be reviewed");
}

} // namespace vekha::test::variations_test
