// Days that a person picks for a period.
#include "core/edit/period_spans.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <string_view>

namespace vekha::test::period_spans_test {
namespace {

Period month(std::string_view from, std::string_view to) {
    Period made = period(PeriodKind::Month, {{from, to}});
    made.text = "the words";
    made.precision = Precision::Month;
    made.review = Review{.reason = "look", .unknown = {}};
    return made;
}

} // namespace

TEST_CASE("a picked day settles the period, and its words stay") {
    const Period after =
        with_span(month("2021-04-01", "2021-04-30"), 0, span({"2021-04-05", "2021-04-30"}));
    CHECK(after.text == "the words");
    CHECK(after.kind == PeriodKind::Range);
    CHECK(after.precision == Precision::Day);
    CHECK(after.set_by == PeriodSource::SetByHand);
    CHECK_FALSE(after.review.has_value());
}

TEST_CASE("whole months stay known to the month") {
    const Period one =
        with_span(month("2021-04-01", "2021-04-30"), 0, span({"2021-05-01", "2021-05-31"}));
    CHECK(one.kind == PeriodKind::Month);
    CHECK(one.precision == Precision::Month);
    const Period two = with_span(one, 0, span({"2021-05-01", "2021-06-30"}));
    CHECK(two.kind == PeriodKind::Range);
    CHECK(two.precision == Precision::Month);
    Period quarter = period(PeriodKind::Range, {{"2021-04-01", "2021-06-30"}});
    quarter.precision = Precision::Quarter;
    CHECK(with_span(quarter, 0, span({"2021-07-01", "2021-09-30"})).precision ==
          Precision::Quarter);
    CHECK(with_span(quarter, 0, span({"2021-05-01", "2021-07-31"})).precision == Precision::Day);
}

TEST_CASE("the kind follows from which days there are") {
    const Period start = period(PeriodKind::Range, {{"2021-04-05", "2021-04-30"}});
    CHECK(with_span(start, 0, span({"", "2021-04-30"})).kind == PeriodKind::Deadline);
    CHECK(with_span(start, 0, span({"2021-04-05", ""})).kind == PeriodKind::Open);
    CHECK(with_span(start, 0, span({"2021-04-05", "2021-04-05"})).kind == PeriodKind::Day);
    CHECK(with_span(start, 1, span({"2021-09-01", "2021-09-30"})).kind == PeriodKind::Several);
    CHECK(with_span(start, 0, {}).kind == PeriodKind::Unscheduled);
    const Period throughout = period(PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}});
    CHECK(with_span(throughout, 0, span({"2021-01-01", "2021-10-31"})).kind == PeriodKind::Range);
}

TEST_CASE("spans are added behind the others and taken out") {
    const Period none = period(PeriodKind::Unscheduled);
    const Span plan = span({"2021-01-11", "2021-12-31"});
    CHECK(next_span(none, plan) == span({"2021-01-11", "2021-01-11"}));
    CHECK(next_span(none, {}) == Span{});
    const Period one = with_span(none, 0, span({"2021-02-01", "2021-02-10"}));
    CHECK(one.kind == PeriodKind::Range);
    const Span next = next_span(one, plan);
    CHECK(next == span({"2021-02-11", "2021-02-20"}));
    const Period two = with_span(one, 1, next);
    REQUIRE(two.spans.size() == 2);
    CHECK(two.spans[1].days == next);
    const Period back = without_span(two, 1);
    CHECK(back.kind == PeriodKind::Range);
    CHECK(back.spans.size() == 1);
    CHECK(without_span(back, 0).kind == PeriodKind::Unscheduled);
    CHECK(without_span(back, 0).precision == Precision::None);
}

TEST_CASE("a recurring period stays one without its rule; a relative one that gets days does not") {
    Period recurring =
        period(PeriodKind::Recurring, {{"2021-01-01", "2021-01-31"}, {"2021-02-01", "2021-02-28"}});
    recurring.recurrence = Recurrence{.text = "monthly", .rule = "FREQ=MONTHLY", .unknown = {}};
    const Period after = with_span(recurring, 1, span({"2021-03-01", "2021-03-31"}));
    CHECK(after.kind == PeriodKind::Recurring);
    REQUIRE(after.recurrence.has_value());
    CHECK(after.recurrence->text == "monthly");
    CHECK(after.recurrence->rule.empty());
    const Period relative = with_span(relative_period("", 10), 0, span({"", "2021-03-31"}));
    CHECK(relative.kind == PeriodKind::Deadline);
    CHECK_FALSE(relative.relative.has_value());
}

TEST_CASE("the same days change nothing") {
    const Period before = month("2021-04-01", "2021-04-30");
    CHECK(with_span(before, 0, before.spans[0].days) == before);
}

} // namespace vekha::test::period_spans_test
