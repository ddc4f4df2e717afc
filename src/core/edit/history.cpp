#include "core/edit/history.hpp"

#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/school.hpp"

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace vekha {

namespace {

// What an item of any list costs besides its own fields: the allocation, and texts that are not
// counted one by one.
constexpr std::size_t kItemOverhead = 64;
constexpr std::size_t kFewTexts = 192;

std::size_t bytes_of(const UnknownMembers& unknown) {
    std::size_t bytes = 0;
    for (const UnknownMember& member : unknown) {
        bytes += sizeof(UnknownMember) + member.name_json.size() + member.value_json.size();
    }
    return bytes;
}

template <class T>
std::size_t text_bytes(const T& item) {
    return kFewTexts + bytes_of(item.unknown);
}

std::size_t text_bytes(const Measure& measure) {
    std::size_t bytes = measure.id.text.size() + measure.title.size() + measure.description.size() +
                        measure.period.text.size() + measure.result.size() +
                        measure.report.note.size() + measure.report.reason.size() +
                        bytes_of(measure.unknown);
    for (const std::string& text : measure.responsible_text) {
        bytes += sizeof(std::string) + text.size();
    }
    bytes += measure.period.spans.size() * sizeof(PeriodSpan);
    bytes += measure.responsible.size() * sizeof(PartyId);
    bytes += measure.depends_on.size() * sizeof(MeasureId);
    bytes += measure.tags.size() * sizeof(std::string);
    bytes += measure.targets.size() * (sizeof(Target) + kFewTexts);
    bytes += measure.items.size() * (sizeof(MeasureItem) + kFewTexts);
    return bytes;
}

std::size_t text_bytes(const Mark& mark) {
    return mark.measure.text.size() + mark.report.note.size() + mark.report.reason.size() +
           bytes_of(mark.unknown);
}

std::size_t text_bytes(const Occurrence& occurrence) {
    return occurrence.measure.text.size() + occurrence.report.note.size() +
           occurrence.report.reason.size() + bytes_of(occurrence.unknown);
}

std::size_t text_bytes(const School& school) {
    return kFewTexts + school.risks.size() * sizeof(Risk) +
           school.documents.size() * (sizeof(SchoolDocument) + kItemOverhead) +
           school.visits.size() * (sizeof(Visit) + kFewTexts) +
           school.stages.size() * (sizeof(MonitoringStage) + kItemOverhead) +
           bytes_of(school.unknown);
}

std::size_t text_bytes(const Indicator& indicator) {
    return kFewTexts + indicator.values.size() * sizeof(IndicatorValue) +
           bytes_of(indicator.unknown);
}

// These two grow with the plan: they hold something of every measure.
std::size_t text_bytes(const Baseline& baseline) {
    std::size_t bytes = kFewTexts + bytes_of(baseline.unknown);
    for (const BaselinePeriod& period : baseline.periods) {
        bytes += sizeof(BaselinePeriod) + period.measure.text.size() + period.title.size() +
                 period.spans.size() * sizeof(PeriodSpan);
    }
    return bytes;
}

std::size_t text_bytes(const Snapshot& snapshot) {
    return kFewTexts + snapshot.states.size() * (sizeof(SnapshotState) + kItemOverhead) +
           bytes_of(snapshot.unknown);
}

template <class T>
std::size_t list_growth(const SharedList<T>& before, const SharedList<T>& after) {
    std::size_t item_bytes = 0;
    const std::size_t list_bytes = after.bytes_beside(before, [&item_bytes](const T& item) {
        item_bytes += sizeof(T) + kItemOverhead + text_bytes(item);
    });
    return list_bytes + item_bytes;
}

std::size_t bytes_of(const std::vector<DictionaryEntry>& entries) {
    return entries.size() * (sizeof(DictionaryEntry) + kItemOverhead);
}

// What no two documents share, however equal they are.
std::size_t head_bytes(const Document& document) {
    std::size_t bytes = sizeof(Document) + document.plan.title.size() +
                        document.plan.territory.size() + bytes_of(document.plan.unknown) +
                        bytes_of(document.unknown);
    if (document.plan.approval) {
        bytes += document.plan.approval->authority.size() + document.plan.approval->document.size();
    }
    if (document.dictionaries) {
        bytes += bytes_of(document.dictionaries->risk_factors) +
                 bytes_of(document.dictionaries->document_kinds) +
                 bytes_of(document.dictionaries->monitoring_stages) +
                 bytes_of(document.dictionaries->states);
    }
    return bytes;
}

// What an entry costs: `before` shares its lists with the entry before it, but not its head.
std::size_t entry_bytes(const HistoryEntry& entry) {
    return sizeof(HistoryEntry) - 2 * sizeof(Document) + head_bytes(entry.before) +
           approximate_growth(entry.before, entry.after);
}

} // namespace

std::size_t approximate_growth(const Document& before, const Document& after) {
    std::size_t bytes = head_bytes(after);
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
        const std::size_t bytes = entry_bytes(entry);
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
    newest.bytes = entry_bytes(newest.entry);
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
