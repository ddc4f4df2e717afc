#include "core/base/sorting.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <vector>

namespace vekha {
namespace {

constexpr std::size_t kRun = 8; // that is sorted by insertion

void sort_run(std::span<std::uint32_t> run, PlaceLess less, const void* context) {
    sort_few(run, [less, context](std::uint32_t one, std::uint32_t other) {
        return less(context, one, other);
    });
}

// Of two runs beside each other, into `to`.
void merge(std::span<const std::uint32_t> left, std::span<const std::uint32_t> right,
           std::uint32_t* to, PlaceLess less, const void* context) {
    std::size_t l = 0;
    std::size_t r = 0;
    while (l < left.size() && r < right.size()) {
        *to++ = less(context, right[r], left[l]) ? right[r++] : left[l++];
    }
    to = std::copy(left.begin() + static_cast<std::ptrdiff_t>(l), left.end(), to);
    std::copy(right.begin() + static_cast<std::ptrdiff_t>(r), right.end(), to);
}

} // namespace

void sort_places(std::span<std::uint32_t> places, PlaceLess less, const void* context) {
    const std::size_t count = places.size();
    for (std::size_t begin = 0; begin < count; begin += kRun) {
        sort_run(places.subspan(begin, std::min(kRun, count - begin)), less, context);
    }
    if (count <= kRun) {
        return;
    }
    std::vector<std::uint32_t> other(count);
    std::span<std::uint32_t> from = places;
    std::span<std::uint32_t> to = other;
    for (std::size_t run = kRun; run < count; run *= 2) {
        for (std::size_t begin = 0; begin < count; begin += 2 * run) {
            const std::size_t middle = std::min(begin + run, count);
            const std::size_t end = std::min(begin + 2 * run, count);
            merge(from.subspan(begin, middle - begin), from.subspan(middle, end - middle),
                  to.data() + begin, less, context);
        }
        std::swap(from, to);
    }
    if (from.data() != places.data()) {
        std::ranges::copy(from, places.begin());
    }
}

std::vector<std::uint32_t> all_places(std::size_t count) {
    std::vector<std::uint32_t> places(count);
    std::iota(places.begin(), places.end(), 0U);
    return places;
}

} // namespace vekha
