#include "app/bulk_editor.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/measure_editor.hpp"
#include "app/plan_editor.hpp"
#include "app/questions.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/base/shared_list.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/find/picked_measures.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

namespace {

bool is_picked(const Row& row, const PickedMeasures& picked) {
    return !row.is_heading() && picked.has(row.index);
}

} // namespace

void BulkEditor::say(TextKey what, std::size_t count) {
    m_context.show(MessageKind::Info,
                   {what, {{"n", m_context.texts.number(static_cast<std::int64_t>(count))}}});
}

// ---- progress -----------------------------------------------------------------------------------

void BulkEditor::apply(const act::SetSelectedState& action) {
    if (has_picked()) {
        m_editor.apply(act::SetProgress{{}, {.state = action.state}});
    } else {
        m_editor.apply(action);
    }
}

// Done, and where all are done already, in progress again.
void BulkEditor::apply(const act::ToggleSelectedDone& action) {
    if (!has_picked()) {
        m_editor.apply(action);
        return;
    }
    const AppState& state = m_context.state;
    assert(state.plan.has_value());
    const SharedList<Measure>& measures = state.plan->document.measures;
    const std::vector<BulkTarget> targets = targets_meant(state, m_context.derived);
    const bool all_done = std::ranges::all_of(targets, [&measures](const BulkTarget& target) {
        return target.is_derived || measures[target.index].report.state == StoredState::Done;
    });
    apply(act::SetSelectedState{all_done ? StoredState::InProgress : StoredState::Done});
}

// ---- which there are, and in which order --------------------------------------------------------

// What stands where they stood, behind the current row or else before it.
Selection BulkEditor::row_beside() {
    const AppState& state = m_context.state;
    assert(state.plan.has_value());
    const RoadmapRows& rows = m_context.derived.rows(state, state.session.density);
    const std::size_t from = rows.row_of(m_context.derived.selected(state)).value_or(0);
    const auto stays = [&](std::size_t place) {
        const Row& row = rows.rows[place];
        return !row.is_heading() && !state.session.picked.has(row.index);
    };
    std::size_t place = from;
    while (place < rows.rows.size() && !stays(place)) {
        ++place;
    }
    for (std::size_t before = from; place == rows.rows.size() && before > 0; --before) {
        place = stays(before - 1) ? before - 1 : place;
    }
    return place == rows.rows.size()
               ? Selection{}
               : selection_of(state.plan->document, m_context.derived.groups(state),
                              rows.rows[place].owner());
}

bool BulkEditor::remove_meant(TextKey label) {
    AppState& state = m_context.state;
    const std::vector<MeasureId> ids = measures_meant(state);
    if (!state.plan || ids.empty()) {
        return false;
    }
    Selection beside = has_picked() ? row_beside() : state.session.selection;
    if (m_editor.edit(remove_measures(state.plan->document, ids), label, ids.front(), ids.size()) !=
        EditOutcome::Changed) {
        return false;
    }
    state.session.picked.clear();
    state.session.picking = false;
    state.session.selection = std::move(beside);
    return true;
}

void BulkEditor::apply(const act::RemoveMeasure& action) {
    if (!has_picked()) {
        m_measures.apply(action);
        return;
    }
    const std::size_t count = m_context.state.session.picked.count();
    if (remove_meant("edit.removeMany"_key)) {
        say("picked.removed"_key, count);
    }
}

void BulkEditor::apply(const act::DuplicateMeasure& action) {
    const AppState& state = m_context.state;
    if (!has_picked() || !state.plan) {
        m_measures.apply(action);
        return;
    }
    const std::vector<MeasureId> ids = measures_meant(state);
    Result<AddedMeasures, EditProblem> added =
        duplicate_measures(state.plan->document, ids, m_context.ids);
    if (added && m_measures.show_added(std::move(added).value(), "edit.duplicateMany"_key)) {
        say("picked.duplicated"_key, ids.size());
    }
}

// Past the row above the first of them, or below the last; they stand together from then on.
void BulkEditor::apply(const act::MoveMeasure& action) {
    const AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    const RoadmapRows& shown = m_context.derived.rows(state, state.session.density);
    const std::vector<Row>& rows = shown.rows;
    std::optional<std::size_t> edge;
    if (!has_picked()) {
        edge = shown.row_of(m_context.derived.selected(state));
    }
    for (std::size_t i = 0; has_picked() && i < rows.size(); ++i) {
        if (is_picked(rows[i], state.session.picked) &&
            (!edge || action.to == act::RowMove::Down)) {
            edge = i;
        }
    }
    const auto place = place_beside(state, m_context.derived, edge, action.to);
    if (!place) {
        m_context.show(MessageKind::Info, {"edit.cannotMove"_key, {}});
        return;
    }
    move(measures_meant(state), *place);
}

void BulkEditor::move(const std::vector<MeasureId>& ids, const MeasurePlace& place) {
    if (!m_context.state.plan || ids.empty()) {
        return;
    }
    const bool many = ids.size() > 1;
    if (m_editor.edit(move_measures(m_context.state.plan->document, ids, place),
                      many ? "edit.moveMany"_key : "edit.moveMeasure"_key, ids.front(),
                      ids.size()) != EditOutcome::Changed) {
        return;
    }
    if (many) {
        say("picked.moved"_key, ids.size());
    } else {
        m_measures.reveal(ids.front());
    }
}

void BulkEditor::apply(const act::MoveToSection& action) {
    AppState& state = m_context.state;
    if (std::holds_alternative<ChoiceQuestion>(state.session.question)) {
        state.session.question = {}; // it is answered
    }
    if (!state.plan) {
        return;
    }
    // Those that stand there already stay where they are.
    const Document& document = state.plan->document;
    std::vector<MeasureId> ids = measures_meant(state);
    std::erase_if(ids, [&](const MeasureId& id) {
        const Measure* const measure = find_measure(state, id);
        return measure == nullptr || measure->section == action.section;
    });
    move(ids, {action.section, last_of_section(document, action.section)});
}

void BulkEditor::apply(const act::HoldRows& action) {
    m_context.state.session.held_row = action.held;
}

// Behind the nearest row above the place that stays where it is, or before all others there.
void BulkEditor::apply(const act::PlaceRows& action) {
    AppState& state = m_context.state;
    if (std::exchange(state.session.held_row, {}) != action.held) {
        return; // Escape let go of them
    }
    const std::vector<Row>& rows = m_context.derived.rows(state, state.session.density).rows;
    if (!state.plan || !rows_stand_as_in_file(state.view.roadmap) || rows.empty() ||
        action.above > rows.size()) {
        m_context.show(MessageKind::Info, {"edit.cannotMove"_key, {}});
        return;
    }
    const Document& document = state.plan->document;
    const PickedMeasures& picked = state.session.picked;
    const std::uint32_t held = find_by_id(document.measures, action.held);
    const bool all = held != kNoIndex && picked.has(held);
    const auto goes = [&](const Row& row) {
        return !row.is_heading() && (row.index == held || (all && picked.has(row.index)));
    };
    std::size_t above = action.above;
    while (above > 0 && goes(rows[above - 1])) {
        --above;
    }
    const Row& beside = rows[above == 0 ? 0 : above - 1];
    MeasurePlace place;
    if (beside.is_heading()) {
        place.section = document.sections[beside.index].id;
    } else {
        const Measure& measure = document.measures[beside.index];
        place = {measure.section, above == 0 ? MeasureId{} : measure.id};
    }
    move(all ? picked.ids() : std::vector{action.held}, place);
}

} // namespace vekha::app
