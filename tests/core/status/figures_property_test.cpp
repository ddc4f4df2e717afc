// What holds for every plan: counts add up, late is D < A, days go on by one, the order of the file
// does not matter.
#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/figure_checks.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace vekha::test::figures_property_test {
namespace {

constexpr std::uint32_t kSeed = 20210429;
constexpr int kPlans = 300;

Date random_as_of(Chance& chance) {
    return day("2019-11-01").plus_days(static_cast<std::int32_t>(chance.below(1300)));
}

template <class T>
SharedList<T> reversed(const SharedList<T>& list) {
    std::vector<T> items(list.begin(), list.end());
    std::reverse(items.begin(), items.end());
    return SharedList<T>(std::move(items));
}

// The lines of a group that do not depend on sums of fractions.
bool same_counts(const GroupFigures& left, const GroupFigures& right) {
    return left.all == right.all && left.by_state == right.by_state &&
           left.counting == right.counting && left.dated == right.dated &&
           left.due_by_as_of == right.due_by_as_of && left.planned == right.planned &&
           left.done == right.done && left.forecast == right.forecast &&
           left.zone.zone() == right.zone.zone() && left.zone.rule == right.zone.rule;
}

} // namespace

TEST_CASE("figures of plans made by chance agree with each other and with the plan") {
    MESSAGE("seed ", kSeed, ", plans ", kPlans);
    Chance chance(kSeed);
    for (int i = 0; i < kPlans; ++i) {
        const Document plan = random_plan(chance, 1 + chance.below(60));
        const Date as_of = random_as_of(chance);
        CAPTURE(i);
        CAPTURE(as_of.iso());
        CHECK(broken_law(plan, compute_plan_status(plan, as_of)) == "");
    }
}

TEST_CASE("every computed state, zone rule and hint occurs in plans made by chance") {
    Chance chance(kSeed);
    std::vector<bool> states(kComputedStateCount);
    std::vector<bool> rules(6);
    for (int i = 0; i < kPlans; ++i) {
        const Document plan = random_plan(chance, 1 + chance.below(60));
        const PlanStatus status = compute_plan_status(plan, random_as_of(chance));
        for (const MeasureStatus& measure : status.measures) {
            states[static_cast<std::size_t>(measure.status.state)] = true;
        }
        for (const GroupFigures& section : status.sections) {
            rules[static_cast<std::size_t>(section.zone.rule)] = true;
        }
    }
    CHECK(std::count(states.begin(), states.end(), true) == 9);
    CHECK(std::count(rules.begin(), rules.end(), true) == 6);
}

TEST_CASE("a day later what stays late is late by one day more") {
    Chance chance(kSeed + 1);
    int compared = 0;
    for (int i = 0; i < kPlans; ++i) {
        const Document plan = random_plan(chance, 20);
        const Date as_of = random_as_of(chance);
        const PlanStatus today = compute_plan_status(plan, as_of);
        const PlanStatus tomorrow = compute_plan_status(plan, as_of.plus_days(1));
        for (std::size_t m = 0; m < today.measures.size(); ++m) {
            const UnitStatus& before = today.measures[m].status;
            const UnitStatus& after = tomorrow.measures[m].status;
            const bool finished_between = after.state == ComputedState::Done;
            if (before.state != ComputedState::Late || today.measures[m].derived() ||
                finished_between) {
                continue;
            }
            CHECK(after.state == ComputedState::Late);
            CHECK(after.days_late == before.days_late + 1);
            ++compared;
        }
    }
    CHECK(compared > 300);
}

TEST_CASE("the order of the file does not change the figures") {
    Chance chance(kSeed + 2);
    for (int i = 0; i < kPlans; ++i) {
        Document plan = random_plan(chance, 30);
        // Of two marks or overrides the later holds: where order means something it is not turned
        // round.
        plan.marks = {};
        plan.overrides = {};
        const Date as_of = random_as_of(chance);
        const PlanStatus forth = compute_plan_status(plan, as_of);
        plan.measures = reversed(plan.measures);
        plan.occurrences = reversed(plan.occurrences);
        plan.sections = reversed(plan.sections);
        plan.parties = reversed(plan.parties);
        plan.schools = reversed(plan.schools);
        PlanStatus back = compute_plan_status(plan, as_of);
        std::reverse(back.sections.begin(), back.sections.end());
        std::reverse(back.parties.begin(), back.parties.end());
        CAPTURE(i);
        CHECK(same_counts(forth.total, back.total));
        CHECK(std::equal(forth.sections.begin(), forth.sections.end(), back.sections.begin(),
                         same_counts));
        CHECK(std::equal(forth.parties.begin(), forth.parties.end(), back.parties.begin(),
                         same_counts));
    }
}

TEST_CASE("the same plan on the same day gives the same figures") {
    Chance chance(kSeed + 3);
    const Document plan = random_plan(chance, 200);
    CHECK(compute_plan_status(plan, day("2021-04-29")) ==
          compute_plan_status(plan, day("2021-04-29")));
}

} // namespace vekha::test::figures_property_test
