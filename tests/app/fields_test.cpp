// The fields of the page: what they show, what is committed, what is refused.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/editor.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string>

namespace vekha::fields_test {
namespace {

using test::day;
using test::Editor;
using test::PlanFacts;
using test::TestApp;

TEST_CASE("A field shows what the document holds and writes what is committed") {
    Editor app;
    app.begin(app::EditField::Percent);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "0");
    app.commit(" 45 % ");
    CHECK_FALSE(app.state().session.field.has_value());
    CHECK(app.report().percent == 45);

    app.begin(app::EditField::Note);
    app.commit("one\r\ntwo");
    CHECK(app.report().note == "one\ntwo");

    app.set({.state = StoredState::Done});
    app.begin(app::EditField::DoneDate);
    app.commit("6.5.2021");
    CHECK(app.report().done_date == day("2021-05-06"));
    app.begin(app::EditField::DoneDate);
    CHECK(app.state().session.field->text == "06.05.2021");
    app.commit("");
    CHECK(app.report().done_date == std::nullopt);
}

TEST_CASE("What is cancelled, unchanged or wrong writes nothing") {
    Editor app;
    app.begin(app::EditField::Note);
    app.commit("dropped", app::FieldEnd::Cancelled);
    app.begin(app::EditField::Percent);
    app.commit("0");
    app.begin(app::EditField::Percent);
    app.commit("many");
    CHECK(app.message().find("many") != std::string::npos);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "many"); // to be put right
    app.commit("many");
    CHECK(app.state().session.field.has_value());
    app.commit("101");
    app.commit("101", app::FieldEnd::Cancelled);
    CHECK_FALSE(app.state().session.field.has_value());
    CHECK(app.new_entries() == 0);
    app.set({.state = StoredState::Done});
    const PlanFacts before = app.facts();
    app.begin(app::EditField::DoneDate);
    app.commit("31.02.2021");
    CHECK(app.facts() == before);
    CHECK(app.message().find("31.02.2021") != std::string::npos);
}

TEST_CASE("What the rules refuse stays in its field, and leaving the page asks") {
    Editor app;
    REQUIRE(app.settle());
    app.tell(app::DraftStored{app.plan().revision});
    REQUIRE_FALSE(app.memory.page.asks_before_leaving);
    std::string typed = "150";
    SUBCASE("a percent") {
        app.begin(app::EditField::Percent);
    }
    SUBCASE("a day of what is not done") {
        typed = "15.04.2021";
        app.begin(app::EditField::DoneDate);
    }
    app.commit(typed);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == typed);
    CHECK(app.memory.page.asks_before_leaving);
    app.commit(typed, app::FieldEnd::Cancelled);
    CHECK_FALSE(app.memory.page.asks_before_leaving);
    CHECK(app.new_entries() == 0);
}

TEST_CASE("What is refused when its field is left waits there, told once, until it is taken up") {
    Editor app;
    app.set({.state = StoredState::Done});
    app.begin(app::EditField::DoneDate);
    app.commit("15.0", app::FieldEnd::Left);
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "15.0");
    CHECK(app.state().session.field->waits);
    const std::size_t told = app.memory.twin.announcements.size();
    app.commit("15.0", app::FieldEnd::Left);
    CHECK(app.memory.twin.announcements.size() == told);
    app.begin(app::EditField::DoneDate);
    CHECK(app.state().session.field->text == "15.0");
    CHECK_FALSE(app.state().session.field->waits);
    app.commit("15.04.2021");
    CHECK_FALSE(app.state().session.field.has_value());
    CHECK(app.report().done_date == day("2021-04-15"));
}

TEST_CASE("An answer of another field than the one that is open is for nobody") {
    Editor app;
    app.begin(app::EditField::Note);
    app.tell(app::FieldFinished{43, app::FieldEnd::Entered, "other"});
    CHECK(app.state().session.field.has_value());
    CHECK(app.new_entries() == 0);
}

TEST_CASE("Text that is no UTF-8 never reaches the document") {
    Editor app;
    app.begin(app::EditField::Note);
    app.commit("\xC3(");
    CHECK(app.new_entries() == 0);
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("No field opens on a derived measure or a read-only plan, but for a note") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const PlanStatus& status = app.dispatcher.derived().status(app.state());
    for (std::size_t i = 0; i < status.measures.size(); ++i) {
        if (status.measures[i].derived()) {
            const MeasureId id = app.plan().document.measures[i].id;
            app.act(app::act::BeginEdit{1, app::EditField::Percent, id});
            CHECK_FALSE(app.state().session.field.has_value());
            app.act(app::act::BeginEdit{1, app::EditField::Note, id});
            CHECK(app.state().session.field.has_value());
            return;
        }
    }
    FAIL("the sample has no derived measure");
}

TEST_CASE("The field of the as-of date sets it, the field of a day goes there") {
    Editor app;
    app.begin(app::EditField::AsOf);
    app.commit("2021-05-06");
    app.frame();
    CHECK(app::as_of_date(app.state()) == day("2021-05-06"));
    const TimeScale before = app.state().view.roadmap.scale;
    app.begin(app::EditField::GoToDate);
    app.commit("1.3.2021");
    REQUIRE(app.settle());
    CHECK_FALSE(app.state().view.roadmap.scale == before);
    CHECK(app.state().view.roadmap.scale.px_per_day() == doctest::Approx(before.px_per_day()));
}

} // namespace
} // namespace vekha::fields_test
