// What all SharedLists have in common, whatever their items are: chunks of pointers and the spine
// that holds them. For core/base/shared_list.hpp only; in one place, since there is a list for each
// kind of thing in a plan.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace vekha {

// How many items of a list are copied when one of them changes.
inline constexpr std::size_t kSharedChunkSize = 64; // no more than a word has bits

using SharedItem = std::shared_ptr<const void>;

struct SharedChunk {
    std::array<SharedItem, kSharedChunkSize> items;
    std::uint32_t count = 0;

    void add(SharedItem item);
    // Those whose bit is set.
    [[nodiscard]] std::shared_ptr<SharedChunk> only(std::uint64_t bits) const;
};

struct SharedSpine {
    using ChunkPtr = std::shared_ptr<SharedChunk>;
    struct Place {
        std::size_t chunk = 0;
        std::size_t offset = 0;
    };

    std::size_t size = 0;
    std::vector<ChunkPtr> chunks;
    // Both empty while all chunks but the last are full.
    std::vector<std::uint32_t> starts; // index of the first item of each chunk, and size
    std::vector<std::uint32_t> near;   // for every 64th item: its chunk

    // Into the last chunk when nobody shares it and it has room.
    void append(SharedItem item);
    void note_appended();
    // After chunks were put together: small neighbours become one, and the tables are made.
    void finish();
    [[nodiscard]] Place place_of(std::size_t index) const {
        return starts.empty() ? Place{index / kSharedChunkSize, index % kSharedChunkSize}
                              : searched_place(index);
    }

private:
    [[nodiscard]] Place searched_place(std::size_t index) const;
    void join_small();
    void release_room();
    void index_chunks();
};

// Of spines of one size.
[[nodiscard]] bool same_items(const SharedSpine& one, const SharedSpine& other,
                              bool (*equal)(const void*, const void*));
// See SharedList::bytes_beside. `before`: null for an empty list.
[[nodiscard]] std::size_t bytes_beside(const SharedSpine& spine, const SharedSpine* before,
                                       void (*new_item)(void* visit, const void* item),
                                       void* visit);

} // namespace vekha
