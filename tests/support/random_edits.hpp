// Every edit there is, each as a function that does it to something picked by chance: mostly to
// what is there, at times to what is missing, with texts and values of which some are refused. A
// new edit gets a line in the table of random_edits.cpp, and is then tested with all others.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "tests/support/random_plan.hpp"

#include <span>
#include <string_view>

namespace vekha::test {

struct RandomEdit {
    std::string_view name;
    Result<Document, EditProblem> (*make)(const Document& document, Chance& chance, NewIds& ids);
};

[[nodiscard]] std::span<const RandomEdit> random_edits();

} // namespace vekha::test
