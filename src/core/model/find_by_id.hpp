// Where a thing stands in a list of things with ids. Of two with one id the first in the file
// counts; an empty id names nothing.
#pragma once

#include "core/base/no_index.hpp" // IWYU pragma: export
#include "core/base/sorting.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace vekha {

// The indices of a list in the order of its ids, for many questions about one list.
template <class List>
[[nodiscard]] std::vector<std::uint32_t> sorted_by_id(const List& list) {
    std::vector<std::uint32_t> sorted = all_places(list.size());
    sort_places(std::span(sorted),
                [&list](std::uint32_t a, std::uint32_t b) { return list[a].id < list[b].id; });
    return sorted;
}

// kNoIndex when there is none; `sorted` as above, of this very list.
template <class List, class AnyId>
[[nodiscard]] std::uint32_t find_by_id(const List& list, const std::vector<std::uint32_t>& sorted,
                                       const AnyId& id) {
    if (id.empty()) {
        return kNoIndex;
    }
    const auto found = std::lower_bound(
        sorted.begin(), sorted.end(), id,
        [&list](std::uint32_t index, const AnyId& wanted) { return list[index].id < wanted; });
    return found != sorted.end() && list[*found].id == id ? *found : kNoIndex;
}

// The same for a single question: looks at one after the other.
template <class List, class AnyId>
[[nodiscard]] std::uint32_t find_by_id(const List& list, const AnyId& id) {
    if (!id.empty()) {
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (list[i].id == id) {
                return static_cast<std::uint32_t>(i);
            }
        }
    }
    return kNoIndex;
}

// The first of a list that an earlier one had not; kNoIndex for none. Looks at all pairs.
template <class List>
[[nodiscard]] std::uint32_t find_new(const List& before, const List& after) {
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (find_by_id(before, after[i].id) == kNoIndex) {
            return static_cast<std::uint32_t>(i);
        }
    }
    return kNoIndex;
}

} // namespace vekha
