// One sort for all types.
#include "core/base/sorting.hpp"

#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vekha::test::sorting_test {
namespace {

// What is compared, and where it stood.
using Item = std::pair<std::uint32_t, std::size_t>;

std::vector<Item> random_items(Chance& chance, std::size_t count, std::uint32_t values) {
    std::vector<Item> items;
    for (std::size_t i = 0; i < count; ++i) {
        items.emplace_back(chance.below(values), i);
    }
    return items;
}

bool less(const Item& a, const Item& b) {
    return a.first < b.first;
}

} // namespace

TEST_CASE(
    "lists of every length are sorted as the library does, and equal items keep their order") {
    constexpr std::uint32_t kSeed = 826;
    constexpr std::size_t kLongest = 300;
    Chance chance(kSeed);
    for (std::size_t count = 0; count <= kLongest; ++count) {
        for (const std::uint32_t values : {1U, 7U, 100'000U}) {
            const std::vector<Item> items = random_items(chance, count, values);
            std::vector<Item> wanted = items;
            std::sort(wanted.begin(), wanted.end()); // the places tell equal ones apart
            std::vector<Item> by_places = items;
            sort_items(by_places, less);
            REQUIRE(by_places == wanted);
            std::vector<Item> few = items;
            sort_few(std::span(few), less);
            REQUIRE(few == wanted);
        }
    }
    MESSAGE("seed ", kSeed, ", lengths 0 to ", kLongest);
}

TEST_CASE("places are sorted by what stands there") {
    const std::vector<std::string> names{"c", "a", "b", "a"};
    std::vector<std::uint32_t> places = all_places(names.size());
    sort_places(std::span(places), [&names](std::uint32_t one, std::uint32_t other) {
        return names[one] < names[other];
    });
    CHECK(places == std::vector<std::uint32_t>{1, 3, 2, 0});
}

TEST_CASE("items that cannot be copied are moved") {
    std::vector<std::vector<int>> lists{{3, 1}, {2}, {1, 9}};
    sort_items(lists);
    CHECK(lists == std::vector<std::vector<int>>{{1, 9}, {2}, {3, 1}});
}

} // namespace vekha::test::sorting_test
