// The table of tests/data/periods/phrases.tsv: cells of plans, their contexts, and how they are to
// be read. A reading and an expectation are compared as one line of text, so that a failure shows
// both.
#pragma once

#include "core/calendar/date.hpp"
#include "core/period/period_reader.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vekha::test {

struct PhraseRow {
    PeriodContext context;
    std::string context_name;
    std::string text;
    std::string expected;    // as summary_of() writes it
    bool is_counted = false; // the table gives only number, first and last of the spans
};

// All rows of the table, read once; none when the table cannot be read.
[[nodiscard]] const std::vector<PhraseRow>& phrase_table();

// The other tables of the folder have the same form.
[[nodiscard]] std::vector<PhraseRow> read_phrases(std::string_view path);

// "day 2021-03-05..2021-03-05 day - !": kind, spans, precision, + for a recurrence, ! for a review.
[[nodiscard]] std::string summary_of(const PeriodReading& reading, bool is_counted = false);

[[nodiscard]] std::string_view kind_name(PeriodKind kind);
[[nodiscard]] std::string iso_of(const Span& span);

} // namespace vekha::test
