#include "core/edit/approval_edits.hpp"

#include "core/base/text_limits.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/baselines.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha::approval_edits_test {
namespace {

using test::day;
using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::span;

constexpr std::uint64_t kSeed = 5;

Document plan() {
    return PlanBuilder()
        .add(MeasureBuilder("a").title("First").range("2021-05-01", "2021-05-31"))
        .add(MeasureBuilder("b").title("Second"))
        .build();
}

Approval order(const std::string& date) {
    Approval approval;
    approval.authority = "Министр ";
    approval.document = "Приказ № 89";
    approval.date = day(date);
    return approval;
}

TEST_CASE("An approved plan bears its approval and a frozen copy of itself") {
    NewIds ids(kSeed);
    Document before = plan();
    Measure numbered = before.measures[1];
    numbered.number = "1.2";
    numbered.period.spans = {{{}, {{"\"from\"", "\"2021-02-30\""}}},
                             {span({"2021-05-01", ""}), {{"\"x\"", "1"}}}};
    before.measures = before.measures.with(1, numbered);
    Approval approval = order("2021-03-27");
    approval.edition = "первая редакция";
    const Document after = done(approve(before, approval, ids));

    Document expected = before;
    approval.authority = "Министр";
    expected.plan.approval = approval;
    Baseline baseline;
    REQUIRE(after.baselines.size() == 1);
    baseline.id = after.baselines[0].id;
    baseline.title = "первая редакция";
    baseline.authority = "Министр";
    baseline.date = day("2021-03-27");
    baseline.order_number = "Приказ № 89";
    baseline.periods.resize(2);
    baseline.periods[0].measure.text = "a";
    baseline.periods[0].title = "First";
    baseline.periods[0].spans = {{span({"2021-05-01", "2021-05-31"}), {}}};
    baseline.periods[1].measure.text = "b";
    baseline.periods[1].number = "1.2";
    baseline.periods[1].title = "Second";
    baseline.periods[1].spans = {{span({"2021-05-01", ""}), {}}};
    expected.baselines.push_back(baseline);
    CHECK(after == expected);
    CHECK_FALSE(baseline.id.empty());
    CHECK(after.measures.shares_items_with(before.measures));
}

TEST_CASE("A second approval is the one in force") {
    NewIds ids(kSeed);
    const Document first = done(approve(plan(), order("2021-03-27"), ids));
    const Document second = done(approve(first, order("2021-09-17"), ids));
    REQUIRE(second.baselines.size() == 2);
    CHECK(second.baselines.pointer(0) == first.baselines.pointer(0));
    CHECK_FALSE(second.baselines[1].id == first.baselines[0].id);
    CHECK(newest_baseline(second) == 1);
    CHECK(second.plan.approval->date == day("2021-09-17"));
    CHECK(second.baselines[1].title == "Приказ № 89");
}

TEST_CASE("A document whose name is too long for an order number gives none") {
    NewIds ids(kSeed);
    Approval approval;
    approval.document = std::string(kMaxShortTextCodePoints, 'x');
    CHECK(done(approve(plan(), approval, ids)).baselines[0].order_number == approval.document);
    approval.document += "x";
    const Document after = done(approve(plan(), approval, ids));
    CHECK(after.baselines[0].order_number.empty());
    CHECK(after.baselines[0].title == approval.document);
}

TEST_CASE("What this version does not know of an approval stays, originals of a repair go") {
    Document before = plan();
    before.plan.approval = Approval{};
    before.plan.approval->unknown = {{"\"date\"", "\"2021-02-30\""}, {"\"page\"", "5"}};
    const Document after = done(set_approval(before, order("2021-03-27")));
    REQUIRE(after.plan.approval);
    CHECK(after.plan.approval->unknown == UnknownMembers{{"\"page\"", "5"}});
    CHECK(after.baselines.empty());
}

TEST_CASE("An approval is taken away, and the baselines stay") {
    NewIds ids(kSeed);
    const Document approved = done(approve(plan(), order("2021-03-27"), ids));
    const Document after = done(set_approval(approved, std::nullopt));
    CHECK_FALSE(after.plan.approval);
    CHECK(after.baselines.shares_items_with(approved.baselines));
}

TEST_CASE("An approval whose texts cannot stand in a file is refused") {
    NewIds ids(kSeed);
    Approval approval;
    approval.authority = "\xFF";
    const auto invalid = approve(plan(), approval, ids);
    REQUIRE_FALSE(invalid.ok());
    CHECK(invalid.error() == EditProblem::TextInvalid);
    approval.authority.clear();
    approval.edition = std::string(kMaxNameCodePoints + 1, 'x');
    const auto too_long = approve(plan(), approval, ids);
    REQUIRE_FALSE(too_long.ok());
    CHECK(too_long.error() == EditProblem::NameTooLong);
}

} // namespace
} // namespace vekha::approval_edits_test
