// «Мои строки» over several open plans: one agenda of them all.
#include "app/actions.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/edit/edits.hpp"
#include "core/find/agenda.hpp"
#include "core/find/mine.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <vector>

namespace vekha::joint_agenda_test {
namespace {

using test::TestApp;

TEST_CASE("The agenda goes over all open plans, on the as-of date of the shown one") {
    TestApp app;
    app.open_sample("stavropol-2021");
    const std::vector<PossiblePerson> persons = app.dispatcher.derived().persons(app.state());
    const auto most = std::ranges::max_element(persons, {}, &PossiblePerson::measures);
    REQUIRE(most != persons.end());
    app.act(app::act::SetMe{most->person});
    const auto size_of = [](const Agenda& agenda) {
        std::size_t size = agenda.late.size();
        for (const AgendaWeek& week : agenda.weeks) {
            size += week.entries.size();
        }
        return size;
    };
    const Agenda alone = app.dispatcher.derived().agenda(app.state());
    REQUIRE(size_of(alone) > 0);
    // The same plan once more, with another title.
    Document other = app.plan().document;
    other.plan.title = "Another";
    app.open_file("other.vekha.json", write_roadmap(other));
    const Agenda& both = app.dispatcher.derived().agenda(app.state());
    CHECK(size_of(both) == 2 * size_of(alone));
    std::set<std::uint32_t> plans;
    for (const AgendaEntry& entry : both.late) {
        plans.insert(entry.plan);
    }
    CHECK(plans == std::set<std::uint32_t>{0, 1});
    CHECK(std::ranges::is_sorted(both.late, {}, &AgendaEntry::due));
    SUBCASE("computed once, and again when one of them changes or closes") {
        const std::size_t before = app.dispatcher.derived().computations();
        static_cast<void>(app.dispatcher.derived().agenda(app.state()));
        CHECK(app.dispatcher.derived().computations() == before);
        // What is done in the shown plan leaves it; the plan behind it has its own.
        const auto is_open = [](const AgendaEntry& entry) { return entry.plan == 1; };
        const auto entry = std::ranges::find_if(both.late, is_open);
        REQUIRE(entry != both.late.end());
        const AgendaEntry done = *entry;
        ProgressChange change;
        change.state = StoredState::Done;
        app.act(app::act::SetProgress{app.plan().document.measures[done.measure].id, change});
        const Agenda& after = app.dispatcher.derived().agenda(app.state());
        CHECK(std::ranges::count(after.late, done) == 0);
        CHECK(std::ranges::count_if(after.late, is_open) + 1 ==
              std::ranges::count_if(after.late, std::not_fn(is_open)));
        app.act(app::act::Undo{});
        app.act(app::act::ClosePlan{plan_at(app.state(), 0).opening});
        CHECK(size_of(app.dispatcher.derived().agenda(app.state())) == size_of(alone));
    }
    SUBCASE("also where the shown plan has no rows of the person") {
        app.open_sample("sevastopol-2021");
        app.press("z");
        CHECK_FALSE(app.state().session.asks());
        CHECK(app.state().session.filtering.filter.mine);
        CHECK(size_of(app.dispatcher.derived().agenda(app.state())) > 0);
    }
}

} // namespace
} // namespace vekha::joint_agenda_test
