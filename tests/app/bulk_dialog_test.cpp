// The question that changes several things of all that are picked, and tells before what will
// become of it.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/bulk_edits.hpp"
#include "core/edit/history.hpp"
#include "core/edit/period_moves.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>

namespace vekha::bulk_dialog_test {
namespace {

using app::BulkText;
using test::day;
using test::PlanFacts;
using test::TestApp;

constexpr std::size_t kFirst = 15;

// Three measures of the Dubovskoe plan, of which nothing is reported yet, are picked, and the
// question is open.
struct Bulk : TestApp {
    explicit Bulk(std::string_view slug = "dubovskoe-2021") {
        open_sample(slug);
        act(app::act::Pick{{.measure = plan().document.measures[kFirst].id}});
        act(app::act::Pick{{.measure = plan().document.measures[kFirst + 2].id},
                           app::act::PickBy::Extend});
        before = facts();
        act(app::act::AskBulk{});
    }
    [[nodiscard]] const app::BulkQuestion& question() const {
        return std::get<app::BulkQuestion>(state().session.question);
    }
    void choose(app::BulkChoice choice) { act(app::act::SetBulk{std::move(choice)}); }
    void type(BulkText text, std::string_view typed) {
        const SemanticKey key = semantic_key(app::kBulkFields[static_cast<std::size_t>(text)]);
        act(app::act::BeginEdit{key, app::EditField::Bulk, {}});
        REQUIRE(state().session.field);
        tell(app::FieldTyped{key, std::string(typed)});
        tell(app::FieldFinished{key, app::FieldEnd::Left, std::string(typed)});
    }
    [[nodiscard]] const Measure& picked(std::size_t nth) const {
        return plan().document.measures[kFirst + nth];
    }
    PlanFacts before;
};

} // namespace

TEST_CASE("a file that is dropped waits for a question that was half answered") {
    Bulk app;
    app.type(BulkText::AddTags, "ВПР");
    app.open_file("other.vekha.json", test::sample_bytes("stavropol-2021"));
    app.frame();
    CHECK(app.question().choice.texts[static_cast<std::size_t>(BulkText::AddTags)] == "ВПР");
    CHECK(app.plan().document.plan.id.text == "dubovskoe-2021");
    app.act(app::act::CancelQuestion{});
    app.frame();
    CHECK(app.plan().document.plan.id.text != "dubovskoe-2021");
}

TEST_CASE("a refused text of the panel outlasts the question") {
    Bulk app;
    app.act(app::act::CancelQuestion{});
    const MeasureId id = app.picked(0).id;
    app.act(app::act::Select{{.measure = id}});
    app.act(app::act::BeginEdit{.key = 7, .field = app::EditField::Percent, .measure = id});
    app.tell(app::FieldFinished{7, app::FieldEnd::Left, "150"});
    app.act(app::act::AskBulk{});
    app.type(BulkText::AddTags, "ВПР");
    app.act(app::act::CancelQuestion{});
    app.frame();
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "150");
}

TEST_CASE("nothing is changed before it is asked for, nor when nothing is set") {
    Bulk app;
    CHECK(app.question().forecast.all == 3);
    CHECK(app.question().forecast.changed == 0);
    app.type(BulkText::AddTags, "ВПР");
    CHECK(app.question().forecast.changed == 3);
    CHECK(app.facts() == app.before);
    app.act(app::act::CancelQuestion{});
    CHECK(app.facts() == app.before);
    app.act(app::act::AskBulk{});
    CHECK(app.question().choice == app::BulkChoice{});
    app.act(app::act::ApplyBulk{});
    CHECK(app.facts() == app.before);
    CHECK_FALSE(app.state().session.asks());
}

TEST_CASE("several things are changed in one step, and undone in one") {
    Bulk app;
    app.choose({.state = StoredState::Moved, .unit = ShiftUnit::Months});
    CHECK_FALSE(app.question().forecast.problem.key.empty()); // no reason
    app.type(BulkText::Reason, "нет денег");
    app.type(BulkText::Responsible, "Новая служба");
    app.type(BulkText::Shift, "+1");
    app.type(BulkText::AddTags, "ВПР, кадры");
    CHECK(app.question().forecast.problem.key.empty());
    CHECK(app.question().forecast.changed == 3);
    CHECK(app.question().forecast.new_parties == "Новая служба");
    app.act(app::act::ApplyBulk{});
    CHECK(app.facts().undo_depth == app.before.undo_depth + 1);
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(app.picked(i).report.reason == "нет денег");
        CHECK(app.picked(i).tags.back() == "кадры");
        CHECK(app.picked(i).responsible.back() ==
              app.plan().document.parties[app.plan().document.parties.size() - 1].id);
    }
    CHECK(app.plan().history.next_undo()->label_key == "edit.bulk");
    CHECK(app.message() == "Изменено мероприятий: 3");
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == app.before.document);
}

