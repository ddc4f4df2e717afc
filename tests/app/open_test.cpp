// How a plan comes in: opened, refused, repaired on consent, and what happens to unsaved work.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/scene.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vekha::open_test {
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

bool lists_problems(const TestApp& app) {
    return std::holds_alternative<app::ProblemsList>(app.state().session.question);
}

void set_note(TestApp& app, std::string_view measure, std::string note) {
    ProgressChange change;
    change.note = std::move(note);
    app.act(app::act::SetProgress{MeasureId{std::string(measure)}, change});
}

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

TEST_CASE("A link opens the sample that it names; one that is not there is told") {
    TestApp app;
    app.tell(app::SampleAsked{std::string(kSlug)});
    REQUIRE(app.state().plan.has_value());
    CHECK(app.plan().origin == app::PlanOrigin::Sample);
    const PlanFacts before = app.facts();
    app.tell(app::SampleAsked{"nowhere"});
    CHECK(app.facts() == before);
    REQUIRE(app.state().session.message.has_value());
    CHECK(app.state().session.message->kind == app::MessageKind::Error);
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
        CHECK(lists_problems(app));
        app.act(app::act::Save{});
        REQUIRE(app.memory.files.saves.size() == 1);
        CHECK(app.memory.files.saves.back().handle_token == 0);
    }
}

TEST_CASE(
    "The list of what was found in a file goes by Escape, and keys change nothing behind it") {
    TestApp app;
    app.open_file("repaired.vekha.json",
                  with(small_plan("0"), R"("state")", R"("percent": 160, "state")"), 5);
    REQUIRE(lists_problems(app));
    const PlanFacts before = app.facts();
    app.press({.code = "KeyA", .ctrl = true});
    app.press("3");
    CHECK(app.facts() == before);
    app.press("Escape");
    CHECK_FALSE(app.state().session.asks());
    app.act(app::act::ShowProblems{});
    CHECK(lists_problems(app));
}

TEST_CASE("The list of what was found in a file is there again when its plan is shown again") {
    TestApp app;
    app.open_file("repaired.vekha.json",
                  with(small_plan("0"), R"("state")", R"("percent": 160, "state")"), 5);
    REQUIRE(lists_problems(app));
    const std::uint64_t opening = app.plan().opening;
    app.open_sample(kSlug);
    CHECK_FALSE(lists_problems(app));
    app.act(app::act::ShowPlan{opening});
    app.frame();
    CHECK(lists_problems(app));
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
    app.select({OwnerKind::Measure, 2});
    app.act(app::act::SetAsOf{{app::AsOfMode::Today, {}}});
    app.open_sample("sevastopol-2021");
    CHECK(app.plan().history.undo_depth() == 0);
    CHECK(app.state().session.selection.empty());
    CHECK(app.state().view.as_of == app::AsOfChoice{});
    CHECK(app.plan().document.measures.size() == 88);
}

TEST_CASE("A bad file does not ask about unsaved work, for nothing is closed") {
    TestApp app;
    app.open_sample(kSlug);
    set_note(app, app.plain_measure(), "work");
    app.open_file("bad.json", "{");
    CHECK_FALSE(app.state().session.asks());
    CHECK(app.state().session.refused.has_value());
}

} // namespace
} // namespace vekha::open_test
