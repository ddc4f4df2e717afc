// Findings: the problems of one file while it is read, as codes and places. They become Problems
// (with lines, columns, paths and excerpts) once, at the end, and only as many of them as are
// listed.
#pragma once

#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

[[nodiscard]] ProblemParameter text_parameter(std::string_view name, std::string value);
[[nodiscard]] ProblemParameter number_parameter(std::string_view name, std::size_t value);
[[nodiscard]] ProblemParameter word_parameter(std::string_view name, std::string_view word);

struct Finding {
    ProblemCode code = ProblemCode::EmptyText;
    std::size_t offset = 0;
    std::optional<NodeIndex> node; // of the path
    std::vector<ProblemParameter> parameters;
    // The place of the other one of a pair; becomes firstLine and firstColumn.
    std::optional<std::size_t> first_offset;
};

struct ListedProblems {
    std::vector<Problem> problems;
    std::size_t count = 0;
};

class Findings {
public:
    void add(Finding finding);

    [[nodiscard]] std::size_t count() const;
    [[nodiscard]] std::size_t count_of(Severity severity) const {
        return m_counts[static_cast<std::size_t>(severity)];
    }
    [[nodiscard]] bool has(Severity severity) const { return count_of(severity) > 0; }

    // The notices, and at most `limit` of the others: the worst ones, in the order of the text. The
    // tree may be missing when the text is no JSON.
    [[nodiscard]] std::vector<Problem> notices(std::string_view text) const;
    [[nodiscard]] ListedProblems listed(std::string_view text, const JsonTree* tree,
                                        std::size_t limit) const;

private:
    static constexpr std::size_t kSeverityCount = static_cast<std::size_t>(Severity::Error) + 1;
    static constexpr std::size_t kKeptOfEach = 100;

    std::array<std::vector<Finding>, kSeverityCount> m_kept;
    std::array<std::size_t, kSeverityCount> m_counts{};
};

} // namespace vekha
