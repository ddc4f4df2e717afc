#include "core/edit/plan_edits.hpp"

#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/number_limits.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::plan_edits_test {
namespace {

using test::day;
using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

Document plan() {
    return PlanBuilder().dates({"2021-01-01", "2021-12-31"}).add(MeasureBuilder("m")).build();
}

TEST_CASE("The head of a plan is changed as far as it was touched") {
    const Document before = plan();
    Document expected = before;
    CHECK(done(change_plan(before, {})) == before);
    expected.plan.title = "Дорожная карта";
    expected.plan.territory = "Город";
    expected.plan.language = "tt-Cyrl";
    expected.plan.level = PlanLevel::Region;
    expected.plan.from = day("2022-01-01");
    expected.plan.to.reset();
    expected.plan.as_of = day("2022-04-01");
    const Document after = done(change_plan(before, {.title = "Дорожная карта\n",
                                                     .territory = " Город ",
                                                     .language = "tt-Cyrl",
                                                     .level = PlanLevel::Region,
                                                     .from = PlanDayChange{day("2022-01-01")},
                                                     .to = PlanDayChange{},
                                                     .as_of = PlanDayChange{day("2022-04-01")}}));
    CHECK(after == expected);
    CHECK(after.measures.shares_items_with(before.measures));
}

TEST_CASE("A field of the head that is set loses the original of a repair") {
    Document before = plan();
    before.plan.unknown = {{"\"asOf\"", "\"2021-02-30\""}, {"\"level\"", "5"}, {"\"x\"", "1"}};
    const Document after = done(change_plan(before, {.as_of = PlanDayChange{}}));
    CHECK(after.plan.unknown == UnknownMembers{{"\"level\"", "5"}, {"\"x\"", "1"}});
}

TEST_CASE("A plan does not end before it begins") {
    CHECK(refusal(change_plan(plan(), {.from = PlanDayChange{day("2022-01-01")}})) ==
          EditProblem::EndBeforeStart);
    CHECK(refusal(change_plan(plan(), {.to = PlanDayChange{day("2020-12-31")}})) ==
          EditProblem::EndBeforeStart);
    const Document one_day = done(change_plan(plan(), {.to = PlanDayChange{day("2021-01-01")}}));
    CHECK(one_day.plan.to == day("2021-01-01"));
    Document odd = plan();
    odd.plan.to = day("2020-01-01");
    CHECK(done(change_plan(odd, {.title = "x"})).plan.to == day("2020-01-01"));
}

TEST_CASE("A plan has a title and a language that a tag can name") {
    CHECK(refusal(change_plan(plan(), {.title = " "})) == EditProblem::NameMissing);
    for (const std::string_view tag : {"ru", "ru-RU", "tt-Cyrl", "sr-Latn-RS", "de-1996"}) {
        CAPTURE(tag);
        CHECK(done(change_plan(plan(), {.language = std::string(tag)})).plan.language == tag);
    }
    for (const std::string_view tag :
         {"", "r", "русский", "ru_RU", "ru-", "ru--RU", "1ru", "ru-abcdefghi", "ru RU",
          "ru-abcdefgh-abcdefgh-abcdefgh-abcdefgh"}) {
        CAPTURE(tag);
        CHECK(refusal(change_plan(plan(), {.language = std::string(tag)})) ==
              EditProblem::LanguageInvalid);
    }
}

TEST_CASE("Thresholds are set, and taken away where the defaults shall hold") {
    Thresholds limits;
    limits.due_soon_days = kMaxDueSoonDays;
    limits.red_late_share_percent = 100.0;
    limits.red_behind_points = 0.0;
    const Document after = done(set_thresholds(plan(), limits));
    CHECK(after.thresholds == limits);
    CHECK(done(set_thresholds(after, std::nullopt)) == plan());
}

TEST_CASE("What this version does not know of the thresholds stays, originals of a repair go") {
    Document before = plan();
    before.thresholds = Thresholds{};
    before.thresholds->unknown = {{"\"redBehindPoints\"", "200"}, {"\"x\"", "1"}};
    Thresholds expected;
    expected.unknown = {{"\"x\"", "1"}};
    CHECK(done(set_thresholds(before, Thresholds{})).thresholds == expected);
    CHECK(done(set_thresholds(before, std::nullopt)).thresholds == expected);
}

TEST_CASE("Thresholds out of range are refused, one by one") {
    const auto refused = [](auto change) {
        Thresholds limits;
        change(limits);
        return refusal(set_thresholds(plan(), limits)) == EditProblem::LimitOutOfRange;
    };
    CHECK(refused([](Thresholds& t) { t.due_soon_days = -1; }));
    CHECK(refused([](Thresholds& t) { t.due_soon_days = kMaxDueSoonDays + 1; }));
    CHECK(refused([](Thresholds& t) { t.red_late_share_percent = 100.5; }));
    CHECK(refused([](Thresholds& t) { t.red_behind_points = -0.5; }));
    CHECK(refused(
        [](Thresholds& t) { t.yellow_behind_points = std::numeric_limits<double>::quiet_NaN(); }));
}

} // namespace
} // namespace vekha::plan_edits_test
