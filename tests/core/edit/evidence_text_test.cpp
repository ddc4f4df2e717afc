#include "core/edit/evidence_text.hpp"

#include "core/base/unknown_members.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::evidence_text_test {
namespace {

using Links = std::vector<EvidenceLink>;

EvidenceLink link(std::string title, std::string url, UnknownMembers unknown = {}) {
    return {.title = std::move(title), .url = std::move(url), .unknown = std::move(unknown)};
}

Links typed(std::string_view text, const Links& before = {}) {
    auto links = typed_evidence(text, before);
    REQUIRE(bool(links));
    return std::move(links).value();
}

} // namespace

TEST_CASE("a line is a name and an address, or an address") {
    CHECK(typed("Приказ от 12.04.2021  https://example.org/a.pdf\n\n http://example.org/b \n"
                "Письмо mailto:school@example.org") ==
          Links{link("Приказ от 12.04.2021", "https://example.org/a.pdf"),
                link("", "http://example.org/b"), link("Письмо", "mailto:school@example.org")});
    CHECK(typed(" \n\t\n").empty());
}

TEST_CASE("a line without a safe address is refused") {
    for (const std::string_view text :
         {"Приказ", "https", "javascript:alert(1)", "Приказ file:///etc/passwd",
          "https://example.org/ приказ", "https://example.org/aПриказ https://example.org/b",
          "https://example.org/a\nПротокол"}) {
        CAPTURE(text);
        const auto refused = typed_evidence(text, {});
        REQUIRE_FALSE(bool(refused));
        CHECK(refused.error() == EditProblem::LinkMissing);
    }
    const auto long_one = typed_evidence("https://" + std::string(4000, 'a'), {});
    REQUIRE_FALSE(bool(long_one));
    CHECK(long_one.error() == EditProblem::TextTooLong);
}

TEST_CASE("links that were there stay what they were, also those that nobody may open") {
    const Links before{link("Папка", "K:\\отчёты\\2021", {{"\"by\"", "\"ИРО\""}}),
                       link("В две\nстроки", "https://example.org/c"), link("", "ftp://x")};
    CHECK(typed(evidence_text(before), before) == before);
    CHECK(typed("ftp://x\nНовая https://example.org/d", before) ==
          Links{before[2], link("Новая", "https://example.org/d")});
}

TEST_CASE("evidence is set like the other members of a report") {
    const Document before =
        PlanBuilder().add(MeasureBuilder("a").range("2021-04-01", "2021-04-30")).build();
    const auto set = [](const Document& document, std::string text) {
        return set_progress(document, MeasureId{"a"}, {.evidence = std::move(text)},
                            day("2021-05-01"));
    };
    const Document after = done(set(before, "Акт https://example.org/akt"));
    CHECK(after.measures[0].report.evidence == Links{link("Акт", "https://example.org/akt")});
    CHECK(after.measures[0].report.state == before.measures[0].report.state);
    CHECK(done(set(after, "")) == before);
    CHECK(refusal(set(after, "Акт")) == EditProblem::LinkMissing);
}

} // namespace vekha::test::evidence_text_test
