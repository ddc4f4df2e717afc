#include "core/edit/copies.hpp"

#include "core/base/unknown_members.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "core/model/section_tree.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace vekha::copies_test {
namespace {

using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

constexpr std::uint64_t kSeed = 5;

// a (a1), b; the second measure of a has two items and two targets, all of them reported.
Document plan() {
    Document document = PlanBuilder()
                            .section("a")
                            .section("a1", "a")
                            .section("b")
                            .party("p")
                            .schools(2)
                            .add(MeasureBuilder("one").section("a"))
                            .add(MeasureBuilder("two").section("a").item("i").item("k"))
                            .add(MeasureBuilder("three").section("b"))
                            .add(MeasureBuilder("four").section("a1"))
                            .mark("one", "school-1", test::done_report())
                            .build();
    Measure two = document.measures[1];
    two.number = "1.2";
    two.depends_on = {MeasureId{"one"}, MeasureId{"three"}};
    two.unknown = {{"\"state\"", "\"paused\""}, {"\"colour\"", "\"red\""}};
    two.report = test::done_report();
    two.items[0].report = test::done_report();
    two.targets = {{.text = "x", .value = 1.0, .actual_value = 2.0}, {.text = "y", .value = 3.0}};
    document.measures = document.measures.with(1, two);
    Section a = document.sections[0];
    a.number = "I";
    a.unknown = {{"\"colour\"", "\"red\""}, {"\"order\"", "\"first\""}};
    document.sections = document.sections.with(0, a);
    return document;
}

std::string measures_shown(const Document& document) {
    std::string words;
    for (const Measure& measure : document.measures) {
        words.append(measure.title).append(" ");
    }
    return words;
}

TEST_CASE("A section is copied with what stands in it, behind it, and without reports") {
    NewIds ids(kSeed);
    const Document before = plan();
    const Document after = done(duplicate_section(before, {"a"}, "a again", ids));
    const SectionTree tree(after);
    std::string shown;
    for (const std::uint32_t index : tree.in_order()) {
        shown.append(tree.is_top(index) ? " " : ">").append(after.sections[index].title);
    }
    CHECK(shown == " a>a1 a again>a1 b");
    const Section& copy = after.sections[2];
    CHECK(copy.number.empty());
    CHECK(copy.unknown == UnknownMembers{{"\"colour\"", "\"red\""}});
    CHECK(measures_shown(after) == "one two three four one two four ");
    CHECK(after.measures[4].section == copy.id);
    CHECK(after.measures[6].section == after.sections[3].id);
    const Measure& two = after.measures[5];
    CHECK(two.number.empty());
    CHECK(two.report == ProgressReport{});
    CHECK(two.unknown == UnknownMembers{{"\"colour\"", "\"red\""}});
    CHECK(two.depends_on == std::vector{after.measures[4].id, MeasureId{"three"}});
    CHECK_FALSE(two.items[0].report);
    CHECK_FALSE(two.targets[0].actual_value);
    CHECK(two.targets[0].value == 1.0);
    std::set<std::string> all;
    for (const Measure& measure : after.measures) {
        CHECK(all.insert(measure.id.text).second);
        for (const MeasureItem& item : measure.items) {
            CHECK(all.insert(item.id.text).second);
        }
    }
    CHECK(after.marks == before.marks);
    CHECK(refusal(duplicate_section(before, {"nowhere"}, "x", ids)) == EditProblem::UnknownSection);
    CHECK(refusal(duplicate_section(before, {"b"}, " ", ids)) == EditProblem::NameMissing);
}

TEST_CASE(
    "Of sections of a file that stand too deep or in a circle all that shows inside is copied") {
    NewIds ids(kSeed);
    const Document deep = PlanBuilder()
                              .section("a")
                              .section("b", "a")
                              .section("c", "b")
                              .section("d", "d")
                              .add(MeasureBuilder("one").section("c"))
                              .build();
    const Document copied = done(duplicate_section(deep, {"a"}, "again", ids));
    CHECK(copied.sections.size() == 7);
    CHECK(copied.measures.size() == 2);
    CHECK(done(duplicate_section(deep, {"d"}, "again", ids)).sections.size() == 5);
}

TEST_CASE("An inner section is copied into the same one") {
    NewIds ids(kSeed);
    const Document after = done(duplicate_section(plan(), {"a1"}, "a2", ids));
    REQUIRE(after.sections.size() == 4);
    CHECK(after.sections[2].title == "a2");
    CHECK(after.sections[2].parent == SectionId{"a"});
    CHECK(measures_shown(after) == "one two three four four ");
}

TEST_CASE("An item and a target are copied behind themselves, without what was reported") {
    NewIds ids(kSeed);
    const Document with_item = done(duplicate_item(plan(), {"two"}, {"i"}, ids));
    const std::vector<MeasureItem>& items = with_item.measures[1].items;
    REQUIRE(items.size() == 3);
    CHECK(items[0].id == ItemId{"i"});
    CHECK(items[0].report);
    CHECK(items[1].title == items[0].title);
    CHECK_FALSE(items[1].report);
    CHECK(items[2].id == ItemId{"k"});
    CHECK(refusal(duplicate_item(plan(), {"two"}, {"z"}, ids)) == EditProblem::UnknownItem);

    const Document with_target = done(duplicate_target(plan(), {"two"}, 0));
    const std::vector<Target>& targets = with_target.measures[1].targets;
    REQUIRE(targets.size() == 3);
    CHECK(targets[0].actual_value == 2.0);
    CHECK(targets[1].text == "x");
    CHECK_FALSE(targets[1].actual_value);
    CHECK(targets[2].text == "y");
    CHECK(refusal(duplicate_target(plan(), {"two"}, 2)) == EditProblem::UnknownTarget);
}

TEST_CASE("A party leaves its aliases, a school what is known of it") {
    NewIds ids(kSeed);
    Document before = plan();
    Party party = before.parties[0];
    party.kind = PartyKind::Role;
    party.aliases = {"also"};
    before.parties = before.parties.with(0, party);
    const Document with_party = done(duplicate_party(before, {"p"}, "q", ids));
    REQUIRE(with_party.parties.size() == 2);
    CHECK(with_party.parties[1].kind == PartyKind::Role);
    CHECK(with_party.parties[1].aliases.empty());
    CHECK(refusal(duplicate_party(before, {"p"}, "also", ids)) == EditProblem::NameTaken);
    CHECK(refusal(duplicate_party(before, {"z"}, "q", ids)) == EditProblem::UnknownParty);

    School school = before.schools[0];
    school.municipality = "town";
    school.kinds = {SchoolKind::Donor};
    school.curator = PartyId{"p"};
    school.visits.emplace_back();
    before.schools = before.schools.with(0, school);
    const Document with_school = done(duplicate_school(before, school.id, "new", ids));
    REQUIRE(with_school.schools.size() == 3);
    const School& copy = with_school.schools[2];
    CHECK(copy.name == "new");
    CHECK(copy.municipality == "town");
    CHECK(copy.kinds == school.kinds);
    CHECK(copy.curator == school.curator);
    CHECK(copy.visits.empty());
    CHECK(with_school.marks == before.marks);
    CHECK(refusal(duplicate_school(before, {"z"}, "q", ids)) == EditProblem::UnknownSchool);
}

} // namespace
} // namespace vekha::copies_test
