#include "core/edit/typed_lists.hpp"

#include "core/base/result.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/party_edits.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {

Result<std::vector<std::string>, EditProblem> typed_tags(std::string_view typed) {
    std::vector<std::string> tags;
    while (!typed.empty()) {
        const std::size_t end = std::min(typed.find_first_of(",;\n"), typed.size());
        Result<std::string, EditProblem> tag = clean_typed_label(typed.substr(0, end));
        if (!tag) {
            return fail(tag.error());
        }
        if (!tag.value().empty() && std::ranges::find(tags, tag.value()) == tags.end()) {
            tags.push_back(std::move(tag).value());
        }
        typed.remove_prefix(std::min(end + 1, typed.size()));
    }
    return tags;
}

Result<std::vector<PartyId>, EditProblem>
resolved_parties(Document& document, std::span<const PartyName> parties, NewIds& ids) {
    std::vector<PartyId> resolved;
    for (const PartyName& party : parties) {
        PartyId id = party.id;
        if (id.empty()) {
            Result<std::string, EditProblem> name = clean_typed_name(party.name);
            if (!name) {
                return fail(name.error());
            }
            // It may have been added by a line above.
            const std::uint32_t known = find_party(document, name.value());
            if (known != kNoIndex) {
                id = document.parties[known].id;
            } else {
                id = ids.make<PartyId>("p", document.parties);
                Party added;
                added.id = id;
                added.name = std::move(name).value();
                document.parties.push_back(std::move(added));
            }
        }
        if (std::ranges::find(resolved, id) == resolved.end()) {
            resolved.push_back(std::move(id));
        }
    }
    return resolved;
}

} // namespace vekha
