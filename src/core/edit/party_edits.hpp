// Edits of the parties of a plan: bodies, roles and persons that measures, decisions and schools
// name; see core/edit/edits.hpp for what all edits share. A party answers to its name and its
// aliases, whatever the case of letters and whether ё is written; no two may answer to one.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// A member without a value was not touched. Aliases that say the same twice, or that the name says
// already, are left out.
struct PartyChange {
    std::optional<std::string> name = std::nullopt;
    std::optional<PartyKind> kind = std::nullopt;
    std::optional<std::vector<std::string>> aliases = std::nullopt;
    bool operator==(const PartyChange&) const = default;
};

// Index of the party that answers to what was typed, by name before alias; kNoIndex for none.
[[nodiscard]] std::uint32_t find_party(const Document& document, std::string_view typed);

// Whether a measure, an item, a decision, a school or a saved view names it.
[[nodiscard]] bool is_party_in_use(const Document& document, const PartyId& party);

// At the end of the list. NameMissing without a name; NameTaken when another one answers to the
// name or an alias; and what the texts are refused for.
[[nodiscard]] Result<Document, EditProblem> add_party(const Document& document,
                                                      const PartyChange& given, NewIds& ids);

// A new name does not leave the old one as an alias: what was a slip need not be remembered.
// UnknownParty, NameTaken, and what the texts are refused for.
[[nodiscard]] Result<Document, EditProblem>
change_party(const Document& document, const PartyId& party, const PartyChange& change);

// By one place up (-1) or down (1) in the list; the same document at its ends. UnknownParty.
[[nodiscard]] Result<Document, EditProblem> move_party(const Document& document,
                                                       const PartyId& party, int step);

enum class PartyReferences : std::uint8_t {
    Keep,   // PartyInUse when there are any
    Remove, // the wording of the source (responsible_text) stays
};

// UnknownParty, PartyInUse.
[[nodiscard]] Result<Document, EditProblem>
remove_party(const Document& document, const PartyId& party, PartyReferences references);

// `gone` becomes `kept`: whatever names it names the other one, once and in the first place of the
// two; its name and aliases become aliases. Of members that this version does not know those stay
// that `kept` has not. UnknownParty for either.
[[nodiscard]] Result<Document, EditProblem> merge_parties(const Document& document,
                                                          const PartyId& kept, const PartyId& gone);

} // namespace vekha
