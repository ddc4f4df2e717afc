#include "core/codec/json/json_parser.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/source_text.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace vekha::test::json_suite_test {
namespace {

// The suite lies beside the project; it is no part of it.
constexpr std::string_view kFolder = "../shared/jsontestsuite/test_parsing/";

bool suite_is_missing() {
    std::error_code error;
    const bool present =
        std::filesystem::exists(std::string(VEKHA_SOURCE_DIR "/").append(kFolder), error);
    if (!present) {
        std::puts("skipped: the 318 files of JSONTestSuite, there is no ../shared/jsontestsuite");
    }
    return !present;
}

const bool kSuiteIsMissing = suite_is_missing();

// The files whose names begin so, with their bytes.
std::map<std::string, std::string> suite_files(std::string_view prefix) {
    std::map<std::string, std::string> files;
    std::error_code error;
    const std::string folder = std::string(VEKHA_SOURCE_DIR "/").append(kFolder);
    for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
        const std::string name = entry.path().filename().string();
        if (name.starts_with(prefix)) {
            files[name] = project_file(std::string(kFolder) + name);
        }
    }
    REQUIRE(!error);
    return files;
}

// «accepted», or the code of the refusal.
std::string_view as_json(std::string_view bytes) {
    const auto source = decode_source(bytes);
    if (!source) {
        return problem_name(ProblemCode::InvalidUtf8);
    }
    const auto tree = parse_json(source.value().text(), source.value().start());
    return tree ? "accepted" : problem_name(tree.error().code);
}

std::string_view as_roadmap(std::string_view bytes) {
    const auto read = read_roadmap(bytes);
    return read ? "accepted" : problem_name(read.error().problems.at(0).code);
}

} // namespace

TEST_CASE("what the JSON test suite says must be accepted is accepted as JSON" *
          doctest::skip(kSuiteIsMissing)) {
    const auto files = suite_files("y_");
    CHECK(files.size() == 95);
    for (const auto& [name, bytes] : files) {
        CHECK_MESSAGE(as_json(bytes) == "accepted", name);
    }
}

TEST_CASE("what the JSON test suite says must be refused is refused, with a place in the text" *
          doctest::skip(kSuiteIsMissing)) {
    const auto files = suite_files("n_");
    CHECK(files.size() == 188);
    for (const auto& [name, bytes] : files) {
        CHECK_MESSAGE(as_json(bytes) != "accepted", name);
        const auto read = read_roadmap(bytes);
        REQUIRE(!read);
        CHECK_MESSAGE(read.error().problem_count == 1, name);
        CHECK_MESSAGE(read.error().problems[0].position.offset <= bytes.size(), name);
    }
}

TEST_CASE("what the JSON test suite leaves open is decided by our table" *
          doctest::skip(kSuiteIsMissing)) {
    std::ostringstream table;
    table << "file\tas JSON\tas a roadmap\n";
    for (const auto& [name, bytes] : suite_files("i_")) {
        table << name << '\t' << as_json(bytes) << '\t' << as_roadmap(bytes) << '\n';
    }
    CHECK(table.str() == project_file("tests/data/json_suite_i.tsv"));
}

TEST_CASE("JSON that no roadmap may be is refused as a roadmap only" *
          doctest::skip(kSuiteIsMissing)) {
    const std::map<std::string, std::string_view> refused{
        {"y_object_duplicated_key.json", "duplicateName"},
        {"y_object_duplicated_key_and_value.json", "duplicateName"},
        {"y_object_escaped_null_in_key.json", "nulCharacter"},
        {"y_string_null_escape.json", "nulCharacter"},
    };
    for (const auto& [name, bytes] : suite_files("y_")) {
        const auto found = refused.find(name);
        CHECK_MESSAGE(as_roadmap(bytes) == (found == refused.end() ? "notARoadmap" : found->second),
                      name);
    }
}

} // namespace vekha::test::json_suite_test
