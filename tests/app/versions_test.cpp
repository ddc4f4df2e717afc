// The saved states of a plan: kept after each save with what had changed, listed, and gone back to.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/scene/semantics.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace vekha::test::versions_test {
namespace {

constexpr std::string_view kDubovskoe = "dubovskoe-2021";

void note(TestApp& app, const std::string& measure, std::string_view text) {
    app.act(app::act::SetProgress{MeasureId{measure}, {.note = std::string(text)}});
}

void save(TestApp& app, app::SaveOutcome outcome = app::SaveOutcome::WrittenToFile) {
    app.act(app::act::Save{});
    app.finish_save(outcome, "plan.vekha.json", 7);
}

// The list as the store would answer, of all that was kept, the newest first.
void answer_list(TestApp& app) {
    app::VersionsLoaded loaded{.plan = app.plan().document.plan.id.text};
    std::uint64_t place = app.memory.versions.kept.size();
    for (; place > 0; --place) {
        const MemoryVersions::Kept& kept = app.memory.versions.kept[place - 1];
        loaded.versions.push_back({.place = place,
                                   .name = kept.name,
                                   .saved_at = "day " + std::to_string(place),
                                   .changes = kept.changes,
                                   .downloaded = kept.downloaded});
    }
    app.tell(loaded);
}

// The list is opened, and the one version in it chosen and read.
void choose_only_version(TestApp& app) {
    app.act(app::act::ShowVersions{});
    answer_list(app);
    app.act(app::act::ChooseVersion{0});
    app.tell(app::VersionRead{.place = 1, .bytes = app.memory.versions.kept[0].bytes});
}

const app::VersionsQuestion* asked(const TestApp& app) {
    return std::get_if<app::VersionsQuestion>(&app.state().session.question);
}

} // namespace

TEST_CASE("each save is kept as a version, with what had changed since the one before") {
    TestApp app;
    app.open_sample();
    const std::string measure = app.plain_measure();
    note(app, measure, "first");
    save(app);
    REQUIRE(app.memory.versions.kept.size() == 1);
    const MemoryVersions::Kept first = app.memory.versions.kept[0];
    CHECK(first.plan == app.plan().document.plan.id.text);
    CHECK(first.name == "plan.vekha.json");
    CHECK_FALSE(first.downloaded);
    CHECK(first.changes.find(app.measure(measure).title) != std::string::npos);
    CHECK(std::ranges::count(first.changes, '\n') == 1);
    CHECK(first.bytes == app.memory.files.saves.back().bytes);

    note(app, measure, "a");
    save(app, app::SaveOutcome::Downloaded);
    REQUIRE(app.memory.versions.kept.size() == 2);
    CHECK(app.memory.versions.kept[1].downloaded);
    save(app);
    CHECK(app.memory.versions.kept[2].changes == app.texts.get("versions.nothing"_key));
}

TEST_CASE("what did not get to its place is no version, and an edit meanwhile is not in it") {
    TestApp app;
    app.open_sample();
    const std::string measure = app.plain_measure();
    note(app, measure, "first");
    for (const app::SaveOutcome outcome : {app::SaveOutcome::Cancelled, app::SaveOutcome::Failed,
                                           app::SaveOutcome::ChangedOutside}) {
        save(app, outcome);
        app.act(app::act::CancelQuestion{});
    }
    CHECK(app.memory.versions.kept.empty());

    app.act(app::act::Save{});
    note(app, measure, "later");
    app.finish_save(app::SaveOutcome::WrittenToFile);
    REQUIRE(app.memory.versions.kept.size() == 1);
    CHECK(app.memory.versions.kept[0].bytes == app.memory.files.saves.back().bytes);
    save(app);
    REQUIRE(app.memory.versions.kept.size() == 2);
    CHECK(app.memory.versions.kept[1].changes != app.texts.get("versions.nothing"_key));
}

TEST_CASE("a plan that came from no file says so at its first save, and many changes are counted") {
    TestApp app;
    app.act(app::act::NewBlankPlan{});
    app.act(app::act::AddMeasure{});
    save(app);
    CHECK(app.memory.versions.kept[0].changes == app.texts.get("versions.first"_key));
    constexpr int kAdded = 60;
    for (int i = 0; i < kAdded; ++i) {
        app.act(app::act::AddMeasure{});
    }
    save(app);
    const std::string& changes = app.memory.versions.kept[1].changes;
    const std::string more = app.texts.plural("changes.moreAfter"_key, kAdded - 1);
    CHECK(changes.substr(0, changes.find('\n')).ends_with(more));
}

TEST_CASE("a plan that cannot be changed here is not taken back, and the question stays") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kDubovskoe), 7);
    note(app, app.plain_measure(), "first");
    save(app);
    note(app, app.plain_measure(), "second");
    choose_only_version(app);
    app.tell(app::PlanHeld{.opening = app.plan().opening, .here = false});
    const Document before = app.plan().document;
    app.act(app::act::RestoreVersion{});
    CHECK(app.plan().document == before);
    REQUIRE(asked(app) != nullptr);
    CHECK(asked(app)->chosen->document.has_value());
}

