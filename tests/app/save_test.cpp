// Where a plan goes: saved, downloaded, kept as a draft; and whether the page may be left.
#include "app/actions.hpp"
#include "app/i18n.hpp"
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

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::save_test {
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

void set_note(TestApp& app, std::string_view measure, std::string note) {
    ProgressChange change;
    change.note = std::move(note);
    app.act(app::act::SetProgress{MeasureId{std::string(measure)}, change});
}

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
    const std::string words =
        app.texts.format(save_state_text(app.plan(), app.state().session.draft_health));
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
    const std::string words(app.texts.get("draft.failing"_key));
    const auto told = [&words](const auto& announced) { return announced.text == words; };
    CHECK(std::ranges::count_if(app.memory.twin.announcements, told) == 1);
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::None});
    CHECK(app.state().session.draft_health == app::DraftHealth::Working);
}

app::KeptDraft kept(std::uint64_t place, std::string name, bool only_copy) {
    return {.place = place,
            .name = std::move(name),
            .title = "A plan",
            .bytes = sample_bytes(kSlug),
            .saved_at = "19.11, 18:00",
            .only_copy = only_copy};
}

TEST_CASE("The last plan is offered, opens from its draft, and is in no file") {
    TestApp app;
    CHECK(app.memory.drafts.asked_without == std::vector<std::vector<std::uint64_t>>{{}});
    app.tell(app::DraftsLoaded{{kept(9, "plan.vekha.json", true), kept(4, "b.vekha.json", true)}});
    CHECK(app.state().screen == app::Screen::Start);
    REQUIRE(app.state().session.last_plans.size() == 2);
    app.act(app::act::OpenLastPlan{0});
    REQUIRE(app.state().session.last_plans.size() == 1);
    CHECK(app.state().session.last_plans[0].name == "b.vekha.json");
    CHECK(app.plan().drafted.time == "19.11, 18:00");
    CHECK(app.plan().document == document_of(sample_bytes(kSlug)));
    CHECK(app.plan().standing() == SaveStanding::Draft);
    CHECK(app.plan().has_unsaved_work());
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.size() == 1);
    CHECK(app.memory.drafts.stored[0].continues == 9);
    CHECK(app.memory.drafts.stored[0].only_copy);
}

TEST_CASE("A draft says what no file has: since the last save, or since it was a draft before") {
    TestApp app;
    const auto stored = [&app] {
        app.frame(2.0);
        return app.memory.drafts.stored.back().changes;
    };
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    CHECK(stored().empty());
    set_note(app, app.plain_measure(), "work");
    const std::string since = stored();
    CHECK(since.starts_with("Изменено: мероприятие «"));
    CHECK(since.ends_with(" (ход выполнения)"));

    app::KeptDraft draft = kept(9, "plan.vekha.json", true);
    draft.changes = "Удалено: раздел";
    app.tell(app::DraftsLoaded{{draft}});
    app.act(app::act::OpenLastPlan{0});
    CHECK(stored() == draft.changes);
    set_note(app, app.plain_measure(), "work");
    CHECK(stored() == draft.changes + "; " + since);

    draft.changes = "я";
    while (draft.changes.size() < 1000) {
        draft.changes += draft.changes;
    }
    app.tell(app::DraftsLoaded{{draft}});
    app.act(app::act::OpenLastPlan{0});
    const std::string cut = stored();
    CHECK(cut == draft.changes.substr(0, 800) + "…");
}

TEST_CASE("A draft whose plan is in a file, too, is unsaved work only when it has been changed") {
    TestApp app;
    app.tell(app::DraftsLoaded{{kept(9, "plan.vekha.json", false)}});
    app.act(app::act::OpenLastPlan{0});
    CHECK_FALSE(app.plan().has_unsaved_work());
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.size() == 1);
    CHECK_FALSE(app.memory.drafts.stored[0].only_copy);
    set_note(app, app.plain_measure(), "work");
    CHECK(app.plan().has_unsaved_work());
}

TEST_CASE("Back on the start screen the drafts are asked for anew, without the open plan's") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    app.act(app::act::GoToStart{});
    REQUIRE(app.memory.drafts.asked_without.size() == 2);
    CHECK(app.memory.drafts.asked_without[1] == std::vector{app.plan().opening});
    app.tell(app::DraftsLoaded{{kept(4, "b.vekha.json", true)}});
    app.tell(app::DraftsLoaded{});
    CHECK(app.state().session.last_plans.empty());
}

TEST_CASE("Each opening has drafts of its own, also of files with the same plan id") {
    TestApp app;
    app.open_file("one.vekha.json", sample_bytes(kSlug), 3);
    app.frame(2.0);
    app.open_file("two.vekha.json", sample_bytes(kSlug), 4);
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.size() == 2);
    CHECK(app.memory.drafts.stored[0].opening != app.memory.drafts.stored[1].opening);
}

TEST_CASE("A sample whose changes were undone has no draft that calls itself the only copy") {
    TestApp app;
    app.open_sample(kSlug);
    set_note(app, app.plain_measure(), "work");
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.back().only_copy);
    app.act(app::act::Undo{});
    app.frame(2.0);
    CHECK_FALSE(app.memory.drafts.stored.back().only_copy);
}

