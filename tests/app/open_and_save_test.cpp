// The whole way of a plan through the app: opened, refused, repaired on consent, changed, saved,
// kept as a draft.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/sample_files.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <variant>

namespace vekha {
namespace {

using app::SaveOutcome;
using app::SaveStanding;
using test::PlanFacts;
using test::sample_bytes;
using test::TestApp;

constexpr std::string_view kSlug = "dubovskoe-2021";

Document document_of(std::string_view bytes) {
    const Result<ReadOutcome, ReadFailure> result = read_roadmap(bytes);
    REQUIRE(result.ok());
    return result.value().document;
}

std::string with(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

// A small plan with a measure in a section that does not exist.
constexpr std::string_view kBroken = R"({
  "format": "vekha.roadmap", "version": 0, "minReader": 0,
  "plan": {"id": "p", "title": "Broken", "language": "ru", "level": "school"},
  "measures": [{"id": "m", "section": "nowhere", "title": "A measure",
                "period": {"text": "", "kind": "unscheduled"}, "state": "notStarted"}]
})";

std::string small_plan(std::string_view version) {
    std::string text = R"({"format": "vekha.roadmap", "version": )";
    text.append(version);
    return text + R"(, "minReader": 0,
  "plan": {"id": "p", "title": "Small", "language": "ru", "level": "school"},
  "measures": [{"id": "m", "title": "A measure",
                "period": {"text": "", "kind": "unscheduled"}, "state": "notStarted"}]})";
}

void set_note(TestApp& app, std::string_view measure, std::string note) {
    ProgressChange change;
    change.note = std::move(note);
    app.act(app::act::SetProgress{MeasureId{std::string(measure)}, change});
}

// ---- opening ----------------------------------------------------------------------------------

TEST_CASE("A sample opens on the roadmap, fitted, with nothing to save") {
    TestApp app;
    CHECK(app.state().screen == app::Screen::Start);
    app.open_sample(kSlug);
    CHECK(app.state().screen == app::Screen::Roadmap);
    CHECK(app.plan().document == document_of(sample_bytes(kSlug)));
    CHECK(app.plan().standing() == SaveStanding::Unchanged);
    CHECK_FALSE(app.state().session.fit_pending);
    CHECK(app.state().view.roadmap.scale.px_per_day() > 1.0);
    CHECK(app.memory.page.title.find(app.plan().document.plan.title) == 0);
}

TEST_CASE("A sample that the page does not have is told and opens nothing") {
    TestApp app;
    app.act(app::act::OpenSample{"none"});
    CHECK_FALSE(app.state().plan.has_value());
    CHECK_FALSE(app.message().empty());
}

TEST_CASE("A blank plan opens and its bytes are a plan that opens again") {
    TestApp app;
    app.act(app::act::NewBlankPlan{});
    CHECK(app.state().screen == app::Screen::Roadmap);
    CHECK(document_of(write_roadmap(app.plan().document)) == app.plan().document);
    CHECK(app.plan().standing() == SaveStanding::Unchanged);
    CHECK(app.plan().document.plan.from->iso() == "2021-01-01");
}

TEST_CASE("The file chooser is asked for, and the chosen file opens with its handle") {
    TestApp app;
    app.act(app::act::OpenFileChooser{});
    CHECK(app.memory.files.times_chosen == 1);
    app.open_file("my.vekha.json", sample_bytes(kSlug), 7);
    CHECK(app.plan().file_name == "my.vekha.json");
    CHECK(app.plan().handle_token == 7);
    CHECK(app.plan().standing() == SaveStanding::Unchanged);
}

struct RefusedInput {
    std::string_view what;
    std::string bytes;
};

