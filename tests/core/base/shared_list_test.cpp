#include "core/base/shared_list.hpp"

#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

using namespace vekha; // NOLINT(google-build-using-namespace)

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

TEST_CASE("a list behaves like a vector under changes made by chance") {
    constexpr std::uint32_t kSeed = 7;
    constexpr int kSteps = 5000;
    MESSAGE("seed ", kSeed, ", steps ", kSteps);
    test::Chance chance(kSeed);
    Numbers list;
    std::vector<int> model;
    std::vector<std::pair<Numbers, std::vector<int>>> kept;
    for (int step = 0; step < kSteps; ++step) {
        if (model.empty() || chance.percent(50)) {
            list.push_back(step);
            model.push_back(step);
        } else if (chance.percent(10)) {
            const std::size_t index = chance.below(static_cast<std::uint32_t>(model.size() + 1));
            list = list.with_inserted(index, step);
            model.insert(model.begin() + static_cast<std::ptrdiff_t>(index), step);
        } else if (chance.percent(10)) {
            const int gone = model[chance.below(static_cast<std::uint32_t>(model.size()))];
            list = list.filtered([gone](int item) { return item != gone; });
            std::erase(model, gone);
        } else {
            const std::size_t index = chance.below(static_cast<std::uint32_t>(model.size()));
            list = list.with(index, -step);
            model[index] = -step;
        }
        if (chance.percent(1)) {
            kept.emplace_back(list, model);
        }
    }
    CHECK(items_of(list) == model);
    std::size_t changed = 0;
    for (const auto& [old_list, old_model] : kept) {
        changed += items_of(old_list) == old_model ? 0U : 1U;
    }
    CHECK(changed == 0);
    CHECK(kept.size() > 10);
}
