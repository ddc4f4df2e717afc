// What is picked stays picked while the plan changes around it.
#include "core/find/picked_measures.hpp"

#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <initializer_list>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::picked_measures_test {
namespace {

Document plan(std::string_view ids) {
    test::PlanBuilder builder;
    for (const char id : ids) {
        builder.add(test::MeasureBuilder(std::string(1, id)));
    }
    return builder.build();
}

std::string names(const PickedMeasures& picked) {
    std::string all;
    for (const MeasureId& id : picked.ids()) {
        all += id.text;
    }
    return all;
}

struct Picked : PickedMeasures {
    Picked(const Document& document, std::initializer_list<std::size_t> indices) {
        follow(document.measures);
        for (const std::size_t index : indices) {
            put(index, true);
        }
    }
};

} // namespace

TEST_CASE("nothing is picked at first, and each is picked once") {
    const Document document = plan("abc");
    PickedMeasures picked;
    CHECK(picked.empty());
    CHECK_FALSE(picked.has(0));
    CHECK(picked.bytes().empty());
    picked.follow(document.measures);
    picked.put(1, true);
    picked.put(1, true);
    picked.put(2, true);
    picked.put(0, false);
    CHECK(picked.count() == 2);
    CHECK(names(picked) == "bc");
    CHECK(picked.has(1));
    CHECK_FALSE(picked.has(3));
    picked.put(1, false);
    CHECK(names(picked) == "c");
    picked.clear();
    CHECK(picked.empty());
}

TEST_CASE("measures are found again where an edit left them, and those that are gone are dropped") {
    Picked picked(plan("abcde"), {1, 3, 4});
    picked.follow(plan("ebxad").measures);
    CHECK(names(picked) == "ebd");
    CHECK(picked.count() == 3);
    picked.follow(plan("dx").measures);
    CHECK(names(picked) == "d");
    picked.follow(plan("").measures);
    CHECK(picked.empty());
}

TEST_CASE("an edit that leaves all in their places leaves what is picked") {
    const Document before = plan("abc");
    Picked picked(before, {0, 2});
    Measure measure = before.measures[0];
    measure.title = "other";
    const std::size_t version = picked.version();
    picked.follow(before.measures);
    CHECK(picked.version() == version);
    picked.follow(before.measures.with(0, measure));
    CHECK(names(picked) == "ac");
}

TEST_CASE("a range comes and goes over the base, which stays") {
    const Document document = plan("abcdef");
    Picked picked(document, {0});
    picked.keep_base();
    CHECK(picked.has_base());
    picked.put(3, true);
    picked.put(4, true);
    picked.back_to_base();
    CHECK(names(picked) == "a");
    picked.put(5, true);
    CHECK(names(picked) == "af");
    picked.clear();
    picked.back_to_base();
    CHECK(picked.empty());
}

TEST_CASE("every change counts up, and nothing else does") {
    const Document document = plan("abc");
    PickedMeasures picked;
    picked.follow(document.measures);
    const std::size_t first = picked.version();
    picked.put(0, false);
    picked.clear();
    CHECK(picked.version() == first);
    picked.put(0, true);
    CHECK(picked.version() != first);
}

} // namespace vekha::picked_measures_test
