// Grouping and sorting: what is asked, what stays selected, what is kept.
#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/find/row_groups.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>
#include <variant>

namespace vekha::test::grouping_test {
namespace {

const RoadmapRows& rows_of(TestApp& app) {
    return app.dispatcher.derived().rows(app.state(), app.state().session.density);
}

// The row of the measure, in its first group.
std::size_t row_of(TestApp& app, const std::string& id) {
    const RoadmapRows& rows = rows_of(app);
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        const Row& row = rows.rows[i];
        if (row.kind == RowKind::Measure && app.plan().document.measures[row.index].id.text == id) {
            return i;
        }
    }
    FAIL("no row of " << id);
    return 0;
}

// The first row from `from` on whose measure has a state of its own.
std::size_t own_state_row(TestApp& app, std::size_t from) {
    const auto& measures = app.dispatcher.derived().status(app.state()).measures;
    const auto& rows = rows_of(app).rows;
    while (rows[from].is_heading() || measures[rows[from].index].derived()) {
        ++from;
    }
    return from;
}

app::Selection selection_at(TestApp& app, std::size_t place) {
    return app::selection_of(app.plan().document, app.dispatcher.derived().groups(app.state()),
                             rows_of(app).rows[place].owner());
}

app::Selection select_row(TestApp& app, std::size_t place) {
    app.select(rows_of(app).rows[place].owner());
    return app.state().session.selection;
}

bool is_seen(TestApp& app) {
    return rows_of(app).row_of(app.dispatcher.derived().selected(app.state())).has_value();
}

void select(TestApp& app, const std::string& id) {
    app.select(rows_of(app).rows[row_of(app, id)].owner());
    REQUIRE(app.state().session.selection.measure.text == id);
}

} // namespace

TEST_CASE(
    "G asks what to group by; the answer groups, and the measure stays selected and in sight") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    select(app, "m-1-11");
    CHECK(app.press("g"));
    REQUIRE(std::holds_alternative<app::ChoiceQuestion>(app.state().session.question));
    app.act(app::act::SetGrouping{Grouping::Responsible});
    CHECK_FALSE(app.state().session.asks());
    const app::Selection& selection = app.state().session.selection;
    CHECK(selection.measure.text == "m-1-11");
    CHECK(selection.group.starts_with("party/"));
    CHECK(rows_of(app).row_of(app.dispatcher.derived().selected(app.state())).has_value());
    app.act(app::act::SetGrouping{Grouping::Section});
    CHECK(app.state().session.selection.group.empty());
    CHECK(app.state().session.selection.measure.text == "m-1-11");
}

TEST_CASE("the arrow keys go through each row of a measure that stands in several groups") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::Responsible});
    const std::size_t count = rows_of(app).rows.size();
    CHECK(count > app.plan().document.measures.size());
    app.press("Home");
    std::size_t steps = 0;
    std::optional<std::size_t> row;
    do {
        row = rows_of(app).row_of(app.dispatcher.derived().selected(app.state()));
        REQUIRE(row == steps);
        ++steps;
        app.press("ArrowDown");
    } while (steps < count);
    CHECK(steps == count);
}

TEST_CASE("a measure that an edit takes to another group is followed, and never to a folded one") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::State});
    const auto place = own_state_row(app, 0);
    const app::Selection before = select_row(app, place);
    const app::Selection next = selection_at(app, place + 1);
    SUBCASE("done by a key: the same key again means the same measure") {
        app.press(" ");
        CHECK(app.state().session.selection.measure == before.measure);
        CHECK(app.state().session.selection.group != before.group);
        CHECK(is_seen(app));
        app.press(" ");
        CHECK(app.state().session.selection == before);
        app.press(" ");
    }
    SUBCASE("done in the inspector: it stays the one that is worked on") {
        app.act(app::act::SetProgress{before.measure, {.state = StoredState::Done}});
        CHECK(app.state().session.selection.measure == before.measure);
        CHECK(app.state().session.selection.group != before.group);
        CHECK(is_seen(app));
    }
    SUBCASE("into a group that is folded away: never to a row that is not shown") {
        app.act(app::act::FoldHeading{{.group = "state/5"}, app::act::Folding::Fold});
        app.select(rows_of(app).rows[own_state_row(app, 0)].owner());
        app.act(app::act::SetProgress{before.measure, {.state = StoredState::Done}});
        CHECK(app.state().session.selection == next);
        CHECK(is_seen(app));
    }
    app.act(app::act::Undo{});
    CHECK(app.state().session.selection == before);
    CHECK(is_seen(app));
}

TEST_CASE("another date takes measures to other groups: what is selected is shown") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::State});
    select_row(app, own_state_row(app, 0));
    app.act(app::act::FoldHeading{{.group = "state/0"}, app::act::Folding::Fold});
    const Date early = *Date::from_iso("2020-01-01"); // all is planned
    app.act(app::act::SetAsOf{{app::AsOfMode::Chosen, early}});
    CHECK((app.state().session.selection.empty() || is_seen(app)));
}

TEST_CASE("a filter on grouped rows: what takes the place of a row stands beside it") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::Responsible});
    app.act(app::act::SetSort{{Column::Title, true}});
    app.act(app::act::SetFilter{{.due_soon = true}});
    const std::size_t place = own_state_row(app, 4);
    select_row(app, place);
    std::size_t after = place + 1;
    while (rows_of(app).rows[after].is_heading()) {
        ++after;
    }
    const app::Selection next = selection_at(app, after);
    app.act(app::act::SetSelectedState{StoredState::Done});
    CHECK(app.state().session.selection == next);
}

