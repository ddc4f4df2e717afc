#include "core/edit/history.hpp"

#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace vekha {

namespace {

// What an item of any list costs besides its own fields: the allocation, and texts that are not
// counted one by one.
constexpr std::size_t kItemOverhead = 64;

template <class T>
std::size_t text_bytes(const T& /*item*/) {
    return 256;
}

std::size_t text_bytes(const Measure& measure) {
    std::size_t bytes = measure.id.text.size() + measure.title.size() + measure.description.size() +
                        measure.period.text.size() + measure.result.size() +
                        measure.report.note.size() + measure.report.reason.size();
    for (const std::string& text : measure.responsible_text) {
        bytes += sizeof(std::string) + text.size();
    }
    for (const UnknownMember& member : measure.unknown) {
        bytes += sizeof(UnknownMember) + member.name_json.size() + member.value_json.size();
    }
    bytes += measure.period.spans.size() * sizeof(PeriodSpan);
    bytes += measure.responsible.size() * sizeof(PartyId);
    bytes += measure.targets.size() * (sizeof(Target) + 64);
    bytes += measure.items.size() * (sizeof(MeasureItem) + 256);
    return bytes;
}

template <class T>
std::size_t list_growth(const SharedList<T>& before, const SharedList<T>& after) {
    if (after.shares_items_with(before)) {
        return 0;
    }
    constexpr std::size_t kChunkBytes = kSharedChunkSize * sizeof(typename SharedList<T>::ItemPtr);
    // The spine is new as a whole, a chunk when one of its items is.
    std::size_t bytes = (after.size() / kSharedChunkSize + 1) * 2 * sizeof(void*);
    bool chunk_is_new = false;
    for (std::size_t i = 0; i < after.size(); ++i) {
        chunk_is_new = chunk_is_new && i % kSharedChunkSize != 0;
        if (i < before.size() && after.pointer(i) == before.pointer(i)) {
            continue;
        }
        bytes += sizeof(T) + kItemOverhead + text_bytes(after[i]);
        bytes += chunk_is_new ? 0 : kChunkBytes;
        chunk_is_new = true;
    }
    return bytes;
}

} // namespace

std::size_t approximate_growth(const Document& before, const Document& after) {
    std::size_t bytes = sizeof(Document) + after.plan.title.size() + after.plan.territory.size();
    bytes += list_growth(before.sections, after.sections);
    bytes += list_growth(before.parties, after.parties);
    bytes += list_growth(before.measures, after.measures);
    bytes += list_growth(before.marks, after.marks);
    bytes += list_growth(before.occurrences, after.occurrences);
    bytes += list_growth(before.schools, after.schools);
    bytes += list_growth(before.indicators, after.indicators);
    bytes += list_growth(before.overrides, after.overrides);
    bytes += list_growth(before.decisions, after.decisions);
    bytes += list_growth(before.live_changes, after.live_changes);
    bytes += list_growth(before.slides, after.slides);
    bytes += list_growth(before.calendar, after.calendar);
    bytes += list_growth(before.baselines, after.baselines);
    bytes += list_growth(before.snapshots, after.snapshots);
    bytes += list_growth(before.views, after.views);
    return bytes;
}

void History::push(HistoryEntry entry, double now_seconds) {
    drop_redo();
    if (!join(entry, now_seconds)) {
        // `before` is shared with the entry before it, so an entry costs two documents' heads and
        // what grew.
        const std::size_t bytes =
            sizeof(HistoryEntry) + approximate_growth(entry.before, entry.after);
        m_bytes += bytes;
        m_entries.push_back({std::move(entry), bytes});
        m_done = m_entries.size();
    }
    m_join_until_seconds = now_seconds + kJoinSeconds;
    keep_budget();
}

const HistoryEntry* History::undo() {
    if (!can_undo()) {
        return nullptr;
    }
    end_joining();
    --m_done;
    return &m_entries[m_done].entry;
}

const HistoryEntry* History::redo() {
    if (!can_redo()) {
        return nullptr;
    }
    end_joining();
    return &m_entries[m_done++].entry;
}

const HistoryEntry* History::next_undo() const {
    return can_undo() ? &m_entries[m_done - 1].entry : nullptr;
}

const HistoryEntry* History::next_redo() const {
    return can_redo() ? &m_entries[m_done].entry : nullptr;
}

bool History::join(HistoryEntry& entry, double now_seconds) {
    if (!can_undo() || entry.merge_key.empty() || now_seconds > m_join_until_seconds) {
        return false;
    }
    Kept& newest = m_entries.back();
    if (newest.entry.merge_key != entry.merge_key) {
        return false;
    }
    newest.entry.after = std::move(entry.after);
    newest.entry.revision_after = entry.revision_after;
    m_bytes -= newest.bytes;
    newest.bytes =
        sizeof(HistoryEntry) + approximate_growth(newest.entry.before, newest.entry.after);
    m_bytes += newest.bytes;
    return true;
}

void History::drop_redo() {
    while (can_redo()) {
        m_bytes -= m_entries.back().bytes;
        m_entries.pop_back();
    }
}

void History::keep_budget() {
    while (m_bytes > m_byte_budget && m_entries.size() > 1) {
        m_bytes -= m_entries.front().bytes;
        m_entries.pop_front();
        --m_done;
    }
}

} // namespace vekha
