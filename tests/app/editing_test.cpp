// Changes of the document through actions, shortcuts and the fields of the page.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/editor.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace vekha::editing_test {
namespace {

using test::day;
using test::Editor;
using test::PlanFacts;
using test::TestApp;

TEST_CASE("Done takes the as-of date of the plan as its day") {
    Editor app;
    app.set({.state = StoredState::Done});
    CHECK(app.report().state == StoredState::Done);
    CHECK(app.report().percent == 100);
    CHECK(app.report().done_date == app.plan().document.plan.as_of);
}

TEST_CASE("Done takes the as-of date that is chosen") {
    Editor app;
    app.act(app::act::SetAsOf{{app::AsOfMode::Chosen, day("2021-05-06")}});
    app.set({.state = StoredState::Done});
    CHECK(app.report().done_date == day("2021-05-06"));
}

TEST_CASE("A change that changes nothing leaves no entry and no unsaved work") {
    TestApp app;
    app.open_sample();
    const std::string id = app.plain_measure();
    const PlanFacts before = app.facts();
    ProgressChange change;
    change.note = app.measure(id).report.note;
    app.act(app::act::SetProgress{MeasureId{id}, change});
    CHECK(app.facts() == before);
}

TEST_CASE("Dragging the percent is one entry, typing again later another") {
    Editor app;
    for (int percent = 1; percent <= 30; ++percent) {
        app.set({.percent = percent});
    }
    CHECK(app.new_entries() == 1);
    app.memory.clock.seconds += 2.0;
    app.set({.percent = 50});
    CHECK(app.new_entries() == 2);
    app.act(app::act::Undo{});
    CHECK(app.report().percent == 30);
    app.act(app::act::Undo{});
    CHECK(app.report().percent == 0);
}

TEST_CASE("Undo selects what it was about and says what was undone") {
    Editor app;
    app.set({.note = "a note"});
    app.act(app::act::Select{});
    app.act(app::act::Undo{});
    CHECK(app.state().session.selection.measure.text == app.id);
    CHECK(app.message().find(app.texts.get("edit.note"_key)) != std::string::npos);
    CHECK(app.memory.twin.announcements.back().text == app.message());
}

TEST_CASE("Undo and redo with nothing to take do nothing") {
    TestApp app;
    app.act(app::act::Undo{});
    app.open_sample();
    const PlanFacts before = app.facts();
    app.act(app::act::Undo{});
    app.act(app::act::Redo{});
    CHECK(app.facts() == before);
}

TEST_CASE("Changes of the view keep what can be redone") {
    Editor app;
    app.set({.note = "a note"});
    app.act(app::act::Undo{});
    app.act(app::act::Zoom{2.0, {}, app::act::Glide::No});
    app.act(app::act::FoldAll{});
    app.act(app::act::SetLanguage{app::Language::English});
    CHECK(app.plan().history.can_redo());
}

TEST_CASE("A measure whose state is derived takes a note but no state") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const PlanStatus& status = app.dispatcher.derived().status(app.state());
    std::size_t index = 0;
    while (index < status.measures.size() && !status.measures[index].derived()) {
        ++index;
    }
    REQUIRE(index < status.measures.size());
    const MeasureId id = app.plan().document.measures[index].id;
    const PlanFacts before = app.facts();
    app.act(app::act::SetProgress{id, {.state = StoredState::Done}});
    CHECK(app.facts() == before);
    CHECK_FALSE(app.message().empty());
    app.act(app::act::SetProgress{id, {.note = "a note"}});
    CHECK(app.measure(id.text).report.note == "a note");
}

// ---- states by key ----------------------------------------------------------------------------

TEST_CASE("The keys 1 to 3 set not started, in progress and done") {
    Editor app;
    CHECK(app.press("2"));
    CHECK(app.report().state == StoredState::InProgress);
    CHECK(app.press("3"));
    CHECK(app.report().state == StoredState::Done);
    CHECK(app.press("1"));
    CHECK(app.report().state == StoredState::NotStarted);
}

