// SharedList<T>: a list whose copies share their items, so that a document is a cheap value.
// Items stand in chunks of up to 64 pointers to constant items, the chunks in a spine. A copy costs
// one pointer; to change, put in or take out one item makes one new chunk (two when a full one is
// split) and a new spine: of 100 000 items 27 kB. A list that was built or read has full chunks,
// and an index is found by a division; where chunks have room, two small tables lead to it.
// Items are never changed in place; equality by pointer tells what two revisions share.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <iterator>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

namespace vekha {

// How many items of a list are copied when one of them changes.
inline constexpr std::size_t kSharedChunkSize = 64; // no more than a word has bits

template <class T>
class SharedList {
    struct Chunk;
    using ChunkPtr = std::shared_ptr<Chunk>;
    struct Place {
        std::size_t chunk = 0;
        std::size_t offset = 0;
    };

public:
    using ItemPtr = std::shared_ptr<const T>;

    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;
        using pointer = const T*;
        using reference = const T&;

        Iterator() = default;
        reference operator*() const { return *item(); }
        pointer operator->() const { return item().get(); }
        Iterator& operator++() {
            ++m_index;
            if (++m_offset == m_chunk->count) {
                to_chunk(m_place + 1);
            }
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++*this;
            return before;
        }
        bool operator==(const Iterator& other) const { return m_index == other.m_index; }

    private:
        friend class SharedList;
        Iterator(const SharedList* list, std::size_t index) : m_list(list), m_index(index) {
            if (index < list->size()) {
                const Place place = list->place_of(index);
                to_chunk(place.chunk);
                m_offset = place.offset;
            }
        }
        void to_chunk(std::size_t place) {
            const std::vector<ChunkPtr>& chunks = m_list->m_spine->chunks;
            m_place = place;
            m_chunk = place < chunks.size() ? chunks[place].get() : nullptr;
            m_offset = 0;
        }
        [[nodiscard]] const ItemPtr& item() const { return m_chunk->items[m_offset]; }
        // Both stand on the first item of a chunk that both lists share.
        [[nodiscard]] bool is_at_chunk_of(const Iterator& other) const {
            return m_offset == 0 && other.m_offset == 0 && m_chunk == other.m_chunk;
        }
        void skip_chunk() {
            m_index += m_chunk->count;
            to_chunk(m_place + 1);
        }

        const SharedList* m_list = nullptr;
        std::size_t m_index = 0; // which alone tells two apart; the others are where it is found
        std::size_t m_place = 0;
        const Chunk* m_chunk = nullptr;
        std::size_t m_offset = 0;
    };

    SharedList() = default;
    explicit SharedList(std::vector<T>&& items) {
        for (T& item : items) {
            push_back(std::move(item));
        }
    }

