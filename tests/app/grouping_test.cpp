// Grouping and sorting: what is asked, what stays selected, what is kept.
#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/find/row_groups.hpp"
#include "core/find/row_order.hpp"
#include "core/layout/roadmap_rows.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <variant>

namespace vekha::test {
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

void select(TestApp& app, const std::string& id) {
    app.act(app::act::Select{rows_of(app).rows[row_of(app, id)].owner()});
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

TEST_CASE("an edit that takes a measure to another group takes the selection along") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::SetGrouping{Grouping::State});
    const auto& measures = app.dispatcher.derived().status(app.state()).measures;
    const auto& rows = rows_of(app).rows;
    const auto own_state = std::find_if(rows.begin(), rows.end(), [&](const Row& row) {
        return row.kind == RowKind::Measure && !measures[row.index].derived();
    });
    REQUIRE(own_state != rows.end());
    app.act(app::act::Select{own_state->owner()});
    const std::string before = app.state().session.selection.group;
    const MeasureId measure = app.state().session.selection.measure;
    app.act(app::act::SetSelectedState{StoredState::Done});
    CHECK(app.state().session.selection.measure == measure);
    CHECK(app.state().session.selection.group != before);
    CHECK(rows_of(app).row_of(app.dispatcher.derived().selected(app.state())).has_value());
    app.act(app::act::Undo{});
    CHECK(app.state().session.selection.group == before);
}

TEST_CASE("groups fold by keys and all at once, apart from the sections") {
    TestApp app;
    app.open_sample("sevastopol-2021");
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
    app.act(app::act::SetGrouping{Grouping::Section});
    CHECK(app.state().view.roadmap.folded.sections.empty());
    CHECK(rows_of(app).rows.size() == 91);
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

} // namespace vekha::test
