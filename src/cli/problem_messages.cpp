#include "cli/problem_messages.hpp"

#include "core/codec/problem.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::cli {
namespace {

struct Pattern {
    ProblemCode code;
    std::string_view text; // with the names of the parameters in braces
};

// In the order of the codes.
constexpr std::array<Pattern, kProblemCodeCount> kPatterns{{
    {ProblemCode::FileTooLarge, "the file has {size} bytes; more than {limit} are not read"},
    {ProblemCode::FileLarge, "the file has {size} bytes; above {limit} everything gets slow"},
    {ProblemCode::Utf16Converted, "the file was converted from UTF-16"},
    {ProblemCode::Windows1251Converted, "the file was converted from Windows-1251"},
    {ProblemCode::InvalidUtf8, "byte 0x{byte} is not UTF-8"},
    {ProblemCode::InvalidUtf16, "0x{unit} is half of a UTF-16 character"},
    {ProblemCode::EmptyText, "the file is empty; {expected} expected"},
    {ProblemCode::UnexpectedEnd, "the file ends here; {expected} expected"},
    {ProblemCode::UnexpectedText, "{found} cannot stand here; {expected} expected"},
    {ProblemCode::TextAfterEnd, "{found} stands after the end of the plan; {expected} expected"},
    {ProblemCode::InvalidNumber, "{found} is no number of JSON; {expected} expected"},
    {ProblemCode::InvalidLiteral, "{found} is no value of JSON; {expected} expected"},
    {ProblemCode::InvalidEscape, "{found} is no escape of JSON; {expected} expected"},
    {ProblemCode::ControlCharacter, "control character {found} inside a text; {expected} expected"},
    {ProblemCode::TooDeep, "more than {limit} levels of brackets"},
    {ProblemCode::DuplicateName,
     "the name {name} stands here twice, first at {firstLine}:{firstColumn}"},
    {ProblemCode::NulCharacter, "a text holds the character U+0000"},
    {ProblemCode::LoneSurrogate, "{escape} is half of a character"},
    {ProblemCode::NotARoadmap, "not a roadmap: format is \"{found}\" instead of \"vekha.roadmap\""},
    {ProblemCode::InvalidVersion, "{name} is {value}; a whole number from 0 expected"},
    {ProblemCode::ReaderTooOld,
     "version {version} asks for a reader of version {minReader}; this one knows "
     "{supported}"},
    {ProblemCode::NewerVersion,
     "version {version} is newer than {supported}: can be looked at, and saved as a copy"},
    {ProblemCode::MissingMember, "the member {name} is missing"},
    {ProblemCode::WrongType, "{found} found, {expected} expected"},
    {ProblemCode::InvalidId, "an id of {length} characters; 1 to {limit} expected"},
    {ProblemCode::DefaultTaken, "the member {name} is missing; {default} taken"},
    {ProblemCode::UnknownValue, "{value} is none of {allowed}"},
    {ProblemCode::NumberOutOfRange, "{value} is outside {min} to {max}"},
    {ProblemCode::NotAnInteger, "{value} is no whole number"},
    {ProblemCode::TextTooLong, "a text of {length} characters; up to {limit} expected"},
    {ProblemCode::OrphanMember, "the member {name} needs {needs}"},
    {ProblemCode::NotExactlyOne, "exactly one of {names} expected"},
    {ProblemCode::NeitherGiven, "at least one of {names} expected"},
    {ProblemCode::ImpossibleDate, "{value} is no day of the calendar"},
    {ProblemCode::EndBeforeStart, "{to} lies before {from}"},
    {ProblemCode::MissingReference, "there is no {kind} with the id {id}"},
    {ProblemCode::RepeatedId,
     "a second {kind} with the id {id}, first at {firstLine}:{firstColumn}"},
    {ProblemCode::RepeatedReport,
     "a second {kind} for the same, first at {firstLine}:{firstColumn}"},
    {ProblemCode::SectionCycle, "sections stand inside each other: {ids}"},
    {ProblemCode::DependencyCycle, "measures wait for each other: {ids}"},
    {ProblemCode::SectionTooDeep, "section {id} is on the third level; two are allowed"},
}};

constexpr bool patterns_stand_in_order() {
    for (std::size_t i = 0; i < kPatterns.size(); ++i) {
        if (kPatterns[i].code != static_cast<ProblemCode>(i) || kPatterns[i].text.empty()) {
            return false;
        }
    }
    return true;
}
static_assert(patterns_stand_in_order(), "each code has its pattern, at its place");

std::string_view outcome_of(Severity severity) {
    switch (severity) {
    case Severity::Notice:
        return " [note]";
    case Severity::Review:
        return " [kept as written, to be reviewed]";
    case Severity::Repair:
        return " [repaired, the original is kept]";
    case Severity::Consent:
        return " [opens after consent]";
    case Severity::Error:
        return "";
    }
    return {};
}

using Word = std::pair<std::string_view, std::string_view>;

// The keys of problem_words(), in its order.
constexpr std::array<Word, 31> kWords{{
    {"closingQuote", "a closing quotation mark"},
    {"colon", "a colon"},
    {"commaOrBrace", "a comma or }"},
    {"commaOrBracket", "a comma or ]"},
    {"digit", "a digit"},
    {"end", "the end of the file"},
    {"escape", "an escape such as \\n or \\u0041"},
    {"idBaseline", "baseline"},
    {"idDecision", "decision"},
    {"idDocument", "document"},
    {"idIndicator", "indicator"},
    {"idItem", "sub-item"},
    {"idMeasure", "measure"},
    {"idParty", "party"},
    {"idSchool", "school"},
    {"idSection", "section"},
    {"idSnapshot", "snapshot"},
    {"idView", "view"},
    {"name", "a member name in quotation marks"},
    {"nameOrBrace", "a member name in quotation marks or }"},
    {"number", "a number"},
    {"reportMark", "mark"},
    {"reportOccurrence", "occurrence"},
    {"typeArray", "a list"},
    {"typeBoolean", "true or false"},
    {"typeNull", "null"},
    {"typeNumber", "a number"},
    {"typeObject", "an object"},
    {"typeText", "a text"},
    {"value", "a value"},
    {"valueOrBracket", "a value or ]"},
}};

std::string_view word_of(std::string_view key) {
    const auto* const found = std::find_if(kWords.begin(), kWords.end(),
                                           [key](const Word& word) { return word.first == key; });
    return found == kWords.end() ? key : found->second;
}

std::string_view value_of(const Problem& problem, std::string_view name) {
    for (const ProblemParameter& parameter : problem.parameters) {
        if (parameter.name == name) {
            return parameter.kind == ParameterKind::Word ? word_of(parameter.value)
                                                         : std::string_view(parameter.value);
        }
    }
    return name;
}

} // namespace

std::string problem_message(const Problem& problem) {
    const std::string_view pattern = kPatterns[static_cast<std::size_t>(problem.code)].text;
    std::string message;
    std::size_t at = 0;
    while (at < pattern.size()) {
        const std::size_t open = pattern.find('{', at);
        message += pattern.substr(at, open - at);
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = pattern.find('}', open);
        message += value_of(problem, pattern.substr(open + 1, close - open - 1));
        at = close + 1;
    }
    message += outcome_of(problem.severity);
    return message;
}

} // namespace vekha::cli
