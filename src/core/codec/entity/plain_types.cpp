#include "core/codec/entity/plain_types.hpp"

#include "core/base/decimal.hpp"
#include "core/base/utf8.hpp"
#include "core/calendar/date.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/json/number_text.hpp"
#include "core/codec/limits.hpp"
#include "core/codec/problem.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

namespace vekha {
namespace {

constexpr std::size_t kMaxQuoted = 60; // bytes of a wrong value that a message repeats

// A wrong value as it is repeated in a message.
std::string quoted_value(const JsonTree& tree, NodeIndex node) {
    std::string value =
        tree.kind(node) == JsonKind::String ? tree.string(node) : std::string(tree.source(node));
    if (value.size() > kMaxQuoted) {
        std::size_t end = kMaxQuoted;
        while ((static_cast<std::uint8_t>(value[end]) & 0xC0U) == 0x80U) {
            --end;
        }
        value.resize(end);
        value += "…";
    }
    return value;
}

bool expect(ReadContext& context, NodeIndex node, JsonKind kind, std::string_view word) {
    if (context.tree().kind(node) == kind) {
        return true;
    }
    context.report_wrong_type(node, word);
    return false;
}

std::size_t length_of(std::string_view text, std::size_t limit) {
    // Few texts come near a limit; the others need no counting.
    return text.size() <= limit ? text.size() : count_code_points(text);
}

// The number, when it is one and lies in the range.
std::optional<double> read_number(ReadContext& context, NodeIndex node, double min, double max) {
    if (!expect(context, node, JsonKind::Number, "typeNumber")) {
        return std::nullopt;
    }
    const std::optional<double> value = double_from_json(context.tree().source(node));
    if (!value || *value < min || *value > max) {
        context.report(ProblemCode::NumberOutOfRange, node,
                       {text_parameter("value", quoted_value(context.tree(), node)),
                        text_parameter("min", decimal_from_double(min)),
                        text_parameter("max", decimal_from_double(max))});
        return std::nullopt;
    }
    return value;
}

} // namespace

Taken TextType::read(ReadContext& context, NodeIndex node, void* target) const {
    if (!expect(context, node, JsonKind::String, "typeText")) {
        return Taken::Replaced;
    }
    std::string text = context.tree().string(node);
    const std::size_t length = length_of(text, m_limit);
    if (length > m_limit) {
        context.report(ProblemCode::TextTooLong, node,
                       {number_parameter("length", length), number_parameter("limit", m_limit)});
        return Taken::Replaced;
    }
    *static_cast<std::string*>(target) = std::move(text);
    return Taken::AsWritten;
}

void TextType::write(JsonWriter& writer, const void* value) const {
    writer.text(*static_cast<const std::string*>(value));
}

Taken IdType::read(ReadContext& context, NodeIndex node, void* target) const {
    if (!expect(context, node, JsonKind::String, "typeText")) {
        return Taken::Replaced;
    }
    std::string text = context.tree().string(node);
    const std::size_t length = length_of(text, limits::kId);
    const bool optional = m_role == IdRole::OptionalReference || m_role == IdRole::Lineage;
    if (length > limits::kId || (length == 0 && !optional)) {
        context.report(
            optional ? ProblemCode::TextTooLong : ProblemCode::InvalidId, node,
            {number_parameter("length", length), number_parameter("limit", limits::kId)});
        return Taken::Replaced;
    }
    if (length > 0 && m_role != IdRole::History && m_role != IdRole::Lineage) {
        context.use_id({node, m_kind, m_role == IdRole::Definition});
    }
    *static_cast<std::string*>(target) = std::move(text);
    return Taken::AsWritten;
}

void IdType::write(JsonWriter& writer, const void* value) const {
    writer.text(*static_cast<const std::string*>(value));
}

Taken BooleanType::read(ReadContext& context, NodeIndex node, void* target) const {
    const JsonKind kind = context.tree().kind(node);
    if (kind != JsonKind::True && kind != JsonKind::False) {
        context.report_wrong_type(node, "typeBoolean");
        return Taken::Replaced;
    }
    *static_cast<bool*>(target) = kind == JsonKind::True;
    return Taken::AsWritten;
}

void BooleanType::write(JsonWriter& writer, const void* value) const {
    writer.boolean(*static_cast<const bool*>(value));
}

Taken IntegerType::read(ReadContext& context, NodeIndex node, void* target) const {
    const std::optional<double> value = read_number(context, node, m_min, m_max);
    if (!value) {
        return Taken::Replaced;
    }
    if (*value != std::floor(*value)) {
        context.report(ProblemCode::NotAnInteger, node,
                       {text_parameter("value", quoted_value(context.tree(), node))});
        return Taken::Replaced;
    }
    *static_cast<int*>(target) = static_cast<int>(*value);
    return Taken::AsWritten;
}

void IntegerType::write(JsonWriter& writer, const void* value) const {
    writer.integer(*static_cast<const int*>(value));
}

Taken NumberType::read(ReadContext& context, NodeIndex node, void* target) const {
    const std::optional<double> value = read_number(context, node, m_min, m_max);
    if (!value) {
        return Taken::Replaced;
    }
    *static_cast<double*>(target) = *value;
    return Taken::AsWritten;
}

void NumberType::write(JsonWriter& writer, const void* value) const {
    writer.number(*static_cast<const double*>(value));
}

Taken DateType::read(ReadContext& context, NodeIndex node, void* target) const {
    if (!expect(context, node, JsonKind::String, "typeText")) {
        return Taken::Replaced;
    }
    const JsonTree& tree = context.tree();
    const std::optional<Date> date = tree.has_escapes(node) ? Date::from_iso(tree.string(node))
                                                            : Date::from_iso(tree.undecoded(node));
    if (!date) {
        context.report(ProblemCode::ImpossibleDate, node,
                       {text_parameter("value", quoted_value(tree, node))});
        return Taken::Replaced;
    }
    *static_cast<Date*>(target) = *date;
    return Taken::AsWritten;
}

void DateType::write(JsonWriter& writer, const void* value) const {
    writer.text(static_cast<const Date*>(value)->iso());
}

std::optional<std::uint8_t> read_enumerator(ReadContext& context, NodeIndex node,
                                            std::span<const std::string_view> names) {
    if (!expect(context, node, JsonKind::String, "typeText")) {
        return std::nullopt;
    }
    std::string allowed;
    for (std::size_t place = 0; place < names.size(); ++place) {
        if (context.tree().string_equals(node, names[place])) {
            return static_cast<std::uint8_t>(place);
        }
    }
    for (const std::string_view name : names) {
        allowed += allowed.empty() ? "" : ", ";
        allowed += name;
    }
    context.report(ProblemCode::UnknownValue, node,
                   {text_parameter("value", quoted_value(context.tree(), node)),
                    text_parameter("allowed", allowed)});
    return std::nullopt;
}

} // namespace vekha
