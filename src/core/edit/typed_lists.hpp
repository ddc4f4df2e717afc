// Lists of a measure as they are typed. For core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// With commas, semicolons or line ends between them; one that comes twice stands once. TextInvalid,
// NameTooLong.
[[nodiscard]] Result<std::vector<std::string>, EditProblem> typed_tags(std::string_view typed);

// Each once; who is new is added to the document. What clean_typed_name refuses.
[[nodiscard]] Result<std::vector<PartyId>, EditProblem>
resolved_parties(Document& document, std::span<const PartyName> parties, NewIds& ids);

} // namespace vekha
