// SharedList<T>: a list whose copies share their items, so that a document is a cheap value.
// Items stand in chunks of up to 64 pointers to constant items, the chunks in a spine. A copy costs
// one pointer; to change, put in or take out one item makes one new chunk (two when a full one is
// split) and a new spine: of 100 000 items 27 kB. A list that was built or read has full chunks,
// and an index is found by a division; where chunks have room, two small tables lead to it.
// Items are never changed in place; equality by pointer tells what two revisions share.
#pragma once

#include "core/base/shared_spine.hpp"

#include <bit>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace vekha {

template <class T>
class SharedList {
    using Chunk = SharedChunk;
    using ChunkPtr = SharedSpine::ChunkPtr;
    using Spine = SharedSpine;
    using Place = SharedSpine::Place;

public:
    class Iterator {
    public:
        using value_type = T;
        using difference_type = std::ptrdiff_t;
        using iterator_category = std::forward_iterator_tag;
        using pointer = const T*;
        using reference = const T&;

        Iterator() = default;
        reference operator*() const { return typed(m_chunk->items[m_offset]); }
        pointer operator->() const { return &**this; }
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
    // Two lists that share an item have it at one address.
    [[nodiscard]] const T* pointer(std::size_t index) const {
        const Place place = place_of(index);
        return &typed(m_spine->chunks[place.chunk]->items[place.offset]);
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

    // The same list with more items before the one at `index`, or at the end.
    [[nodiscard]] SharedList with_inserted(std::size_t index, std::vector<T>&& items) const {
        assert(index <= size());
        if (items.empty()) {
            return *this;
        }
        auto spine = std::make_shared<Spine>();
        const std::size_t all = m_spine == nullptr ? 0 : m_spine->chunks.size();
        const Place place = index < size() ? place_of(index) : Place{all, 0};
        const auto share = [&](std::size_t from, std::size_t to) {
            for (; from < to; ++from) {
                spine->chunks.push_back(m_spine->chunks[from]);
            }
        };
        share(0, place.chunk);
        spine->chunks.push_back(std::make_shared<Chunk>());
        const auto append_old = [&](std::size_t from, std::size_t to) {
            for (; from < to; ++from) {
                spine->append(m_spine->chunks[place.chunk]->items[from]);
            }
        };
        append_old(0, place.offset);
        for (T& item : items) {
            spine->append(std::make_shared<const T>(std::move(item)));
        }
        if (place.chunk < all) {
            append_old(place.offset, m_spine->chunks[place.chunk]->count);
            share(place.chunk + 1, all);
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
                stays |= std::uint64_t{keeps(typed(chunk->items[i])) ? 1U : 0U} << i;
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
                if (std::optional<T> item = change(typed(old->items[i]))) {
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

    // What two revisions share of it, in the order of the items; none is empty.
    [[nodiscard]] std::span<const ChunkPtr> chunks() const {
        return m_spine == nullptr ? std::span<const ChunkPtr>() : m_spine->chunks;
    }
    [[nodiscard]] bool shares_items_with(const SharedList& other) const {
        return size() == other.size() &&
               (empty() || m_spine == other.m_spine || m_spine->chunks == other.m_spine->chunks);
    }

    bool operator==(const SharedList& other) const {
        return size() == other.size() &&
               (empty() || m_spine == other.m_spine ||
                same_items(*m_spine, *other.m_spine, [](const void* one, const void* two) {
                    return typed(one) == typed(two);
                }));
    }

    // How many bytes of spine and chunks this list has that `before` does not share; calls
    // new_item(item) for each item that `before` does not have.
    template <class Visit>
    [[nodiscard]] std::size_t bytes_beside(const SharedList& before, Visit new_item) const {
        if (empty() || m_spine == before.m_spine) {
            return 0;
        }
        return vekha::bytes_beside(
            *m_spine, before.m_spine.get(),
            [](void* visit, const void* item) { (*static_cast<Visit*>(visit))(typed(item)); },
            &new_item);
    }

private:
    explicit SharedList(std::shared_ptr<Spine> spine) : m_spine(std::move(spine)) {}

    static SharedList finished(std::shared_ptr<Spine> spine) {
        spine->finish();
        return spine->size == 0 ? SharedList() : SharedList(std::move(spine));
    }

    [[nodiscard]] Place place_of(std::size_t index) const {
        assert(index < size());
        return m_spine->place_of(index);
    }
    [[nodiscard]] static const T& typed(const void* item) { return *static_cast<const T*>(item); }
    [[nodiscard]] static const T& typed(const SharedItem& item) { return typed(item.get()); }

    std::shared_ptr<Spine> m_spine; // none: empty
};

} // namespace vekha
