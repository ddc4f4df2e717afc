#include "app/view_control.hpp"

#include "app/actions.hpp"
#include "app/animation.hpp"
#include "app/context.hpp"
#include "app/date_words.hpp"
#include "app/form_subject.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"
#include "core/base/geometry.hpp"
#include "core/edit/evidence_text.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <ranges>
#include <utility>
#include <variant>

namespace vekha::app {

namespace {

bool should_fold(act::Folding folding, bool folded) {
    return folding == act::Folding::Toggle ? !folded : folding == act::Folding::Fold;
}

} // namespace

// ---- screens, questions, messages ---------------------------------------------------------------

void ViewControl::apply(const act::CancelQuestion& /*action*/) {
    Session& session = m_context.state.session;
    // A text that was refused is put right first, or dropped by Escape.
    if (auto* const book = std::get_if<BookQuestion>(&session.question);
        book != nullptr && holds_refused_text(session.field) &&
        session.field->field == EditField::Form && stands_in_book(session.field->form.subject.of)) {
        *book = {.chosen = session.field->form.subject};
        session.field->waits = false;
        return;
    }
    // What was typed into a form stands in the plan by then.
    const bool is_form = std::holds_alternative<BookQuestion>(session.question) ||
                         std::holds_alternative<DraftQuestion>(session.question);
    if (!is_form && is_field_of_question(session)) {
        session.field.reset();
        m_context.ports.field->hide();
    }
    if (m_context.state.plan && std::holds_alternative<ProblemsList>(session.question)) {
        m_context.state.plan->tells_problems = false;
    }
    session.question = {};
}

void ViewControl::apply(const act::CloseMessage& /*action*/) {
    Session& session = m_context.state.session;
    if (session.message) {
        session.message.reset();
        return;
    }
    for (LastingWarning& warning : std::views::reverse(session.lasting)) {
        if (!warning.closed) {
            warning.closed = true;
            return;
        }
    }
}

void ViewControl::apply(const DragHovers& event) {
    m_context.state.session.drag_over = event.inside;
}

void ViewControl::apply(const MediaChanged& event) {
    m_context.state.session.media = {event.dark, event.reduced_motion, event.more_contrast};
}

void ViewControl::apply(const act::OpenLink& action) const {
    if (is_safe_link(action.url)) {
        m_context.ports.page->open_link(action.url);
    }
}

// ---- selection ----------------------------------------------------------------------------------

void ViewControl::apply(const act::Select& action) {
    Session& session = m_context.state.session;
    const Selection before =
        std::exchange(session.selection, m_context.state.plan ? action.row : Selection{});
    session.cell.reset();
    session.pressed_cell.reset();
    if (!session.selection.empty()) {
        session.focus_on_row = true;
    } else if (session.focus_on_row && !before.empty()) {
        session.focused_row = before; // the keyboard stays there
    }
}

void ViewControl::apply(const act::Hover& action) {
    m_context.state.session.hovered = action.owner;
}

void ViewControl::apply(const act::Focus& action) {
    Session& session = m_context.state.session;
    session.focused = action.key;
    const bool on_row = action.key != 0 && action.key == row_key(session.selection);
    const bool same_cell = !on_row && action.key != 0 && action.key == selected_key(session);
    const bool other_cell = action.cell && action.row == session.selection;
    const bool is_selected = on_row || same_cell || other_cell;
    if (!same_cell) {
        session.cell = other_cell ? action.cell : std::nullopt;
    }
    session.focused_row = action.row;
    session.focus_on_row = is_selected || (!action.row.empty() && session.selection.empty());
}

// ---- folding ------------------------------------------------------------------------------------

namespace {

// Puts the key into the set, or takes it out.
template <class Set, class Key>
void fold(Set& set, const Key& key, act::Folding folding) {
    if (should_fold(folding, set.contains(key))) {
        set.insert(key);
    } else {
        set.erase(key);
    }
}

// All that the list names, or none of it; other members of the set stay.
template <class Set, class List, class Name>
void fold_all(Set& set, const List& list, Name name, act::Folding folding) {
    const bool all_folded = std::ranges::all_of(
        list, [&](const auto& each) { return set.contains(std::invoke(name, each)); });
    const bool should = should_fold(folding, all_folded);
    for (const auto& each : list) {
        if (should) {
            set.insert(std::invoke(name, each));
        } else {
            set.erase(std::invoke(name, each));
        }
    }
}

} // namespace

void ViewControl::apply(const act::FoldHeading& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    if (action.heading.section.empty()) {
        fold(folded().groups, action.heading.group, action.folding);
    } else {
        fold(folded().sections, action.heading.section, action.folding);
    }
    // What is folded away cannot stay selected: its heading is.
    const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
    if (!state.session.selection.empty() && !rows.row_of(m_context.derived.selected(state))) {
        state.session.selection = action.heading;
    }
    state.session.hovered.reset();
}

void ViewControl::apply(const act::FoldSelected& action) {
    AppState& state = m_context.state;
    const std::optional<Owner> selected = m_context.derived.selected(state);
    if (!selected || step_cell(action.folding)) {
        return;
    }
    if (selected->kind != OwnerKind::Measure) {
        const Selection heading = state.session.selection;
        const bool is_folded = selected->kind == OwnerKind::Section
                                   ? folded().sections.contains(heading.section)
                                   : folded().groups.contains(heading.group);
        if (should_fold(action.folding, is_folded) != is_folded) {
            apply(act::FoldHeading{heading, action.folding});
            return;
        }
    }
    if (action.folding == act::Folding::Fold) {
        const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
        const std::optional<std::size_t> row = rows.row_of(selected);
        if (row && rows.rows[*row].heading_row >= 0) {
            select_row(rows, static_cast<std::size_t>(rows.rows[*row].heading_row));
        }
    }
}

void ViewControl::apply(const act::FoldAll& action) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    // What other groupings have folded stays as it is.
    const RowGroups& groups = m_context.derived.groups(state);
    if (groups.grouping == Grouping::Section) {
        fold_all(folded().sections, state.plan->document.sections, &Section::id, action.folding);
    } else {
        fold_all(folded().groups, groups.groups, &RowGroup::key, action.folding);
    }
    const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
    if (!rows.row_of(m_context.derived.selected(state))) {
        state.session.selection = {};
    }
    state.session.hovered.reset();
    scroll_to(0.0F);
    m_context.ports.twin->announce(
        m_context.texts.plural(
            "rows.shown"_key,
            static_cast<std::int64_t>(
                m_context.derived.rows(state, state.session.density).rows.size())),
        false);
}

