// Problem: one thing that is wrong with a file, as a code with parameters and its place. The words
// come from the caller's table (i18n keys are made from problem_name); nothing here is a sentence.
// Lines and columns start at 1; a column counts characters (code points), a byte order mark is no
// character; a line ends with LF, CR LF or a lone CR. Byte offsets count in the UTF-8 text (the
// converted text when the file was converted). Rules: format.md «Two layers of strictness» and its
// table of problems.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// How bad it is, from harmless to fatal. One Error is enough to refuse the file.
enum class Severity : std::uint8_t {
    Notice,  // nothing is wrong: the file was converted, is large, is newer
    Review,  // kept as written, a person has to look: impossible date, end before start
    Repair,  // the field holds its default, the original value is kept as an unknown member
    Consent, // the file opens after consent only: broken references, repeated ids, cycles
    Error,   // the file is refused
};

// The names in the comments are those of the parameters. «(word)»: the value is a key of
// problem_words().
enum class ProblemCode : std::uint8_t {
    // The bytes.
    FileTooLarge,         // Error: size, limit (bytes)
    FileLarge,            // Notice: size, limit (bytes)
    Utf16Converted,       // Notice
    Windows1251Converted, // Notice
    InvalidUtf8,          // Error: byte (two hexadecimal digits)
    InvalidUtf16, // Error: unit (four hexadecimal digits); the position counts in the converted
                  // text
    // The text as JSON. All carry found (the text that stands there) and expected (word).
    EmptyText,        // Error: nothing but white space
    UnexpectedEnd,    // Error: the text stops inside a value
    UnexpectedText,   // Error: something stands where it cannot stand
    TextAfterEnd,     // Error: something stands behind the last bracket
    InvalidNumber,    // Error: 01, +1, 1., .5, 1e
    InvalidLiteral,   // Error: True, nul, NaN, words without quotes
    InvalidEscape,    // Error: \x, \u12G4 in a string
    ControlCharacter, // Error: a line break or another control character in a string
    // JSON that no roadmap may be.
    TooDeep,        // Error: limit (levels)
    DuplicateName,  // Error: name, firstLine, firstColumn
    NulCharacter,   // Error: \u0000 in a string
    LoneSurrogate,  // Error: escape (the half of a pair)
    NotARoadmap,    // Error: found (the value of `format`, or empty)
    InvalidVersion, // Error: name, value; version and minReader are whole numbers from 0
    ReaderTooOld,   // Error: version, minReader, supported
    NewerVersion,   // Notice: version, supported
    // The plan.
    MissingMember,    // Error: name
    WrongType,        // Error: expected (word), found (word)
    InvalidId,        // Error: length, limit (characters); an id is never empty
    DefaultTaken,     // Repair: name, default; a member that is always written is missing
    UnknownValue,     // Repair: value, allowed
    NumberOutOfRange, // Repair: value, min, max
    NotAnInteger,     // Repair: value
    TextTooLong,      // Repair: length, limit (characters)
    OrphanMember,     // Repair: name, needs; a member without the one it belongs to
    NotExactlyOne,    // Repair: names; nothing is changed, but it is not clear what is meant
    NeitherGiven,     // Repair: names; a span without any day; nothing is changed
    ImpossibleDate,   // Review: value
    EndBeforeStart,   // Review: from, to
    MissingReference, // Consent: id, kind (word)
    RepeatedId,       // Consent: id, kind (word), firstLine, firstColumn
    RepeatedReport, // Consent: kind (word), firstLine, firstColumn; two marks of one measure at one
                    // school
    SectionCycle,   // Consent: ids
    DependencyCycle, // Consent: ids
    SectionTooDeep,  // Consent: id; sections have two levels
};

inline constexpr std::size_t kProblemCodeCount =
    static_cast<std::size_t>(ProblemCode::SectionTooDeep) + 1;

// The stable name of a code, for i18n keys, machine-readable output and test tables:
// "duplicateName".
[[nodiscard]] std::string_view problem_name(ProblemCode code);
[[nodiscard]] Severity problem_severity(ProblemCode code);
[[nodiscard]] std::string_view severity_name(Severity severity);

struct TextPosition {
    std::uint32_t line = 1;
    std::uint32_t column = 1;
    std::size_t offset = 0;
    auto operator<=>(const TextPosition&) const = default;
};

// The line of the problem, shortened around it, control characters replaced by spaces.
struct SourceExcerpt {
    std::string text;
    std::uint32_t mark = 0; // characters of `text` before the place
    bool operator==(const SourceExcerpt&) const = default;
};

enum class ParameterKind : std::uint8_t { Text, Word };

struct ProblemParameter {
    std::string_view name; // of static storage
    std::string value;
    ParameterKind kind = ParameterKind::Text;
    bool operator==(const ProblemParameter&) const = default;
};

struct Problem {
    ProblemCode code = ProblemCode::EmptyText;
    Severity severity = Severity::Error;
    TextPosition position;
    std::string path; // "$.measures[3].period.kind"; empty while the text is no JSON
    SourceExcerpt excerpt;
    std::vector<ProblemParameter> parameters;
    bool operator==(const Problem&) const = default;

    // The value of a parameter, or empty.
    [[nodiscard]] std::string_view parameter(std::string_view name) const;
};

// Every key that a parameter of kind Word can hold, sorted; the word tables are checked against it.
[[nodiscard]] std::span<const std::string_view> problem_words();

} // namespace vekha
