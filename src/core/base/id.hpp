// Id<Tag>: a stable text id of one kind of thing. Ids survive edit, export and merge (format.md),
// so they are compared as text and never derived from a position. An empty id means "none".
#pragma once

#include <compare>
#include <cstddef>
#include <functional>
#include <string>

namespace vekha {

template <class Tag>
struct Id {
    std::string text;

    [[nodiscard]] bool empty() const { return text.empty(); }
    auto operator<=>(const Id&) const = default;
};

} // namespace vekha

template <class Tag>
struct std::hash<vekha::Id<Tag>> {
    std::size_t operator()(const vekha::Id<Tag>& id) const noexcept {
        return std::hash<std::string>{}(id.text);
    }
};
