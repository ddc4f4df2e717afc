#include "cli/plan_file.hpp"

#include "cli/problem_messages.hpp"
#include "core/base/result.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <ios>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace vekha::cli {
namespace {

// Looked at before reading, so that a huge file costs nothing.
ReadFailure too_large(std::uintmax_t size) {
    Problem problem;
    problem.code = ProblemCode::FileTooLarge;
    problem.severity = problem_severity(problem.code);
    problem.parameters = {{"size", std::to_string(size), ParameterKind::Text},
                          {"limit", std::to_string(kMaxFileBytes), ParameterKind::Text}};
    ReadFailure failure;
    failure.problems.push_back(std::move(problem));
    failure.problem_count = 1;
    return failure;
}

Result<std::string, std::string> read_bytes(const std::string& path) {
    std::ifstream stream(path, std::ios::binary);
    if (!stream) {
        return fail(std::string("cannot be opened"));
    }
    std::string bytes;
    std::vector<char> block(std::size_t{64} * 1024);
    while (stream) {
        stream.read(block.data(), static_cast<std::streamsize>(block.size()));
        bytes.append(block.data(), static_cast<std::size_t>(stream.gcount()));
    }
    if (stream.bad()) {
        return fail(std::string("cannot be read to its end"));
    }
    return bytes;
}

} // namespace

Result<std::vector<std::string>, std::string> read_lines(const std::string& path) {
    auto bytes = read_bytes(path);
    if (!bytes) {
        return fail(std::move(bytes).error());
    }
    std::vector<std::string> lines;
    std::string_view rest = bytes.value();
    while (!rest.empty()) {
        const std::size_t end = rest.find('\n');
        const std::string_view line = rest.substr(0, end);
        if (!line.empty()) {
            lines.emplace_back(line);
        }
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
    }
    return lines;
}

Result<ReadOutcome, PlanFailure> read_plan_file(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) {
        return fail(PlanFailure{"is a folder", {}});
    }
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (!error && size > kMaxFileBytes) {
        return fail(PlanFailure{{}, too_large(size)});
    }
    const auto bytes = read_bytes(path);
    if (!bytes) {
        return fail(PlanFailure{bytes.error(), {}});
    }
    auto read = read_roadmap(bytes.value());
    if (!read) {
        return fail(PlanFailure{{}, std::move(read).error()});
    }
    return std::move(read).value();
}

std::string problem_lines(const std::string& file, const std::vector<Problem>& problems) {
    std::string lines;
    for (const Problem& problem : problems) {
        lines += file + ":" + std::to_string(problem.position.line) + ":" +
                 std::to_string(problem.position.column) + ": " +
                 (problem.path.empty() ? "$" : problem.path) + ": " + problem_message(problem) +
                 "\n";
    }
    return lines;
}

std::string failure_lines(const std::string& file, const PlanFailure& failure) {
    if (!failure.file_error.empty()) {
        return file + ": " + failure.file_error + "\n";
    }
    std::string lines = problem_lines(file, failure.contents.notices) +
                        problem_lines(file, failure.contents.problems);
    if (failure.contents.looks_like_windows_1251) {
        lines += file + ": looks like Windows-1251; Vekha reads UTF-8\n";
    }
    return lines;
}

} // namespace vekha::cli