TEST_CASE("a period in words is read at once, and set for all with its words") {
    Bulk app;
    app.type(BulkText::Period, "до 15 мая 2021");
    CHECK(app.question().forecast.period.find("15.05.2021") != std::string::npos);
    CHECK(app.question().forecast.review.empty());
    app.act(app::act::ApplyBulk{});
    for (std::size_t i = 0; i < 3; ++i) {
        CHECK(app.picked(i).period.text == "до 15 мая 2021");
        CHECK(app.picked(i).period.kind == PeriodKind::Deadline);
        CHECK(app.picked(i).period.spans[0].days.to == day("2021-05-15"));
    }
    CHECK(app.plan().history.next_undo()->label_key == "edit.period");
    app.act(app::act::AskBulk{});
    app.type(BulkText::Period, "после дождичка в четверг");
    CHECK_FALSE(app.question().forecast.review.empty());
}

TEST_CASE("what cannot be is told before, and the question stays") {
    Bulk app;
    app.type(BulkText::Percent, "много");
    CHECK(app.question().forecast.problem.key.id == "edit.notAPercent");
    app.act(app::act::ApplyBulk{});
    CHECK(app.facts() == app.before);
    CHECK(app.state().session.asks());
    app.type(BulkText::Percent, "120 %");
    CHECK_FALSE(app.question().forecast.problem.key.empty());
    app.type(BulkText::Percent, " 40 %");
    CHECK(app.question().forecast.problem.key.empty());
    app.type(BulkText::Shift, "неделю");
    CHECK(app.question().forecast.problem.key.id == "bulk.notANumber");
    app.type(BulkText::Shift, "\u22123");
    CHECK(app.question().forecast.problem.key.empty());
    app.act(app::act::ApplyBulk{});
    CHECK(app.picked(0).report.percent == 40);
}

TEST_CASE("a new period and a shift do not go together") {
    Bulk app;
    app.type(BulkText::Period, "до 15 мая 2021");
    app.type(BulkText::Shift, "7");
    CHECK(app.question().forecast.problem.key.id == "bulk.periodAndShift");
    app.act(app::act::ApplyBulk{});
    CHECK(app.facts() == app.before);
    app.type(BulkText::Period, "");
    CHECK(app.question().forecast.problem.key.empty());
}

TEST_CASE("who is not in the plan cannot be taken away and is not added by that") {
    Bulk app;
    const std::size_t parties = app.plan().document.parties.size();
    app.choose({.responsible = ListChange::Remove});
    app.type(BulkText::Responsible, "Кого нет");
    CHECK(app.question().forecast.changed == 0);
    app.act(app::act::ApplyBulk{});
    CHECK(app.plan().document.parties.size() == parties);
}

TEST_CASE("how many have a state that follows from their parts is told before") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    app.act(app::act::PickAll{});
    app.act(app::act::AskBulk{});
    app.act(app::act::SetBulk{{.state = StoredState::Done}});
    const auto& forecast = std::get<app::BulkQuestion>(app.state().session.question).forecast;
    CHECK(forecast.all == 88);
    CHECK(forecast.derived > 0);
    CHECK(forecast.changed <= forecast.all - forecast.derived);
}

TEST_CASE("a text that is left by Escape is as it was before") {
    Bulk app;
    app.type(BulkText::AddTags, "первое");
    const SemanticKey key = semantic_key("bulk/add-tags");
    app.act(app::act::BeginEdit{key, app::EditField::Bulk, {}});
    CHECK(app.state().session.field->text == "первое");
    app.tell(app::FieldTyped{key, "другое"});
    app.tell(app::FieldFinished{key, app::FieldEnd::Cancelled, ""});
    CHECK(app.question().choice.texts[static_cast<std::size_t>(BulkText::AddTags)] == "первое");
}

} // namespace vekha::bulk_dialog_test
