// nlohmann/json as a second opinion on what our texts mean and on what is JSON.
#include "core/codec/findings.hpp"
#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_rules.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/number_text.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/source_text.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/random_json.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace vekha::test::second_opinion_test {
namespace {

// Keeps the order of members, so that equal values have them in equal order.
nlohmann::ordered_json meaning_of(std::string_view text) {
    return nlohmann::ordered_json::parse(text, nullptr, false);
}

std::string bytes_of(std::string_view path) {
    return project_file(path);
}

bool has_number_beyond_double(const JsonTree& tree) {
    for (NodeIndex node = 0; node < tree.size(); ++node) {
        if (tree.kind(node) == JsonKind::Number && !double_from_json(tree.source(node))) {
            return true;
        }
    }
    return false;
}

bool has_half_of_pair(const JsonTree& tree) {
    Findings findings;
    check_json_rules(tree, findings);
    const ListedProblems listed = findings.listed(tree.text(), &tree, kMaxListedProblems);
    for (const Problem& problem : listed.problems) {
        if (problem.code == ProblemCode::LoneSurrogate) {
            return true;
        }
    }
    return false;
}

enum class Opinion : std::uint8_t { Accepts, Refuses, Differs };

// What we say of a text; Differs where the two are known to differ (FORMAT.md, the event source).
Opinion our_opinion(std::string_view text) {
    if (text.find('\0') != std::string_view::npos) {
        return Opinion::Differs;
    }
    const auto source = decode_source(text);
    if (!source) {
        return Opinion::Refuses;
    }
    const auto tree = parse_json(text, source.value().start());
    if (!tree) {
        return tree.error().code == ProblemCode::TooDeep ? Opinion::Differs : Opinion::Refuses;
    }
    const bool differs = has_number_beyond_double(tree.value()) || has_half_of_pair(tree.value());
    return differs ? Opinion::Differs : Opinion::Accepts;
}

} // namespace

TEST_CASE("what is written means what was read, also in the eyes of another parser") {
    for (const std::string_view path :
         {"tests/data/valid/every_member.vekha.json", "tests/data/valid/compact.vekha.json",
          "assets/samples/sevastopol-2021.vekha.json", "assets/samples/dubovskoe-2021.vekha.json",
          "assets/samples/municipal-2020-2022.vekha.json",
          "assets/samples/stavropol-2021.vekha.json",
          "assets/samples/yaroslavl-2020-2022.vekha.json"}) {
        const std::string bytes = bytes_of(path);
        const auto read = read_roadmap(bytes);
        REQUIRE(read.ok());
        const nlohmann::ordered_json meaning = meaning_of(bytes);
        CHECK(!meaning.is_discarded());
        for (const TextLayout layout : {TextLayout::Indented, TextLayout::Compact}) {
            CHECK(meaning_of(write_roadmap(read.value().document, layout)) == meaning);
        }
    }
}

TEST_CASE("the texts and dates of a plan are what another parser finds in the file") {
    const std::string bytes = bytes_of("tests/data/valid/every_member.vekha.json");
    const auto read = read_roadmap(bytes);
    REQUIRE(read.ok());
    const Document& document = read.value().document;
    const nlohmann::ordered_json meaning = meaning_of(bytes);
    REQUIRE(meaning["measures"].size() == document.measures.size());
    for (std::size_t at = 0; at < document.measures.size(); ++at) {
        const Measure& measure = document.measures[at];
        const nlohmann::ordered_json& found = meaning["measures"][at];
        CHECK(found["id"] == measure.id.text);
        CHECK(found["title"] == measure.title);
        CHECK(found["period"]["text"] == measure.period.text);
        CHECK(found.value("percent", 0) == measure.report.percent);
        CHECK(found.value("note", "") == measure.report.note);
    }
    CHECK(meaning["plan"]["asOf"] == document.plan.as_of->iso());
    CHECK(meaning["thresholds"]["redLateSharePercent"] ==
          document.thresholds->red_late_share_percent);
}

TEST_CASE("of damaged files both parsers accept the same") {
    constexpr std::uint32_t kSeed = 8259;
    const int count = long_run() ? 100'000 : 2'000;
    const std::string whole = bytes_of("tests/data/valid/compact.vekha.json");
    REQUIRE(!whole.empty());
    Chance chance(kSeed);
    const auto size = static_cast<std::uint32_t>(whole.size());
    int accepted = 0;
    int compared = 0;
    for (int number = 0; number < count; ++number) {
        std::string text = whole;
        text.replace(chance.below(size), chance.below(4), random_json(chance, 1));
        const std::size_t at = chance.below(size);
        text[at] =
            static_cast<char>(chance.percent(50) ? 32 + chance.below(96) : chance.below(256));
        const Opinion ours = our_opinion(text);
        if (ours == Opinion::Differs) {
            continue;
        }
        ++compared;
        accepted += ours == Opinion::Accepts ? 1 : 0;
        CHECK(nlohmann::json::accept(text) == (ours == Opinion::Accepts));
    }
    CHECK(accepted > compared / 50);
    CHECK(compared > count / 2);
    MESSAGE("seed " << kSeed << ", " << compared << " texts compared, " << accepted
                    << " accepted by both");
}

} // namespace vekha::test::second_opinion_test
