// The types of plain values: texts, ids, numbers, dates, enums, and lists and optionals of them.
// What each accepts is said in FORMAT.md; a value outside is replaced by the default and reported.
#pragma once

#include "core/base/id.hpp"
#include "core/calendar/date.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {

// Text of at most so many code points.
class TextType final : public PlainTypeOf<std::string> {
public:
    constexpr explicit TextType(std::size_t limit) : m_limit(limit) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override;
    void write(JsonWriter& writer, const void* value) const override;

private:
    std::size_t m_limit;
};

enum class IdRole : std::uint8_t {
    Definition,        // the id of the thing itself
    Reference,         // must be there and name something of the plan
    OptionalReference, // may be missing or empty: none
    History,           // names something that the plan may no longer have
    Lineage,           // is compared with other files only; may be missing
};

// The text of an Id. Only optional ones may be empty; an id that must be there and is empty or too
// long is an error, because nothing can take its place.
class IdType final : public PlainTypeOf<std::string> {
public:
    constexpr IdType(IdKind kind, IdRole role) : m_kind(kind), m_role(role) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override;
    void write(JsonWriter& writer, const void* value) const override;

private:
    IdKind m_kind;
    IdRole m_role;
};

class BooleanType final : public PlainTypeOf<bool> {
public:
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override;
    void write(JsonWriter& writer, const void* value) const override;
};

// A whole number, however it is spelled: 5, 5.0, 50e-1.
class IntegerType final : public PlainTypeOf<int> {
public:
    constexpr IntegerType(int min, int max) : m_min(min), m_max(max) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override;
    void write(JsonWriter& writer, const void* value) const override;

private:
    int m_min;
    int m_max;
};

class NumberType final : public PlainTypeOf<double> {
public:
    constexpr NumberType() = default;
    constexpr NumberType(double min, double max) : m_min(min), m_max(max) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override;
    void write(JsonWriter& writer, const void* value) const override;

private:
    double m_min = std::numeric_limits<double>::lowest();
    double m_max = std::numeric_limits<double>::max();
};

class DateType final : public PlainTypeOf<Date> {
public:
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override;
    void write(JsonWriter& writer, const void* value) const override;
};

// The place of the word in `names`; none when the value was replaced.
[[nodiscard]] std::optional<std::uint8_t> read_enumerator(ReadContext& context, NodeIndex node,
                                                          std::span<const std::string_view> names);

// E has the values 0, 1, 2 … in the order of the names.
template <class E>
class EnumType final : public PlainTypeOf<E> {
public:
    constexpr explicit EnumType(std::span<const std::string_view> names) : m_names(names) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override {
        const auto place = read_enumerator(context, node, m_names);
        if (!place) {
            return Taken::Replaced;
        }
        *static_cast<E*>(target) = static_cast<E>(*place);
        return Taken::AsWritten;
    }
    void write(JsonWriter& writer, const void* value) const override {
        writer.text(m_names[static_cast<std::size_t>(*static_cast<const E*>(value))]);
    }

private:
    std::span<const std::string_view> m_names;
};

// A plain value that may be missing.
template <class T>
class OptionalType final : public PlainTypeOf<std::optional<T>> {
public:
    constexpr explicit OptionalType(const PlainTypeOf<T>& inner) : m_inner(&inner) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override {
        T value{};
        const Taken taken = m_inner->read(context, node, &value);
        if (taken == Taken::AsWritten) {
            *static_cast<std::optional<T>*>(target) = std::move(value);
        }
        return taken;
    }
    void write(JsonWriter& writer, const void* value) const override {
        const auto& there = *static_cast<const std::optional<T>*>(value);
        assert(there.has_value());
        m_inner->write(writer, &*there);
    }

private:
    const PlainTypeOf<T>* m_inner;
};

template <class Tag>
[[nodiscard]] void* plain_storage(Id<Tag>& id) {
    return &id.text;
}
template <class T>
[[nodiscard]] void* plain_storage(T& value) {
    return &value;
}
template <class Tag>
[[nodiscard]] const void* plain_storage(const Id<Tag>& id) {
    return &id.text;
}
template <class T>
[[nodiscard]] const void* plain_storage(const T& value) {
    return &value;
}

// A list of plain values. Items that cannot be taken are left out, and the whole list counts as
// replaced.
template <class T>
class PlainListType final : public PlainTypeOf<std::vector<T>> {
public:
    constexpr explicit PlainListType(const ValueType& item) : m_item(&item) {}
    [[nodiscard]] Taken read(ReadContext& context, NodeIndex node, void* target) const override {
        const JsonTree& tree = context.tree();
        if (tree.kind(node) != JsonKind::Array) {
            context.report_wrong_type(node, "typeArray");
            return Taken::Replaced;
        }
        auto& list = *static_cast<std::vector<T>*>(target);
        Taken all = Taken::AsWritten;
        for (NodeIndex at = node + 1; at < tree.next(node) && !context.gives_up();
             at = tree.next(at)) {
            T value{};
            if (m_item->read(context, at, plain_storage(value)) == Taken::AsWritten) {
                list.push_back(std::move(value));
            } else {
                all = Taken::Replaced;
            }
        }
        return all;
    }
    void write(JsonWriter& writer, const void* value) const override {
        writer.begin_array();
        for (const T& item : *static_cast<const std::vector<T>*>(value)) {
            writer.item();
            m_item->write(writer, plain_storage(item));
        }
        writer.end_array();
    }

private:
    const ValueType* m_item;
};

} // namespace vekha
