// Dates that are written with digits alone: «15.04.2021», «5.03.21», «2021-04-15», «05.04.»,
// «05.2021», «14:00». Which numbers belong together and what they are; nothing is said of the
// calendar yet, but a month 13 and a day 32 are no date at all (Sense::Unknown).
#pragma once

#include "core/period/lexicon.hpp"
#include "core/period/tokens.hpp"

#include <cstddef>
#include <optional>
#include <span>

namespace vekha::reading {

struct NumericDate {
    Sense sense = Sense::Unknown; // FullDate, DayMonth, MonthYear, Time or Unknown
    int day = 0;
    int month = 0;
    int year = 0;
    bool doubtful = false;   // «1.9»
    bool with_slash = false; // which of two small numbers is the month?
    std::size_t tokens = 0;  // how many it takes
};

inline constexpr int kFirstYear = 1900;
inline constexpr int kLastYear = 2299;

// The date at the front of the tokens.
[[nodiscard]] std::optional<NumericDate> numeric_date(std::span<const Token> tokens);

} // namespace vekha::reading
