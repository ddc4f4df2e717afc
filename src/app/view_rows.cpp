// Which row is selected, step by step, and that it stays in sight.
#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <optional>
#include <string>

namespace vekha::app {

void ViewControl::apply(const act::StepSelection& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
    if (rows.rows.empty()) {
        return;
    }
    const std::size_t last = rows.rows.size() - 1;
    std::optional<Owner> owner = m_context.derived.selected(state);
    if (!owner && state.session.focus_on_row) {
        owner = owner_of(state.plan->document, m_context.derived.groups(state),
                         state.session.focused_row);
    }
    const std::optional<std::size_t> current = rows.row_of(owner);
    const std::size_t from = current.value_or(std::min(rows.row_at(roadmap().scroll_y), last));
    // A page ends above the heading that stays in sight.
    const float page =
        state.session.frame.table.height() - row_metrics(state.session.density).section_height;
    const auto row_away = [&](float distance) {
        return std::min(rows.row_at(rows.rows[from].top + distance), last);
    };
    std::size_t to = from;
    switch (action.step) {
    case act::RowStep::Up:
        to -= current ? std::min<std::size_t>(from, 1) : 0;
        break;
    case act::RowStep::Down:
        to = current ? std::min(from + 1, last) : from;
        break;
    case act::RowStep::PageUp:
        to = std::min(row_away(-page), from - std::min<std::size_t>(from, 1));
        break;
    case act::RowStep::PageDown:
        to = std::max(row_away(page), std::min(from + 1, last));
        break;
    case act::RowStep::First:
        to = 0;
        break;
    case act::RowStep::Last:
        to = last;
        break;
    }
    select_row(rows, to);
}

void ViewControl::select_row(const RoadmapRows& rows, std::size_t row) {
    AppState& state = m_context.state;
    assert(state.plan.has_value());
    state.session.selection =
        selection_of(state.plan->document, m_context.derived.groups(state), rows.rows[row].owner());
    state.session.focus_on_row = true;
    keep_selection_in_sight();
}

void ViewControl::select_next_measure() {
    AppState& state = m_context.state;
    const RoadmapRows& all = m_context.derived.rows(state, state.session.density);
    const std::optional<std::size_t> selected = all.row_of(m_context.derived.selected(state));
    std::optional<std::size_t> next;
    int place = 0; // of the next one
    int count = 0;
    for (std::size_t row = 0; row < all.rows.size(); ++row) {
        if (all.rows[row].is_heading()) {
            continue;
        }
        ++count;
        const bool is_behind = selected && row > *selected;
        if (!next || (is_behind && *next <= *selected)) {
            next = row;
            place = count;
        }
    }
    if (!next || !state.plan) {
        return;
    }
    const Measure& measure = state.plan->document.measures[all.rows[*next].index];
    const std::string words =
        m_context.texts.format("filter.found"_key, {{"place", std::to_string(place)},
                                                    {"count", std::to_string(count)},
                                                    {"title", measure.title}});
    select_row(all, *next);
    state.session.focus_on_row = false;
    m_context.ports.twin->announce(words, false);
}

bool ViewControl::selection_is_in_sight() {
    const AppState& state = m_context.state;
    if (!state.plan || state.session.selection.empty()) {
        return false;
    }
    const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
    const std::optional<std::size_t> row = rows.row_of(m_context.derived.selected(state));
    const float top = row ? rows.rows[*row].top - state.view.roadmap.scroll_y : 0.0F;
    return row && top + rows.rows[*row].height > 0.0F && top < state.session.frame.table.height();
}

void ViewControl::keep_selection_in_sight() {
    AppState& state = m_context.state;
    const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
    const std::optional<std::size_t> row = rows.row_of(m_context.derived.selected(state));
    const float height = state.session.frame.table.height();
    if (!row || height <= 0.0F) {
        return;
    }
    const Row& target = rows.rows[*row];
    // The headings of its sections stay in sight above a row and would hide it.
    const RowMetrics metrics = row_metrics(state.session.density);
    const float headings = static_cast<float>(target.level) * metrics.section_height;
    const float highest = target.top - headings;
    const float lowest = target.top + target.height - height;
    scroll_to(std::clamp(roadmap().scroll_y, std::min(lowest, highest), std::max(lowest, highest)));
}

} // namespace vekha::app
