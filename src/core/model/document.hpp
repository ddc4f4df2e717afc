// Document: one plan with everything its file holds. A value: copying it shares all lists, an edit
// makes a new one (core/edit). Nothing here is read from or written to a file (core/codec does),
// nothing is computed (core/status does). The lists keep the order of the file.
#pragma once

#include "core/base/shared_list.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace vekha {

enum class PlanLevel : std::uint8_t { Region, Municipality, School };

struct Approval {
    std::string authority;
    std::string document;
    std::optional<Date> date;
    std::string edition;
    UnknownMembers unknown;
    bool operator==(const Approval&) const = default;
};

// Set when progress or schools are made up; every screen and export then says so (product.md).
struct DemoMark {
    std::string reason;
    UnknownMembers unknown;
    bool operator==(const DemoMark&) const = default;
};

struct Plan {
    PlanId id;
    std::string title;
    std::string language = "ru"; // BCP 47 tag of the plan's texts
    PlanLevel level = PlanLevel::Municipality;
    std::string territory;
    std::optional<Date> from;
    std::optional<Date> to;
    std::optional<Date> as_of; // the date of the last report
    std::optional<Approval> approval;
    std::optional<DemoMark> demo;
    UnknownMembers unknown;
    bool operator==(const Plan&) const = default;
};

struct Section {
    SectionId id;
    std::string number;
    std::string title;
    int order = 0;    // among its siblings; equal orders keep the order of the file
    SectionId parent; // empty: top level; one more level is allowed
    UnknownMembers unknown;
    bool operator==(const Section&) const = default;
};

enum class PartyKind : std::uint8_t { Body, Role, Person };

struct Party {
    PartyId id;
    std::string name;
    PartyKind kind = PartyKind::Body;
    std::vector<std::string> aliases; // other spellings of the same body
    UnknownMembers unknown;
    bool operator==(const Party&) const = default;
};

enum class Zone : std::uint8_t { Grey, Green, Yellow, Red };

// A state or a zone set by hand. It names exactly one of measure and section, and one of state and
// zone; without a measure and a section it is about the whole plan.
struct Override {
    MeasureId measure;
    SectionId section;
    std::optional<StoredState> state;
    std::optional<Zone> zone;
    std::string reason;
    std::string by;
    std::optional<Date> date;
    UnknownMembers unknown;
    bool operator==(const Override&) const = default;
};

// Limits of the zones and of «due soon» (states.md §3 and §4).
struct Thresholds {
    int due_soon_days = 30;
    double red_late_share_percent = 15.0;
    double red_behind_points = 20.0;
    double yellow_behind_points = 5.0;
    UnknownMembers unknown;
    bool operator==(const Thresholds&) const = default;
};

struct Decision {
    DecisionId id;
    std::string text;
    std::vector<PartyId> responsible;
    std::optional<Date> date; // of the meeting
    std::optional<Date> due;
    UnknownMembers unknown;
    bool operator==(const Decision&) const = default;
};

// A change that was made while the meeting looked on.
struct LiveChange {
    DecisionId decision; // empty: without a decision
    MeasureId measure;
    std::string text;
    std::optional<Date> date;
    UnknownMembers unknown;
    bool operator==(const LiveChange&) const = default;
};

struct Slide {
    std::string kind;
    ViewId view; // empty: the plan as it is
    bool hidden = false;
    UnknownMembers unknown; // settings of the kind
    bool operator==(const Slide&) const = default;
};

struct TransferredDay {
    Date from;
    Date to;
    UnknownMembers unknown;
    bool operator==(const TransferredDay&) const = default;
};

struct CalendarYear {
    int year = 0;
    std::vector<Date> days_off;
    std::vector<Date> working_saturdays;
    std::vector<TransferredDay> transferred;
    UnknownMembers unknown;
    bool operator==(const CalendarYear&) const = default;
};

struct DictionaryEntry {
    std::string key;
    std::string name;
    UnknownMembers unknown;
    bool operator==(const DictionaryEntry&) const = default;
};

// Wordings that change from year to year.
struct Dictionaries {
    std::vector<DictionaryEntry> risk_factors;
    std::vector<DictionaryEntry> document_kinds;
    std::vector<DictionaryEntry> monitoring_stages;
    std::vector<DictionaryEntry> states;
    UnknownMembers unknown;
    bool operator==(const Dictionaries&) const = default;
};

// Number and title are those of that time; files of old have neither.
struct BaselinePeriod {
    MeasureId measure;
    std::string number;
    std::string title;
    std::vector<PeriodSpan> spans;
    UnknownMembers unknown;
    bool operator==(const BaselinePeriod&) const = default;
};

// A frozen copy of the periods («утверждено приказом …»).
struct Baseline {
    BaselineId id;
    std::string title;
    std::string authority;
    std::optional<Date> date;
    std::string order_number;
    std::vector<BaselinePeriod> periods;
    UnknownMembers unknown;
    bool operator==(const Baseline&) const = default;
};

struct SnapshotState {
    MeasureId measure;
    StoredState state = StoredState::NotStarted;
    int percent = 0;
    UnknownMembers unknown;
    bool operator==(const SnapshotState&) const = default;
};

struct Snapshot {
    SnapshotId id;
    Date as_of;
    std::vector<SnapshotState> states;
    UnknownMembers unknown; // counts may be kept beside the states by later versions
    bool operator==(const Snapshot&) const = default;
};

struct ViewFilter {
    RowFilter asks;
    UnknownMembers unknown;
    bool operator==(const ViewFilter&) const = default;
};

// A way to look at the plan that has a name.
struct SavedView {
    ViewId id;
    std::string name;
    std::optional<Date> as_of; // none: the plan's own
    Grouping grouping = Grouping::Section;
    RowSort sort;
    std::vector<Column> columns; // that show, from left to right; none: as usual
    std::optional<Date> from;    // the days in sight; one missing: the whole plan
    std::optional<Date> to;
    std::optional<ViewFilter> filter;
    UnknownMembers unknown;
    bool operator==(const SavedView&) const = default;
};

struct Document {
    int version = 0;
    int min_reader = 0;
    Plan plan;
    SharedList<Section> sections;
    SharedList<Party> parties;
    SharedList<Measure> measures;
    SharedList<Mark> marks;
    SharedList<Occurrence> occurrences;
    SharedList<School> schools;
    SharedList<Indicator> indicators;
    SharedList<Override> overrides;
    std::optional<Thresholds>
        thresholds; // none: the defaults of Thresholds hold and nothing is written
    SharedList<Decision> decisions;
    SharedList<LiveChange> live_changes;
    SharedList<Slide> slides;
    SharedList<CalendarYear> calendar;
    std::optional<Dictionaries> dictionaries;
    SharedList<Baseline> baselines;
    SharedList<Snapshot> snapshots;
    SharedList<SavedView> views;
    UnknownMembers unknown;
    bool operator==(const Document&) const = default;
};

} // namespace vekha
