#include "core/edit/copied_rows.hpp"

#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vekha::copied_rows_test {
namespace {

using test::Chance;
using test::done;
using test::done_report;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

const std::array kTwo{MeasureId{"c"}, MeasureId{"a"}};

Document plan() {
    Document document =
        PlanBuilder()
            .section("s1")
            .section("s2")
            .party("p1")
            .party("p2")
            .schools(2)
            .add(MeasureBuilder("a")
                     .section("s1")
                     .responsible({"p2"})
                     .done("2021-05-01")
                     .item("i1", done_report()))
            .add(MeasureBuilder("b").section("s1"))
            .add(MeasureBuilder("c").section("s2").responsible({"p1"}).at_schools({"school-1"}))
            .add(MeasureBuilder("d").section("s2"))
            .mark("c", "school-1", done_report())
            .occurrence("c", {"2021-04-01", "2021-04-30"}, done_report())
            .state_override("a", StoredState::Moved, "так решили")
            .build();
    Measure a = document.measures[0];
    a.number = "1.1";
    a.depends_on = {MeasureId{"c"}, MeasureId{"d"}};
    a.tags = {"ВПР"};
    a.unknown = {{"\"later\"", "[1]"}};
    a.targets.push_back({.text = "школы", .actual_value = 3.0});
    Measure b = document.measures[1];
    b.depends_on = {MeasureId{"a"}, MeasureId{"d"}};
    document.measures = document.measures.with(0, std::move(a)).with(1, std::move(b));
    document.plan.id = {"plan"};
    return document;
}

Document other_plan() {
    Document document =
        PlanBuilder().section("x").party("p1").add(MeasureBuilder("a").section("x")).build();
    document.plan.id = {"other"};
    Party renamed = document.parties[0];
    renamed.name = "Совсем другая";
    document.parties = document.parties.with(0, std::move(renamed));
    return document;
}

const Measure& at(const AddedMeasures& added, std::size_t index) {
    const auto found =
        std::ranges::find(added.document.measures, added.measures[index], &Measure::id);
    REQUIRE(found != added.document.measures.end());
    return *found;
}

} // namespace

TEST_CASE("rows are copied in the order of the plan, with the bodies they name") {
    const Document rows = copied_rows(plan(), kTwo, RowReports::Take);
    REQUIRE(rows.measures.size() == 2);
    CHECK(rows.measures[0].id == MeasureId{"a"});
    CHECK(rows.measures[0].unknown.size() == 1);
    CHECK(rows.measures[0].report.percent == 100);
    CHECK(rows.parties.size() == 2);
    CHECK(rows.occurrences.size() == 1);
    CHECK(rows.marks.empty());
    const Document one =
        copied_rows(plan(), std::array{MeasureId{"a"}, MeasureId{"no"}}, RowReports::Leave);
    REQUIRE(one.measures.size() == 1);
    CHECK(one.parties.size() == 1);
    CHECK(one.measures[0].report == ProgressReport{});
    CHECK_FALSE(one.measures[0].targets[0].actual_value);
    CHECK_FALSE(one.measures[0].items[0].report);
    CHECK(one.measures[0].tags == std::vector<std::string>{"ВПР"});
}

TEST_CASE("in another plan rows get new ids, and name what is there") {
    const Document before = other_plan();
    const Document rows = copied_rows(plan(), kTwo, RowReports::Leave);
    NewIds ids(1);
    const AddedMeasures added =
        done(paste_rows(before, rows, {SectionId{"x"}, MeasureId{"a"}}, ids));
    REQUIRE(added.measures.size() == 2);
    const Measure& a = at(added, 0);
    const Measure& c = at(added, 1);
    CHECK(added.document.measures[1].id == a.id);
    CHECK(a.section == SectionId{"x"});
    CHECK(a.number == "1.1");
    CHECK(a.unknown.size() == 1);
    CHECK(a.depends_on == std::vector{c.id});
    CHECK(a.items[0].id != ItemId{"i1"});
    CHECK(c.applies_to.scope == SchoolScope::None);
    CHECK(c.applies_to.schools.empty());
    // «p1» is another body here, «p2» is new.
    REQUIRE(added.document.parties.size() == 3);
    CHECK(a.responsible == std::vector{PartyId{"p2"}});
    CHECK(added.document.parties[1].id == c.responsible[0]);
    CHECK(c.responsible[0] != PartyId{"p1"});
    CHECK(added.document.occurrences.empty());
}

