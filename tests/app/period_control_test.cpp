// Periods moved by keys and by what the pointer asks for.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace vekha::period_control_test {
namespace {

using test::day;
using test::PlanFacts;
using test::TestApp;

// A plan with one measure of the kind, which is selected.
struct Moved : TestApp {
    explicit Moved(PeriodKind kind) {
        open_sample("sevastopol-2021");
        for (const Measure& each : plan().document.measures) {
            if (each.period.kind == kind && id.empty()) {
                id = each.id;
            }
        }
        REQUIRE_FALSE(id.empty());
        act(app::act::Reveal{id});
    }
    [[nodiscard]] const Period& period() const { return measure(id.text).period; }
    [[nodiscard]] Span shown(std::size_t span = 0) const {
        REQUIRE(state().session.moving);
        return state().session.moving->period.spans[span].days;
    }

    MeasureId id;
};

} // namespace

TEST_CASE("M moves a month by months, and nothing changes before Enter") {
    Moved app(PeriodKind::Month);
    const PlanFacts before = app.facts();
    const Span days = app.period().spans[0].days;
    const std::string text = app.period().text;
    app.press("m");
    CHECK(app.shown() == days);
    app.press("ArrowRight");
    CHECK(app.shown().from == days.from->plus_months_clamped(1));
    CHECK(app.facts() == before);
    app.press("Enter");
    CHECK_FALSE(app.state().session.moving);
    CHECK(app.period().spans[0].days.from == days.from->plus_months_clamped(1));
    CHECK(app.period().set_by == PeriodSource::SetByHand);
    CHECK(app.period().text == text);
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == before.document);
}

TEST_CASE("Escape drops the move, Shift with an arrow makes it longer") {
    Moved app(PeriodKind::Month);
    const PlanFacts before = app.facts();
    const Span days = app.period().spans[0].days;
    app.press("m");
    app.press({.key = "ArrowRight", .shift = true});
    app.press({.key = "ArrowRight", .shift = true});
    app.press({.key = "ArrowLeft", .shift = true});
    CHECK(app.shown().from == days.from);
    CHECK(app.shown().to == days.to->plus_days(1).last_of_month());
    app.press("Escape");
    CHECK_FALSE(app.state().session.moving);
    CHECK(app.facts() == before);
    CHECK(app.state().session.selection.measure == app.id);
}

TEST_CASE("While a period is moved no other row is reached, and the key says why") {
    Moved app(PeriodKind::Month);
    app.press("m");
    app.press("ArrowDown");
    CHECK(app.state().session.selection.measure == app.id);
    app.press("Delete");
    CHECK(app.message() == app.texts.get(app::TextKey{"why.moving"}));
    CHECK(app.state().session.moving);
    app.press("+");
    CHECK(app.state().session.moving);
}

TEST_CASE("M again holds the next of several spans") {
    Moved app(PeriodKind::Several);
    app.press("m");
    app.press("m");
    REQUIRE(app.state().session.moving);
    CHECK(app.state().session.moving->grip.span == 1);
    const Span first = app.shown(0);
    app.press("ArrowRight");
    CHECK(app.shown(0) == first);
    CHECK_FALSE(app.shown(1) == app.period().spans[1].days);
}

TEST_CASE("The whole plan's length has no body: its end moves") {
    Moved app(PeriodKind::Throughout);
    const Span days = app.period().spans[0].days;
    app.press("m");
    app.press("ArrowLeft");
    CHECK(app.shown().from == days.from);
    CHECK(*app.shown().to < *days.to);
    app.press("Enter");
    CHECK(app.period().kind == PeriodKind::Range);
}

TEST_CASE("A measure without dates gets the month of the as-of date to begin with") {
    Moved app(PeriodKind::Unscheduled);
    const std::string text = app.period().text;
    app.press("m");
    const Date as_of = *app.plan().document.plan.as_of;
    CHECK(app.shown().from == as_of.first_of_month());
    app.press("Enter");
    CHECK(app.period().kind == PeriodKind::Month);
    CHECK(app.period().text == text);
}

