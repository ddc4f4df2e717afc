#include "core/period/numeric_dates.hpp"

#include "core/calendar/date.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/tokens.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace vekha::reading {
namespace {

constexpr int kCentury = 2000;

// Up to three numbers and the signs between them.
struct Numbers {
    std::array<Token, 3> number{};
    std::array<TokenKind, 2> sign{};
    std::array<bool, 2> tight{}; // no blanks around the sign
    std::array<std::size_t, 3> end{};
    std::size_t size = 0;
};

bool is_date_sign(TokenKind kind) {
    return kind == TokenKind::Dot || kind == TokenKind::Slash || kind == TokenKind::Dash ||
           kind == TokenKind::Comma || kind == TokenKind::Colon;
}

Numbers numbers_at(std::span<const Token> tokens) {
    Numbers found;
    std::size_t at = 0;
    while (found.size < 3 && at < tokens.size() && tokens[at].kind == TokenKind::Number) {
        found.number[found.size] = tokens[at];
        found.end[found.size++] = at + 1;
        std::size_t next = at + 1;
        if (found.size == 3 || next >= tokens.size() || !is_date_sign(tokens[next].kind)) {
            break;
        }
        found.sign[found.size - 1] = tokens[next].kind;
        const bool spaced_sign = tokens[next].spaced;
        while (next + 1 < tokens.size() && tokens[next].kind == TokenKind::Dot &&
               tokens[next + 1].kind == TokenKind::Dot) {
            ++next;
        }
        ++next;
        found.tight[found.size - 1] = !spaced_sign && next < tokens.size() && !tokens[next].spaced;
        at = next;
    }
    return found;
}

bool is_year(const Token& number) {
    return number.digits == 4 && number.number >= kFirstYear && number.number <= kLastYear;
}

bool is_short(const Token& number) {
    return number.digits <= 2;
}

int value_of(const Token& number) {
    return static_cast<int>(number.number);
}

// Numbers that no calendar has are no date, but must not be read as something else either.
NumericDate checked(NumericDate date) {
    if (date.month < 1 || date.month > kMonthsInYear ||
        (date.sense != Sense::MonthYear && (date.day < 1 || date.day > kLongestMonth))) {
        date.sense = Sense::Unknown;
    }
    return date;
}

std::optional<NumericDate> iso_date(const Numbers& n) {
    if (n.size < 2 || !is_year(n.number[0]) || n.number[1].digits != 2 || !n.tight[0]) {
        return std::nullopt;
    }
    const int year = value_of(n.number[0]);
    const int second = value_of(n.number[1]);
    if (n.size == 3 && n.sign[0] == n.sign[1] && n.tight[1] && n.number[2].digits == 2 &&
        n.sign[0] != TokenKind::Comma) {
        return checked({.sense = Sense::FullDate,
                        .day = value_of(n.number[2]),
                        .month = second,
                        .year = year,
                        .tokens = n.end[2]});
    }
    // «2010-11» are two years, «2021-05» is a month.
    if (second == 0 || second > kMonthsInYear || second == (year + 1) % 100 ||
        n.sign[0] == TokenKind::Comma || n.sign[0] == TokenKind::Colon) {
        return std::nullopt;
    }
    return NumericDate{
        .sense = Sense::MonthYear, .month = second, .year = year, .tokens = n.end[1]};
}

bool year_fits(const Numbers& n) {
    const bool full = is_year(n.number[2]);
    switch (n.sign[0]) {
    case TokenKind::Dot:
    case TokenKind::Slash:
        return full || (n.number[2].digits == 2 && n.tight[0] && n.tight[1]);
    case TokenKind::Dash:
    case TokenKind::Comma:
        return full && n.tight[0] && n.tight[1] && n.number[1].digits == 2;
    default:
        return false;
    }
}

std::optional<NumericDate> full_date(const Numbers& n) {
    if (n.size < 3 || n.sign[0] != n.sign[1] || !is_short(n.number[0]) || !is_short(n.number[1]) ||
        !year_fits(n)) {
        return std::nullopt;
    }
    const int year = value_of(n.number[2]);
    return checked({.sense = Sense::FullDate,
                    .day = value_of(n.number[0]),
                    .month = value_of(n.number[1]),
                    .year = is_year(n.number[2]) ? year : kCentury + year,
                    .with_slash = n.sign[0] == TokenKind::Slash,
                    .tokens = n.end[2]});
}

std::optional<NumericDate> month_and_year(const Numbers& n) {
    if (n.size < 2 || !is_short(n.number[0]) || !is_year(n.number[1])) {
        return std::nullopt;
    }
    const bool dash = n.sign[0] == TokenKind::Dash && n.tight[0] && n.number[0].digits == 2 &&
                      n.number[0].number <= kMonthsInYear;
    if (n.sign[0] != TokenKind::Dot && n.sign[0] != TokenKind::Slash && !dash) {
        return std::nullopt;
    }
    return checked({.sense = Sense::MonthYear,
                    .month = value_of(n.number[0]),
                    .year = value_of(n.number[1]),
                    .tokens = n.end[1]});
}

std::optional<NumericDate> clock_time(const Numbers& n) {
    constexpr std::uint32_t kHours = 24;
    constexpr std::uint32_t kMinutes = 60;
    if (n.size < 2 || n.number[0].number > kHours || n.number[1].digits != 2 ||
        n.number[1].number >= kMinutes || !n.tight[0]) {
        return std::nullopt;
    }
    const bool no_month = n.number[1].number == 0 || n.number[1].number > kMonthsInYear;
    // «1-32 мая» is a slip, «до 23-59» is none.
    const bool no_day = n.number[1].number == 0 || n.number[1].number == kMinutes - 1;
    const bool is_time = n.sign[0] == TokenKind::Colon ||
                         (n.sign[0] == TokenKind::Dot && no_month) ||
                         (n.sign[0] == TokenKind::Dash && no_day); // «до 17-00»
    if (!is_time) {
        return std::nullopt;
    }
    return NumericDate{.sense = Sense::Time, .tokens = n.end[1]};
}

std::optional<NumericDate> day_and_month(const Numbers& n, std::span<const Token> tokens) {
    if (n.size < 2 || n.sign[0] != TokenKind::Dot || !n.tight[0] || !is_short(n.number[0]) ||
        !is_short(n.number[1])) {
        return std::nullopt;
    }
    NumericDate date{.sense = Sense::DayMonth,
                     .day = value_of(n.number[0]),
                     .month = value_of(n.number[1]),
                     .tokens = n.end[1]};
    date.doubtful = n.number[0].digits == 1 && n.number[1].digits == 1;
    if (date.tokens < tokens.size() && tokens[date.tokens].kind == TokenKind::Dot) {
        ++date.tokens;
    }
    return checked(date);
}

} // namespace

std::optional<NumericDate> numeric_date(std::span<const Token> tokens) {
    const Numbers numbers = numbers_at(tokens);
    if (numbers.size < 2) {
        return std::nullopt;
    }
    for (const auto& rule : {iso_date, full_date, month_and_year, clock_time}) {
        if (auto date = rule(numbers)) {
            return date;
        }
    }
    return day_and_month(numbers, tokens);
}

} // namespace vekha::reading
