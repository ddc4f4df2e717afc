#include "core/edit/period_moves.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace vekha::period_moves_test {
namespace {

using test::day;
using test::Days;

constexpr PeriodGrip kBody{PeriodHandle::Body, 0};
constexpr PeriodGrip kStart{PeriodHandle::Start, 0};
constexpr PeriodGrip kEnd{PeriodHandle::End, 0};

Period known_to(Precision precision, PeriodKind kind, const std::vector<Days>& spans) {
    Period period = test::period(kind, spans);
    period.precision = precision;
    period.text = "как написано";
    return period;
}

void check_days(const Period& period, const std::vector<Days>& expected) {
    REQUIRE(period.spans.size() == expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        CHECK(period.spans[i].days == test::span(expected[i]));
    }
}

} // namespace

TEST_CASE("a month moves by months and stays a month") {
    const Period april =
        known_to(Precision::Month, PeriodKind::Month, {{"2021-04-01", "2021-04-30"}});
    const Period may = moved_period(april, kBody, 1);
    check_days(may, {{"2021-05-01", "2021-05-31"}});
    CHECK(may.kind == PeriodKind::Month);
    CHECK(may.precision == Precision::Month);
    CHECK(may.set_by == PeriodSource::SetByHand);
    CHECK(may.text == april.text);
    check_days(moved_period(april, kBody, -2), {{"2021-02-01", "2021-02-28"}});
}

TEST_CASE("a month that is made longer is a range of months, and a month again when made shorter") {
    const Period april =
        known_to(Precision::Month, PeriodKind::Month, {{"2021-04-01", "2021-04-30"}});
    const Period longer = moved_period(april, kEnd, 2);
    check_days(longer, {{"2021-04-01", "2021-06-30"}});
    CHECK(longer.kind == PeriodKind::Range);
    const Period again = moved_period(longer, kEnd, -2);
    check_days(again, {{"2021-04-01", "2021-04-30"}});
    CHECK(again.kind == PeriodKind::Month);
}

TEST_CASE("an end never passes the other one") {
    const Period range =
        known_to(Precision::Day, PeriodKind::Range, {{"2021-04-10", "2021-04-12"}});
    const Period shortest = moved_period(range, kStart, 100);
    check_days(shortest, {{"2021-04-12", "2021-04-12"}});
    CHECK(shortest.kind == PeriodKind::Day);
    const Period month =
        known_to(Precision::Month, PeriodKind::Range, {{"2021-04-01", "2021-05-31"}});
    check_days(moved_period(month, kEnd, -5), {{"2021-04-01", "2021-04-30"}});
}

TEST_CASE("each kind has the handles that mean something for it") {
    const Period deadline = known_to(Precision::Day, PeriodKind::Deadline, {{"", "2021-04-15"}});
    CHECK(has_handle(deadline, kBody));
    CHECK_FALSE(has_handle(deadline, kStart));
    check_days(moved_period(deadline, kBody, 3), {{"", "2021-04-18"}});
    CHECK(moved_period(deadline, kBody, 3).kind == PeriodKind::Deadline);
    const Period open = known_to(Precision::Day, PeriodKind::Open, {{"2021-04-15", ""}});
    CHECK(has_handle(open, kStart));
    CHECK_FALSE(has_handle(open, kEnd));
    check_days(moved_period(open, kStart, -5), {{"2021-04-10", ""}});
    const Period throughout =
        known_to(Precision::Year, PeriodKind::Throughout, {{"2021-01-01", "2021-12-31"}});
    CHECK_FALSE(has_handle(throughout, kBody));
    const Period part = moved_period(throughout, kEnd, -6);
    check_days(part, {{"2021-01-01", "2021-06-30"}});
    CHECK(part.kind == PeriodKind::Range);
    CHECK(part.precision == Precision::Month);
    CHECK_FALSE(has_handle(test::period(PeriodKind::Unscheduled), kBody));
    CHECK_FALSE(has_handle(test::relative_period("2021-01-01", 5), kBody));
    CHECK_FALSE(has_handle(deadline, {PeriodHandle::Body, 1}));
}

TEST_CASE("of several spans only the one that is held moves") {
    const Period several = known_to(Precision::Month, PeriodKind::Several,
                                    {{"2021-04-01", "2021-04-30"}, {"2021-09-01", "2021-09-30"}});
    const Period moved = moved_period(several, {PeriodHandle::Body, 1}, 1);
    check_days(moved, {{"2021-04-01", "2021-04-30"}, {"2021-10-01", "2021-10-31"}});
    CHECK(moved.kind == PeriodKind::Several);
}

TEST_CASE("a recurrence that was moved by hand keeps its words and loses its rule") {
    Period monthly = known_to(Precision::Month, PeriodKind::Recurring,
                              {{"2021-01-01", "2021-01-31"}, {"2021-02-01", "2021-02-28"}});
    monthly.recurrence = Recurrence{.text = "ежемесячно", .rule = "FREQ=MONTHLY", .unknown = {}};
    monthly.review = Review{.reason = "?", .unknown = {}};
    const Period moved = moved_period(monthly, kBody, 2);
    REQUIRE(moved.recurrence);
    CHECK(moved.recurrence->text == "ежемесячно");
    CHECK(moved.recurrence->rule.empty());
    CHECK_FALSE(moved.review);
    CHECK(moved_period(monthly, kBody, 0) == monthly);
}

