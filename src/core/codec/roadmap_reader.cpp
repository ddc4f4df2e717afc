#include "core/codec/roadmap_reader.hpp"

#include "core/base/result.hpp"
#include "core/codec/entity/descriptions.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_rules.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/number_text.hpp"
#include "core/codec/limits.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/references.hpp"
#include "core/codec/source_text.hpp"
#include "core/codec/text_layout.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

std::string hexadecimal(std::uint32_t value, std::size_t digits) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string text(digits, '0');
    for (std::size_t at = digits; at > 0; --at, value >>= 4U) {
        text[at - 1] = kDigits[value & 0xFU];
    }
    return text;
}

ReadFailure failure_of(const Findings& findings, std::string_view text, const JsonTree* tree) {
    ListedProblems listed = findings.listed(text, tree, kMaxListedProblems);
    ReadFailure failure;
    failure.problems = std::move(listed.problems);
    failure.problem_count = listed.count;
    failure.notices = findings.notices(text);
    return failure;
}

// Size
// ---------------------------------------------------------------------------------------------------

bool check_size(std::size_t size, Findings& findings) {
    const bool too_large = size > kMaxFileBytes;
    if (size > kLargeFileBytes) {
        findings.add({too_large ? ProblemCode::FileTooLarge : ProblemCode::FileLarge,
                      0,
                      {},
                      {number_parameter("size", size),
                       number_parameter("limit", too_large ? kMaxFileBytes : kLargeFileBytes)},
                      {}});
    }
    return !too_large;
}

// Encoding
// -----------------------------------------------------------------------------------------------

ReadFailure refuse_encoding(std::string_view bytes, const EncodingError& error,
                            Findings& findings) {
    const bool utf16 = error.encoding == SourceEncoding::Utf16;
    findings.add({utf16 ? ProblemCode::InvalidUtf16 : ProblemCode::InvalidUtf8,
                  error.offset,
                  {},
                  {utf16 ? text_parameter("unit", hexadecimal(error.found, 4))
                         : text_parameter("byte", hexadecimal(error.found, 2))},
                  {}});
    ReadFailure failure = failure_of(findings, utf16 ? error.readable : bytes, nullptr);
    failure.looks_like_windows_1251 = !utf16 && looks_like_windows_1251(bytes);
    return failure;
}

Result<SourceText, ReadFailure> decode(std::string_view bytes, const ReadOptions& options,
                                       Findings& findings) {
    auto decoded = decode_source(bytes);
    if (decoded) {
        if (decoded.value().encoding() == SourceEncoding::Utf16) {
            findings.add({ProblemCode::Utf16Converted, 0, {}, {}, {}});
        }
        return std::move(decoded).value();
    }
    const bool convert = options.windows_1251 == Windows1251::Convert &&
                         decoded.error().encoding == SourceEncoding::Utf8;
    if (!convert) {
        return fail(refuse_encoding(bytes, decoded.error(), findings));
    }
    findings.add({ProblemCode::Windows1251Converted, 0, {}, {}, {}});
    return SourceText(utf8_from_windows_1251(bytes), SourceEncoding::Windows1251);
}

// The envelope: what says that this is a roadmap, and of which version
// ------------------------------------

struct Envelope {
    int version = 0;
    int min_reader = 0;
};

std::optional<int> read_version(const JsonTree& tree, std::string_view name, Findings& findings) {
    const std::optional<NodeIndex> node = tree.member(0, name);
    if (!node) {
        findings.add({ProblemCode::MissingMember,
                      tree.begin(0),
                      NodeIndex{0},
                      {text_parameter("name", std::string(name))},
                      {}});
        return std::nullopt;
    }
    const std::optional<double> number =
        tree.kind(*node) == JsonKind::Number ? double_from_json(tree.source(*node)) : std::nullopt;
    if (number && *number >= 0 && *number <= limits::kMaxVersion &&
        *number == std::floor(*number)) {
        return static_cast<int>(*number);
    }
    constexpr std::size_t kMaxQuoted = 40;
    findings.add(
        {ProblemCode::InvalidVersion,
         tree.begin(*node),
         node,
         {text_parameter("name", std::string(name)),
          text_parameter("value", tree.is_container(*node) || tree.source(*node).size() > kMaxQuoted
                                      ? std::string("…")
                                      : std::string(tree.source(*node)))},
         {}});
    return std::nullopt;
}

