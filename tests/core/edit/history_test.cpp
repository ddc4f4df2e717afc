#include "core/edit/history.hpp"

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "tests/support/plan_builder.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::history_test {
namespace {

using test::Chance;
using test::day;
using test::MeasureBuilder;
using test::PlanBuilder;

// A plan, its history, and the edits of a person who types at given times.
struct Editing {
    Document document;
    History history;
    std::uint64_t revision = 1;
    std::uint64_t last_revision = 1;

    bool set(std::string_view measure, const ProgressChange& change, double now_seconds,
             std::string merge_key = {}) {
        Result<Document, EditProblem> result =
            set_progress(document, MeasureId{std::string(measure)}, change, day("2021-04-29"));
        if (!result) {
            return false;
        }
        HistoryEntry entry;
        entry.before = document;
        entry.after = result.value();
        entry.revision_before = revision;
        entry.revision_after = ++last_revision;
        entry.label_key = "edit.note";
        entry.merge_key = std::move(merge_key);
        entry.selection = MeasureId{std::string(measure)};
        document = std::move(result).value();
        revision = last_revision;
        history.push(std::move(entry), now_seconds);
        return true;
    }
    bool undo() {
        const HistoryEntry* entry = history.undo();
        if (entry != nullptr) {
            document = entry->before;
            revision = entry->revision_before;
        }
        return entry != nullptr;
    }
    bool redo() {
        const HistoryEntry* entry = history.redo();
        if (entry != nullptr) {
            document = entry->after;
            revision = entry->revision_after;
        }
        return entry != nullptr;
    }
};

Document two_measures() {
    return PlanBuilder().add(MeasureBuilder("a")).add(MeasureBuilder("b")).build();
}

TEST_CASE("A new history can neither undo nor redo") {
    History history;
    CHECK(history.undo() == nullptr);
    CHECK(history.redo() == nullptr);
    CHECK(history.next_undo() == nullptr);
    CHECK(history.next_redo() == nullptr);
    CHECK(history.approximate_bytes() == 0);
}

TEST_CASE("Undo brings back document and revision, redo the later ones") {
    Editing editing{.document = two_measures()};
    const Document start = editing.document;
    editing.set("a", {.percent = 10}, 0.0);
    const Document end = editing.document;
    CHECK(editing.undo());
    CHECK(editing.document == start);
    CHECK(editing.revision == 1);
    CHECK(editing.redo());
    CHECK(editing.document == end);
    CHECK(editing.revision == 2);
}

TEST_CASE("The next entries are told without taking them") {
    Editing editing{.document = two_measures()};
    editing.set("a", {.percent = 10}, 0.0);
    REQUIRE(editing.history.next_undo() != nullptr);
    CHECK(editing.history.next_undo()->selection == MeasureId{"a"});
    CHECK(editing.history.next_redo() == nullptr);
    editing.undo();
    CHECK(editing.history.next_undo() == nullptr);
    REQUIRE(editing.history.next_redo() != nullptr);
    CHECK(editing.history.next_redo()->label_key == "edit.note");
}

TEST_CASE("A new entry drops what could be redone") {
    Editing editing{.document = two_measures()};
    editing.set("a", {.percent = 10}, 0.0);
    editing.undo();
    editing.set("b", {.percent = 20}, 5.0);
    CHECK(editing.history.redo_depth() == 0);
    CHECK(editing.history.undo_depth() == 1);
}

TEST_CASE("Typing joins within a second of the last join, by merge key") {
    Editing editing{.document = two_measures()};
    const Document start = editing.document;
    editing.set("a", {.percent = 1}, 0.0, "percent/a");
    editing.set("a", {.percent = 2}, 0.9, "percent/a");
    editing.set("a", {.percent = 3}, 1.8, "percent/a");
    CHECK(editing.history.undo_depth() == 1);
    SUBCASE("undo goes back to before the typing") {
        editing.undo();
        CHECK(editing.document == start);
        CHECK(editing.revision == 1);
    }
    SUBCASE("redo brings the last that was typed") {
        editing.undo();
        editing.redo();
        CHECK(editing.document.measures[0].report.percent == 3);
        CHECK(editing.revision == editing.last_revision);
    }
    SUBCASE("a later change starts an entry of its own") {
        editing.set("a", {.percent = 4}, 2.9, "percent/a");
        CHECK(editing.history.undo_depth() == 2);
    }
    SUBCASE("another key starts an entry of its own") {
        editing.set("b", {.percent = 4}, 1.9, "percent/b");
        CHECK(editing.history.undo_depth() == 2);
    }
    SUBCASE("an entry without a key starts an entry of its own") {
        editing.set("a", {.percent = 4}, 1.9);
        CHECK(editing.history.undo_depth() == 2);
    }
    SUBCASE("the end of joining is respected") {
        editing.history.end_joining();
        editing.set("a", {.percent = 4}, 1.9, "percent/a");
        CHECK(editing.history.undo_depth() == 2);
    }
    SUBCASE("nothing joins across an undo") {
        editing.undo();
        editing.redo();
        editing.set("a", {.percent = 4}, 1.9, "percent/a");
        CHECK(editing.history.undo_depth() == 2);
    }
}

TEST_CASE("Entries without a key never join") {
    Editing editing{.document = two_measures()};
    editing.set("a", {.percent = 1}, 0.0);
    editing.set("a", {.percent = 2}, 0.0);
    CHECK(editing.history.undo_depth() == 2);
}

TEST_CASE("Over the budget the oldest entries go, and the newest always stays") {
    const std::string long_note(4000, 'x');
    Editing editing{.document = two_measures(), .history = History(40000)};
    for (int i = 0; i < 50; ++i) {
        editing.set("a", {.note = long_note + std::to_string(i)}, i * 10.0);
        CHECK(editing.history.approximate_bytes() <= 40000);
    }
    CHECK(editing.history.undo_depth() > 1);
    CHECK(editing.history.undo_depth() < 12);
    const std::string huge(9000, 'y');
    Editing tight{.document = two_measures(), .history = History(100)};
    tight.set("a", {.note = huge}, 0.0);
    CHECK(tight.history.undo_depth() == 1);
    CHECK(tight.undo());
}

TEST_CASE("An entry of a large plan costs what changed, not the plan") {
    PlanBuilder builder;
    for (int i = 0; i < 5000; ++i) {
        builder.add(MeasureBuilder("m" + std::to_string(i)).title(std::string(200, 'x')));
    }
    Editing editing{.document = builder.build()};
    editing.set("m2500", {.percent = 10}, 0.0);
    CHECK(editing.history.approximate_bytes() < 20000);
    CHECK(approximate_growth(Document(), editing.document) > 5000 * sizeof(Measure));
}

TEST_CASE("A thousand edits of a plan of 100 000 measures can be undone within the budget") {
    constexpr int kMeasures = 100'000;
    constexpr std::uint32_t kSeed = 11;
    constexpr std::size_t kMostBytes = 64'000; // of one step: a thousandth of the budget
    PlanBuilder builder;
    for (int i = 0; i < kMeasures; ++i) {
        builder.add(MeasureBuilder("m" + std::to_string(i)));
    }
    Document document = builder.build();
    History history;
    Chance chance(kSeed);
    std::size_t most = 0;
    constexpr std::size_t kSteps = 1000;
    for (std::size_t step = 0; step < kSteps; ++step) {
        const auto size = static_cast<std::uint32_t>(document.measures.size());
        const std::size_t index = chance.percent(30) ? 0 : chance.below(size);
        HistoryEntry entry;
        entry.before = document;
        Measure measure = document.measures[index];
        measure.report.note = std::string(200, 'x');
        if (step % 100 == 99) {
            document.measures = document.measures.filtered(
                [&measure](const Measure& each) { return each.id != measure.id; });
        } else if (step % 2 == 0) {
            measure.id.text += "-" + std::to_string(step);
            document.measures = document.measures.with_inserted(index, std::move(measure));
        } else {
            document.measures = document.measures.with(index, std::move(measure));
        }
        entry.after = document;
        const std::size_t bytes = history.approximate_bytes();
        history.push(std::move(entry), 10.0 * static_cast<double>(step));
        most = std::max(most, history.approximate_bytes() - bytes);
    }
    MESSAGE("seed ", kSeed, ": ", kSteps, " steps ", history.approximate_bytes(),
            " bytes, the largest ", most);
    CHECK(history.undo_depth() == kSteps);
    CHECK(most < kMostBytes);
}

TEST_CASE("An approved edition counts with the title of every measure") {
    Document document = two_measures();
    const Document before = document;
    Baseline baseline;
    for (int i = 0; i < 1000; ++i) {
        BaselinePeriod period;
        period.title = std::string(100, 'x');
        baseline.periods.push_back(period);
    }
    document.baselines.push_back(baseline);
    CHECK(approximate_growth(before, document) > 1000 * (100 + sizeof(BaselinePeriod)));
}

ProgressChange random_change(Chance& chance) {
    ProgressChange change;
    if (chance.percent(60)) {
        change.state = static_cast<StoredState>(chance.below(6));
        if (needs_reason(*change.state)) {
            change.reason = "reason " + std::to_string(chance.below(5));
        }
    } else if (chance.percent(60)) {
        change.percent = static_cast<int>(chance.below(101));
    }
    if (chance.percent(40)) {
        change.note = "note " + std::to_string(chance.below(100));
    }
    return change;
}

TEST_CASE(
    "Random edits: undo of all gives the start, redo of all gives the end, each step the step") {
    constexpr std::uint32_t kSeeds = 40;
    constexpr int kEdits = 60;
    std::size_t edits = 0;
    std::size_t entries = 0;
    for (std::uint32_t seed = 1; seed <= kSeeds; ++seed) {
        CAPTURE(seed);
        Chance chance(seed);
        Editing editing{.document = test::random_plan(chance, 5 + chance.below(150))};
        const Document start = editing.document;
        std::vector<std::pair<std::uint64_t, Document>> states{{editing.revision, start}};
        double now = 0.0;
        std::size_t index = 0;
        for (int i = 0; i < kEdits; ++i) {
            if (chance.percent(40)) {
                index = chance.below(static_cast<std::uint32_t>(editing.document.measures.size()));
            }
            const std::string id = editing.document.measures[index].id.text;
            const std::string key = chance.percent(50) ? "note/" + id : std::string();
            now += chance.percent(60) ? 0.3 : 2.0;
            const std::size_t depth = editing.history.undo_depth();
            if (!editing.set(id, random_change(chance), now, key)) {
                continue;
            }
            ++edits;
            if (editing.history.undo_depth() == depth) {
                states.pop_back();
            }
            states.emplace_back(editing.revision, editing.document);
        }
        entries += states.size() - 1;
        REQUIRE(editing.history.undo_depth() == states.size() - 1);
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            REQUIRE(editing.undo());
            REQUIRE(editing.document == states[i].second);
            REQUIRE(editing.revision == states[i].first);
        }
        CHECK(editing.document == start);
        CHECK(editing.document.measures.shares_items_with(start.measures));
        CHECK_FALSE(editing.undo());
        for (std::size_t i = 1; i < states.size(); ++i) {
            REQUIRE(editing.redo());
            REQUIRE(editing.document == states[i].second);
            REQUIRE(editing.revision == states[i].first);
        }
        CHECK_FALSE(editing.redo());
    }
    MESSAGE("seeds 1 to ", kSeeds, ": ", edits, " edits in ", entries, " entries");
    CHECK(edits > kSeeds * kEdits / 2);
    CHECK(entries < edits - edits / 20);
}

} // namespace
} // namespace vekha::history_test
