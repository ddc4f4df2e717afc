// The cells of the table that the keyboard is in.
#include "app/actions.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/model/rows_view.hpp"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <vector>

namespace vekha::app {

// Along the cells of a measure, from the row itself to the last column that shows. False where
// there is none in that direction and the row is meant.
bool ViewControl::step_cell(act::Folding folding) {
    Session& session = m_context.state.session;
    if (session.selection.measure.empty() || folding == act::Folding::Toggle) {
        return false;
    }
    std::vector<Column> shown;
    for (const Column column : roadmap().columns.order) {
        if (session.frame.column_widths[static_cast<std::size_t>(column)] > 0.0F) {
            shown.push_back(column);
        }
    }
    const auto place = session.cell ? std::ranges::find(shown, *session.cell) : shown.end();
    if (folding == act::Folding::Fold) {
        if (!session.cell) {
            return false;
        }
        session.cell = place == shown.begin() || place == shown.end()
                           ? std::nullopt
                           : std::optional(*std::prev(place));
    } else if (place == shown.end()) {
        session.cell = shown.empty() ? std::nullopt : std::optional(shown.front());
    } else if (std::next(place) != shown.end()) {
        session.cell = *std::next(place);
    }
    session.focus_on_row = true;
    keep_cell_in_sight();
    return true;
}

void ViewControl::keep_cell_in_sight() {
    const Session& session = m_context.state.session;
    if (!session.cell) {
        return;
    }
    float left = 0.0F;
    for (const Column column : roadmap().columns.order) {
        const float width = session.frame.column_widths[static_cast<std::size_t>(column)];
        if (column == *session.cell) {
            const float lowest = std::min(left + width - session.frame.table.width(), left);
            const float offset = roadmap().table_scroll_x;
            apply(act::ScrollTable{std::clamp(offset, lowest, left) - offset});
            return;
        }
        left += width;
    }
}

} // namespace vekha::app
