#include "app/rows_control.hpp"

#include "app/actions.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/plan_words.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/shared_list.hpp"
#include "core/find/mine.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/section_tree.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

// The person who looks has rows in one of them: the agenda goes over all.
bool is_in_open_plans(const AppState& state) {
    for (std::size_t tab = 0; tab < plan_count(state); ++tab) {
        const OwnRows own(plan_at(state, tab).document, state.view.me);
        if (std::ranges::any_of(plan_at(state, tab).document.measures,
                                [&](const Measure& measure) { return own.has(measure); })) {
            return true;
        }
    }
    return false;
}

} // namespace

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
    AppState& state = m_context.state;
    if (state.session.asks()) {
        return;
    }
    state.session.question = ChoiceQuestion{action.of, {}};
    // Where there is no view to choose, one can only be given a name.
    if (action.of == ChoiceOf::Views && state.plan && state.plan->document.views.empty() &&
        !is_read_only(state)) {
        state.session.field =
            FieldEdit{.key = semantic_key(kViewNameField), .field = EditField::ViewName};
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

void RowsControl::apply(const act::SetMe& action) {
    m_context.state.view.me = action.me;
    answered();
    if (action.me.is_known()) {
        show_mine();
    } else {
        m_context.state.session.filtering.filter.mine = false;
    }
}

void RowsControl::apply(const act::ShowMine& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    if (state.session.filtering.filter.mine) {
        state.session.filtering.filter.mine = !action.toggles;
        return;
    }
    if (is_in_open_plans(state)) {
        show_mine();
        return;
    }
    if (state.view.me.is_known()) {
        m_context.show(MessageKind::Info, {"mine.notHere"_key, {{"name", state.view.me.name}}});
    }
    apply(act::AskChoice{ChoiceOf::Me});
}

// The rows of the person, and beside them the agenda, which stands where no row is selected.
void RowsControl::show_mine() {
    Session& session = m_context.state.session;
    session.filtering.filter.mine = true;
    session.selection = {};
    m_view.apply(act::ShowInspector{true});
}

void RowsControl::apply(const act::SetGrouping& action) {
    m_context.state.view.roadmap.grouping = action.grouping;
    answered();
    const std::string name(grouping_name(m_context.texts, action.grouping));
    m_context.ports.twin->announce(
        m_context.texts.format("roadmap.groupChoice"_key, {{"grouping", name}}), false);
}

void RowsControl::apply(const act::SetSort& action) {
    m_context.state.view.roadmap.sort = action.sort;
    answered();
    announce_order();
}

void RowsControl::announce_order() const {
    const Texts& texts = m_context.texts;
    const RowSort& sort = m_context.state.view.roadmap.sort;
    m_context.ports.twin->announce(
        sort.by ? texts.format(sort.descending ? "order.descending"_key : "order.ascending"_key,
                               {{"column", std::string(column_name(texts, *sort.by))}})
                : std::string(texts.get("order.plan"_key)),
        false);
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
    announce_order();
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

void RowsControl::apply(const act::ShowTray& action) {
    AppState& state = m_context.state;
    if (action.open && state.plan && m_context.derived.filter_counts(state).undated.empty()) {
        m_context.show(MessageKind::Info, {"tray.none"_key, {}});
        return;
    }
    state.session.tray_open = action.open;
}

void RowsControl::apply(const act::Reveal& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const std::uint32_t index = find_by_id(state.plan->document.measures, action.measure);
    if (index == kNoIndex) {
        return;
    }
    const FoundMeasures* const found = m_context.derived.found(state);
    if (found != nullptr && found->fits[index] == 0) {
        apply(act::CloseFilter{});
    }
    state.session.selection = {.measure = action.measure};
    find_row();
    state.session.focus_on_row = true;
    state.session.tray_open = false; // it would lie over the row
    m_view.keep_selection_in_sight();
}

void RowsControl::unfold_around(const Measure& measure) {
    AppState& state = m_context.state;
    Session& session = state.session;
    FoldedRows& folded =
        session.filtering.filter.is_on() ? session.filtering.folded : state.view.roadmap.folded;
    folded.groups.erase(session.selection.group);
    const SharedList<Section>& sections = document().sections;
    const SectionTree tree(document());
    const std::uint32_t section = tree.find(measure.section);
    if (section != SectionTree::kNone) {
        folded.sections.erase(sections[section].id);
        folded.sections.erase(sections[tree.top(section)].id);
    }
}

void RowsControl::tick() {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const bool is_new_plan =
        std::exchange(m_seen_opening, state.plan->opening) != state.plan->opening;
    // Compared before it is copied: this is asked in every frame.
    const RowFilter& filter = state.session.filtering.filter;
    const bool is_other_person = filter.mine && m_seen_me != state.view.me;
    const bool is_filtered_anew = m_seen_filter != filter || is_other_person;
    if (is_filtered_anew) {
        m_seen_filter = filter;
        m_seen_me = state.view.me;
    }
    const RoadmapView& view = state.view.roadmap;
    const bool is_grouped_anew = std::exchange(m_seen_grouping, view.grouping) != view.grouping;
    const bool is_sorted_anew = std::exchange(m_seen_sort, view.sort) != view.sort;
    update_rows();
    Session& session = state.session;
    // Whose rows these are may have changed while the plan stood behind another one.
    if (is_new_plan && !session.selection.empty() && !place_of(session.selection)) {
        session.filtering.hidden = std::exchange(session.selection, {});
    }
    if (!is_new_plan) {
        if (is_grouped_anew || is_sorted_anew) {
            regrouped(is_grouped_anew);
        }
        if (is_filtered_anew) {
            filter_changed();
        } else if (m_seen_version != m_context.derived.rows_version()) {
            keep_selection();
        }
    }
    remember_place();
}

// So that their version is that of the rows as they are by now.
void RowsControl::update_rows() {
    static_cast<void>(rows());
}

const Document& RowsControl::document() const {
    assert(m_context.state.plan.has_value());
    return m_context.state.plan->document;
}

const RoadmapRows& RowsControl::rows() {
    return m_context.derived.rows(m_context.state, m_context.state.session.density);
}

// The place of this very row; none when it is not shown.
std::optional<std::size_t> RowsControl::place_of(const Selection& row) {
    const RowGroups& groups = m_context.derived.groups(m_context.state);
    const std::optional<Owner> owner = owner_of(document(), groups, row);
    if (!owner) {
        return std::nullopt;
    }
    const bool is_group = owner->kind == OwnerKind::Group;
    const std::string_view key = groups.key_of(is_group ? owner->index : owner->group);
    return key == row.group ? rows().row_of(owner) : std::nullopt;
}

// Of the selected measure, in whichever group it is; opens what it is folded away in.
void RowsControl::find_row() {
    AppState& state = m_context.state;
    Selection& selection = state.session.selection;
    follow_group();
    const std::uint32_t index = find_by_id(document().measures, selection.measure);
    if (index != kNoIndex && !place_of(selection)) {
        unfold_around(document().measures[index]);
    }
}

// The same measure stays selected and is looked for at its new place; a heading of another grouping
// has none.
void RowsControl::regrouped(bool has_other_groups) {
    Session& session = m_context.state.session;
    session.hovered.reset();
    if (has_other_groups && session.selection.measure.empty()) {
        session.selection = {};
    }
    find_row();
    m_view.scroll_to(0.0F);
    m_view.keep_selection_in_sight();
}

// The measure's row may stand in another group by now.
void RowsControl::follow_group() {
    AppState& state = m_context.state;
    Selection& selection = state.session.selection;
    const RowGroups& groups = m_context.derived.groups(state);
    const std::optional<Owner> owner = m_context.derived.selected(state);
    const std::uint32_t group = !owner                            ? kNoIndex
                                : owner->kind == OwnerKind::Group ? owner->index
                                                                  : owner->group;
    const std::string_view key = groups.key_of(group);
    if (selection.group != key) {
        selection.group = key;
    }
}

// An edit, an undo or another date changed the rows. A measure whose row went to another group is
// followed there, so that the next key means the same measure. What is not shown cannot stay
// selected: what a filter or a folded heading hides makes way for the row that stands there now.
void RowsControl::keep_selection() {
    Selection& selection = m_context.state.session.selection;
    if (selection.empty() || place_of(selection)) {
        return;
    }
    const bool is_new = selection.measure != m_seen_selection.measure;
    if (is_new) {
        find_row(); // an undo selects what it changes
    } else {
        follow_group();
    }
    for (const Selection* const row : {&selection, &m_row_after, &m_row_before}) {
        if (!row->empty() && place_of(*row)) {
            selection = Selection(*row);
            m_view.keep_selection_in_sight();
            return;
        }
    }
    selection = {};
}

void RowsControl::remember_place() {
    const AppState& state = m_context.state;
    const std::size_t version = m_context.derived.rows_version();
    const Selection& selection = state.session.selection;
    if (m_seen_version == version && m_seen_selection == selection) {
        return;
    }
    m_seen_version = version;
    m_seen_selection = selection;
    m_row_after = {};
    m_row_before = {};
    const std::optional<std::size_t> place = place_of(selection);
    if (!place) {
        return;
    }
    const std::vector<Row>& all = rows().rows;
    const auto row_at = [&](std::size_t i) {
        return selection_of(document(), m_context.derived.groups(state), all[i].owner());
    };
    for (std::size_t i = *place + 1; i < all.size() && m_row_after.empty(); ++i) {
        m_row_after = all[i].is_heading() ? Selection{} : row_at(i);
    }
    for (std::size_t i = *place; i > 0 && m_row_before.empty(); --i) {
        m_row_before = all[i - 1].is_heading() ? Selection{} : row_at(i - 1);
    }
}

void RowsControl::filter_changed() {
    AppState& state = m_context.state;
    Session& session = state.session;
    session.filtering.folded = {};
    session.hovered.reset();
    m_view.scroll_to(0.0F);
    // What is not shown must not be changed by a key; it comes back with its row.
    if (session.selection.empty()) {
        session.selection = session.filtering.hidden;
    }
    session.filtering.hidden = {};
    follow_group();
    if (!place_of(session.selection)) {
        session.filtering.hidden = std::exchange(session.selection, {});
    }
    m_view.keep_selection_in_sight();
    m_context.ports.twin->announce(shown_count_text(m_context.derived, m_context.texts, state),
                                   false);
}

} // namespace vekha::app
