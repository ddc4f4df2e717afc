// SemanticList: what is on the screen for those who do not see it, and for tests: every widget,
// row, cell and bar with role, name, state, rectangle and key. The DOM twin is made from this list;
// activating a node there does what pressing it on the canvas does. Keys are stable while the thing
// exists, so that the twin can be updated by difference; rectangles are in layout pixels of the
// whole canvas.
#pragma once

#include "core/base/geometry.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

enum class Role : std::uint8_t {
    Banner,
    Navigation,
    Main,
    ContentInfo, // what is said about the whole, below it
    Complementary,
    Search, // a region: what is shown is chosen here
    Dialog,
    AlertDialog,
    Heading,
    Text,
    Status,
    Alert,
    Button,
    ToggleButton,
    Link,
    Menu,
    MenuItem,
    Slider,
    TextField,
    List,
    ListItem,
    Group, // of things that belong together and are no items of a list
    RadioGroup,
    Toolbar, // arrows lead from button to button
    Radio,
    TreeGrid,
    Row,
    ColumnHeader,
    RowHeader,
    Cell,
    Image,
    Separator,
};

// FNV-1a of a path such as "row/m-1-08"; see semantic_key().
using SemanticKey = std::uint64_t;

struct SemanticNode {
    SemanticKey key = 0;
    SemanticKey parent = 0; // 0: the page
    Role role = Role::Text;
    std::string name;
    std::string description; // the rule behind a light, the full text of a shortened one
    std::string value;       // text of a field, value text of a slider
    Rect rect;
    bool focusable = false; // takes a place in the Tab order, or (rows) in the roving one
    bool focused = false;
    bool disabled = false;
    bool selected = false;
    std::int8_t expanded = -1;  // -1: does not fold
    std::int8_t pressed = -1;   // -1: is no toggle; radios use it as checked
    std::int8_t sorted = 0;     // a column header: 1 ascending, -1 descending
    std::int32_t level = 0;     // tree level, heading level
    std::int32_t position = 0;  // of a row: 1-based among those under the same heading,
    std::int32_t set_size = 0;  // and how many they are; also of those out of sight
    std::int32_t row_index = 0; // 1-based place in the whole grid, also of rows out of sight
    std::int32_t row_count = 0; // of a grid: the true total
    std::int32_t column_index = 0;
    std::int32_t column_count = 0;
    double value_now = 0.0; // sliders
    double value_min = 0.0;
    double value_max = 0.0;
};

[[nodiscard]] constexpr SemanticKey semantic_key(std::string_view path) {
    std::uint64_t hash = 14695981039346656037ULL;
    for (const char c : path) {
        hash = (hash ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
    }
    // 53 bits, so that the page's scripts hold a key exactly.
    return (hash & ((std::uint64_t{1} << 53U) - 1U)) | 1U;
}

// A list that is refilled each frame; nodes keep their string capacity.
class SemanticList {
public:
    void clear() { m_size = 0; }
    SemanticNode& add(SemanticKey key, Role role, std::string_view name, const Rect& rect,
                      SemanticKey parent = 0);
    // What has no parent there gets `parent`.
    void append(const SemanticList& other, SemanticKey parent = 0);

    [[nodiscard]] SemanticNode& last() { return m_nodes[m_size - 1]; }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] const SemanticNode& operator[](std::size_t index) const { return m_nodes[index]; }
    [[nodiscard]] const SemanticNode* begin() const { return m_nodes.data(); }
    [[nodiscard]] const SemanticNode* end() const { return m_nodes.data() + m_size; }

private:
    std::vector<SemanticNode> m_nodes;
    std::size_t m_size = 0;
};

} // namespace vekha
