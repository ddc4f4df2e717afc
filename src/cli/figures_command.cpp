#include "cli/commands.hpp"
#include "cli/figures_text.hpp"
#include "cli/plan_file.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/status/plan_status.hpp"

#include <cstddef>
#include <optional>
#include <string>

namespace vekha::cli {
namespace {

struct FiguresCall {
    std::string file;
    std::optional<Date> on;
    std::string usage_error;
};

FiguresCall parse_figures(const Arguments& arguments) {
    FiguresCall call;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        const std::string& argument = arguments[i];
        if (argument == "--on") {
            ++i;
            call.on = i < arguments.size() ? Date::from_iso(arguments[i]) : std::nullopt;
            if (!call.on) {
                call.usage_error = "--on needs a day as YYYY-MM-DD";
                return call;
            }
        } else if (argument.starts_with("--") || !call.file.empty()) {
            call.usage_error = "figures does not know " + argument;
            return call;
        } else {
            call.file = argument;
        }
    }
    if (call.file.empty()) {
        call.usage_error = "figures needs a file";
    }
    return call;
}

} // namespace

ExitCode run_figures(const Arguments& arguments) {
    const FiguresCall call = parse_figures(arguments);
    if (!call.usage_error.empty()) {
        return wrong_usage(call.usage_error);
    }
    const auto read = read_plan_file(call.file);
    if (!read) {
        print_error(failure_lines(call.file, read.error()));
        return ExitCode::FileRefused;
    }
    print_error(problem_lines(call.file, read.value().problems));
    const Document& document = read.value().document;
    const std::optional<Date> on = call.on ? call.on : document.plan.as_of;
    if (!on) {
        return wrong_usage(call.file + " has no as-of date; say --on YYYY-MM-DD");
    }
    const PlanStatus status = compute_plan_status(document, *on);
    return print(figures_text(document, status)) ? ExitCode::Fine : ExitCode::FileRefused;
}

} // namespace vekha::cli
