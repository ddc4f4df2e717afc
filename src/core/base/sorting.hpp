// Sorting by one function for all types. Each std::sort of a type of its own has 3 to 7 kB in the
// page's program; these have some hundred bytes. Both keep the order of equal items.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <utility>
#include <vector>

namespace vekha {

// Whether the item at the one place stands before that at the other.
using PlaceLess = bool (*)(const void* context, std::uint32_t one, std::uint32_t other);
void sort_places(std::span<std::uint32_t> places, PlaceLess less, const void* context);

template <class Less>
void sort_places(std::span<std::uint32_t> places, const Less& less) {
    sort_places(
        places,
        [](const void* context, std::uint32_t one, std::uint32_t other) {
            return (*static_cast<const Less*>(context))(one, other);
        },
        &less);
}

// 0 up to count - 1.
[[nodiscard]] std::vector<std::uint32_t> all_places(std::size_t count);

// O(n log n) comparisons; each item is moved twice.
template <class Item, class Less = std::less<>>
void sort_items(std::span<Item> items, const Less& less = {}) {
    std::vector<std::uint32_t> places = all_places(items.size());
    sort_places(places, [&items, &less](std::uint32_t one, std::uint32_t other) {
        return less(items[one], items[other]);
    });
    std::vector<Item> sorted;
    sorted.reserve(items.size());
    for (const std::uint32_t place : places) {
        sorted.push_back(std::move(items[place]));
    }
    std::ranges::move(sorted, items.begin());
}

template <class Item, class Less = std::less<>>
void sort_items(std::vector<Item>& items, const Less& less = {}) {
    sort_items(std::span<Item>(items), less);
}

// For some ten items, or such as are nearly in order: in place, without memory of its own.
template <class Item, class Less = std::less<>>
void sort_few(std::span<Item> items, const Less& less = {}) {
    for (std::size_t i = 1; i < items.size(); ++i) {
        Item item = std::move(items[i]);
        std::size_t place = i;
        for (; place > 0 && less(item, items[place - 1]); --place) {
            items[place] = std::move(items[place - 1]);
        }
        items[place] = std::move(item);
    }
}

} // namespace vekha
