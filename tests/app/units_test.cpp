// The units of work below a measure: reported from the panel, from the picture and by keys; a state
// set by hand, and what is said where nothing can be set.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/date_words.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/find/mine.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/measure_units.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vekha::units_test {
namespace {

using test::day;
using test::PlanFacts;
using test::TestApp;

// Sevastopol on 15.10.2021: four seminars, three of them reported; 15 schools with marks; and a
// measure of 88 without parts.
const MeasureId kSeminars{"m-2-15"};
const MeasureId kSchools{"m-1-09"};
const MeasureId kPlain{"m-1-10"};

struct Units : TestApp {
    Units() { open_sample("sevastopol-2021"); }

    void choose(const MeasureId& id) {
        select({OwnerKind::Measure, find_by_id(plan().document.measures, id)});
    }
    [[nodiscard]] const std::vector<MeasureUnit>& units_of(const MeasureId& id) {
        return dispatcher.derived().units(state(), find_by_id(plan().document.measures, id));
    }
    [[nodiscard]] WorkUnit occurrence(std::size_t n) { return units_of(kSeminars)[4 + n].unit; }
    [[nodiscard]] ProgressReport report(const MeasureId& id, const WorkUnit& unit) const {
        return report_of(plan().document, measure(id.text), unit);
    }
    [[nodiscard]] const app::CommandMenu* menu() const {
        return std::get_if<app::CommandMenu>(&state().session.question);
    }
    [[nodiscard]] bool can(app::Command command) const {
        return app::command_availability(state(), command).enabled;
    }
    [[nodiscard]] std::string why(app::Command command) const {
        return std::string(texts.get(app::command_availability(state(), command).reason));
    }
    void run(app::Command command) {
        act(app::act::RunCommand{command});
        frame();
    }
};

const WorkUnit kByHand{.kind = UnitKind::ByHand};

} // namespace

TEST_CASE("An occurrence is ticked off and back to what it was, one step each") {
    Units app;
    const WorkUnit third = app.occurrence(2);
    REQUIRE(third.kind == UnitKind::Occurrence);
    const ProgressReport before = app.report(kSeminars, third);
    REQUIRE(before.state != StoredState::Done);
    const std::size_t depth = app.plan().history.undo_depth();
    app.act(app::act::ToggleDone{kSeminars, third});
    CHECK(app.report(kSeminars, third).state == StoredState::Done);
    CHECK(app.report(kSeminars, third).done_date == day("2021-10-15"));
    CHECK(app.plan().history.undo_depth() == depth + 1);
    app.act(app::act::ToggleDone{kSeminars, third});
    CHECK(app.report(kSeminars, third).state == before.state);
    CHECK(app.report(kSeminars, third).percent == before.percent);
}

TEST_CASE("Undo names the part that was reported, and it is read out when it is set") {
    Units app;
    app.act(app::act::ToggleDone{kSeminars, app.occurrence(2)});
    const std::string said = app.memory.twin.announcements.back().text;
    CHECK(said.find("01.10.2021") != std::string::npos);
    CHECK(said.find("Выполнено") != std::string::npos);
    app.act(app::act::Undo{});
    const std::string days = app::span_words(app.texts, test::span({"2021-10-01", "2021-10-31"}));
    CHECK(app.message().find("состояние: " + days) != std::string::npos);
}

TEST_CASE("A school is reported with percent, note and reason as a measure is") {
    Units app;
    const WorkUnit school{.kind = UnitKind::School, .name = "sch-03"};
    app.act(app::act::SetProgress{kSchools, {.percent = 40}, school});
    app.act(app::act::SetProgress{kSchools, {.note = "в пути"}, school});
    CHECK(app.report(kSchools, school).percent == 40);
    CHECK(app.report(kSchools, school).note == "в пути");
    app.act(app::act::SetProgress{kSchools, {.state = StoredState::NotDone}, school});
    const auto* const asked = std::get_if<app::ReasonQuestion>(&app.state().session.question);
    REQUIRE(asked != nullptr);
    CHECK(asked->unit == school);
    app.tell(app::FieldFinished{app.state().session.field->key, app::FieldEnd::Entered, "ремонт"});
    CHECK(app.report(kSchools, school).state == StoredState::NotDone);
    CHECK(app.report(kSchools, school).reason == "ремонт");
}

