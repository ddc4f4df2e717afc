// Warnings about what lasts, beside the messages about what was done last.
#include "app/actions.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace vekha::messages_test {
namespace {

using test::TestApp;

constexpr double kLongEnough = 10.0; // for every message that goes by itself

constexpr std::string_view kNewerPlan =
    R"({"format": "vekha.roadmap", "version": 1, "minReader": 0,
"plan": {"id": "p", "title": "A plan", "from": "2021-01-01", "to": "2021-12-31"}})";

// The app with a plan open and drafts that fail.
struct WithoutDrafts : TestApp {
    WithoutDrafts() {
        open_sample();
        tell(app::DraftStored{plan().revision, app::DraftFault::StoreMissing});
    }
    [[nodiscard]] std::string words(app::TextKey key) const { return std::string(texts.get(key)); }
};

TEST_CASE("A warning about what lasts stays while work goes on") {
    WithoutDrafts app;
    CHECK(app.message() == app.words("draft.missing"_key));
    app.frame(kLongEnough);
    app.act(app::act::FoldAll{});
    CHECK(app.message() == app.words("draft.missing"_key));
}

TEST_CASE("A message about what was done stands before it for its time only") {
    WithoutDrafts app;
    app.act(app::act::Save{});
    app.finish_save(app::SaveOutcome::WrittenToFile);
    CHECK(app.message() != app.words("draft.missing"_key));
    app.frame(kLongEnough);
    CHECK(app.message() == app.words("draft.missing"_key));
}

TEST_CASE("It goes when it is closed, and is not told again while it lasts") {
    WithoutDrafts app;
    const std::size_t told = app.memory.twin.announcements.size();
    SUBCASE("by its button") {
        app.act(app::act::CloseMessage{});
    }
    SUBCASE("by Escape") {
        CHECK(app.press("Escape"));
    }
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::StoreMissing});
    app.frame(kLongEnough);
    CHECK(app.message().empty());
    CHECK(app.memory.twin.announcements.size() == told);
}

TEST_CASE("It goes when what it tells of has ended, and comes again when that comes again") {
    WithoutDrafts app;
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::None});
    CHECK(app.message().empty());
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::WriteFailed});
    CHECK(app.message() == app.words("draft.failing"_key));
    app.tell(app::DraftStored{app.plan().revision, app::DraftFault::StoreMissing});
    CHECK(app.message() == app.words("draft.missing"_key));
}

TEST_CASE("Each plan that opens read only says so, until another one is open") {
    TestApp app;
    app.open_file("newer.vekha.json", kNewerPlan);
    const std::string words(app.texts.get("open.readOnly"_key));
    app.frame(kLongEnough);
    app.act(app::act::FoldAll{});
    CHECK(app.message() == words);
    app.act(app::act::CloseMessage{});
    CHECK(app.message().empty());
    app.open_file("newer.vekha.json", kNewerPlan);
    CHECK(app.message() == words);
    app.open_sample();
    CHECK(app.message().empty());
}

} // namespace
} // namespace vekha::messages_test
