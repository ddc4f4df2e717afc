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

std::string_view pattern_of(ProblemCode code) {
    switch (code) {
    case ProblemCode::FileTooLarge:
        return "the file has {size} bytes; more than {limit} are not read";
    case ProblemCode::FileLarge:
        return "the file has {size} bytes; above {limit} everything gets slow";
    case ProblemCode::Utf16Converted:
        return "the file was converted from UTF-16";
    case ProblemCode::Windows1251Converted:
        return "the file was converted from Windows-1251";
    case ProblemCode::InvalidUtf8:
        return "byte 0x{byte} is not UTF-8";
    case ProblemCode::InvalidUtf16:
        return "0x{unit} is half of a UTF-16 character";
    case ProblemCode::EmptyText:
        return "the file is empty; {expected} expected";
    case ProblemCode::UnexpectedEnd:
        return "the file ends here; {expected} expected";
    case ProblemCode::UnexpectedText:
        return "{found} cannot stand here; {expected} expected";
    case ProblemCode::TextAfterEnd:
        return "{found} stands after the end of the plan; {expected} expected";
    case ProblemCode::InvalidNumber:
        return "{found} is no number of JSON; {expected} expected";
    case ProblemCode::InvalidLiteral:
        return "{found} is no value of JSON; {expected} expected";
    case ProblemCode::InvalidEscape:
        return "{found} is no escape of JSON; {expected} expected";
    case ProblemCode::ControlCharacter:
        return "control character {found} inside a text; {expected} expected";
    case ProblemCode::TooDeep:
        return "more than {limit} levels of brackets";
    case ProblemCode::DuplicateName:
        return "the name {name} stands here twice, first at {firstLine}:{firstColumn}";
    case ProblemCode::NulCharacter:
        return "a text holds the character U+0000";
    case ProblemCode::LoneSurrogate:
        return "{escape} is half of a character";
    case ProblemCode::NotARoadmap:
        return "not a roadmap: format is \"{found}\" instead of \"vekha.roadmap\"";
    case ProblemCode::InvalidVersion:
        return "{name} is {value}; a whole number from 0 expected";
    case ProblemCode::ReaderTooOld:
        return "version {version} asks for a reader of version {minReader}; this one knows "
               "{supported}";
    case ProblemCode::NewerVersion:
        return "version {version} is newer than {supported}: can be looked at, and saved as a copy";
    case ProblemCode::MissingMember:
        return "the member {name} is missing";
    case ProblemCode::WrongType:
        return "{found} found, {expected} expected";
    case ProblemCode::InvalidId:
        return "an id of {length} characters; 1 to {limit} expected";
    case ProblemCode::DefaultTaken:
        return "the member {name} is missing; {default} taken";
    case ProblemCode::UnknownValue:
        return "{value} is none of {allowed}";
    case ProblemCode::NumberOutOfRange:
        return "{value} is outside {min} to {max}";
    case ProblemCode::NotAnInteger:
        return "{value} is no whole number";
    case ProblemCode::TextTooLong:
        return "a text of {length} characters; up to {limit} expected";
    case ProblemCode::OrphanMember:
        return "the member {name} needs {needs}";
    case ProblemCode::NotExactlyOne:
        return "exactly one of {names} expected";
    case ProblemCode::NeitherGiven:
        return "at least one of {names} expected";
    case ProblemCode::ImpossibleDate:
        return "{value} is no day of the calendar";
    case ProblemCode::EndBeforeStart:
        return "{to} lies before {from}";
    case ProblemCode::MissingReference:
        return "there is no {kind} with the id {id}";
    case ProblemCode::RepeatedId:
        return "a second {kind} with the id {id}, first at {firstLine}:{firstColumn}";
    case ProblemCode::RepeatedReport:
        return "a second {kind} for the same, first at {firstLine}:{firstColumn}";
    case ProblemCode::SectionCycle:
        return "sections stand inside each other: {ids}";
    case ProblemCode::DependencyCycle:
        return "measures wait for each other: {ids}";
    case ProblemCode::SectionTooDeep:
        return "section {id} is on the third level; two are allowed";
    }
    return {};
}

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
    const std::string_view pattern = pattern_of(problem.code);
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
