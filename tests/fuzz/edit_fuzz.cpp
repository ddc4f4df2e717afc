// libFuzzer: the first bytes choose a plan made by chance, the others which edits are done to it,
// with what, and where some are undone and done again on the way. At the end the plan must come
// back from its file, and the history must lead to its start and to its end. Built only with
// VEKHA_FUZZ (README.md of this folder).
#include "core/base/result.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/codec/roadmap_writer.hpp"
#include "core/codec/text_layout.hpp"
#include "core/edit/history.hpp"
#include "core/edit/new_ids.hpp"
#include "core/edit/unique_ids.hpp"
#include "core/model/document.hpp"
#include "tests/fuzz/require.hpp"
#include "tests/support/full_plan.hpp"
#include "tests/support/random_edits.hpp"
#include "tests/support/random_plan.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using vekha::Document;
using vekha::fuzz::require;
using vekha::test::Chance;

constexpr std::size_t kLongestId = 200;
constexpr std::size_t kMostSteps = 24; // so that the oldest one is never dropped from the history

std::string text_of(const Document& document) {
    return write_roadmap(document, vekha::TextLayout::Compact);
}

// A plan, the states that undo and redo lead through, and its history.
class Editing {
public:
    explicit Editing(Document start) : m_states{std::move(start)} {}

    [[nodiscard]] const Document& now() const { return m_states[m_at]; }
    [[nodiscard]] const Document& end() const { return m_states.back(); }

    void change(Document after) {
        vekha::HistoryEntry entry;
        entry.before = now();
        entry.after = after;
        m_history.push(std::move(entry), 0.0);
        m_states.resize(m_at + 1);
        m_states.push_back(std::move(after));
        ++m_at;
    }
    bool undo() {
        const vekha::HistoryEntry* entry = m_history.undo();
        require((entry != nullptr) == (m_at > 0), "each step can be undone, and no other");
        if (entry == nullptr) {
            return false;
        }
        --m_at;
        require(entry->before == now(), "undo leads to the state before");
        return true;
    }
    bool redo() {
        const vekha::HistoryEntry* entry = m_history.redo();
        require((entry != nullptr) == (m_at + 1 < m_states.size()),
                "each undone step can be done again, and no other");
        if (entry == nullptr) {
            return false;
        }
        ++m_at;
        require(entry->after == now(), "redo leads to the state after");
        return true;
    }

private:
    std::vector<Document> m_states;
    std::size_t m_at = 0;
    vekha::History m_history;
};

void do_step(Editing& editing, Chance& chance, vekha::NewIds& ids) {
    constexpr std::uint32_t kUndo = 0;
    constexpr std::uint32_t kRedo = 1;
    const std::span<const vekha::test::RandomEdit> edits = vekha::test::random_edits();
    const std::uint32_t choice = chance.below(static_cast<std::uint32_t>(edits.size()) + 2);
    if (choice == kUndo) {
        editing.undo();
    } else if (choice == kRedo) {
        editing.redo();
    } else {
        auto result = edits[choice - 2].make(editing.now(), chance, ids);
        if (result) {
            editing.change(std::move(result).value());
        }
    }
}

void check_file(const Document& document, const std::string& text) {
    const auto read = vekha::read_roadmap(text);
    require(read.ok(), "the edited plan opens from its file without an error");
    require(read.value().document == document, "the edited plan reads as it was");
    const Document unique = with_unique_ids(document, kLongestId);
    require(unique.measures.shares_items_with(document.measures) &&
                unique.sections.shares_items_with(document.sections),
            "no edit gives one id twice");
}

// States share lists, and a list that is changed in its place would change in all of them: so the
// two ends are compared as texts of their time.
void check_history(Editing& editing, const std::string& start, const std::string& end) {
    while (editing.undo()) {
    }
    require(text_of(editing.now()) == start, "undoing all gives the start");
    while (editing.redo()) {
    }
    require(text_of(editing.now()) == end, "redoing all gives the end");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): the name that libFuzzer calls
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::size_t kHead = 2;
    if (size < kHead) {
        return 0;
    }
    const std::uint32_t seed = data[0];
    const std::size_t measures = data[1] / 2U % 8U;
    Chance for_plan(seed);
    Editing editing(data[1] % 2U == 0 ? vekha::test::random_full_plan(for_plan, measures)
                                      : vekha::test::random_plan(for_plan, measures));
    const std::string start = text_of(editing.now());
    Chance chance(std::span(data, size).subspan(kHead), seed);
    vekha::NewIds ids(seed);
    for (std::size_t step = 0; step < kMostSteps && chance.has_bytes(); ++step) {
        do_step(editing, chance, ids);
    }
    while (editing.redo()) {
    }
    const std::string end = text_of(editing.end());
    check_file(editing.end(), end);
    check_history(editing, start, end);
    return 0;
}
