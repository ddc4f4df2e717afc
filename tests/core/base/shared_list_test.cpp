#include "core/base/shared_list.hpp"

#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <optional>
#include <utility>
#include <vector>

namespace vekha::shared_list_test {
namespace {

using Numbers = SharedList<int>;

Numbers numbers(std::size_t count) {
    std::vector<int> items(count);
    std::iota(items.begin(), items.end(), 0);
    return Numbers(std::move(items));
}

std::vector<int> items_of(const Numbers& list) {
    return {list.begin(), list.end()};
}

} // namespace

TEST_CASE("a new list is empty") {
    const Numbers list;
    CHECK(list.empty());
    CHECK(list.size() == 0); // NOLINT(readability-container-size-empty): the size itself is tested
    CHECK(list.begin() == list.end());
}

TEST_CASE("items keep their order across chunks") {
    for (const std::size_t count : {1U, 63U, 64U, 65U, 128U, 129U, 1000U}) {
        const Numbers list = numbers(count);
        std::vector<int> expected(count);
        std::iota(expected.begin(), expected.end(), 0);
        CHECK(list.size() == count);
        CHECK(items_of(list) == expected);
        CHECK(list[count - 1] == static_cast<int>(count) - 1);
    }
}

TEST_CASE("a copy shares all items") {
    const Numbers list = numbers(200);
    // NOLINTNEXTLINE(performance-unnecessary-copy-initialization): the copy is tested
    const Numbers copy = list;
    CHECK(copy.shares_items_with(list));
    CHECK(copy.pointer(150) == list.pointer(150));
}

TEST_CASE("replacing one item leaves the original and shares all others") {
    const Numbers list = numbers(200);
    const Numbers changed = list.with(100, -1);
    CHECK(list[100] == 100);
    CHECK(changed[100] == -1);
    CHECK(!changed.shares_items_with(list));
    std::size_t shared = 0;
    for (std::size_t i = 0; i < list.size(); ++i) {
        shared += changed.pointer(i) == list.pointer(i) ? 1U : 0U;
    }
    CHECK(shared == 199);
}

TEST_CASE("appending to a list does not show in its copies, nor the reverse") {
    for (const std::size_t count : {10U, 64U, 70U}) {
        Numbers list = numbers(count);
        Numbers copy = list;
        list.push_back(-1);
        copy.push_back(-2);
        CHECK(list.size() == count + 1);
        CHECK(list[count] == -1);
        CHECK(copy[count] == -2);
        CHECK(list.pointer(0) == copy.pointer(0));
    }
}

TEST_CASE("lists are equal when their items are, whoever made them") {
    CHECK(numbers(100) == numbers(100));
    CHECK(!(numbers(100) == numbers(101)));
    CHECK(!(numbers(100) == numbers(100).with(99, 0)));
    CHECK(numbers(100) == numbers(100).with(99, 0).with(99, 99));
    CHECK(Numbers() == Numbers());
}

TEST_CASE("lists without an item share nothing that could differ") {
    CHECK(Numbers().shares_items_with(Numbers()));
    CHECK(!numbers(1).shares_items_with(numbers(1)));
}

TEST_CASE("what is put in, left out or moved leaves the other items shared") {
    const Numbers list = numbers(200);
    const Numbers longer = list.with_inserted(70, -1);
    REQUIRE(longer.size() == 201);
    CHECK(longer[70] == -1);
    CHECK(longer.pointer(69) == list.pointer(69));
    CHECK(longer.pointer(200) == list.pointer(199));
    CHECK(list.with_inserted(200, 5)[200] == 5);
    CHECK(list.filtered([](int) { return true; }).shares_items_with(list));
    const Numbers shorter = list.filtered([](int item) { return item != 70; });
    CHECK(shorter.size() == 199);
    CHECK(shorter.pointer(70) == list.pointer(71));
    const Numbers turned = list.picked(std::vector<std::size_t>{199, 0});
    REQUIRE(turned.size() == 2);
    CHECK(turned.pointer(0) == list.pointer(199));
}

// How many bytes and items a list has that the one before it does not share.
struct Growth {
    std::size_t bytes = 0;
    int items = 0;
};

Growth growth(const Numbers& before, const Numbers& after) {
    Growth grown;
    grown.bytes = after.bytes_beside(before, [&grown](int) { ++grown.items; });
    return grown;
}

TEST_CASE(
    "what replaces items leaves the others shared, and the whole list when it replaces none") {
    const Numbers list = numbers(200);
    const Numbers changed = list.replaced(
        [](int item) { return item % 100 == 7 ? std::optional(-item) : std::nullopt; });
    CHECK(changed == list.with(7, -7).with(107, -107));
    CHECK(growth(list, changed).items == 2);
    CHECK(list.replaced([](int) { return std::optional<int>(); }).shares_items_with(list));
}

TEST_CASE("wherever something is put in, taken out or moved, few chunks are new") {
    constexpr std::size_t kItems = 100'000;
    constexpr std::size_t kMostBytes = 50'000; // the spine has 25 kB, its tables 13 kB
    const Numbers list = numbers(kItems);
    CHECK(growth(Numbers(), list).items == static_cast<int>(kItems));
    CHECK(growth(list, list).bytes == 0);
    for (const std::size_t index : {std::size_t{0}, std::size_t{70}, kItems / 2, kItems}) {
        CAPTURE(index);
        const Growth put_in = growth(list, list.with_inserted(index, -1));
        CHECK(put_in.items == 1);
        CHECK(put_in.bytes < kMostBytes);
        const auto gone = static_cast<int>(index);
        const Growth taken_out =
            growth(list, list.filtered([gone](int item) { return item != gone; }));
        CHECK(taken_out.items == 0);
        CHECK(taken_out.bytes < kMostBytes);
    }
    std::vector<std::size_t> places(kItems);
    std::iota(places.begin(), places.end(), std::size_t{0});
    std::rotate(places.begin() + 10, places.begin() + 11, places.begin() + 60'000);
    const Growth moved = growth(list, list.picked(places));
    CHECK(moved.items == 0);
    CHECK(moved.bytes < kMostBytes);
}

TEST_CASE(
    "many items taken out leave no crumbs: what is left stands in chunks that are half full") {
    const Numbers list = numbers(64'000);
    const Numbers few = list.filtered([](int item) { return item % 50 == 0; });
    CHECK(few.size() == 1280);
    CHECK(growth(Numbers(), few).bytes < 100'000); // in chunks of one item: a million
    std::vector<int> expected;
    for (int item = 0; item < 64'000; item += 50) {
        expected.push_back(item);
    }
    CHECK(items_of(few) == expected);
    CHECK(few[1279] == 63'950);
}

TEST_CASE("many items put in at once stand in their order, and what stood there stays shared") {
    const Numbers list = numbers(1000);
    for (const std::size_t at : {0U, 1U, 64U, 500U, 999U, 1000U}) {
        std::vector<int> many(300);
        std::iota(many.begin(), many.end(), 5000);
        std::vector<int> expected = items_of(list);
        expected.insert(expected.begin() + static_cast<std::ptrdiff_t>(at), many.begin(),
                        many.end());
        const Numbers changed = list.with_inserted(at, std::move(many));
        CHECK(items_of(changed) == expected);
        CHECK(changed.pointer(at == 0 ? 300 : 0) == list.pointer(0));
        CHECK(growth(list, changed).bytes < 10'000);
    }
    CHECK(list.with_inserted(500, std::vector<int>()).shares_items_with(list));
    CHECK(items_of(Numbers().with_inserted(0, {1, 2})) == std::vector{1, 2});
}

// A list and a vector to which the same is done.
struct Pair {
    Numbers list;
    std::vector<int> model;

    void change(test::Chance& chance, int step) {
        const std::size_t index = chance.below(static_cast<std::uint32_t>(model.size() + 1));
        const std::uint32_t what = chance.below(100);
        if (model.empty() || index == model.size() || what < 35) {
            list.push_back(step);
            model.push_back(step);
        } else if (what < 60) {
            list = list.with_inserted(index, step);
            model.insert(model.begin() + static_cast<std::ptrdiff_t>(index), step);
        } else if (what < 75) {
            list = list.with(index, -step);
            model[index] = -step;
        } else if (what < 90) {
            const int gone = model[index];
            list = list.filtered([gone](int item) { return item != gone; });
            std::erase(model, gone);
        } else if (what < 97) {
            turn(index);
        } else if (what < 98) {
            const std::vector<int> many(chance.below(90), step);
            list = list.with_inserted(index, std::vector<int>(many));
            model.insert(model.begin() + static_cast<std::ptrdiff_t>(index), many.begin(),
                         many.end());
        } else if (what < 99) {
            list = list.replaced(
                [](int item) { return item % 3 == 0 ? std::optional(item + 1) : std::nullopt; });
            std::ranges::for_each(model, [](int& item) { item += item % 3 == 0 ? 1 : 0; });
        } else if (chance.percent(30)) {
            const int share = static_cast<int>(2 + chance.below(30));
            const auto goes = [share](int item) { return item % share != 0; };
            list = list.filtered([&goes](int item) { return !goes(item); });
            std::erase_if(model, goes);
        }
    }
    // What stands from the index on comes to the front.
    void turn(std::size_t index) {
        std::vector<std::size_t> places(model.size());
        std::iota(places.begin(), places.end(), std::size_t{0});
        std::rotate(places.begin(), places.begin() + static_cast<std::ptrdiff_t>(index),
                    places.end());
        list = list.picked(places);
        std::rotate(model.begin(), model.begin() + static_cast<std::ptrdiff_t>(index), model.end());
    }
    [[nodiscard]] bool agrees() const {
        bool agrees = items_of(list) == model && list == Numbers(std::vector<int>(model));
        for (std::size_t i = 0; i < model.size(); ++i) {
            agrees = agrees && list[i] == model[i];
        }
        return agrees;
    }
};

TEST_CASE("a list behaves like a vector under changes made by chance") {
    constexpr std::uint32_t kSeeds = 8;
    constexpr int kSteps = 5000;
    MESSAGE("seeds 1 to ", kSeeds, ", steps ", kSteps);
    std::size_t longest = 0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        test::Chance chance(seed);
        Pair pair;
        std::vector<Pair> kept;
        for (int step = 0; step < kSteps; ++step) {
            pair.change(chance, step);
            longest = std::max(longest, pair.model.size());
            if (chance.percent(1)) {
                kept.push_back(pair);
            }
        }
        kept.push_back(pair);
        CHECK(std::ranges::all_of(kept, &Pair::agrees));
        CHECK(kept.size() > 10);
    }
    CHECK(longest > 5 * kSharedChunkSize);
}

} // namespace vekha::shared_list_test
