// Parses a JSON text strictly by RFC 8259: what the standard allows and nothing else, to a depth of
// kMaxJsonDepth levels. One mistake stops it, and is told with its place and what was expected
// there. The text must be valid UTF-8. Iterative: no input can exhaust the stack. Why it is our own
// scanner and not a library: FORMAT.md, «The event source».
#pragma once

#include "core/base/result.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {

inline constexpr std::size_t kMaxJsonDepth = 64;

struct JsonSyntaxError {
    ProblemCode code = ProblemCode::UnexpectedText;
    std::size_t offset = 0;
    std::string found;         // what stands there, shortened; empty at the end of the text
    std::string_view expected; // one of problem_words()
    bool operator==(const JsonSyntaxError&) const = default;
};

// `start`: where the text begins, behind a byte order mark; offsets count from the first byte of
// `text`.
[[nodiscard]] Result<JsonTree, JsonSyntaxError> parse_json(std::string_view text,
                                                           std::size_t start = 0);

} // namespace vekha
