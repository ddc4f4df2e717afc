// NewIds: ids for things that a person adds. Copies of one plan go round and come together again
// (format.md), so two people who each add a measure must not give it the same id: an id is a
// prefix and eight letters and digits by chance. The chance comes from outside: the same seed gives
// the same ids.
#pragma once

#include "core/model/find_by_id.hpp"

#include <cstdint>
#include <string>
#include <string_view>

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

private:
    [[nodiscard]] std::string next(std::string_view prefix);

    std::uint64_t m_state;
};

} // namespace vekha
