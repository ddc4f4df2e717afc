#include "app/period_control.hpp"

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/plan_editor.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/period_moves.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"

#include <array>
#include <cassert>
#include <cstddef>
#include <optional>
#include <utility>

namespace vekha::app {

namespace {

// By which a span can be moved at all: as a whole, else by an end.
std::optional<PeriodGrip> grip_of(const Period& period, std::size_t span) {
    for (const PeriodHandle handle : {PeriodHandle::Body, PeriodHandle::End, PeriodHandle::Start}) {
        const PeriodGrip grip{handle, span};
        if (has_handle(period, grip)) {
            return grip;
        }
    }
    return std::nullopt;
}

// What was drawn where nothing was: the words of the source stay.
Period drawn_over(const Period& before, Period drawn) {
    drawn.text = before.text;
    return drawn;
}

} // namespace

const PeriodMove* PeriodControl::running() const {
    const AppState& state = m_context.state;
    const std::optional<PeriodMove>& moving = state.session.moving;
    const bool holds = moving && state.plan && state.plan->revision == moving->revision &&
                       (!moving->by_keys || state.session.selection.measure == moving->measure);
    return holds ? &*moving : nullptr;
}

// An edit, an undo or another plan came between: what would be kept is no longer what was meant.
void PeriodControl::tick() {
    std::optional<PeriodMove>& moving = m_context.state.session.moving;
    if (moving && running() == nullptr) {
        if (moving->by_keys) {
            m_context.show(MessageKind::Info, {"moving.dropped"_key, {}});
        }
        moving.reset();
    }
}

const Measure* PeriodControl::held(const MeasureId& measure, bool begins) {
    const Measure* const found = find_measure(m_context.state, measure);
    if (found == nullptr) {
        return nullptr;
    }
    if (begins) {
        const std::optional<PeriodMove>& moving = m_context.state.session.moving;
        const bool by_keys = moving && moving->by_keys;
        return !by_keys && m_editor.may_edit(measure) ? found : nullptr;
    }
    const PeriodMove* const move = running();
    return move != nullptr && !move->by_keys && move->measure == measure ? found : nullptr;
}

void PeriodControl::show(PeriodMove move) {
    if (move.by_keys && move.grip.span < move.period.spans.size()) {
        m_context.ports.twin->announce(
            span_words(m_context.texts, move.period.spans[move.grip.span].days), false);
    }
    m_context.state.session.moving = std::move(move);
}

PeriodMove PeriodControl::move_of(const Measure& measure) const {
    assert(m_context.state.plan.has_value());
    return {.measure = measure.id,
            .grip = {},
            .period = measure.period,
            .revision = m_context.state.plan->revision};
}

void PeriodControl::apply(const act::MovePeriod& action) {
    if (const Measure* const measure = held(action.measure, action.begins)) {
        PeriodMove move = move_of(*measure);
        move.grip = action.grip;
        move.period = moved_period(measure->period, action.grip, action.steps);
        show(std::move(move));
    }
}

void PeriodControl::apply(const act::DrawPeriod& action) {
    if (const Measure* const measure = held(action.measure, action.begins)) {
        PeriodMove move = move_of(*measure);
        move.period =
            drawn_over(measure->period, drawn_period(action.from, action.to, action.precision));
        show(std::move(move));
    }
}

void PeriodControl::apply(const act::BeginMoving& /*action*/) {
    AppState& state = m_context.state;
    const Measure* const measure = find_measure(state, state.session.selection.measure);
    if (measure == nullptr || !m_editor.may_edit(measure->id)) {
        return;
    }
    PeriodMove move = move_of(*measure);
    if (const PeriodMove* const before = running();
        before != nullptr && before->measure == move.measure) {
        move = *before;
        ++move.grip.span; // again: the next one
    }
    move.by_keys = true;
    if (move.period.spans.empty() && move.period.kind != PeriodKind::Relative) {
        const Date day = as_of_date(state);
        move.period = drawn_over(measure->period, drawn_period(day, day, Precision::Month));
    }
    if (move.grip.span >= move.period.spans.size()) {
        move.grip.span = 0;
    }
    const std::optional<PeriodGrip> grip = grip_of(move.period, move.grip.span);
    if (!grip) {
        m_context.show(MessageKind::Info, {"edit.noHandles"_key, {}});
        return;
    }
    move.grip = *grip;
    state.session.focus_on_row =
        true; // the arrows are those of the move, wherever it was asked for
    bring_into_sight(move.period.spans[grip->span].days);
    show(std::move(move));
}

void PeriodControl::bring_into_sight(const Span& days) {
    const AppState& state = m_context.state;
    m_view.keep_selection_in_sight();
    const TimeScale& scale = state.view.roadmap.scale;
    const std::optional<Date> held = days.from ? days.from : days.to;
    if (held && (*held < scale.date_from_x(0.0F) ||
                 *held > scale.date_from_x(state.session.frame.time.width()))) {
        m_view.apply(act::GoToDate{*held});
    }
}

void PeriodControl::apply(const act::StepMoving& action) {
    const PeriodMove* const before = running();
    if (before == nullptr) {
        return;
    }
    PeriodMove move = *before;
    PeriodGrip grip{action.handle, move.grip.span};
    if (!has_handle(move.period, grip)) {
        grip = move.grip; // a deadline has one day to move, the whole plan an end
    }
    move.period = moved_period(move.period, grip, action.steps);
    show(std::move(move));
}

void PeriodControl::apply(const act::KeepPeriod& /*action*/) {
    const PeriodMove* const move = running();
    if (move != nullptr && m_context.state.plan) {
        const std::array periods{MeasurePeriod{move->measure, move->period, SpansAre::Moved}};
        m_editor.edit(set_periods(m_context.state.plan->document, periods), "edit.period"_key,
                      move->measure);
    }
    m_context.state.session.moving.reset();
}

void PeriodControl::apply(const act::DropPeriod& /*action*/) {
    m_context.state.session.moving.reset();
}

} // namespace vekha::app
