// Approving a plan; see core/edit/edits.hpp for what all edits share.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"

#include <optional>

namespace vekha {

// Writes the approval over the one that stood there, or takes it away; what this version does not
// know of it stays. TextInvalid, TextTooLong, NameTooLong for the edition.
[[nodiscard]] Result<Document, EditProblem> set_approval(const Document& document,
                                                         const std::optional<Approval>& approval);

// The same, and freezes the plan as it is approved: a baseline with number, title and days of every
// measure comes last in the list. It bears the name of the edition, without one that of the
// document, who approved it, the day, and the document as its order number where that is not too
// long for one.
[[nodiscard]] Result<Document, EditProblem> approve(const Document& document,
                                                    const Approval& approval, NewIds& ids);

} // namespace vekha
