// Saved views: what is kept, what comes back, what undo does.
#include "app/named_views.hpp"

#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>

namespace vekha::test::named_views_test {
namespace {

void type_name(TestApp& app, std::string_view name, app::FieldEnd end) {
    const SemanticKey key = semantic_key(app::kViewNameField);
    app.act(app::act::BeginEdit{key, app::EditField::ViewName, {}});
    app.tell(app::FieldFinished{key, end, std::string(name)});
    app.frame();
}

void save_as(TestApp& app, std::string_view name) {
    app.press("v");
    REQUIRE(app.state().session.asks());
    type_name(app, name, app::FieldEnd::Entered);
}

// Everything that a view keeps, set to something unusual.
void look_closely(TestApp& app) {
    RowFilter filter;
    filter.search = "школ";
    app.act(app::act::SetFilter{filter});
    app.act(app::act::SetGrouping{Grouping::State});
    app.act(app::act::SetSort{{Column::Period, true}});
    app.act(app::act::ShowColumn{Column::Number, false});
    app.act(app::act::SetAsOf{{app::AsOfMode::Chosen, day("2021-06-01")}});
    app.act(app::act::FitDays{day("2021-05-01"), day("2021-07-31")});
    CHECK(app.settle());
}

void look_as_usual(TestApp& app) {
    app.act(app::act::CloseFilter{});
    app.act(app::act::SetGrouping{Grouping::Section});
    app.act(app::act::SetSort{});
    app.act(app::act::ShowColumn{Column::Number, true});
    app.act(app::act::SetAsOf{});
    app.act(app::act::Fit{});
    CHECK(app.settle());
}

const SavedView& first_view(const TestApp& app) {
    REQUIRE(!app.plan().document.views.empty());
    return app.plan().document.views[0];
}

} // namespace

TEST_CASE("a view comes back as it was saved") {
    TestApp app;
    app.open_sample();
    look_closely(app);
    save_as(app, "Летние школы");
    CHECK_FALSE(app.state().session.asks());
    CHECK(first_view(app).name == "Летние школы");
    CHECK(app::view_is_shown(app.state(), first_view(app)));
    const SavedView kept = app::view_now(app.state());
    CHECK(kept.from == day("2021-05-01"));
    CHECK(kept.to == day("2021-07-31"));

    look_as_usual(app);
    CHECK_FALSE(app::view_is_shown(app.state(), first_view(app)));
    CHECK(app::shown_view(app.state()) == nullptr);

    app.act(app::act::ShowView{first_view(app).id});
    CHECK(app.settle());
    CHECK(app::view_is_shown(app.state(), first_view(app)));
    CHECK(app::view_now(app.state()) == kept);
    CHECK(app.state().session.filtering.filter.search == "школ");
}

TEST_CASE("the whole plan in sight stays the whole plan on another screen") {
    TestApp app;
    app.open_sample();
    look_as_usual(app);
    save_as(app, "Весь план");
    CHECK_FALSE(first_view(app).from.has_value());
    app.act(app::act::FitDays{day("2021-05-01"), day("2021-05-31")});
    CHECK(app.settle());
    app.act(app::act::ShowView{first_view(app).id});
    CHECK(app.settle());
    CHECK(app.state().session.fitted);
}

TEST_CASE("saving a view is an edit: it is undone and redone, and looking is none") {
    TestApp app;
    app.open_sample();
    const Document before = app.plan().document;
    save_as(app, "а");
    CHECK(app.plan().standing() == app::SaveStanding::NotSaved);
    const std::uint64_t revision = app.plan().revision;
    app.act(app::act::ShowView{first_view(app).id});
    CHECK(app.plan().revision == revision);
    app.act(app::act::Undo{});
    CHECK(app.plan().document == before);
    app.act(app::act::Redo{});
    CHECK(first_view(app).name == "а");
    app.act(app::act::RemoveView{first_view(app).id});
    CHECK(app.plan().document.views.empty());
    app.act(app::act::Undo{});
    CHECK(first_view(app).name == "а");
}

TEST_CASE("a name that is missing is asked for again, and nothing is saved") {
    TestApp app;
    app.open_sample();
    save_as(app, "  ");
    CHECK(app.state().session.asks());
    CHECK(app.plan().document.views.empty());
    CHECK(app.message().find("название") != std::string::npos);
    type_name(app, "б", app::FieldEnd::Left);
    CHECK(app.plan().document.views.empty()); // the button saves, leaving the field does not
    app.act(app::act::SaveView{});
    CHECK(first_view(app).name == "б");
}

TEST_CASE("Escape in the field of the name leaves the field, and the list where it has no views") {
    TestApp app;
    app.open_sample();
    app.press("v");
    type_name(app, "в", app::FieldEnd::Cancelled);
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.plan().document.views.empty());
    CHECK_FALSE(app.state().session.field.has_value());
}

TEST_CASE("of views that differ only in their days the one that was shown is named") {
    TestApp app;
    app.open_sample();
    save_as(app, "Год");
    app.act(app::act::FitDays{day("2021-04-01"), day("2021-06-30")});
    CHECK(app.settle());
    save_as(app, "II квартал");
    const auto named = [&app] {
        const SavedView* const shown = app::shown_view(app.state());
        return shown == nullptr ? std::string() : shown->name;
    };
    CHECK(named() == "II квартал");
    app.act(app::act::ShowView{first_view(app).id});
    CHECK(named() == "Год");
    app.act(app::act::SetAsOf{{app::AsOfMode::Today, {}}});
    CHECK(named().empty()); // every state is said for another date
}

TEST_CASE("saving what is saved already says so and changes nothing") {
    TestApp app;
    app.open_sample();
    save_as(app, "а");
    const std::uint64_t revision = app.plan().revision;
    save_as(app, "а");
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.plan().revision == revision);
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("a view of one's own rows asks whose, while nobody is known") {
    TestApp app;
    app.open_sample();
    RowFilter mine;
    mine.mine = true;
    app.act(app::act::SetFilter{mine});
    save_as(app, "Мои");
    app.act(app::act::CloseFilter{});
    app.act(app::act::ShowView{first_view(app).id});
    const auto* const question = std::get_if<app::ChoiceQuestion>(&app.state().session.question);
    REQUIRE(question != nullptr);
    CHECK(question->of == app::ChoiceOf::Me);
}

TEST_CASE("a view that the plan does not have changes nothing") {
    TestApp app;
    app.open_sample();
    look_closely(app);
    const SavedView before = app::view_now(app.state());
    app.act(app::act::ShowView{ViewId{"nobody"}});
    app.act(app::act::RemoveView{ViewId{"nobody"}});
    CHECK(app::view_now(app.state()) == before);
    CHECK(app.plan().history.undo_depth() == 0);
}

TEST_CASE("days in a wrong order show the whole plan") {
    const std::string file =
        R"({"format":"vekha.roadmap","version":0,"minReader":0,"plan":{"id":"p","title":"т"},"views":[)"
        R"({"id":"v","name":"н","grouping":"tag","from":"2021-07-01","to":"2021-01-01"}]})";
    TestApp app;
    app.open_file("plan.vekha.json", file);
    REQUIRE(app.plan().document.views.size() == 1);
    app.act(app::act::ShowView{first_view(app).id});
    CHECK(app.settle());
    CHECK(app.state().session.fitted);
    CHECK(app.state().view.roadmap.grouping == Grouping::Tag);
}

} // namespace vekha::test::named_views_test
