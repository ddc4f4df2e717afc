// Kept drafts: one of the plan that was opened is offered, with what differs; and all of it can be
// erased.
#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/edit/edits.hpp"
#include "core/model/ids.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::draft_offer_test {
namespace {

using test::sample_bytes;
using test::TestApp;

constexpr const char* kSlug = "dubovskoe-2021";

// The bytes of the sample with a note in one of its measures.
std::string changed_bytes() {
    TestApp app;
    app.open_sample(kSlug);
    app.act(app::act::SetProgress{MeasureId{app.plain_measure()}, {.note = "in the draft"}});
    return write_roadmap(app.plan().document, TextLayout::Indented);
}

struct Opened : TestApp {
    explicit Opened(std::string draft, std::string_view name = "plan.vekha.json",
                    bool only_copy = true, std::string file = sample_bytes(kSlug)) {
        app::DraftsLoaded loaded;
        loaded.drafts.push_back({.place = 7,
                                 .name = std::string(name),
                                 .title = "the plan",
                                 .bytes = std::move(draft),
                                 .saved_at = "14:32",
                                 .only_copy = only_copy});
        tell(app::Event(std::move(loaded)));
        open_file("plan.vekha.json", file, 3);
        tell(app::PlanHeld{plan().opening, true});
        (void)settle();
    }
    [[nodiscard]] const app::DraftOffer* offer() const {
        return std::get_if<app::DraftOffer>(&state().session.question);
    }
};

TEST_CASE("What was found in the file is told after the draft that is offered of it") {
    std::string faulty = sample_bytes(kSlug);
    faulty.replace(faulty.find("\"percent\": "), 11, "\"percent\": 1000");
    TestApp plain;
    plain.open_file("plan.vekha.json", faulty, 3);
    REQUIRE(plain.plan().problem_count > 0);
    Opened app(changed_bytes(), "plan.vekha.json", true, std::move(faulty));
    REQUIRE(app.offer() != nullptr);
    app.act(app::act::CancelQuestion{});
    CHECK(std::holds_alternative<app::ProblemsList>(app.state().session.question));
}

TEST_CASE("A draft with other work in it is offered with the time and what differs") {
    Opened app(changed_bytes());
    REQUIRE(app.offer() != nullptr);
    CHECK(app.offer()->saved_at == "14:32");
    CHECK(app.offer()->changes.size() == 1);
    CHECK_FALSE(app.plan().has_unsaved_work());
    SUBCASE("and opens beside the file") {
        app.act(app::act::ShowDraftChanges{});
        CHECK(app.offer()->shows_changes);
        app.act(app::act::OpenOfferedDraft{});
        REQUIRE(plan_count(app.state()) == 2);
        CHECK(app.plan().origin == app::PlanOrigin::Draft);
        CHECK(app.measure(app.plain_measure()).report.note == "in the draft");
    }
    SUBCASE("or stays where it is") {
        app.act(app::act::CancelQuestion{});
        CHECK(plan_count(app.state()) == 1);
        CHECK(app.state().session.last_plans.size() == 1);
    }
}

TEST_CASE("Nothing is offered of the same work, of another file, or of what is in a file") {
    CHECK(Opened(std::string(sample_bytes(kSlug))).offer() == nullptr);
    CHECK(Opened(changed_bytes(), "other.vekha.json").offer() == nullptr);
    CHECK(Opened(changed_bytes(), "plan.vekha.json", false).offer() == nullptr);
    CHECK(Opened("{").offer() == nullptr);
    CHECK(Opened(std::string(sample_bytes("stavropol-2021"))).offer() == nullptr);
}

TEST_CASE("Whoever takes a plan over is offered what the other tab did, as it is kept by now") {
    TestApp app;
    app.open_file("plan.vekha.json", sample_bytes(kSlug), 3);
    app.tell(app::PlanHeld{app.plan().opening, false});
    (void)app.settle();
    const std::size_t looks = app.memory.drafts.asked_without.size();
    app.tell(app::PlanHeld{app.plan().opening, true});
    (void)app.settle();
    REQUIRE(app.memory.drafts.asked_without.size() == looks + 1);
    app::DraftsLoaded loaded;
    loaded.drafts.push_back({.place = 9,
                             .name = "plan.vekha.json",
                             .title = "the plan",
                             .bytes = changed_bytes(),
                             .saved_at = "15:00",
                             .only_copy = true});
    app.tell(app::Event(std::move(loaded)));
    CHECK(std::holds_alternative<app::DraftOffer>(app.state().session.question));
}

TEST_CASE("A kept draft is erased only when that was asked and answered") {
    Opened app(changed_bytes());
    app.act(app::act::CancelQuestion{});
    app.act(app::act::AskErase{0});
    REQUIRE(std::holds_alternative<app::EraseQuestion>(app.state().session.question));
    app.act(app::act::CancelQuestion{});
    app.act(app::act::Erase{});
    CHECK(app.memory.drafts.erased.empty());
    app.act(app::act::AskErase{0});
    app.act(app::act::Erase{});
    CHECK(app.memory.drafts.erased == std::vector<std::uint64_t>{7});
    CHECK(app.state().session.last_plans.empty());
}

TEST_CASE("Erasing everything takes drafts and settings, and the open plan says it is not saved") {
    Opened app(changed_bytes());
    app.act(app::act::CancelQuestion{});
    app.act(app::act::SetProgress{MeasureId{app.plain_measure()}, {.note = "work"}});
    app.frame(0.3);
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::None});
    REQUIRE(app.plan().standing() == app::SaveStanding::Draft);
    app.memory.settings.set("theme", "dark");
    app.act(command_action(app.state(), app::Command::EraseAll));
    app.act(app::act::Erase{});
    CHECK(app.memory.drafts.erased == std::vector<std::uint64_t>{0});
    CHECK(app.memory.settings.get("theme").empty());
    CHECK(app.plan().standing() == app::SaveStanding::NotSaved);
    CHECK(app.plan().has_unsaved_work());
}

} // namespace
} // namespace vekha::draft_offer_test
