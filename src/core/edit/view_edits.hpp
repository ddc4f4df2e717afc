// Edits of the saved views of a plan; see core/edit/edits.hpp for what all edits share.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <string_view>

namespace vekha {

// Keeps it under its name, white space at both ends left out. A view that has this name already is
// replaced, and stays what slides show; else it comes last. `view.id` is not asked for.
// NameMissing, TextInvalid, NameTooLong.
[[nodiscard]] Result<Document, EditProblem> save_view(const Document& document, SavedView view);

// Index of the view with this name, as it is typed; kNoIndex when there is none.
[[nodiscard]] std::uint32_t find_view(const Document& document, std::string_view typed_name);

// Slides that show it show the plan as it is. A view that is not there: nothing changes.
[[nodiscard]] Document remove_view(const Document& document, const ViewId& view);

} // namespace vekha
