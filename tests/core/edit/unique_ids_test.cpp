#include "core/edit/unique_ids.hpp"

#include "core/base/utf8.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <vector>

namespace vekha::test::unique_ids_test {
namespace {

constexpr std::size_t kLongest = 200;

std::vector<std::string> measure_ids(const Document& document) {
    std::vector<std::string> ids;
    for (const Measure& measure : document.measures) {
        ids.push_back(measure.id.text);
    }
    return ids;
}

Document plan_of(const std::vector<std::string>& ids) {
    PlanBuilder builder;
    for (const std::string& id : ids) {
        builder.add(MeasureBuilder(id));
    }
    return builder.build();
}

} // namespace

TEST_CASE("a plan without repeated ids stays as it is and shares its lists") {
    const Document plan = plan_of({"a", "b"});
    const Document unique = with_unique_ids(plan, kLongest);
    CHECK(measure_ids(unique) == std::vector<std::string>{"a", "b"});
    CHECK(unique.measures.shares_items_with(plan.measures));
}

TEST_CASE("the first keeps its id and each further one gets a number that nobody has") {
    const Document plan = plan_of({"a", "a", "a-2", "a", "b"});
    CHECK(measure_ids(with_unique_ids(plan, kLongest)) ==
          std::vector<std::string>{"a", "a-3", "a-2", "a-4", "b"});
}

TEST_CASE("sections with one id become different sections") {
    const Document plan = PlanBuilder().section("s").section("s").build();
    const Document unique = with_unique_ids(plan, kLongest);
    CHECK(unique.sections[0].id.text == "s");
    CHECK(unique.sections[1].id.text == "s-2");
}

TEST_CASE("a new id keeps to the limit of the file and to whole characters") {
    std::string longest;
    for (std::size_t i = 0; i < kLongest; ++i) {
        longest += "я";
    }
    const std::string made = measure_ids(with_unique_ids(plan_of({longest, longest}), kLongest))[1];
    CHECK(count_code_points(made) == kLongest);
    CHECK(made.ends_with("я-2"));
}

TEST_CASE("twenty thousand measures of one id are told apart in one go") {
    constexpr std::size_t kCount = 20000;
    const Document unique =
        with_unique_ids(plan_of(std::vector<std::string>(kCount, "m")), kLongest);
    const std::vector<std::string> ids = measure_ids(unique);
    CHECK(std::set<std::string>(ids.begin(), ids.end()).size() == kCount);
}

} // namespace vekha::test::unique_ids_test