TEST_CASE("The pointer moves by steps, draws, and lets go") {
    Moved app(PeriodKind::Month);
    const Span days = app.period().spans[0].days;
    app.act(app::act::MovePeriod{app.id, {PeriodHandle::Body, 0}, 2});
    app.act(app::act::MovePeriod{app.id, {PeriodHandle::Body, 0}, 3});
    CHECK(app.shown().from == days.from->plus_months_clamped(3));
    app.act(app::act::KeepPeriod{});
    CHECK(app.period().spans[0].days.from == days.from->plus_months_clamped(3));
    app.act(app::act::DrawPeriod{app.id, day("2021-05-20"), day("2021-05-03"), Precision::Day});
    CHECK(app.shown() == Span{day("2021-05-03"), day("2021-05-20")});
    app.act(app::act::DropPeriod{});
    CHECK(app.period().spans[0].days.from == days.from->plus_months_clamped(3));
}

TEST_CASE("A move that leads back to where it was leaves nothing to undo") {
    Moved app(PeriodKind::Month);
    const PlanFacts before = app.facts();
    app.press("m");
    app.press("Enter");
    CHECK(app.facts() == before);
}

TEST_CASE("What is moved goes with its plan") {
    Moved app(PeriodKind::Month);
    app.press("m");
    app.open_sample("dubovskoe-2021");
    CHECK_FALSE(app.state().session.moving);
}

TEST_CASE("An undo while the pointer holds a bar takes the move away") {
    Moved app(PeriodKind::Month);
    app.act(app::act::SetProgress{app.id, {.note = "прежде"}});
    app.act(app::act::MovePeriod{app.id, {PeriodHandle::Body, 0}, 2});
    app.press({.key = "z", .ctrl = true}); // not while something is held
    CHECK(app.message() == app.texts.get(app::TextKey{"why.moving"}));
    app.act(app::act::Undo{});
    app.frame();
    CHECK_FALSE(app.state().session.moving);
    const PlanFacts undone = app.facts();
    app.act(app::act::MovePeriod{app.id, {PeriodHandle::Body, 0}, 3, false});
    CHECK_FALSE(app.state().session.moving);
    app.act(app::act::KeepPeriod{});
    CHECK(app.facts() == undone);
}

TEST_CASE("Escape between two steps of the pointer drops the move for good") {
    Moved app(PeriodKind::Month);
    const PlanFacts before = app.facts();
    app.act(app::act::MovePeriod{app.id, {PeriodHandle::Body, 0}, 2});
    app.press("Escape");
    app.act(app::act::MovePeriod{app.id, {PeriodHandle::Body, 0}, 3, false});
    app.act(app::act::KeepPeriod{});
    CHECK(app.facts() == before);
}

TEST_CASE("Another row that is selected ends a move by keys") {
    Moved app(PeriodKind::Month);
    app.press("m");
    app.press("ArrowRight");
    app.select({OwnerKind::Measure, 20});
    app.frame();
    CHECK_FALSE(app.state().session.moving);
}

TEST_CASE("Keys for the row mean nothing while the keyboard is on a button") {
    Moved app(PeriodKind::Month);
    const PlanFacts before = app.facts();
    app.act(app::act::Focus{semantic_key("topbar/open"), {}, {}});
    CHECK_FALSE(app.press("Delete"));
    CHECK_FALSE(app.press("Insert"));
    CHECK_FALSE(app.press("m"));
    CHECK(app.press({.key = "d", .ctrl = true})); // the browser has a use of its own for it
    CHECK(app.facts() == before);
    CHECK_FALSE(app.state().session.moving);
}

TEST_CASE("Shift with an arrow says that nothing is being moved") {
    Moved app(PeriodKind::Month);
    CHECK_FALSE(command_availability(app.state(), app::Command::LengthenPeriod).enabled);
    app.press({.key = "ArrowRight", .shift = true});
    CHECK(app.message() == app.texts.get(app::TextKey{"why.notMoving"}));
}

} // namespace vekha::period_control_test
