// Several measures picked by keys, presses and boxes; what is done to all of them in one step.
#include "app/actions.hpp"
#include "app/commands.hpp"
#include "app/pick_control.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/history.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::picks_test {
namespace {

using app::act::PickBy;
using test::PlanFacts;
using test::TestApp;

// The Dubovskoe plan, whose measures stand in the order of the file.
struct Rows : TestApp {
    explicit Rows(std::string_view slug = "dubovskoe-2021") { open_sample(slug); }
    [[nodiscard]] MeasureId id(std::size_t index) const {
        return plan().document.measures[index].id;
    }
    [[nodiscard]] app::Selection row(std::size_t index) const { return {.measure = id(index)}; }
    void pick(std::size_t index, PickBy by = PickBy::Press) { act(app::act::Pick{row(index), by}); }
    void keys(std::string_view key, bool shift, bool ctrl = false) {
        press({.key = std::string(key), .ctrl = ctrl, .shift = shift});
    }
    // Indices of what is picked: «0 2 3».
    [[nodiscard]] std::string picked() const {
        std::string all;
        for (std::size_t i = 0; i < plan().document.measures.size(); ++i) {
            if (state().session.picked.has(i)) {
                all.append(all.empty() ? "" : " ").append(std::to_string(i));
            }
        }
        return all;
    }
    [[nodiscard]] std::size_t selected() const {
        return find_by_id(plan().document.measures, state().session.selection.measure);
    }
    [[nodiscard]] std::string last_words() const {
        return memory.twin.announcements.empty() ? "" : memory.twin.announcements.back().text;
    }
    [[nodiscard]] float middle_of(std::size_t index) {
        const RoadmapRows& rows = dispatcher.derived().rows(state(), Density::Comfortable);
        for (const Row& row : rows.rows) {
            if (!row.is_heading() && row.index == index) {
                return row.top + row.height / 2.0F;
            }
        }
        return 0.0F;
    }
};

} // namespace

TEST_CASE("Ctrl and a press pick beside the selected row, and take out again") {
    Rows app;
    app.pick(1);
    CHECK(app.picked().empty());
    app.pick(3, PickBy::Toggle);
    CHECK(app.picked() == "1 3");
    CHECK(app.selected() == 3);
    CHECK(app.last_words() == "Выбрано 2 мероприятия");
    app.pick(5, PickBy::Toggle);
    app.pick(3, PickBy::Toggle);
    CHECK(app.picked() == "1 5");
    app.pick(4);
    CHECK(app.picked().empty());
    CHECK(app.selected() == 4);
    app.pick(4, PickBy::Toggle);
    CHECK(app.picked() == "4");
}

TEST_CASE("Shift picks from where it began, longer and shorter, and keeps what was picked apart") {
    Rows app;
    app.pick(2);
    app.pick(5, PickBy::Extend);
    CHECK(app.picked() == "2 3 4 5");
    app.pick(3, PickBy::Extend);
    CHECK(app.picked() == "2 3");
    app.pick(0, PickBy::Extend);
    CHECK(app.picked() == "0 1 2");
    app.pick(7, PickBy::Toggle);
    app.pick(8, PickBy::Extend);
    CHECK(app.picked() == "0 1 2 7 8");
}

TEST_CASE("Shift with arrows, Home and End picks by keys; back at its beginning nothing is") {
    Rows app;
    app.pick(2);
    app.keys("ArrowDown", true);
    app.keys("ArrowDown", true);
    CHECK(app.picked() == "2 3 4");
    CHECK(app.selected() == 4);
    app.keys("ArrowUp", true);
    app.keys("ArrowUp", true);
    CHECK(app.picked().empty());
    app.keys("ArrowUp", true);
    CHECK(app.picked() == "1 2");
    app.keys("Home", true);
    CHECK(app.picked() == "0 1 2");
    app.press("ArrowDown");
    CHECK(app.picked() == "0 1 2"); // a plain step leaves it
    app.pick(4);
    app.keys("End", true);
    const std::size_t all = app.plan().document.measures.size();
    CHECK(app.state().session.picked.count() == all - 4);
    app.pick(4);
    app.keys("PageDown", true);
    CHECK(app.state().session.picked.count() > 5);
}

TEST_CASE("by keys alone rows are picked that do not stand together, and Esc drops them") {
    Rows app;
    app.pick(1);
    app.keys(" ", false, true);
    CHECK(app.picked() == "1");
    app.press("ArrowDown");
    app.press("ArrowDown");
    app.keys(" ", false, true);
    CHECK(app.picked() == "1 3");
    app.keys(" ", false, true);
    CHECK(app.picked() == "1");
    app.press("Escape");
    CHECK(app.picked().empty());
    CHECK(app.last_words() == "Выбор снят");
    CHECK(app.selected() == 3);
}

