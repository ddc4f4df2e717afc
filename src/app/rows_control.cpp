#include "app/rows_control.hpp"

#include "app/actions.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/scene/scene.hpp"

#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vekha::app {

std::string shown_count_text(Derived& derived, const Texts& texts, const AppState& state) {
    assert(state.plan);
    const std::size_t all = state.plan->document.measures.size();
    const FoundMeasures* const found = derived.found(state);
    const std::size_t count = found == nullptr ? all : found->count;
    return texts.format("filter.shown"_key,
                        {{"count", texts.number(static_cast<std::int64_t>(count))},
                         {"all", texts.number(static_cast<std::int64_t>(all))}});
}

void RowsControl::apply(const act::AskChoice& action) {
    if (!m_context.state.session.asks()) {
        m_context.state.session.question = ChoiceQuestion{action.of};
    }
}

void RowsControl::answered() {
    Session& session = m_context.state.session;
    if (std::holds_alternative<ChoiceQuestion>(session.question)) {
        session.question = {};
    }
}

void RowsControl::apply(const act::SetFilter& action) {
    m_context.state.session.filtering.filter = action.filter;
    answered();
}

void RowsControl::apply(const act::SetGrouping& action) {
    m_context.state.view.roadmap.grouping = action.grouping;
    answered();
}

void RowsControl::apply(const act::SetSort& action) {
    m_context.state.view.roadmap.sort = action.sort;
    answered();
}

void RowsControl::apply(const act::SortByColumn& action) {
    RowSort& sort = m_context.state.view.roadmap.sort;
    if (sort.by != action.column) {
        sort = {action.column, false};
    } else if (!sort.descending) {
        sort.descending = true;
    } else {
        sort = {};
    }
}

void RowsControl::apply(const act::CloseFilter& /*action*/) {
    Session& session = m_context.state.session;
    session.filtering.filter = {};
    session.filtering.is_open = false;
    if (session.field && session.field->field == EditField::Search) {
        session.field.reset();
        m_context.ports.field->hide();
    }
}

void RowsControl::tick() {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const bool is_new_plan =
        std::exchange(m_seen_opening, state.plan->opening) != state.plan->opening;
    const bool is_edited =
        std::exchange(m_seen_revision, state.plan->revision) != state.plan->revision;
    // Compared before it is copied: this is asked in every frame.
    const RowFilter& filter = state.session.filtering.filter;
    const bool is_changed = m_seen_filter != filter;
    if (is_changed) {
        m_seen_filter = filter;
    }
    const RoadmapView& view = state.view.roadmap;
    const bool is_grouped_anew = std::exchange(m_seen_grouping, view.grouping) != view.grouping;
    const bool is_sorted_anew = std::exchange(m_seen_sort, view.sort) != view.sort;
    if (!is_new_plan && (is_grouped_anew || is_sorted_anew)) {
        regrouped();
    }
    follow_group();
    if (is_new_plan) {
        return;
    }
    if (is_changed) {
        filter_changed();
    } else if (is_edited && filter.is_on()) {
        const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
        if (!rows.row_of(m_context.derived.selected(state))) {
            keep_place(rows);
        }
    }
}

// The same measure stays selected and is looked for at its new place; a heading of another grouping
// has none.
void RowsControl::regrouped() {
    Session& session = m_context.state.session;
    session.hovered.reset();
    if (session.selection.measure.empty()) {
        session.selection = {};
    }
    follow_group();
    m_view.scroll_to(0.0F);
    m_view.keep_selection_in_sight();
}

// A measure that an edit or another date took to another group is selected there.
void RowsControl::follow_group() {
    AppState& state = m_context.state;
    Selection& selection = state.session.selection;
    const RowGroups& groups = m_context.derived.groups(state);
    const std::optional<Owner> owner = m_context.derived.selected(state);
    const std::uint32_t group = !owner                            ? kNoGroup
                                : owner->kind == OwnerKind::Group ? owner->index
                                                                  : owner->group;
    const std::string_view key = groups.key_of(group);
    if (selection.group != key) {
        selection.group = key;
    }
}

void RowsControl::filter_changed() {
    AppState& state = m_context.state;
    Session& session = state.session;
    session.filtering.folded = {};
    session.hovered.reset();
    m_view.scroll_to(0.0F);
    // What is not shown must not be changed by a key; it comes back with its row.
    const RoadmapRows& rows = m_context.derived.rows(state, session.density);
    if (session.selection.empty()) {
        session.selection = session.filtering.hidden;
    }
    session.filtering.hidden = {};
    if (!rows.row_of(m_context.derived.selected(state))) {
        session.filtering.hidden = std::exchange(session.selection, {});
    }
    m_view.keep_selection_in_sight();
    m_context.ports.twin->announce(shown_count_text(m_context.derived, m_context.texts, state),
                                   false);
}

// An edit took the selected measure out of what the filter shows: the next one takes its place, so
// that work goes on down the list.
void RowsControl::keep_place(const RoadmapRows& rows) {
    const std::optional<Owner> gone = m_context.derived.selected(m_context.state);
    if (!gone || gone->kind != OwnerKind::Measure) {
        return;
    }
    std::optional<std::size_t> place;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const Row& row = rows.rows[i];
        if (row.kind != RowKind::Measure) {
            continue;
        }
        place = i;
        if (row.index > gone->index) {
            break;
        }
    }
    if (place) {
        m_view.select_row(rows, *place);
    } else {
        m_context.state.session.selection = {};
    }
}

} // namespace vekha::app
