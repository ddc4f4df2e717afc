#include "core/period/tokens.hpp"

#include "core/period/letters.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/symbols.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::reading {
namespace {

constexpr std::size_t kLongestRoman = 4;
constexpr std::uint32_t kLargestNumber = 100'000'000;

bool is_digit(const Symbol& symbol) {
    return symbol.kind == SymbolKind::Digit;
}

bool is_in_word(const Symbol& symbol) {
    return symbol.kind == SymbolKind::Letter || is_digit(symbol);
}

// The digit that a letter is taken for by scanners, or -1.
int digit_alike(const Symbol& symbol) {
    constexpr Letter kZe = letter_from_cyrillic(0x437);
    if (symbol.kind != SymbolKind::Letter) {
        return -1;
    }
    if (symbol.latin == 'o') {
        return 0;
    }
    if (symbol.latin == 'l' || symbol.latin == 'i') {
        return 1;
    }
    return symbol.cyrillic == kZe ? 3 : -1;
}

// The letter that a digit is taken for inside a word, or 0.
Letter letter_alike(std::uint8_t digit) {
    switch (digit) {
    case 0:
        return letter_from_cyrillic(0x43E);
    case 3:
        return letter_from_cyrillic(0x437);
    case 4:
        return letter_from_cyrillic(0x447);
    case 6:
        return letter_from_cyrillic(0x431);
    default:
        return 0;
    }
}

class Cutter {
public:
    explicit Cutter(const std::vector<Symbol>& symbols) : m_symbols(symbols) {
        m_tokens.reserve(symbols.size() / 3 + 1);
    }

    std::vector<Token> cut() && {
        for (std::size_t at = 0; at < m_symbols.size();) {
            if (is_in_word(m_symbols[at])) {
                std::size_t end = at;
                while (end < m_symbols.size() && is_in_word(m_symbols[end])) {
                    ++end;
                }
                cut_run(at, end);
                at = end;
            } else {
                add_sign(m_symbols[at]);
                ++at;
            }
        }
        return std::move(m_tokens);
    }

private:
    void push(Token token) {
        token.spaced = std::exchange(m_spaced, false);
        m_tokens.push_back(token);
    }

    void add_sign(const Symbol& symbol) {
        // In the order of SymbolKind from Dash on.
        constexpr std::array kKinds{TokenKind::Dash,  TokenKind::Dot,        TokenKind::Comma,
                                    TokenKind::Colon, TokenKind::Slash,      TokenKind::Open,
                                    TokenKind::Close, TokenKind::NumberSign, TokenKind::Damaged,
                                    TokenKind::Amount};
        if (symbol.kind == SymbolKind::NewLine) {
            if (!m_tokens.empty() && m_tokens.back().kind != TokenKind::NewLine) {
                push({.kind = TokenKind::NewLine, .begin = symbol.at, .end = symbol.at + 1});
            }
            m_spaced = true;
        } else if (symbol.kind == SymbolKind::Blank) {
            m_spaced = true;
        } else {
            const auto sign =
                static_cast<std::size_t>(symbol.kind) - static_cast<std::size_t>(SymbolKind::Dash);
            push({.kind = kKinds[sign], .begin = symbol.at, .end = symbol.at + 1});
            join_dots();
        }
    }

    // «апрель...июнь» is written with a dash.
    void join_dots() {
        constexpr std::size_t kDots = 3;
        const bool dots = m_tokens.size() >= kDots &&
                          std::all_of(m_tokens.end() - kDots, m_tokens.end(),
                                      [](const Token& one) { return one.kind == TokenKind::Dot; });
        if (dots) {
            const std::uint32_t end = m_tokens.back().end;
            m_tokens.pop_back();
            m_tokens.pop_back();
            m_tokens.back().kind = TokenKind::Dash;
            m_tokens.back().end = end;
        }
    }

    // «I», «ll», «1V», «1У»: Roman numbers as scanners leave them, unless the run is a part of a
    // date.
    [[nodiscard]] bool is_roman(std::size_t begin, std::size_t end) const {
        if (end - begin > kLongestRoman || stands_in_date(end)) {
            return false;
        }
        bool has_letter = false;
        for (std::size_t at = begin; at < end; ++at) {
            const Symbol& symbol = m_symbols[at];
            const bool letter = symbol.latin == 'i' || symbol.latin == 'l' || symbol.latin == 'v';
            const bool one = is_digit(symbol) && symbol.digit == 1;
            const bool five = symbol.latin == 'y' && at > begin && is_digit(m_symbols[at - 1]);
            if (!letter && !one && !five) {
                return false;
            }
            has_letter = has_letter || letter || five;
        }
        return has_letter;
    }

    // A dot and a digit follow.
    [[nodiscard]] bool stands_in_date(std::size_t end) const {
        return end + 1 < m_symbols.size() && m_symbols[end].kind == SymbolKind::Dot &&
               is_digit(m_symbols[end + 1]);
    }

