// Rows copied, cut and pasted: inside a plan, between plans and pages, and what comes from
// elsewhere.
#include "app/actions.hpp"
#include "app/clip_table.hpp"
#include "app/ports/events.hpp"
#include "app/state.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/model/document.hpp"
#include "core/model/find_by_id.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/status/plan_status.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/test_app.hpp"

#include <doctest/doctest.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha::clipboard_test {
namespace {

using app::act::PickBy;
using test::PlanFacts;
using test::TestApp;

struct Clip : TestApp {
    Clip() {
        open_sample();
        first = plan().document.measures[8].id;
        second = plan().document.measures[9].id;
        act(app::act::Pick{{.measure = first}});
        act(app::act::Pick{{.measure = second}, PickBy::Toggle});
    }
    // As the browser's event: true when the rows were given.
    bool copy(bool cuts = false) {
        const bool given = dispatcher.handle(app::CopyAsked{cuts});
        if (given) {
            tell(app::RowsGiven{true});
        }
        return given;
    }
    void paste() { tell(app::RowsPasted{memory.clipboard.rows}); }
    void select_only(std::size_t index) {
        act(app::act::Pick{{.measure = plan().document.measures[index].id}});
    }
    [[nodiscard]] std::size_t place(const MeasureId& id) const {
        return find_by_id(plan().document.measures, id);
    }
    MeasureId first;
    MeasureId second;
};

} // namespace

TEST_CASE(
    "what is copied are the rows as a file, as a table and as text, and the plan is as it was") {
    Clip app;
    const PlanFacts before = app.facts();
    CHECK(app.copy());
    CHECK(app.facts() == before);
    CHECK(app.message() == "Скопировано мероприятий: 2, без хода выполнения");
    const auto read = read_roadmap(app.memory.clipboard.rows);
    REQUIRE(read.ok());
    CHECK(read.value().document.measures.size() == 2);
    CHECK(read.value().document.measures[0].title == before.document.measures[8].title);
    CHECK(app.memory.clipboard.text.starts_with(
        "№\tМероприятие\tОтветственный\tСрок\tСостояние\r\n"));
    CHECK(app.memory.clipboard.html.find("<th") != std::string::npos);
    CHECK_FALSE(app.memory.clipboard.was_asked);
}

TEST_CASE("copies stand behind the selected row with ids of their own, in one step") {
    Clip app;
    app.copy();
    app.select_only(5);
    const PlanFacts before = app.facts();
    app.paste();
    CHECK(app.message() == "Вставлено мероприятий: 2");
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    const Document& after = app.plan().document;
    CHECK(after.measures.size() == before.document.measures.size() + 2);
    CHECK(after.measures[6].title == before.document.measures[8].title);
    CHECK(after.measures[6].section == before.document.measures[5].section);
    CHECK(after.measures[6].id != app.first);
    CHECK(app.state().session.picked.count() == 2);
    CHECK(app.state().session.picked.has(6));
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == before.document);
}

TEST_CASE(
    "cut and pasted in one plan rows move, with their ids and reports; again they are copies") {
    Clip app;
    app.press("3");
    const PlanFacts before = app.facts();
    CHECK(app.copy(true));
    CHECK(app.plan().document.measures.size() == before.document.measures.size() - 2);
    CHECK(app.facts().undo_depth == before.undo_depth + 1);
    CHECK(app.message().starts_with("Вырезано мероприятий: 2"));
    app.select_only(4);
    app.paste();
    CHECK(app.plan().document.measures.size() == before.document.measures.size());
    CHECK(app.place(app.first) == 5);
    CHECK(app.measure(app.first.text).report.state == StoredState::Done);
    CHECK(app.message() == "Перенесено мероприятий: 2");
    app.paste();
    CHECK(app.plan().document.measures.size() == before.document.measures.size() + 2);
    CHECK(app.plan().document.measures[7].report == ProgressReport{});
    app.press({.key = "z", .ctrl = true});
    app.press({.key = "z", .ctrl = true});
    app.press({.key = "z", .ctrl = true});
    CHECK(app.plan().document == before.document);
}

TEST_CASE("a paste that was undone brings the reports again") {
    Clip app;
    app.press("3");
    CHECK(app.copy(true));
    app.open_sample("sevastopol-2021");
    app.select_only(0);
    app.paste();
    CHECK(app.plan().document.measures[1].report.state == StoredState::Done);
    app.press({.key = "z", .ctrl = true});
    app.select_only(4);
    app.paste();
    CHECK(app.plan().document.measures[5].report.state == StoredState::Done);
    app.paste();
    CHECK(app.plan().document.measures[7].report == ProgressReport{});
}

