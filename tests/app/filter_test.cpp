// Searching and filtering: what is typed and pressed, and what the rows become.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

namespace vekha::test::filter_test {
namespace {

constexpr SemanticKey kSearch = semantic_key(app::kSearchField);

std::size_t measure_rows(TestApp& app) {
    const RoadmapRows& rows =
        app.dispatcher.derived().rows(app.state(), app.state().session.density);
    return static_cast<std::size_t>(
        std::count_if(rows.rows.begin(), rows.rows.end(),
                      [](const Row& row) { return row.kind == RowKind::Measure; }));
}

std::uint32_t measure_index(TestApp& app, const std::string& id) {
    return find_by_id(app.plan().document.measures, MeasureId{id});
}

void begin_search(TestApp& app) {
    app.tell(app::KeyPressed{.key = "f", .code = "KeyF", .ctrl = true});
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->field == app::EditField::Search);
}

} // namespace

TEST_CASE("Ctrl+F opens the search; what is typed is searched for at once and announced") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const std::size_t all = measure_rows(app);
    CHECK(all == 88);
    begin_search(app);
    CHECK(app::filter_is_open(app.state()));
    app.tell(app::FieldTyped{kSearch, "КУРСЫ"});
    const std::size_t some = measure_rows(app);
    CHECK(some > 0);
    CHECK(some < all);
    CHECK(app.memory.twin.announcements.back().text ==
          "Показано " + std::to_string(some) + " из 88");
    app.tell(app::FieldTyped{kSearch, "курсы, которых нет"});
    CHECK(measure_rows(app) == 0);
    app.tell(app::FieldFinished{kSearch, app::FieldEnd::Entered, "курсы"});
    CHECK(measure_rows(app) == some);
    app.tell(app::FieldFinished{kSearch, app::FieldEnd::Left, "курсы"});
    CHECK(measure_rows(app) == some);
    CHECK_FALSE(app.state().session.field.has_value());
}

TEST_CASE("Enter in the search selects one found measure after the other, and the typing goes on") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    begin_search(app);
    app.tell(app::FieldTyped{kSearch, "курсы"});
    const std::size_t some = measure_rows(app);
    REQUIRE(some > 2);
    std::vector<std::string> seen;
    for (std::size_t press = 0; press <= some; ++press) {
        app.tell(app::FieldFinished{kSearch, app::FieldEnd::Entered, "курсы"});
        REQUIRE(app.state().session.field.has_value());
        CHECK(app.state().session.field->text == "курсы");
        seen.push_back(app.state().session.selection.measure.text);
        const std::string place = std::to_string(press == some ? 1 : press + 1);
        CHECK(app.memory.twin.announcements.back().text.starts_with(place + " из " +
                                                                    std::to_string(some) + ": "));
    }
    CHECK(std::set(seen.begin(), seen.end()).size() == some);
    CHECK(seen.back() == seen.front());
    app.tell(app::FieldFinished{kSearch, app::FieldEnd::Cancelled, ""});
    CHECK(measure_rows(app) == some);
    CHECK(app.state().session.selection.measure.text == seen.back());
}

TEST_CASE("Where nothing is found Enter selects nothing") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    begin_search(app);
    app.tell(app::FieldTyped{kSearch, "такого нет"});
    app.tell(app::FieldFinished{kSearch, app::FieldEnd::Entered, "такого нет"});
    CHECK(app.state().session.field.has_value());
    CHECK(app.state().session.selection.empty());
}

TEST_CASE(
    "While the search has the keyboard and nobody types, keys mean its text, never measures") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    begin_search(app);
    app.tell(app::FieldFinished{kSearch, app::FieldEnd::Entered, ""});
    const auto enter_again = [&app] {
        REQUIRE(app.state().session.field.has_value());
        app.tell(app::FieldFinished{kSearch, app::FieldEnd::Entered, ""});
        REQUIRE_FALSE(app.state().session.field.has_value());
    };
    app.tell(app::KeyPressed{.key = "a", .code = "KeyA", .ctrl = true});
    enter_again();
    CHECK(app.state().session.picked.empty());
    for (const char* key : {"Delete", "Backspace", "2", "ы"}) {
        app.tell(app::KeyPressed{.key = key});
        enter_again();
    }
    CHECK(app.plan().document.measures.size() == 88);
    CHECK(app.plan().history.undo_depth() == 0);
    // The arrows lead into the rows as before.
    app.tell(app::KeyPressed{.key = "ArrowDown", .code = "ArrowDown"});
    CHECK_FALSE(app.state().session.selection.empty());
}

TEST_CASE("Escape in the search brings back what was searched for before, a second one all rows") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetFilter{{.search = "курсы"}});
    const std::size_t some = measure_rows(app);
    begin_search(app);
    CHECK(app.state().session.field->text == "курсы");
    app.tell(app::FieldTyped{kSearch, "совет"});
    app.tell(app::FieldFinished{kSearch, app::FieldEnd::Cancelled, ""});
    CHECK(measure_rows(app) == some);
    app.tell(app::KeyPressed{.key = "Escape", .code = "Escape"});
    CHECK(measure_rows(app) == 88);
    CHECK_FALSE(app::filter_is_open(app.state()));
}

