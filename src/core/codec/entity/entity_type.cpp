#include "core/codec/entity/entity_type.hpp"

#include "core/base/shared_spine.hpp"
#include "core/base/unknown_members.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/text_layout.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

constexpr std::size_t kNoField = 64;

// Members mostly come in the order of the table, so the search begins where the last one was found.
std::size_t find_field(std::span<const Field> fields, const JsonTree& tree, NodeIndex name,
                       std::size_t likely) {
    for (std::size_t step = 0; step < fields.size(); ++step) {
        const std::size_t place = (likely + step) % fields.size();
        if (tree.string_equals(name, fields[place].name)) {
            return place;
        }
    }
    return kNoField;
}

std::string compact_value(const JsonTree& tree, NodeIndex value) {
    return tree.is_container(value) ? compact_json(tree.source(value))
                                    : std::string(tree.source(value));
}

void read_field(ReadContext& context, NodeIndex value, void* entity, const Field& field,
                UnknownMembers& unknown) {
    void* target = field.at(entity);
    if (target == nullptr) {
        // Only the members of a report can be without a place, and `state` is what gives it one.
        context.report(
            ProblemCode::OrphanMember, value,
            {text_parameter("name", std::string(field.name)), text_parameter("needs", "state")});
    } else if (field.type->read(context, value, target) == Taken::AsWritten) {
        return;
    }
    unknown.push_back({json_from_text(field.name), compact_value(context.tree(), value)});
}

std::string default_of(const Field& field, const EntityShape& shape) {
    JsonWriter writer(TextLayout::Compact);
    // The fields of the default entity are only looked at.
    field.type->write(writer, field.at(const_cast<void*>(shape.initial())));
    // A text is told without its quotes; the defaults are plain words.
    std::string json = std::move(writer).take();
    return json.starts_with('"') ? json.substr(1, json.size() - 2) : json;
}

void report_missing(ReadContext& context, NodeIndex node, void* entity, const Field& field,
                    const EntityShape& shape) {
    ProblemParameter name = text_parameter("name", std::string(field.name));
    if (field.presence == Presence::Required) {
        context.report(ProblemCode::MissingMember, node, {std::move(name)});
    } else if (field.presence == Presence::AlwaysWritten && field.at(entity) != nullptr) {
        context.report(ProblemCode::DefaultTaken, node,
                       {std::move(name), text_parameter("default", default_of(field, shape))});
    }
}

const UnknownMember* find_original(const UnknownMembers& unknown, std::string_view name) {
    const auto found = std::find_if(unknown.begin(), unknown.end(),
                                    [name](const UnknownMember& m) { return is_named(m, name); });
    return found == unknown.end() ? nullptr : &*found;
}

void write_field(JsonWriter& writer, void* entity, const Field& field, const EntityShape& shape,
                 const UnknownMember* original) {
    const void* value = field.at(entity);
    const void* initial = field.at(const_cast<void*>(shape.initial()));
    if (original != nullptr &&
        (value == nullptr || field.type->is_replacement(original->value_json, value, initial))) {
        writer.name(field.name);
        writer.json_as_written(original->value_json);
        return;
    }
    if (value == nullptr ||
        (field.presence == Presence::Optional && field.type->equal(value, initial))) {
        return;
    }
    writer.name(field.name);
    field.type->write(writer, value);
}

// Kept originals first, in the order of the fields, then what is unknown, in the order of the file:
// so they are written, and what was written reads back as the same entity.
void put_in_written_order(UnknownMembers& unknown, std::span<const Field> fields) {
    if (unknown.size() < 2) {
        return;
    }
    auto next = unknown.begin();
    for (const Field& field : fields) {
        const auto kept = std::find_if(next, unknown.end(), [&field](const UnknownMember& member) {
            return is_named(member, field.name);
        });
        if (kept != unknown.end()) {
            std::rotate(next, kept, kept + 1);
            ++next;
        }
    }
}

} // namespace

bool read_entity(ReadContext& context, NodeIndex node, void* entity, const EntityShape& shape) {
    const JsonTree& tree = context.tree();
    if (tree.kind(node) != JsonKind::Object) {
        context.report_wrong_type(node, "typeObject");
        return false;
    }
    assert(shape.fields.size() <= kNoField);
    if (shape.prepare != nullptr) {
        shape.prepare(context, node, entity);
    }
    UnknownMembers& unknown = *shape.unknown(entity);
    std::uint64_t seen = 0;
    std::size_t likely = 0;
    for (NodeIndex name = node + 1; name < tree.next(node); name = tree.next(name + 1)) {
        const std::size_t place = find_field(shape.fields, tree, name, likely);
        if (place == kNoField) {
            unknown.push_back({std::string(tree.source(name)), compact_value(tree, name + 1)});
            continue;
        }
        seen |= std::uint64_t{1} << place;
        likely = place + 1;
        read_field(context, name + 1, entity, shape.fields[place], unknown);
    }
    for (std::size_t place = 0; place < shape.fields.size(); ++place) {
        if ((seen >> place & 1U) == 0) {
            report_missing(context, node, entity, shape.fields[place], shape);
        }
    }
    put_in_written_order(unknown, shape.fields);
    if (shape.check != nullptr) {
        shape.check(context, node);
    }
    return true;
}

Taken read_list(ReadContext& context, NodeIndex node, const ValueType& item, void* list,
                void (*add_item)(ReadContext& context, NodeIndex at, const ValueType& type,
                                 void* list)) {
    const JsonTree& tree = context.tree();
    if (tree.kind(node) != JsonKind::Array) {
        context.report_wrong_type(node, "typeArray");
        return Taken::Replaced;
    }
    for (NodeIndex at = node + 1; at < tree.next(node) && !context.gives_up(); at = tree.next(at)) {
        add_item(context, at, item, list);
    }
    return Taken::AsWritten;
}

void write_list(JsonWriter& writer, const ValueType& item, const void* first, std::size_t count,
                std::size_t size) {
    writer.begin_array();
    for (std::size_t i = 0; i < count; ++i) {
        writer.item();
        item.write(writer, static_cast<const std::byte*>(first) + (i * size));
    }
    writer.end_array();
}

void write_list(JsonWriter& writer, const ValueType& item,
                std::span<const SharedSpine::ChunkPtr> chunks) {
    writer.begin_array();
    for (const SharedSpine::ChunkPtr& chunk : chunks) {
        if (!writer.begin_part(chunk)) {
            continue;
        }
        for (std::size_t i = 0; i < chunk->count; ++i) {
            writer.item();
            item.write(writer, chunk->items[i].get());
        }
        writer.end_part();
    }
    writer.end_array();
}

void write_entity(JsonWriter& writer, const void* entity, const EntityShape& shape) {
    // Accessors serve reading and writing; here nothing is changed through them.
    void* fields_of = const_cast<void*>(entity);
    const UnknownMembers& unknown = *shape.unknown(fields_of);
    writer.begin_object();
    for (const Field& field : shape.fields) {
        write_field(writer, fields_of, field, shape, find_original(unknown, field.name));
    }
    for (const UnknownMember& member : unknown) {
        const auto is_its_name = [&member](const Field& field) {
            return is_named(member, field.name);
        };
        if (std::none_of(shape.fields.begin(), shape.fields.end(), is_its_name)) {
            writer.name_as_written(member.name_json);
            writer.json_as_written(member.value_json);
        }
    }
    writer.end_object();
}

} // namespace vekha
