#include "core/model/period.hpp"

#include "core/base/unknown_members.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

namespace vekha::test::period_test {
namespace {

Period month_with(const UnknownMember& member) {
    Period month = period(PeriodKind::Month, {{"2021-02-01", ""}});
    month.spans[0].unknown.push_back(member);
    return month;
}

} // namespace

TEST_CASE("a period that was read without doubt needs no review") {
    CHECK(!needs_review(period(PeriodKind::Month, {{"2021-02-01", "2021-02-28"}})));
    CHECK(!needs_review(period(PeriodKind::Day, {{"2021-02-01", "2021-02-01"}})));
    CHECK(!needs_review(period(PeriodKind::Open, {{"2022-01-01", ""}})));
    CHECK(!needs_review(period(PeriodKind::Deadline, {{"", "2021-04-15"}})));
    CHECK(!needs_review(period(PeriodKind::Unscheduled)));
}

TEST_CASE("a period with the stored flag needs review, whatever its reason") {
    Period flagged = period(PeriodKind::Unscheduled);
    flagged.review = Review{};
    CHECK(needs_review(flagged));
}

TEST_CASE("a period with a date that does not exist needs review") {
    CHECK(needs_review(month_with({"\"to\"", "\"2021-02-30\""})));
    CHECK(needs_review(month_with({"\"from\"", "\"2021-13-01\""})));
}

TEST_CASE("an unknown member of a span that is no date is no reason for review") {
    CHECK(!needs_review(month_with({"\"note\"", "\"2021-02-30\""})));
}

TEST_CASE("a span that ends before it starts needs review, in any place") {
    CHECK(needs_review(period(PeriodKind::Range, {{"2021-06-30", "2021-06-29"}})));
    CHECK(needs_review(
        period(PeriodKind::Several, {{"2021-01-01", "2021-01-31"}, {"2021-03-31", "2021-03-01"}})));
}

} // namespace vekha::test::period_test
