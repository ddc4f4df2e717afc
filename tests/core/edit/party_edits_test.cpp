#include "core/edit/party_edits.hpp"

#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/school.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::party_edits_test {
namespace {

using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

constexpr std::uint64_t kSeed = 5;
const PartyId kFirst{"Учёный совет"};
const PartyId kSecond{"ИРО"};

// Two parties; the second has an alias. Everything that can name a party names the first or both.
Document plan() {
    Document document = PlanBuilder()
                            .party(kFirst.text)
                            .party(kSecond.text)
                            .schools(2)
                            .add(MeasureBuilder("both").responsible({"ИРО", "Учёный совет"}))
                            .add(MeasureBuilder("neither").responsible({"other"}))
                            .build();
    Party second = document.parties[1];
    second.aliases = {"Институт развития образования"};
    document.parties = document.parties.with(1, second);
    Measure measure = document.measures[0];
    MeasureItem item;
    item.id.text = "item";
    item.responsible = {kFirst};
    measure.items.push_back(item);
    document.measures = document.measures.with(0, measure);
    Decision decision;
    decision.id.text = "d";
    decision.responsible = {kFirst};
    document.decisions.push_back(decision);
    School school = document.schools[0];
    school.curator = kFirst;
    school.coordinator = kSecond;
    document.schools = document.schools.with(0, school);
    SavedView view;
    view.id.text = "v";
    view.filter = ViewFilter{.asks = {.responsible = kFirst}, .unknown = {}};
    document.views.push_back(view);
    return document;
}

std::vector<PartyId> parties(const std::vector<std::string>& ids) {
    std::vector<PartyId> found;
    for (const std::string& id : ids) {
        found.push_back({id});
    }
    return found;
}

TEST_CASE("A party is found by name or alias, whatever its case and its ё") {
    const Document document = plan();
    CHECK(find_party(document, "учЕНЫЙ  СОВЕТ ") == 0);
    CHECK(find_party(document, "ИРО") == 1);
    CHECK(find_party(document, "институт развития\nобразования") == 1);
    CHECK(find_party(document, "институт") == kNoIndex);
    CHECK(find_party(document, "") == kNoIndex);
    CHECK(find_party(document, "\xFF") == kNoIndex);
}

TEST_CASE("A name is found before an alias, of two the first") {
    Document document = plan();
    Party first = document.parties[0];
    first.aliases = {"ИРО"};
    document.parties = document.parties.with(0, first);
    CHECK(find_party(document, "иро") == 1);
}

TEST_CASE("A party is added at the end with cleaned texts and an id of its own") {
    NewIds ids(kSeed);
    const Document before = plan();
    const Document after = done(add_party(
        before, {.name = " Школы ", .kind = PartyKind::Role, .aliases = {{"ОО ", "оо", "школы"}}},
        ids));
    REQUIRE(after.parties.size() == 3);
    Party expected;
    expected.id = after.parties[2].id;
    expected.name = "Школы";
    expected.kind = PartyKind::Role;
    expected.aliases = {"ОО"};
    CHECK(after.parties[2] == expected);
    CHECK_FALSE(expected.id.empty());
    CHECK(after.parties.pointer(0) == before.parties.pointer(0));
}

TEST_CASE("A party without a name, or with one that another answers to, is refused") {
    NewIds ids(kSeed);
    CHECK(refusal(add_party(plan(), {}, ids)) == EditProblem::NameMissing);
    CHECK(refusal(add_party(plan(), {.name = "иро"}, ids)) == EditProblem::NameTaken);
    CHECK(refusal(add_party(plan(), {.name = "ученый совет"}, ids)) == EditProblem::NameTaken);
    CHECK(refusal(add_party(plan(), {.name = "x", .aliases = {{"ИРО"}}}, ids)) ==
          EditProblem::NameTaken);
    CHECK(refusal(add_party(plan(), {.name = "x", .aliases = {{"\xFF"}}}, ids)) ==
          EditProblem::TextInvalid);
}

TEST_CASE("Name, kind and aliases of a party are changed, and lose the originals of a repair") {
    Document document = plan();
    Party party = document.parties[1];
    party.unknown = {{"\"kind\"", "\"crowd\""}, {"\"phone\"", "\"1\""}};
    document.parties = document.parties.with(1, party);
    const Document after = done(change_party(
        document, kSecond, {.name = "Иро", .kind = PartyKind::Body, .aliases = {{"РИРО"}}}));
    party.name = "Иро";
    party.aliases = {"РИРО"};
    party.unknown = {{"\"phone\"", "\"1\""}};
    Document expected = document;
    expected.parties = document.parties.with(1, party);
    CHECK(after == expected);
    CHECK(after.measures.shares_items_with(document.measures));
}

TEST_CASE("A change of a party that changes nothing shares the whole list") {
    const Document document = plan();
    const Document after = done(change_party(document, kSecond, {.name = "ИРО"}));
    CHECK(after.parties.shares_items_with(document.parties));
}

TEST_CASE("A party takes no name of another one, and keeps what a file gave to both") {
    Document document = plan();
    CHECK(refusal(change_party(document, kFirst, {.name = "ИРО"})) == EditProblem::NameTaken);
    CHECK(refusal(change_party(document, PartyId{"none"}, {})) == EditProblem::UnknownParty);
    Party first = document.parties[0];
    first.aliases = {"ИРО"};
    document.parties = document.parties.with(0, first);
    CHECK(done(change_party(document, kFirst, {.kind = PartyKind::Role})).parties[0].kind ==
          PartyKind::Role);
}

TEST_CASE("A party that is named is not removed unless its references go") {
    const Document document = plan();
    CHECK(is_party_in_use(document, kFirst));
    CHECK_FALSE(is_party_in_use(document, PartyId{"none"}));
    CHECK(refusal(remove_party(document, kFirst, PartyReferences::Keep)) ==
          EditProblem::PartyInUse);
    CHECK(refusal(remove_party(document, PartyId{"none"}, PartyReferences::Remove)) ==
          EditProblem::UnknownParty);
    const Document after = done(remove_party(document, kFirst, PartyReferences::Remove));
    CHECK_FALSE(is_party_in_use(after, kFirst));
    CHECK(after.parties.size() == 1);
    CHECK(after.measures[0].responsible == parties({"ИРО"}));
    CHECK(after.measures[0].items[0].responsible.empty());
    CHECK(after.measures.pointer(1) == document.measures.pointer(1));
    CHECK(after.decisions[0].responsible.empty());
    CHECK(after.schools[0].curator.empty());
    CHECK(after.schools[0].coordinator == kSecond);
    CHECK(after.views[0].filter->asks.responsible.empty());
}

TEST_CASE("A party that nothing names is removed either way") {
    Document document = PlanBuilder().party("a").party("b").build();
    const Document after = done(remove_party(document, PartyId{"a"}, PartyReferences::Keep));
    REQUIRE(after.parties.size() == 1);
    CHECK(after.parties[0].id == PartyId{"b"});
}

TEST_CASE("Each place that can name a party makes it used") {
    for (const char* place : {"measure", "item", "decision", "curator", "coordinator", "view"}) {
        CAPTURE(place);
        const std::string_view where = place;
        Document document = done(remove_party(plan(), kFirst, PartyReferences::Remove));
        document = done(remove_party(document, kSecond, PartyReferences::Remove));
        CHECK_FALSE(is_party_in_use(document, kFirst));
        Measure measure = document.measures[0];
        measure.responsible = where == "measure" ? parties({"x", kFirst.text}) : parties({});
        measure.items[0].responsible = where == "item" ? parties({kFirst.text}) : parties({});
        document.measures = document.measures.with(0, measure);
        Decision decision = document.decisions[0];
        decision.responsible = where == "decision" ? parties({kFirst.text}) : parties({});
        document.decisions = document.decisions.with(0, decision);
        School school = document.schools[1];
        school.curator = where == "curator" ? kFirst : PartyId{};
        school.coordinator = where == "coordinator" ? kFirst : PartyId{};
        document.schools = document.schools.with(1, school);
        SavedView view = document.views[0];
        view.filter->asks.responsible = where == "view" ? kFirst : PartyId{};
        document.views = document.views.with(0, view);
        CHECK(is_party_in_use(document, kFirst));
    }
}

TEST_CASE("Of two merged parties one is left: references follow, names become aliases") {
    Document document = plan();
    Party second = document.parties[1];
    second.unknown = {{"\"kind\"", "5"}, {"\"phone\"", "\"2\""}, {"\"mail\"", "\"m\""}};
    document.parties = document.parties.with(1, second);
    Party first = document.parties[0];
    first.aliases = {"ИНСТИТУТ РАЗВИТИЯ ОБРАЗОВАНИЯ"};
    first.unknown = {{"\"phone\"", "\"1\""}};
    document.parties = document.parties.with(0, first);

    const Document after = done(merge_parties(document, kFirst, kSecond));
    REQUIRE(after.parties.size() == 1);
    first.aliases.emplace_back("ИРО");
    first.unknown.push_back({"\"mail\"", "\"m\""});
    CHECK(after.parties[0] == first);
    CHECK(after.measures[0].responsible == parties({kFirst.text}));
    CHECK(after.measures.pointer(1) == document.measures.pointer(1));
    CHECK(after.schools[0].coordinator == kFirst);
    CHECK(find_party(after, "ИРО") == 0);
    CHECK_FALSE(is_party_in_use(after, kSecond));
}

TEST_CASE("The one that is kept takes the first place of the two, other names stay") {
    Document document = PlanBuilder()
                            .party("a")
                            .party("b")
                            .add(MeasureBuilder("m").responsible({"x", "b", "y", "a"}))
                            .build();
    CHECK(done(merge_parties(document, PartyId{"a"}, PartyId{"b"})).measures[0].responsible ==
          parties({"x", "a", "y"}));
}

TEST_CASE("A party merged with itself stays, with a missing one it is refused") {
    const Document document = plan();
    CHECK(done(merge_parties(document, kFirst, kFirst)) == document);
    CHECK(refusal(merge_parties(document, kFirst, PartyId{"none"})) == EditProblem::UnknownParty);
    CHECK(refusal(merge_parties(document, PartyId{"none"}, kFirst)) == EditProblem::UnknownParty);
}

} // namespace
} // namespace vekha::party_edits_test
