#include "core/calendar/date.hpp"
#include "core/codec/entity/descriptions.hpp"
#include "core/codec/entity/entity_type.hpp"
#include "core/codec/entity/plain_types.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/problem.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <array>
#include <cstddef>
#include <string_view>

namespace vekha {
namespace {

constexpr auto kStoredStates = std::to_array<std::string_view>(
    {"notStarted", "inProgress", "done", "notDone", "moved", "cancelled"});

constexpr auto kEvidenceFields = std::to_array<Field>({
    field<&EvidenceLink::title>("title", kLongText, Presence::Optional),
    field<&EvidenceLink::url>("url", kLinkText, Presence::Required),
});
constexpr EntityType<EvidenceLink> kEvidenceType{kEvidenceFields};
constexpr VectorType<EvidenceLink> kEvidence{kEvidenceType};

constexpr auto kComparators = std::to_array<std::string_view>({"atLeast", "equal", "atMost"});
constexpr EnumType<Comparator> kComparator{kComparators};

constexpr auto kTargetFields = std::to_array<Field>({
    field<&Target::text>("text", kLongText, Presence::Required),
    field<&Target::comparator>("comparator", kComparator, Presence::Optional),
    field<&Target::value>("value", kNumber, Presence::Required),
    field<&Target::unit>("unit", kShortText, Presence::Optional),
    field<&Target::scope>("scope", kShortText, Presence::Optional),
    field<&Target::actual_value>("actualValue", kOptionalNumber, Presence::Optional),
    field<&Target::actual_date>("actualDate", kOptionalDate, Presence::Optional),
});
constexpr EntityType<Target> kTargetType{kTargetFields};
constexpr VectorType<Target> kTargets{kTargetType};

constexpr auto kSchoolScopes = std::to_array<std::string_view>({"none", "all", "listed"});
constexpr EnumType<SchoolScope> kSchoolScope{kSchoolScopes};
constexpr IdType kSchoolReference{IdKind::School, IdRole::Reference};
constexpr PlainListType<SchoolId> kSchoolIds{kSchoolReference};
constexpr auto kAppliesToFields = std::to_array<Field>({
    field<&AppliesTo::scope>("scope", kSchoolScope, Presence::Optional),
    field<&AppliesTo::schools>("ids", kSchoolIds, Presence::Optional),
});
constexpr EntityType<AppliesTo> kAppliesToType{kAppliesToFields};

// The report of an item is there when its `state` is; without it the members of the report have no
// place.
ProgressReport* report_of(MeasureItem& item) {
    return item.report ? &*item.report : nullptr;
}
template <class Owner>
ProgressReport* report_of(Owner& owner) {
    return &owner.report;
}

template <class Owner, auto Member>
void* address_in_report(void* entity) {
    ProgressReport* report = report_of(*static_cast<Owner*>(entity));
    return report == nullptr ? nullptr : &(report->*Member);
}

// The members of a report stand in the object of their owner.
template <class Owner>
constexpr std::array<Field, 6> report_fields() {
    return {{
        {"state", &kStoredStateType, &address_in_report<Owner, &ProgressReport::state>,
         Presence::AlwaysWritten},
        {"reason", &kLongText, &address_in_report<Owner, &ProgressReport::reason>,
         Presence::Optional},
        {"percent", &kPercent, &address_in_report<Owner, &ProgressReport::percent>,
         Presence::Optional},
        {"doneDate", &kOptionalDate, &address_in_report<Owner, &ProgressReport::done_date>,
         Presence::Optional},
        {"note", &kLongText, &address_in_report<Owner, &ProgressReport::note>, Presence::Optional},
        {"evidence", &kEvidence, &address_in_report<Owner, &ProgressReport::evidence>,
         Presence::Optional},
    }};
}

template <std::size_t... Sizes>
constexpr auto joined(const std::array<Field, Sizes>&... tables) {
    std::array<Field, (Sizes + ...)> all{};
    std::size_t at = 0;
    const auto append = [&](const auto& table) {
        for (const Field& entry : table) {
            all[at++] = entry;
        }
    };
    (append(tables), ...);
    return all;
}

void prepare_report(ReadContext& context, NodeIndex node, void* item) {
    if (context.tree().member(node, "state")) {
        static_cast<MeasureItem*>(item)->report.emplace();
    }
}

const void* item_with_report() {
    static const MeasureItem kItem = [] {
        MeasureItem with_report;
        with_report.report.emplace();
        return with_report;
    }();
    return &kItem;
}

constexpr IdType kItemId{IdKind::Item, IdRole::Definition};
constexpr OptionalEntityType<Period> kOptionalPeriod{kPeriodType};
constexpr auto kItemOwnFields = std::to_array<Field>({
    field<&MeasureItem::id, &ItemId::text>("id", kItemId, Presence::Required),
    field<&MeasureItem::title>("title", kLongText, Presence::Required),
    field<&MeasureItem::period>("period", kOptionalPeriod, Presence::Optional),
    field<&MeasureItem::responsible>("responsible", kParties, Presence::Optional),
    field<&MeasureItem::result>("result", kLongText, Presence::Optional),
});
constexpr auto kItemFields = joined(kItemOwnFields, report_fields<MeasureItem>());
constexpr EntityType<MeasureItem> kItemType{kItemFields, &item_with_report, &prepare_report};
constexpr VectorType<MeasureItem> kItems{kItemType};

constexpr IdType kMeasureId{IdKind::Measure, IdRole::Definition};
constexpr IdType kLineageId{IdKind::Measure, IdRole::Lineage};
constexpr PlainListType<MeasureId> kMeasureIds{kMeasureReference};

constexpr auto kMeasureFieldsBeforeReport = std::to_array<Field>({
    field<&Measure::id, &MeasureId::text>("id", kMeasureId, Presence::Required),
    field<&Measure::origin, &LineageId::text>("origin", kLineageId, Presence::Optional),
    field<&Measure::number>("number", kShortText, Presence::Optional),
    field<&Measure::section, &SectionId::text>("section", kOptionalSection, Presence::Optional),
    field<&Measure::title>("title", kLongText, Presence::Required),
    field<&Measure::description>("description", kLongText, Presence::Optional),
    field<&Measure::period>("period", kPeriodType, Presence::Required),
    field<&Measure::responsible>("responsible", kParties, Presence::Optional),
    field<&Measure::responsible_text>("responsibleText", kLongTexts, Presence::Optional),
    field<&Measure::result>("result", kLongText, Presence::Optional),
    field<&Measure::targets>("targets", kTargets, Presence::Optional),
});
constexpr auto kMeasureFieldsBehindReport = std::to_array<Field>({
    field<&Measure::applies_to>("schools", kAppliesToType, Presence::Optional),
    field<&Measure::depends_on>("dependsOn", kMeasureIds, Presence::Optional),
    field<&Measure::tags>("tags", kShortTexts, Presence::Optional),
    field<&Measure::items>("items", kItems, Presence::Optional),
});
constexpr auto kMeasureFields =
    joined(kMeasureFieldsBeforeReport, report_fields<Measure>(), kMeasureFieldsBehindReport);

constexpr auto kMarkOwnFields = std::to_array<Field>({
    field<&Mark::measure, &MeasureId::text>("measure", kMeasureReference, Presence::Required),
    field<&Mark::school, &SchoolId::text>("school", kOptionalSchool, Presence::Optional),
    field<&Mark::municipality>("municipality", kShortText, Presence::Optional),
});
constexpr auto kMarkFields = joined(kMarkOwnFields, report_fields<Mark>());

// A mark belongs to one school or to one municipality.
void check_mark(ReadContext& context, NodeIndex node) {
    const bool school = has_text_member(context.tree(), node, "school");
    const bool municipality = has_text_member(context.tree(), node, "municipality");
    if (school == municipality) {
        context.report(ProblemCode::NotExactlyOne, node,
                       {text_parameter("names", "school, municipality")});
    }
}

constexpr auto kOccurrenceOwnFields = std::to_array<Field>({
    field<&Occurrence::measure, &MeasureId::text>("measure", kMeasureReference, Presence::Required),
    field<&Occurrence::days, &Span::from>("from", kOptionalDate, Presence::Optional),
    field<&Occurrence::days, &Span::to>("to", kOptionalDate, Presence::Optional),
});
constexpr auto kOccurrenceFields = joined(kOccurrenceOwnFields, report_fields<Occurrence>());

} // namespace

constinit const EnumType<StoredState> kStoredStateType{kStoredStates};
constinit const EntityType<Measure> kMeasureType{kMeasureFields};
constinit const EntityType<Mark> kMarkType{kMarkFields, &check_mark};
constinit const EntityType<Occurrence> kOccurrenceType{kOccurrenceFields, &check_span};

} // namespace vekha
