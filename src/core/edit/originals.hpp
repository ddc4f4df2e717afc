// What a repair kept of a field that could not be read (core/base/unknown_members.hpp) goes when
// the field is set.
#pragma once

#include "core/base/unknown_members.hpp"

#include <algorithm>
#include <string_view>

namespace vekha {

inline void drop_original(UnknownMembers& unknown, std::string_view name) {
    std::erase_if(unknown, [name](const UnknownMember& member) { return is_named(member, name); });
}

} // namespace vekha
