// What the line breaks of a cell mean. A narrow column breaks a phrase anywhere («до 20⏎декабря»),
// a list has a period in each line: lines stay apart where each of them is a period by itself.
#include "core/period/period_reader.hpp"
#include "core/period/token_reader.hpp"
#include "core/period/tokens.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

using reading::Token;
using reading::TokenKind;

// A phrase is hardly ever broken over more lines; each of them is read again with those behind it.
constexpr std::size_t kMostLinesOfPhrase = 8;

// 2: something was not read, or the phrase has lost its other half; 1: somebody has to look.
int badness(const PeriodReading& reading) {
    int found = reading.needs_review() ? 1 : 0;
    for (const ReviewReason reason : reading.reasons) {
        if (reason == ReviewReason::Empty || reason == ReviewReason::Unread ||
            reason == ReviewReason::NoEvent) {
            found = 2;
        }
    }
    return found;
}

enum class Joining : std::uint8_t { Phrases, All };

// The tokens without the breaks inside phrases, or without all of them.
std::vector<Token> joined_lines(std::string_view text, const PeriodContext& context,
                                const std::vector<Token>& tokens, Joining joining) {
    std::vector<Token> joined;
    joined.reserve(tokens.size());
    std::size_t group = 0; // where the lines begin that are joined so far
    std::size_t lines = 0;
    std::size_t last_break = 0;
    for (std::size_t at = 0; at <= tokens.size(); ++at) {
        if (at < tokens.size() && tokens[at].kind != TokenKind::NewLine) {
            joined.push_back(tokens[at]);
            joined.back().spaced |= at > 0 && tokens[at - 1].kind == TokenKind::NewLine;
            continue;
        }
        const bool whole =
            joining == Joining::Phrases &&
            (++lines >= kMostLinesOfPhrase ||
             badness(reading::read_tokens(text, context, std::span(joined).subspan(group))) < 2);
        if (!whole && at == tokens.size() && last_break != 0) {
            joined.erase(joined.begin() + static_cast<std::ptrdiff_t>(last_break));
        }
        if (whole && at < tokens.size()) {
            last_break = joined.size();
            joined.push_back(tokens[at]);
            group = joined.size();
            lines = 0;
        }
    }
    return joined;
}

} // namespace

PeriodReading read_period(std::string_view text, const PeriodContext& context) {
    const std::vector<Token> tokens = reading::tokens_of(text);
    PeriodReading best = reading::read_tokens(text, context, tokens);
    bool has_lines = false;
    bool has_bullets = false;
    for (std::size_t at = 0; at < tokens.size(); ++at) {
        const bool breaks = tokens[at].kind == TokenKind::NewLine;
        has_lines |= breaks;
        has_bullets |= breaks && at + 1 < tokens.size() && tokens[at + 1].kind == TokenKind::Dash;
    }
    for (const Joining joining : {Joining::Phrases, Joining::All}) {
        const int before = badness(best);
        const bool is_list = has_bullets || best.pairs;
        if (!has_lines || (joining == Joining::All && (before == 0 || is_list))) {
            break;
        }
        const std::vector<Token> joined = joined_lines(text, context, tokens, joining);
        PeriodReading together = reading::read_tokens(text, context, joined);
        const int after = badness(together);
        const bool as_good = joining == Joining::Phrases && after == before && after < 2;
        if (joined.size() < tokens.size() && (after < before || as_good)) {
            best = std::move(together);
        }
    }
    return best;
}

} // namespace vekha
