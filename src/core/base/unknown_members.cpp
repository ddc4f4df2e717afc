#include "core/base/unknown_members.hpp"

#include <charconv>
#include <cstddef>
#include <string_view>

namespace vekha {

bool is_named(const UnknownMember& member, std::string_view name) {
    std::string_view rest = member.name_json;
    if (rest.size() < 2) {
        return false;
    }
    rest = rest.substr(1, rest.size() - 2);
    for (const char expected : name) {
        constexpr std::size_t kEscapeLength = 6; // \u0070
        unsigned found = rest.empty() ? 0U : static_cast<unsigned char>(rest.front());
        std::size_t length = 1;
        if (rest.size() >= kEscapeLength && rest.starts_with("\\u")) {
            length = kEscapeLength;
            std::from_chars(rest.data() + 2, rest.data() + kEscapeLength, found, 16);
        }
        if (found != static_cast<unsigned char>(expected)) {
            return false;
        }
        rest.remove_prefix(length);
    }
    return rest.empty();
}

} // namespace vekha