TEST_CASE("a cut that the clipboard did not take takes nothing out") {
    Clip app;
    const PlanFacts before = app.facts();
    app.act(app::act::CopyRows{true});
    CHECK(app.memory.clipboard.was_asked);
    CHECK(app.facts() == before);
    app.tell(app::RowsGiven{false});
    CHECK(app.facts() == before);
    CHECK(app.message().find("Ctrl+C") != std::string::npos);
}

TEST_CASE(
    "another plan and another page get the rows, the first time with what was reported of them") {
    Clip app;
    app.press("3");
    app.copy(true);
    TestApp other;
    other.open_sample("stavropol-2021");
    const std::size_t before = other.plan().document.measures.size();
    other.tell(app::RowsPasted{app.memory.clipboard.rows});
    REQUIRE(other.plan().document.measures.size() == before + 2);
    CHECK(other.plan().document.measures[before].report.state == StoredState::Done);
    other.tell(app::RowsPasted{app.memory.clipboard.rows});
    CHECK(other.plan().document.measures[before].report.state == StoredState::Done);
    REQUIRE(other.plan().document.measures.size() == before + 4);
    std::size_t done = 0;
    for (std::size_t i = before; i < before + 4; ++i) {
        done += other.plan().document.measures[i].report.state == StoredState::Done ? 1U : 0U;
    }
    CHECK(done == 2);
}

TEST_CASE("what is no rows of ours changes nothing and says why") {
    Clip app;
    const PlanFacts before = app.facts();
    const std::array<std::string_view, 7> hostile{
        "",
        "{",
        "[]",
        R"({"format":"vekha.roadmap"})",
        R"({"format":"other","version":0,"minReader":0})",
        R"({"format":"vekha.roadmap","version":0,"minReader":0,"plan":{"id":"p","title":"t","language":"ru","level":"region"},"sections":[],"parties":[],"measures":[]})",
        R"({"format":"vekha.roadmap","version":9,"minReader":0,"plan":{"id":"p","title":"t","language":"ru","level":"region"},"sections":[],"parties":[],"measures":[{"id":"a","title":"t","period":{"text":"","kind":"unscheduled","spans":[]},"state":"done"}]})"};
    for (const std::string_view rows : hostile) {
        CAPTURE(rows);
        app.act(app::act::CloseMessage{});
        app.tell(app::RowsPasted{std::string(rows)});
        CHECK(app.facts() == before);
        CHECK_FALSE(app.message().empty());
    }
    app.act(app::act::CloseMessage{});
    app.tell(app::PasteRefused{});
    CHECK(app.message().find("Ctrl+V") != std::string::npos);
}

TEST_CASE("there is nothing to copy without a measure, nor while something is asked") {
    TestApp app;
    CHECK_FALSE(app.dispatcher.handle(app::CopyAsked{}));
    app.open_sample();
    CHECK_FALSE(app.dispatcher.handle(app::CopyAsked{}));
    CHECK_FALSE(app.message().empty());
    app.act(app::act::Select{{.measure = app.plan().document.measures[1].id}});
    app.act(app::act::ShowHelp{});
    CHECK_FALSE(app.dispatcher.handle(app::CopyAsked{}));
    app.tell(app::RowsPasted{"{}"});
    CHECK(app.memory.clipboard.times_given == 0);
}

TEST_CASE("the keys of the clipboard are left to the browser") {
    Clip app;
    for (const std::string_view key : {"c", "x", "v"}) {
        CHECK_FALSE(app.press({.key = std::string(key), .ctrl = true}));
    }
    CHECK(app.memory.clipboard.times_given == 0);
}

TEST_CASE("cells of the table hold whatever a plan says") {
    Document document = test::PlanBuilder()
                            .party("p1")
                            .add(test::MeasureBuilder("a")
                                     .title("Две\nстроки & <b>\"x\"</b>\tтаб")
                                     .responsible({"p1"})
                                     .deadline("2021-05-15"))
                            .build();
    Measure measure = document.measures[0];
    measure.number = "1.10";
    document.measures = document.measures.with(0, measure);
    const PlanStatus status = compute_plan_status(document, test::day("2021-04-01"));
    const std::vector<std::uint32_t> all{0};
    const app::ClipTable table =
        app::make_clip_table(test::delivered_texts(), document, status, all);
    CHECK(table.text.find("1.10\t\"Две\nстроки & <b>\"\"x\"\"</b> таб\"\t") != std::string::npos);
    CHECK(table.html.find("Две<br style=\"mso-data-placement:same-cell\">строки &amp; "
                          "&lt;b&gt;\"x\"&lt;/b&gt;") != std::string::npos);
    CHECK(table.html.find("mso-number-format:'\\@'\">1.10</td>") != std::string::npos);
}

} // namespace vekha::clipboard_test
