#include "core/codec/roadmap_writer.hpp"

#include "core/codec/roadmap_reader.hpp"
#include "core/codec/text_layout.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace vekha::test::roadmap_writer_test {
namespace {

Document small_document() {
    Document document;
    document.plan.id.text = "p";
    document.plan.title = "План «А»";
    document.plan.from = day("2021-01-01");
    document.measures.push_back(
        MeasureBuilder("m").title("Строка\nи \"ещё\"").range("2021-01-01", "2021-03-31").build());
    document.unknown.push_back({"\"x\"", "{\"b\":[1E3,{}],\"a\":\"\\u0041\"}"});
    return document;
}

std::string sample_bytes(std::string_view slug) {
    return project_file("assets/samples/" + std::string(slug) + ".vekha.json");
}

} // namespace

TEST_CASE("the canonical text has fixed order, two spaces, one line for a member") {
    CHECK(write_roadmap(small_document()) == R"({
  "format": "vekha.roadmap",
  "version": 0,
  "minReader": 0,
  "plan": {
    "id": "p",
    "title": "План «А»",
    "language": "ru",
    "level": "municipality",
    "from": "2021-01-01"
  },
  "measures": [
    {
      "id": "m",
      "title": "Строка\nи \"ещё\"",
      "period": {
        "text": "",
        "kind": "range",
        "spans": [
          {
            "from": "2021-01-01",
            "to": "2021-03-31"
          }
        ]
      },
      "state": "notStarted"
    }
  ],
  "x": {
    "b": [
      1E3,
      {}
    ],
    "a": "\u0041"
  }
}
)");
}

TEST_CASE("the compact text is the same without white space") {
    CHECK(
        write_roadmap(small_document(), TextLayout::Compact) ==
        R"({"format":"vekha.roadmap","version":0,"minReader":0,"plan":{"id":"p","title":"План «А»",)"
        R"("language":"ru","level":"municipality","from":"2021-01-01"},"measures":[{"id":"m",)"
        R"("title":"Строка\nи \"ещё\"","period":{"text":"","kind":"range","spans":[)"
        R"({"from":"2021-01-01","to":"2021-03-31"}]},"state":"notStarted"}],)"
        R"("x":{"b":[1E3,{}],"a":"\u0041"}})");
}

TEST_CASE("both layouts read back as the document") {
    for (const TextLayout layout : {TextLayout::Indented, TextLayout::Compact}) {
        const auto read = read_roadmap(write_roadmap(small_document(), layout));
        REQUIRE(read.ok());
        CHECK(read.value().document == small_document());
        CHECK(read.value().layout == layout);
        CHECK(read.value().problem_count == 0);
    }
}

TEST_CASE("opening and saving a sample gives its bytes") {
    for (const std::string_view slug : kSampleSlugs) {
        const std::string bytes = sample_bytes(slug);
        const auto read = read_roadmap(bytes);
        REQUIRE(read.ok());
        CHECK(read.value().problem_count == 0);
        CHECK(read.value().verdict == ReadVerdict::Opens);
        CHECK(write_roadmap(read.value().document, read.value().layout) == bytes);
    }
}

TEST_CASE("a sample in any spelling becomes the same canonical text") {
    for (const std::string_view slug : kSampleSlugs) {
        const std::string bytes = sample_bytes(slug);
        const std::string compact = write_roadmap(sample(slug), TextLayout::Compact);
        CHECK(compact.size() < bytes.size());
        const auto read = read_roadmap(compact);
        REQUIRE(read.ok());
        CHECK(write_roadmap(read.value().document) == bytes);
        const auto marked = read_roadmap("\xEF\xBB\xBF\r\n" + bytes);
        REQUIRE(marked.ok());
        CHECK(write_roadmap(marked.value().document) == bytes);
    }
}

TEST_CASE("what holds its default is not written, what is set is") {
    Document document = small_document();
    Measure measure = document.measures[0];
    measure.report.percent = 0;
    measure.applies_to.scope = SchoolScope::All;
    document.measures = document.measures.with(0, measure);
    document.thresholds.emplace();
    document.unknown.clear();
    const std::string text = write_roadmap(document, TextLayout::Compact);
    CHECK(text.find("percent\":0") == std::string::npos);
    CHECK(text.find(R"("schools":{"scope":"all"})") != std::string::npos);
    CHECK(text.find(R"("thresholds":{"dueSoonDays":30,"redLateSharePercent":15,)"
                    R"("redBehindPoints":20,"yellowBehindPoints":5})") != std::string::npos);
}

TEST_CASE("numbers of the plan are written in their shortest form") {
    Document document = small_document();
    document.thresholds.emplace();
    document.thresholds->red_late_share_percent = 0.1;
    document.thresholds->red_behind_points = 12.50;
    const std::string text = write_roadmap(document, TextLayout::Compact);
    CHECK(text.find(R"("redLateSharePercent":0.1,"redBehindPoints":12.5,)") != std::string::npos);
}

TEST_CASE("the version of a newer file is kept") {
    Document document = small_document();
    document.version = 5;
    const auto read = read_roadmap(write_roadmap(document));
    REQUIRE(read.ok());
    CHECK(read.value().document == document);
}

} // namespace vekha::test::roadmap_writer_test
