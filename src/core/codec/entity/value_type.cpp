#include "core/codec/entity/value_type.hpp"

#include "core/codec/findings.hpp"
#include "core/codec/json/json_parser.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

std::string_view word_of(JsonKind kind) {
    switch (kind) {
    case JsonKind::Null:
        return "typeNull";
    case JsonKind::False:
    case JsonKind::True:
        return "typeBoolean";
    case JsonKind::Number:
        return "typeNumber";
    case JsonKind::String:
        return "typeText";
    case JsonKind::Array:
        return "typeArray";
    case JsonKind::Object:
        return "typeObject";
    }
    return {};
}

} // namespace

void ReadContext::report(ProblemCode code, NodeIndex node,
                         std::vector<ProblemParameter> parameters) {
    m_findings.add({code, m_tree.begin(node), node, std::move(parameters), {}});
}

void ReadContext::report_wrong_type(NodeIndex node, std::string_view expected_word) {
    report(ProblemCode::WrongType, node,
           {word_parameter("expected", expected_word),
            word_parameter("found", word_of(m_tree.kind(node)))});
}

bool ReadContext::takes(const ValueType& type, NodeIndex node, void* target) {
    return type.read(*this, node, target) == Taken::AsWritten && !is_refused();
}

bool ValueType::is_replacement(std::string_view /*original_json*/, const void* /*value*/,
                               const void* /*initial*/) const {
    return false;
}

bool DetachedReading::replaces(const ValueType& type, std::string_view json, void* target) {
    const auto parsed = parse_json(json);
    if (!parsed) {
        return false;
    }
    Findings findings;
    std::vector<IdUse> id_uses;
    ReadContext context(parsed.value(), findings, id_uses);
    return type.read(context, 0, target) == Taken::Replaced;
}

} // namespace vekha