TEST_CASE("regrouping opens what the selected measure is folded away in") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::FoldAll{app::act::Folding::Fold});
    app.act(app::act::SetGrouping{Grouping::State});
    select_row(app, own_state_row(app, 0));
    app.act(app::act::SetGrouping{Grouping::Section});
    CHECK(is_seen(app));
    CHECK(app.state().view.roadmap.folded.sections.size() == 2);
}

TEST_CASE("groups fold by keys and all at once, apart from the sections") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const SectionId section = app.plan().document.sections[1].id;
    app.act(app::act::FoldHeading{{.section = section}, app::act::Folding::Fold});
    app.act(app::act::SetGrouping{Grouping::Quarter});
    const std::size_t all = rows_of(app).rows.size();
    app.press("Home");
    CHECK_FALSE(app.state().session.selection.group.empty());
    app.press("ArrowDown");
    app.press("ArrowLeft"); // to its heading
    CHECK(app.state().session.selection.measure.empty());
    app.press("ArrowLeft");
    CHECK(rows_of(app).rows.size() < all);
    app.press("ArrowRight");
    CHECK(rows_of(app).rows.size() == all);
    app.act(app::act::FoldAll{app::act::Folding::Fold});
    const std::size_t groups = app.dispatcher.derived().groups(app.state()).groups.size();
    CHECK(rows_of(app).rows.size() == groups);
    app.act(app::act::FoldAll{app::act::Folding::Unfold});
    CHECK(rows_of(app).rows.size() == all);
    app.act(app::act::SetGrouping{Grouping::None});
    app.act(app::act::FoldAll{app::act::Folding::Fold});
    app.act(app::act::SetGrouping{Grouping::Section});
    CHECK(app.state().view.roadmap.folded.sections.size() == 1);
    CHECK(app.state().view.roadmap.folded.sections.contains(section));
}

TEST_CASE("a group that is selected is no selection any more when rows are grouped anew") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::Month});
    app.press("Home");
    CHECK(app.state().session.selection.measure.empty());
    CHECK(app::row_key(app.state().session.selection) ==
          semantic_key("group/" + app.state().session.selection.group));
    app.act(app::act::SetGrouping{Grouping::Section});
    CHECK(app.state().session.selection.empty());
}

TEST_CASE("a column sorts up, down, and not at all") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const auto sort = [&] { return app.state().view.roadmap.sort; };
    app.act(app::act::SortByColumn{Column::Period});
    CHECK(sort() == RowSort{Column::Period, false});
    app.act(app::act::SortByColumn{Column::Period});
    CHECK(sort() == RowSort{Column::Period, true});
    app.act(app::act::SortByColumn{Column::State});
    CHECK(sort() == RowSort{Column::State, false});
    app.act(app::act::SortByColumn{Column::State});
    app.act(app::act::SortByColumn{Column::State});
    CHECK(sort() == RowSort{});
}

TEST_CASE("how rows are grouped and sorted is kept for the plan, and another plan begins anew") {
    Settings kept;
    {
        TestApp app;
        app.open_sample("sevastopol-2021");
        app.act(app::act::SetGrouping{Grouping::State});
        app.act(app::act::SetSort{{Column::Title, true}});
        app.frame(1.0);
        app.frame(1.0);
        kept = app.memory.settings.values;
        app.open_sample("stavropol-2021");
        CHECK(app.state().view.roadmap.grouping == Grouping::Section);
        CHECK(app.state().view.roadmap.sort == RowSort{});
    }
    TestApp later(kept);
    later.open_sample("sevastopol-2021");
    CHECK(later.state().view.roadmap.grouping == Grouping::State);
    CHECK(later.state().view.roadmap.sort == RowSort{Column::Title, true});
}

TEST_CASE("a filter leaves only the groups that hold something, and counts each measure once") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::Responsible});
    app.act(app::act::SetFilter{{.late = true}});
    std::size_t measures = 0;
    for (const Row& row : rows_of(app).rows) {
        measures += row.kind == RowKind::Measure ? 1U : 0U;
    }
    CHECK(measures >= 3);
    CHECK(app.dispatcher.derived().found(app.state())->count == 3);
}

TEST_CASE("to reveal a measure opens what hides it: a folded section, a folded group, a filter") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const MeasureId last = app.plan().document.measures[87].id;
    SUBCASE("a section") {
        app.act(app::act::FoldAll{app::act::Folding::Fold});
        const std::size_t before = rows_of(app).rows.size();
        app.act(app::act::Reveal{last});
        CHECK(rows_of(app).rows.size() > before);
        CHECK_FALSE(app.state().view.roadmap.folded.sections.empty()); // the others stay
    }
    SUBCASE("a group") {
        app.act(app::act::SetGrouping{Grouping::Responsible});
        app.act(app::act::FoldAll{app::act::Folding::Fold});
        app.act(app::act::Reveal{last});
    }
    SUBCASE("a filter") {
        app.act(app::act::SetFilter{{.late = true}});
        app.act(app::act::Reveal{last});
        CHECK_FALSE(app.state().session.filtering.filter.is_on());
    }
    CHECK(app.state().session.selection.measure == last);
    CHECK(is_seen(app));
    CHECK(app.state().session.focus_on_row);
    app.act(app::act::Reveal{MeasureId{"no such measure"}});
    CHECK(app.state().session.selection.measure == last);
}

} // namespace vekha::test::grouping_test
