// libFuzzer: any bytes as a roadmap file; bytes that are no UTF-8 are read as Windows-1251, too.
// What opens must be JSON to another parser as well and come back from what is written of it, and a
// file that is refused must say why. Built only with VEKHA_FUZZ (README.md of this folder).
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/fuzz/second_opinion.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace {

using vekha::fuzz::Opinion;
using vekha::fuzz::require;
using vekha::fuzz::second_opinion;

bool is_error(const vekha::Problem& problem) {
    return problem.severity == vekha::Severity::Error;
}

void check_list(const std::vector<vekha::Problem>& problems, std::size_t count) {
    require(problems.size() <= vekha::kMaxListedProblems && problems.size() <= count,
            "the problems that are listed are counted");
    require(std::ranges::is_sorted(problems, {},
                                   [](const vekha::Problem& it) { return it.position.offset; }),
            "problems stand in the order of the file");
}

void check_refused(const vekha::ReadFailure& failure) {
    check_list(failure.problems, failure.problem_count);
    require(std::ranges::any_of(failure.problems, is_error), "a refused file has an error");
}

void check_opened(const vekha::ReadOutcome& outcome) {
    check_list(outcome.problems, outcome.problem_count);
    require(std::ranges::none_of(outcome.problems, is_error), "a file with an error is refused");
    const std::string written = write_roadmap(outcome.document, outcome.layout);
    const auto again = vekha::read_roadmap(written);
    require(again.ok(), "what was written opens");
    require(again.value().document == outcome.document, "what was written reads as it was");
    require(again.value().layout == outcome.layout, "what was written keeps its layout");
    require(again.value().problem_count <= outcome.problem_count,
            "what was written has no problem that was not there before");
    require(write_roadmap(again.value().document, outcome.layout) == written,
            "writing once more gives the same bytes");
}

bool is_utf16(const vekha::ReadOutcome& outcome) {
    return std::ranges::any_of(outcome.notices, [](const vekha::Problem& notice) {
        return notice.code == vekha::ProblemCode::Utf16Converted;
    });
}

bool is_invalid_utf8(const vekha::Problem& problem) {
    return problem.code == vekha::ProblemCode::InvalidUtf8;
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const auto read = vekha::read_roadmap(bytes);
    if (read) {
        check_opened(read.value());
        require(is_utf16(read.value()) || second_opinion(bytes) != Opinion::NotJson,
                "what opens is JSON");
        return 0;
    }
    check_refused(read.error());
    if (!std::ranges::any_of(read.error().problems, is_invalid_utf8)) {
        require(!read.error().looks_like_windows_1251, "UTF-8 does not look like Windows-1251");
        return 0;
    }
    const auto converted =
        vekha::read_roadmap(bytes, {.windows_1251 = vekha::Windows1251::Convert});
    if (converted) {
        check_opened(converted.value());
    } else {
        check_refused(converted.error());
        require(std::ranges::none_of(converted.error().problems, is_invalid_utf8),
                "any bytes have a reading as Windows-1251");
    }
    return 0;
}
