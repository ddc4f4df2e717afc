#include "core/base/shared_spine.hpp"

#include "core/base/sorting.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace vekha {
namespace {

constexpr std::size_t kControlBytes = 32; // what std::make_shared adds, and the heap
// Two neighbours of no more than so many items become one chunk, so that the tables stay short
// and the way from them too.
constexpr std::size_t kJoinedSize = kSharedChunkSize / 2;

using Addresses = std::vector<const void*>; // sorted

bool is_in(const Addresses& addresses, const void* address) {
    return std::binary_search(addresses.begin(), addresses.end(), address, std::less<>());
}

Addresses chunk_addresses(const SharedSpine* spine) {
    Addresses addresses;
    for (std::size_t at = 0; spine != nullptr && at < spine->chunks.size(); ++at) {
        addresses.push_back(spine->chunks[at].get());
    }
    sort_items(addresses);
    return addresses;
}

// The items of the chunks that the other list does not have.
Addresses item_addresses_beside(const SharedSpine* spine, const SharedSpine& other) {
    const Addresses theirs = chunk_addresses(&other);
    Addresses addresses;
    for (std::size_t at = 0; spine != nullptr && at < spine->chunks.size(); ++at) {
        const SharedChunk& chunk = *spine->chunks[at];
        if (!is_in(theirs, &chunk)) {
            for (std::size_t i = 0; i < chunk.count; ++i) {
                addresses.push_back(chunk.items[i].get());
            }
        }
    }
    sort_items(addresses);
    return addresses;
}

// Goes over the items of a spine; behind the last one it has no chunk.
struct Walk {
    explicit Walk(const SharedSpine& walked) : spine(walked) { to_chunk(0); }

    void to_chunk(std::size_t at) {
        place = at;
        chunk = at < spine.chunks.size() ? spine.chunks[at].get() : nullptr;
        offset = 0;
    }
    void next() {
        if (++offset == chunk->count) {
            to_chunk(place + 1);
        }
    }
    [[nodiscard]] const void* item() const { return chunk->items[offset].get(); }

    const SharedSpine& spine;
    std::size_t place = 0;
    const SharedChunk* chunk = nullptr;
    std::size_t offset = 0;
};

} // namespace

void SharedChunk::add(SharedItem item) {
    items[count++] = std::move(item);
}

std::shared_ptr<SharedChunk> SharedChunk::only(std::uint64_t bits) const {
    auto some = std::make_shared<SharedChunk>();
    for (std::size_t i = 0; i < count; ++i) {
        if ((bits >> i & 1U) != 0) {
            some->add(items[i]);
        }
    }
    return some;
}

void SharedSpine::append(SharedItem item) {
    if (chunks.empty() || chunks.back()->count == kSharedChunkSize) {
        chunks.push_back(std::make_shared<SharedChunk>());
    } else if (chunks.back().use_count() != 1) {
        chunks.back() = std::make_shared<SharedChunk>(*chunks.back());
    }
    chunks.back()->add(std::move(item));
}

void SharedSpine::note_appended() {
    ++size;
    if (!starts.empty()) {
        starts.resize(chunks.size() + 1, static_cast<std::uint32_t>(size - 1));
        starts.back() = static_cast<std::uint32_t>(size);
        if (near.size() * kSharedChunkSize < size) {
            near.push_back(static_cast<std::uint32_t>(chunks.size() - 1));
        }
    }
}

void SharedSpine::finish() {
    join_small();
    release_room();
    index_chunks();
}

SharedSpine::Place SharedSpine::searched_place(std::size_t index) const {
    std::size_t at = near[index / kSharedChunkSize];
    while (starts[at + 1] <= index) {
        ++at;
    }
    return {at, index - starts[at]};
}

void SharedSpine::join_small() {
    std::size_t kept = 0;
    for (std::size_t at = 1; at < chunks.size(); ++at) {
        const SharedChunk& next = *chunks[at];
        if (chunks[kept]->count + next.count > kJoinedSize) {
            ++kept;
            if (kept != at) {
                chunks[kept] = std::move(chunks[at]);
            }
            continue;
        }
        auto joined = std::make_shared<SharedChunk>(*chunks[kept]);
        for (std::size_t i = 0; i < next.count; ++i) {
            joined->add(next.items[i]);
        }
        chunks[kept] = std::move(joined);
    }
    chunks.resize(std::min(chunks.size(), kept + 1));
}

// What std::vector::shrink_to_fit would do if it did anything without exceptions.
void SharedSpine::release_room() {
    if (chunks.capacity() > chunks.size()) {
        chunks = std::vector<ChunkPtr>(std::make_move_iterator(chunks.begin()),
                                       std::make_move_iterator(chunks.end()));
    }
}

void SharedSpine::index_chunks() {
    size = 0;
    starts.clear();
    near.clear();
    bool has_room = false;
    for (const ChunkPtr& chunk : chunks) {
        has_room = has_room || size % kSharedChunkSize != 0;
        size += chunk->count;
    }
    if (!has_room) {
        return;
    }
    starts.reserve(chunks.size() + 1);
    near.reserve(size / kSharedChunkSize + 1);
    std::uint32_t start = 0;
    for (std::uint32_t at = 0; at < chunks.size(); ++at) {
        starts.push_back(start);
        start += chunks[at]->count;
        while (near.size() * kSharedChunkSize < start) {
            near.push_back(at);
        }
    }
    starts.push_back(start);
}

bool same_items(const SharedSpine& one, const SharedSpine& other,
                bool (*equal)(const void*, const void*)) {
    Walk ours(one);
    Walk theirs(other);
    while (ours.chunk != nullptr && theirs.chunk != nullptr) {
        if (ours.offset == 0 && theirs.offset == 0 && ours.chunk == theirs.chunk) {
            ours.to_chunk(ours.place + 1);
            theirs.to_chunk(theirs.place + 1);
            continue;
        }
        if (ours.item() != theirs.item() && !equal(ours.item(), theirs.item())) {
            return false;
        }
        ours.next();
        theirs.next();
    }
    return true;
}

std::size_t bytes_beside(const SharedSpine& spine, const SharedSpine* before,
                         void (*new_item)(void* visit, const void* item), void* visit) {
    std::size_t bytes = kControlBytes + sizeof(SharedSpine) +
                        spine.chunks.capacity() * sizeof(SharedSpine::ChunkPtr) +
                        (spine.starts.capacity() + spine.near.capacity()) * sizeof(std::uint32_t);
    const Addresses old_chunks = chunk_addresses(before);
    Addresses old_items;
    bool has_old_items = false;
    for (const SharedSpine::ChunkPtr& chunk : spine.chunks) {
        if (is_in(old_chunks, chunk.get())) {
            continue;
        }
        if (!has_old_items) {
            old_items = item_addresses_beside(before, spine);
            has_old_items = true;
        }
        bytes += kControlBytes + sizeof(SharedChunk);
        for (std::size_t i = 0; i < chunk->count; ++i) {
            if (!is_in(old_items, chunk->items[i].get())) {
                new_item(visit, chunk->items[i].get());
            }
        }
    }
    return bytes;
}

} // namespace vekha
