// A file that is opened again: while it is as its open plan knows it, that plan is shown; otherwise
// both stand side by side.
#include "app/actions.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/edit/edits.hpp"
#include "core/model/ids.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <cstdint>
#include <string>

namespace vekha::same_file_test {
namespace {

using test::sample_bytes;
using test::TestApp;

constexpr const char* kName = "plan.vekha.json";

struct Worked : TestApp {
    Worked() {
        open_file(kName, sample_bytes("dubovskoe-2021"), 3);
        opening = plan().opening;
        act(app::act::SetProgress{MeasureId{plain_measure()}, {.note = "работа"}});
        worked = plan().revision;
    }
    std::uint64_t opening = 0;
    std::uint64_t worked = 0;
};

TEST_CASE("A file that is open and was not changed shows its plan with the work in it") {
    Worked app;
    app.open_sample("sevastopol-2021");
    app.open_file(kName, sample_bytes("dubovskoe-2021"), 7);
    CHECK(plan_count(app.state()) == 2);
    CHECK(app.plan().opening == app.opening);
    CHECK(app.plan().revision == app.worked);
    CHECK(app.message().find(kName) != std::string::npos);
    CHECK(app.plan().handle_token == 7); // the browser lets write where it was opened last
    app.open_file(kName, sample_bytes("dubovskoe-2021"));
    CHECK(app.plan().handle_token == 7);
}

TEST_CASE("After a save the file is known as it was saved") {
    Worked app;
    app.act(app::act::Save{});
    const std::string saved = app.memory.files.saves.back().bytes;
    app.finish_save(app::SaveOutcome::WrittenToFile, kName, 3);
    app.open_file(kName, saved, 3);
    CHECK(plan_count(app.state()) == 1);
    app.open_file(kName, sample_bytes("dubovskoe-2021"), 3);
    CHECK(plan_count(app.state()) == 2);
}

TEST_CASE("A file of another name or with other content opens beside") {
    Worked app;
    app.open_file("other.vekha.json", sample_bytes("dubovskoe-2021"), 4);
    CHECK(plan_count(app.state()) == 2);
    app.open_file(kName, sample_bytes("stavropol-2021"), 5);
    CHECK(plan_count(app.state()) == 3);
}

} // namespace
} // namespace vekha::same_file_test