TEST_CASE("a heading picks all rows that show below it, and takes them out again") {
    Rows app("sevastopol-2021");
    const Document& document = app.plan().document;
    REQUIRE_FALSE(document.sections.empty());
    const SectionId section = document.measures[0].section;
    const auto count =
        static_cast<std::size_t>(std::ranges::count(document.measures, section, &Measure::section));
    app.act(app::act::Pick{{.section = section}, PickBy::Toggle});
    CHECK(app.state().session.picked.count() == count);
    app.act(app::act::Pick{{.section = section}, PickBy::Toggle});
    CHECK(app.picked().empty());
}

TEST_CASE("Ctrl+A picks all that the filter leaves; what it hides stays picked, and is counted") {
    Rows app;
    app.keys("a", false, true);
    const std::size_t all = app.plan().document.measures.size();
    CHECK(app.state().session.picked.count() == all);
    app.press("Escape");
    RowFilter filter;
    filter.search = app.plan().document.measures[3].title;
    app.act(app::act::SetFilter{filter});
    app.keys("a", false, true);
    CHECK(app.picked() == "3");
    filter.search = app.plan().document.measures[5].title;
    app.act(app::act::SetFilter{filter});
    CHECK(app.picked() == "3");
    CHECK(app.state().session.picked_hidden == 1);
    CHECK(app.last_words() == "Выбрано 1 мероприятие, не видно: 1");
    app.act(app::act::CloseFilter{});
    CHECK(app.state().session.picked_hidden == 0);
}

TEST_CASE("what is folded away stays picked, and is counted") {
    Rows app("sevastopol-2021");
    app.keys("a", false, true);
    app.act(app::act::FoldAll{});
    CHECK(app.state().session.picked_hidden == 88);
    CHECK(app.last_words() == "Выбрано 88 мероприятий, не видно: 88");
}

TEST_CASE("a measure that stands in several groups is picked once and shows in all of them") {
    Rows app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::Responsible});
    const RowGroups& groups = app.dispatcher.derived().groups(app.state());
    const auto found =
        std::ranges::find_if(groups.group_count, [](auto count) { return count > 1; });
    REQUIRE(found != groups.group_count.end());
    const auto index = static_cast<std::uint32_t>(found - groups.group_count.begin());
    const auto group = groups.group_of(index, {});
    app.act(app::act::Pick{{.measure = app.id(index), .group = std::string(groups.key_of(group))},
                           PickBy::Toggle});
    CHECK(app.state().session.picked.count() == 1);
    CHECK(app.state().session.picked_hidden == 0);
}

TEST_CASE("a box picks the rows between its edges, adds with Ctrl, and one row alone is selected") {
    using app::act::BoxPart;
    Rows app;
    app.act(app::act::PickBox{app.middle_of(2), app.middle_of(4), BoxPart::Begin});
    CHECK(app.picked() == "2 3 4");
    app.act(app::act::PickBox{app.middle_of(2), app.middle_of(3), BoxPart::Go});
    app.act(app::act::PickBox{app.middle_of(2), app.middle_of(3), BoxPart::End});
    CHECK(app.picked() == "2 3");
    CHECK(app.selected() == 3);
    app.keys("ArrowDown", true);
    CHECK(app.picked() == "2 3 4");
    app.act(app::act::PickBox{app.middle_of(7), app.middle_of(6), BoxPart::Begin, true});
    app.act(app::act::PickBox{app.middle_of(7), app.middle_of(6), BoxPart::End});
    CHECK(app.picked() == "2 3 4 6 7");
    app.act(app::act::PickBox{app.middle_of(1), app.middle_of(1), BoxPart::Begin});
    app.act(app::act::PickBox{app.middle_of(1), app.middle_of(1), BoxPart::End});
    CHECK(app.picked().empty());
    CHECK(app.selected() == 1);
}

TEST_CASE("Shift+F10 opens the menu of what is meant: of the rows that are picked, also without a "
          "selected one") {
    Rows app;
    const auto menu = [&app] {
        app.press("ContextMenu");
        const auto* const opened = std::get_if<app::CommandMenu>(&app.state().session.question);
        const auto of = opened != nullptr ? std::optional(opened->of) : std::nullopt;
        app.act(app::act::CancelQuestion{});
        return of;
    };
    CHECK(menu() == app::MenuOf::Table);
    app.act(app::act::Select{app.row(1)});
    CHECK(menu() == app::MenuOf::Measure);
    app.keys("a", false, true);
    app.act(app::act::Select{});
    REQUIRE(app.state().session.selection.empty());
    CHECK(menu() == app::MenuOf::Picked);
}

TEST_CASE("while picking every press picks; it begins with the row that a finger held") {
    Rows app;
    app.pick(1);
    app.act(app::act::StartPicking{app.row(4)});
    CHECK(app.picked() == "4");
    app.pick(5);
    app.pick(2);
    CHECK(app.picked() == "2 4 5");
    app.pick(4);
    CHECK(app.picked() == "2 5");
    app.act(app::act::DropPicked{});
    CHECK_FALSE(app.state().session.picking);
    app.act(app::command_action(app.state(), app::Command::StartPicking));
    CHECK(app.picked() == "4"); // the selected one
    CHECK(app::command_is_on(app.state(), app::Command::StartPicking) == true);
    app.act(app::command_action(app.state(), app::Command::StartPicking));
    CHECK_FALSE(app::is_picking(app.state()));
}

