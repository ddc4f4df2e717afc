#include "core/edit/new_ids.hpp"

#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <set>
#include <string>

namespace vekha::new_ids_test {

TEST_CASE("the same seed gives the same ids, another seed others") {
    const Document empty = test::PlanBuilder().build();
    NewIds one(1);
    NewIds same(1);
    NewIds other(2);
    const auto first = one.make<MeasureId>("m", empty.measures);
    CHECK(first.text.size() == 10);
    CHECK(first.text.starts_with("m-"));
    CHECK(first == same.make<MeasureId>("m", empty.measures));
    CHECK(first != other.make<MeasureId>("m", empty.measures));
}

TEST_CASE("an id that is taken is not given again") {
    const Document empty = test::PlanBuilder().build();
    NewIds first(7);
    const auto taken = first.make<MeasureId>("m", empty.measures);
    NewIds again(7);
    const Document with_it = test::PlanBuilder().add(test::MeasureBuilder(taken.text)).build();
    CHECK(again.make<MeasureId>("m", with_it.measures) != taken);
}

TEST_CASE("two people who start at once give different ids") {
    constexpr std::uint64_t kPeople = 200;
    constexpr int kEach = 50;
    MESSAGE("people ", kPeople, ", ids each ", kEach);
    std::set<std::string> ids;
    const Document empty = test::PlanBuilder().build();
    for (std::uint64_t seed = 0; seed < kPeople; ++seed) {
        NewIds made(seed);
        for (int i = 0; i < kEach; ++i) {
            ids.insert(made.make<MeasureId>("m", empty.measures).text);
        }
    }
    CHECK(ids.size() == kPeople * kEach);
}

TEST_CASE("many ids at once meet neither each other nor what is there") {
    const Document empty = test::PlanBuilder().build();
    NewIds first(7);
    const auto taken = first.make<MeasureId>("m", empty.measures);
    const Document with_it = test::PlanBuilder().add(test::MeasureBuilder(taken.text)).build();
    NewIds again(7);
    const auto many = again.make_many<MeasureId>("m", with_it.measures, 1000);
    const std::set<MeasureId> different(many.begin(), many.end());
    CHECK(different.size() == 1000);
    CHECK_FALSE(different.contains(taken));
}

} // namespace vekha::new_ids_test
