// Reads a roadmap file into a Document: bytes → UTF-8 text → syntax tree → checked and repaired
// model. The bytes are not changed and need not outlive the call. A file that cannot be opened
// gives a ReadFailure with the errors and what else was found; nothing of it is handed out. Rules:
// FORMAT.md beside this file.
#pragma once

#include "core/base/result.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha {

inline constexpr std::string_view kRoadmapFormat = "vekha.roadmap";
inline constexpr int kRoadmapVersion = 0; // what this reader knows and the writer writes
inline constexpr std::size_t kMaxFileBytes = std::size_t{64} * 1024 * 1024;
inline constexpr std::size_t kLargeFileBytes = std::size_t{16} * 1024 * 1024;
inline constexpr std::size_t kMaxListedProblems = 100;

enum class Windows1251 : std::uint8_t { Refuse, Convert };

struct ReadOptions {
    // Convert: the user agreed to read a file that is not UTF-8 as Windows-1251.
    Windows1251 windows_1251 = Windows1251::Refuse;
};

enum class ReadVerdict : std::uint8_t {
    Opens,             // perhaps with repairs
    OpensAfterConsent, // there are problems of severity Consent; the original must not be
                       // overwritten unasked
    ReadOnly,          // a newer version that allows this reader: look, and save as a copy
};

struct ReadOutcome {
    Document document;
    ReadVerdict verdict = ReadVerdict::Opens;
    TextLayout layout = TextLayout::Indented; // how the file was laid out: save it likewise
    std::vector<Problem>
        problems; // in the order of the file; the worst kMaxListedProblems of problem_count
    std::size_t problem_count = 0;
    std::vector<Problem> notices; // converted, large, newer
};

struct ReadFailure {
    std::vector<Problem> problems; // as above; at least one is an Error
    std::size_t problem_count = 0;
    std::vector<Problem> notices;
    bool looks_like_windows_1251 = false; // offer to read it again with Windows1251::Convert
};

[[nodiscard]] Result<ReadOutcome, ReadFailure> read_roadmap(std::string_view bytes,
                                                            const ReadOptions& options = {});

} // namespace vekha
