// Bodies, roles and persons by the names that people type.
#pragma once

#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <string_view>

namespace vekha {

// Who has this name, or else is also spelled so (Party::aliases), whatever the case of its letters,
// е or ё, and spaces at its ends. The first of several; empty when there is none.
[[nodiscard]] PartyId find_party(const Document& document, std::string_view typed);

} // namespace vekha