TEST_CASE("A field of a part opens with its text and goes back to it") {
    Units app;
    const WorkUnit school{.kind = UnitKind::School, .name = "sch-03"};
    app.act(app::act::SetProgress{kSchools, {.note = "в пути"}, school});
    app.act(app::act::BeginEdit{7, app::EditField::Note, kSchools, school});
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "в пути");
    app.tell(app::FieldFinished{7, app::FieldEnd::Entered, "пришло"});
    CHECK(app.report(kSchools, school).note == "пришло");
    const std::string own = app.measure(kSchools.text).report.note;
    CHECK(own != "пришло");
    app.act(app::act::BeginEdit{7, app::EditField::Percent, kSchools, school});
    app.tell(app::FieldFinished{7, app::FieldEnd::Entered, "70 %"});
    CHECK(app.report(kSchools, school).percent == 70);
    app.act(app::act::BeginEdit{7, app::EditField::DoneDate, kSchools, school});
    app.tell(app::FieldFinished{7, app::FieldEnd::Entered, "ничего"});
    CHECK(app.state().session.field.has_value());
}

TEST_CASE("The first report of a part tells that the state follows from the parts now") {
    Units app;
    app.act(app::act::ToggleDone{kSeminars, app.occurrence(2)});
    CHECK(app.message().empty());
    TestApp fresh;
    fresh.open_sample("municipal-2020-2022");
    const WorkUnit span{.kind = UnitKind::Occurrence,
                        .name = {},
                        .days = fresh.measure("m-2022-29").period.spans[0].days};
    fresh.act(app::act::ToggleDone{MeasureId{"m-2022-29"}, span});
    CHECK_FALSE(fresh.message().empty());
    CHECK(derives_state(fresh.plan().document, fresh.measure("m-2022-29")));
    fresh.act(app::act::Undo{});
    CHECK_FALSE(derives_state(fresh.plan().document, fresh.measure("m-2022-29")));
}

TEST_CASE("A read-only plan refuses the report of a part and says why") {
    Units app;
    std::string bytes = test::sample_bytes("sevastopol-2021");
    const std::string from = "\"version\": 0";
    bytes.replace(bytes.find(from), from.size(), "\"version\": 9");
    app.open_file("newer.vekha.json", bytes);
    REQUIRE(app::is_read_only(app.state()));
    const PlanFacts before = app.facts();
    app.act(app::act::ToggleDone{kSeminars, app.occurrence(2)});
    app.act(app::act::DropOverride{});
    CHECK(app.facts() == before);
    CHECK_FALSE(app.message().empty());
}

// ---- from the picture and by keys -----------------------------------------------------------

TEST_CASE("«Mark an occurrence» asks for the first one that is open, done first in its menu") {
    Units app;
    app.choose(kSeminars);
    CHECK(app.press("o"));
    REQUIRE(app.menu() != nullptr);
    CHECK(app.menu()->unit == app.occurrence(2)); // January and March are done
    CHECK(app::menu_commands(app.menu()->of).front() == app::Command::SetDone);
    const WorkUnit unit = app.menu()->unit;
    app.run(app::Command::SetDone);
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.report(kSeminars, unit).state == StoredState::Done);
    // The measure's own report is not touched.
    CHECK(app.measure(kSeminars.text).report.state == StoredState::InProgress);
}

TEST_CASE("Where all occurrences are closed, or there are none, it says so") {
    Units app;
    app.choose(kSeminars);
    for (const std::size_t n : {2U, 3U}) {
        app.act(app::act::SetProgress{kSeminars, {.state = StoredState::Done}, app.occurrence(n)});
    }
    app.press("o");
    CHECK(app.menu() == nullptr);
    CHECK(app.message() == app.texts.get("unit.noOpen"_key));
    app.choose(kSchools);
    CHECK(app.why(app::Command::MarkOccurrence) == app.texts.get("why.oneTerm"_key));
}

TEST_CASE("The menu of a part ticks the state that it has, and leads to its place in the panel") {
    Units app;
    app.choose(kSeminars);
    app.act(app::act::OpenMenu{{app::MenuOf::Unit, {}, app.occurrence(0)}});
    CHECK(app::command_is_on(app.state(), app::Command::SetDone) == true);
    CHECK(app::command_is_on(app.state(), app::Command::SetInProgress) == false);
    app.run(app::Command::OpenInspector);
    app.frame();
    CHECK(app.state().session.units.open == app.occurrence(0));
    CHECK(app::inspector_is_open(app.state()));
    CHECK(app.state().session.focused != 0);
    CHECK_FALSE(app.state().session.focus_on_row);
    app.act(app::act::OpenUnit{kSeminars, app.occurrence(0), false});
    CHECK_FALSE(app.state().session.units.open.has_value());
}

