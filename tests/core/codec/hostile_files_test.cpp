#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::test::hostile_files_test {
namespace {

constexpr std::string_view kFolder = "tests/data/hostile/";

std::string_view word_of(ReadVerdict verdict) {
    switch (verdict) {
    case ReadVerdict::Opens:
        return "opens";
    case ReadVerdict::OpensAfterConsent:
        return "consent";
    case ReadVerdict::ReadOnly:
        return "readOnly";
    }
    return {};
}

// The lines of expected.tsv that belong to one file, as the table has them.
using Table = std::map<std::string, std::string>;

Table expected_table() {
    std::istringstream text(project_file(std::string(kFolder) + "expected.tsv"));
    Table table;
    std::string line;
    std::getline(text, line); // the names of the columns
    while (std::getline(text, line)) {
        table[line.substr(0, line.find('\t'))] += line + "\n";
    }
    return table;
}

std::string lines_of(const std::string& file, std::string_view verdict,
                     const std::vector<Problem>& problems) {
    std::ostringstream lines;
    for (const Problem& problem : problems) {
        lines << file << '\t' << verdict << '\t' << problem_name(problem.code) << '\t'
              << problem.position.line << '\t' << problem.position.column << '\t' << problem.path
              << '\n';
    }
    if (problems.empty()) {
        lines << file << '\t' << verdict << "\t\t\t\t\n";
    }
    return lines.str();
}

std::string reading_of(const std::string& file, const std::string& bytes) {
    const auto read = read_roadmap(bytes);
    if (!read) {
        return lines_of(file, "refused", read.error().problems);
    }
    return lines_of(file, word_of(read.value().verdict), read.value().problems);
}

} // namespace

TEST_CASE("every hostile file gets the verdict, the codes, the places and the paths of the table") {
    const Table table = expected_table();
    REQUIRE(table.size() >= 150);
    for (const auto& [file, lines] : table) {
        CHECK(reading_of(file, project_file(std::string(kFolder) + file)) == lines);
    }
    MESSAGE(table.size() << " hostile files");
}

} // namespace vekha::test::hostile_files_test
