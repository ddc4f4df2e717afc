#include "core/model/find_by_id.hpp"

#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha::find_by_id_test {
namespace {

std::vector<Party> parties(const std::vector<std::string_view>& ids) {
    std::vector<Party> list;
    for (const std::string_view id : ids) {
        Party party;
        party.id.text = id;
        list.push_back(party);
    }
    return list;
}

} // namespace

TEST_CASE("a thing is found by its id: the first of two, none for an id that is empty or missing") {
    const std::vector<Party> list = parties({"b", "a", "b", "", "c"});
    const std::vector<std::uint32_t> sorted = sorted_by_id(list);
    const auto both_find = [&](std::string_view id, std::uint32_t expected) {
        PartyId wanted;
        wanted.text = id;
        CHECK(find_by_id(list, wanted) == expected);
        CHECK(find_by_id(list, sorted, wanted) == expected);
    };
    both_find("a", 1);
    both_find("b", 0);
    both_find("c", 4);
    both_find("", kNoIndex);
    both_find("d", kNoIndex);
}

} // namespace vekha::find_by_id_test
