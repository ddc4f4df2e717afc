// In which order rows stand.
#include "core/find/row_order.hpp"

#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::test::row_order_test {
namespace {

std::string order_of(const Document& document, RowSort sort) {
    const PlanStatus status = compute_plan_status(document, day("2021-04-29"));
    std::string ids;
    for (const std::uint32_t index : measure_order(document, status, sort)) {
        ids += ids.empty() ? "" : " ";
        ids += document.measures[index].id.text;
    }
    return ids;
}

Measure numbered(const std::string& id, std::string number) {
    Measure measure = MeasureBuilder(id).build();
    measure.number = std::move(number);
    return measure;
}

Document with_numbers(const std::vector<std::string>& numbers) {
    Document document;
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        document.measures.push_back(numbered(std::to_string(i), numbers[i]));
    }
    return document;
}

} // namespace

TEST_CASE("numbers of measures sort as numbers, and what has none stands at the end") {
    const Document document = with_numbers({"1.10.", "", "1.9", "2", "1.09.1", "10", "1."});
    CHECK(order_of(document, {}) == "0 1 2 3 4 5 6");
    CHECK(order_of(document, {Column::Number}) == "6 2 4 0 3 5 1");
    CHECK(order_of(document, {Column::Number, true}) == "5 3 0 4 2 6 1");
}

TEST_CASE("the key of a number keeps the order of long and strange ones") {
    const std::vector<std::string> sorted{"1",
                                          "1.1",
                                          "1.2",
                                          "1.2.1",
                                          "1.10",
                                          "2",
                                          "2а",
                                          "2б",
                                          "007.1",
                                          "100",
                                          "99999999999999999999"};
    for (std::size_t i = 1; i < sorted.size(); ++i) {
        CAPTURE(sorted[i]);
        CHECK(number_key(sorted[i - 1]) < number_key(sorted[i]));
    }
}

TEST_CASE("titles sort without case and with ё as е; equals keep the order of the file") {
    Document document;
    for (const std::string_view title : {"Ёлка", "елка", "Жук", "автобус", "ЕЖ", ""}) {
        document.measures.push_back(
            MeasureBuilder(std::to_string(document.measures.size())).title(title).build());
    }
    CHECK(order_of(document, {Column::Title}) == "3 4 0 1 2 5");
    CHECK(order_of(document, {Column::Title, true}) == "2 0 1 4 3 5");
}

TEST_CASE("the lead body counts, by its name") {
    PlanBuilder plan;
    plan.party("b").party("a");
    plan.add(MeasureBuilder("1").responsible({"b", "a"}));
    plan.add(MeasureBuilder("2"));
    plan.add(MeasureBuilder("3").responsible({"a"}));
    CHECK(order_of(plan.build(), {Column::Responsible}) == "3 1 2");
}

TEST_CASE("periods sort by the day they are due, then by their start; open ones by their start") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("late-start").range("2021-03-05", "2021-05-31"));
    plan.add(MeasureBuilder("early-start").range("2021-02-05", "2021-05-31"));
    plan.add(MeasureBuilder("none"));
    plan.add(MeasureBuilder("deadline").deadline("2021-01-15"));
    plan.add(MeasureBuilder("since").with(period(PeriodKind::Open, {{"2021-04-01", ""}})));
    plan.add(MeasureBuilder("old").on_day("1969-12-31"));
    CHECK(order_of(plan.build(), {Column::Period}) ==
          "old deadline since early-start late-start none");
    CHECK(order_of(plan.build(), {Column::Period, true}) ==
          "late-start early-start since deadline old none");
}

TEST_CASE("of the states what asks for most attention comes first, the longest late before all") {
    PlanBuilder plan;
    plan.add(MeasureBuilder("done").on_day("2021-01-15").done("2021-01-15"));
    plan.add(MeasureBuilder("late").deadline("2021-04-20"));
    plan.add(MeasureBuilder("later").deadline("2021-02-20"));
    plan.add(MeasureBuilder("soon").deadline("2021-05-10"));
    plan.add(MeasureBuilder("planned").deadline("2021-12-10"));
    plan.add(MeasureBuilder("cancelled").cancelled("нет сети"));
    CHECK(order_of(plan.build(), {Column::State}) == "later late soon planned done cancelled");
}

TEST_CASE("a column is put anywhere, the others close up, and the title never hides") {
    ColumnLayout columns;
    columns.put(Column::State, 1);
    using enum Column;
    CHECK(columns.order == std::array{Number, State, Title, Responsible, Period});
    columns.put(Number, 99);
    CHECK(columns.order == std::array{State, Title, Responsible, Period, Number});
    columns.put(Responsible, 0);
    CHECK(columns.order == std::array{Responsible, State, Title, Period, Number});
    CHECK(columns.place_of(Title) == 2);
    columns.hidden = {true, true, true, true, true};
    CHECK(columns.is_hidden(Number));
    CHECK_FALSE(columns.is_hidden(Title));
}

} // namespace vekha::test::row_order_test
