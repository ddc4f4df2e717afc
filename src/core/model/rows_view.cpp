#include "core/model/rows_view.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace vekha {

std::size_t ColumnLayout::place_of(Column column) const {
    return static_cast<std::size_t>(std::ranges::find(order, column) - order.begin());
}

void ColumnLayout::put(Column column, std::size_t place) {
    const std::size_t to = std::min(place, kColumnCount - 1);
    for (std::size_t at = place_of(column); at != to;) {
        const std::size_t next = at < to ? at + 1 : at - 1;
        std::swap(order[at], order[next]);
        at = next;
    }
}

bool ColumnLayout::looks_like(const ColumnLayout& other) const {
    const auto next = [](const ColumnLayout& layout, std::size_t& at) {
        while (at < kColumnCount && layout.is_hidden(layout.order[at])) {
            ++at;
        }
        return at < kColumnCount ? std::optional(layout.order[at++]) : std::nullopt;
    };
    std::size_t mine = 0;
    std::size_t theirs = 0;
    for (;;) {
        const std::optional<Column> column = next(*this, mine);
        if (column != next(other, theirs)) {
            return false;
        }
        if (!column) {
            return true;
        }
    }
}

std::vector<Column> ColumnLayout::shown() const {
    std::vector<Column> columns;
    for (const Column column : order) {
        if (!is_hidden(column)) {
            columns.push_back(column);
        }
    }
    return columns;
}

ColumnLayout ColumnLayout::showing(const std::vector<Column>& columns) {
    ColumnLayout layout;
    if (columns.empty()) {
        return layout;
    }
    layout.hidden.fill(true);
    std::size_t place = 0;
    for (const Column column : columns) {
        bool& hidden = layout.hidden[static_cast<std::size_t>(column)];
        if (hidden) {
            hidden = false;
            layout.put(column, place);
            ++place;
        }
    }
    // It always shows, wherever it stands.
    layout.hidden[static_cast<std::size_t>(Column::Title)] = false;
    return layout;
}

} // namespace vekha
