// Which columns the table shows, and where they stand.
#include "core/layout/roadmap_layout.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/roadmap_fixture.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string_view>
#include <vector>

namespace vekha::test::table_columns_test {

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

TEST_CASE("the words of the plan show as its period, and days that a person set instead of them") {
    const auto shown = [](PeriodSource set_by, std::string_view words, Precision precision,
                          const std::vector<Days>& spans) {
        Period dates = period(PeriodKind::Several, spans);
        dates.text = words;
        dates.set_by = set_by;
        dates.precision = precision;
        RoadmapFixture fixture(
            PlanBuilder().add(MeasureBuilder("m1").title("x").with(dates)).build());
        fixture.lay();
        const SemanticNode* cell = fixture.node("cell/3/m1");
        REQUIRE(cell != nullptr);
        return cell->name;
    };
    const std::vector<Days> april{{"2021-04-01", "2021-04-30"}};
    CHECK(shown(PeriodSource::ReadFromText, "в апреле", Precision::Month, april) == "в апреле");
    CHECK(shown(PeriodSource::SetByHand, "в апреле", Precision::Month, april) == "апрель 2021");
    CHECK(shown(PeriodSource::ReadFromText, "", Precision::Month, april) == "апрель 2021");
    CHECK(shown(PeriodSource::SetByHand, "", Precision::Month,
                {{"2021-04-01", "2021-05-31"}, {"2021-09-01", "2021-09-30"}}) ==
          "апрель 2021 – май 2021, сентябрь 2021");
    CHECK(shown(PeriodSource::SetByHand, "", Precision::Day, {{"2021-04-05", "2021-04-05"}}) ==
          "5 апреля 2021");
}

} // namespace vekha::test::table_columns_test
