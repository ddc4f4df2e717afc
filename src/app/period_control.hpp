// PeriodControl: the part of the dispatcher that moves periods, with the pointer or by keys. What
// is moved stands in the session until it is let go; keeping it is an edit as any other.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"
#include "app/view_control.hpp"
#include "core/calendar/date.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"

namespace vekha::app {

class PeriodControl {
public:
    PeriodControl(Context& context, PlanEditor& editor, ViewControl& view)
        : m_context(context), m_editor(editor), m_view(view) {}

    void apply(const act::MovePeriod& action);
    void apply(const act::DrawPeriod& action);
    void apply(const act::BeginMoving& action);
    void apply(const act::StepMoving& action);
    void apply(const act::KeepPeriod& action);
    void apply(const act::DropPeriod& action);

    // Once a frame: what is moved goes with its plan and its measure.
    void tick();

private:
    // What is moved, while that is still about the shown plan, in the state that it began with, and
    // by keys about the selected row; else nullptr.
    [[nodiscard]] const PeriodMove* running() const;
    // The measure, when the pointer may move its period now; else nullptr.
    [[nodiscard]] const Measure* held(const MeasureId& measure, bool begins);
    // Its period as it is, in the state of the plan as it is.
    [[nodiscard]] PeriodMove move_of(const Measure& measure) const;
    void show(PeriodMove move);
    void bring_into_sight(const Span& days);

    Context& m_context;
    PlanEditor& m_editor;
    ViewControl& m_view;
};

} // namespace vekha::app
