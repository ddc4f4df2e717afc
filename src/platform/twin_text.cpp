#include "platform/twin_text.hpp"

#include "core/base/decimal.hpp"
#include "core/base/geometry.hpp"
#include "core/base/sorting.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <string_view>
#include <utility>

namespace vekha::platform {

namespace {

constexpr char kFieldEnd = '\x1f';
constexpr char kLineEnd = '\x1e';
constexpr float kUnitsPerPixel = 64.0F;

int flags_of(const SemanticNode& node) {
    return (node.focusable ? 1 : 0) + (node.focused ? 2 : 0) + (node.disabled ? 4 : 0) +
           (node.selected ? 8 : 0);
}

long long units(float pixels) {
    return std::llround(pixels * kUnitsPerPixel);
}

} // namespace

std::string_view role_name(Role role) {
    switch (role) {
    case Role::Banner:
        return "banner";
    case Role::Navigation:
        return "navigation";
    case Role::Main:
        return "main";
    case Role::ContentInfo:
        return "contentinfo";
    case Role::Complementary:
        return "complementary";
    case Role::Search:
        return "search";
    case Role::Dialog:
        return "dialog";
    case Role::AlertDialog:
        return "alertdialog";
    case Role::Heading:
        return "heading";
    case Role::Text:
        return "text";
    case Role::Status:
        return "status";
    case Role::Alert:
        return "alert";
    case Role::Button:
    case Role::ToggleButton:
        return "button";
    case Role::Link:
        return "link";
    case Role::Menu:
        return "menu";
    case Role::MenuItem:
        return "menuitem";
    case Role::Slider:
        return "slider";
    case Role::TextField:
        return "textbox";
    case Role::List:
        return "list";
    case Role::ListItem:
        return "listitem";
    case Role::Group:
        return "group";
    case Role::RadioGroup:
        return "radiogroup";
    case Role::Toolbar:
        return "toolbar";
    case Role::Radio:
        return "radio";
    case Role::TreeGrid:
        return "treegrid";
    case Role::Row:
        return "row";
    case Role::ColumnHeader:
        return "columnheader";
    case Role::RowHeader:
        return "rowheader";
    case Role::Cell:
        return "gridcell";
    case Role::Image:
        return "img";
    case Role::Separator:
        return "separator";
    }
    return "text";
}

bool TwinText::update(const SemanticList& list) {
    std::swap(m_text, m_before);
    m_text.clear();
    m_places.clear();
    for (std::size_t index = 0; index < list.size(); ++index) {
        m_places.emplace_back(list[index].key, index);
    }
    sort_items(m_places);
    for (const SemanticNode& node : list) {
        write_node(list, node);
    }
    if (m_text != m_before) {
        return true;
    }
    std::swap(m_text, m_before);
    return false;
}

const SemanticNode* TwinText::parent_of(const SemanticList& list, const SemanticNode& node) const {
    const auto place = std::ranges::lower_bound(m_places, node.parent, {},
                                                &std::pair<SemanticKey, std::size_t>::first);
    if (node.parent == 0 || place == m_places.end() || place->first != node.parent) {
        return nullptr;
    }
    return &list[place->second];
}

void TwinText::write_node(const SemanticList& list, const SemanticNode& node) {
    const SemanticNode* parent = parent_of(list, node);
    const Point origin =
        parent == nullptr ? Point{} : Point{.x = parent->rect.left, .y = parent->rect.top};
    put_number(static_cast<long long>(node.key));
    put_number(parent == nullptr ? 0 : static_cast<long long>(parent->key));
    put(role_name(node.role));
    put_number(flags_of(node));
    put_number(node.expanded);
    put_number(node.pressed);
    put_number(node.sorted);
    put_number(node.level);
    put_number(node.position);
    put_number(node.set_size);
    put_number(node.row_index);
    put_number(node.row_count);
    put_number(node.column_index);
    put_number(node.column_count);
    put_number(units(node.rect.left - origin.x));
    put_number(units(node.rect.top - origin.y));
    put_number(units(node.rect.width()));
    put_number(units(node.rect.height()));
    if (node.role == Role::Slider) {
        put_decimal(node.value_now);
        put_decimal(node.value_min);
        put_decimal(node.value_max);
    } else {
        m_text.append(3, kFieldEnd);
    }
    put(node.name);
    put(node.description);
    put(node.value);
    m_text.back() = kLineEnd;
}

void TwinText::put(std::string_view text) {
    const std::size_t begin = m_text.size();
    m_text.append(text);
    for (std::size_t place = begin; place < m_text.size(); ++place) {
        if (m_text[place] >= '\0' && m_text[place] < ' ') {
            m_text[place] = ' ';
        }
    }
    m_text.push_back(kFieldEnd);
}

void TwinText::put_number(long long value) {
    std::array<char, 24> digits{};
    const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), value);
    m_text.append(digits.data(), written.ptr);
    m_text.push_back(kFieldEnd);
}

void TwinText::put_decimal(double value) {
    m_text += decimal_from_double(value);
    m_text.push_back(kFieldEnd);
}

} // namespace vekha::platform
