// A plan that is open in several tabs of the browser: one changes it.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/edit/edits.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace vekha::holds_test {
namespace {

using test::sample_bytes;
using test::TestApp;

constexpr const char* kSlug = "dubovskoe-2021";

struct Tab : TestApp {
    Tab() {
        open_file("plan.vekha.json", sample_bytes(kSlug), 3);
        (void)settle();
    }
    void held(bool here) {
        tell(app::PlanHeld{plan().opening, here});
        (void)settle();
    }
    [[nodiscard]] const std::string& note() { return measure(plain_measure()).report.note; }
    void set_note(const std::string& note) {
        act(app::act::SetProgress{MeasureId{plain_measure()}, {.note = note}});
    }
};

TEST_CASE("A plan of a file is held by its id and the file's name; samples and new plans are not") {
    Tab app;
    REQUIRE(app.memory.locks.held.size() == 1);
    CHECK(app.memory.locks.held.begin()->second ==
          app.plan().document.plan.id.text + "/plan.vekha.json");
    app.open_sample("stavropol-2021");
    app.act(app::act::NewBlankPlan{});
    CHECK(app.memory.locks.held.size() == 1);
}

TEST_CASE("A new plan is held from its first save on, and by its new name after another one") {
    TestApp app;
    app.act(app::act::NewBlankPlan{});
    CHECK(app.memory.locks.held.empty());
    app.act(app::act::Save{});
    app.finish_save(app::SaveOutcome::WrittenToFile, "one.vekha.json", 1);
    app.frame();
    REQUIRE(app.memory.locks.held.size() == 1);
    app.act(app::act::SaveAs{});
    app.finish_save(app::SaveOutcome::WrittenToFile, "two.vekha.json", 2);
    app.frame();
    REQUIRE(app.memory.locks.held.size() == 1);
    CHECK(app.memory.locks.held.begin()->second.ends_with("/two.vekha.json"));
}

TEST_CASE("A closed plan is let go") {
    Tab app;
    app.act(app::act::ClosePlan{app.plan().opening});
    app.frame();
    CHECK(app.memory.locks.held.empty());
}

TEST_CASE("A closed plan is let go also beside plans that nobody holds") {
    Tab app;
    const std::uint64_t file = app.plan().opening;
    app.open_sample("stavropol-2021");
    REQUIRE(app.memory.locks.held.size() == 1);
    app.act(app::act::ClosePlan{file});
    app.frame();
    CHECK(app.memory.locks.held.empty());
}

TEST_CASE("The steps of a plan that another tab has stay as they are") {
    Tab app;
    app.set_note("mine");
    app.held(false);
    app.act(app::act::ShowHistory{});
    app.act(app::act::GoToStep{0});
    CHECK(app.note() == "mine");
    CHECK(app.plan().history.undo_depth() == 1);
}

TEST_CASE("A reason that was typed goes into the plan before another tab has it") {
    Tab app;
    const MeasureId id{app.plain_measure()};
    app.act(app::act::Select{{.measure = id}});
    app.act(app::act::SetProgress{id, {.state = StoredState::Cancelled}});
    REQUIRE(app.state().session.field.has_value());
    const SemanticKey key = app.state().session.field->key;
    app.tell(app::PlanHeld{app.plan().opening, false});
    app.frame();
    app.tell(app::FieldFinished{key, app::FieldEnd::Left, "no money"});
    (void)app.settle();
    CHECK(is_read_only(app.state()));
    CHECK(app.measure(id.text).report.reason == "no money");
}

TEST_CASE("A plan that another tab has is saved as a copy only") {
    Tab app;
    app.set_note("mine");
    app.held(false);
    app.act(app::act::ClosePlan{app.plan().opening});
    app.act(app::act::SaveAndClose{});
    REQUIRE(app.memory.files.saves.size() == 1);
    CHECK(app.memory.files.saves[0].handle_token == 0);
}

TEST_CASE("What another tab changes can be looked at and copied here, not changed") {
    Tab app;
    app.set_note("before");
    app.held(false);
    CHECK(is_read_only(app.state()));
    app.set_note("after");
    CHECK(app.note() == "before");
    CHECK_FALSE(command_availability(app.state(), app::Command::Save).enabled);
    CHECK_FALSE(command_availability(app.state(), app::Command::Undo).enabled);
    CHECK(command_availability(app.state(), app::Command::SaveAs).enabled);
    CHECK(app.plan().has_unsaved_work());
    const auto message = shown_message(app.state().session);
    REQUIRE(message.has_value());
    CHECK(message->offers == app::Command::TakeOver);

    app.act(app::act::TakeOver{});
    REQUIRE(app.memory.locks.taken.size() == 1);
    CHECK(app.memory.locks.taken[0] == app.plan().opening);
    app.held(true);
    app.set_note("after");
    CHECK(app.note() == "after");
    CHECK_FALSE(command_availability(app.state(), app::Command::TakeOver).enabled);
}

TEST_CASE("What is being typed while another tab takes the plan goes into it") {
    Tab app;
    const MeasureId id{app.plain_measure()};
    app.act(app::act::Select{{.measure = id}});
    app.act(app::act::BeginEdit{42, app::EditField::Note, id});
    app.tell(app::PlanHeld{app.plan().opening, false});
    app.frame();
    REQUIRE(app.memory.field.times_left == 1);
    CHECK_FALSE(is_read_only(app.state()));
    app.tell(app::FieldFinished{42, app::FieldEnd::Left, "the last word"});
    (void)app.settle();
    CHECK(app.note() == "the last word");
    CHECK(is_read_only(app.state()));
}

TEST_CASE("The other tab's plan does not make this page's other plans read-only") {
    Tab app;
    const std::uint64_t first = app.plan().opening;
    app.open_file("other.vekha.json", sample_bytes("stavropol-2021"), 4);
    app.tell(app::PlanHeld{first, false});
    (void)app.settle();
    CHECK_FALSE(is_read_only(app.state()));
    app.act(app::act::ShowPlan{first});
    CHECK(is_read_only(app.state()));
}

} // namespace
} // namespace vekha::holds_test
