#include "core/find/party_names.hpp"

#include "core/find/fold_letters.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace vekha {
namespace {

std::string folded_name(std::string_view name) {
    std::string result = folded(name);
    result.erase(0, std::min(result.find_first_not_of(' '), result.size()));
    const std::size_t last = result.find_last_not_of(' ');
    result.resize(last == std::string::npos ? 0 : last + 1);
    return result;
}

} // namespace

PartyId find_party(const Document& document, std::string_view typed) {
    const std::string wanted = folded_name(typed);
    if (wanted.empty()) {
        return {};
    }
    PartyId by_alias;
    for (const Party& party : document.parties) {
        if (folded_name(party.name) == wanted) {
            return party.id;
        }
        const bool is_alias = std::ranges::any_of(
            party.aliases, [&](const std::string& alias) { return folded_name(alias) == wanted; });
        if (is_alias && by_alias.empty()) {
            by_alias = party.id;
        }
    }
    return by_alias;
}

} // namespace vekha
