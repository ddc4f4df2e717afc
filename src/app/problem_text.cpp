#include "app/problem_text.hpp"

#include "app/i18n.hpp"
#include "core/codec/problem.hpp"
#include "core/edit/edits.hpp"

#include <array>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

// In the order of the enumerators.
constexpr auto kEditProblems = std::to_array<std::string_view>(
    {"unknownMeasure",      "percentOutOfRange", "percentContradictsState",
     "doneDateWithoutDone", "reasonMissing",     "textInvalid",
     "textTooLong",         "nameMissing",       "nameTooLong",
     "nameTaken",           "unknownSection",    "sectionInItself",
     "sectionTooDeep",      "unknownParty",      "partyInUse",
     "unknownItem",         "unknownTarget",     "unknownSchool",
     "unknownEntry",        "daysMissing",       "endBeforeStart",
     "numberInvalid",       "limitOutOfRange",   "languageInvalid",
     "yearOutOfRange",      "dateInvalid",       "linkMissing",
     "dependsOnItself"});
static_assert(kEditProblems.size() == kEditProblemCount);

// Sizes come in bytes and are read in megabytes.
std::string megabytes(const Texts& texts, std::string_view bytes) {
    constexpr double kMegabyte = 1024.0 * 1024.0;
    std::uint64_t count = 0;
    const auto [end, error] = std::from_chars(bytes.data(), bytes.data() + bytes.size(), count);
    return error == std::errc() ? texts.number(static_cast<double>(count) / kMegabyte, 1)
                                : std::string(bytes);
}

bool is_about_size(ProblemCode code) {
    return code == ProblemCode::FileTooLarge || code == ProblemCode::FileLarge;
}

} // namespace

std::string problem_text(const Texts& texts, const Problem& problem) {
    std::vector<TextArgument> arguments;
    bool has_empty = false;
    for (const ProblemParameter& parameter : problem.parameters) {
        std::string value = parameter.kind == ParameterKind::Word
                                ? std::string(texts.member("problemWord.", parameter.value))
                                : parameter.value;
        if (is_about_size(problem.code)) {
            value = megabytes(texts, parameter.value);
        }
        has_empty = has_empty || value.empty();
        arguments.push_back({std::string(parameter.name), std::move(value)});
    }
    const std::string name(problem_name(problem.code));
    if (has_empty) {
        // A pattern of its own where something has no value: «nothing stands there».
        const std::string nothing = name + ".nothing";
        const std::string_view pattern = texts.member("problem.", nothing);
        if (pattern != nothing) {
            return fill_pattern(pattern, arguments);
        }
    }
    return fill_pattern(texts.member("problem.", name), arguments);
}

std::string problem_place(const Texts& texts, const Problem& problem) {
    const std::string line = texts.number(std::int64_t{problem.position.line});
    const std::string column = texts.number(std::int64_t{problem.position.column});
    if (problem.path.empty()) {
        return texts.format("problems.place"_key, {{"line", line}, {"column", column}});
    }
    return texts.format("problems.placeWithPath"_key,
                        {{"line", line}, {"column", column}, {"path", problem.path}});
}

std::string_view severity_text(const Texts& texts, Severity severity) {
    return texts.member("severity.", severity_name(severity));
}

std::string_view edit_problem_text(const Texts& texts, EditProblem problem) {
    return texts.member("editProblem.", kEditProblems[static_cast<std::size_t>(problem)]);
}

} // namespace vekha::app
