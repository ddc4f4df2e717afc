// «Мои строки»: asked once, kept in the browser, one key in every plan.
#include "core/find/mine.hpp"

#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/find/row_filter.hpp"
#include "core/find/row_groups.hpp"
#include "core/model/document.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace vekha::test::mine_test {
namespace {

// Whoever has some rows in the plan, but not all.
Person somebody(TestApp& app) {
    const std::vector<PossiblePerson> persons = possible_persons(app.plan().document);
    for (const PossiblePerson& possible : persons) {
        if (possible.measures < app.plan().document.measures.size()) {
            return possible.person;
        }
    }
    FAIL("everybody has all rows");
    return {};
}

std::size_t found(TestApp& app) {
    const FoundMeasures* const measures = app.dispatcher.derived().found(app.state());
    REQUIRE(measures != nullptr);
    return measures->count;
}

bool asks_who(const TestApp& app) {
    const auto* const question = std::get_if<app::ChoiceQuestion>(&app.state().session.question);
    return question != nullptr && question->of == app::ChoiceOf::Me;
}

} // namespace

TEST_CASE("the key asks who it is once, then shows and hides the rows") {
    TestApp app;
    app.open_sample();
    app.press("z");
    CHECK(asks_who(app));
    CHECK_FALSE(app.state().session.filtering.filter.mine);
    const Person me = somebody(app);
    app.act(app::act::SetMe{me});
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.state().session.filtering.filter.mine);
    CHECK(found(app) > 0);
    CHECK(found(app) < app.plan().document.measures.size());
    CHECK(found(app) == app.dispatcher.derived().filter_counts(app.state()).mine);
    app.press("z");
    CHECK_FALSE(app.state().session.filtering.filter.is_on());
    app.press("z");
    CHECK(app.state().session.filtering.filter.mine);
    CHECK_FALSE(asks_who(app));
}

TEST_CASE("who it is stays for the next page and the next plan") {
    TestApp app;
    app.open_sample("stavropol-2021");
    const Person me = somebody(app);
    app.act(app::act::SetMe{me});
    CHECK(app.settle());
    app.frame(1.0);
    TestApp next(app.memory.settings.values);
    CHECK(next.state().view.me == me);
    next.open_sample("stavropol-2021");
    CHECK_FALSE(next.state().session.filtering.filter.mine);
    next.press("z");
    CHECK(found(next) == found(app));
}

TEST_CASE("a plan without rows of the person says so and asks") {
    TestApp app;
    app.open_sample();
    app.act(app::act::SetMe{{PersonKind::School, "Школа, которой нет"}});
    app.act(app::act::CloseFilter{});
    app.press("z");
    CHECK(asks_who(app));
    CHECK(app.message().find("Школа, которой нет") != std::string::npos);
    CHECK_FALSE(app.state().session.filtering.filter.mine);
    app.act(app::act::SetMe{});
    CHECK_FALSE(app.state().session.filtering.filter.is_on());
    CHECK_FALSE(app.state().view.me.is_known());
}

TEST_CASE("grouped by school, the rows of a school stand under no other one") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    const Document document = app.plan().document;
    const std::string name = short_name_of(document.schools[1]);
    app.act(app::act::SetGrouping{Grouping::School});
    const auto groups = [&app] { return app.dispatcher.derived().groups(app.state()).groups; };
    REQUIRE(groups().size() > 2);
    app.act(app::act::SetMe{{PersonKind::School, name}});
    REQUIRE(groups().size() == 2);
    CHECK(groups().front().text == name);
    CHECK(groups().back().is_rest); // whose rows the filter hides
    const std::string& town = document.schools[1].municipality;
    app.act(app::act::SetMe{{PersonKind::Municipality, town}});
    const auto in_town = std::ranges::count(document.schools, town, &School::municipality);
    CHECK(groups().size() == static_cast<std::size_t>(in_town) + 1);
    app.act(app::act::ShowMine{});
    CHECK(groups().size() == document.schools.size() + 1);
}

TEST_CASE("another person means other rows at once") {
    TestApp app;
    app.open_sample("sevastopol-2021");
    std::vector<std::size_t> counts;
    for (const PossiblePerson& possible : possible_persons(app.plan().document)) {
        app.act(app::act::SetMe{possible.person});
        CHECK(found(app) == possible.measures);
        counts.push_back(possible.measures);
    }
    CHECK(counts.size() > 2);
}

} // namespace vekha::test::mine_test
