// SharedList<T>: a list whose copies share their items, so that a document is a cheap value.
// Items stand in chunks of 64 pointers to constant items. A copy costs one pointer per chunk;
// changing one item makes one new item, one new chunk and one new spine: 100 000 items keep a copy
// at 25 kB. Items are never changed in place; equality by pointer tells what two revisions share.
#pragma once

#include <array>
#include <cassert>
#include <cstddef>
#include <iterator>
#include <memory>
#include <utility>
#include <vector>

namespace vekha {

// How many items of a list are copied when one of them changes.
inline constexpr std::size_t kSharedChunkSize = 64;

template <class T>
class SharedList {
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
        Iterator(const SharedList* list, std::size_t index) : m_list(list), m_index(index) {}
        reference operator*() const { return (*m_list)[m_index]; }
        pointer operator->() const { return &(*m_list)[m_index]; }
        Iterator& operator++() {
            ++m_index;
            return *this;
        }
        Iterator operator++(int) {
            Iterator before = *this;
            ++m_index;
            return before;
        }
        bool operator==(const Iterator& other) const { return m_index == other.m_index; }

    private:
        const SharedList* m_list = nullptr;
        std::size_t m_index = 0;
    };

    SharedList() = default;
    explicit SharedList(std::vector<T>&& items) {
        for (T& item : items) {
            push_back(std::move(item));
        }
    }

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const T& operator[](std::size_t index) const { return *pointer(index); }
    [[nodiscard]] const ItemPtr& pointer(std::size_t index) const {
        assert(index < m_size);
        return m_chunks[index / kSharedChunkSize]->items[index % kSharedChunkSize];
    }
    [[nodiscard]] Iterator begin() const { return {this, 0}; }
    [[nodiscard]] Iterator end() const { return {this, m_size}; }

    // Appending while a list is built: the last chunk is changed in place when nobody shares it.
    void push_back(T item) { share(std::make_shared<const T>(std::move(item))); }

    // The same list with one item replaced.
    [[nodiscard]] SharedList with(std::size_t index, T item) const {
        assert(index < m_size);
        SharedList changed = *this;
        auto chunk = std::make_shared<Chunk>(*m_chunks[index / kSharedChunkSize]);
        chunk->items[index % kSharedChunkSize] = std::make_shared<const T>(std::move(item));
        changed.m_chunks[index / kSharedChunkSize] = std::move(chunk);
        return changed;
    }

    // The same list with one more item before the one at `index`, or at the end. In O(size), like
    // all that moves items, but the items themselves stay shared.
    [[nodiscard]] SharedList with_inserted(std::size_t index, T item) const {
        assert(index <= m_size);
        SharedList changed;
        changed.m_chunks.reserve(m_size / kSharedChunkSize + 1);
        for (std::size_t i = 0; i < index; ++i) {
            changed.share(pointer(i));
        }
        changed.share(std::make_shared<const T>(std::move(item)));
        for (std::size_t i = index; i < m_size; ++i) {
            changed.share(pointer(i));
        }
        return changed;
    }

    // Those for which `keeps(item)` holds; the same list when that is all of them.
    template <class Predicate>
    [[nodiscard]] SharedList filtered(Predicate keeps) const {
        SharedList changed;
        for (std::size_t i = 0; i < m_size; ++i) {
            if (keeps((*this)[i])) {
                changed.share(pointer(i));
            }
        }
        return changed.m_size == m_size ? *this : changed;
    }

    // The items in the order of these places, each of which is less than size().
    template <class Places>
    [[nodiscard]] SharedList picked(const Places& places) const {
        SharedList changed;
        for (const auto place : places) {
            changed.share(pointer(place));
        }
        return changed;
    }

    [[nodiscard]] bool shares_items_with(const SharedList& other) const {
        return m_size == other.m_size && m_chunks == other.m_chunks;
    }

    bool operator==(const SharedList& other) const {
        if (m_size != other.m_size) {
            return false;
        }
        for (std::size_t i = 0; i < m_size; ++i) {
            if (pointer(i) != other.pointer(i) && !((*this)[i] == other[i])) {
                return false;
            }
        }
        return true;
    }

private:
    struct Chunk {
        std::array<ItemPtr, kSharedChunkSize> items;
    };

    void share(ItemPtr item) {
        if (m_size % kSharedChunkSize == 0) {
            m_chunks.push_back(std::make_shared<Chunk>());
        } else if (m_chunks.back().use_count() != 1) {
            m_chunks.back() = std::make_shared<Chunk>(*m_chunks.back());
        }
        m_chunks.back()->items[m_size % kSharedChunkSize] = std::move(item);
        ++m_size;
    }

    std::vector<std::shared_ptr<Chunk>> m_chunks;
    std::size_t m_size = 0;
};

} // namespace vekha
