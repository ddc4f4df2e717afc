// What is wrong with a file, in words: what, where, what was expected. The codes are those of
// core/codec/problem.hpp.
#pragma once

#include "app/i18n.hpp"
#include "core/codec/problem.hpp"
#include "core/edit/edits.hpp"

#include <string>
#include <string_view>

namespace vekha::app {

[[nodiscard]] std::string problem_text(const Texts& texts, const Problem& problem);
// «Строка 12, знак 7», and the path behind it when there is one.
[[nodiscard]] std::string problem_place(const Texts& texts, const Problem& problem);
[[nodiscard]] std::string_view severity_text(const Texts& texts, Severity severity);
[[nodiscard]] std::string_view edit_problem_text(const Texts& texts, EditProblem problem);

} // namespace vekha::app
