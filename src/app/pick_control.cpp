#include "app/pick_control.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/rows_control.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/find/picked_measures.hpp"
#include "core/find/row_filter.hpp"
#include "core/layout/roadmap_rows.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace vekha::app {

std::string picked_text(const Texts& texts, const Session& session) {
    const auto count = static_cast<std::int64_t>(session.picked.count());
    if (count == 0) {
        return std::string(texts.get(session.picking ? "picked.none"_key : "picked.dropped"_key));
    }
    if (session.picked_hidden == 0) {
        return texts.plural("picked.count"_key, count);
    }
    const auto hidden = static_cast<std::int64_t>(session.picked_hidden);
    return texts.plural("picked.countHidden"_key, count, {{"hidden", texts.number(hidden)}});
}

PickedMeasures& PickControl::picked() {
    AppState& state = m_context.state;
    assert(state.plan.has_value());
    state.session.picked.follow(state.plan->document.measures);
    return state.session.picked;
}

const RoadmapRows& PickControl::rows() {
    return m_context.derived.rows(m_context.state, m_context.state.session.density);
}

// A measure, or all that show below a heading. Out again when it was picked already.
void PickControl::flip(const Selection& row) {
    PickedMeasures& all = picked();
    const std::vector<Row>& shown = rows().rows;
    const std::optional<std::size_t> place = m_rows.place_of(row);
    if (!place) {
        return;
    }
    if (!shown[*place].is_heading()) {
        all.put(shown[*place].index, !all.has(shown[*place].index));
        return;
    }
    std::vector<std::uint32_t> below;
    for (std::size_t i = *place + 1; i < shown.size() && shown[i].level > shown[*place].level;
         ++i) {
        if (!shown[i].is_heading()) {
            below.push_back(shown[i].index);
        }
    }
    const bool is_whole = std::ranges::all_of(below, [&](auto index) { return all.has(index); });
    for (const std::uint32_t index : below) {
        all.put(index, !is_whole);
    }
}

// The first one that is picked beside the current row takes that along.
void PickControl::toggle(const Selection& row) {
    const Session& session = m_context.state.session;
    const Selection& current = session.selection;
    if (picked().empty() && !session.picking && !current.measure.empty() &&
        current.measure != row.measure) {
        flip(current);
    }
    flip(row);
}

void PickControl::apply(const act::Pick& action) {
    Session& session = m_context.state.session;
    if (!m_context.state.plan) {
        return;
    }
    switch (action.by) {
    case act::PickBy::Press:
        if (session.picking) {
            toggle(action.row);
        } else {
            session.picked.clear();
        }
        break;
    case act::PickBy::Toggle:
        toggle(action.row);
        break;
    case act::PickBy::Extend:
        begin_range();
        break;
    }
    m_view.apply(act::Select{action.row});
    session.pressed_cell = action.column;
    if (action.by == act::PickBy::Extend) {
        extend();
    }
}

void PickControl::apply(const act::PickCurrent& /*action*/) {
    if (m_context.state.plan) {
        toggle(m_context.state.session.selection);
    }
}

// All that the filter leaves, folded away or not.
void PickControl::apply(const act::PickAll& /*action*/) {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    PickedMeasures& all = picked();
    const FoundMeasures* const found = m_context.derived.found(state);
    const std::size_t count = state.plan->document.measures.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (found == nullptr || found->fits[i] != 0) {
            all.put(i, true);
        }
    }
}

void PickControl::apply(const act::StartPicking& action) {
    Session& session = m_context.state.session;
    if (!m_context.state.plan) {
        return;
    }
    const bool begins = !std::exchange(session.picking, true);
    const Selection& first = action.row ? *action.row : session.selection;
    if (begins && picked().empty() && !first.measure.empty()) {
        flip(first);
    }
    if (action.row) {
        m_view.apply(act::Select{*action.row});
    }
    if (session.picked.empty()) {
        m_context.ports.twin->announce(picked_text(m_context.texts, session), false);
    }
}