TEST_CASE("A filter shows what is folded, and folds by itself; without it all is as it was") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::FoldAll{app::act::Folding::Fold});
    CHECK(measure_rows(app) == 0);
    app.act(app::act::SetFilter{{.late = true}});
    const std::size_t late = measure_rows(app);
    CHECK(late > 0);
    const SectionId first = app.plan().document.sections[0].id;
    app.act(app::act::FoldHeading{{.section = first}, app::act::Folding::Fold});
    CHECK(measure_rows(app) < late);
    app.act(app::act::SetFilter{{.late = true, .due_soon = true}});
    CHECK(measure_rows(app) > late);
    app.act(app::act::CloseFilter{});
    CHECK(measure_rows(app) == 0);
    CHECK(app.state().view.roadmap.folded.sections.size() == app.plan().document.sections.size());
}

TEST_CASE("Arrows go on from the row with the keyboard when nothing is selected") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::StepSelection{app::act::RowStep::Last});
    app.act(app::act::StepSelection{app::act::RowStep::Up});
    const app::Selection row = app.state().session.selection;
    app.act(app::act::StepSelection{app::act::RowStep::Up});
    const app::Selection above = app.state().session.selection;
    app.act(app::act::Select{});
    app.act(app::act::Focus{.key = app::row_key(row), .row = row});
    CHECK(app.state().session.selection.empty());
    app.act(app::act::StepSelection{app::act::RowStep::Up});
    CHECK(app.state().session.selection == above);
}

TEST_CASE("What a filter hides is not selected until it is shown again") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetFilter{{.late = true}});
    app.act(app::act::StepSelection{app::act::RowStep::Last});
    const app::Selection last = app.state().session.selection;
    REQUIRE_FALSE(last.measure.empty());
    app.act(app::act::SetFilter{{.search = "нет такого"}});
    CHECK(app.state().session.selection.empty());
    CHECK_FALSE(app::command_availability(app.state(), app::Command::ToggleDone).enabled);
    app.act(app::act::CloseFilter{});
    CHECK(app.state().session.selection == last);
}

TEST_CASE(
    "What is edited so that it no longer fits leaves the rows, and the next one is selected") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetFilter{{.late = true}});
    const RoadmapRows& rows =
        app.dispatcher.derived().rows(app.state(), app.state().session.density);
    std::vector<std::string> late;
    for (const Row& row : rows.rows) {
        if (row.kind == RowKind::Measure) {
            late.push_back(app.plan().document.measures[row.index].id.text);
        }
    }
    REQUIRE(late.size() == 3);
    app.select({OwnerKind::Measure, measure_index(app, late[1])});
    app.act(app::act::ToggleSelectedDone{});
    CHECK(measure_rows(app) == 2);
    CHECK(app.state().session.selection.measure.text == late[2]);
    app.act(app::act::ToggleSelectedDone{});
    CHECK(measure_rows(app) == 1);
    CHECK(app.state().session.selection.measure.text == late[0]);
    app.act(app::act::SetProgress{MeasureId{late[0]},
                                  {.state = StoredState::Cancelled, .reason = "no"}});
    CHECK(measure_rows(app) <= 1);
}

TEST_CASE("A list asks for a body; its answer is the filter, and Escape leaves it") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::AskChoice{app::ChoiceOf::Responsible});
    CHECK(app.state().session.asks());
    app.tell(app::KeyPressed{.key = "Escape", .code = "Escape"});
    CHECK_FALSE(app.state().session.asks());
    app.act(app::act::AskChoice{app::ChoiceOf::Responsible});
    const PartyId party = app.plan().document.parties[0].id;
    app.act(app::act::SetFilter{{.responsible = party}});
    CHECK_FALSE(app.state().session.asks());
    CHECK(measure_rows(app) == app.dispatcher.derived().status(app.state()).parties[0].all.count);
}

TEST_CASE("What a filter hid in one plan is not selected in the next") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.select({OwnerKind::Measure, 0});
    app.act(app::act::SetFilter{{.search = "нет такого"}});
    app.open_file("copy.vekha.json", sample_bytes("sevastopol-2021")); // the same ids
    app.act(app::act::SetFilter{{.late = true}});
    app.act(app::act::CloseFilter{});
    CHECK(app.state().session.selection.empty());
}

TEST_CASE("Another plan begins without the filter of the last one") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetFilter{{.search = "курсы"}});
    app.open_sample("stavropol-2021");
    CHECK_FALSE(app::filter_is_open(app.state()));
    CHECK(measure_rows(app) == 77);
}

} // namespace vekha::test::filter_test