    [[nodiscard]] std::size_t size() const { return m_spine == nullptr ? 0 : m_spine->size; }
    [[nodiscard]] bool empty() const { return size() == 0; }
    [[nodiscard]] const T& operator[](std::size_t index) const { return *pointer(index); }
    [[nodiscard]] const ItemPtr& pointer(std::size_t index) const {
        const Place place = place_of(index);
        return m_spine->chunks[place.chunk]->items[place.offset];
    }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, size()}; }

    // Appending while a list is built: what nobody shares is changed in place.
    void push_back(T item) {
        if (m_spine == nullptr) {
            m_spine = std::make_shared<Spine>();
        } else if (m_spine.use_count() != 1) {
            m_spine = std::make_shared<Spine>(*m_spine);
        }
        m_spine->append(std::make_shared<const T>(std::move(item)));
        m_spine->note_appended();
    }

    // The same list with one item replaced.
    [[nodiscard]] SharedList with(std::size_t index, T item) const {
        const Place place = place_of(index);
        auto spine = std::make_shared<Spine>(*m_spine);
        auto chunk = std::make_shared<Chunk>(*spine->chunks[place.chunk]);
        chunk->items[place.offset] = std::make_shared<const T>(std::move(item));
        spine->chunks[place.chunk] = std::move(chunk);
        return SharedList(std::move(spine));
    }

    // The same list with one more item before the one at `index`, or at the end.
    [[nodiscard]] SharedList with_inserted(std::size_t index, T item) const {
        assert(index <= size());
        if (index == size()) {
            SharedList changed = *this;
            changed.push_back(std::move(item));
            return changed;
        }
        const Place place = place_of(index);
        const auto added = std::make_shared<const T>(std::move(item));
        const Chunk& old = *m_spine->chunks[place.chunk];
        const std::size_t half = old.count < kSharedChunkSize ? old.count : kSharedChunkSize / 2;
        auto left = std::make_shared<Chunk>();
        auto right = std::make_shared<Chunk>();
        for (std::size_t i = 0; i < old.count; ++i) {
            Chunk& to = i < half ? *left : *right;
            if (i == place.offset) {
                to.add(added);
            }
            to.add(old.items[i]);
        }
        auto spine = std::make_shared<Spine>(*m_spine);
        const auto at = spine->chunks.begin() + static_cast<std::ptrdiff_t>(place.chunk);
        *at = std::move(left);
        if (right->count > 0) {
            spine->chunks.insert(at + 1, std::move(right));
        }
        return finished(std::move(spine));
    }

    // Those for which `keeps(item)` holds; the same list when that is all of them.
    template <class Predicate>
    [[nodiscard]] SharedList filtered(Predicate keeps) const {
        auto spine = std::make_shared<Spine>();
        std::size_t kept = 0;
        for (std::size_t at = 0; m_spine != nullptr && at < m_spine->chunks.size(); ++at) {
            const ChunkPtr& chunk = m_spine->chunks[at];
            std::uint64_t stays = 0; // a bit for each item
            for (std::size_t i = 0; i < chunk->count; ++i) {
                stays |= std::uint64_t{keeps(*chunk->items[i]) ? 1U : 0U} << i;
            }
            const auto count = static_cast<std::size_t>(std::popcount(stays));
            kept += count;
            if (count == chunk->count) {
                spine->chunks.push_back(chunk);
            } else if (count > 0) {
                spine->chunks.push_back(chunk->only(stays));
            }
        }
        return kept == size() ? *this : finished(std::move(spine));
    }

    // The same list with each item replaced for which `change(item)` gives a std::optional<T> with
    // a value; the same list when it never does.
    template <class Change>
    [[nodiscard]] SharedList replaced(Change change) const {
        std::shared_ptr<Spine> spine;
        for (std::size_t at = 0; m_spine != nullptr && at < m_spine->chunks.size(); ++at) {
            const ChunkPtr& old = m_spine->chunks[at];
            ChunkPtr chunk;
            for (std::size_t i = 0; i < old->count; ++i) {
                if (std::optional<T> item = change(*old->items[i])) {
                    chunk = chunk == nullptr ? std::make_shared<Chunk>(*old) : std::move(chunk);
                    chunk->items[i] = std::make_shared<const T>(*std::move(item));
                }
            }
            if (chunk != nullptr) {
                spine = spine == nullptr ? std::make_shared<Spine>(*m_spine) : std::move(spine);
                spine->chunks[at] = std::move(chunk);
            }
        }
        return spine == nullptr ? *this : SharedList(std::move(spine));
    }

    // The items in the order of these places (a vector or the like), each of which is less than
    // size(). Chunks that stay whole stay shared.
    template <class Places>
    [[nodiscard]] SharedList picked(const Places& places) const {
        auto spine = std::make_shared<Spine>();
        for (std::size_t i = 0; i < places.size();) {
            const Place place = place_of(places[i]);
            const ChunkPtr& chunk = m_spine->chunks[place.chunk];
            std::size_t in_line = 0;
            while (place.offset == 0 && in_line < chunk->count && i + in_line < places.size() &&
                   places[i + in_line] == places[i] + in_line) {
                ++in_line;
            }
            if (in_line == chunk->count) {
                spine->chunks.push_back(chunk);
                i += in_line;
            } else {
                spine->append(chunk->items[place.offset]);
                ++i;
            }
        }
        return finished(std::move(spine));
    }

    [[nodiscard]] bool shares_items_with(const SharedList& other) const {
        return size() == other.size() &&
               (empty() || m_spine == other.m_spine || m_spine->chunks == other.m_spine->chunks);
    }

    bool operator==(const SharedList& other) const {
        if (size() != other.size()) {
            return false;
        }
        if (m_spine == other.m_spine) {
            return true;
        }
        Iterator theirs = other.begin();
        for (Iterator ours = begin(); ours != end();) {
            if (ours.is_at_chunk_of(theirs)) {
                ours.skip_chunk();
                theirs.skip_chunk();
                continue;
            }
            if (ours.item() != theirs.item() && !(*ours == *theirs)) {
                return false;
            }
            ++ours;
            ++theirs;
        }
        return true;
    }

    // How many bytes of spine and chunks this list has that `before` does not share; calls
    // new_item(item) for each item that `before` does not have.
    template <class Visit>
    [[nodiscard]] std::size_t bytes_beside(const SharedList& before, Visit new_item) const {
        if (empty() || m_spine == before.m_spine) {
            return 0;
        }
        std::size_t bytes =
            kControlBytes + sizeof(Spine) + m_spine->chunks.capacity() * sizeof(ChunkPtr) +
            (m_spine->starts.capacity() + m_spine->near.capacity()) * sizeof(std::uint32_t);
        const std::vector<const void*> old_chunks = before.chunk_addresses();
        std::vector<const void*> old_items;
        bool has_old_items = false;
        const auto is_in = [](const std::vector<const void*>& sorted, const void* address) {
            return std::binary_search(sorted.begin(), sorted.end(), address, std::less<>());
        };
        for (const ChunkPtr& chunk : m_spine->chunks) {
            if (is_in(old_chunks, chunk.get())) {
                continue;
            }
            if (!has_old_items) {
                old_items = before.item_addresses_beside(*this);
                has_old_items = true;
            }
            bytes += kControlBytes + sizeof(Chunk);
            for (std::size_t i = 0; i < chunk->count; ++i) {
                if (!is_in(old_items, chunk->items[i].get())) {
                    new_item(*chunk->items[i]);
                }
            }
        }
        return bytes;
    }

