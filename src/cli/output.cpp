#include "cli/commands.hpp"

#include <cstdio>
#include <string>

namespace vekha::cli {

const char* const kUsage = "Usage:\n"
                           "  vekha check [--json] [--files-from LIST] FILE...\n"
                           "      the problems of each file as file:line:column: path: message;\n"
                           "      with --json one object a line: file, verdict, problems, notices\n"
                           "  vekha format FILE\n"
                           "      the canonical text of the plan\n"
                           "  vekha figures FILE [--on YYYY-MM-DD]\n"
                           "      its figures as JSON, on the plan's own as-of date unless told\n"
                           "  vekha periods <LINES\n"
                           "      each line {\"text\", \"from\", \"to\", \"sectionYear\"?,\n"
                           "      \"orderDate\"?, \"items\"?} read as kind, spans, precision,\n"
                           "      recurrence, review, why, pairs, pieces\n"
                           "Exit code: 0 fine, 1 a file is refused or unreadable, 2 wrong call.\n";

ExitCode wrong_usage(const std::string& what) {
    print_error("vekha: " + what + "\n" + kUsage);
    return ExitCode::WrongUsage;
}

bool print(const std::string& text) {
    const bool written = std::fwrite(text.data(), 1, text.size(), stdout) == text.size();
    if (!written || std::fflush(stdout) != 0) {
        print_error("vekha: the output cannot be written\n");
        return false;
    }
    return true;
}

void print_error(const std::string& text) {
    // There is nobody left to tell when this fails.
    static_cast<void>(std::fwrite(text.data(), 1, text.size(), stderr));
}

} // namespace vekha::cli