TEST_CASE(
    "A refused file leaves the open plan as it is, says where, and edits and saves still work") {
    const std::string good = sample_bytes(kSlug);
    for (const RefusedInput& input :
         {RefusedInput{"empty", ""}, RefusedInput{"no JSON", "<html>"},
          RefusedInput{"cut", good.substr(0, good.size() / 2)}, RefusedInput{"not a roadmap", "{}"},
          RefusedInput{"bad UTF-8", with(good, "vekha.roadmap", "vekha.\xFFroadmap")},
          RefusedInput{"too new",
                       R"({"format": "vekha.roadmap", "version": 9, "minReader": 9})"}}) {
        CAPTURE(input.what);
        TestApp app;
        app.open_file("open.vekha.json", good, 3);
        const std::string id = app.plain_measure();
        set_note(app, id, "one");
        set_note(app, id, "two");
        app.act(app::act::Undo{});
        const PlanFacts before = app.facts();
        REQUIRE(before.undo_depth == 1);
        REQUIRE(before.redo_depth == 1);

        app.open_file("bad.json", input.bytes, 4);
        CHECK(app.facts() == before);
        REQUIRE(app.state().session.refused.has_value());
        const app::RefusedFile& refused = *app.state().session.refused;
        CHECK(refused.name == "bad.json");
        REQUIRE_FALSE(refused.problems.empty());
        CHECK(refused.problems.front().position.line >= 1);
        REQUIRE_FALSE(app.memory.twin.announcements.empty());
        CHECK(app.memory.twin.announcements.back().is_urgent);
        CHECK(app.memory.twin.announcements.back().text.find("bad.json") != std::string::npos);

        app.act(app::act::DismissRefused{});
        CHECK(app.facts() == before);
        set_note(app, id, "three");
        CHECK(app.measure(id).report.note == "three");
        app.act(app::act::Save{});
        REQUIRE(app.memory.files.saves.size() == 1);
        CHECK(app.memory.files.saves.back().handle_token == 3);
    }
}

TEST_CASE("A file that the browser could not give is told in the same way") {
    TestApp app;
    app.open_sample(kSlug);
    const PlanFacts before = app.facts();
    app.tell(app::FileNotOpened{"huge.json", app::OpenFault::TooLarge, 7.0e7});
    CHECK(app.facts() == before);
    REQUIRE(app.state().session.refused.has_value());
    CHECK(app.state().session.refused->fault == app::OpenFault::TooLarge);
    app.press("Escape");
    CHECK_FALSE(app.state().session.refused.has_value());
}

TEST_CASE("A Windows-1251 file is refused, and opens converted when the person says so") {
    TestApp app;
    const std::string bytes = with(small_plan("0"), "Small", "\xCF\xEB\xE0\xED");
    app.open_file("old.json", bytes, 5);
    CHECK_FALSE(app.state().plan.has_value());
    REQUIRE(app.state().session.refused.has_value());
    CHECK(app.state().session.refused->offers_windows_1251);
    app.act(app::act::ConvertWindows1251{});
    CHECK_FALSE(app.state().session.refused.has_value());
    CHECK(app.plan().document.plan.title == "\u041F\u043B\u0430\u043D");
    CHECK(app.plan().handle_token == 0); // the original keeps its encoding
    CHECK_FALSE(app.plan().notices.empty());
}

TEST_CASE("A file with broken references asks first and opens under another name") {
    TestApp app;
    app.open_sample(kSlug);
    const PlanFacts before = app.facts();
    app.open_file("broken.vekha.json", kBroken, 5);
    CHECK(app.facts() == before);
    const auto* question = std::get_if<app::ConsentQuestion>(&app.state().session.question);
    REQUIRE(question != nullptr);
    CHECK_FALSE(question->plan.outcome.problems.empty());
    SUBCASE("refused: nothing happens") {
        app.act(app::act::CancelQuestion{});
        CHECK(app.facts() == before);
        CHECK_FALSE(app.state().session.asks());
    }
    SUBCASE("accepted: the original cannot be overwritten") {
        app.act(app::act::AcceptRepairs{});
        CHECK(app.plan().document.plan.title == "Broken");
        CHECK(app.plan().handle_token == 0);
        CHECK(app.plan().file_name != "broken.vekha.json");
        CHECK(app.plan().problem_count == 1);
        CHECK(app.state().view.problems_open);
        app.act(app::act::Save{});
        REQUIRE(app.memory.files.saves.size() == 1);
        CHECK(app.memory.files.saves.back().handle_token == 0);
    }
}

