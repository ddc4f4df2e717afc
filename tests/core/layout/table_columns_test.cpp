// Which columns the table shows, and where they stand.
#include "core/layout/roadmap_layout.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <cstddef>

namespace vekha::test {

TEST_CASE("columns stand in the order that was chosen, hidden ones not at all") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("m1").title("Название").on_day("2021-03-01"));
    RoadmapFixture fixture(plan.build());
    fixture.view.columns.put(Column::State, 0);
    fixture.view.columns.hidden[static_cast<std::size_t>(Column::Responsible)] = true;
    fixture.lay();
    const SemanticNode* state = fixture.node("column/4");
    const SemanticNode* title = fixture.node("column/1");
    const SemanticNode* period = fixture.node("column/3");
    REQUIRE(state != nullptr);
    REQUIRE(title != nullptr);
    REQUIRE(period != nullptr);
    CHECK(state->rect.left == fixture.frame.table.left);
    CHECK(state->column_index == 1);
    CHECK(title->rect.left == state->rect.right);
    CHECK(period->rect.left == title->rect.right);
    CHECK(fixture.node("column/2") == nullptr);
    CHECK(fixture.node("cell/2/m1") == nullptr);
    CHECK(fixture.node("cell/4/m1")->rect.left == state->rect.left);
}

} // namespace vekha::test