private:
    static constexpr std::size_t kControlBytes = 32; // what std::make_shared adds, and the heap
    // Two neighbours of no more than so many items become one chunk, so that the tables stay short
    // and the way from them too.
    static constexpr std::size_t kJoinedSize = kSharedChunkSize / 2;

    struct Chunk {
        std::array<ItemPtr, kSharedChunkSize> items;
        std::uint32_t count = 0;

        void add(ItemPtr item) { items[count++] = std::move(item); }
        // Those whose bit is set.
        [[nodiscard]] std::shared_ptr<Chunk> only(std::uint64_t bits) const {
            auto some = std::make_shared<Chunk>();
            for (std::size_t i = 0; i < count; ++i) {
                if ((bits >> i & 1U) != 0) {
                    some->add(items[i]);
                }
            }
            return some;
        }
    };

    struct Spine {
        std::size_t size = 0;
        std::vector<ChunkPtr> chunks;
        // Both empty while all chunks but the last are full.
        std::vector<std::uint32_t> starts; // index of the first item of each chunk, and size
        std::vector<std::uint32_t> near;   // for every 64th item: its chunk

        // Into the last chunk when nobody shares it and it has room.
        void append(ItemPtr item) {
            if (chunks.empty() || chunks.back()->count == kSharedChunkSize) {
                chunks.push_back(std::make_shared<Chunk>());
            } else if (chunks.back().use_count() != 1) {
                chunks.back() = std::make_shared<Chunk>(*chunks.back());
            }
            chunks.back()->add(std::move(item));
        }
        void note_appended() {
            ++size;
            if (!starts.empty()) {
                starts.resize(chunks.size() + 1, static_cast<std::uint32_t>(size - 1));
                starts.back() = static_cast<std::uint32_t>(size);
                if (near.size() * kSharedChunkSize < size) {
                    near.push_back(static_cast<std::uint32_t>(chunks.size() - 1));
                }
            }
        }
        void join_small() {
            std::size_t kept = 0;
            for (std::size_t at = 1; at < chunks.size(); ++at) {
                const Chunk& next = *chunks[at];
                if (chunks[kept]->count + next.count > kJoinedSize) {
                    ++kept;
                    if (kept != at) {
                        chunks[kept] = std::move(chunks[at]);
                    }
                    continue;
                }
                auto joined = std::make_shared<Chunk>(*chunks[kept]);
                for (std::size_t i = 0; i < next.count; ++i) {
                    joined->add(next.items[i]);
                }
                chunks[kept] = std::move(joined);
            }
            chunks.resize(std::min(chunks.size(), kept + 1));
        }
        // What std::vector::shrink_to_fit would do if it did anything without exceptions.
        void release_room() {
            if (chunks.capacity() > chunks.size()) {
                chunks = std::vector<ChunkPtr>(std::make_move_iterator(chunks.begin()),
                                               std::make_move_iterator(chunks.end()));
            }
        }
        void index_chunks() {
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
    };

    explicit SharedList(std::shared_ptr<Spine> spine) : m_spine(std::move(spine)) {}

    static SharedList finished(std::shared_ptr<Spine> spine) {
        spine->join_small();
        spine->release_room();
        spine->index_chunks();
        return spine->size == 0 ? SharedList() : SharedList(std::move(spine));
    }

    [[nodiscard]] Place place_of(std::size_t index) const {
        assert(index < size());
        const Spine& spine = *m_spine;
        if (spine.starts.empty()) {
            return {index / kSharedChunkSize, index % kSharedChunkSize};
        }
        std::size_t at = spine.near[index / kSharedChunkSize];
        while (spine.starts[at + 1] <= index) {
            ++at;
        }
        return {at, index - spine.starts[at]};
    }

    [[nodiscard]] std::vector<const void*> chunk_addresses() const {
        std::vector<const void*> addresses;
        for (std::size_t at = 0; m_spine != nullptr && at < m_spine->chunks.size(); ++at) {
            addresses.push_back(m_spine->chunks[at].get());
        }
        std::sort(addresses.begin(), addresses.end(), std::less<>());
        return addresses;
    }
    // The items of the chunks that the other list does not have.
    [[nodiscard]] std::vector<const void*> item_addresses_beside(const SharedList& other) const {
        const std::vector<const void*> theirs = other.chunk_addresses();
        std::vector<const void*> addresses;
        for (std::size_t at = 0; m_spine != nullptr && at < m_spine->chunks.size(); ++at) {
            const Chunk& chunk = *m_spine->chunks[at];
            if (!std::binary_search(theirs.begin(), theirs.end(), static_cast<const void*>(&chunk),
                                    std::less<>())) {
                for (std::size_t i = 0; i < chunk.count; ++i) {
                    addresses.push_back(chunk.items[i].get());
                }
            }
        }
        std::sort(addresses.begin(), addresses.end(), std::less<>());
        return addresses;
    }

    std::shared_ptr<Spine> m_spine; // none: empty
};

} // namespace vekha