TEST_CASE("escape leads from a version to the list, and from there to the plan") {
    TestApp app;
    app.open_sample();
    note(app, app.plain_measure(), "first");
    save(app);
    app.act(app::act::ShowVersions{});
    answer_list(app);
    CHECK(app.state().session.focused == semantic_key("versions/0"));
    app.act(app::act::ChooseVersion{0});
    app.tell(app::VersionRead{.place = 1, .bytes = app.memory.versions.kept[0].bytes});
    app.press("Escape");
    REQUIRE(asked(app) != nullptr);
    CHECK_FALSE(asked(app)->chosen.has_value());
    CHECK(app.state().session.focused == semantic_key("versions/0"));
    app.press("Escape");
    CHECK(asked(app) == nullptr);
}

TEST_CASE("a version is chosen, compared with the plan, and comes back as one step") {
    TestApp app;
    app.open_sample();
    const std::string measure = app.plain_measure();
    note(app, measure, "first");
    save(app);
    const Document then = app.plan().document;
    note(app, measure, "a");
    const Document now = app.plan().document;
    const std::size_t steps = app.plan().history.undo_depth();

    app.act(app::act::ShowVersions{});
    REQUIRE(asked(app) != nullptr);
    CHECK_FALSE(asked(app)->loaded);
    REQUIRE(app.memory.versions.loads.size() == 1);
    answer_list(app);
    REQUIRE(asked(app)->versions.size() == 1);
    app.act(app::act::ChooseVersion{0});
    REQUIRE(app.memory.versions.reads.size() == 1);
    CHECK(app.memory.versions.reads[0] == std::pair{then.plan.id.text, std::uint64_t{1}});
    app.tell(app::VersionRead{.place = 1, .bytes = app.memory.versions.kept[0].bytes});
    REQUIRE(asked(app)->chosen.has_value());
    CHECK(asked(app)->chosen->differences == 1);
    CHECK(asked(app)->chosen->since.size() == 1);
    CHECK(asked(app)->chosen->then.size() == 1);
    app.act(app::act::RestoreVersion{});
    CHECK(asked(app) == nullptr);
    CHECK(app.plan().document == then);
    CHECK(app.plan().history.undo_depth() == steps + 1);
    CHECK(app.plan().has_unsaved_work());
    app.act(app::act::Undo{});
    CHECK(app.plan().document == now);
}

TEST_CASE("a version opens beside the plan, without its file") {
    TestApp app;
    app.open_sample();
    note(app, app.plain_measure(), "first");
    save(app);
    const Document then = app.plan().document;
    choose_only_version(app);
    app.act(app::act::OpenVersion{});
    REQUIRE(app::plan_count(app.state()) == 2);
    CHECK(app.plan().document == then);
    CHECK(app.plan().handle_token == 0);
    CHECK(app.plan().file_name != "plan.vekha.json");
    CHECK(app.plan().has_unsaved_work());
}

TEST_CASE("a version that is gone or damaged is said to be, and nothing can be done with it") {
    TestApp app;
    app.open_sample();
    note(app, app.plain_measure(), "first");
    save(app);
    app.act(app::act::ShowVersions{});
    answer_list(app);
    for (const std::string& bytes :
         {std::string(), app.memory.versions.kept[0].bytes.substr(0, 40)}) {
        app.act(app::act::ChooseVersion{0});
        app.tell(app::VersionRead{.place = 1, .bytes = bytes});
        REQUIRE(asked(app)->chosen.has_value());
        CHECK_FALSE(asked(app)->chosen->document.has_value());
        const PlanFacts before = app.facts();
        app.act(app::act::RestoreVersion{});
        app.act(app::act::OpenVersion{});
        CHECK(app.facts() == before);
        CHECK(app::plan_count(app.state()) == 1);
        app.act(app::act::ChooseVersion{});
        CHECK_FALSE(asked(app)->chosen.has_value());
    }
}

TEST_CASE("answers about another plan, another version or a closed list mean nothing") {
    TestApp app;
    app.open_sample(kDubovskoe);
    note(app, app.plain_measure(), "first");
    save(app);
    app.tell(app::VersionRead{.place = 1, .bytes = app.memory.versions.kept[0].bytes});
    answer_list(app);
    CHECK(asked(app) == nullptr);
    app.act(app::act::ShowVersions{});
    app.tell(app::VersionsLoaded{.plan = "another", .versions = {{.place = 9}}});
    CHECK_FALSE(asked(app)->loaded);
    app.act(app::act::ChooseVersion{5});
    answer_list(app);
    app.tell(app::VersionRead{.place = 1, .bytes = app.memory.versions.kept[0].bytes});
    CHECK_FALSE(asked(app)->chosen.has_value());
    app.act(app::act::ChooseVersion{0});
    app.tell(app::VersionRead{.place = 2, .bytes = app.memory.versions.kept[0].bytes});
    CHECK_FALSE(asked(app)->chosen.has_value());
}

TEST_CASE("erasing everything erases the versions, erasing a draft does not") {
    TestApp app;
    app.tell(app::DraftsLoaded{{{.place = 3, .name = "a", .bytes = "b"}}});
    app.act(app::act::AskErase{0});
    app.act(app::act::Erase{});
    CHECK(app.memory.versions.times_erased == 0);
    app.act(app::act::AskErase{});
    app.act(app::act::Erase{});
    CHECK(app.memory.versions.times_erased == 1);
}

} // namespace vekha::test::versions_test
