// Several open plans: each keeps its work, its desk, its saving and its drafts while another one is
// shown; none is closed with work in it unless a person says so; the agenda goes over all.
#include "app/actions.hpp"
#include "app/plan_words.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/edit/edits.hpp"
#include "core/find/mine.hpp"
#include "core/layout/time_scale.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/rows_view.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::tabs_test {
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
    std::set<std::string> names;
    for (std::size_t tab = 0; tab < plan_count(app.state()); ++tab) {
        names.insert(open_plan_name(app.state(), tab));
    }
    CHECK(names.size() == 3); // told apart
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
    const TimeScale scale = app.state().view.roadmap.scale;
    app.act(app::act::SetTheme{app::ThemeChoice::Dark});
    app.show_second();
    CHECK(app.state().session.selection.empty());
    CHECK(app.state().view.as_of == app::AsOfChoice{});
    CHECK(app.state().view.roadmap.grouping == Grouping::Section);
    CHECK(app.state().view.roadmap.sort == RowSort{});
    CHECK_FALSE(app.state().session.filtering.filter.is_on());
    CHECK(app.state().view.theme == app::ThemeChoice::Dark); // of the person, not of a plan
    app.show_first();
    CHECK(app.state().session.selection.measure == selection.measure);
    CHECK(app.state().view.as_of.mode == app::AsOfMode::Today);
    CHECK(app.state().view.roadmap.grouping == Grouping::Responsible);
    CHECK(app.state().view.roadmap.sort == RowSort{Column::Title, true});
    CHECK(app.state().view.roadmap.scale == scale);
    CHECK(app.state().session.filtering.filter.search == "о");
}

TEST_CASE(
    "The list of measures without dates comes back with its plan, and says where there is none") {
    TestApp app;
    app.open_sample("yaroslavl-2020-2022");
    const std::uint64_t first = app.plan().opening;
    app.act(app::act::ShowTray{true});
    CHECK(app.state().session.tray_open);
    app.open_sample(kFirst);
    app.act(app::act::ShowTray{true});
    CHECK_FALSE(app.state().session.tray_open);
    CHECK(app.message() == app.texts.get(app::TextKey{"tray.none"}));
    app.act(app::act::ShowPlan{first});
    CHECK(app.state().session.tray_open);
}

TEST_CASE("The keyboard goes to the row that is selected in the plan that is shown") {
    Two app;
    app.select({OwnerKind::Measure, 3});
    app.frame();
    REQUIRE(app.state().session.focus_on_row);
    app.show_first(); // where no row is selected
    CHECK_FALSE(app.state().session.focus_on_row);
    CHECK(app.state().session.focused == 0);
    app.show_second();
    app.act(app::act::Focus{77}); // say, a tab
    app.show_first();
    CHECK(app.state().session.focused == 77);
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

TEST_CASE(
    "A date that was typed is of the plan it was typed at, not of the one that comes with it") {
    TestApp app;
    app.open_file("first.vekha.json", sample_bytes(kFirst), 3);
    const std::uint64_t first = app.plan().opening;
    app.act(app::act::BeginEdit{7, app::EditField::AsOf, {}});
    SUBCASE("the field answers in the same frame") {
        static_cast<void>(
            app.dispatcher.handle(app::FieldFinished{7, app::FieldEnd::Left, "01.06.2021"}));
        app.tell(app::SampleAsked{std::string(kSecond)});
    }
    SUBCASE("the field is asked to answer") {
        app.tell(app::SampleAsked{std::string(kSecond)});
        app.tell(app::FieldFinished{7, app::FieldEnd::Left, "01.06.2021"});
    }
    CHECK(app.plan().document.measures.size() == 88);
    CHECK(app.state().view.as_of == app::AsOfChoice{});
    app.act(app::act::ShowPlan{first});
    CHECK(app.state().view.as_of.mode == app::AsOfMode::Chosen);
    CHECK(app.state().view.as_of.chosen.iso() == "2021-06-01");
}

TEST_CASE("A row that is no longer shown does not come back as the selected one") {
    TestApp app;
    app.open_sample("stavropol-2021");
    const std::uint64_t first = app.plan().opening;
    const std::vector<PossiblePerson> persons = app.dispatcher.derived().persons(app.state());
    REQUIRE(persons.size() > 2);
    app.act(app::act::SetMe{persons[0].person});
    app.press("ArrowDown");
    app.press("ArrowDown");
    REQUIRE_FALSE(app.state().session.selection.measure.empty());
    const MeasureId selected = app.state().session.selection.measure;
    app.open_sample(kSecond);
    // Somebody who has not that row.
    for (const PossiblePerson& other : persons) {
        const std::vector<std::uint8_t> own =
            measures_of(plan_at(app.state(), 0).document, other.person);
        std::size_t index = 0;
        while (plan_at(app.state(), 0).document.measures[index].id != selected) {
            ++index;
        }
        if (own[index] == 0) {
            app.act(app::act::SetMe{other.person});
            break;
        }
    }
    REQUIRE(app.state().view.me != persons[0].person);
    app.act(app::act::ShowPlan{first});
    CHECK(app.state().session.selection.empty());
    CHECK_FALSE(app.press("3"));
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

TEST_CASE("A text that could not be taken outlives a save that closes, done or not") {
    for (const SaveOutcome outcome :
         {SaveOutcome::Cancelled, SaveOutcome::Failed, SaveOutcome::WrittenToFile}) {
        TestApp app;
        app.open_file("first.vekha.json", sample_bytes(kFirst), 3);
        app.act(app::act::BeginEdit{7, app::EditField::DoneDate, MeasureId{app.plain_measure()}});
        app.tell(app::FieldFinished{7, app::FieldEnd::Left, "some day"});
        app.act(app::act::ClosePlan{app.plan().opening});
        REQUIRE(std::holds_alternative<app::UnsavedQuestion>(app.state().session.question));
        app.act(app::act::SaveAndClose{});
        app.finish_save(outcome);
        REQUIRE(app.state().plan.has_value());
        REQUIRE(app.state().session.field.has_value());
        CHECK(app.state().session.field->text == "some day");
        CHECK(app.state().session.asks() == (outcome != SaveOutcome::WrittenToFile));
    }
}

TEST_CASE("Closing one of three that asks leads back to the one that was shown") {
    Two app;
    app.open_sample("stavropol-2021");
    const std::uint64_t third = app.plan().opening;
    app.act(app::act::ClosePlan{app.first});
    REQUIRE(app.asks());
    app.act(app::act::CloseWithoutSaving{});
    CHECK(app.plan().opening == third);
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
} // namespace vekha::tabs_test