TEST_CASE("A state that needs a reason asks for it, and is set when one is given") {
    Editor app;
    CHECK(app.press("5"));
    REQUIRE(std::holds_alternative<app::ReasonQuestion>(app.state().session.question));
    CHECK(app.report().state == StoredState::NotStarted);
    REQUIRE(app.state().session.field.has_value());
    const SemanticKey field = app.state().session.field->key;
    CHECK(field == semantic_key(app::kReasonField));
    SUBCASE("entered") {
        app.tell(app::FieldFinished{field, app::FieldEnd::Entered, "no money"});
        CHECK_FALSE(app.state().session.asks());
        CHECK(app.report().reason == "no money");
    }
    SUBCASE("given by its button, after the field was left") {
        app.tell(app::FieldFinished{field, app::FieldEnd::Left, "no money"});
        CHECK(app.report().state == StoredState::NotStarted);
        CHECK_FALSE(app.state().session.field.has_value());
        app.act(app::act::GiveReason{});
        CHECK_FALSE(app.state().session.asks());
        CHECK(app.report().state == StoredState::Moved);
        CHECK(app.report().reason == "no money");
    }
    SUBCASE("empty: the question stays") {
        app.tell(app::FieldFinished{field, app::FieldEnd::Entered, "  "});
        CHECK(app.state().session.asks());
        CHECK_FALSE(app.message().empty());
        REQUIRE(app.state().session.field.has_value());
        app.tell(app::FieldFinished{field, app::FieldEnd::Entered, "no money"});
        CHECK(app.report().reason == "no money");
    }
    SUBCASE("left: nothing changes") {
        CHECK(app.press("Escape"));
        CHECK_FALSE(app.state().session.asks());
        CHECK(app.new_entries() == 0);
    }
    SUBCASE("left by Escape in its field: nothing changes") {
        app.tell(app::FieldFinished{field, app::FieldEnd::Cancelled, "no money"});
        CHECK_FALSE(app.state().session.asks());
        CHECK(app.new_entries() == 0);
    }
    SUBCASE("meanwhile no other key is taken") {
        CHECK_FALSE(app.press("3"));
    }
}

TEST_CASE("A reason that was cleared is not brought back by the old one") {
    Editor app;
    app.set({.state = StoredState::Moved, .reason = "the old reason"});
    CHECK(app.press("6"));
    const SemanticKey field = semantic_key(app::kReasonField);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "the old reason"); // offered
    app.tell(app::FieldFinished{field, app::FieldEnd::Entered, ""});
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text.empty());
    CHECK(app.message().find(app.texts.get("editProblem.reasonMissing"_key)) != std::string::npos);
    CHECK(app.report().state == StoredState::Moved);
}

TEST_CASE("A reason that was typed goes into the plan before another file comes") {
    Editor app;
    app.set({.state = StoredState::Moved, .reason = "the old reason"});
    const std::string other = test::sample_bytes("sevastopol-2021");
    const std::uint64_t opening = app.plan().opening;
    CHECK(app.press("6"));
    SUBCASE("typed") {
        app.tell(app::FieldFinished{semantic_key(app::kReasonField), app::FieldEnd::Left, "new"});
        app.open_file("other.vekha.json", other);
        CHECK_FALSE(app.state().session.asks());
        app.act(app::act::ShowPlan{opening});
        CHECK(app.report().state == StoredState::Cancelled);
        CHECK(app.report().reason == "new");
    }
    SUBCASE("only offered: nothing is set") {
        app.open_file("other.vekha.json", other);
        app.frame(); // its field was left and had nothing to say
        CHECK_FALSE(app.state().session.asks());
        app.act(app::act::ShowPlan{opening});
        CHECK(app.report().state == StoredState::Moved);
    }
    SUBCASE("a file that does not open leaves the question alone") {
        app.tell(app::FieldFinished{semantic_key(app::kReasonField), app::FieldEnd::Left, "new"});
        app.open_file("other.vekha.json", "{");
        REQUIRE(std::holds_alternative<app::ReasonQuestion>(app.state().session.question));
        CHECK(std::get<app::ReasonQuestion>(app.state().session.question).typed == "new");
    }
}

TEST_CASE("Space marks as done, and Space again brings back what was before") {
    Editor app;
    app.set({.percent = 35});
    CHECK(app.press(" "));
    CHECK(app.report().state == StoredState::Done);
    CHECK(app.press(" "));
    CHECK(app.report().state == StoredState::InProgress);
    CHECK(app.report().percent == 35);
    CHECK(app.report().done_date == std::nullopt);
}

TEST_CASE("A state set by a key is said with its measure and the way back") {
    Editor app;
    CHECK(app.press(" "));
    CHECK(app.message().ends_with(": Выполнено. Вернуть — Ctrl+Z"));
    CHECK(app.press("2"));
    CHECK(app.message().ends_with(": В работе. Вернуть — Ctrl+Z"));
    const std::string said = app.message();
    CHECK(app.press("2")); // as it is
    CHECK(app.message() == said);
    app.set({.percent = 40}); // in the panel it is seen
    CHECK(app.message() == said);
}

