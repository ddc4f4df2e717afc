// Members of a JSON object that this version does not know, or whose value it could not take.
// Names and values keep their exact source spelling, white space outside strings removed; the
// writer re-indents them and puts them after the known members, in their original order
// (format.md). A member with a *known* name is here when its value was replaced by the default
// while reading: it is written back in its place for as long as the field still holds that default.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace vekha {

struct UnknownMember {
    std::string name_json;  // with quotes and escapes as in the file
    std::string value_json; // compact
    bool operator==(const UnknownMember&) const = default;
};

using UnknownMembers = std::vector<UnknownMember>;

// True when the member has this name, however it is spelled; `name` is one of ours: ASCII letters
// and digits.
[[nodiscard]] bool is_named(const UnknownMember& member, std::string_view name);

} // namespace vekha