bool has_format(const JsonTree& tree, Findings& findings) {
    const bool object = tree.kind(0) == JsonKind::Object;
    const std::optional<NodeIndex> format = object ? tree.member(0, "format") : std::nullopt;
    const bool text = format && tree.kind(*format) == JsonKind::String;
    if (text && tree.string_equals(*format, kRoadmapFormat)) {
        return true;
    }
    constexpr std::size_t kMaxQuoted = 100;
    std::string found = text ? tree.string(*format) : std::string();
    if (found.size() > kMaxQuoted) {
        found = "…";
    }
    const NodeIndex node = format.value_or(0);
    findings.add({ProblemCode::NotARoadmap,
                  tree.begin(node),
                  node,
                  {text_parameter("found", std::move(found))},
                  {}});
    return false;
}

std::optional<Envelope> read_envelope(const JsonTree& tree, Findings& findings) {
    if (!has_format(tree, findings)) {
        return std::nullopt;
    }
    const std::optional<int> version = read_version(tree, "version", findings);
    const std::optional<int> min_reader = read_version(tree, "minReader", findings);
    if (!version || !min_reader) {
        return std::nullopt;
    }
    constexpr auto kSupported = static_cast<std::size_t>(kRoadmapVersion);
    if (*min_reader > kRoadmapVersion) {
        const NodeIndex node = tree.member(0, "minReader").value_or(0);
        findings.add({ProblemCode::ReaderTooOld,
                      tree.begin(node),
                      node,
                      {number_parameter("version", static_cast<std::size_t>(*version)),
                       number_parameter("minReader", static_cast<std::size_t>(*min_reader)),
                       number_parameter("supported", kSupported)},
                      {}});
        return std::nullopt;
    }
    if (*version > kRoadmapVersion) {
        const NodeIndex node = tree.member(0, "version").value_or(0);
        findings.add({ProblemCode::NewerVersion,
                      tree.begin(node),
                      node,
                      {number_parameter("version", static_cast<std::size_t>(*version)),
                       number_parameter("supported", kSupported)},
                      {}});
    }
    return Envelope{*version, *min_reader};
}

// The whole
// ------------------------------------------------------------------------------------------------

// A file of one line is one that was saved compact.
TextLayout layout_of(std::string_view text) {
    return text.find('\n') < text.size() - 1 ? TextLayout::Indented : TextLayout::Compact;
}

ReadVerdict verdict_of(const Envelope& envelope, const Findings& findings) {
    if (envelope.version > kRoadmapVersion) {
        return ReadVerdict::ReadOnly;
    }
    return findings.has(Severity::Consent) ? ReadVerdict::OpensAfterConsent : ReadVerdict::Opens;
}

Result<ReadOutcome, ReadFailure> read_tree(const JsonTree& tree, Findings& findings) {
    check_json_rules(tree, findings);
    if (findings.has(Severity::Error)) {
        return fail(failure_of(findings, tree.text(), &tree));
    }
    const std::optional<Envelope> envelope = read_envelope(tree, findings);
    if (!envelope) {
        return fail(failure_of(findings, tree.text(), &tree));
    }
    ReadOutcome outcome;
    std::vector<IdUse> id_uses;
    ReadContext context(tree, findings, id_uses);
    static_cast<void>(kDocumentType.read(context, 0, &outcome.document));
    if (!context.gives_up()) {
        check_references(tree, id_uses, findings);
    }
    if (findings.has(Severity::Error)) {
        return fail(failure_of(findings, tree.text(), &tree));
    }
    ListedProblems listed = findings.listed(tree.text(), &tree, kMaxListedProblems);
    outcome.problems = std::move(listed.problems);
    outcome.problem_count = listed.count;
    outcome.notices = findings.notices(tree.text());
    outcome.verdict = verdict_of(*envelope, findings);
    outcome.layout = layout_of(tree.text());
    return outcome;
}

} // namespace

Result<ReadOutcome, ReadFailure> read_roadmap(std::string_view bytes, const ReadOptions& options) {
    Findings findings;
    if (!check_size(bytes.size(), findings)) {
        return fail(failure_of(findings, {}, nullptr));
    }
    const auto source = decode(bytes, options, findings);
    if (!source) {
        return fail(source.error());
    }
    const std::string_view text = source.value().text();
    // Conversion makes some texts longer; what the parser gets stays within the limit.
    if (text.size() > kMaxFileBytes && !check_size(text.size(), findings)) {
        return fail(failure_of(findings, {}, nullptr));
    }
    const auto tree = parse_json(text, source.value().start());
    if (!tree) {
        const JsonSyntaxError& error = tree.error();
        std::vector<ProblemParameter> parameters{text_parameter("found", error.found),
                                                 word_parameter("expected", error.expected)};
        if (error.code == ProblemCode::TooDeep) {
            parameters = {number_parameter("limit", kMaxJsonDepth)};
        }
        findings.add({error.code, error.offset, {}, std::move(parameters), {}});
        return fail(failure_of(findings, text, nullptr));
    }
    return read_tree(tree.value(), findings);
}

} // namespace vekha