TEST_CASE("A newer version opens read only: edits are refused, a copy can be saved") {
    TestApp app;
    app.open_file("newer.vekha.json", small_plan("1"), 5);
    CHECK(app.plan().read_only == app::ReadOnlyReason::NewerVersion);
    const PlanFacts before = app.facts();
    set_note(app, "m", "a note");
    CHECK(app.facts() == before);
    CHECK_FALSE(app.message().empty());
    CHECK_FALSE(app.press("3"));
    app.act(app::act::Save{});
    REQUIRE(app.memory.files.saves.size() == 1);
    CHECK(app.memory.files.saves.back().handle_token == 0);
    CHECK(app.memory.files.saves.back().suggested_name != "newer.vekha.json");
    CHECK(document_of(app.memory.files.saves.back().bytes) == app.plan().document);
    app.finish_save(SaveOutcome::WrittenToFile, "copy.vekha.json", 9);
    CHECK(app.plan().handle_token == 0);
    CHECK(app.plan().read_only == app::ReadOnlyReason::NewerVersion);
}

TEST_CASE("Opening another plan starts a new history and forgets selection and as-of date") {
    TestApp app;
    app.open_sample(kSlug);
    app.act(app::act::Select{Owner{OwnerKind::Measure, 2}});
    app.act(app::act::SetAsOf{{app::AsOfMode::Today, {}}});
    app.open_sample("sevastopol-2021");
    CHECK(app.plan().history.undo_depth() == 0);
    CHECK(app.state().session.selection.empty());
    CHECK(app.state().view.as_of == app::AsOfChoice{});
    CHECK(app.plan().document.measures.size() == 88);
}

// ---- unsaved work -----------------------------------------------------------------------------

struct Unsaved : TestApp {
    Unsaved() {
        open_file("first.vekha.json", sample_bytes(kSlug), 3);
        set_note(*this, plain_measure(), "work");
        open_sample("sevastopol-2021");
    }
    [[nodiscard]] bool asks() const {
        return std::holds_alternative<app::UnsavedQuestion>(state().session.question);
    }
    [[nodiscard]] bool has_second() const { return plan().document.measures.size() == 88; }
};

TEST_CASE("Unsaved work asks before another plan takes its place") {
    Unsaved app;
    CHECK(app.asks());
    CHECK_FALSE(app.has_second());
    SUBCASE("stay: the plan stays") {
        app.act(app::act::CancelQuestion{});
        CHECK_FALSE(app.asks());
        CHECK_FALSE(app.has_second());
    }
    SUBCASE("do not save: the other opens") {
        app.act(app::act::ContinueWithoutSaving{});
        CHECK(app.has_second());
        CHECK(app.memory.files.saves.empty());
    }
    SUBCASE("save: the other opens when the file is written") {
        app.act(app::act::SaveAndContinue{});
        REQUIRE(app.memory.files.saves.size() == 1);
        CHECK_FALSE(app.has_second());
        app.finish_save(SaveOutcome::WrittenToFile, "first.vekha.json", 3);
        CHECK(app.has_second());
        CHECK_FALSE(app.asks());
    }
    SUBCASE("save, but the chooser was left: the question stays") {
        app.act(app::act::SaveAndContinue{});
        app.finish_save(SaveOutcome::Cancelled);
        CHECK(app.asks());
        CHECK_FALSE(app.has_second());
        app.act(app::act::SaveAndContinue{});
        CHECK(app.memory.files.saves.size() == 2);
    }
    SUBCASE("save, but writing failed: the question stays and says so") {
        app.act(app::act::SaveAndContinue{});
        app.finish_save(SaveOutcome::Failed);
        CHECK(app.asks());
        CHECK_FALSE(app.message().empty());
    }
}

