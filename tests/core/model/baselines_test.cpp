#include "core/model/baselines.hpp"

#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace vekha::baselines_test {
namespace {

// One baseline for each day; an empty day is not known.
std::uint32_t newest_of(std::initializer_list<std::string_view> days) {
    Document plan = test::PlanBuilder().build();
    for (const std::string_view day : days) {
        Baseline baseline;
        if (!day.empty()) {
            baseline.date = test::day(day);
        }
        plan.baselines.push_back(baseline);
    }
    return newest_baseline(plan);
}

TEST_CASE("The baseline in force is the one of the latest day, wherever it stands in the file") {
    CHECK(newest_of({}) == kNoIndex);
    CHECK(newest_of({"2021-04-07"}) == 0);
    CHECK(newest_of({"2021-04-07", "2021-09-17", "2021-05-01"}) == 1);
}

TEST_CASE("Of baselines of one day, or of none, the later in the file is in force") {
    CHECK(newest_of({"2021-04-07", "2021-04-07"}) == 1);
    CHECK(newest_of({"", ""}) == 1);
}

TEST_CASE("A baseline without a day is older than one that has one") {
    CHECK(newest_of({"2021-04-07", ""}) == 0);
    CHECK(newest_of({"", "2021-04-07"}) == 1);
}

} // namespace
} // namespace vekha::baselines_test