FoldedRows& ViewControl::folded() {
    Session& session = m_context.state.session;
    return session.filtering.filter.is_on() ? session.filtering.folded : roadmap().folded;
}

// ---- widths and scroll --------------------------------------------------------------------------

void ViewControl::apply(const act::ShowColumn& action) {
    roadmap().columns.hidden[static_cast<std::size_t>(action.column)] = !action.shown;
}

void ViewControl::apply(const act::PlaceColumn& action) {
    roadmap().columns.put(action.column, action.place);
}

void ViewControl::apply(const act::SetColumnWidth& action) {
    roadmap().column_widths[static_cast<std::size_t>(action.column)] =
        std::clamp(action.width_px, kMinColumnWidth, kMaxStoredWidth);
}

// The titles and the words of the states give what is needed; the other columns stay as they are
// seen, or the layout would leave them out for want of room.
void ViewControl::apply(const act::StepColumnWidth& action) {
    const Session& session = m_context.state.session;
    const Column stepped = session.cell.value_or(Column::Title);
    for (std::size_t i = 0; i < kColumnCount; ++i) {
        const auto column = static_cast<Column>(i);
        const float width = session.frame.column_widths[i];
        const bool gives = column == Column::Title || column == Column::State;
        if (width > 0.0F && (column == stepped || !gives)) {
            apply(act::SetColumnWidth{column, column == stepped ? width + action.by_px : width});
        }
    }
}

void ViewControl::apply(const act::SetSplit& action) {
    roadmap().table_width = std::clamp(action.table_width_px, kMinTableWidth, kMaxStoredWidth);
}

void ViewControl::apply(const act::ScrollTo& action) {
    const float before = roadmap().scroll_y;
    scroll_to(action.y);
    if (roadmap().scroll_y != before) {
        m_context.state.session.hovered.reset();
    }
}

void ViewControl::apply(const act::ScrollBy& action) {
    apply(act::ScrollTo{roadmap().scroll_y + action.dy});
}

void ViewControl::apply(const act::ScrollTable& action) {
    roadmap().table_scroll_x = std::clamp(roadmap().table_scroll_x + action.dx, 0.0F,
                                          m_context.state.session.frame.max_table_scroll_x);
}

