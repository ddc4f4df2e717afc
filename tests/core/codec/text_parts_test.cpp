#include "core/codec/text_parts.hpp"

#include "core/base/result.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/random_edits.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>

namespace vekha::test::text_parts_test {
namespace {

constexpr std::uint32_t kSeed = 20261127;
constexpr std::size_t kNoLimit = std::size_t{1} << 30U;

// Whoever keeps the parts: what the order no longer names may be dropped, so it drops it.
struct Keeper {
    TextParts parts;
    std::map<std::uint32_t, std::string> kept;
    std::size_t fresh_bytes = 0; // of the last update
    std::size_t steps = 0;

    bool step(const Document& document, TextLayout layout, std::size_t most_bytes) {
        const TextParts::Step step = parts.update(document, layout, most_bytes);
        ++steps;
        for (const TextParts::Part& part : step.fresh) {
            REQUIRE_MESSAGE(kept.emplace(part.number, part.text).second, "a number is used again");
            fresh_bytes += part.text.size();
        }
        return step.is_whole;
    }
    std::string update(const Document& document, TextLayout layout = TextLayout::Indented,
                       std::size_t most_bytes = kNoLimit) {
        fresh_bytes = 0;
        steps = 0;
        while (!step(document, layout, most_bytes)) {
        }
        return text();
    }
    std::string text() {
        std::string text;
        std::map<std::uint32_t, std::string> still;
        for (const std::uint32_t number : parts.order()) {
            REQUIRE_MESSAGE(kept.contains(number), "a part was never given");
            text += kept.at(number);
            still.emplace(number, kept.at(number));
        }
        kept = std::move(still);
        return text;
    }
};

Document with_note(const Document& document, std::size_t index, const std::string& note) {
    Measure measure = document.measures[index];
    measure.report.note = note;
    Document changed = document;
    changed.measures = document.measures.with(index, std::move(measure));
    return changed;
}

} // namespace

TEST_CASE("the parts of a text are the text") {
    Chance chance(kSeed);
    for (const std::size_t measures : {0U, 1U, 64U, 65U, 300U}) {
        const Document document = random_full_plan(chance, measures);
        for (const TextLayout layout : {TextLayout::Indented, TextLayout::Compact}) {
            CAPTURE(measures);
            Keeper keeper;
            CHECK(keeper.update(document, layout) == write_roadmap(document, layout));
            CHECK(keeper.update(document, layout) == write_roadmap(document, layout));
            CHECK(keeper.fresh_bytes == 0);
        }
    }
    Keeper keeper;
    CHECK(keeper.update(Document()) == write_roadmap(Document()));
}

TEST_CASE("after a change of one measure only its part is new") {
    Chance chance(kSeed);
    Document document = random_full_plan(chance, 1000);
    Keeper keeper;
    const std::size_t whole = keeper.update(document).size();
    CHECK(keeper.fresh_bytes == whole);
    for (const std::size_t index : {0U, 500U, 999U}) {
        CAPTURE(index);
        document = with_note(document, index, "иначе " + std::to_string(index));
        CHECK(keeper.update(document) == write_roadmap(document));
        CHECK(keeper.fresh_bytes > 0);
        CHECK(keeper.fresh_bytes * 8 < whole);
    }
}

TEST_CASE("the first items of a list have no comma before them, wherever they stood before") {
    Chance chance(kSeed);
    Document document = random_full_plan(chance, 200);
    Keeper keeper;
    CHECK(keeper.update(document) == write_roadmap(document));
    std::size_t place = 0;
    document.measures =
        document.measures.filtered([&place](const Measure& /*measure*/) { return place++ >= 64; });
    REQUIRE(document.measures.size() == 136);
    CHECK(keeper.update(document) == write_roadmap(document));
    document.measures = {};
    CHECK(keeper.update(document) == write_roadmap(document));
}

TEST_CASE("another layout has other parts") {
    Chance chance(kSeed);
    const Document document = random_full_plan(chance, 100);
    Keeper keeper;
    for (const TextLayout layout :
         {TextLayout::Indented, TextLayout::Compact, TextLayout::Indented}) {
        CHECK(keeper.update(document, layout) == write_roadmap(document, layout));
    }
}

TEST_CASE("what was lost is written anew, with other numbers") {
    Chance chance(kSeed);
    const Document document = random_full_plan(chance, 100);
    Keeper keeper;
    CHECK(keeper.update(document) == write_roadmap(document));
    keeper.kept.clear();
    keeper.parts.forget();
    CHECK(keeper.update(document) == write_roadmap(document));
}

TEST_CASE("a large text comes in steps, and the plan may change between them") {
    Chance chance(kSeed);
    Document document = random_full_plan(chance, 2000);
    constexpr std::size_t kMostBytes = 100'000;
    Keeper keeper;
    CHECK(keeper.update(document, TextLayout::Compact, kMostBytes) ==
          write_roadmap(document, TextLayout::Compact));
    CHECK(keeper.steps >= 5);

    Keeper other;
    std::size_t steps = 0;
    std::size_t longest = 0;
    for (bool whole = false; !whole; ++steps) {
        REQUIRE(steps < 1000);
        if (steps < 20) {
            document = with_note(document, chance.below(2000), std::to_string(steps));
        }
        other.fresh_bytes = 0;
        whole = other.step(document, TextLayout::Compact, kMostBytes);
        longest = std::max(longest, other.fresh_bytes);
    }
    CHECK(steps >= 5);
    CHECK(longest < 2 * kMostBytes);
    CHECK(other.text() == write_roadmap(document, TextLayout::Compact));
}

TEST_CASE("every edit leaves the parts of the new text") {
    constexpr int kRounds = 30;
    constexpr int kEdits = 60;
    Chance chance(kSeed);
    std::size_t made = 0;
    for (int round = 0; round < kRounds; ++round) {
        Document document = random_full_plan(chance, 1 + chance.below(200));
        NewIds ids(chance.below(1'000'000));
        Keeper keeper;
        Document before = document;
        for (int edit = 0; edit < kEdits; ++edit) {
            const std::span<const RandomEdit> edits = random_edits();
            const RandomEdit& random =
                edits[chance.below(static_cast<std::uint32_t>(edits.size()))];
            Result<Document, EditProblem> result = random.make(document, chance, ids);
            if (!result) {
                continue;
            }
            before = std::exchange(document, std::move(result).value());
            if (chance.percent(10)) {
                document = before; // undone
            }
            ++made;
            CAPTURE(random.name);
            const std::size_t most = chance.percent(50) ? kNoLimit : 1 + chance.below(20'000);
            if (chance.percent(30)) {
                (void)keeper.step(document, TextLayout::Indented, most);
            } else {
                REQUIRE(keeper.update(document, TextLayout::Indented, most) ==
                        write_roadmap(document));
            }
        }
    }
    MESSAGE("seed " << kSeed << ", " << made << " edits");
    CHECK(made > 1000);
}

} // namespace vekha::test::text_parts_test
