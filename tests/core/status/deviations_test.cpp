#include "core/status/deviations.hpp"

#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::deviations_test {
namespace {

using test::day;
using test::MeasureBuilder;
using test::period;
using test::PlanBuilder;

// What a plan was when it was approved.
Baseline frozen(const Document& document) {
    Baseline baseline;
    for (const Measure& measure : document.measures) {
        BaselinePeriod approved;
        approved.measure = measure.id;
        approved.title = measure.title;
        approved.spans = measure.period.spans;
        baseline.periods.push_back(approved);
    }
    return baseline;
}

Document plan_of(std::initializer_list<MeasureBuilder> measures) {
    PlanBuilder builder;
    for (const MeasureBuilder& measure : measures) {
        builder.add(measure);
    }
    return builder.build();
}

std::vector<Deviation> deviations(const Document& then, const Document& now,
                                  std::string_view as_of = "2021-04-01") {
    return deviations_from(frozen(then), now, day(as_of));
}

std::vector<Deviation> none() {
    return {};
}

TEST_CASE("A plan that is as it was approved has no deviations") {
    const Document plan = plan_of({MeasureBuilder("a").range("2021-05-01", "2021-05-31")});
    CHECK(deviations(plan, plan) == none());
    CHECK(deviations({}, {}) == none());
}

TEST_CASE("A moved measure says by how many days its start and its end moved") {
    const Document then = plan_of({MeasureBuilder("a").range("2021-05-01", "2021-05-31"),
                                   MeasureBuilder("b").range("2021-05-01", "2021-05-31")});
    const Document now = plan_of({MeasureBuilder("a").range("2021-05-03", "2021-05-21"),
                                  MeasureBuilder("b").range("2021-05-01", "2021-05-31")});
    CHECK(deviations(then, now) == std::vector<Deviation>{{.kind = DeviationKind::Moved,
                                                           .measure = 0,
                                                           .period = 0,
                                                           .start_shift_days = 2,
                                                           .end_shift_days = -10}});
}

TEST_CASE("A day that one of the two has not gives no shift") {
    const Document then = plan_of({MeasureBuilder("a").deadline("2021-05-31")});
    const Document now = plan_of({MeasureBuilder("a").range("2021-05-01", "2021-06-01")});
    CHECK(deviations(then, now) ==
          std::vector<Deviation>{
              {.kind = DeviationKind::Moved, .measure = 0, .period = 0, .end_shift_days = 1}});
}

TEST_CASE("Days that moved between the first and the last shift neither") {
    const auto meetings = [](std::string_view middle) {
        return plan_of({MeasureBuilder("a").with(period(
            PeriodKind::Several,
            {{"2021-05-01", "2021-05-01"}, {middle, middle}, {"2021-05-31", "2021-05-31"}}))});
    };
    CHECK(deviations(meetings("2021-05-10"), meetings("2021-05-11")) ==
          std::vector<Deviation>{{.kind = DeviationKind::Moved,
                                  .measure = 0,
                                  .period = 0,
                                  .start_shift_days = 0,
                                  .end_shift_days = 0}});
}

// How late one measure is on 1 April that was approved for the days.
std::optional<std::int32_t> days_late(const MeasureBuilder& then, const MeasureBuilder& now) {
    for (const Deviation& deviation : deviations(plan_of({then}), plan_of({now}))) {
        if (deviation.kind == DeviationKind::Late) {
            return deviation.days_late;
        }
    }
    return std::nullopt;
}

TEST_CASE("Late is what was due at the baseline and is not done, wherever it is planned now") {
    const MeasureBuilder then = MeasureBuilder("a").range("2021-03-01", "2021-03-31");
    CHECK(days_late(then, then) == 1);
    CHECK(days_late(then, MeasureBuilder("a").range("2021-09-01", "2021-09-30")) == 1);
    CHECK(days_late(then, MeasureBuilder(then).in_progress(99)) == 1);
    CHECK(days_late(then, MeasureBuilder(then).with(
                              test::reasoned(StoredState::NotDone, "no money"))) == 1);
    CHECK_FALSE(days_late(then, MeasureBuilder(then).done("2021-04-01")));
    CHECK(days_late(then, MeasureBuilder(then).done("2021-04-02")) == 1);
    CHECK_FALSE(days_late(then, MeasureBuilder(then).cancelled("no need")));
    CHECK_FALSE(
        days_late(then, MeasureBuilder(then).with(test::reasoned(StoredState::Moved, "later"))));
}

TEST_CASE("What was due on the as-of date or later, or without an end, is not late") {
    CHECK_FALSE(days_late(MeasureBuilder("a").deadline("2021-04-01"),
                          MeasureBuilder("a").deadline("2021-04-01")));
    const MeasureBuilder open =
        MeasureBuilder("a").with(period(PeriodKind::Open, {{"2021-01-01", ""}}));
    CHECK_FALSE(days_late(open, open));
}

TEST_CASE("Marks count: a measure done at every school is not late") {
    PlanBuilder builder;
    builder.schools(1).add(MeasureBuilder("a").deadline("2021-03-01").at_all_schools());
    const Document then = builder.build();
    CHECK(deviations(then, then).size() == 1);
    const Document now = builder.mark("a", "school-1", test::done_report("2021-03-01")).build();
    CHECK(deviations(then, now) == none());
}

TEST_CASE("Added, removed and reworded measures stand in the order of the plan") {
    const Document then =
        plan_of({MeasureBuilder("gone first"), MeasureBuilder("a").title("old"),
                 MeasureBuilder("gone"), MeasureBuilder("gone too"), MeasureBuilder("b")});
    const Document now = plan_of({MeasureBuilder("new first"), MeasureBuilder("a").title("newer"),
                                  MeasureBuilder("b"), MeasureBuilder("new")});
    CHECK(deviations(then, now) == std::vector<Deviation>{
                                       {.kind = DeviationKind::Removed, .period = 0},
                                       {.kind = DeviationKind::Added, .measure = 0},
                                       {.kind = DeviationKind::Reworded, .measure = 1, .period = 1},
                                       {.kind = DeviationKind::Removed, .period = 2},
                                       {.kind = DeviationKind::Removed, .period = 3},
                                       {.kind = DeviationKind::Added, .measure = 3},
                                   });
}

TEST_CASE("One measure can be moved, late and reworded at once") {
    const Document then = plan_of({MeasureBuilder("a").deadline("2021-03-01")});
    const Document now = plan_of({MeasureBuilder("a").deadline("2021-03-02").title("new")});
    const std::vector<Deviation> found = deviations(then, now);
    REQUIRE(found.size() == 3);
    CHECK(found[0].kind == DeviationKind::Moved);
    CHECK(found[1].kind == DeviationKind::Late);
    CHECK(found[1].days_late == 31);
    CHECK(found[2].kind == DeviationKind::Reworded);
}

TEST_CASE("A baseline without numbers and titles may name only some: nothing is added to it") {
    Baseline baseline;
    BaselinePeriod approved;
    approved.measure.text = "a";
    baseline.periods.push_back(approved);
    const Document now = plan_of({MeasureBuilder("a"), MeasureBuilder("b")});
    CHECK(deviations_from(baseline, now, day("2021-04-01")) == none());
    baseline.periods[0].number = "1.1";
    CHECK(deviations_from(baseline, now, day("2021-04-01")) ==
          std::vector<Deviation>{{.kind = DeviationKind::Added, .measure = 1}});
}

TEST_CASE("Of two periods for one measure the later one holds") {
    const Document now = plan_of({MeasureBuilder("a").on_day("2021-05-02")});
    Baseline baseline = frozen(plan_of({MeasureBuilder("a").on_day("2021-05-01")}));
    baseline.periods.push_back(frozen(now).periods[0]);
    CHECK(deviations_from(baseline, now, day("2021-04-01")) == none());
}

TEST_CASE("The deviations of a plan of 100 000 measures are a matter of n log n") {
    PlanBuilder builder;
    constexpr int kMeasures = 100'000;
    for (int i = 0; i < kMeasures; ++i) {
        builder.add(MeasureBuilder("m" + std::to_string(i)).deadline("2021-03-01"));
    }
    const Document plan = builder.build();
    CHECK(deviations(plan, plan).size() == kMeasures);
}

} // namespace
} // namespace vekha::deviations_test