void ViewControl::scroll_to(float y) {
    const AppState& state = m_context.state;
    const float all = state.plan ? m_context.derived.rows(state, state.session.density).total_height
                                 : state.session.frame.table.height();
    const float most = std::max(0.0F, all - state.session.frame.table.height());
    roadmap().scroll_y = std::clamp(y, 0.0F, most);
}

// ---- once a frame -------------------------------------------------------------------------------

void ViewControl::tick() {
    Session& session = m_context.state.session;
    const double now = m_context.now();
    if (session.glide) {
        roadmap().scale = glide_at(*session.glide, now);
        if (glide_ended(*session.glide, now)) {
            session.glide.reset();
        } else {
            m_context.repaint.request(RepaintReason::Glide);
        }
    }
    const bool goes = session.message && session.message->hide_at_seconds > 0.0;
    if (goes && session.message->hide_at_seconds <= now) {
        session.message.reset();
    }
}

bool ViewControl::note_frame(const RoadmapFrame& frame, Density density) {
    AppState& state = m_context.state;
    const TimeScale scale = roadmap().scale;
    const float scroll_y = roadmap().scroll_y;
    const float scroll_x = roadmap().table_scroll_x;
    const RoadmapFrame& before = state.session.frame;
    const bool resized = frame.time.width() != before.time.width();
    // A plan that comes now, or came back, brings its scroll as it was kept.
    const std::uint64_t opening = state.plan ? state.plan->opening : 0;
    const bool same_plan = std::exchange(m_laid_out, opening) == opening && state.plan;
    const bool other_rows = same_plan && density != state.session.density;
    const bool other_height = other_rows || frame.table.height() != before.table.height();
    const bool seen = other_height && selection_is_in_sight();
    const std::size_t top =
        other_rows ? m_context.derived.rows(state, state.session.density).row_at(scroll_y) : 0;
    state.session.frame = frame;
    state.session.density = density;
    if (!state.plan) {
        return false;
    }
    // What was looked at stays in sight.
    const RoadmapRows& rows = m_context.derived.rows(state, density);
    if (other_rows && top < rows.rows.size() && scroll_y > 0.0F) {
        scroll_to(rows.rows[top].top);
    }
    if (seen) {
        keep_selection_in_sight();
    }
    const bool fit = state.session.fit_pending || (state.session.fitted && resized);
    if (fit && frame.time.width() > 0.0F) {
        state.session.fit_pending = false;
        set_scale(fitted_scale(), act::Glide::No);
        state.session.fitted = true;
    }
    scroll_to(roadmap().scroll_y);
    apply(act::ScrollTable{0.0F});
    const bool changed = !(scale == roadmap().scale) || scroll_y != roadmap().scroll_y ||
                         scroll_x != roadmap().table_scroll_x;
    if (changed) {
        m_context.repaint.request(RepaintReason::Layout);
    }
    return changed;
}

// ---- as-of date, theme, language, panels --------------------------------------------------------

void ViewControl::apply(const act::SetAsOf& action) {
    m_context.state.view.as_of = action.choice;
    m_context.ports.twin->announce(
        m_context.texts.format(
            "topbar.asOf"_key,
            {{"date", short_date(m_context.texts, as_of_date(m_context.state))}}),
        false);
}

void ViewControl::apply(const act::SetTheme& action) {
    m_context.state.view.theme = action.theme;
}

void ViewControl::apply(const act::SetContrast& action) {
    m_context.state.view.contrast = action.contrast;
}

void ViewControl::apply(const act::SetInterfaceScale& action) {
    m_context.state.view.scale_percent = scale_beside(action.percent, 0);
}

void ViewControl::apply(const act::SetLanguage& action) {
    m_context.state.view.language = action.language;
    m_context.texts.set_language(action.language);
}

void ViewControl::apply(const act::ShowInspector& action) {
    AppState& state = m_context.state;
    (state.session.inspector_is_sheet ? state.session.sheet_open : state.view.inspector_open) =
        action.open;
}

void ViewControl::apply(const act::ToggleInspector& /*action*/) {
    apply(act::ShowInspector{!inspector_is_open(m_context.state)});
}

void ViewControl::apply(const act::FoldInspector& action) {
    m_context.state.session.inspector_is_sheet = action.to_sheet;
    m_context.state.session.sheet_open = false;
}

} // namespace vekha::app
