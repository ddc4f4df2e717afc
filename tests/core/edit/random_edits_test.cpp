// Any edits in any order: what holds for all of them.
#include "tests/support/random_edits.hpp"

#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/history.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/unique_ids.hpp"
#include "core/model/document.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/random_json.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace vekha::random_edits_test {
namespace {

using test::Chance;
using test::random_edits;
using test::RandomEdit;

constexpr std::size_t kLongestId = 200;

struct EditCount {
    std::size_t taken = 0;
    std::size_t refused = 0;
    std::size_t changed = 0;
};

bool reads_back(const Document& document) {
    const auto read = read_roadmap(write_roadmap(document, TextLayout::Compact));
    return read.ok() && read.value().document == document;
}

bool has_unique_ids(const Document& document) {
    const Document unique = with_unique_ids(document, kLongestId);
    return unique.measures.shares_items_with(document.measures) &&
           unique.sections.shares_items_with(document.sections);
}

// A plan, all states it has been in, and its history.
struct Editing {
    std::vector<Document> states;
    History history;

    void push(Document after) {
        HistoryEntry entry;
        entry.before = states.back();
        entry.after = after;
        history.push(std::move(entry), 0.0);
        states.push_back(std::move(after));
    }
    void undo_all() {
        for (std::size_t i = states.size() - 1; i-- > 0;) {
            const HistoryEntry* entry = history.undo();
            REQUIRE(entry != nullptr);
            REQUIRE(entry->before == states[i]);
        }
        CHECK(history.undo() == nullptr);
    }
    void redo_all() {
        for (std::size_t i = 1; i < states.size(); ++i) {
            const HistoryEntry* entry = history.redo();
            REQUIRE(entry != nullptr);
            REQUIRE(entry->after == states[i]);
        }
        CHECK(history.redo() == nullptr);
    }
};

TEST_CASE("Any edits in any order can be undone and redone, and every plan on the way reads back") {
    const std::uint32_t seeds = test::long_run() ? 400 : 25;
    constexpr std::size_t kSteps = 150;
    const std::span<const RandomEdit> edits = random_edits();
    std::vector<EditCount> counts(edits.size());
    for (std::uint32_t seed = 1; seed <= seeds; ++seed) {
        Chance chance(seed);
        NewIds ids(seed);
        Editing editing{.states = {test::random_full_plan(chance, 5 + chance.below(20))},
                        .history = {}};
        REQUIRE_MESSAGE(reads_back(editing.states[0]), "seed ", seed);
        for (std::size_t step = 0; step < kSteps; ++step) {
            const std::size_t which = chance.below(static_cast<std::uint32_t>(edits.size()));
            const Document before = editing.states.back();
            Result<Document, EditProblem> result = edits[which].make(before, chance, ids);
            CHECK(before == editing.states.back());
            if (!result) {
                ++counts[which].refused;
                continue;
            }
            Document after = std::move(result).value();
            ++counts[which].taken;
            counts[which].changed += after == before ? 0U : 1U;
            const std::string name(edits[which].name);
            REQUIRE_MESSAGE(reads_back(after), "seed ", seed, ", step ", step, ": ", name);
            REQUIRE_MESSAGE(has_unique_ids(after), "seed ", seed, ", step ", step, ": ", name);
            editing.push(std::move(after));
        }
        editing.undo_all();
        editing.redo_all();
    }
    std::string table;
    for (std::size_t i = 0; i < edits.size(); ++i) {
        table += "\n  " + std::string(edits[i].name) + ": " + std::to_string(counts[i].taken) +
                 " taken, " + std::to_string(counts[i].changed) + " of them changed something, " +
                 std::to_string(counts[i].refused) + " refused";
        CHECK_MESSAGE(counts[i].changed > 0, edits[i].name);
    }
    MESSAGE("seeds 1 to ", seeds, ", ", kSteps, " edits each", table);
}

} // namespace
} // namespace vekha::random_edits_test
