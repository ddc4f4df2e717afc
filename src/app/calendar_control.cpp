#include "app/calendar_control.hpp"

#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/calendar_edits.hpp"
#include "core/model/document.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace vekha::app {
namespace {

constexpr int kFirstYear = 1;
constexpr int kLastYear = 9998; // transfers cross the turn of a year

} // namespace

const CalendarQuestion* CalendarControl::shown() const {
    const AppState& state = m_context.state;
    return state.plan ? std::get_if<CalendarQuestion>(&state.session.question) : nullptr;
}

void CalendarControl::apply(const act::ShowCalendar& action) {
    AppState& state = m_context.state;
    if (!state.plan || (state.session.asks() && shown() == nullptr)) {
        return;
    }
    const int year = action.year.value_or(as_of_date(state).civil().year);
    state.session.question = CalendarQuestion{std::clamp(year, kFirstYear, kLastYear)};
}

// Calls `changed` with the document and the year, while the calendar of a plan is shown.
template <class Change>
void CalendarControl::edit(Change changed) {
    const std::optional<OpenPlan>& plan = m_context.state.plan;
    const CalendarQuestion* const calendar = shown();
    if (plan && calendar != nullptr) {
        m_editor.edit(changed(plan->document, calendar->year), "edit.calendar"_key);
    }
}

void CalendarControl::apply(const act::ToggleDayOff& action) {
    edit([&action](const Document& document, int /*year*/) {
        return toggle_day_off(document, action.day);
    });
}

void CalendarControl::apply(const act::AddPublicHolidays& /*action*/) {
    edit(add_public_holidays);
}

void CalendarControl::apply(const act::ToggleSixDayWeeks& /*action*/) {
    edit(toggle_six_day_weeks);
}

} // namespace vekha::app
