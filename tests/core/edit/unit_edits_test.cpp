#include "core/edit/unit_edits.hpp"

#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/period.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::unit_edits_test {
namespace {

using test::day;
using test::done;
using test::MeasureBuilder;
using test::period;
using test::PlanBuilder;
using test::refusal;
using test::report;
using test::span;

constexpr std::uint64_t kSeed = 5;
const MeasureId kId{"m"};
const SchoolId kSchool{"school-1"};

Date as_of() {
    return day("2021-04-29");
}

PlanBuilder plan() {
    return PlanBuilder()
        .schools(3)
        .add(MeasureBuilder("a"))
        .add(MeasureBuilder("m").item("one").item("two").item("three"));
}

Document with_school_mark(const Document& document, const ProgressChange& change) {
    return done(set_school_progress(document, kId, kSchool, change, as_of()));
}

Document with_occurrence(const Document& document, const OccurrenceAt& at,
                         const ProgressChange& change) {
    return done(set_occurrence_progress(document, at, change, as_of()));
}

Document with_item(const Document& document, std::string_view item, const ProgressChange& change) {
    return done(set_item_progress(document, kId, {std::string(item)}, change, as_of()));
}

// ---- marks -------------------------------------------------------------------------------------

TEST_CASE("The first progress at a school makes a mark, with the rules of all progress") {
    const Document before = plan().build();
    const Document after = with_school_mark(before, {.state = StoredState::Done});
    const Document expected =
        plan().mark("m", kSchool.text, test::done_report("2021-04-29")).build();
    CHECK(after == expected);
    CHECK(after.measures.shares_items_with(before.measures));
    CHECK(refusal(set_school_progress(before, kId, kSchool, {.state = StoredState::Moved},
                                      as_of())) == EditProblem::ReasonMissing);
}

TEST_CASE("A new mark stands behind the others of its measure") {
    const Document before = plan()
                                .mark("m", "school-2", report(StoredState::InProgress))
                                .mark("a", "school-2", report(StoredState::InProgress))
                                .build();
    const Document after = with_school_mark(before, {.percent = 5});
    REQUIRE(after.marks.size() == 3);
    CHECK(after.marks[1].school == kSchool);
    CHECK(after.marks.pointer(2) == before.marks.pointer(1));
}

TEST_CASE("A mark that is there is changed, and goes when it says nothing any more") {
    const Document before =
        plan().mark("m", kSchool.text, report(StoredState::InProgress, 40)).build();
    CHECK(with_school_mark(before, {.percent = 60}) ==
          plan().mark("m", kSchool.text, report(StoredState::InProgress, 60)).build());
    CHECK(with_school_mark(before, {.state = StoredState::NotStarted}) == plan().build());
    CHECK(with_school_mark(before, {.percent = 40}).marks.shares_items_with(before.marks));
}

TEST_CASE("A mark that says nothing stays when it holds what this version does not know") {
    Document before = plan().mark("m", kSchool.text, report(StoredState::InProgress, 40)).build();
    Mark mark = before.marks[0];
    mark.unknown = {{"\"percent\"", "140"}, {"\"room\"", "5"}};
    before.marks = before.marks.with(0, mark);
    const Document after = with_school_mark(before, {.state = StoredState::NotStarted});
    REQUIRE(after.marks.size() == 1);
    CHECK(after.marks[0].report == ProgressReport{});
    CHECK(after.marks[0].unknown == UnknownMembers{{"\"room\"", "5"}});
}

TEST_CASE("A mark that said nothing from the start stays where nothing is changed") {
    const Document before = plan().mark("m", kSchool.text, {}).build();
    CHECK(with_school_mark(before, {.state = StoredState::NotStarted}) == before);
    CHECK(with_school_mark(plan().build(), {.percent = 0}) == plan().build());
}

TEST_CASE("Of two marks for one school the one that holds is set, and the other gets no say") {
    const Document before = plan()
                                .mark("m", kSchool.text, test::done_report())
                                .mark("m", kSchool.text, report(StoredState::InProgress, 40))
                                .build();
    const Document after = with_school_mark(before, {.state = StoredState::NotStarted});
    CHECK(after ==
          plan().mark("m", kSchool.text, test::done_report()).mark("m", kSchool.text, {}).build());
}

TEST_CASE("Marks need a measure and a school of the plan, or a mark that is there") {
    const Document document = plan().mark("m", "gone", report(StoredState::InProgress)).build();
    const ProgressChange change{.percent = 7};
    CHECK(refusal(set_school_progress(document, MeasureId{"none"}, kSchool, change, as_of())) ==
          EditProblem::UnknownMeasure);
    CHECK(refusal(set_school_progress(document, kId, SchoolId{"none"}, change, as_of())) ==
          EditProblem::UnknownSchool);
    CHECK(refusal(set_school_progress(document, kId, SchoolId{}, change, as_of())) ==
          EditProblem::UnknownSchool);
    CHECK(done(set_school_progress(document, kId, SchoolId{"gone"}, change, as_of()))
              .marks[0]
              .report.percent == 7);
}

TEST_CASE("A municipality is marked by its name") {
    const ProgressChange change{.percent = 7};
    const Document document =
        done(set_municipality_progress(plan().build(), kId, " Город ", change, as_of()));
    CHECK(document ==
          plan().municipality_mark("m", "Город", report(StoredState::InProgress, 7)).build());
    CHECK(done(set_municipality_progress(document, kId, "Город", {.state = StoredState::NotStarted},
                                         as_of())) == plan().build());
    CHECK(refusal(set_municipality_progress(document, kId, " ", change, as_of())) ==
          EditProblem::NameMissing);
    CHECK(refusal(set_municipality_progress(document, kId, "", change, as_of())) ==
          EditProblem::NameMissing);
    CHECK(refusal(set_municipality_progress(document, MeasureId{"none"}, "x", change, as_of())) ==
          EditProblem::UnknownMeasure);
}

TEST_CASE("A municipality whose name nobody could type is marked all the same") {
    const std::string name(900, 'x');
    const Document before =
        plan().municipality_mark("m", name, report(StoredState::InProgress, 7)).build();
    const Document after =
        done(set_municipality_progress(before, kId, name, {.percent = 8}, as_of()));
    REQUIRE(after.marks.size() == 1);
    CHECK(after.marks[0].report.percent == 8);
    Document with_school = plan().schools(1).build();
    School school = with_school.schools[0];
    school.municipality = " of a school ";
    with_school.schools = with_school.schools.with(0, school);
    const Document marked = done(
        set_municipality_progress(with_school, kId, school.municipality, {.percent = 8}, as_of()));
    CHECK(marked.marks[0].municipality == school.municipality);
}

// ---- occurrences -------------------------------------------------------------------------------

OccurrenceAt january(std::size_t nth = 0) {
    return {kId, span({"2021-01-01", "2021-01-31"}), nth};
}

TEST_CASE("An occurrence comes into being, is changed and goes like a mark") {
    const Document made = with_occurrence(plan().build(), january(), {.percent = 30});
    CHECK(made ==
          plan()
              .occurrence("m", {"2021-01-01", "2021-01-31"}, report(StoredState::InProgress, 30))
              .build());
    CHECK(with_occurrence(made, january(), {.note = "x"}).occurrences[0].report.note == "x");
    CHECK(with_occurrence(made, january(), {.state = StoredState::NotStarted}) == plan().build());
    CHECK(refusal(set_occurrence_progress(made, {kId, {}}, {.percent = 1}, as_of())) ==
          EditProblem::DaysMissing);
    CHECK(refusal(set_occurrence_progress(made, {MeasureId{"none"}, span({"2021-01-01", ""})},
                                          {.percent = 1}, as_of())) == EditProblem::UnknownMeasure);
}

TEST_CASE("Of two occurrences of the same days each has its own report") {
    const Document one = with_occurrence(plan().build(), january(), {.percent = 10});
    const Document two = with_occurrence(one, january(1), {.percent = 20});
    REQUIRE(two.occurrences.size() == 2);
    const Document changed = with_occurrence(two, january(0), {.percent = 15});
    CHECK(changed.occurrences[0].report.percent == 15);
    CHECK(changed.occurrences[1].report.percent == 20);
    const Document less = with_occurrence(two, january(0), {.state = StoredState::NotStarted});
    REQUIRE(less.occurrences.size() == 1);
    CHECK(less.occurrences[0].report.percent == 20);
}

// ---- progress of sub-items ---------------------------------------------------------------------

TEST_CASE("The report of an item comes into being and goes") {
    const Document made = with_item(plan().build(), "two", {.state = StoredState::Done});
    CHECK(made.measures[1].items[1].report == test::done_report("2021-04-29"));
    CHECK_FALSE(made.measures[1].items[0].report);
    CHECK(with_item(made, "two", {.state = StoredState::NotStarted}) == plan().build());
    CHECK(with_item(plan().build(), "two", {.percent = 0}) == plan().build());
    CHECK(refusal(set_item_progress(made, kId, ItemId{"none"}, {}, as_of())) ==
          EditProblem::UnknownItem);
    CHECK(refusal(set_item_progress(made, MeasureId{"none"}, ItemId{"two"}, {}, as_of())) ==
          EditProblem::UnknownMeasure);
    CHECK(refusal(set_item_progress(made, kId, ItemId{"two"}, {.percent = 101}, as_of())) ==
          EditProblem::PercentOutOfRange);
}

Document with_item_members(const std::optional<ProgressReport>& report, UnknownMembers unknown) {
    Document document = plan().build();
    Measure measure = document.measures[1];
    measure.items[0].report = report;
    measure.items[0].unknown = std::move(unknown);
    document.measures = document.measures.with(1, measure);
    return document;
}

TEST_CASE("Members of a report without a state give way to the first report, others stay") {
    const Document before =
        with_item_members(std::nullopt, {{"\"note\"", "\"x\""}, {"\"room\"", "5"}});
    const Document after = with_item(before, "one", {.percent = 5});
    CHECK(after == with_item_members(report(StoredState::InProgress, 5), {{"\"room\"", "5"}}));
    CHECK(with_item(before, "one", {}) == before);
}

TEST_CASE("The report of an item stays while an original of it is kept") {
    const Document before =
        with_item_members(report(StoredState::InProgress, 5), {{"\"doneDate\"", "\"2021-02-30\""}});
    const Document after = with_item(before, "one", {.state = StoredState::NotStarted});
    CHECK(after == with_item_members(ProgressReport{}, {{"\"doneDate\"", "\"2021-02-30\""}}));
    const Document gone = with_item(after, "one", {.done_date = DoneDateChange{}});
    CHECK(gone == with_item_members(std::nullopt, {}));
}

// ---- sub-items themselves ----------------------------------------------------------------------

std::string titles(const Document& document) {
    std::string words;
    for (const MeasureItem& item : document.measures[1].items) {
        words += (words.empty() ? "" : " ") + item.title;
    }
    return words;
}

TEST_CASE("An item is added behind the others with an id of its own") {
    NewIds ids(kSeed);
    const Document after = done(add_item(
        plan().build(), kId,
        {.title = "four\r\n",
         .period = ItemPeriodChange{period(PeriodKind::Day, {{"2021-05-01", "2021-05-01"}})},
         .result = "a list"},
        ids));
    CHECK(titles(after) == "one two three four");
    MeasureItem expected;
    expected.id = after.measures[1].items[3].id;
    expected.title = "four";
    expected.period = period(PeriodKind::Day, {{"2021-05-01", "2021-05-01"}});
    expected.result = "a list";
    CHECK(after.measures[1].items[3] == expected);
    CHECK_FALSE(expected.id.empty());
    CHECK(refusal(add_item(plan().build(), kId, {}, ids)) == EditProblem::NameMissing);
    CHECK(refusal(add_item(plan().build(), MeasureId{"none"}, {.title = "x"}, ids)) ==
          EditProblem::UnknownMeasure);
}

TEST_CASE("Title, period and result of an item are changed, and lose the originals of a repair") {
    const Document before = with_item_members(
        std::nullopt, {{"\"result\"", "5"}, {"\"title\"", "5"}, {"\"room\"", "5"}});
    const Document after =
        done(change_item(before, kId, ItemId{"one"}, {.title = "first", .result = ""}));
    CHECK(titles(after) == "first two three");
    CHECK(after.measures[1].items[0].unknown == UnknownMembers{{"\"room\"", "5"}});
    CHECK(done(change_item(before, kId, ItemId{"one"}, {})) == before);
    CHECK(refusal(change_item(before, kId, ItemId{"none"}, {})) == EditProblem::UnknownItem);
    CHECK(refusal(change_item(before, kId, ItemId{"one"}, {.title = ""})) ==
          EditProblem::NameMissing);
}

TEST_CASE("Who is responsible for an item is somebody of the plan, or was named before") {
    Document before = with_item_members(std::nullopt, {{"\"responsible\"", "5"}});
    before.parties.push_back({.id = PartyId{"p-1"}, .name = "Отдел"});
    const auto named = [](const Document& document, const std::vector<PartyId>& parties) {
        return change_item(document, kId, ItemId{"one"}, {.responsible = parties});
    };
    const PartyId known{"p-1"};
    const Document after = done(named(before, {known, known}));
    CHECK(after.measures[1].items[0].responsible == std::vector{known});
    CHECK(after.measures[1].items[0].unknown.empty());
    CHECK(refusal(named(before, {PartyId{"gone"}})) == EditProblem::UnknownParty);
    Measure measure = before.measures[1];
    measure.items[0].responsible = {PartyId{"gone"}};
    before.measures = before.measures.with(1, measure);
    CHECK(done(named(before, {PartyId{"gone"}, known})).measures[1].items[0].responsible.size() ==
          2);
}

Document with_item_period(const Document& document, const std::optional<Period>& period) {
    return done(change_item(document, kId, ItemId{"one"}, {.period = ItemPeriodChange{period}}));
}

TEST_CASE("The period of an item goes back to that of the measure") {
    const Document made =
        with_item_period(plan().build(), period(PeriodKind::Open, {{"2021-05-01", ""}}));
    REQUIRE(made.measures[1].items[0].period);
    CHECK(with_item_period(made, std::nullopt) == plan().build());
}

TEST_CASE("A period that is set keeps what is unknown and loses the originals of a repair") {
    Period old = period(PeriodKind::Several, {{"2021-05-01", "2021-05-02"}, {"2021-06-01", ""}});
    old.unknown = {{"\"precision\"", "\"hour\""}, {"\"x\"", "1"}};
    old.spans[0].unknown = {{"\"x\"", "2"}};
    old.spans[1].unknown = {{"\"to\"", "\"2021-06-31\""}, {"\"x\"", "3"}};
    old.recurrence = Recurrence{"twice", "", {{"\"rule\"", "5"}, {"\"x\"", "4"}}};
    old.relative = RelativeTo{"order", std::nullopt, 0, {{"\"x\"", "5"}}};
    old.review = Review{"why", {{"\"x\"", "6"}}};
    Document document = plan().build();
    Measure measure = document.measures[1];
    measure.items[0].period = old;
    document.measures = document.measures.with(1, measure);

    Period given = old;
    given.spans = {{span({"2021-06-01", ""}), {}}, {span({"2021-07-01", ""}), {{"\"y\"", "1"}}}};
    given.recurrence->text = "thrice\n";
    Period expected = given;
    expected.unknown = {{"\"x\"", "1"}};
    expected.spans[0].unknown = {{"\"x\"", "3"}};
    expected.spans[1].unknown.clear();
    expected.recurrence = Recurrence{"thrice", "", {{"\"x\"", "4"}}};
    CHECK(with_item_period(document, given).measures[1].items[0].period == expected);

    Period same = old;
    same.unknown.clear();
    CHECK(with_item_period(document, same) == document);
}

TEST_CASE("A period that cannot be is refused") {
    const auto refused = [](const Period& period) {
        return refusal(
            change_item(plan().build(), kId, ItemId{"one"}, {.period = ItemPeriodChange{period}}));
    };
    CHECK(refused(period(PeriodKind::Day, {{"", ""}})) == EditProblem::DaysMissing);
    CHECK(refused(period(PeriodKind::Day, {{"2021-05-02", "2021-05-01"}})) ==
          EditProblem::EndBeforeStart);
    CHECK(refused(test::relative_period("", kMaxOffsetDays + 1)) == EditProblem::LimitOutOfRange);
    CHECK(refused(test::relative_period("", -kMaxOffsetDays - 1)) == EditProblem::LimitOutOfRange);
    Period invalid = period(PeriodKind::Unscheduled);
    invalid.text = "\xFF";
    CHECK(refused(invalid) == EditProblem::TextInvalid);
}

TEST_CASE("Items are removed and moved") {
    const Document document = plan().build();
    const auto moved = [&document](std::string_view item, std::string_view before) {
        return titles(
            done(move_item(document, kId, {std::string(item)}, ItemId{std::string(before)})));
    };
    CHECK(titles(done(remove_item(document, kId, ItemId{"two"}))) == "one three");
    CHECK(moved("three", "one") == "three one two");
    CHECK(moved("one", "three") == "two one three");
    CHECK(moved("one", "") == "two three one");
    CHECK(moved("two", "two") == "one two three");
    CHECK(done(move_item(document, kId, ItemId{"one"}, ItemId{"two"}))
              .measures.shares_items_with(document.measures));
    CHECK(refusal(move_item(document, kId, ItemId{"one"}, ItemId{"none"})) ==
          EditProblem::UnknownItem);
    CHECK(refusal(move_item(document, kId, ItemId{"none"}, ItemId{})) == EditProblem::UnknownItem);
    CHECK(refusal(remove_item(document, kId, ItemId{"none"})) == EditProblem::UnknownItem);
    CHECK(refusal(remove_item(document, MeasureId{"none"}, ItemId{"one"})) ==
          EditProblem::UnknownMeasure);
}

} // namespace
} // namespace vekha::unit_edits_test
