// What differs between two states of a plan.
#include "core/compare/document_changes.hpp"

#include "core/base/no_index.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_edits.hpp"
#include "tests/support/random_plan.hpp"
#include "tests/support/sample_files.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace vekha::test::document_changes_test {
namespace {

Document three() {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"});
    plan.add(MeasureBuilder("a").deadline("2021-02-01"));
    plan.add(MeasureBuilder("b").deadline("2021-03-01"));
    plan.add(MeasureBuilder("c").deadline("2021-04-01"));
    return plan.build();
}

MeasureId id(const char* text) {
    return MeasureId{text};
}

std::size_t with_thing(const std::vector<DocumentChange>& changes, ChangedThing thing) {
    return static_cast<std::size_t>(std::ranges::count(changes, thing, &DocumentChange::thing));
}

} // namespace

TEST_CASE("equal documents have no differences, read or copied") {
    const Document plan = sample("sevastopol-2021");
    CHECK(changes_between(plan, plan).empty());
    CHECK(changes_between(plan, sample("sevastopol-2021")).empty());
}

TEST_CASE("a changed measure says which of its parts changed, and nothing else is named") {
    const Document before = three();
    const auto after =
        set_progress(before, id("b"), {.state = StoredState::Done}, day("2021-04-29"));
    REQUIRE(after);
    const auto changes = changes_between(before, after.value());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].thing == ChangedThing::Measure);
    CHECK(changes[0].change == ThingChange::Changed);
    CHECK(changes[0].before == 1);
    CHECK(changes[0].after == 1);
    MeasureParts state;
    state.add(MeasurePart::State);
    CHECK(changes[0].parts == state);
}

TEST_CASE("added and removed measures are told from changed ones, whatever their places") {
    const Document before = three();
    NewIds ids(7);
    const auto removed = remove_measures(before, std::vector{id("a")});
    REQUIRE(removed);
    const auto added =
        add_measure(removed.value(), {.section = {}, .after = id("c")}, Measure{}, ids);
    REQUIRE(added);
    const auto changes = changes_between(before, added.value().document);
    REQUIRE(changes.size() == 2);
    CHECK(changes[0] ==
          DocumentChange{.thing = ChangedThing::Measure, .change = ThingChange::Added, .after = 2});
    CHECK(changes[1] == DocumentChange{.thing = ChangedThing::Measure,
                                       .change = ThingChange::Removed,
                                       .before = 0});
}

TEST_CASE("another order of the same measures is one difference") {
    const Document before = three();
    const auto after = move_measures(before, std::vector{id("c")}, {.section = {}, .after = {}});
    REQUIRE(after);
    const auto changes = changes_between(before, after.value());
    REQUIRE(changes.size() == 1);
    CHECK(changes[0].thing == ChangedThing::MeasureOrder);
}

TEST_CASE("each part of a measure is noticed by itself") {
    const Measure plain = three().measures[0];
    const auto parts = [&plain](auto change) {
        Measure changed = plain;
        change(changed);
        return changed_parts(plain, changed);
    };
    const auto only = [](MeasurePart part) {
        MeasureParts parts;
        parts.add(part);
        return parts;
    };
    CHECK(parts([](Measure& m) { m.number = "9"; }) == only(MeasurePart::Number));
    CHECK(parts([](Measure& m) { m.title = "x"; }) == only(MeasurePart::Title));
    CHECK(parts([](Measure& m) { m.section = SectionId{"s"}; }) == only(MeasurePart::Section));
    CHECK(parts([](Measure& m) { m.period.text = "x"; }) == only(MeasurePart::Period));
    CHECK(parts([](Measure& m) { m.responsible_text = {"x"}; }) == only(MeasurePart::Responsible));
    CHECK(parts([](Measure& m) { m.report.note = "x"; }) == only(MeasurePart::State));
    CHECK(parts([](Measure& m) { m.tags = {"x"}; }) == only(MeasurePart::Texts));
    CHECK(parts([](Measure& m) { m.items.emplace_back(); }) == only(MeasurePart::Items));
    CHECK(parts([](Measure& m) { m.targets.emplace_back(); }) == only(MeasurePart::Targets));
    CHECK(parts([](Measure& m) { m.applies_to.scope = SchoolScope::All; }) ==
          only(MeasurePart::Schools));
    CHECK(parts([](Measure& m) { m.depends_on = {MeasureId{"x"}}; }) == only(MeasurePart::Other));
    CHECK(parts([](Measure&) {}).empty());
}

TEST_CASE("reports go by measure and school, by measure and days") {
    PlanBuilder plan;
    plan.dates({"2021-01-01", "2021-12-31"}).schools(2);
    plan.add(MeasureBuilder("a").at_all_schools());
    plan.mark("a", "school-1", report(StoredState::InProgress, 30));
    plan.mark("a", "school-2", report(StoredState::InProgress, 30));
    plan.occurrence("a", {"2021-02-01", "2021-02-28"}, report(StoredState::NotStarted));
    const Document before = plan.build();
    Document after = before;
    Mark mark = before.marks[1];
    mark.report.percent = 60;
    after.marks = before.marks.with(1, mark);
    Occurrence other = before.occurrences[0];
    other.days = span({"2021-03-01", "2021-03-31"});
    after.occurrences = before.occurrences.with(0, other);
    const auto changes = changes_between(before, after);
    REQUIRE(changes.size() == 3);
    CHECK(changes[0] == DocumentChange{.thing = ChangedThing::Mark, .before = 1, .after = 1});
    CHECK(changes[1] == DocumentChange{.thing = ChangedThing::Occurrence,
                                       .change = ThingChange::Added,
                                       .after = 0});
    CHECK(changes[2] == DocumentChange{.thing = ChangedThing::Occurrence,
                                       .change = ThingChange::Removed,
                                       .before = 0});
}

TEST_CASE(
    "plans changed by chance: there is a difference exactly when they are unequal, both ways") {
    constexpr std::uint32_t kSeed = 1126;
    constexpr int kPlans = 40;
    constexpr int kEdits = 25;
    Chance chance(kSeed);
    int unequal = 0;
    for (int plan = 0; plan < kPlans; ++plan) {
        const Document before = random_plan(chance, 1 + chance.below(30));
        Document after = before;
        NewIds ids(static_cast<std::uint64_t>(plan) + 1);
        for (int edit = 0; edit < kEdits; ++edit) {
            const RandomEdit& pick =
                random_edits()[chance.below(static_cast<std::uint32_t>(random_edits().size()))];
            if (auto changed = pick.make(after, chance, ids)) {
                after = std::move(changed).value();
            }
            const auto there = changes_between(before, after);
            const auto back = changes_between(after, before);
            REQUIRE(there.empty() == (before == after));
            REQUIRE(there.size() == back.size());
            REQUIRE(with_thing(there, ChangedThing::Measure) ==
                    with_thing(back, ChangedThing::Measure));
            unequal += there.empty() ? 0 : 1;
        }
    }
    MESSAGE("seed ", kSeed, ", plans ", kPlans, ", unequal pairs ", unequal);
    CHECK(unequal > kPlans);
}

} // namespace vekha::test::document_changes_test
