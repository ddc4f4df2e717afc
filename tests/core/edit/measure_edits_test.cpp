#include "core/edit/measure_edits.hpp"

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::measure_edits_test {
namespace {

using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;

constexpr std::uint64_t kSeed = 3;

// Two sections with three measures and one, and one outside.
Document plan() {
    Document document = PlanBuilder()
                            .section("s1")
                            .section("s2")
                            .party("p1")
                            .party("p2")
                            .add(MeasureBuilder("a").section("s1").title("А"))
                            .add(MeasureBuilder("b").section("s1").title("Б"))
                            .add(MeasureBuilder("c").section("s2").title("В"))
                            .add(MeasureBuilder("d").section("s1").title("Г"))
                            .add(MeasureBuilder("e").title("Д"))
                            .build();
    return document;
}

std::string order(const Document& document, std::string_view section) {
    std::string ids;
    for (const Measure& measure : document.measures) {
        if (measure.section.text == section) {
            ids += measure.id.text;
        }
    }
    return ids;
}

} // namespace

TEST_CASE("a text is set, cleaned, and everything else stays shared") {
    const Document before = plan();
    const Document after =
        done(set_measure_text(before, MeasureId{"b"}, MeasureText::Title, "Новое\r\nназвание  \n"));
    CHECK(after.measures[1].title == "Новое\nназвание");
    CHECK(after.measures.pointer(0) == before.measures.pointer(0));
    CHECK(after.sections.shares_items_with(before.sections));
    Document expected = before;
    Measure changed = before.measures[1];
    changed.title = "Новое\nназвание";
    expected.measures = before.measures.with(1, changed);
    CHECK(after == expected);
}

TEST_CASE("a text set as it was changes nothing") {
    const Document before = plan();
    const Document after = done(set_measure_text(before, MeasureId{"b"}, MeasureText::Title, "Б"));
    CHECK(after.measures.shares_items_with(before.measures));
}

TEST_CASE("texts that cannot stand are refused") {
    const Document before = plan();
    const auto refusal = [&before](MeasureText which, std::string_view typed) {
        const Result<Document, EditProblem> result =
            set_measure_text(before, MeasureId{"a"}, which, typed);
        REQUIRE_FALSE(result);
        return result.error();
    };
    CHECK(refusal(MeasureText::Title, " \n") == EditProblem::NameMissing);
    CHECK(refusal(MeasureText::Title, "\xff") == EditProblem::TextInvalid);
    CHECK(refusal(MeasureText::Number, std::string(201, '1')) == EditProblem::NameTooLong);
    CHECK_FALSE(set_measure_text(before, MeasureId{"z"}, MeasureText::Title, "x"));
    CHECK(done(set_measure_text(before, MeasureId{"a"}, MeasureText::Number, " 1.1.\n"))
              .measures[0]
              .number == "1.1.");
    CHECK(done(set_measure_text(before, MeasureId{"a"}, MeasureText::Result, ""))
              .measures[0]
              .result.empty());
}

TEST_CASE("what a repair kept of a text goes when the text is set") {
    Document before = plan();
    Measure damaged = before.measures[0];
    damaged.unknown = {{"\"result\"", "17"}, {"\"colour\"", "\"red\""}};
    before.measures = before.measures.with(0, damaged);
    const Document after =
        done(set_measure_text(before, MeasureId{"a"}, MeasureText::Result, "Отчёт"));
    CHECK(after.measures[0].unknown == UnknownMembers{{"\"colour\"", "\"red\""}});
}

TEST_CASE("tags are parted by commas and stand once") {
    const Document after = done(set_tags(plan(), MeasureId{"a"}, " ВПР, ОГЭ;ВПР,,\nкадры "));
    CHECK(after.measures[0].tags == std::vector<std::string>{"ВПР", "ОГЭ", "кадры"});
    CHECK(done(set_tags(after, MeasureId{"a"}, " ")).measures[0].tags.empty());
}

TEST_CASE("a body that the plan does not have is added with its name") {
    NewIds ids(kSeed);
    const Document before = plan();
    const std::array parties{PartyName{{}, " Новая  служба\n"}, PartyName{PartyId{"p2"}, {}},
                             PartyName{PartyId{"p2"}, {}}};
    const Document after = done(set_responsible(before, MeasureId{"a"}, parties, ids));
    REQUIRE(after.parties.size() == 3);
    CHECK(after.parties[2].name == "Новая  служба");
    CHECK(after.measures[0].responsible ==
          std::vector<PartyId>{after.parties[2].id, PartyId{"p2"}});
    CHECK_FALSE(set_responsible(before, MeasureId{"z"}, parties, ids));
}

TEST_CASE("periods of several measures change in one step, or none does") {
    const Document before = plan();
    const Period day = test::period(PeriodKind::Day, {{"2021-02-03", "2021-02-03"}});
    const std::array both{MeasurePeriod{MeasureId{"a"}, day}, MeasurePeriod{MeasureId{"e"}, day}};
    const Document after = done(set_periods(before, both));
    CHECK(after.measures[0].period == day);
    CHECK(after.measures[4].period == day);
    CHECK(after.measures.pointer(1) == before.measures.pointer(1));
    const std::array one_missing{MeasurePeriod{MeasureId{"a"}, day},
                                 MeasurePeriod{MeasureId{"z"}, day}};
    CHECK_FALSE(set_periods(before, one_missing));
}

TEST_CASE("a new measure stands where it was asked for") {
    NewIds ids(kSeed);
    Measure draft;
    draft.title = "Новое";
    const AddedMeasures behind =
        done(add_measure(plan(), {SectionId{"s1"}, MeasureId{"b"}}, draft, ids));
    REQUIRE(behind.measures.size() == 1);
    CHECK(order(behind.document, "s1") == "ab" + behind.measures[0].text + "d");
    const AddedMeasures first = done(add_measure(plan(), {SectionId{"s1"}, {}}, draft, ids));
    CHECK(order(first.document, "s1") == first.measures[0].text + "abd");
    const AddedMeasures outside = done(add_measure(plan(), {{}, MeasureId{"b"}}, draft, ids));
    CHECK(order(outside.document, "") == outside.measures[0].text + "e");
    const Document empty = PlanBuilder().section("s1").build();
    CHECK(done(add_measure(empty, {SectionId{"s1"}, {}}, draft, ids)).document.measures.size() ==
          1);
}

TEST_CASE("a new measure gets the number that follows, unless it is taken") {
    NewIds ids(kSeed);
    Document document = plan();
    for (const auto& [index, number] : {std::pair{0U, "1.1."}, {1U, "1.2."}, {3U, "1.9"}}) {
        Measure measure = document.measures[index];
        measure.number = number;
        document.measures = document.measures.with(index, measure);
    }
    const auto number_behind = [&](std::string_view id) {
        const AddedMeasures added = done(
            add_measure(document, {SectionId{"s1"}, MeasureId{std::string(id)}}, Measure(), ids));
        for (const Measure& measure : added.document.measures) {
            if (measure.id == added.measures[0]) {
                return measure.number;
            }
        }
        return std::string("?");
    };
    CHECK(number_behind("b") == "1.3.");
    CHECK(number_behind("d") == "1.10");
    CHECK(number_behind("a").empty());
}

TEST_CASE("copies stand behind the last original and have reported nothing") {
    NewIds ids(kSeed);
    Document document = plan();
    Measure reported = document.measures[0];
    reported.report = test::done_report("2021-02-01");
    reported.origin = LineageId{"o"};
    reported.items = MeasureBuilder("x").item("i1", test::done_report()).build().items;
    document.measures = document.measures.with(0, reported);
    const std::array both{MeasureId{"b"}, MeasureId{"a"}};
    const AddedMeasures added = done(duplicate_measures(document, both, ids));
    REQUIRE(added.measures.size() == 2);
    CHECK(order(added.document, "s1") ==
          "ab" + added.measures[0].text + added.measures[1].text + "d");
    const Measure& copy = added.document.measures[2];
    CHECK(copy.title == "А");
    CHECK(copy.report == ProgressReport());
    CHECK(copy.origin.empty());
    REQUIRE(copy.items.size() == 1);
    CHECK_FALSE(copy.items[0].id == reported.items[0].id);
    CHECK_FALSE(copy.items[0].report);
    CHECK(added.document.measures.pointer(0) == document.measures.pointer(0));
}

TEST_CASE("what belongs to a measure goes with it, and nothing refers to it any more") {
    Document document = PlanBuilder()
                            .schools(1)
                            .add(MeasureBuilder("a"))
                            .add(MeasureBuilder("b"))
                            .mark("a", "school-1", test::report(StoredState::InProgress, 10))
                            .mark("b", "school-1", test::report(StoredState::InProgress, 20))
                            .occurrence("a", {"2021-01-01", "2021-01-31"}, test::done_report())
                            .state_override("a", StoredState::Done, "так решено")
                            .build();
    Measure depending = document.measures[1];
    depending.depends_on = {MeasureId{"a"}, MeasureId{"c"}};
    document.measures = document.measures.with(1, depending);
    document.live_changes.push_back(
        {.decision = {}, .measure = MeasureId{"a"}, .text = "", .date = {}, .unknown = {}});
    Baseline frozen;
    frozen.periods.push_back({.measure = MeasureId{"a"}, .spans = {}, .unknown = {}});
    document.baselines.push_back(frozen);
    const std::array gone{MeasureId{"a"}};
    const Document after = done(remove_measures(document, gone));
    REQUIRE(after.measures.size() == 1);
    CHECK(after.measures[0].depends_on == std::vector<MeasureId>{MeasureId{"c"}});
    REQUIRE(after.marks.size() == 1);
    CHECK(after.marks[0].measure == MeasureId{"b"});
    CHECK(after.occurrences.empty());
    CHECK(after.overrides.empty());
    CHECK(after.live_changes.empty());
    CHECK(after.baselines.shares_items_with(document.baselines));
    CHECK_FALSE(remove_measures(document, std::array{MeasureId{"a"}, MeasureId{"z"}}));
    CHECK_FALSE(remove_measures(document, std::vector<MeasureId>()));
}

TEST_CASE("measures move within a section and to another one, in their own order") {
    const Document document = plan();
    const std::array pair{MeasureId{"d"}, MeasureId{"a"}};
    const Document there = done(move_measures(document, pair, {SectionId{"s2"}, MeasureId{"c"}}));
    CHECK(order(there, "s1") == "b");
    CHECK(order(there, "s2") == "cad");
    const Document first =
        done(move_measures(document, std::array{MeasureId{"d"}}, {SectionId{"s1"}, {}}));
    CHECK(order(first, "s1") == "dab");
    const Document same = done(
        move_measures(document, std::array{MeasureId{"b"}}, {SectionId{"s1"}, MeasureId{"a"}}));
    CHECK(same.measures.shares_items_with(document.measures));
    const Document outside =
        done(move_measures(document, std::array{MeasureId{"a"}}, {{}, MeasureId{"e"}}));
    CHECK(order(outside, "") == "ea");
}

TEST_CASE("a measure moved behind itself stays where it is") {
    const Document document = plan();
    const Document after = done(
        move_measures(document, std::array{MeasureId{"b"}}, {SectionId{"s1"}, MeasureId{"b"}}));
    CHECK(order(after, "s1") == "abd");
}

TEST_CASE("all measures are numbered as they show, with the numbers of their sections") {
    Document document = plan();
    Section second = document.sections[1];
    second.number = "IV.";
    document.sections = document.sections.with(1, second);
    const Document after = renumber_measures(document);
    std::string numbers;
    for (const Measure& measure : after.measures) {
        numbers += measure.number + " ";
    }
    CHECK(numbers == "1.1. 1.2. IV.1. 1.3. 1. ");
    Measure plain = document.measures[2];
    plain.number = "7.7";
    document.measures = document.measures.with(2, plain);
    CHECK(renumber_measures(document).measures[2].number == "IV.1");
    CHECK(renumber_measures(after) == after);
}

} // namespace vekha::measure_edits_test
