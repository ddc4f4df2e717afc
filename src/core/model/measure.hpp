// A measure («мероприятие»): one row of the plan, with what is reported about it; and the reports
// that stand beside it: marks (a measure at one school) and occurrences (one span of a recurring or
// several-span measure).
#pragma once

#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/model/ids.hpp"
#include "core/model/period.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

// What a person stored. Late, due soon and running are never stored: core/status computes them.
enum class StoredState : std::uint8_t { NotStarted, InProgress, Done, NotDone, Moved, Cancelled };

struct EvidenceLink {
    std::string title;
    std::string url;
    UnknownMembers unknown;
    bool operator==(const EvidenceLink&) const = default;
};

// What is reported about one unit of work (states.md §1).
struct ProgressReport {
    StoredState state = StoredState::NotStarted;
    std::string reason; // asked for when not done, moved or cancelled
    int percent = 0;    // 0 to 100; done = 100, not started = 0
    std::optional<Date> done_date;
    std::string note;
    std::vector<EvidenceLink> evidence;
    bool operator==(const ProgressReport&) const = default;
};

enum class Comparator : std::uint8_t { AtLeast, Equal, AtMost };

struct Target {
    std::string text;
    Comparator comparator = Comparator::AtLeast;
    double value = 0.0;
    std::string unit;
    std::string scope; // per plan, per school, per month … in words of the source
    std::optional<double> actual_value;
    std::optional<Date> actual_date;
    UnknownMembers unknown;
    bool operator==(const Target&) const = default;
};

enum class SchoolScope : std::uint8_t { None, All, Listed };

struct AppliesTo {
    SchoolScope scope = SchoolScope::None;
    std::vector<SchoolId> schools; // for Listed
    UnknownMembers unknown;
    bool operator==(const AppliesTo&) const = default;
};

// A sub-item: it informs; it derives the measure's state only when it carries a state of its own.
struct MeasureItem {
    ItemId id;
    std::string title;
    std::optional<Period> period;
    std::vector<PartyId> responsible;
    std::string result;
    std::optional<ProgressReport>
        report; // members of the item itself in the file, present when `state` is
    UnknownMembers unknown;
    bool operator==(const MeasureItem&) const = default;
};

struct Measure {
    MeasureId id;
    LineageId origin;
    std::string number; // as printed; empty where the plan has no numbers
    SectionId section;  // empty: outside all sections
    std::string title;
    std::string description;
    Period period;
    std::vector<PartyId> responsible;          // lead first
    std::vector<std::string> responsible_text; // the wording of the source
    std::string result;
    std::vector<Target> targets;
    ProgressReport report; // members of the measure itself in the file
    AppliesTo applies_to;
    std::vector<MeasureId> depends_on;
    std::vector<std::string> tags;
    std::vector<MeasureItem> items;
    UnknownMembers unknown;
    bool operator==(const Measure&) const = default;
};

// A measure at one school or in one municipality: exactly one of `school` and `municipality` is
// set.
struct Mark {
    MeasureId measure;
    SchoolId school;
    std::string municipality;
    ProgressReport report;
    UnknownMembers unknown;
    bool operator==(const Mark&) const = default;
};

// One occurrence of a recurring or several-span measure, known by its days.
struct Occurrence {
    MeasureId measure;
    Span days;
    ProgressReport report;
    UnknownMembers unknown;
    bool operator==(const Occurrence&) const = default;
};

} // namespace vekha
