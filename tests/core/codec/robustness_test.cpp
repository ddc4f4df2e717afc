#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "tests/support/random_json.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::test::robustness_test {
namespace {

std::string sample_bytes(std::string_view slug) {
    return project_file("assets/samples/" + std::string(slug) + ".vekha.json");
}

// A text that was cut off stops inside its outermost object: one problem, at its end. A cut inside
// a character is no text any more, and is told at the begin of that character.
void check_cut(std::string_view cut) {
    const auto read = read_roadmap(cut);
    REQUIRE(!read);
    REQUIRE(read.error().problem_count == 1);
    const Problem& problem = read.error().problems[0];
    if (problem.code == ProblemCode::InvalidUtf8) {
        CHECK(cut.size() - problem.position.offset < 4);
    } else {
        CHECK(problem.code == (cut.empty() ? ProblemCode::EmptyText : ProblemCode::UnexpectedEnd));
        CHECK(problem.position.offset == cut.size());
    }
}

// Every `step`th beginning of the file but the whole.
std::size_t check_beginnings(std::string_view bytes, std::size_t step) {
    const std::size_t end = bytes.find_last_of('}');
    std::size_t count = 0;
    for (std::size_t length = 0; length <= end; length += step) {
        check_cut(bytes.substr(0, length));
        ++count;
    }
    return count;
}

// Whatever comes of a damaged file, it is told with a place in it, or opens and can be saved and
// opened.
bool opens_soundly(const std::string& bytes) {
    const auto read = read_roadmap(bytes);
    if (!read) {
        REQUIRE(read.error().problem_count > 0);
        CHECK(read.error().problems[0].position.offset <= bytes.size());
        return false;
    }
    const std::string saved = write_roadmap(read.value().document);
    const auto again = read_roadmap(saved);
    REQUIRE(again.ok());
    CHECK(write_roadmap(again.value().document) == saved);
    return true;
}

} // namespace

TEST_CASE("every beginning of a file with every member is refused as cut") {
    const std::size_t count =
        check_beginnings(project_file("tests/data/valid/every_member.vekha.json"), 1);
    CHECK(count > 10'000);
}

TEST_CASE("beginnings of the samples are refused as cut") {
    std::size_t count = 0;
    for (const std::string_view slug : kSampleSlugs) {
        count += check_beginnings(sample_bytes(slug), long_run() ? 7 : 997);
    }
    CHECK(count > 100);
    MESSAGE(count << " beginnings");
}

TEST_CASE("a flipped bit never breaks the reader, and what still opens can be saved") {
    constexpr std::uint32_t kSeed = 1251;
    const int count = long_run() ? 100'000 : 2'000;
    const std::string whole = project_file("tests/data/valid/every_member.vekha.json");
    REQUIRE(!whole.empty());
    Chance chance(kSeed);
    int opened = 0;
    for (int number = 0; number < count; ++number) {
        std::string bytes = whole;
        const std::size_t at = chance.below(static_cast<std::uint32_t>(bytes.size()));
        bytes[at] =
            static_cast<char>(static_cast<unsigned char>(bytes[at]) ^ (1U << chance.below(8)));
        opened += opens_soundly(bytes) ? 1 : 0;
    }
    CHECK(opened > count / 10);
    CHECK(opened < count);
    MESSAGE("seed " << kSeed << ", " << count << " flips, " << opened << " still opened");
}

TEST_CASE("pieces of the file in a wrong order never break the reader") {
    constexpr std::uint32_t kSeed = 866;
    const int count = long_run() ? 50'000 : 1'000;
    const std::string whole = project_file("tests/data/valid/every_member.vekha.json");
    REQUIRE(!whole.empty());
    Chance chance(kSeed);
    const auto size = static_cast<std::uint32_t>(whole.size());
    int opened = 0;
    for (int number = 0; number < count; ++number) {
        const std::string piece = whole.substr(chance.below(size), chance.below(40));
        std::string bytes = whole;
        bytes.replace(chance.below(size), chance.percent(50) ? piece.size() : 0, piece);
        opened += opens_soundly(bytes) ? 1 : 0;
    }
    CHECK(opened < count);
    MESSAGE("seed " << kSeed << ", " << count << " splices, " << opened << " still opened");
}

} // namespace vekha::test::robustness_test