TEST_CASE("a hand finds the nearest step of the precision") {
    const Period april =
        known_to(Precision::Month, PeriodKind::Month, {{"2021-04-01", "2021-04-30"}});
    CHECK(steps_for_days(april, kBody, 10) == 0);
    CHECK(steps_for_days(april, kBody, 20) == 1);
    CHECK(steps_for_days(april, kBody, -20) == -1);
    CHECK(steps_for_days(april, kBody, 365) == 12);
    const Period exact = known_to(Precision::Day, PeriodKind::Day, {{"2021-04-05", "2021-04-05"}});
    CHECK(steps_for_days(exact, kBody, 10) == 10);
}

TEST_CASE("steps and days agree for every precision and many lengths") {
    const std::array precisions{Precision::Month, Precision::Quarter, Precision::Half,
                                Precision::Year};
    std::size_t checked = 0;
    for (const Precision precision : precisions) {
        const Period year = known_to(precision, PeriodKind::Range, {{"2020-01-01", "2020-12-31"}});
        for (const PeriodHandle handle :
             {PeriodHandle::Body, PeriodHandle::Start, PeriodHandle::End}) {
            for (int steps = -4; steps <= 4; ++steps) {
                // The day on which that many steps lead is found again, whichever the month.
                Period free = year;
                free.spans[0].days = handle == PeriodHandle::End ? Span{{}, day("2020-12-31")}
                                                                 : Span{day("2020-01-01"), {}};
                const Period moved = moved_period(free, {handle, 0}, steps);
                const Date before =
                    handle == PeriodHandle::End ? *free.spans[0].days.to : *free.spans[0].days.from;
                const Date after = handle == PeriodHandle::End ? *moved.spans[0].days.to
                                                               : *moved.spans[0].days.from;
                CHECK(steps_for_days(free, {handle, 0}, days_between(before, after)) == steps);
                ++checked;
            }
        }
    }
    MESSAGE("checked ", checked);
    CHECK(checked == 4U * 3U * 9U);
}

TEST_CASE("moving there and back again leads back where ends of months do not clamp") {
    constexpr std::uint32_t kSeed = 11;
    constexpr int kRuns = 2000;
    MESSAGE("seed ", kSeed, ", runs ", kRuns);
    test::Chance chance(kSeed);
    for (int run = 0; run < kRuns; ++run) {
        const Date from = day("2020-01-01").plus_days(static_cast<int>(chance.below(1500)));
        Period period = test::period(PeriodKind::Range);
        const bool months = chance.percent(50);
        period.precision = months ? Precision::Month : Precision::Day;
        const Date first = months ? from.first_of_month() : from;
        const Date last = months ? from.plus_days(90).last_of_month() : from.plus_days(9);
        period.spans.push_back({.days = {first, last}, .unknown = {}});
        const int steps = static_cast<int>(chance.below(40)) - 20;
        const Period there = moved_period(period, kBody, steps);
        CHECK(moved_period(there, kBody, -steps).spans == period.spans);
        CHECK(*there.spans[0].days.from <= *there.spans[0].days.to);
    }
}

TEST_CASE("a plan shifted by a year keeps the ends of its months") {
    const Period february =
        known_to(Precision::Month, PeriodKind::Month, {{"2023-02-01", "2023-02-28"}});
    check_days(shifted_period(february, {ShiftUnit::Years, 1}), {{"2024-02-01", "2024-02-29"}});
    const Period leap = known_to(Precision::Day, PeriodKind::Day, {{"2024-02-29", "2024-02-29"}});
    check_days(shifted_period(leap, {ShiftUnit::Years, 1}), {{"2025-02-28", "2025-02-28"}});
    check_days(shifted_period(leap, {ShiftUnit::Days, -1}), {{"2024-02-28", "2024-02-28"}});
    const Period deadline = known_to(Precision::Day, PeriodKind::Deadline, {{"", "2021-04-15"}});
    check_days(shifted_period(deadline, {ShiftUnit::Months, 2}), {{"", "2021-06-15"}});
    const Period relative = test::relative_period("2021-01-01", 5);
    CHECK(shifted_period(relative, {ShiftUnit::Days, 3}) == relative);
}

TEST_CASE("what is drawn stands in whole units of the precision, whichever way it was drawn") {
    const Period days = drawn_period(day("2021-04-20"), day("2021-04-05"), Precision::Day);
    check_days(days, {{"2021-04-05", "2021-04-20"}});
    CHECK(days.kind == PeriodKind::Range);
    const Period month = drawn_period(day("2021-04-20"), day("2021-04-05"), Precision::Month);
    check_days(month, {{"2021-04-01", "2021-04-30"}});
    CHECK(month.kind == PeriodKind::Month);
    const Period quarters = drawn_period(day("2021-02-20"), day("2021-05-05"), Precision::Quarter);
    check_days(quarters, {{"2021-01-01", "2021-06-30"}});
    CHECK(drawn_period(day("2021-04-05"), day("2021-04-05"), Precision::None).kind ==
          PeriodKind::Day);
    CHECK(month.set_by == PeriodSource::SetByHand);
}

} // namespace vekha::period_moves_test