TEST_CASE("each plan keeps what is picked in it") {
    Rows app;
    app.pick(1);
    app.pick(2, PickBy::Extend);
    const std::uint64_t first = app.plan().opening;
    app.open_sample("stavropol-2021");
    CHECK(app.picked().empty());
    app.act(app::act::ShowPlan{first});
    CHECK(app.picked() == "1 2");
}

TEST_CASE("Delete takes all out in one step, and the row beside them is selected") {
    Rows app;
    const PlanFacts before = app.facts();
    const MeasureId next = app.id(5);
    app.pick(2);
    app.pick(4, PickBy::Extend);
    app.press("Delete");
    CHECK(app.plan().document.measures.size() == before.document.measures.size() - 3);
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    CHECK(app.state().session.selection.measure == next);
    CHECK(app.picked().empty());
    CHECK(app.message() == "Удалено мероприятий: 3. Вернуть — Ctrl+Z");
    app.keys("z", false, true);
    CHECK(app.plan().document == before.document);
    CHECK(app.plan().revision == before.revision);
}

TEST_CASE("Ctrl+D copies all, and the copies are what is picked then") {
    Rows app;
    const PlanFacts before = app.facts();
    app.pick(2);
    app.pick(4, PickBy::Toggle);
    app.keys("d", false, true);
    CHECK(app.plan().document.measures.size() == before.document.measures.size() + 2);
    CHECK(app.picked() == "5 6");
    CHECK(app.plan().document.measures[5].title == before.document.measures[2].title);
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
}

TEST_CASE("Ctrl+arrows move all together, and where there is no way say so") {
    Rows app;
    const Document before = app.plan().document;
    app.pick(1);
    app.pick(3, PickBy::Toggle);
    app.keys("ArrowDown", false, true);
    CHECK(app.plan().document.measures[3].id == before.measures[1].id);
    CHECK(app.plan().document.measures[4].id == before.measures[3].id);
    CHECK(app.picked() == "3 4");
    app.keys("ArrowUp", false, true);
    CHECK(app.picked() == "2 3");
    app.act(app::act::SetSort{{Column::Title, false}});
    const PlanFacts sorted = app.facts();
    app.keys("ArrowUp", false, true);
    CHECK(app.facts() == sorted);
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("a key sets the state of all; those that follow from parts stay, and that is said") {
    Rows app;
    app.open_sample("sevastopol-2021");
    app.keys("a", false, true);
    const auto& measures = app.dispatcher.derived().status(app.state()).measures;
    const auto derived =
        std::ranges::count_if(measures, [](const auto& each) { return each.derived(); });
    REQUIRE(derived > 0);
    const PlanFacts before = app.facts();
    app.press("3");
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    CHECK(app.message().find("Состояние складывается из частей и не меняется: " +
                             std::to_string(derived)) != std::string::npos);
    const HistoryEntry* const step = app.plan().history.next_undo();
    REQUIRE(step != nullptr);
    CHECK(step->measures == app.plan().document.measures.size());
    app.keys("z", false, true);
    CHECK(app.plan().document == before.document);
    CHECK(app.message() == "Отменено изменение: состояние: 88 мероприятий");
}

TEST_CASE("Space marks all as done, and again as in progress") {
    Rows app;
    app.pick(8);
    app.pick(9, PickBy::Toggle);
    app.press(" ");
    CHECK(app.plan().document.measures[8].report.state == StoredState::Done);
    CHECK(app.plan().document.measures[9].report.state == StoredState::Done);
    app.press(" ");
    CHECK(app.plan().document.measures[9].report.state == StoredState::InProgress);
}

TEST_CASE("a state that needs a reason asks once for all") {
    Rows app;
    const PlanFacts before = app.facts();
    app.pick(8);
    app.pick(9, PickBy::Toggle);
    app.press("5");
    REQUIRE(std::holds_alternative<app::ReasonQuestion>(app.state().session.question));
    CHECK(app.facts() == before);
    app.tell(
        app::FieldFinished{app.state().session.field->key, app::FieldEnd::Entered, "нет денег"});
    CHECK(app.plan().document.measures[8].report.reason == "нет денег");
    CHECK(app.plan().document.measures[9].report.reason == "нет денег");
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
}

TEST_CASE("an undo and a key in one frame mean the plan as it is by then") {
    Rows app;
    app.act(app::act::AddMeasure{});
    app.act(app::act::CancelEdit{});
    app.keys("a", false, true);
    app.press("2");
    static_cast<void>(app.dispatcher.handle(app::KeyPressed{.key = "z", .ctrl = true}));
    static_cast<void>(app.dispatcher.handle(app::KeyPressed{.key = "z", .ctrl = true}));
    app.press("3");
    CHECK(app.state().session.picked.count() == app.plan().document.measures.size());
    CHECK(app.plan().document.measures[0].report.state == StoredState::Done);
}

} // namespace vekha::picks_test
