#include "core/codec/problem.hpp"

#include <array>
#include <cstddef>
#include <span>
#include <string_view>

namespace vekha {
namespace {

struct CodeEntry {
    std::string_view name;
    Severity severity;
};

// In the order of the enumerators.
constexpr std::array<CodeEntry, kProblemCodeCount> kCodes{{
    {"fileTooLarge", Severity::Error},     {"fileLarge", Severity::Notice},
    {"utf16Converted", Severity::Notice},  {"windows1251Converted", Severity::Notice},
    {"invalidUtf8", Severity::Error},      {"invalidUtf16", Severity::Error},
    {"emptyText", Severity::Error},        {"unexpectedEnd", Severity::Error},
    {"unexpectedText", Severity::Error},   {"textAfterEnd", Severity::Error},
    {"invalidNumber", Severity::Error},    {"invalidLiteral", Severity::Error},
    {"invalidEscape", Severity::Error},    {"controlCharacter", Severity::Error},
    {"tooDeep", Severity::Error},          {"duplicateName", Severity::Error},
    {"nulCharacter", Severity::Error},     {"loneSurrogate", Severity::Error},
    {"notARoadmap", Severity::Error},      {"invalidVersion", Severity::Error},
    {"readerTooOld", Severity::Error},     {"newerVersion", Severity::Notice},
    {"missingMember", Severity::Error},    {"wrongType", Severity::Error},
    {"invalidId", Severity::Error},        {"defaultTaken", Severity::Repair},
    {"unknownValue", Severity::Repair},    {"numberOutOfRange", Severity::Repair},
    {"notAnInteger", Severity::Repair},    {"textTooLong", Severity::Repair},
    {"orphanMember", Severity::Repair},    {"notExactlyOne", Severity::Repair},
    {"neitherGiven", Severity::Repair},    {"impossibleDate", Severity::Review},
    {"endBeforeStart", Severity::Review},  {"missingReference", Severity::Consent},
    {"repeatedId", Severity::Consent},     {"repeatedReport", Severity::Consent},
    {"sectionCycle", Severity::Consent},   {"dependencyCycle", Severity::Consent},
    {"sectionTooDeep", Severity::Consent},
}};

// Sorted. What a text can want at a place, the types of JSON, and the things that have ids.
constexpr std::array<std::string_view, 31> kWords{
    "closingQuote",  "colon",      "commaOrBrace",     "commaOrBracket", "digit",
    "end",           "escape",     "idBaseline",       "idDecision",     "idDocument",
    "idIndicator",   "idItem",     "idMeasure",        "idParty",        "idSchool",
    "idSection",     "idSnapshot", "idView",           "name",           "nameOrBrace",
    "number",        "reportMark", "reportOccurrence", "typeArray",      "typeBoolean",
    "typeNull",      "typeNumber", "typeObject",       "typeText",       "value",
    "valueOrBracket"};

} // namespace

std::string_view problem_name(ProblemCode code) {
    return kCodes[static_cast<std::size_t>(code)].name;
}

Severity problem_severity(ProblemCode code) {
    return kCodes[static_cast<std::size_t>(code)].severity;
}

std::string_view severity_name(Severity severity) {
    switch (severity) {
    case Severity::Notice:
        return "notice";
    case Severity::Review:
        return "review";
    case Severity::Repair:
        return "repair";
    case Severity::Consent:
        return "consent";
    case Severity::Error:
        return "error";
    }
    return {};
}

std::string_view Problem::parameter(std::string_view name) const {
    for (const ProblemParameter& parameter : parameters) {
        if (parameter.name == name) {
            return parameter.value;
        }
    }
    return {};
}

std::span<const std::string_view> problem_words() {
    return kWords;
}

} // namespace vekha