TEST_CASE("Parts that ask for attention stand first, and stay where they are when ticked off") {
    Units app;
    const std::uint32_t place = find_by_id(app.plan().document.measures, kSeminars);
    const auto order = [&] {
        return app.dispatcher.derived().units_by_urgency(app.state(), place);
    };
    const std::vector<std::uint32_t> before = order();
    const auto& units = app.units_of(kSeminars);
    const auto first = std::ranges::find_if(
        before, [&](std::uint32_t each) { return units[each].unit.kind == UnitKind::Occurrence; });
    CHECK(is_open(units[*first].status.state));
    app.act(app::act::ToggleDone{kSeminars, units[*first].unit});
    CHECK(order() == before);
    app.act(app::act::SetAsOf{{app::AsOfMode::Chosen, day("2021-12-30")}});
    CHECK(order() != before);
}

// ---- derived, and by hand -------------------------------------------------------------------

TEST_CASE("Commands of states cannot run where the state is derived, and say why") {
    Units app;
    app.choose(kSeminars);
    for (const app::Command command :
         {app::Command::ToggleDone, app::Command::SetNotStarted, app::Command::SetCancelled}) {
        CHECK_FALSE(app.can(command));
        CHECK(app.why(command) == app.texts.get("why.derived"_key));
        CHECK(app::command_is_on(app.state(), command).value_or(false) == false);
    }
    app.press("3");
    CHECK(app.message() == app.texts.get("why.derived"_key));
    app.choose(kPlain);
    CHECK(app.can(app::Command::ToggleDone));
    CHECK(app.can(app::Command::SetCancelled));
    CHECK(app.why(app::Command::OverrideState) == app.texts.get("why.notDerived"_key));
    CHECK(app.why(app::Command::DropOverride) == app.texts.get("why.notByHand"_key));
}

TEST_CASE("A state is set by hand with a reason, changed by the same keys, and taken back") {
    Units app;
    app.choose(kSeminars);
    const PlanFacts before = app.facts();
    REQUIRE(app.can(app::Command::OverrideState));
    app.run(app::Command::OverrideState);
    REQUIRE(app.menu() != nullptr);
    CHECK(app.menu()->unit == kByHand);
    CHECK_FALSE(app::command_is_on(app.state(), app::Command::SetNotStarted).value_or(true));
    app.run(app::Command::SetDone);
    REQUIRE(std::holds_alternative<app::ReasonQuestion>(app.state().session.question));
    CHECK(app.facts() == before);
    app.tell(app::FieldFinished{app.state().session.field->key, app::FieldEnd::Entered,
                                "принято комиссией"});
    const std::uint32_t place = find_by_id(app.plan().document.measures, kSeminars);
    const auto status = [&]() -> const MeasureStatus& {
        return app.dispatcher.derived().status(app.state()).measures[place];
    };
    CHECK(status().status.state == ComputedState::Done);
    REQUIRE(status().overridden.has_value());
    CHECK(status().overridden->date == app.state().session.today);
    CHECK(app::is_set_by_hand(app.state()));

    // By keys, with a new reason; in which stands the one before.
    CHECK(app.press("2"));
    const auto* const asked = std::get_if<app::ReasonQuestion>(&app.state().session.question);
    REQUIRE(asked != nullptr);
    CHECK(asked->typed == "принято комиссией");
    app.tell(
        app::FieldFinished{app.state().session.field->key, app::FieldEnd::Entered, "ещё идёт"});
    CHECK(app.report(kSeminars, kByHand).state == StoredState::InProgress);
    CHECK(app.plan().document.overrides.size() == 1);

    app.act(app::act::BeginEdit{7, app::EditField::Reason, kSeminars, kByHand});
    app.tell(app::FieldFinished{7, app::FieldEnd::Entered, "ещё идут занятия"});
    CHECK(app.report(kSeminars, kByHand).reason == "ещё идут занятия");

    app.run(app::Command::DropOverride);
    CHECK_FALSE(status().overridden.has_value());
    CHECK(app.plan().document.overrides.empty());
    app.act(app::act::Undo{});
    CHECK(app::is_set_by_hand(app.state()));
    CHECK(app.message().find(app.texts.get("edit.dropOverride"_key)) != std::string::npos);
}

TEST_CASE("Who sets a state by hand is the person who looks") {
    Units app;
    app.act(app::act::SetMe{{PersonKind::Party, "Институт развития образования"}});
    app.act(app::act::SetProgress{
        kSeminars, {.state = StoredState::Moved, .reason = "ремонт"}, kByHand});
    REQUIRE(app.plan().document.overrides.size() == 1);
    CHECK(app.plan().document.overrides[0].by == "Институт развития образования");
}

} // namespace vekha::units_test