TEST_CASE(
    "A plan without changes is replaced without a question, and so is a saved or downloaded one") {
    TestApp app;
    app.open_sample(kSlug);
    app.open_sample("sevastopol-2021");
    CHECK_FALSE(app.state().session.asks());
    for (const SaveOutcome outcome : {SaveOutcome::WrittenToFile, SaveOutcome::Downloaded}) {
        set_note(app, app.plain_measure(), "work");
        app.act(app::act::Save{});
        app.finish_save(outcome);
        app.open_sample(kSlug);
        CHECK_FALSE(app.state().session.asks());
    }
}

TEST_CASE("A bad file does not ask about unsaved work, for nothing is replaced") {
    TestApp app;
    app.open_sample(kSlug);
    set_note(app, app.plain_measure(), "work");
    app.open_file("bad.json", "{");
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.state().session.refused.has_value());
}

// ---- saving -----------------------------------------------------------------------------------

TEST_CASE("The whole way: state, percent and note, undo, redo, save, and the file opens equal") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    const std::string id = app.plain_measure();
    const Document start = app.plan().document;
    ProgressChange change;
    change.state = StoredState::InProgress;
    change.percent = 40;
    change.note = "A note";
    app.act(app::act::SetProgress{MeasureId{id}, change});
    app.act(app::act::Undo{});
    CHECK(app.plan().document == start);
    CHECK(app.plan().standing() == SaveStanding::Unchanged);
    app.act(app::act::Redo{});
    CHECK(app.measure(id).report.percent == 40);
    app.act(app::act::Save{});
    REQUIRE(app.memory.files.saves.size() == 1);
    const app::FilePort::SaveRequest& request = app.memory.files.saves.back();
    CHECK(request.handle_token == 3);
    CHECK(request.suggested_name == "plan.vekha.json");
    CHECK(request.bytes == write_roadmap(app.plan().document));
    CHECK(document_of(request.bytes) == app.plan().document);
    const std::string bytes = request.bytes;
    app.finish_save(SaveOutcome::WrittenToFile, "plan.vekha.json", 3);
    CHECK(app.plan().standing() == SaveStanding::SavedInFile);

    TestApp other;
    other.open_file("plan.vekha.json", bytes);
    CHECK(other.plan().document == app.plan().document);
    CHECK(write_roadmap(other.plan().document) == bytes);
}

TEST_CASE("A canonical file that is opened and saved without an edit keeps its bytes") {
    for (const std::string_view slug : test::kSampleSlugs) {
        TestApp app;
        app.open_file("plan.vekha.json", sample_bytes(slug), 3);
        app.act(app::act::Save{});
        REQUIRE(app.memory.files.saves.size() == 1);
        CHECK(app.memory.files.saves.back().bytes == sample_bytes(slug));
    }
}

TEST_CASE("A compact file is saved compact") {
    TestApp app;
    const std::string compact =
        write_roadmap(document_of(sample_bytes(kSlug)), TextLayout::Compact);
    app.open_file("plan.vekha.json", compact, 3);
    app.act(app::act::Save{});
    REQUIRE(app.memory.files.saves.size() == 1);
    CHECK(app.memory.files.saves.back().bytes == compact);
}

TEST_CASE("A download is never called saved") {
    TestApp app;
    app.open_sample(kSlug);
    set_note(app, app.plain_measure(), "work");
    app.act(app::act::Save{});
    app.finish_save(SaveOutcome::Downloaded, "dubovskoe-2021.vekha.json");
    CHECK(app.plan().standing() == SaveStanding::Downloaded);
    const std::string saved = app.texts.format("save.inFile"_key, {{"name", ""}, {"time", ""}});
    const std::string words = app.texts.format(save_state_text(app.state()));
    const std::string first_word = saved.substr(0, saved.find(' '));
    CHECK(words.find(first_word) == std::string::npos);
    CHECK(app.message().find(first_word) == std::string::npos);
    CHECK(app.message().find("dubovskoe-2021.vekha.json") != std::string::npos);
    set_note(app, app.plain_measure(), "more work");
    CHECK(app.plan().standing() == SaveStanding::NotSaved);
}

