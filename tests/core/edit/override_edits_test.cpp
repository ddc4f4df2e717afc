#include "core/edit/override_edits.hpp"

#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/work_unit.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"
#include "tests/support/edit_results.hpp"
#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>

namespace vekha::override_edits_test {
namespace {

using test::day;
using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;
using test::report;

const MeasureId kId{"m"};

PlanBuilder plan() {
    return PlanBuilder()
        .schools(2)
        .add(MeasureBuilder("m").at_all_schools().deadline("2021-12-31"))
        .mark("m", "school-1", report(StoredState::InProgress, 40));
}

Signature signature() {
    return {"Ирина Петрова", day("2021-05-03")};
}

Document overridden(const Document& document, const ProgressChange& change) {
    return done(override_state(document, kId, change, signature()));
}

} // namespace

TEST_CASE("A state set by hand holds over the derived one, with its reason, who and when") {
    const Document after =
        overridden(plan().build(), {.state = StoredState::Done, .reason = "Принято комиссией"});
    REQUIRE(after.overrides.size() == 1);
    const Override& made = after.overrides[0];
    CHECK(made.measure == kId);
    CHECK(made.state == StoredState::Done);
    CHECK(made.reason == "Принято комиссией");
    CHECK(made.by == "Ирина Петрова");
    CHECK(made.date == day("2021-05-03"));
    const PlanStatus status = compute_plan_status(after, day("2021-04-29"));
    CHECK(status.measures[0].status.state == ComputedState::Done);
    CHECK(status.measures[0].overridden->without.state == ComputedState::InProgress);
}

TEST_CASE("Every state set by hand asks for a reason of its own") {
    const Document before = plan().build();
    CHECK(refusal(override_state(before, kId, {.state = StoredState::Done}, signature())) ==
          EditProblem::ReasonMissing);
    const Document after = overridden(before, {.state = StoredState::Done, .reason = "Принято"});
    CHECK(refusal(override_state(after, kId, {.state = StoredState::Moved}, signature())) ==
          EditProblem::ReasonMissing);
    CHECK(refusal(override_state(after, kId, {.reason = " "}, signature())) ==
          EditProblem::ReasonMissing);
    CHECK(overridden(after, {.reason = "Принято 3 мая"}).overrides[0].reason == "Принято 3 мая");
    CHECK(refusal(override_state(before, {"other"}, {.state = StoredState::Done}, signature())) ==
          EditProblem::UnknownMeasure);
}

TEST_CASE("The override that holds is changed; one that gives no reason does not") {
    const Document before = plan()
                                .state_override("m", StoredState::Moved, "Ремонт")
                                .state_override("m", StoredState::Done, "")
                                .build();
    const Document after = overridden(before, {.reason = "Ремонт школы"});
    REQUIRE(after.overrides.size() == 2);
    CHECK(after.overrides[0].reason == "Ремонт школы");
    CHECK(after.overrides[1] == before.overrides[1]);
}

TEST_CASE("What changes nothing shares all, and an original that a repair kept gives way") {
    Document before = plan().state_override("m", StoredState::Moved, "Ремонт").build();
    Override kept = before.overrides[0];
    kept.unknown.push_back({"\"state\"", "\"odd\""});
    kept.unknown.push_back({"\"colour\"", "1"});
    before.overrides = before.overrides.with(0, kept);
    const Document same =
        overridden(before, {.state = StoredState::Moved, .percent = 30, .note = "x"});
    CHECK(same.overrides.shares_items_with(before.overrides));
    const Document after = overridden(before, {.state = StoredState::NotDone, .reason = "Срок"});
    REQUIRE(after.overrides[0].unknown.size() == 1);
    CHECK(after.overrides[0].unknown[0].name_json == "\"colour\"");
}

TEST_CASE("Taken back, the derived state holds again, and other overrides stay") {
    const Document before = plan()
                                .state_override("m", StoredState::Moved, "Ремонт")
                                .state_override("other", StoredState::Moved, "Ремонт")
                                .state_override("m", StoredState::Done, "Принято")
                                .zone_override("", Zone::Green, "Решение")
                                .build();
    const Document after = done(drop_override(before, kId));
    REQUIRE(after.overrides.size() == 2);
    CHECK(after.overrides[0].measure.text == "other");
    CHECK(after.overrides[1].zone == Zone::Green);
    const PlanStatus status = compute_plan_status(after, day("2021-04-29"));
    CHECK_FALSE(status.measures[0].overridden.has_value());
    CHECK(refusal(drop_override(before, {"none"})) == EditProblem::UnknownMeasure);
}

TEST_CASE("One door leads to the report of every kind of unit") {
    Document document =
        PlanBuilder().schools(1).add(MeasureBuilder("m").item("one").at_all_schools()).build();
    const ProgressChange change{.state = StoredState::InProgress, .percent = 40};
    const Span days = test::span({"2021-03-01", "2021-03-31"});
    for (const WorkUnit& unit : {WorkUnit{}, WorkUnit{.kind = UnitKind::Item, .name = "one"},
                                 WorkUnit{.kind = UnitKind::Occurrence, .name = {}, .days = days},
                                 WorkUnit{.kind = UnitKind::School, .name = "school-1"},
                                 WorkUnit{.kind = UnitKind::Municipality, .name = "North"}}) {
        document =
            done(set_unit_progress(document, kId, unit, change, day("2021-04-29"), signature()));
        INFO(static_cast<int>(unit.kind));
        CHECK(report_of(document, document.measures[0], unit).percent == 40);
    }
    const WorkUnit by_hand{.kind = UnitKind::ByHand};
    document = done(set_unit_progress(document, kId, by_hand,
                                      {.state = StoredState::Cancelled, .reason = "Сеть закрыта"},
                                      day("2021-04-29"), signature()));
    CHECK(report_of(document, document.measures[0], by_hand).reason == "Сеть закрыта");
}

} // namespace vekha::override_edits_test
