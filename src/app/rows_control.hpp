// RowsControl: the part of the dispatcher that says which rows there are and in which order:
// search, filter, grouping, sorting. What a filter hides is not selected, so that no key changes it
// unseen; it is selected again when it is shown again.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/roadmap_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>

namespace vekha::app {

// «Показано 5 из 88». Needs an open plan.
[[nodiscard]] std::string shown_count_text(Derived& derived, const Texts& texts,
                                           const AppState& state);

class RowsControl {
public:
    RowsControl(Context& context, ViewControl& view) : m_context(context), m_view(view) {}

    void apply(const act::AskChoice& action);
    void apply(const act::SetFilter& action);
    void apply(const act::CloseFilter& action);
    void apply(const act::SetMe& action);
    void apply(const act::ShowMine& action);
    void apply(const act::SetGrouping& action);
    void apply(const act::SetSort& action);
    void apply(const act::SortByColumn& action);
    void apply(const act::Reveal& action);
    void apply(const act::ShowTray& action);

    // The place of this very row; none when it is not shown.
    [[nodiscard]] std::optional<std::size_t> place_of(const Selection& row);

    // Once a frame, after everything was applied: what a changed filter, a changed grouping or an
    // edit brings.
    void tick();

private:
    [[nodiscard]] const Document& document() const; // of the open plan
    [[nodiscard]] const RoadmapRows& rows();
    void update_rows();
    void answered();
    void announce_order() const;
    void show_mine();
    void find_row();
    void unfold_around(const Measure& measure);
    void filter_changed();
    void regrouped(bool has_other_groups);
    void follow_group();
    void keep_selection();
    void remember_place();

    Context& m_context;
    ViewControl& m_view;
    // As of the last frame.
    RowFilter m_seen_filter;
    Person m_seen_me;
    Grouping m_seen_grouping = Grouping::Section;
    RowSort m_seen_sort;
    std::uint64_t m_seen_opening = 0;
    std::size_t m_seen_version = 0; // of the rows
    Selection m_seen_selection;
    Selection m_row_after; // the measures next to the selected row; empty: there is none
    Selection m_row_before;
};

} // namespace vekha::app