TEST_CASE("A save that was cancelled or failed changes nothing about the plan") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    set_note(app, app.plain_measure(), "work");
    const PlanFacts before = app.facts();
    app.act(app::act::Save{});
    app.finish_save(SaveOutcome::Cancelled, "other.json", 8);
    CHECK(app.facts() == before);
    CHECK(app.plan().handle_token == 3);
    app.act(app::act::Save{});
    app.finish_save(SaveOutcome::Failed, "other.json", 8);
    CHECK(app.facts() == before);
    CHECK(app.state().session.message->kind == app::MessageKind::Error);
}

TEST_CASE("What was changed while the file was being written is not saved") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    set_note(app, app.plain_measure(), "one");
    app.act(app::act::Save{});
    set_note(app, app.plain_measure(), "two");
    app.finish_save(SaveOutcome::WrittenToFile, "plan.vekha.json", 3);
    CHECK(app.plan().standing() == SaveStanding::NotSaved);
    app.act(app::act::Undo{});
    CHECK(app.plan().standing() == SaveStanding::SavedInFile);
    app.act(app::act::Undo{});
    CHECK(app.plan().standing() ==
          SaveStanding::NotSaved); // the file no longer holds what was opened
}

TEST_CASE("While a file is being written a second save is not started") {
    TestApp app;
    app.open_sample(kSlug);
    app.act(app::act::Save{});
    app.act(app::act::Save{});
    CHECK(app.memory.files.saves.size() == 1);
}

TEST_CASE("Save as asks for a place and then writes to the new one") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    app.act(app::act::SaveAs{});
    REQUIRE(app.memory.files.saves.size() == 1);
    CHECK(app.memory.files.saves.back().handle_token == 0);
    app.finish_save(SaveOutcome::WrittenToFile, "second.vekha.json", 8);
    CHECK(app.plan().file_name == "second.vekha.json");
    app.act(app::act::Save{});
    CHECK(app.memory.files.saves.back().handle_token == 8);
}

TEST_CASE("An answer for a plan that is no longer open is for nobody") {
    TestApp app;
    app.open_sample(kSlug);
    app.act(app::act::Save{});
    app.open_sample("sevastopol-2021");
    const PlanFacts before = app.facts();
    app.finish_save(SaveOutcome::WrittenToFile, "first.vekha.json", 3);
    CHECK(app.facts() == before);
}

// ---- drafts -----------------------------------------------------------------------------------

TEST_CASE("A draft is stored 250 ms after a change and holds the newest document") {
    TestApp app;
    app.open_sample(kSlug);
    REQUIRE(app.settle());
    const std::size_t before = app.memory.drafts.stored.size();
    set_note(app, app.plain_measure(), "work");
    app.frame(0.2);
    CHECK(app.memory.drafts.stored.size() == before);
    app.frame(0.06);
    REQUIRE(app.memory.drafts.stored.size() == before + 1);
    CHECK(app.memory.drafts.stored.back().revision == app.plan().revision);
    CHECK(document_of(app.memory.drafts.stored.back().bytes) == app.plan().document);
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::None});
    CHECK(app.plan().standing() == SaveStanding::Draft);
}

TEST_CASE("During continuous changes a draft is stored at least every second") {
    TestApp app;
    app.open_sample(kSlug);
    REQUIRE(app.settle());
    const std::size_t before = app.memory.drafts.stored.size();
    const std::string id = app.plain_measure();
    for (int i = 0; i < 50; ++i) {
        app.memory.clock.seconds += 0.1;
        set_note(app, id, std::to_string(i));
    }
    CHECK(app.memory.drafts.stored.size() >= before + 4);
}