void PickControl::apply(const act::DropPicked& /*action*/) {
    m_context.state.session.picked.clear();
    m_context.state.session.picking = false;
}

// ---- ranges -------------------------------------------------------------------------------------

// A range goes on while nothing but Shift leads the current row; else a new one begins there.
void PickControl::begin_range() {
    const Selection& current = m_context.state.session.selection;
    if (current.empty() || current != m_extended_to) {
        m_anchor = current;
        picked().keep_base();
    }
}

void PickControl::range_to(std::size_t from, std::size_t to) {
    PickedMeasures& all = picked();
    all.back_to_base();
    const std::vector<Row>& shown = rows().rows;
    for (std::size_t i = std::min(from, to); i <= std::max(from, to) && i < shown.size(); ++i) {
        if (!shown[i].is_heading()) {
            all.put(shown[i].index, true);
        }
    }
    // One row is the current one.
    if (!m_context.state.session.picking && all.count() == 1 && !all.has_base()) {
        all.clear();
    }
}

void PickControl::extend() {
    const Selection& current = m_context.state.session.selection;
    m_extended_to = current;
    if (const std::optional<std::size_t> to = m_rows.place_of(current)) {
        range_to(m_rows.place_of(m_anchor).value_or(*to), *to);
    }
}

void PickControl::apply(const act::StepSelection& action) {
    if (!action.extends || !m_context.state.plan) {
        m_view.apply(action);
        return;
    }
    begin_range();
    m_view.apply(action);
    if (m_anchor.empty()) {
        m_anchor = m_context.state.session.selection;
    }
    extend();
}

void PickControl::apply(const act::PickBox& action) {
    Session& session = m_context.state.session;
    if (!m_context.state.plan || rows().rows.empty()) {
        return;
    }
    if (action.part == act::BoxPart::Begin) {
        if (!action.adds && !session.picking) {
            session.picked.clear();
        }
        picked().keep_base();
    }
    const RoadmapRows& shown = rows();
    const std::size_t last = shown.rows.size() - 1;
    const std::size_t from = std::min(shown.row_at(action.from_y), last);
    const std::size_t to = std::min(shown.row_at(action.to_y), last);
    range_to(from, to);
    if (action.part == act::BoxPart::End) {
        const auto row_at = [&](std::size_t place) {
            return selection_of(m_context.state.plan->document,
                                m_context.derived.groups(m_context.state),
                                shown.rows[place].owner());
        };
        m_anchor = row_at(from);
        m_extended_to = row_at(to);
        m_view.apply(act::Select{m_extended_to});
    }
}

// ---- what is told -------------------------------------------------------------------------------

std::size_t PickControl::count_hidden() {
    const PickedMeasures& all = m_context.state.session.picked;
    if (all.empty()) {
        return 0;
    }
    std::vector<std::uint8_t> unseen(all.bytes().begin(), all.bytes().end());
    std::size_t hidden = all.count();
    for (const Row& row : rows().rows) {
        if (!row.is_heading() && unseen[row.index] != 0) {
            unseen[row.index] = 0;
            --hidden;
        }
    }
    return hidden;
}

void PickControl::tick() {
    AppState& state = m_context.state;
    if (!state.plan) {
        return;
    }
    Session& session = state.session;
    const std::uint64_t opening = state.plan->opening;
    const bool is_new_plan = std::exchange(m_seen_opening, opening) != opening;
    const std::size_t version = picked().version();
    const std::size_t rows_version = m_context.derived.rows_version();
    if (!is_new_plan && version == m_seen_version && rows_version == m_seen_rows) {
        return;
    }
    m_seen_version = version;
    m_seen_rows = rows_version;
    const std::size_t hidden = count_hidden();
    const bool is_told = hidden == session.picked_hidden && session.picked.count() == m_seen_count;
    session.picked_hidden = hidden;
    m_seen_count = session.picked.count();
    if (!is_told && !is_new_plan) {
        m_context.ports.twin->announce(picked_text(m_context.texts, session), false);
    }
}

} // namespace vekha::app
