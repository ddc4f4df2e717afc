// One description of every object of the file, used by reader and writer alike: a table of fields
// in the order of the file. Thin templates name the members of the model; the work is done without
// types below.
#pragma once

#include "core/base/shared_list.hpp"
#include "core/base/shared_spine.hpp"
#include "core/base/unknown_members.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace vekha {

enum class Presence : std::uint8_t {
    Required,      // missing: an error
    AlwaysWritten, // missing: the default is taken and reported
    Optional,      // not written while it holds the default
};

struct Field {
    std::string_view name;
    const ValueType* type;
    // The value in its object, or null when the object has no place for it now (a report that is
    // not there).
    void* (*at)(void* entity);
    Presence presence;
};

namespace detail {

template <class Owner, class T>
Owner owner_of(T Owner::*);

template <auto First, auto... Rest>
auto& member_at(auto& owner) {
    if constexpr (sizeof...(Rest) == 0) {
        return owner.*First;
    } else {
        return member_at<Rest...>(owner.*First);
    }
}

template <auto First, auto... Rest>
void* address_of_member(void* entity) {
    using Owner = decltype(owner_of(First));
    return &member_at<First, Rest...>(*static_cast<Owner*>(entity));
}

} // namespace detail

// field<&Measure::title>("title", kLongText, Presence::Required); a path of members for nested
// structs.
template <auto First, auto... Rest, class T>
constexpr Field field(std::string_view name, const ValueTypeOf<T>& type, Presence presence) {
    using Owner = decltype(detail::owner_of(First));
    using Member = std::remove_reference_t<decltype(detail::member_at<First, Rest...>(
        std::declval<Owner&>()))>;
    static_assert(std::is_same_v<Member, T>, "the type of the file is not the type of the member");
    return {name, &type, &detail::address_of_member<First, Rest...>, presence};
}

struct EntityShape {
    std::span<const Field> fields; // at most 64
    UnknownMembers* (*unknown)(void* entity);
    const void* (*initial)(); // an entity whose fields hold their defaults
    // Makes room for fields that are not always there; may be null.
    void (*prepare)(ReadContext& context, NodeIndex node, void* entity) = nullptr;
    // Rules between the members; may be null.
    void (*check)(ReadContext& context, NodeIndex node) = nullptr;
};

// False when the node is no object; that has then been reported.
[[nodiscard]] bool read_entity(ReadContext& context, NodeIndex node, void* entity,
                               const EntityShape& shape);
void write_entity(JsonWriter& writer, const void* entity, const EntityShape& shape);

template <class T>
[[nodiscard]] const void* default_entity() {
    static const T kEntity{};
    return &kEntity;
}

template <class T>
class EntityType final : public ValueTypeOf<T> {
public:
    constexpr explicit EntityType(std::span<const Field> fields) : m_shape(shape_of(fields)) {}
    constexpr EntityType(std::span<const Field> fields,
                         void (*check)(ReadContext& context, NodeIndex node))
        : m_shape(shape_of(fields)) {
        m_shape.check = check;
    }
    constexpr EntityType(std::span<const Field> fields, const void* (*initial)(),
                         void (*prepare)(ReadContext& context, NodeIndex node, void* entity))
        : m_shape(shape_of(fields)) {
        m_shape.initial = initial;
        m_shape.prepare = prepare;
    }

    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override {
        return read_entity(context, node, target, m_shape) ? Taken::AsWritten : Taken::Replaced;
    }
    void write(JsonWriter& writer, const void* value) const override {
        write_entity(writer, value, m_shape);
    }

private:
    static constexpr EntityShape shape_of(std::span<const Field> fields) {
        return {fields, [](void* entity) { return &static_cast<T*>(entity)->unknown; },
                &default_entity<T>};
    }

    EntityShape m_shape;
};

// An object that may be missing.
template <class T>
class OptionalEntityType final : public ValueTypeOf<std::optional<T>> {
public:
    constexpr explicit OptionalEntityType(const EntityType<T>& inner) : m_inner(&inner) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override {
        return m_inner->read(context, node, &static_cast<std::optional<T>*>(target)->emplace());
    }
    void write(JsonWriter& writer, const void* value) const override {
        const auto& there = *static_cast<const std::optional<T>*>(value);
        assert(there.has_value());
        m_inner->write(writer, &*there);
    }

private:
    const EntityType<T>* m_inner;
};

// Calls add_item() for each item of an array.
[[nodiscard]] Taken
read_list(ReadContext& context, NodeIndex node, const ValueType& item, void* list,
          void (*add_item)(ReadContext& context, NodeIndex at, const ValueType& type, void* list));
// The items of a list, each of `size` bytes, one behind the other; or a list in chunks, each of
// which is a part of the text.
void write_list(JsonWriter& writer, const ValueType& item, const void* first, std::size_t count,
                std::size_t size);
void write_list(JsonWriter& writer, const ValueType& item,
                std::span<const SharedSpine::ChunkPtr> chunks);

// A list of objects: std::vector<T> or SharedList<T>.
template <class List, class T>
class EntityListType final : public ValueTypeOf<List> {
public:
    constexpr explicit EntityListType(const EntityType<T>& item) : m_item(&item) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override {
        return read_list(context, node, *m_item, target,
                         [](ReadContext& items, NodeIndex at, const ValueType& type, void* list) {
                             T item{};
                             if (items.takes(type, at, &item)) {
                                 static_cast<List*>(list)->push_back(std::move(item));
                             }
                         });
    }
    void write(JsonWriter& writer, const void* value) const override {
        const List& list = *static_cast<const List*>(value);
        if constexpr (std::is_same_v<List, SharedList<T>>) {
            write_list(writer, *m_item, list.chunks());
        } else {
            write_list(writer, *m_item, list.data(), list.size(), sizeof(T));
        }
    }

private:
    const EntityType<T>* m_item;
};

template <class T>
using VectorType = EntityListType<std::vector<T>, T>;
template <class T>
using SharedListType = EntityListType<SharedList<T>, T>;

} // namespace vekha
