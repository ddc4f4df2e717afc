#include "core/base/unknown_members.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/random_json.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::round_trip_test {
namespace {

constexpr std::uint32_t kSeed = 20210429;

void add_unknown(Chance& chance, UnknownMembers& unknown) {
    const std::uint32_t count = chance.below(3);
    for (std::uint32_t at = 0; at < count; ++at) {
        const std::string name = random_json_string(chance);
        unknown.push_back(
            {"\"x" + std::to_string(at) + "|" + name.substr(1), random_json(chance, 3)});
    }
}

// Values that no reading takes, where the field holds its default.
void add_originals(Chance& chance, Measure& measure) {
    if (measure.report.percent == 0 && chance.percent(20)) {
        constexpr std::array<std::string_view, 3> kPercents{"150", "1e9999", "-0.5"};
        measure.unknown.push_back({"\"percent\"", std::string(kPercents[chance.below(3)])});
    }
    if (!measure.report.done_date && chance.percent(20)) {
        constexpr std::array<std::string_view, 3> kDates{"\"2021-02-30\"", "\"\\u0416\"", "\"\""};
        measure.unknown.push_back({"\"doneDate\"", std::string(kDates[chance.below(3)])});
    }
    if (measure.report.state == StoredState::NotStarted && chance.percent(10)) {
        measure.unknown.push_back({"\"state\"", "\"late\""});
    }
}

Measure with_unknown(Chance& chance, Measure measure) {
    add_originals(chance, measure);
    add_unknown(chance, measure.unknown);
    add_unknown(chance, measure.period.unknown);
    for (PeriodSpan& span : measure.period.spans) {
        add_unknown(chance, span.unknown);
    }
    for (MeasureItem& item : measure.items) {
        add_unknown(chance, item.unknown);
    }
    return measure;
}

Document random_document(Chance& chance) {
    Document document = random_plan(chance, 1 + chance.below(5));
    for (std::size_t at = 0; at < document.measures.size(); ++at) {
        document.measures = document.measures.with(at, with_unknown(chance, document.measures[at]));
    }
    add_unknown(chance, document.plan.unknown);
    add_unknown(chance, document.unknown);
    return document;
}

// Kept originals come back where their field stands, so reading may order them among themselves
// anew.
std::string rewritten(std::string_view bytes, TextLayout layout) {
    const auto read = read_roadmap(bytes);
    if (!read) {
        return "refused: " + std::string(problem_name(read.error().problems.at(0).code)) + " " +
               read.error().problems[0].path;
    }
    return write_roadmap(read.value().document, layout);
}

} // namespace

TEST_CASE("generated documents with unknown members come back byte for byte") {
    const int count = long_run() ? 10'000 : 400;
    Chance chance(kSeed);
    for (int number = 0; number < count; ++number) {
        const Document document = random_document(chance);
        const std::string bytes = write_roadmap(document);
        CHECK(rewritten(bytes, TextLayout::Indented) == bytes);
        const std::string compact = write_roadmap(document, TextLayout::Compact);
        CHECK(rewritten(compact, TextLayout::Compact) == compact);
        CHECK(rewritten(with_random_space(chance, compact), TextLayout::Indented) == bytes);
    }
    MESSAGE("seed " << kSeed << ", " << count << " documents");
}

TEST_CASE("generated documents read back as equal documents") {
    const int count = long_run() ? 10'000 : 400;
    Chance chance(kSeed + 1);
    for (int number = 0; number < count; ++number) {
        const std::size_t measures = 1 + chance.below(12);
        const Document document =
            number % 4 == 0 ? random_full_plan(chance, measures) : random_plan(chance, measures);
        const auto read = read_roadmap(write_roadmap(document));
        REQUIRE(read.ok());
        CHECK(read.value().document == document);
    }
    MESSAGE("seed " << kSeed + 1 << ", " << count << " documents");
}

// Saving compares the document with what was written of it, so every file that opens must pass.
TEST_CASE("what opens equals what is written of it, in whatever order its members stood") {
    std::vector<std::string> members{
        R"("id": "m")",
        R"("title": "t")",
        R"("extra": 1)",
        R"("percent": 150)",
        R"("other": [2])",
        R"("state": "late")",

        R"("doneDate": "2021-02-30")",
        R"("period": {"kind": "day", "odd": 0, "text": "x", "precision": "hour", "even": 1})"};
    Chance chance(kSeed + 2);
    constexpr int kOrders = 300;
    for (int order = 0; order < kOrders; ++order) {
        for (std::size_t last = members.size(); last > 1; --last) {
            const auto other = chance.below(static_cast<std::uint32_t>(last));
            std::swap(members[last - 1], members[other]);
        }
        std::string bytes = R"({"format": "vekha.roadmap", "version": 0, "minReader": 0,)"
                            R"( "plan": {"id": "p", "title": "t"}, "measures": [{)";
        for (std::size_t i = 0; i < members.size(); ++i) {
            bytes.append(i == 0 ? "" : ", ").append(members[i]);
        }
        bytes.append("}]}");
        const auto read = read_roadmap(bytes);
        REQUIRE(read.ok());
        const auto again = read_roadmap(write_roadmap(read.value().document));
        REQUIRE(again.ok());
        CHECK_MESSAGE(again.value().document == read.value().document, bytes);
    }
    MESSAGE("seed " << kSeed + 2 << ", " << kOrders << " orders");
}

TEST_CASE("the valid files open without a problem and, canonical, keep their bytes") {
    struct ValidFile {
        std::string_view name;
        bool canonical;
    };
    for (const ValidFile& file :
         {ValidFile{"every_member", true}, ValidFile{"smallest", true}, ValidFile{"compact", true},
          ValidFile{"unusual_spelling", false}}) {
        const std::string bytes =
            project_file("tests/data/valid/" + std::string(file.name) + ".vekha.json");
        const auto read = read_roadmap(bytes);
        REQUIRE(read.ok());
        CHECK(read.value().problem_count == 0);
        CHECK(read.value().verdict == ReadVerdict::Opens);
        const std::string written = write_roadmap(read.value().document, read.value().layout);
        CHECK((written == bytes) == file.canonical);
        CHECK(rewritten(written, read.value().layout) == written);
    }
}

} // namespace vekha::test::round_trip_test
