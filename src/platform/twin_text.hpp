// TwinText: the semantic list as one compact text for the page's scripts, which make the DOM twin
// from it by difference. A line per node, its rectangle relative to its parent's, so that scrolling
// changes the lines of the rows only and not of every cell. Written once per painted frame;
// update() says whether anything changed.
//
// Line: fields joined by U+001F, ended by U+001E, in this order:
//   key, parent, role (ARIA name), flags, expanded, pressed, sorted, level, position, set size,
//   row index, row count, column index, column count, left, top, width, height (1/64 layout pixel),
//   value now, min, max (empty unless a slider), name, description, value
// flags: 1 focusable, 2 focused, 4 disabled, 8 selected. Control characters in the texts become
// spaces.
#pragma once

#include "core/scene/semantics.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::platform {

// "treegrid", "button", …; ARIA's own role names where there is one.
[[nodiscard]] std::string_view role_name(Role role);

class TwinText {
public:
    // True: the text differs from the one before. One that does not leaves the old one where it is.
    bool update(const SemanticList& list);
    [[nodiscard]] std::string_view text() const { return m_text; }

private:
    void write_node(const SemanticList& list, const SemanticNode& node);
    [[nodiscard]] const SemanticNode* parent_of(const SemanticList& list,
                                                const SemanticNode& node) const;
    void put(std::string_view text);
    void put_number(long long value);
    void put_decimal(double value);

    std::string m_text;
    std::string m_before;
    std::vector<std::pair<SemanticKey, std::size_t>> m_places; // sorted by key
};

} // namespace vekha::platform
