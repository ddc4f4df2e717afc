// History: what can be undone and redone. An entry holds the document before and after the change,
// so that nothing has to know how to reverse itself; documents share what they have in common, so
// an entry costs what changed. Changes of the view are no entries and never clear what can be
// redone. Times are seconds of a monotonic clock and are passed in. Revisions are the caller's
// numbers for the documents: undo brings the old number back.
#pragma once

#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>

namespace vekha {

struct HistoryEntry {
    Document before;
    Document after;
    std::uint64_t revision_before = 0;
    std::uint64_t revision_after = 0;
    std::string_view label_key; // i18n key of what was done, of static storage
    std::string label_detail;   // to which part of it, in words; empty: to the whole
    std::string merge_key;      // entries with the same key join while a person types; empty: never
    MeasureId selection;        // what the change was about; undo and redo show it
    MeasureId selected_before;  // shown by undo where the change had added the other one
    std::string about;          // its name; empty: of no single measure
    std::size_t measures = 1;   // how many it was about, where these are several
};

class History {
public:
    static constexpr std::size_t kDefaultByteBudget = std::size_t{64} * 1024 * 1024;
    static constexpr double kJoinSeconds = 1.0;

    History() = default;
    explicit History(std::size_t byte_budget) : m_byte_budget(byte_budget) {}

    // Drops what could be redone, and the oldest entries when the budget is used up; one entry
    // always stays. Joins with the newest entry when both have the same merge key and it was made
    // or joined within kJoinSeconds.
    void push(HistoryEntry entry, double now_seconds);

    // The next typing starts an entry of its own, whatever the time.
    void end_joining() { m_join_until_seconds = kNever; }

    [[nodiscard]] bool can_undo() const { return m_done > 0; }
    [[nodiscard]] bool can_redo() const { return m_done < m_entries.size(); }
    // The entry whose `before` is now to be shown; nullptr when there is none. Valid until the next
    // push.
    const HistoryEntry* undo();
    // The entry whose `after` is now to be shown; nullptr when there is none.
    const HistoryEntry* redo();
    // What undo() and redo() would take next, for the words of a button; nullptr when there is
    // none.
    [[nodiscard]] const HistoryEntry* next_undo() const;
    [[nodiscard]] const HistoryEntry* next_redo() const;

    // All that are kept, the oldest first; the first undo_depth() of them are done.
    [[nodiscard]] std::size_t size() const { return m_entries.size(); }
    [[nodiscard]] const HistoryEntry& entry(std::size_t place) const {
        return m_entries[place].entry;
    }
    [[nodiscard]] std::size_t undo_depth() const { return m_done; }
    [[nodiscard]] std::size_t redo_depth() const { return m_entries.size() - m_done; }
    [[nodiscard]] std::size_t approximate_bytes() const { return m_bytes; }

private:
    struct Kept {
        HistoryEntry entry;
        std::size_t bytes = 0;
    };
    static constexpr double kNever = -1.0e300;

    bool join(HistoryEntry& entry, double now_seconds);
    void drop_redo();
    void keep_budget();

    std::deque<Kept> m_entries;
    std::size_t m_done = 0; // entries that are done; those behind them can be redone
    std::size_t m_bytes = 0;
    std::size_t m_byte_budget = kDefaultByteBudget;
    double m_join_until_seconds = kNever;
};

// About how many bytes `after` holds that `before` does not share.
[[nodiscard]] std::size_t approximate_growth(const Document& before, const Document& after);

} // namespace vekha