    void cut_run(std::size_t begin, std::size_t end) {
        if (is_roman(begin, end)) {
            Token word = word_of(begin, end);
            word.latin = Letters();
            for (std::size_t at = begin; at < end; ++at) {
                const Letter letter = m_symbols[at].latin;
                word.latin.add(letter == 'v' || letter == 'y' ? Letter{'v'} : Letter{'i'});
            }
            word.can_be_latin = true;
            word.can_be_cyrillic = false;
            push(word);
            return;
        }
        if (is_word_with_digit(begin, end)) {
            push(word_of(begin, end));
            return;
        }
        if (end - begin == 2 && stands_in_date(end) && digit_alike(m_symbols[begin]) >= 0 &&
            digit_alike(m_symbols[begin + 1]) >= 0) {
            push(number_of(begin, end)); // «ЗО.11.2023»
            return;
        }
        while (begin < end) {
            std::size_t part = begin;
            const bool starts_number = (is_digit(m_symbols[begin]) && !is_letter_o(begin, end)) ||
                                       (digit_alike(m_symbols[begin]) >= 0 && begin + 1 < end &&
                                        is_digit(m_symbols[begin + 1]) && !follows_letter(begin));
            if (starts_number) {
                while (part < end && is_number_part(part, begin, end)) {
                    ++part;
                }
                push(number_of(begin, part));
            } else {
                part = begin + 1;
                while (part < end && !is_digit(m_symbols[part])) {
                    ++part;
                }
                push(word_of(begin, part));
            }
            begin = part;
        }
    }

    // «Октя6рь»: one digit inside a word that is known with the letter in its place.
    [[nodiscard]] bool is_word_with_digit(std::size_t begin, std::size_t end) const {
        std::size_t digits = 0;
        for (std::size_t at = begin; at < end; ++at) {
            digits += is_digit(m_symbols[at]) ? 1U : 0U;
        }
        constexpr std::size_t kShortestWord = 4;
        return digits == 1 && end - begin >= kShortestWord && !is_digit(m_symbols[begin]) &&
               find_word(word_of(begin, end).cyrillic).sense != Sense::Unknown;
    }

    // «0ктябрь»: a zero at the front of a word.
    [[nodiscard]] bool is_letter_o(std::size_t at, std::size_t end) const {
        constexpr std::size_t kShortestWord = 4;
        const bool follows_digit = at > 0 && is_digit(m_symbols[at - 1]);
        return m_symbols[at].digit == 0 && at + kShortestWord < end && !follows_digit &&
               std::none_of(m_symbols.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                            m_symbols.begin() + static_cast<std::ptrdiff_t>(end), is_digit);
    }

    [[nodiscard]] bool follows_letter(std::size_t at) const {
        return at > 0 && m_symbols[at - 1].kind == SymbolKind::Letter;
    }

    [[nodiscard]] bool is_number_part(std::size_t at, std::size_t begin, std::size_t end) const {
        if (is_digit(m_symbols[at])) {
            return true;
        }
        if (digit_alike(m_symbols[at]) < 0) {
            return false;
        }
        if (at + 1 < end) {
            return is_digit(m_symbols[at + 1]);
        }
        return at > begin && (m_symbols[at].is_capital || m_symbols[at].latin == 'l');
    }

    [[nodiscard]] Token number_of(std::size_t begin, std::size_t end) const {
        Token token{.kind = TokenKind::Number,
                    .begin = m_symbols[begin].at,
                    .end = m_symbols[end - 1].at + 1};
        token.digits = static_cast<std::uint8_t>(std::min<std::size_t>(end - begin, 255));
        for (std::size_t at = begin; at < end; ++at) {
            const int digit =
                is_digit(m_symbols[at]) ? m_symbols[at].digit : digit_alike(m_symbols[at]);
            token.number =
                std::min(token.number * 10U + static_cast<std::uint32_t>(digit), kLargestNumber);
        }
        return token;
    }

    [[nodiscard]] Token word_of(std::size_t begin, std::size_t end) const {
        Token token{.kind = TokenKind::Word,
                    .can_be_cyrillic = end - begin <= Letters::kLongest,
                    .can_be_latin = end - begin <= Letters::kLongest,
                    .begin = m_symbols[begin].at,
                    .end = m_symbols[end - 1].at + 1};
        std::size_t latin = 0;
        for (std::size_t at = begin; at < end; ++at) {
            const Symbol& symbol = m_symbols[at];
            const bool digit = is_digit(symbol);
            const Letter cyrillic = digit ? letter_alike(symbol.digit) : symbol.cyrillic;
            const Letter letter = digit && symbol.digit == 0 ? Letter{'o'} : symbol.latin;
            token.cyrillic.add(cyrillic);
            token.latin.add(letter);
            token.can_be_cyrillic = token.can_be_cyrillic && cyrillic != 0;
            token.can_be_latin = token.can_be_latin && letter != 0;
            latin += symbol.is_latin ? 1U : 0U;
        }
        token.is_written_latin = latin * 2 > end - begin;
        return token;
    }

    const std::vector<Symbol>& m_symbols;
    std::vector<Token> m_tokens;
    bool m_spaced = false;
};

} // namespace

std::vector<Token> tokens_of(std::string_view text) {
    const std::vector<Symbol> symbols = symbols_of(text);
    return Cutter(symbols).cut();
}

} // namespace vekha::reading
