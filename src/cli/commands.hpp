// The commands of the native program. Each takes what stands behind its name and gives the exit
// code: 0 all is well, 1 a file is refused or cannot be read, 2 the command itself is wrong. What
// was asked for goes to stdout, what went wrong to stderr.
#pragma once

#include <string>
#include <vector>

namespace vekha::cli {

using Arguments = std::vector<std::string>;

enum class ExitCode { Fine = 0, FileRefused = 1, WrongUsage = 2 };

// check [--json] [--files-from LIST] FILE…: the problems of each file, on stdout; 1 when one is
// refused.
[[nodiscard]] ExitCode run_check(const Arguments& arguments);

// format FILE: the canonical text.
[[nodiscard]] ExitCode run_format(const Arguments& arguments);

// figures FILE [--on DATE]: the figures as JSON; without a date those of the plan's as-of date.
[[nodiscard]] ExitCode run_figures(const Arguments& arguments);

// periods: reads cells that say when, one JSON object a line on stdin, one JSON object a line on
// stdout. A line that cannot be read gives { "error" } and does not stop the others.
[[nodiscard]] ExitCode run_periods(const Arguments& arguments);

// How the program is called.
extern const char* const kUsage;

// Says on stderr what is wrong with the call and how it should be.
[[nodiscard]] ExitCode wrong_usage(const std::string& what);

// The whole text, byte for byte; false when it could not be written.
[[nodiscard]] bool print(const std::string& text);
void print_error(const std::string& text);

} // namespace vekha::cli
