// Reports of occurrences go with their spans when a period is moved, typed anew or shifted.

#include "core/calendar/date.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/period_moves.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vekha::test::occurrence_days_test {
namespace {

using test::day;
using test::done;

const MeasureId kMeasure{"a"};

Period months(const std::vector<int>& which) {
    Period period;
    period.kind = PeriodKind::Several;
    period.precision = Precision::Month;
    for (const int month : which) {
        const Date first =
            Date::from_civil({.year = 2021, .month = static_cast<unsigned>(month), .day = 1})
                .value();
        period.spans.push_back({.days = {first, first.last_of_month()}, .unknown = {}});
    }
    return period;
}

// One report of each month that is named, done by a note that says which.
Document plan(const std::vector<int>& spans, const std::vector<int>& reported) {
    Document document = test::PlanBuilder().add(test::MeasureBuilder("a")).build();
    Measure measure = document.measures[0];
    measure.period = months(spans);
    document.measures = document.measures.with(0, measure);
    const Period days = months(reported);
    for (std::size_t i = 0; i < reported.size(); ++i) {
        Occurrence occurrence;
        occurrence.measure = kMeasure;
        occurrence.days = days.spans[i].days;
        occurrence.report.note = std::to_string(reported[i]);
        document.occurrences.push_back(std::move(occurrence));
    }
    return document;
}

Document with_period(const Document& before, const Period& period, SpansAre spans) {
    return done(set_periods(before, std::array{MeasurePeriod{kMeasure, period, spans}}));
}

// «1>2 9>9»: what was reported of January is now of February.
std::string reports(const Document& document) {
    std::string all;
    for (const Occurrence& occurrence : document.occurrences) {
        all += (all.empty() ? "" : " ") + occurrence.report.note + ">" +
               std::to_string(occurrence.days.from->civil().month);
    }
    return all;
}

} // namespace

TEST_CASE("the report of a span that is moved goes with it") {
    const Document before = plan({1, 9}, {1, 9});
    CHECK(reports(with_period(before, months({2, 9}), SpansAre::Moved)) == "1>2 9>9");
    // Beyond its neighbour, too.
    CHECK(reports(with_period(before, months({10, 9}), SpansAre::Moved)) == "1>10 9>9");
}

TEST_CASE("of a period that is typed anew the spans of equal days are the same ones") {
    const Document before = plan({1, 5, 9}, {1, 9});
    CHECK(reports(with_period(before, months({9, 5, 1}), SpansAre::Anew)) == "1>1 9>9");
    CHECK(reports(with_period(before, months({2, 5, 9}), SpansAre::Anew)) == "1>2 9>9");
    // Which of them is which nobody knows.
    CHECK(reports(with_period(before, months({2, 3, 5, 9}), SpansAre::Anew)) == "1>1 9>9");
    CHECK(reports(with_period(before, months({5}), SpansAre::Anew)) == "1>1 9>9");
}

TEST_CASE("all go on by one, each with its own report") {
    const Document before = plan({1, 2, 3}, {1, 2});
    CHECK(reports(with_period(before, months({2, 3, 4}), SpansAre::Moved)) == "1>2 2>3");
}

TEST_CASE("a report of days that the period has not stays, and no two get the same days") {
    const Document before = plan({1, 9}, {1, 4});
    CHECK(reports(with_period(before, months({2, 9}), SpansAre::Moved)) == "1>2 4>4");
    CHECK(reports(with_period(before, months({4, 9}), SpansAre::Moved)) == "1>1 4>4");
}

TEST_CASE("of two spans with the same days each keeps its report") {
    const Document twice = plan({9, 9}, {9, 9});
    CHECK(reports(with_period(twice, months({9, 1}), SpansAre::Moved)) == "9>9 9>1");
    CHECK(reports(with_period(twice, months({1, 9}), SpansAre::Moved)) == "9>1 9>9");
    CHECK(reports(with_period(twice, months({9, 1}), SpansAre::Anew)) == "9>1 9>9");
    const Document before = plan({1, 9}, {1, 9});
    const Document met = with_period(before, months({9, 9}), SpansAre::Moved);
    CHECK(reports(met) == "1>9 9>9");
    CHECK(reports(with_period(met, months({2, 9}), SpansAre::Moved)) == "1>2 9>9");
}

TEST_CASE("a shift of measures takes their reports and the periods of their items along") {
    Document before = plan({1, 2, 3}, {1, 2});
    Measure measure = before.measures[0];
    MeasureItem item;
    item.id = ItemId{"i"};
    item.title = "Семинар";
    item.period = months({2});
    measure.items.push_back(item);
    before.measures = before.measures.with(0, measure);
    NewIds ids(1);
    BulkChange change;
    change.shift = {.unit = ShiftUnit::Months, .count = 1};
    const std::array targets{BulkTarget{0, true}};
    const Document after = done(change_measures(before, targets, change, day("2021-06-01"), ids));
    CHECK(reports(after) == "1>2 2>3");
    CHECK(after.measures[0].items[0].period->spans[0].days.to == day("2021-03-31"));
    CHECK(before.occurrences[0].days.from == day("2021-01-01"));
}

} // namespace vekha::test::occurrence_days_test
