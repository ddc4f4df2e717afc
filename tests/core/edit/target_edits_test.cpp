#include "core/edit/target_edits.hpp"

#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <limits>
#include <optional>
#include <string>
#include <vector>

namespace vekha::target_edits_test {
namespace {

using test::day;
using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

const MeasureId kId{"m"};

Target target(const std::string& text, double value) {
    Target made;
    made.text = text;
    made.value = value;
    return made;
}

// One measure with these targets, and one before it.
Document plan(const std::vector<Target>& targets = {target("first", 1.0), target("second", 2.0)}) {
    Document document = PlanBuilder().add(MeasureBuilder("a")).add(MeasureBuilder("m")).build();
    Measure measure = document.measures[1];
    measure.targets = targets;
    document.measures = document.measures.with(1, measure);
    return document;
}

TEST_CASE("A target is added behind the others") {
    const Document before = plan();
    const Document after = done(add_target(before, kId,
                                           {.text = " share of pupils\n",
                                            .comparator = Comparator::AtMost,
                                            .value = 7.5,
                                            .unit = " % ",
                                            .scope = "per school"}));
    Target expected = target(" share of pupils", 7.5);
    expected.comparator = Comparator::AtMost;
    expected.unit = "%";
    expected.scope = "per school";
    CHECK(after == plan({target("first", 1.0), target("second", 2.0), expected}));
    CHECK(after.measures.pointer(0) == before.measures.pointer(0));
}

TEST_CASE("A target needs a text, a number and a measure") {
    CHECK(refusal(add_target(plan(), kId, {.value = 1.0})) == EditProblem::NameMissing);
    CHECK(refusal(add_target(plan(), kId, {.text = "x"})) == EditProblem::NumberInvalid);
    CHECK(refusal(add_target(plan(), kId,
                             {.text = "x", .value = std::numeric_limits<double>::infinity()})) ==
          EditProblem::NumberInvalid);
    CHECK(refusal(add_target(plan(), kId,
                             {.text = "x", .value = std::numeric_limits<double>::quiet_NaN()})) ==
          EditProblem::NumberInvalid);
    CHECK(refusal(add_target(plan(), MeasureId{"none"}, {.text = "x", .value = 1.0})) ==
          EditProblem::UnknownMeasure);
}

TEST_CASE("A target is changed as far as it was touched, and loses the originals of a repair") {
    Target second = target("second", 2.0);
    second.unknown = {{"\"value\"", "1e999"}, {"\"unit\"", "\"x\""}, {"\"source\"", "\"y\""}};
    const Document before = plan({target("first", 1.0), second});
    second.value = 3.0;
    second.unknown.erase(second.unknown.begin());
    CHECK(done(change_target(before, kId, 1, {.value = 3.0})) ==
          plan({target("first", 1.0), second}));
    CHECK(done(change_target(before, kId, 0, {.text = "first", .value = 1.0}))
              .measures.shares_items_with(before.measures));
    CHECK(refusal(change_target(before, kId, 2, {})) == EditProblem::UnknownTarget);
    CHECK(refusal(change_target(before, kId, 0, {.text = ""})) == EditProblem::NameMissing);
}

TEST_CASE("A target is removed by its place") {
    CHECK(done(remove_target(plan(), kId, 0)) == plan({target("second", 2.0)}));
    CHECK(refusal(remove_target(plan(), kId, 2)) == EditProblem::UnknownTarget);
    CHECK(refusal(remove_target(plan(), MeasureId{"none"}, 0)) == EditProblem::UnknownMeasure);
}

TEST_CASE("What was reached is set and taken away") {
    Target reached = target("second", 2.0);
    reached.unknown = {{"\"actualDate\"", "\"2021-02-30\""}};
    const Document before = plan({target("first", 1.0), reached});
    const Document after =
        done(set_target_actual(before, kId, 1, {.value = 1.5, .date = day("2021-04-01")}));
    reached.unknown.clear();
    reached.actual_value = 1.5;
    reached.actual_date = day("2021-04-01");
    CHECK(after == plan({target("first", 1.0), reached}));
    CHECK(done(set_target_actual(after, kId, 1, {})) == plan());
    CHECK(done(set_target_actual(after, kId, 1, {.value = 1.5, .date = std::nullopt}))
              .measures[1]
              .targets[1]
              .actual_date == std::nullopt);
}

TEST_CASE("A day on which nothing was reached, or no number, is refused") {
    CHECK(refusal(set_target_actual(plan(), kId, 1, {.value = {}, .date = day("2021-04-01")})) ==
          EditProblem::NumberInvalid);
    CHECK(refusal(set_target_actual(plan(), kId, 1,
                                    {.value = std::numeric_limits<double>::infinity(),
                                     .date = std::nullopt})) == EditProblem::NumberInvalid);
    CHECK(refusal(set_target_actual(plan(), kId, 2, {})) == EditProblem::UnknownTarget);
}

} // namespace
} // namespace vekha::target_edits_test
