#include "core/edit/bulk_edits.hpp"

#include "core/base/result.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
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
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace vekha::bulk_edits_test {
namespace {

using test::day;
using test::done;
using test::MeasureBuilder;
using test::PlanBuilder;
using test::refusal;

constexpr std::array kFirstThree{BulkTarget{0}, BulkTarget{1}, BulkTarget{2}};

Document plan() {
    return PlanBuilder()
        .party("p1")
        .party("p2")
        .add(MeasureBuilder("a").deadline("2021-04-15").responsible({"p1"}))
        .add(MeasureBuilder("b").range("2021-04-01", "2021-04-30").done("2021-05-01"))
        .add(MeasureBuilder("c").responsible({"p2", "p1"}))
        .add(MeasureBuilder("d").deadline("2021-04-15").responsible({"p1"}))
        .build();
}

Result<Document, EditProblem> change(const Document& document, const BulkChange& wanted) {
    NewIds ids(1);
    return change_measures(document, kFirstThree, wanted, day("2021-06-01"), ids);
}

std::vector<std::string> responsible(const Document& document, std::size_t index) {
    std::vector<std::string> names;
    for (const PartyId& id : document.measures[index].responsible) {
        names.push_back(id.text);
    }
    return names;
}

} // namespace

TEST_CASE("a state is set for all targets by the rules of one, and for nothing else") {
    const Document before = plan();
    BulkChange wanted;
    wanted.progress.state = StoredState::Done;
    const Document after = done(change(before, wanted));
    CHECK(after.measures[0].report.percent == 100);
    CHECK(after.measures[0].report.done_date == day("2021-06-01"));
    CHECK(after.measures[1].report.done_date == day("2021-05-01"));
    CHECK(after.measures[3] == before.measures[3]);
    CHECK(count_changed(before, after, kFirstThree) == 2);
}

TEST_CASE("what follows from parts keeps its progress, and takes what else is set") {
    const Document before = plan();
    BulkChange wanted;
    wanted.progress.state = StoredState::InProgress;
    wanted.add_tags = "ВПР";
    NewIds ids(1);
    const std::array targets{BulkTarget{.index = 0, .is_derived = true}, BulkTarget{.index = 2}};
    const Document after = done(change_measures(before, targets, wanted, day("2021-06-01"), ids));
    CHECK(after.measures[0].report == before.measures[0].report);
    CHECK(after.measures[0].tags == std::vector<std::string>{"ВПР"});
    CHECK(after.measures[2].report.state == StoredState::InProgress);
}

TEST_CASE("nothing is changed when one rule refuses it") {
    BulkChange wanted;
    wanted.progress.state = StoredState::Moved;
    CHECK(refusal(change(plan(), wanted)) == EditProblem::ReasonMissing);
    wanted.progress.reason = "нет денег";
    const Document moved = done(change(plan(), wanted));
    CHECK(moved.measures[2].report.reason == "нет денег");
    wanted.progress = {.percent = 120};
    CHECK(refusal(change(plan(), wanted)) == EditProblem::PercentOutOfRange);
    wanted.progress = {};
    wanted.shift = {ShiftUnit::Years, 9000};
    CHECK(refusal(change(plan(), wanted)) == EditProblem::YearOutOfRange);
    wanted.shift = {};
    wanted.add_tags = std::string(300, 'x');
    CHECK(refusal(change(plan(), wanted)) == EditProblem::NameTooLong);
}

TEST_CASE("bodies are replaced, added behind the others, or taken away") {
    const Document before = plan();
    BulkChange wanted;
    wanted.responsible = ResponsibleChange{ListChange::Add, {{PartyId{"p2"}, {}}, {{}, "Новая"}}};
    const Document added = done(change(before, wanted));
    REQUIRE(added.parties.size() == 3);
    const std::string fresh = added.parties[2].id.text;
    CHECK(responsible(added, 0) == std::vector<std::string>{"p1", "p2", fresh});
    CHECK(responsible(added, 1) == std::vector<std::string>{"p2", fresh});
    CHECK(responsible(added, 2) == std::vector<std::string>{"p2", "p1", fresh});
    CHECK(responsible(added, 3) == std::vector<std::string>{"p1"});
    wanted.responsible = ResponsibleChange{ListChange::Remove, {{PartyId{"p1"}, {}}}};
    const Document fewer = done(change(before, wanted));
    CHECK(responsible(fewer, 0).empty());
    CHECK(responsible(fewer, 2) == std::vector<std::string>{"p2"});
    CHECK(count_changed(before, fewer, kFirstThree) == 2);
    wanted.responsible = ResponsibleChange{ListChange::Replace, {{PartyId{"p2"}, {}}}};
    CHECK(responsible(done(change(before, wanted)), 2) == std::vector<std::string>{"p2"});
}

TEST_CASE("tags are added once and taken away") {
    BulkChange wanted;
    wanted.add_tags = "кадры, ВПР";
    const Document tagged = done(change(plan(), wanted));
    CHECK(tagged.measures[0].tags == std::vector<std::string>{"кадры", "ВПР"});
    wanted.add_tags = "ВПР; новое";
    wanted.remove_tags = "кадры\nчего нет";
    CHECK(done(change(tagged, wanted)).measures[0].tags ==
          std::vector<std::string>{"ВПР", "новое"});
}

TEST_CASE("periods are shifted; the words of the source stay, and what has no days is as it was") {
    const Document before = plan();
    BulkChange wanted;
    wanted.shift = {ShiftUnit::Months, 1};
    const Document after = done(change(before, wanted));
    CHECK(after.measures[0].period.spans[0].days.to == day("2021-05-15"));
    CHECK(after.measures[1].period.spans[0].days.to == day("2021-05-31"));
    CHECK(after.measures[1].period.set_by == PeriodSource::SetByHand);
    CHECK(after.measures[1].period.text == before.measures[1].period.text);
    CHECK(after.measures[2] == before.measures[2]);
    CHECK(count_changed(before, after, kFirstThree) == 2);
}

TEST_CASE("a hundred thousand measures are changed in one pass") {
    Document large;
    for (int i = 0; i < 100'000; ++i) {
        Measure measure;
        measure.id.text = "m" + std::to_string(i);
        large.measures.push_back(std::move(measure));
    }
    std::vector<BulkTarget> all;
    std::vector<MeasureId> measures;
    for (std::uint32_t i = 0; i < 100'000; ++i) {
        all.push_back({i});
        measures.push_back(large.measures[i].id);
    }
    BulkChange wanted;
    wanted.progress.state = StoredState::Done;
    NewIds ids(1);
    const Document after = done(change_measures(large, all, wanted, day("2021-06-01"), ids));
    CHECK(count_changed(large, after, all) == 100'000);
    CHECK(done(duplicate_measures(large, measures, ids)).document.measures.size() == 200'000);
    const Document there = done(move_measures(large, measures, {SectionId{"s"}, {}}));
    CHECK(there.measures[99'999].section == SectionId{"s"});
    CHECK(done(remove_measures(large, measures)).measures.empty());
}

} // namespace vekha::bulk_edits_test