TEST_CASE("A page that is hidden stores its draft at once") {
    TestApp app;
    app.open_sample(kSlug);
    REQUIRE(app.settle());
    const std::size_t before = app.memory.drafts.stored.size();
    set_note(app, app.plain_measure(), "work");
    (void)app.dispatcher.handle(app::VisibilityChanged{false});
    CHECK(app.memory.drafts.stored.size() == before + 1);
}

TEST_CASE("A draft that cannot be written is told once, tried again after 1, 5 and 30 s") {
    TestApp app;
    app.open_sample(kSlug);
    REQUIRE(app.settle());
    std::size_t count = app.memory.drafts.stored.size();
    for (const double wait : {1.0, 5.0, 30.0, 30.0}) {
        app.tell(app::DraftStored{app.plan().revision, app::DraftFault::WriteFailed});
        CHECK(app.state().session.draft_health == app::DraftHealth::Failing);
        app.frame(wait - 0.1);
        CHECK(app.memory.drafts.stored.size() == count);
        app.frame(0.2);
        CHECK(app.memory.drafts.stored.size() == ++count);
    }
    CHECK(app.state().session.message->number == 1);
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::None});
    CHECK(app.state().session.draft_health == app::DraftHealth::Working);
}

TEST_CASE("The last plan is offered, opens from its draft, and is in no file") {
    TestApp app;
    CHECK(app.memory.drafts.times_asked == 1);
    app.tell(app::DraftLoaded{true, "plan.vekha.json", sample_bytes(kSlug), "19.11, 18:00"});
    CHECK(app.state().screen == app::Screen::Start);
    REQUIRE(app.state().session.last_plan.has_value());
    app.act(app::act::OpenLastPlan{});
    CHECK(app.plan().document == document_of(sample_bytes(kSlug)));
    CHECK(app.plan().standing() == SaveStanding::Draft);
    CHECK(app.plan().has_unsaved_work());
}

TEST_CASE("Without a draft nothing is offered") {
    TestApp app;
    app.tell(app::DraftLoaded{});
    CHECK_FALSE(app.state().session.last_plan.has_value());
}

// ---- leaving the page -------------------------------------------------------------------------

TEST_CASE("The page asks before it is left only while work would be lost") {
    TestApp app;
    CHECK_FALSE(app.memory.page.asks_before_leaving);
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    CHECK_FALSE(app.memory.page.asks_before_leaving);
    const std::string id = app.plain_measure();
    set_note(app, id, "work");
    CHECK(app.memory.page.asks_before_leaving);
    SUBCASE("not with a confirmed draft") {
        app.frame(0.3);
        CHECK(app.memory.page.asks_before_leaving);
        app.tell(app::DraftStored{app.plan().revision, app::DraftFault::None});
        CHECK_FALSE(app.memory.page.asks_before_leaving);
    }
    SUBCASE("not after the file was written") {
        app.act(app::act::Save{});
        app.finish_save(SaveOutcome::WrittenToFile, "plan.vekha.json", 3);
        CHECK_FALSE(app.memory.page.asks_before_leaving);
    }
    SUBCASE("still after a download, which nobody can confirm") {
        app.act(app::act::Save{});
        app.finish_save(SaveOutcome::Downloaded);
        CHECK(app.memory.page.asks_before_leaving);
    }
    SUBCASE("not after everything was undone") {
        app.act(app::act::Undo{});
        CHECK_FALSE(app.memory.page.asks_before_leaving);
    }
    SUBCASE("still when drafts cannot be kept") {
        app.tell(app::DraftStored{app.plan().revision, app::DraftFault::StoreMissing});
        CHECK(app.memory.page.asks_before_leaving);
    }
}

} // namespace
} // namespace vekha
