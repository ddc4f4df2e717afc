#include "cli/commands.hpp"
#include "cli/plan_file.hpp"
#include "cli/problem_messages.hpp"
#include "core/base/utf8.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/text_layout.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::cli {
namespace {

enum class CheckOutput : std::uint8_t { Lines, Json };

struct CheckCall {
    CheckOutput output = CheckOutput::Lines;
    std::vector<std::string> files;
    std::string usage_error;
};

CheckCall parse(const Arguments& arguments) {
    CheckCall call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--json") {
            call.output = CheckOutput::Json;
        } else if (argument == "--files-from") {
            ++i;
            if (i == arguments.size()) {
                return {call.output, {}, "--files-from needs a file"};
            }
            auto lines = read_lines(arguments[i]);
            if (!lines) {
                return {call.output, {}, arguments[i] + " " + lines.error()};
            }
            for (const std::string& line : lines.value()) {
                call.files.push_back(line);
            }
        } else if (argument.starts_with("--")) {
            return {call.output, {}, "check does not know " + argument};
        } else {
            call.files.push_back(argument);
        }
    }
    if (call.files.empty()) {
        call.usage_error = "check needs a file";
    }
    return call;
}

std::string_view verdict_name(ReadVerdict verdict) {
    switch (verdict) {
    case ReadVerdict::Opens:
        return "opens";
    case ReadVerdict::OpensAfterConsent:
        return "opensAfterConsent";
    case ReadVerdict::ReadOnly:
        return "readOnly";
    }
    return {};
}

// A file name may be any bytes, JSON may not.
std::string valid_utf8(std::string text) {
    for (std::size_t at = first_invalid_utf8(text); at < text.size();
         at = first_invalid_utf8(text)) {
        text[at] = '?';
    }
    return text;
}

void member(JsonWriter& writer, std::string_view name, std::string_view text) {
    writer.name(name);
    writer.text(text);
}

void write_problems(JsonWriter& writer, std::string_view name,
                    const std::vector<Problem>& problems) {
    writer.name(name);
    writer.begin_array();
    for (const Problem& problem : problems) {
        writer.item();
        writer.begin_object();
        member(writer, "code", problem_name(problem.code));
        member(writer, "severity", severity_name(problem.severity));
        writer.name("line");
        writer.number(problem.position.line);
        writer.name("column");
        writer.number(problem.position.column);
        member(writer, "path", problem.path);
        member(writer, "message", valid_utf8(problem_message(problem)));
        writer.end_object();
    }
    writer.end_array();
}

std::string json_line(const std::string& file, std::string_view verdict,
                      const std::vector<Problem>& problems, std::size_t problem_count,
                      const std::vector<Problem>& notices) {
    JsonWriter writer(TextLayout::Compact);
    writer.begin_object();
    member(writer, "file", valid_utf8(file));
    member(writer, "verdict", verdict);
    write_problems(writer, "problems", problems);
    writer.name("problemCount");
    writer.number(static_cast<double>(problem_count));
    write_problems(writer, "notices", notices);
    writer.end_object();
    return std::move(writer).take() + "\n";
}

std::string left_out(const std::string& file, std::size_t listed, std::size_t all) {
    return listed < all ? file + ": " + std::to_string(all - listed) + " problems more\n" : "";
}

struct Checked {
    std::string text;
    bool accepted = false;
};

Checked check_file(const std::string& file, CheckOutput output) {
    const auto read = read_plan_file(file);
    if (read) {
        const ReadOutcome& outcome = read.value();
        if (output == CheckOutput::Json) {
            return {json_line(file, verdict_name(outcome.verdict), outcome.problems,
                              outcome.problem_count, outcome.notices),
                    true};
        }
        return {problem_lines(file, outcome.notices) + problem_lines(file, outcome.problems) +
                    left_out(file, outcome.problems.size(), outcome.problem_count),
                true};
    }
    const ReadFailure& contents = read.error().contents;
    if (output == CheckOutput::Json) {
        const bool unreadable = !read.error().file_error.empty();
        return {json_line(file, unreadable ? "unreadable" : "refused", contents.problems,
                          contents.problem_count, contents.notices),
                false};
    }
    return {failure_lines(file, read.error()) +
                left_out(file, contents.problems.size(), contents.problem_count),
            false};
}

} // namespace

ExitCode run_check(const Arguments& arguments) {
    const CheckCall call = parse(arguments);
    if (!call.usage_error.empty()) {
        return wrong_usage(call.usage_error);
    }
    ExitCode code = ExitCode::Fine;
    for (const std::string& file : call.files) {
        const Checked checked = check_file(file, call.output);
        if (!print(checked.text) || !checked.accepted) {
            code = ExitCode::FileRefused;
        }
    }
    return code;
}

} // namespace vekha::cli
