#include "core/edit/plan_from_plan.hpp"

#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::plan_from_plan_test {
namespace {

using test::day;
using test::Days;
using test::done;
using test::MeasureBuilder;
using test::period;
using test::PlanBuilder;
using test::span;

constexpr std::uint64_t kSeed = 5;
constexpr std::string_view kReason = "названы прежние годы";

Document plan_for(const Document& document, int first_year) {
    NewIds ids(kSeed);
    return done(new_plan_from(
        document, {.first_year = first_year, .review_reason = std::string(kReason)}, ids));
}

PlanBuilder plan_of_2021() {
    return PlanBuilder().dates({"2021-01-01", "2021-12-31"});
}

// The period of the one measure of a plan of 2021 in a plan of another year.
Period moved(const Period& period, int year = 2022) {
    return plan_for(plan_of_2021().add(MeasureBuilder("m").with(period)).build(), year)
        .measures[0]
        .period;
}

std::vector<Days> no_days() {
    return {};
}

TEST_CASE("A new plan begins in the chosen year, and all its days move by whole years") {
    const Document after = plan_for(plan_of_2021()
                                        .as_of("2021-04-29")
                                        .add(MeasureBuilder("m").range("2021-03-05", "2022-01-07"))
                                        .build(),
                                    2024);
    CHECK(after.plan.from == day("2024-01-01"));
    CHECK(after.plan.to == day("2024-12-31"));
    CHECK_FALSE(after.plan.as_of);
    CHECK(after.measures[0].period.spans[0].days == span({"2024-03-05", "2025-01-07"}));
}

TEST_CASE("A plan without days of its own begins with its first measure, one without any stays") {
    const Document dated =
        PlanBuilder().add(MeasureBuilder("m").range("2020-09-01", "2021-05-31")).build();
    CHECK(plan_for(dated, 2021).measures[0].period.spans[0].days ==
          span({"2021-09-01", "2022-05-31"}));
    const Document undated = PlanBuilder().add(MeasureBuilder("m")).build();
    CHECK(plan_for(undated, 2021).measures[0].period == undated.measures[0].period);
}

TEST_CASE("29 February becomes the 28th, and what ends with its month does so again") {
    CHECK(moved(period(PeriodKind::Day, {{"2020-02-29", "2020-02-29"}})).spans[0].days ==
          span({"2021-02-28", "2021-02-28"}));
    Period month = period(PeriodKind::Month, {{"2021-02-01", "2021-02-28"}});
    CHECK(moved(month, 2024).spans[0].days == span({"2024-02-01", "2024-02-28"}));
    month.precision = Precision::Month;
    CHECK(moved(month, 2024).spans[0].days == span({"2024-02-01", "2024-02-29"}));
    month.spans[0].days = span({"2021-02-01", "2021-02-27"});
    CHECK(moved(month, 2024).spans[0].days == span({"2024-02-01", "2024-02-27"}));
}

TEST_CASE("Open sides stay open, and impossible days as they are written") {
    Period open = period(PeriodKind::Open, {{"2021-02-01", ""}});
    open.spans[0].unknown = {{"\"to\"", "\"2021-02-30\""}};
    const Period after = moved(open);
    CHECK(after.spans[0].days == span({"2022-02-01", ""}));
    CHECK(after.spans[0].unknown == open.spans[0].unknown);
}

TEST_CASE("Words stay as they are written, and are flagged where they name a year") {
    Period year = period(PeriodKind::Deadline, {{"", "2021-04-15"}});
    year.text = "до 15.04.2021";
    Period expected = year;
    expected.spans[0].days = span({"", "2022-04-15"});
    expected.review = Review{std::string(kReason), {}};
    CHECK(moved(year) == expected);
    year.text = "до 15 апреля";
    CHECK_FALSE(moved(year).review);
    year.text = "до 15.04.2021";
    CHECK_FALSE(moved(year, 2021).review);
}

TEST_CASE("What was flagged stays flagged, with both reasons") {
    Period year = period(PeriodKind::Month, {{"2021-04-01", "2021-04-30"}});
    year.text = "апрель 2021";
    year.review = Review{"two readings", {{"\"x\"", "1"}}};
    const Period after = moved(year);
    REQUIRE(after.review);
    CHECK(after.review->reason == "two readings\n" + std::string(kReason));
    CHECK(after.review->unknown == year.review->unknown);
    CHECK(moved(after, 2023).review == after.review);
}

TEST_CASE("A recurrence keeps its rule, and is flagged where that ends on a day") {
    Period monthly = period(PeriodKind::Recurring, {{"2021-01-01", "2021-01-31"}});
    monthly.recurrence = Recurrence{"ежемесячно", "FREQ=MONTHLY", {}};
    CHECK(moved(monthly).recurrence == monthly.recurrence);
    CHECK_FALSE(moved(monthly).review);
    monthly.recurrence->rule = "FREQ=MONTHLY;UNTIL=20211231";
    CHECK(moved(monthly).recurrence == monthly.recurrence);
    CHECK(moved(monthly).review);
}

TEST_CASE("A relative period keeps its event and offset, and waits for the event anew") {
    const Period after = moved(test::relative_period("2021-03-01", 10));
    CHECK(after.relative == RelativeTo{"order", std::nullopt, 10, {}});
}

TEST_CASE("Years are found where they stand alone, and in dates of two digits") {
    for (const std::string_view text : {"2021", "до 15.04.2021", "15.04.21", "2021/22 учебный год",
                                        "в 1999г", "5.4.21 и далее"}) {
        CAPTURE(text);
        CHECK(names_year(text));
    }
    for (const std::string_view text : {"", "апрель", "20211", "1821", "2121", "15.04", "п. 1.2",
                                        "10.00-12.30", "15 04 21", "3 раза в год"}) {
        CAPTURE(text);
        CHECK_FALSE(names_year(text));
    }
}

Document full_plan() {
    Document plan = plan_of_2021()
                        .section("s")
                        .party("p")
                        .schools(1)
                        .add(MeasureBuilder("m")
                                 .section("s")
                                 .responsible({"p"})
                                 .at_all_schools()
                                 .done("2021-04-01")
                                 .item("i", test::done_report("2021-04-01"),
                                       period(PeriodKind::Day, {{"2021-04-01", "2021-04-01"}})))
                        .add(MeasureBuilder("n"))
                        .mark("m", "school-1", test::done_report())
                        .occurrence("m", {"2021-01-01", ""}, test::done_report())
                        .state_override("m", StoredState::Done, "agreed")
                        .thresholds({})
                        .build();
    plan.plan.approval = Approval{};
    plan.decisions.push_back({});
    plan.live_changes.push_back({});
    plan.baselines.push_back({});
    plan.snapshots.push_back({});
    for (const int year : {2021, 2022, 2023}) {
        CalendarYear calendar;
        calendar.year = year;
        plan.calendar.push_back(calendar);
    }
    return plan;
}

TEST_CASE("What has come of the old plan does not come along") {
    const Document before = full_plan();
    const Document after = plan_for(before, 2022);
    Document expected = before;
    expected.plan.id = after.plan.id;
    expected.plan.from = day("2022-01-01");
    expected.plan.to = day("2022-12-31");
    expected.plan.approval.reset();
    Measure measure = before.measures[0];
    measure.origin.text = "m";
    measure.report = {};
    measure.items[0].report.reset();
    measure.items[0].period = period(PeriodKind::Day, {{"2022-04-01", "2022-04-01"}});
    Measure other = before.measures[1];
    other.origin.text = "n";
    expected.measures = before.measures.with(0, measure).with(1, other);
    expected.marks = {};
    expected.occurrences = {};
    expected.overrides = {};
    expected.decisions = {};
    expected.live_changes = {};
    expected.baselines = {};
    expected.snapshots = {};
    expected.calendar = before.calendar.picked(std::vector<std::size_t>{1});
    CHECK(after == expected);
    CHECK_FALSE(after.plan.id == before.plan.id);
    CHECK(after.sections.shares_items_with(before.sections));
    CHECK(after.schools.shares_items_with(before.schools));
}

TEST_CASE("The origin of a row goes on to the third plan") {
    const Document second = plan_for(full_plan(), 2022);
    const Document third = plan_for(second, 2023);
    CHECK(third.measures[0].origin == LineageId{"m"});
    Document from_template = full_plan();
    Measure measure = from_template.measures[0];
    measure.origin.text = "template row";
    from_template.measures = from_template.measures.with(0, measure);
    CHECK(plan_for(from_template, 2022).measures[0].origin == LineageId{"template row"});
}

TEST_CASE("Originals of what is cleared go, what nobody knows stays") {
    Document before = full_plan();
    Measure measure = before.measures[0];
    measure.unknown = {{"\"percent\"", "150"}, {"\"x\"", "1"}};
    measure.items[0].unknown = {{"\"note\"", "5"}, {"\"x\"", "1"}};
    before.measures = before.measures.with(0, measure);
    before.plan.unknown = {{"\"asOf\"", "\"2021-02-30\""}, {"\"x\"", "1"}};
    const Document after = plan_for(before, 2022);
    const UnknownMembers rest{{"\"x\"", "1"}};
    CHECK(after.measures[0].unknown == rest);
    CHECK(after.measures[0].items[0].unknown == rest);
    CHECK(after.plan.unknown == rest);
}

TEST_CASE("Targets keep what is aimed at and lose what was reached") {
    Document before = full_plan();
    Measure measure = before.measures[0];
    Target target;
    target.value = 50.0;
    target.actual_value = 40.0;
    target.actual_date = day("2021-12-01");
    measure.targets.push_back(target);
    before.measures = before.measures.with(0, measure);
    target.actual_value.reset();
    target.actual_date.reset();
    CHECK(plan_for(before, 2022).measures[0].targets[0] == target);
}

TEST_CASE("Schools stay, with their risks, and begin their year anew") {
    Document before = full_plan();
    School school = before.schools[0];
    school.risks = {{.factor = "staff"}};
    SchoolDocument document;
    document.id.text = "d";
    document.kind = "programme";
    document.due = day("2021-05-01");
    const SchoolDocument asked = document;
    document.state = DocumentState::Accepted;
    document.changed = day("2021-05-02");
    document.link = "https://example.org";
    school.documents = {document};
    school.visits = {{.planned = day("2021-05-01"),
                      .actual = day("2021-05-02"),
                      .aim = "talk",
                      .result = "good"}};
    school.stages = {{.stage = "stage1",
                      .due = day("2021-05-01"),
                      .submitted = day("2021-05-02"),
                      .confirmed = day("2021-05-03"),
                      .expert_check = ExpertCheck::Passed,
                      .change = "better"}};
    before.schools = before.schools.with(0, school);
    school.documents = {asked};
    school.documents[0].due = day("2022-05-01");
    school.visits = {{.planned = day("2022-05-01"), .aim = "talk"}};
    school.stages = {{.stage = "stage1", .due = day("2022-05-01")}};
    CHECK(plan_for(before, 2022).schools[0] == school);
}

TEST_CASE("Saved views look at the new days") {
    Document before = full_plan();
    SavedView view;
    view.id.text = "v";
    view.as_of = day("2021-04-01");
    view.from = day("2021-04-01");
    view.to = day("2021-06-30");
    before.views.push_back(view);
    view.as_of.reset();
    view.from = day("2022-04-01");
    view.to = day("2022-06-30");
    CHECK(plan_for(before, 2022).views[0] == view);
}

TEST_CASE("A title is taken, an empty one refused") {
    NewIds ids(kSeed);
    CHECK(
        done(new_plan_from(full_plan(), {.first_year = 2022, .title = "План\n"}, ids)).plan.title ==
        "План");
    const auto refused = new_plan_from(full_plan(), {.first_year = 2022, .title = " "}, ids);
    REQUIRE_FALSE(refused.ok());
    CHECK(refused.error() == EditProblem::NameMissing);
}

TEST_CASE("Years that no calendar has are refused") {
    NewIds ids(kSeed);
    const auto refused = [&ids](const Document& document, int year) {
        const auto result = new_plan_from(document, {.first_year = year}, ids);
        return !result.ok() && result.error() == EditProblem::YearOutOfRange;
    };
    CHECK(refused(full_plan(), -1));
    CHECK(refused(full_plan(), 10'000));
    const Document long_plan =
        plan_of_2021().add(MeasureBuilder("m").range("2021-01-01", "2022-01-01")).build();
    CHECK(refused(long_plan, 9999));
    CHECK(plan_for(full_plan(), 9999).plan.to == day("9999-12-31"));
    CHECK(moved(period(PeriodKind::Unscheduled, no_days()), 0).spans.empty());
}

TEST_CASE("a title of the years that follow leaves out what is about the edition before") {
    const auto check = [](std::string_view before, std::string_view after) {
        CHECK(title_years_later(before, 1) == after);
    };
    check("План на 2021 год (ред. от 17.09.2021)", "План на 2022 год");
    check("План (ред. от 17.09.2021) на 2021 год", "План на 2022 год");
    check("План (2021-2022) и (от 1.2.2021)", "План (2022-2023) и (от 1.2.2022)");
    check("План (от 01.02.2021", "План (от 01.02.2022");
    check("(от 01.02.2021)", "");
    check("План 20211, 1899, 2099", "План 20211, 1899, 2099");
}

} // namespace
} // namespace vekha::plan_from_plan_test
