#include "core/codec/findings.hpp"

#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/text_places.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

// The positions of all offsets that the findings name, in one walk over the text.
std::map<std::size_t, TextPosition> positions_of(const std::vector<const Finding*>& findings,
                                                 std::string_view text) {
    std::map<std::size_t, TextPosition> positions;
    for (const Finding* finding : findings) {
        positions.try_emplace(finding->offset);
        if (finding->first_offset) {
            positions.try_emplace(*finding->first_offset);
        }
    }
    TextPlaces places(text);
    for (auto& [offset, position] : positions) {
        position = places.position_of(offset);
    }
    return positions;
}

std::vector<Problem> problems_of(const std::vector<const Finding*>& findings, std::string_view text,
                                 const JsonTree* tree) {
    const std::map<std::size_t, TextPosition> positions = positions_of(findings, text);
    std::vector<Problem> problems;
    for (const Finding* finding : findings) {
        Problem problem;
        problem.code = finding->code;
        problem.severity = problem_severity(finding->code);
        problem.position = positions.at(finding->offset);
        if (tree != nullptr && finding->node) {
            problem.path = path_of(*tree, *finding->node);
        }
        problem.excerpt = excerpt_at(text, finding->offset);
        problem.parameters = finding->parameters;
        if (finding->first_offset) {
            const TextPosition& first = positions.at(*finding->first_offset);
            problem.parameters.push_back(number_parameter("firstLine", first.line));
            problem.parameters.push_back(number_parameter("firstColumn", first.column));
        }
        problems.push_back(std::move(problem));
    }
    return problems;
}

} // namespace

ProblemParameter text_parameter(std::string_view name, std::string value) {
    return {name, std::move(value), ParameterKind::Text};
}

ProblemParameter number_parameter(std::string_view name, std::size_t value) {
    return {name, std::to_string(value), ParameterKind::Text};
}

ProblemParameter word_parameter(std::string_view name, std::string_view word) {
    return {name, std::string(word), ParameterKind::Word};
}

void Findings::add(Finding finding) {
    const auto severity = static_cast<std::size_t>(problem_severity(finding.code));
    ++m_counts[severity];
    if (m_kept[severity].size() < kKeptOfEach) {
        m_kept[severity].push_back(std::move(finding));
    }
}

std::size_t Findings::count() const {
    std::size_t sum = 0;
    for (std::size_t severity = 0; severity < kSeverityCount; ++severity) {
        sum += severity == static_cast<std::size_t>(Severity::Notice) ? 0 : m_counts[severity];
    }
    return sum;
}

std::vector<Problem> Findings::notices(std::string_view text) const {
    std::vector<const Finding*> chosen;
    for (const Finding& finding : m_kept[static_cast<std::size_t>(Severity::Notice)]) {
        chosen.push_back(&finding);
    }
    return problems_of(chosen, text, nullptr);
}

ListedProblems Findings::listed(std::string_view text, const JsonTree* tree,
                                std::size_t limit) const {
    std::vector<const Finding*> chosen;
    for (const Severity severity :
         {Severity::Error, Severity::Consent, Severity::Repair, Severity::Review}) {
        for (const Finding& finding : m_kept[static_cast<std::size_t>(severity)]) {
            if (chosen.size() < limit) {
                chosen.push_back(&finding);
            }
        }
    }
    // In the order of the text; at one place the worst stays first.
    std::multimap<std::size_t, const Finding*> in_order;
    for (const Finding* finding : chosen) {
        in_order.emplace(finding->offset, finding);
    }
    std::transform(in_order.begin(), in_order.end(), chosen.begin(),
                   [](const auto& entry) { return entry.second; });
    return {problems_of(chosen, text, tree), count()};
}

} // namespace vekha
