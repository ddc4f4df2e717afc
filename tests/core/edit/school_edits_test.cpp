#include "core/edit/school_edits.hpp"

#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace vekha::school_edits_test {
namespace {

using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;
using test::report;

constexpr std::uint64_t kSeed = 5;
const SchoolId kFirst{"school-1"};
const SchoolId kSecond{"school-2"};
const MeasureId kId{"m"};

Document plan() {
    return PlanBuilder()
        .party("curator")
        .schools(2)
        .add(MeasureBuilder("other").at_schools({"school-2"}))
        .add(MeasureBuilder("m").at_schools({"school-1", "gone", "school-2"}))
        .mark("m", "school-1", report(StoredState::InProgress))
        .mark("m", "school-2", report(StoredState::InProgress))
        .municipality_mark("m", "Город", report(StoredState::InProgress))
        .build();
}

TEST_CASE("A school is added at the end with an id of its own") {
    NewIds ids(kSeed);
    const Document before = plan();
    const Document after =
        done(add_school(before,
                        {.name = " Школа № 5 ",
                         .short_name = "№ 5",
                         .municipality = "Город",
                         .kinds = {{SchoolKind::Donor, SchoolKind::LowResults, SchoolKind::Donor}},
                         .curator = PartyId{"curator"}},
                        ids));
    REQUIRE(after.schools.size() == 3);
    School expected;
    expected.id = after.schools[2].id;
    expected.name = "Школа № 5";
    expected.short_name = "№ 5";
    expected.municipality = "Город";
    expected.kinds = {SchoolKind::Donor, SchoolKind::LowResults};
    expected.curator.text = "curator";
    CHECK(after.schools[2] == expected);
    CHECK_FALSE(expected.id.empty());
    CHECK(after.schools.pointer(0) == before.schools.pointer(0));
}

TEST_CASE("A school needs a name, and people that the plan knows") {
    NewIds ids(kSeed);
    CHECK(refusal(add_school(plan(), {}, ids)) == EditProblem::NameMissing);
    CHECK(refusal(add_school(plan(), {.name = "x", .curator = PartyId{"none"}}, ids)) ==
          EditProblem::UnknownParty);
    CHECK(refusal(add_school(plan(), {.name = "x", .coordinator = PartyId{"none"}}, ids)) ==
          EditProblem::UnknownParty);
    CHECK(refusal(add_school(plan(), {.name = "\xFF"}, ids)) == EditProblem::TextInvalid);
}

TEST_CASE("A school is changed as far as it was touched, and loses the originals of a repair") {
    Document before = plan();
    School school = before.schools[1];
    school.coordinator.text = "gone";
    school.unknown = {{"\"kinds\"", "[\"odd\"]"}, {"\"shortName\"", "\"x\""}, {"\"x\"", "1"}};
    before.schools = before.schools.with(1, school);
    const Document after = done(change_school(before, kSecond,
                                              {.kinds = std::vector<SchoolKind>{},
                                               .curator = PartyId{"curator"},
                                               .coordinator = PartyId{"gone"}}));
    school.curator.text = "curator";
    school.unknown.erase(school.unknown.begin());
    Document expected = before;
    expected.schools = before.schools.with(1, school);
    CHECK(after == expected);
    CHECK(done(change_school(after, kSecond, {.curator = PartyId{}})).schools[1].curator.empty());
    CHECK(done(change_school(before, kSecond, {.name = "school-2"}))
              .schools.shares_items_with(before.schools));
    CHECK(refusal(change_school(before, SchoolId{"none"}, {})) == EditProblem::UnknownSchool);
    CHECK(refusal(change_school(before, kSecond, {.name = " "})) == EditProblem::NameMissing);
}

TEST_CASE("A school changes places with the one beside it, and stays at the ends of the list") {
    const Document before = plan();
    const Document down = done(move_school(before, kFirst, 1));
    CHECK(down.schools[0].id == kSecond);
    CHECK(down.schools[1] == before.schools[0]);
    CHECK(down.schools.size() == before.schools.size());
    CHECK(done(move_school(down, kFirst, -1)) == before);
    CHECK(done(move_school(before, kSecond, 1)).schools.shares_items_with(before.schools));
    CHECK(done(move_school(before, kFirst, -1)).schools.shares_items_with(before.schools));
    CHECK(refusal(move_school(before, SchoolId{"gone"}, 1)) == EditProblem::UnknownSchool);
}

TEST_CASE("A removed school takes its marks, its values and its places in lists along") {
    Document before = plan();
    for (const char* name : {"one", "two"}) {
        Indicator indicator;
        indicator.id.text = name;
        for (const char* school : {"school-2", "", name == std::string("one") ? "school-1" : ""}) {
            IndicatorValue value;
            value.school.text = school;
            indicator.values.push_back(value);
        }
        before.indicators.push_back(indicator);
    }
    const Document after = done(remove_school(before, kFirst));
    REQUIRE(after.schools.size() == 1);
    CHECK(after.schools[0].id == kSecond);
    REQUIRE(after.marks.size() == 2);
    CHECK(after.marks.pointer(0) == before.marks.pointer(1));
    CHECK(after.indicators[0].values.size() == 2);
    CHECK(after.indicators.pointer(1) == before.indicators.pointer(1));
    CHECK(after.measures.pointer(0) == before.measures.pointer(0));
    CHECK(after.measures[1].applies_to.schools == std::vector<SchoolId>{{"gone"}, kSecond});
    CHECK(after.measures[1].applies_to.scope == SchoolScope::Listed);
    CHECK(refusal(remove_school(before, SchoolId{"none"})) == EditProblem::UnknownSchool);
}

TEST_CASE("A measure is about all schools, none, or those that are listed, each once") {
    const Document before = plan();
    const Document all = done(set_applies_to(before, kId, SchoolScope::All, {kFirst}));
    AppliesTo expected;
    expected.scope = SchoolScope::All;
    CHECK(all.measures[1].applies_to == expected);
    CHECK(all.marks.shares_items_with(before.marks));
    const Document listed =
        done(set_applies_to(all, kId, SchoolScope::Listed, {kSecond, kFirst, kSecond}));
    expected.scope = SchoolScope::Listed;
    expected.schools = {kSecond, kFirst};
    CHECK(listed.measures[1].applies_to == expected);
    CHECK(done(set_applies_to(listed, kId, SchoolScope::None, {})).measures[1].applies_to ==
          AppliesTo{});
}

TEST_CASE("Listed schools are those of the plan, or were listed before") {
    const Document before = plan();
    CHECK(
        done(set_applies_to(before, kId, SchoolScope::Listed, {kFirst, SchoolId{"gone"}, kSecond}))
            .measures.shares_items_with(before.measures));
    CHECK(refusal(set_applies_to(before, kId, SchoolScope::Listed, {SchoolId{"none"}})) ==
          EditProblem::UnknownSchool);
    CHECK(refusal(set_applies_to(before, MeasureId{"none"}, SchoolScope::All, {})) ==
          EditProblem::UnknownMeasure);
}

TEST_CASE("What is set of the schools of a measure loses the originals of a repair") {
    Document before = plan();
    Measure measure = before.measures[1];
    measure.applies_to.unknown = {{"\"scope\"", "\"some\""}, {"\"x\"", "1"}};
    before.measures = before.measures.with(1, measure);
    const Document after = done(set_applies_to(before, kId, SchoolScope::All, {}));
    CHECK(after.measures[1].applies_to.unknown == UnknownMembers{{"\"x\"", "1"}});
}

} // namespace
} // namespace vekha::school_edits_test