TEST_CASE("rows that were cut take their own reports along, without those of schools") {
    const Document rows = copied_rows(plan(), kTwo, RowReports::Take);
    NewIds ids(1);
    const AddedMeasures added = done(paste_rows(other_plan(), rows, {SectionId{"x"}, {}}, ids));
    CHECK(at(added, 0).report.state == StoredState::Done);
    REQUIRE(added.document.occurrences.size() == 1);
    CHECK(added.document.occurrences[0].measure == added.measures[1]);
    CHECK(added.document.marks.empty());
    const Document again = without_reports(rows);
    CHECK(again.occurrences.empty());
    CHECK(again.measures[0].report == ProgressReport{});
}

TEST_CASE("in the same plan a copy stands beside its original and means the same") {
    const Document before = plan();
    NewIds ids(1);
    const AddedMeasures added =
        done(paste_rows(before, copied_rows(before, std::array{MeasureId{"a"}}, RowReports::Leave),
                        {SectionId{"s2"}, MeasureId{"c"}}, ids));
    const Measure& copy = at(added, 0);
    CHECK(copy.responsible == std::vector{PartyId{"p2"}});
    CHECK(copy.depends_on == std::vector{MeasureId{"c"}, MeasureId{"d"}});
    CHECK(copy.number.empty());
    CHECK(added.document.parties.shares_items_with(before.parties));
    CHECK(added.document.measures[3].id == copy.id);
    CHECK(refusal(paste_rows(before, Document{}, {}, ids)) == EditProblem::UnknownMeasure);
}

TEST_CASE("what was cut comes back to another place with its ids and all that stood about it") {
    const Document before = plan();
    const Document without = done(remove_measures(before, kTwo));
    CHECK(without.marks.empty());
    const AddedMeasures back =
        done(put_back_rows(without, before, kTwo, {SectionId{"s1"}, MeasureId{"b"}}));
    CHECK(back.measures == std::vector{MeasureId{"a"}, MeasureId{"c"}});
    const Document& after = back.document;
    CHECK(after.measures[1].id == MeasureId{"a"});
    CHECK(after.measures[2].section == SectionId{"s1"});
    CHECK(after.measures[0].depends_on == before.measures[1].depends_on);
    CHECK(after.measures[1].depends_on == before.measures[0].depends_on);
    CHECK(after.marks == before.marks);
    CHECK(after.occurrences == before.occurrences);
    CHECK(after.overrides == before.overrides);
    CHECK(refusal(put_back_rows(after, before, kTwo, {})) == EditProblem::UnknownMeasure);
    CHECK(refusal(put_back_rows(after, before, std::array{MeasureId{"no"}}, {})) ==
          EditProblem::UnknownMeasure);
}

TEST_CASE("what went meanwhile is not named by what comes back") {
    const Document before = plan();
    Document without = done(remove_measures(before, kTwo));
    without = done(remove_measures(without, std::array{MeasureId{"d"}}));
    without.parties =
        without.parties.filtered([](const Party& party) { return party.id != PartyId{"p2"}; });
    without.schools = {};
    const Document after =
        done(put_back_rows(without, before, kTwo, {SectionId{"s1"}, {}})).document;
    CHECK(after.measures[0].responsible.empty());
    CHECK(after.measures[0].depends_on == std::vector{MeasureId{"c"}});
    CHECK(after.measures[1].applies_to.schools.empty());
    CHECK(after.marks.empty());
}

TEST_CASE("copied rows are a file that reads back, whatever the plan holds") {
    constexpr std::uint32_t kSeeds = 60;
    MESSAGE("seeds 1 to ", kSeeds);
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        Chance chance(seed);
        const Document document = test::random_full_plan(chance, 8);
        std::vector<MeasureId> all;
        for (const Measure& measure : document.measures) {
            all.push_back(measure.id);
        }
        const Document rows = copied_rows(document, all, RowReports::Take);
        const auto read = read_roadmap(write_roadmap(rows));
        REQUIRE_MESSAGE(read.ok(), "seed ", seed);
        CHECK_MESSAGE(read.value().document == rows, "seed ", seed);
    }
}

} // namespace vekha::copied_rows_test
