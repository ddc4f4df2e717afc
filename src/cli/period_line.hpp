// One line of `vekha periods`: the question (a cell and its context as JSON) and the answer (the
// reading as JSON). The words for people are English here, as everywhere on the command line; the
// page has its own.
#pragma once

#include "core/base/result.hpp"
#include "core/period/period_reader.hpp"

#include <string>
#include <string_view>

namespace vekha::cli {

struct PeriodQuestion {
    std::string text;
    PeriodContext context;
};

// { "text", "from", "to", "sectionYear"?, "orderDate"?, "items"? }; the error is a sentence.
[[nodiscard]] Result<PeriodQuestion, std::string> period_question(std::string_view line);

// { kind, spans, precision, recurrence, review, why, pairs, pieces } without a line break.
[[nodiscard]] std::string period_answer(const PeriodReading& reading);

} // namespace vekha::cli
