#include "core/edit/dictionary_edits.hpp"

#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/school.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha::dictionary_edits_test {
namespace {

using test::done;
using test::refusal;

constexpr std::uint64_t kSeed = 5;
using Entries = std::vector<DictionaryEntry>;

Dictionaries defaults() {
    Dictionaries made;
    made.risk_factors = {{"staff", "Кадры", {}}, {"parents", "Родители", {}}};
    made.document_kinds = {{"programme", "Программа", {}}};
    made.monitoring_stages = {{"stage1", "1-й этап", {}}};
    made.states = {{"done", "выполнено", {}}};
    return made;
}

// A school that refers to an entry of each list.
Document plan() {
    Document document = test::PlanBuilder().schools(2).build();
    School school = document.schools[1];
    school.risks = {{.factor = "staff"}, {.factor = "words"}};
    school.documents.resize(1);
    school.documents[0].kind = "programme";
    school.stages = {{.stage = "stage1"}};
    document.schools = document.schools.with(1, school);
    return document;
}

const Dictionaries& shared_defaults() {
    static const Dictionaries kDefaults = defaults();
    return kDefaults;
}

DictionaryChoice choice(DictionaryList list = DictionaryList::RiskFactors) {
    return {list, shared_defaults()};
}

const Entries& entries(const Document& document,
                       DictionaryList list = DictionaryList::RiskFactors) {
    return dictionary(document, list, shared_defaults());
}

TEST_CASE("Each list of the document stands in for the default of its own only") {
    Document document = plan();
    for (std::size_t i = 0; i < kDictionaryListCount; ++i) {
        const auto list = static_cast<DictionaryList>(i);
        CHECK(&entries(document, list) == &entries_of(shared_defaults(), list));
    }
    document.dictionaries = Dictionaries{};
    document.dictionaries->states = {{"k", "n", {}}};
    CHECK(entries(document, DictionaryList::States) == document.dictionaries->states);
    CHECK(entries(document) == shared_defaults().risk_factors);
}

TEST_CASE("An entry is added behind those that held, which come into the document with it") {
    NewIds ids(kSeed);
    const Document after = done(add_dictionary_entry(plan(), choice(), " Язык ", ids));
    REQUIRE(after.dictionaries);
    Entries expected = shared_defaults().risk_factors;
    REQUIRE(after.dictionaries->risk_factors.size() == 3);
    expected.push_back({after.dictionaries->risk_factors[2].key, "Язык", {}});
    CHECK(after.dictionaries->risk_factors == expected);
    CHECK_FALSE(expected[2].key.empty());
    CHECK(after.dictionaries->document_kinds.empty());
    CHECK(refusal(add_dictionary_entry(plan(), choice(), "кадры", ids)) == EditProblem::NameTaken);
    CHECK(refusal(add_dictionary_entry(plan(), choice(), " ", ids)) == EditProblem::NameMissing);
}

TEST_CASE("A renamed entry keeps its key, what refers to it, and what nobody knows") {
    Document before = plan();
    before.dictionaries = defaults();
    before.dictionaries->risk_factors[0].unknown = {{"\"name\"", "5"}, {"\"x\"", "1"}};
    const Document after = done(rename_dictionary_entry(before, choice(), "staff", "Люди"));
    Document expected = before;
    expected.dictionaries->risk_factors[0] = {"staff", "Люди", {{"\"x\"", "1"}}};
    CHECK(after == expected);
    CHECK(after.schools.shares_items_with(before.schools));
    CHECK(refusal(rename_dictionary_entry(before, choice(), "none", "x")) ==
          EditProblem::UnknownEntry);
    CHECK(refusal(rename_dictionary_entry(before, choice(), "staff", "РОДИТЕЛИ")) ==
          EditProblem::NameTaken);
}

TEST_CASE("A name that is the same writes no defaults into the document") {
    CHECK(done(rename_dictionary_entry(plan(), choice(), "staff", "Кадры")) == plan());
}

TEST_CASE("A removed entry leaves its name as words where it was referred to") {
    const Document before = plan();
    const Document after = done(remove_dictionary_entry(before, choice(), "staff"));
    CHECK(after.dictionaries->risk_factors == Entries{{"parents", "Родители", {}}});
    CHECK(after.schools[1].risks[0].factor == "Кадры");
    CHECK(after.schools[1].risks[1].factor == "words");
    CHECK(after.schools.pointer(0) == before.schools.pointer(0));
    CHECK(done(remove_dictionary_entry(before, choice(DictionaryList::DocumentKinds), "programme"))
              .schools[1]
              .documents[0]
              .kind == "Программа");
    CHECK(done(remove_dictionary_entry(before, choice(DictionaryList::MonitoringStages), "stage1"))
              .schools[1]
              .stages[0]
              .stage == "1-й этап");
    CHECK(done(remove_dictionary_entry(before, choice(DictionaryList::States), "done"))
              .schools.shares_items_with(before.schools));
    CHECK(refusal(remove_dictionary_entry(before, choice(), "none")) == EditProblem::UnknownEntry);
}

TEST_CASE("A list is set as a whole: kept keys keep what is unknown, lost ones leave words") {
    NewIds ids(kSeed);
    Document before = plan();
    before.dictionaries = defaults();
    before.dictionaries->risk_factors[1].unknown = {{"\"x\"", "1"}};
    const Document after = done(set_dictionary(
        before, choice(), {{"parents", " Семья ", {}}, {"", "Новое", {}}, {"parents", "Снова", {}}},
        ids));
    const Entries& set = after.dictionaries->risk_factors;
    REQUIRE(set.size() == 2);
    CHECK(set[0] == DictionaryEntry{"parents", "Семья", {{"\"x\"", "1"}}});
    CHECK(set[1].name == "Новое");
    CHECK_FALSE(set[1].key.empty());
    CHECK(after.schools[1].risks[0].factor == "Кадры");
    CHECK(done(set_dictionary(before, choice(), before.dictionaries->risk_factors, ids)) == before);
}

TEST_CASE("A list with a name that comes twice, or none, is refused") {
    NewIds ids(kSeed);
    CHECK(refusal(set_dictionary(plan(), choice(), {{"a", "x", {}}, {"b", "X", {}}}, ids)) ==
          EditProblem::NameTaken);
    CHECK(refusal(set_dictionary(plan(), choice(), {{"a", "", {}}}, ids)) ==
          EditProblem::NameMissing);
    CHECK(refusal(set_dictionary(plan(), choice(), {{"\xFF", "x", {}}}, ids)) ==
          EditProblem::TextInvalid);
}

} // namespace
} // namespace vekha::dictionary_edits_test
