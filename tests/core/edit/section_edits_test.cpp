#include "core/edit/section_edits.hpp"

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/number_limits.hpp"
#include "core/model/section_tree.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::section_edits_test {
namespace {

using test::MeasureBuilder;
using test::PlanBuilder;

constexpr std::uint64_t kSeed = 5;

// a (a1, a2), b (b1), c
Document plan() {
    return PlanBuilder()
        .section("a")
        .section("a1", "a")
        .section("a2", "a")
        .section("b")
        .section("b1", "b")
        .section("c")
        .add(MeasureBuilder("in a").section("a"))
        .add(MeasureBuilder("in a1").section("a1"))
        .add(MeasureBuilder("in c").section("c"))
        .mark("in a1", "school-1", test::done_report())
        .occurrence("in a1", {"2021-01-01", "2021-01-31"}, test::done_report())
        .state_override("in a1", StoredState::Done, "agreed")
        .zone_override("a", Zone::Red, "agreed")
        .zone_override("c", Zone::Red, "agreed")
        .build();
}

SectionPlace before(std::string_view of) {
    return {SectionPlacing::Before, {std::string(of)}};
}
SectionPlace behind(std::string_view of) {
    return {SectionPlacing::After, {std::string(of)}};
}
SectionPlace inside(std::string_view of) {
    return {SectionPlacing::Inside, {std::string(of)}};
}

// Titles as they are shown, those inside others in brackets: «a(a1 a2) b». Checks that the file has
// this order and that orders rise.
std::string shown(const Document& document) {
    const SectionTree tree(document);
    std::string words;
    std::uint32_t expected = 0;
    std::vector<int> last(document.sections.size() + 1, -kMaxSectionOrder - 1);
    for (const std::uint32_t index : tree.in_order()) {
        CHECK(index == expected++);
        const bool nested = !tree.is_top(index);
        int& order = last[nested ? tree.top(index) : document.sections.size()];
        CHECK(document.sections[index].order > order);
        order = document.sections[index].order;
        words += nested ? (words.ends_with(')') ? (words.pop_back(), " ") : "(")
                        : (words.empty() ? "" : " ");
        words += document.sections[index].title;
        words += nested ? ")" : "";
    }
    return words;
}

std::string moved(const Document& document, std::string_view section, const SectionPlace& place) {
    const Result<Document, EditProblem> result =
        move_section(document, {std::string(section)}, place);
    REQUIRE(result.ok());
    return shown(result.value());
}

EditProblem refused_move(std::string_view section, const SectionPlace& place) {
    const Result<Document, EditProblem> result =
        move_section(plan(), {std::string(section)}, place);
    REQUIRE_FALSE(result.ok());
    return result.error();
}

Document added(const Document& document, const SectionPlace& place) {
    NewIds ids(kSeed);
    Result<Document, EditProblem> result =
        add_section(document, {.title = "new", .number = " 7 "}, place, ids);
    REQUIRE(result.ok());
    return std::move(result).value();
}

Document removed(const Document& document, std::string_view section, SectionContent content) {
    Result<Document, EditProblem> result =
        remove_section(document, {std::string(section)}, content);
    REQUIRE(result.ok());
    return std::move(result).value();
}

TEST_CASE("A section is added before, behind and inside others") {
    CHECK(shown(added(plan(), before("a"))) == "new a(a1 a2) b(b1) c");
    CHECK(shown(added(plan(), behind("a"))) == "a(a1 a2) new b(b1) c");
    CHECK(shown(added(plan(), inside("a"))) == "a(a1 a2 new) b(b1) c");
    CHECK(shown(added(plan(), before("a2"))) == "a(a1 new a2) b(b1) c");
    CHECK(shown(added(plan(), behind("a1"))) == "a(a1 new a2) b(b1) c");
    CHECK(shown(added(plan(), inside(""))) == "a(a1 a2) b(b1) c new");
    CHECK(shown(added(plan(), inside("c"))) == "a(a1 a2) b(b1) c(new)");
    CHECK(shown(added(PlanBuilder().build(), inside(""))) == "new");
}

TEST_CASE("An added section has an id of its own and cleaned texts, and others stay shared") {
    const Document start = plan();
    const Document document = added(start, inside("c"));
    const Section& section = document.sections[6];
    CHECK_FALSE(section.id.empty());
    CHECK(section.title == "new");
    CHECK(section.number == "7");
    CHECK(section.parent == SectionId{"c"});
    CHECK(document.sections.pointer(0) == start.sections.pointer(0));
    CHECK(document.measures.shares_items_with(start.measures));
}

TEST_CASE("A section without a title, beside a missing one or on a third level is refused") {
    NewIds ids(kSeed);
    const auto refusal = [&ids](const SectionChange& texts, const SectionPlace& place) {
        const Result<Document, EditProblem> result = add_section(plan(), texts, place, ids);
        REQUIRE_FALSE(result.ok());
        return result.error();
    };
    CHECK(refusal({}, inside("")) == EditProblem::NameMissing);
    CHECK(refusal({.title = " \n"}, inside("")) == EditProblem::NameMissing);
    CHECK(refusal({.title = "x", .number = "\xFF"}, inside("")) == EditProblem::TextInvalid);
    CHECK(refusal({.title = "x"}, behind("none")) == EditProblem::UnknownSection);
    CHECK(refusal({.title = "x"}, before("")) == EditProblem::UnknownSection);
    CHECK(refusal({.title = "x"}, inside("a1")) == EditProblem::SectionTooDeep);
}

TEST_CASE("Title and number of a section are changed, and lose the originals of a repair") {
    Document document = plan();
    Section section = document.sections[5];
    section.unknown = {{"\"number\"", "7"}, {"\"title\"", "[]"}, {"\"colour\"", "\"red\""}};
    document.sections = document.sections.with(5, section);
    const Result<Document, EditProblem> result =
        change_section(document, SectionId{"c"}, {.number = "III"});
    REQUIRE(result.ok());
    section.number = "III";
    section.unknown.erase(section.unknown.begin());
    Document expected = document;
    expected.sections = document.sections.with(5, section);
    CHECK(result.value() == expected);
    const auto same = change_section(plan(), SectionId{"c"}, {.title = "c", .number = ""});
    REQUIRE(same.ok());
    CHECK(same.value() == plan());
    const auto unknown = change_section(plan(), SectionId{"none"}, {});
    REQUIRE_FALSE(unknown.ok());
    CHECK(unknown.error() == EditProblem::UnknownSection);
}

TEST_CASE("A change of a section that changes nothing shares the whole list") {
    const Document document = plan();
    const auto same = change_section(document, SectionId{"c"}, {.title = "c"});
    REQUIRE(same.ok());
    CHECK(same.value().sections.shares_items_with(document.sections));
    for (const SectionPlace& place : {before("a2"), inside("b"), before("c"), behind("a")}) {
        const std::string_view which = place.placing == SectionPlacing::Inside ? "b1"
                                       : place.of.text == "a2"                 ? "a1"
                                                                               : "b";
        const auto stays = move_section(document, {std::string(which)}, place);
        REQUIRE(stays.ok());
        CHECK(stays.value().sections.shares_items_with(document.sections));
    }
}

TEST_CASE("A section moves with all that stands inside it") {
    CHECK(moved(plan(), "a", behind("b")) == "b(b1) a(a1 a2) c");
    CHECK(moved(plan(), "b", before("a")) == "b(b1) a(a1 a2) c");
    CHECK(moved(plan(), "a", inside("")) == "b(b1) c a(a1 a2)");
}

TEST_CASE("A section moves among its siblings, to another parent, and out of one") {
    CHECK(moved(plan(), "a2", before("a1")) == "a(a2 a1) b(b1) c");
    CHECK(moved(plan(), "a1", inside("b")) == "a(a2) b(b1 a1) c");
    CHECK(moved(plan(), "a1", before("b1")) == "a(a2) b(a1 b1) c");
    CHECK(moved(plan(), "c", inside("a")) == "a(a1 a2 c) b(b1)");
    CHECK(moved(plan(), "a2", before("a")) == "a2 a(a1) b(b1) c");
    CHECK(moved(plan(), "a1", behind("a")) == "a(a2) a1 b(b1) c");
    CHECK(moved(plan(), "b1", inside("")) == "a(a1 a2) b c b1");
}

TEST_CASE("Circles and third levels are refused") {
    CHECK(refused_move("a", inside("a")) == EditProblem::SectionInItself);
    CHECK(refused_move("a", inside("a1")) == EditProblem::SectionInItself);
    CHECK(refused_move("a", behind("a1")) == EditProblem::SectionInItself);
    CHECK(refused_move("a", inside("b")) == EditProblem::SectionTooDeep);
    CHECK(refused_move("a", before("b1")) == EditProblem::SectionTooDeep);
    CHECK(refused_move("c", inside("b1")) == EditProblem::SectionTooDeep);
    CHECK(refused_move("none", inside("")) == EditProblem::UnknownSection);
    CHECK(refused_move("a", before("none")) == EditProblem::UnknownSection);
}

TEST_CASE("Orders that fit stay, and a gap between neighbours is used") {
    Document document = PlanBuilder().section("a").section("b").section("c").build();
    for (std::uint32_t i = 0; i < 3; ++i) {
        Section section = document.sections[i];
        section.order = 10 * static_cast<int>(i);
        document.sections = document.sections.with(i, section);
    }
    const auto orders = [](const Document& plan) {
        std::vector<int> found;
        for (const Section& section : plan.sections) {
            found.push_back(section.order);
        }
        return found;
    };
    CHECK(orders(added(document, behind("a"))) == std::vector<int>{0, 1, 10, 20});
    CHECK(orders(added(document, before("a"))) == std::vector<int>{-1, 0, 10, 20});
    CHECK(orders(added(document, inside(""))) == std::vector<int>{0, 10, 20, 21});
}

TEST_CASE("Orders at the end of what a file can hold begin anew") {
    Document document = PlanBuilder().section("a").build();
    Section section = document.sections[0];
    section.order = kMaxSectionOrder;
    document.sections = document.sections.with(0, section);
    const Document after = added(document, inside(""));
    CHECK(shown(after) == "a new");
    CHECK(after.sections[0].order == 1);
    CHECK(after.sections[1].order == 2);
}

TEST_CASE("A file whose sections stand in another order than its numbers say is set in order") {
    Document document = PlanBuilder().section("z").section("y").section("y1", "y").build();
    Section first = document.sections[0];
    first.order = 7;
    document.sections = document.sections.with(0, first);
    CHECK(shown(added(document, behind("y"))) == "y(y1) new z");
}

TEST_CASE("Sections that a file put in a circle or too deep come to rest when they are moved") {
    Document circle = PlanBuilder().section("a", "b").section("b", "a").section("c").build();
    CHECK(moved(circle, "a", behind("c")) == "c a(b)");
    Document deep =
        PlanBuilder().section("a").section("b", "a").section("c", "b").section("d", "c").build();
    CHECK(moved(deep, "b", behind("a")) == "a b(c d)");
    CHECK(moved(deep, "d", before("b")) == "a(d b c)");
    CHECK(shown(removed(deep, "b", SectionContent::GoesAlong)) == "a");
}

TEST_CASE("A removed section leaves its measures and sections one level up") {
    const Document start = plan();
    const Document document = removed(start, "a", SectionContent::Stays);
    CHECK(shown(document) == "a1 a2 b(b1) c");
    CHECK(document.measures[0].section.empty());
    CHECK(document.measures[1].section == SectionId{"a1"});
    CHECK(document.measures.pointer(1) == start.measures.pointer(1));
    CHECK(document.marks.size() == 1);
    const Document nested = removed(plan(), "a1", SectionContent::Stays);
    CHECK(shown(nested) == "a(a2) b(b1) c");
    CHECK(nested.measures[1].section == SectionId{"a"});
}

TEST_CASE("A removed section takes its measures along, and what is said of them") {
    Document document = plan();
    Measure depends = document.measures[2];
    depends.depends_on = {MeasureId{"in a1"}, MeasureId{"other"}};
    document.measures = document.measures.with(2, depends);
    LiveChange change;
    change.measure.text = "in a1";
    document.live_changes.push_back(change);
    change.measure.text = "in c";
    document.live_changes.push_back(change);
    const Document after = removed(document, "a", SectionContent::GoesAlong);
    CHECK(shown(after) == "b(b1) c");
    REQUIRE(after.measures.size() == 1);
    CHECK(after.measures[0].id == MeasureId{"in c"});
    CHECK(after.measures[0].depends_on == std::vector<MeasureId>{{"other"}});
    CHECK(after.marks.empty());
    CHECK(after.occurrences.empty());
    REQUIRE(after.overrides.size() == 1);
    CHECK(after.overrides[0].section == SectionId{"c"});
    CHECK(after.live_changes.size() == 1);
}

TEST_CASE("A section that is not there cannot be removed") {
    const auto result = remove_section(plan(), SectionId{"none"}, SectionContent::Stays);
    REQUIRE_FALSE(result.ok());
    CHECK(result.error() == EditProblem::UnknownSection);
}

} // namespace
} // namespace vekha::section_edits_test
