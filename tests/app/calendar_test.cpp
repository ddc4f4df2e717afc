// The calendar of days off: shown for a year, changed by presses, each of them an edit.
#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/calendar_edits.hpp"
#include "core/model/day_off.hpp"
#include "core/model/document.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <variant>

namespace vekha::test::calendar_test {
namespace {

int shown_year(const TestApp& app) {
    const auto* const shown = std::get_if<app::CalendarQuestion>(&app.state().session.question);
    return shown == nullptr ? 0 : shown->year;
}

} // namespace

TEST_CASE("the calendar opens at the as-of date's year and leads to others") {
    TestApp app;
    app.press("k");
    CHECK(shown_year(app) == 0); // there is no plan
    app.open_sample("sevastopol-2021");
    app.press("k");
    CHECK(shown_year(app) == 2021);
    app.act(app::act::ShowCalendar{2022});
    CHECK(shown_year(app) == 2022);
    app.act(app::act::ShowCalendar{-5});
    CHECK(shown_year(app) == 1);
    app.act(app::act::ShowCalendar{20'000});
    CHECK(shown_year(app) == 9998);
    app.press("Escape");
    CHECK_FALSE(app.state().session.asks());
}

TEST_CASE("a press changes the day in the plan, and undo takes it back") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const Document before = app.plan().document;
    const Date friday = day("2022-06-10");
    app.act(app::act::ToggleDayOff{friday}); // the calendar is not shown
    CHECK(app.plan().document == before);
    app.act(app::act::ShowCalendar{2022});
    app.act(app::act::ToggleDayOff{friday});
    CHECK(is_day_off(app.plan().document, friday));
    CHECK(app.plan().standing() == app::SaveStanding::NotSaved);
    app.act(app::act::AddPublicHolidays{});
    CHECK(is_day_off(app.plan().document, day("2022-05-09")));
    app.act(app::act::ToggleSixDayWeeks{});
    CHECK(has_six_day_weeks(app.plan().document, 2022));
    CHECK(app.plan().history.undo_depth() == 3);
    app.act(app::act::CancelQuestion{});
    for (int i = 0; i < 3; ++i) {
        app.act(app::act::Undo{});
    }
    CHECK(app.plan().document == before);
}

TEST_CASE("no date of a measure is ever moved by the calendar") {
    TestApp app;
    app.open_sample("stavropol-2021");
    const auto before = app.plan().document.measures;
    app.act(app::act::ShowCalendar{2021});
    app.act(app::act::AddPublicHolidays{});
    app.act(app::act::ToggleSixDayWeeks{});
    CHECK(app.plan().document.measures == before);
}

} // namespace vekha::test::calendar_test
