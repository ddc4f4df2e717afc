// The problems of a file in English, for the command line. The page has its own words
// (assets/i18n); tools of other people read the output, so a message is changed only for a reason.
#pragma once

#include "core/codec/problem.hpp"

#include <string>

namespace vekha::cli {

// What is wrong, and in brackets what became of it unless the file is refused:
// "2021-02-30 is no day of the calendar [kept as written, to be reviewed]".
[[nodiscard]] std::string problem_message(const Problem& problem);

} // namespace vekha::cli
