// NewIds: ids for things that a person adds. Copies of one plan go round and come together again
// (format.md), so two people who each add a measure must not give it the same id: an id is a
// prefix and eight letters and digits by chance. The chance comes from outside: the same seed gives
// the same ids.
#pragma once

#include "core/model/find_by_id.hpp"

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {

class NewIds {
public:
    explicit NewIds(std::uint64_t seed) : m_state(seed) {}

    // An id that nothing in the list has: «m-4k09zq1x» for the prefix «m».
    template <class AnyId, class List>
    [[nodiscard]] AnyId make(std::string_view prefix, const List& list) {
        for (;;) {
            AnyId id{next(prefix)};
            if (find_by_id(list, id) == kNoIndex) {
                return id;
            }
        }
    }

    // Several, which do not meet each other either.
    template <class AnyId, class List>
    [[nodiscard]] std::vector<AnyId> make_many(std::string_view prefix, const List& list,
                                               std::size_t count) {
        const std::vector<std::uint32_t> sorted = sorted_by_id(list);
        std::set<AnyId> made;
        std::vector<AnyId> ids;
        while (ids.size() < count) {
            AnyId id{next(prefix)};
            if (find_by_id(list, sorted, id) == kNoIndex && made.insert(id).second) {
                ids.push_back(std::move(id));
            }
        }
        return ids;
    }

private:
    [[nodiscard]] std::string next(std::string_view prefix);

    std::uint64_t m_state;
};

} // namespace vekha
