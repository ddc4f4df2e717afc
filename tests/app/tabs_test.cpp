// Several open plans: each keeps its work, its desk, its saving and its drafts while another one is
// shown; none is closed with work in it unless a person says so; the agenda goes over all.
#include "app/actions.hpp"
#include "app/plan_words.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/edit/edits.hpp"
#include "core/find/agenda.hpp"
#include "core/find/mine.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha {
namespace {

using app::SaveOutcome;
using app::SaveStanding;
using test::PlanFacts;
using test::sample_bytes;
using test::TestApp;

constexpr std::string_view kFirst = "dubovskoe-2021";
constexpr std::string_view kSecond = "sevastopol-2021";

void set_note(TestApp& app, std::string note) {
    ProgressChange change;
    change.note = std::move(note);
    app.act(app::act::SetProgress{MeasureId{app.plain_measure()}, change});
}

// The first plan comes from a file and has work in it; the second is shown.
struct Two : TestApp {
    Two() {
        open_file("first.vekha.json", sample_bytes(kFirst), 3);
        first = plan().opening;
        set_note(*this, "work");
        worked = facts();
        open_sample(kSecond);
        second = plan().opening;
    }
    void show_first() { act(app::act::ShowPlan{first}); }
    void show_second() { act(app::act::ShowPlan{second}); }
    [[nodiscard]] bool asks() const {
        return std::holds_alternative<app::UnsavedQuestion>(state().session.question);
    }
    std::uint64_t first = 0;
    std::uint64_t second = 0;
    PlanFacts worked;
};

TEST_CASE("A plan opens beside the others, without a question, and they stay as they are") {
    Two app;
    CHECK_FALSE(app.asks());
    CHECK(plan_count(app.state()) == 2);
    CHECK(app.plan().document.measures.size() == 88);
    app.show_first();
    CHECK(app.facts() == app.worked);
    app.act(app::act::Undo{});
    CHECK(app.plan().standing() == SaveStanding::Unchanged);
    app.show_second();
    CHECK(app.plan().document.measures.size() == 88);
    CHECK(app.plan().history.undo_depth() == 0);
}

TEST_CASE("A new tab comes behind the shown one; a closed one leaves its place to its neighbour") {
    TestApp app;
    const auto tabs = [&app] {
        std::vector<std::uint64_t> openings;
        openings.reserve(plan_count(app.state()));
        for (std::size_t tab = 0; tab < plan_count(app.state()); ++tab) {
            openings.push_back(plan_at(app.state(), tab).opening);
        }
        return openings;
    };
    app.open_sample(kFirst);
    const std::uint64_t one = app.plan().opening;
    app.open_sample(kSecond);
    const std::uint64_t two = app.plan().opening;
    app.act(app::act::ShowPlan{one});
    app.open_sample("stavropol-2021");
    const std::uint64_t three = app.plan().opening;
    CHECK(tabs() == std::vector{one, three, two});
    SUBCASE("the shown one") {
        app.act(app::act::ClosePlan{three});
        CHECK(tabs() == std::vector{one, two});
        CHECK(app.plan().opening == two);
    }
    SUBCASE("the last one") {
        app.act(app::act::ShowPlan{two});
        app.act(app::act::ClosePlan{two});
        CHECK(tabs() == std::vector{one, three});
        CHECK(app.plan().opening == three);
    }
    SUBCASE("one that stands behind: the shown one stays") {
        app.act(app::act::ClosePlan{one});
        CHECK(tabs() == std::vector{three, two});
        CHECK(app.plan().opening == three);
    }
    SUBCASE("one that is closed already: nothing") {
        app.act(app::act::ClosePlan{one});
        app.act(app::act::ClosePlan{one});
        app.act(app::act::ShowPlan{one});
        CHECK(tabs() == std::vector{three, two});
        CHECK(app.plan().opening == three);
    }
    SUBCASE("all: the start screen, without a plan") {
        for (const std::uint64_t opening : {three, one, two}) {
            app.act(app::act::ClosePlan{opening});
        }
        CHECK(tabs().empty());
        CHECK_FALSE(app.state().plan.has_value());
        CHECK(app.state().screen == app::Screen::Start);
        app.open_sample(kFirst);
        CHECK(tabs().size() == 1);
    }
}

TEST_CASE("A sample nobody worked on opens once; one with work in it opens anew beside it") {
    TestApp app;
    app.open_sample(kFirst);
    const std::uint64_t first = app.plan().opening;
    app.open_sample(kSecond);
    app.open_sample(kFirst);
    CHECK(plan_count(app.state()) == 2);
    CHECK(app.plan().opening == first);
    set_note(app, "work");
    app.open_sample(kFirst);
    CHECK(plan_count(app.state()) == 3);
    CHECK(app.plan().opening != first);
    CHECK(open_plan_name(app.state(), app.state().tab).find("dubovskoe-2021.vekha.json") !=
          std::string::npos); // told apart
}

TEST_CASE("A plan comes back as it was looked at") {
    Two app;
    app.show_first();
    app.select({OwnerKind::Measure, 2});
    const app::Selection selection = app.state().session.selection;
    app.act(app::act::SetAsOf{{app::AsOfMode::Today, {}}});
    app.act(app::act::SetGrouping{Grouping::Responsible});
    app.act(app::act::SetSort{{Column::Title, true}});
    app.act(app::act::Zoom{2.0, {}, app::act::Glide::No});
    app.act(app::act::SetFilter{{.search = "о"}});
    app.act(app::act::ShowTray{true});
    const TimeScale scale = app.state().view.roadmap.scale;
    app.act(app::act::SetTheme{app::ThemeChoice::Dark});
    app.show_second();
    CHECK(app.state().session.selection.empty());
    CHECK(app.state().view.as_of == app::AsOfChoice{});
    CHECK(app.state().view.roadmap.grouping == Grouping::Section);
    CHECK(app.state().view.roadmap.sort == RowSort{});
    CHECK_FALSE(app.state().session.filtering.filter.is_on());
    CHECK_FALSE(app.state().session.tray_open);
    CHECK(app.state().view.theme == app::ThemeChoice::Dark); // of the person, not of a plan
    app.show_first();
    CHECK(app.state().session.selection.measure == selection.measure);
    CHECK(app.state().view.as_of.mode == app::AsOfMode::Today);
    CHECK(app.state().view.roadmap.grouping == Grouping::Responsible);
    CHECK(app.state().view.roadmap.sort == RowSort{Column::Title, true});
    CHECK(app.state().view.roadmap.scale == scale);
    CHECK(app.state().session.filtering.filter.search == "о");
    CHECK(app.state().session.tray_open);
}

TEST_CASE("A glide that another plan cut short has arrived when its plan comes back") {
    Two app;
    app.settle();
    app.act(app::act::Zoom{2.0, {}, app::act::Glide::Yes});
    REQUIRE(app.state().session.glide.has_value());
    const TimeScale target = app.state().session.glide->to;
    app.show_first();
    CHECK_FALSE(app.state().session.glide.has_value());
    app.show_second();
    CHECK(app.state().view.roadmap.scale == target);
}

TEST_CASE("A text that could not be taken waits behind its plan") {
    Two app;
    app.show_first();
    const std::string id = app.plain_measure();
    app.act(app::act::BeginEdit{7, app::EditField::DoneDate, MeasureId{id}});
    app.tell(app::FieldFinished{7, app::FieldEnd::Left, "some day"});
    REQUIRE(app.state().session.field.has_value());
    REQUIRE(app.state().session.field->refused);
    app.show_second();
    CHECK_FALSE(app.state().session.field.has_value());
    CHECK(app.memory.page.asks_before_leaving);
    app.show_first();
    REQUIRE(app.state().session.field.has_value());
    CHECK(app.state().session.field->text == "some day");
    CHECK(app.state().session.field->waits);
    app.act(app::act::ClosePlan{app.first});
    CHECK(app.asks());
}

TEST_CASE("What is being typed goes into its plan before a file or a link brings another one") {
    TestApp app;
    app.open_file("first.vekha.json", sample_bytes(kFirst), 3);
    const std::uint64_t first = app.plan().opening;
    const std::string id = app.plain_measure();
    app.act(app::act::BeginEdit{7, app::EditField::Note, MeasureId{id}});
    const int left = app.memory.field.times_left;
    app.tell(app::SampleAsked{std::string(kSecond)});
    CHECK(app.memory.field.times_left == left + 1);
    CHECK(plan_count(app.state()) == 1);
    CHECK(app.dispatcher.seconds_until_next_frame() == 0.0);
    app.tell(app::FieldFinished{7, app::FieldEnd::Left, "typed"});
    CHECK(plan_count(app.state()) == 2);
    CHECK(app.plan().document.measures.size() == 88);
    app.act(app::act::ShowPlan{first});
    CHECK(app.measure(id).report.note == "typed");
}

// ---- closing ----------------------------------------------------------------------------------

TEST_CASE("A plan with unsaved work is closed only after a question, which shows it") {
    Two app;
    app.act(app::act::ClosePlan{app.first});
    CHECK(app.asks());
    CHECK(app.plan().opening == app.first);
    SUBCASE("stay: it stays") {
        app.act(app::act::CancelQuestion{});
        CHECK(plan_count(app.state()) == 2);
        CHECK(app.facts() == app.worked);
    }
    SUBCASE("do not save: it goes") {
        app.act(app::act::CloseWithoutSaving{});
        CHECK_FALSE(app.asks());
        CHECK(plan_count(app.state()) == 1);
        CHECK(app.plan().opening == app.second);
        CHECK(app.memory.files.saves.empty());
        // Its draft remains.
        REQUIRE_FALSE(app.memory.drafts.stored.empty());
        CHECK(app.memory.drafts.stored.back().revision == app.worked.revision);
        CHECK(app.memory.drafts.stored.back().only_copy);
    }
    SUBCASE("save: it goes when the file is written, and its draft is no only copy") {
        app.act(app::act::SaveAndClose{});
        REQUIRE(app.memory.files.saves.size() == 1);
        CHECK(plan_count(app.state()) == 2);
        app.finish_save(SaveOutcome::WrittenToFile, "first.vekha.json", 3);
        CHECK_FALSE(app.asks());
        CHECK(plan_count(app.state()) == 1);
        app.frame(2.0);
        CHECK(app.memory.drafts.stored.back().opening == app.first);
        CHECK_FALSE(app.memory.drafts.stored.back().only_copy);
    }
    SUBCASE("save, but the chooser was left: the question stays") {
        app.act(app::act::SaveAndClose{});
        app.finish_save(SaveOutcome::Cancelled);
        CHECK(app.asks());
        CHECK(plan_count(app.state()) == 2);
        app.act(app::act::SaveAndClose{});
        CHECK(app.memory.files.saves.size() == 2);
    }
    SUBCASE("save, but writing failed: the question stays and says so") {
        app.act(app::act::SaveAndClose{});
        app.finish_save(SaveOutcome::Failed);
        CHECK(app.asks());
        CHECK_FALSE(app.message().empty());
    }
}

TEST_CASE("Closing while a save is under way waits for that one") {
    Two app;
    app.show_first();
    app.act(app::act::Save{});
    app.act(app::act::ClosePlan{app.first});
    REQUIRE(app.asks());
    app.act(app::act::SaveAndClose{});
    CHECK(app.memory.files.saves.size() == 1);
    app.finish_save(SaveOutcome::WrittenToFile, "first.vekha.json", 3);
    CHECK(plan_count(app.state()) == 1);
}

TEST_CASE("What is saved or downloaded is closed without a question") {
    for (const SaveOutcome outcome : {SaveOutcome::WrittenToFile, SaveOutcome::Downloaded}) {
        Two app;
        app.show_first();
        app.act(app::act::Save{});
        app.finish_save(outcome);
        app.act(app::act::ClosePlan{app.first});
        CHECK_FALSE(app.asks());
        CHECK(plan_count(app.state()) == 1);
    }
}

// ---- saving and drafts ------------------------------------------------------------------------

TEST_CASE("The answer to a save goes to its plan, whichever is shown") {
    Two app;
    app.show_first();
    app.act(app::act::Save{});
    app.show_second();
    const PlanFacts before = app.facts();
    SUBCASE("written") {
        app.finish_save(SaveOutcome::WrittenToFile, "first.vekha.json", 3);
        CHECK(app.facts() == before);
        app.show_first();
        CHECK(app.plan().standing() == SaveStanding::SavedInFile);
    }
    SUBCASE("both at once") {
        set_note(app, "more work");
        app.act(app::act::Save{});
        REQUIRE(app.memory.files.saves.size() == 2);
        const std::uint32_t request = app.memory.files.saves[0].request;
        app.tell(app::SaveFinished{.request = request,
                                   .outcome = SaveOutcome::WrittenToFile,
                                   .name = "first.vekha.json",
                                   .handle_token = 3});
        CHECK(app.plan().standing() == SaveStanding::NotSaved);
        app.finish_save(SaveOutcome::WrittenToFile, "second.vekha.json", 4);
        CHECK(app.plan().file_name == "second.vekha.json");
        app.show_first();
        CHECK(app.plan().file_name == "first.vekha.json");
    }
    SUBCASE("closed meanwhile: for nobody") {
        app.act(app::act::ClosePlan{app.first});
        app.act(app::act::CloseWithoutSaving{});
        app.finish_save(SaveOutcome::WrittenToFile, "first.vekha.json", 3);
        CHECK(app.facts() == before);
    }
}

TEST_CASE("Work is stored before its plan goes behind another, and again until it is kept") {
    Two app;
    REQUIRE(app.memory.drafts.stored.size() == 1);
    CHECK(app.memory.drafts.stored[0].revision == app.worked.revision);
    CHECK(app.memory.drafts.stored[0].only_copy);
    CHECK(app.memory.page.asks_before_leaving);
    app.tell(app::DraftStored{app.worked.revision, app::DraftFault::WriteFailed});
    app.frame(1.1);
    REQUIRE(app.memory.drafts.stored.size() == 2);
    CHECK(app.memory.drafts.stored[1].opening == app.first);
    CHECK(app.memory.page.asks_before_leaving);
    app.tell(app::DraftStored{app.worked.revision, app::DraftFault::None});
    CHECK_FALSE(app.memory.page.asks_before_leaving);
    app.frame(2.0);
    CHECK(app.memory.drafts.stored.size() == 2);
    app.show_first();
    CHECK(app.plan().standing() == SaveStanding::Draft);
}

TEST_CASE("Kept drafts of all open plans are left out of the list of the start screen") {
    Two app;
    app.act(app::act::GoToStart{});
    CHECK(app.memory.drafts.asked_without.back() == std::vector{app.first, app.second});
}

// ---- the agenda -------------------------------------------------------------------------------

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
        app.open_sample(kSecond);
        app.press("m");
        CHECK_FALSE(app.state().session.asks());
        CHECK(app.state().session.filtering.filter.mine);
        CHECK(size_of(app.dispatcher.derived().agenda(app.state())) > 0);
    }
}

TEST_CASE("The key of open plans is for several") {
    TestApp app;
    app.open_sample(kFirst);
    CHECK_FALSE(app.press("p"));
    app.open_sample(kSecond);
    CHECK(app.press("p"));
    REQUIRE(std::holds_alternative<app::ChoiceQuestion>(app.state().session.question));
    app.act(app::act::ShowPlan{plan_at(app.state(), 0).opening});
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.state().tab == 0);
}

} // namespace
} // namespace vekha