TEST_CASE("Samples and blank plans are no drafts until they are changed") {
    TestApp app;
    app.open_sample(kSlug);
    app.frame(2.0);
    app.act(app::act::NewBlankPlan{});
    app.frame(2.0);
    CHECK(app.memory.drafts.stored.empty());
    app.open_sample(kSlug);
    set_note(app, app.plain_measure(), "work");
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.size() == 1);
    CHECK(app.memory.drafts.stored[0].only_copy);
    CHECK(app.memory.drafts.stored[0].opening == app.plan().opening);
}

TEST_CASE("A draft says when its plan is in a file, too") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.size() == 1);
    CHECK_FALSE(app.memory.drafts.stored.back().only_copy);
    set_note(app, app.plain_measure(), "work");
    app.frame(2.0);
    REQUIRE(app.memory.drafts.stored.size() == 2);
    CHECK(app.memory.drafts.stored.back().only_copy);
    app.act(app::act::Save{});
    app.finish_save(SaveOutcome::WrittenToFile, "plan.vekha.json", 3);
    app.frame(0.1);
    REQUIRE(app.memory.drafts.stored.size() == 3);
    CHECK_FALSE(app.memory.drafts.stored.back().only_copy);
}

TEST_CASE("An edit in the frame in which the page is hidden is stored at once") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    app.frame(2.0);
    const std::size_t before = app.memory.drafts.stored.size();
    app.dispatcher.actions().push(
        app::act::SetProgress{MeasureId{app.plain_measure()}, {.note = "the last word"}});
    CHECK(app.dispatcher.handle(app::VisibilityChanged{false}));
    REQUIRE(app.memory.drafts.stored.size() == before + 1);
    CHECK(app.memory.drafts.stored.back().bytes.find("the last word") != std::string::npos);
}

struct Conflict : TestApp {
    Conflict() {
        open_file("plan.vekha.json", sample_bytes(kSlug), 3);
        set_note(*this, plain_measure(), "work");
        act(app::act::Save{});
    }
    void find(std::string bytes) {
        tell(app::SaveFinished{.request = memory.files.saves.back().request,
                               .outcome = SaveOutcome::ChangedOutside,
                               .name = "plan.vekha.json",
                               .handle_token = 3,
                               .bytes = std::move(bytes)});
        (void)settle();
    }
    [[nodiscard]] const app::FileConflict* question() const {
        return std::get_if<app::FileConflict>(&state().session.question);
    }
};

TEST_CASE("A file that was changed outside is left alone, and the person is asked") {
    Conflict app;
    app.find(sample_bytes(kSlug));
    CHECK(app.plan().has_unsaved_work());
    REQUIRE(app.question() != nullptr);
    CHECK(app.question()->changes.size() == 1); // the note
    SUBCASE("a copy gets a place of its own") {
        app.act(app::act::SaveAs{});
        CHECK(app.question() == nullptr);
        REQUIRE(app.memory.files.saves.size() == 2);
        CHECK(app.memory.files.saves.back().handle_token == 0);
        CHECK_FALSE(app.memory.files.saves.back().overwrites);
    }
    SUBCASE("writing over it is said to the file's keeper") {
        app.act(app::act::OverwriteFile{});
        CHECK(app.question() == nullptr);
        REQUIRE(app.memory.files.saves.size() == 2);
        CHECK(app.memory.files.saves.back().handle_token == 3);
        CHECK(app.memory.files.saves.back().overwrites);
        app.find(sample_bytes(kSlug)); // changed once more meanwhile
        CHECK(app.question() != nullptr);
    }
    SUBCASE("leaving it changes nothing, and the next save finds the same") {
        app.act(app::act::CancelQuestion{});
        app.act(app::act::Save{});
        REQUIRE(app.memory.files.saves.size() == 2);
        CHECK(app.memory.files.saves.back().handle_token == 3);
        CHECK_FALSE(app.memory.files.saves.back().overwrites);
    }
    SUBCASE("their file opens beside the plan, without the way to write into it") {
        app.act(app::act::ShowFileChanges{});
        CHECK(app.question()->shows_changes);
        app.act(app::act::OpenChangedFile{});
        REQUIRE(plan_count(app.state()) == 2);
        CHECK(app.plan().handle_token == 0);
        CHECK_FALSE(app.plan().has_unsaved_work());
        CHECK(plan_at(app.state(), 0).has_unsaved_work());
    }
}

TEST_CASE("What no longer opens as a plan is still not overwritten unasked") {
    Conflict app;
    app.find("{\"other\": \"work\"}");
    REQUIRE(app.question() != nullptr);
    CHECK_FALSE(app.question()->document.has_value());
    app.act(app::act::OverwriteFile{});
    REQUIRE(app.memory.files.saves.size() == 2);
    CHECK(app.memory.files.saves.back().overwrites);
}

TEST_CASE("A conflict of a plan that stands behind another one by now is told by a message") {
    Conflict app;
    app.open_sample("dubovskoe-2021");
    app.find(sample_bytes(kSlug));
    CHECK(app.question() == nullptr);
    REQUIRE(app.state().session.message.has_value());
    CHECK(app.state().session.message->kind == app::MessageKind::Error);
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
} // namespace vekha::save_test
