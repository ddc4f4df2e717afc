// Files for the command line: reading one whole, and reading it as a roadmap.
#pragma once

#include "core/base/result.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"

#include <string>
#include <vector>

namespace vekha::cli {

// Why a plan could not be had: either the file itself (a sentence), or what stands in it
// (problems).
struct PlanFailure {
    std::string file_error;
    ReadFailure contents;
};

// The lines of a list of files, empty ones left out; the error is a sentence.
[[nodiscard]] Result<std::vector<std::string>, std::string> read_lines(const std::string& path);

[[nodiscard]] Result<ReadOutcome, PlanFailure> read_plan_file(const std::string& path);

// "file:line:column: path: message", and a line more where problems were left out.
[[nodiscard]] std::string problem_lines(const std::string& file,
                                        const std::vector<Problem>& problems);

// The same for all that is wrong with a file that could not be read as a roadmap.
[[nodiscard]] std::string failure_lines(const std::string& file, const PlanFailure& failure);

} // namespace vekha::cli