TEST_CASE("Space on what was done long ago makes it in progress") {
    Editor app;
    app.set({.state = StoredState::Done});
    app.set({.note = "later"});
    CHECK(app.press(" "));
    CHECK(app.report().state == StoredState::InProgress);
    CHECK(app.report().percent == 100);
}

TEST_CASE("Without a selected measure the state keys are not taken") {
    Editor app;
    app.select({OwnerKind::Section, 0});
    CHECK_FALSE(app.press("3"));
    CHECK_FALSE(app.press(" "));
    CHECK(app.new_entries() == 0);
}

TEST_CASE("A held key repeats steps but sets no state twice") {
    Editor app;
    app::KeyPressed key;
    key.key = " ";
    CHECK(app.press(key));
    key.repeat = true;
    CHECK(app.press(key));
    CHECK(app.report().state == StoredState::Done);
}

// ---- the keyboard -----------------------------------------------------------------------------

TEST_CASE("Undo works in the Russian layout: by physical key where no Latin letter is typed") {
    Editor app;
    app.set({.note = "a note"});
    app::KeyPressed key;
    key.key = "\u044F"; // ya
    key.code = "KeyZ";
    key.ctrl = true;
    CHECK(app.press(key));
    CHECK(app.report().note != "a note");
    key.key = "\u043D"; // en
    key.code = "KeyY";
    CHECK(app.press(key));
    CHECK(app.report().note == "a note");
}

TEST_CASE("A key is taken only when it means something now") {
    TestApp app;
    CHECK_FALSE(app.press("ArrowDown"));
    CHECK_FALSE(app.press("t"));
    CHECK_FALSE(app.press("F5"));
    app.open_sample();
    CHECK(app.press("ArrowDown"));
    CHECK(app.press("t"));
    CHECK_FALSE(app.press("F5"));
}

TEST_CASE(
    "A known combination with Ctrl is never the browser's, which would save the page itself") {
    TestApp app;
    app::KeyPressed save;
    save.key = "s";
    save.ctrl = true;
    CHECK(app.press(save)); // no plan
    app.open_sample();
    CHECK(app.press(save));
    CHECK(app.press(save)); // while it is being saved
    CHECK(app.memory.files.saves.size() == 1);
    app::KeyPressed print;
    print.key = "p";
    print.ctrl = true;
    CHECK_FALSE(app.press(print));
}

TEST_CASE("Ctrl+S while a reason is asked for saves nothing and is not the browser's") {
    Editor app;
    CHECK(app.press("5"));
    app::KeyPressed save;
    save.key = "s";
    save.ctrl = true;
    CHECK(app.press(save));
    CHECK(app.memory.files.saves.empty());
    CHECK(app.state().session.asks());
}

TEST_CASE("A focused button keeps Space, Enter and the arrows for itself") {
    Editor app;
    app.act(app::act::Focus{semantic_key("topbar/save")});
    CHECK_FALSE(app.press(" "));
    CHECK_FALSE(app.press("Enter"));
    CHECK_FALSE(app.press("ArrowDown"));
    CHECK(app.press("3"));
    app.act(app::act::Focus{semantic_key("row/" + app.id)});
    CHECK(app.press(" "));
}

TEST_CASE("The focus on a row goes with the selection, whatever moves it") {
    TestApp app;
    app.open_sample();
    const auto focus_is_on_selected_row = [&app] {
        const app::Session& session = app.state().session;
        return session.focus_on_row && session.focused == app::row_key(session.selection);
    };
    REQUIRE(app.press("ArrowDown"));
    CHECK(focus_is_on_selected_row());
    const SemanticKey first = app.state().session.focused;
    for (const char* key : {"ArrowDown", "End", "Home", "PageDown"}) {
        CAPTURE(key);
        REQUIRE(app.press(key));
        CHECK(focus_is_on_selected_row());
    }
    CHECK(app.state().session.focused != first);
    app.act(app::act::Select{});
    CHECK(app.press("ArrowDown")); // without a selection the rows still have the keyboard
}

TEST_CASE("Choosing a row takes the keyboard from a button") {
    TestApp app;
    app.open_sample();
    app.act(app::act::Focus{semantic_key("topbar/save")});
    CHECK_FALSE(app.press("ArrowDown"));
    app.select({OwnerKind::Measure, 2});
    CHECK(app.press("ArrowDown"));
}

} // namespace
} // namespace vekha::editing_test
