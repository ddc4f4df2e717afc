#include "cli/commands.hpp"
#include "cli/plan_file.hpp"
#include "core/codec/roadmap_writer.hpp"

#include <string>

namespace vekha::cli {

ExitCode run_format(const Arguments& arguments) {
    if (arguments.size() != 1 || arguments.front().starts_with("--")) {
        return wrong_usage("format needs one file");
    }
    const std::string& file = arguments.front();
    const auto read = read_plan_file(file);
    if (!read) {
        print_error(failure_lines(file, read.error()));
        return ExitCode::FileRefused;
    }
    print_error(problem_lines(file, read.value().problems));
    return print(write_roadmap(read.value().document)) ? ExitCode::Fine : ExitCode::FileRefused;
}

} // namespace vekha::cli
