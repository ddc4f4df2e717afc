#include "cli/commands.hpp"
#include "cli/period_line.hpp"
#include "core/base/result.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/period/period_reader.hpp"

#include <iostream>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::cli {
namespace {

std::string answer_to(std::string_view line) {
    const auto question = period_question(line);
    if (question) {
        return period_answer(read_period(question.value().text, question.value().context));
    }
    JsonWriter json(TextLayout::Compact);
    json.begin_object();
    json.name("error");
    json.text(question.error());
    json.end_object();
    return std::move(json).take();
}

} // namespace

ExitCode run_periods(const Arguments& arguments) {
    if (!arguments.empty()) {
        return wrong_usage("periods does not know " + arguments.front());
    }
    std::string line;
    while (std::getline(std::cin, line)) {
        if (!print(answer_to(line) + "\n")) {
            return ExitCode::FileRefused;
        }
    }
    return ExitCode::Fine;
}

} // namespace vekha::cli
