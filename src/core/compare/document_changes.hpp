// What differs between two states of a plan: which of its things were added, removed or changed,
// and of a measure which parts. Things are the same when their ids are; reports of a measure at a
// school, in a municipality or of a span of days go by these. Pure; O(n log n), and what two
// documents share is not looked into.
#pragma once

#include "core/base/no_index.hpp"
#include "core/model/document.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace vekha {

enum class ChangedThing : std::uint8_t {
    Plan, // the head of the plan
    Section,
    Party,
    Measure,
    Mark,
    Occurrence,
    School,
    Indicator,
    Baseline,
    View,
    Calendar, // as a whole, and so are those below
    Overrides,
    Thresholds,
    Dictionaries,
    MeasureOrder,
    Meetings, // decisions, live changes and slides
    Other,    // snapshots, and what this version does not know
};
inline constexpr std::size_t kChangedThingCount = static_cast<std::size_t>(ChangedThing::Other) + 1;

enum class ThingChange : std::uint8_t { Added, Removed, Changed };

// What of a measure changed.
enum class MeasurePart : std::uint8_t {
    Number,
    Title,
    Section,
    Period,
    Responsible,
    State, // with percent, done date, reason, note and links
    Texts, // description, result and tags
    Items,
    Targets,
    Schools, // which it is for
    Other,
};
inline constexpr std::size_t kMeasurePartCount = static_cast<std::size_t>(MeasurePart::Other) + 1;

class MeasureParts {
public:
    void add(MeasurePart part) { m_bits |= bit(part); }
    [[nodiscard]] bool has(MeasurePart part) const { return (m_bits & bit(part)) != 0; }
    [[nodiscard]] bool empty() const { return m_bits == 0; }
    bool operator==(const MeasureParts&) const = default;

private:
    static std::uint32_t bit(MeasurePart part) { return 1U << static_cast<unsigned>(part); }
    std::uint32_t m_bits = 0;
};
[[nodiscard]] MeasureParts changed_parts(const Measure& before, const Measure& after);

// The indices are into the list of that thing; kNoIndex where it is in one of the two only, or
// there is one of it.
struct DocumentChange {
    ChangedThing thing = ChangedThing::Plan;
    ThingChange change = ThingChange::Changed;
    std::uint32_t before = kNoIndex;
    std::uint32_t after = kNoIndex;
    MeasureParts parts{}; // of a changed measure; never empty there
    bool operator==(const DocumentChange&) const = default;
};

// By kind in the order of ChangedThing; of one kind in the order of `after`, the removed ones last.
// Empty exactly when the documents are equal.
[[nodiscard]] std::vector<DocumentChange> changes_between(const Document& before,
                                                          const Document& after);

} // namespace vekha
