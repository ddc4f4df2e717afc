// CalendarControl: the part of the dispatcher that shows and changes the calendar of days off. Each
// change is an edit of the plan.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"
#include "app/plan_editor.hpp"
#include "app/state.hpp"

namespace vekha::app {

class CalendarControl {
public:
    CalendarControl(Context& context, PlanEditor& editor) : m_context(context), m_editor(editor) {}

    void apply(const act::ShowCalendar& action);
    void apply(const act::ToggleDayOff& action);
    void apply(const act::AddPublicHolidays& action);
    void apply(const act::ToggleSixDayWeeks& action);

private:
    // Null while the calendar of an open plan is not shown.
    [[nodiscard]] const CalendarQuestion* shown() const;
    template <class Change>
    void edit(Change changed);

    Context& m_context;
    PlanEditor& m_editor;
};

} // namespace vekha::app
