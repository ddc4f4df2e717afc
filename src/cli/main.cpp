// vekha: the core of the program on the command line, for scripts and for the project's own checks.

#include "cli/commands.hpp"

#include <string>

int main(int argc, char** argv) {
    using vekha::cli::Arguments;
    using vekha::cli::ExitCode;
    const Arguments all(argv + 1, argv + argc);
    if (all.empty()) {
        return static_cast<int>(vekha::cli::wrong_usage("a command is missing"));
    }
    const std::string& command = all.front();
    const Arguments rest(all.begin() + 1, all.end());
    ExitCode code = ExitCode::Fine;
    if (command == "check") {
        code = vekha::cli::run_check(rest);
    } else if (command == "format") {
        code = vekha::cli::run_format(rest);
    } else if (command == "figures") {
        code = vekha::cli::run_figures(rest);
    } else if (command == "periods") {
        code = vekha::cli::run_periods(rest);
    } else if (command == "--help" || command == "help") {
        code = vekha::cli::print(vekha::cli::kUsage) ? ExitCode::Fine : ExitCode::FileRefused;
    } else {
        code = vekha::cli::wrong_usage("there is no command " + command);
    }
    return static_cast<int>(code);
}
