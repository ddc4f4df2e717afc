#include "core/codec/entity/descriptions.hpp"
#include "core/codec/entity/entity_type.hpp"
#include "core/codec/entity/plain_types.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/json/json_writer.hpp"
#include "core/codec/limits.hpp"
#include "core/codec/problem.hpp"
#include "core/codec/roadmap_reader.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/rows_view.hpp"
#include "core/model/school.hpp"

#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

constexpr IdType kSectionId{IdKind::Section, IdRole::Definition};
constexpr IntegerType kOrder{-limits::kMaxOrder, limits::kMaxOrder};
constexpr auto kSectionFields = std::to_array<Field>({
    field<&Section::id, &SectionId::text>("id", kSectionId, Presence::Required),
    field<&Section::number>("number", kShortText, Presence::Optional),
    field<&Section::title>("title", kLongText, Presence::Required),
    field<&Section::order>("order", kOrder, Presence::Optional),
    field<&Section::parent, &SectionId::text>("parent", kOptionalSection, Presence::Optional),
});
constexpr EntityType<Section> kSectionType{kSectionFields};
constexpr SharedListType<Section> kSections{kSectionType};

constexpr auto kPartyKinds = std::to_array<std::string_view>({"body", "role", "person"});
constexpr EnumType<PartyKind> kPartyKind{kPartyKinds};
constexpr IdType kPartyId{IdKind::Party, IdRole::Definition};
constexpr auto kPartyFields = std::to_array<Field>({
    field<&Party::id, &PartyId::text>("id", kPartyId, Presence::Required),
    field<&Party::name>("name", kShortText, Presence::Required),
    field<&Party::kind>("kind", kPartyKind, Presence::AlwaysWritten),
    field<&Party::aliases>("aliases", kShortTexts, Presence::Optional),
});
constexpr EntityType<Party> kPartyType{kPartyFields};
constexpr SharedListType<Party> kPartyList{kPartyType};

constexpr OptionalType<StoredState> kOptionalState{kStoredStateType};
constexpr auto kZones = std::to_array<std::string_view>({"grey", "green", "yellow", "red"});
constexpr EnumType<Zone> kZone{kZones};
constexpr OptionalType<Zone> kOptionalZone{kZone};
constexpr auto kOverrideFields = std::to_array<Field>({
    field<&Override::measure, &MeasureId::text>("measure", kOptionalMeasure, Presence::Optional),
    field<&Override::section, &SectionId::text>("section", kOptionalSection, Presence::Optional),
    field<&Override::state>("state", kOptionalState, Presence::Optional),
    field<&Override::zone>("zone", kOptionalZone, Presence::Optional),
    field<&Override::reason>("reason", kLongText, Presence::Required),
    field<&Override::by>("by", kShortText, Presence::Optional),
    field<&Override::date>("date", kOptionalDate, Presence::Optional),
});

// An override is about a measure, a section or the plan, and sets a state or a zone.
void check_override(ReadContext& context, NodeIndex node) {
    const JsonTree& tree = context.tree();
    if (has_text_member(tree, node, "measure") && has_text_member(tree, node, "section")) {
        context.report(ProblemCode::NotExactlyOne, node,
                       {text_parameter("names", "measure, section")});
    }
    if (tree.member(node, "state").has_value() == tree.member(node, "zone").has_value()) {
        context.report(ProblemCode::NotExactlyOne, node, {text_parameter("names", "state, zone")});
    }
}

constexpr EntityType<Override> kOverrideType{kOverrideFields, &check_override};
constexpr SharedListType<Override> kOverrides{kOverrideType};

constexpr IntegerType kDueSoonDays{0, limits::kMaxDueSoonDays};
constexpr NumberType kShare{0.0, limits::kMaxShare};
constexpr auto kThresholdFields = std::to_array<Field>({
    field<&Thresholds::due_soon_days>("dueSoonDays", kDueSoonDays, Presence::AlwaysWritten),
    field<&Thresholds::red_late_share_percent>("redLateSharePercent", kShare,
                                               Presence::AlwaysWritten),
    field<&Thresholds::red_behind_points>("redBehindPoints", kShare, Presence::AlwaysWritten),
    field<&Thresholds::yellow_behind_points>("yellowBehindPoints", kShare, Presence::AlwaysWritten),
});
constexpr EntityType<Thresholds> kThresholdsType{kThresholdFields};
constexpr OptionalEntityType<Thresholds> kOptionalThresholds{kThresholdsType};

constexpr IdType kDecisionId{IdKind::Decision, IdRole::Definition};
constexpr IdType kOptionalDecision{IdKind::Decision, IdRole::OptionalReference};
constexpr auto kDecisionFields = std::to_array<Field>({
    field<&Decision::id, &DecisionId::text>("id", kDecisionId, Presence::Required),
    field<&Decision::text>("text", kLongText, Presence::Required),
    field<&Decision::responsible>("responsible", kParties, Presence::Optional),
    field<&Decision::date>("date", kOptionalDate, Presence::Optional),
    field<&Decision::due>("due", kOptionalDate, Presence::Optional),
});
constexpr EntityType<Decision> kDecisionType{kDecisionFields};
constexpr SharedListType<Decision> kDecisions{kDecisionType};

constexpr auto kLiveChangeFields = std::to_array<Field>({
    field<&LiveChange::decision, &DecisionId::text>("decision", kOptionalDecision,
                                                    Presence::Optional),
    field<&LiveChange::measure, &MeasureId::text>("measure", kMeasureReference, Presence::Required),
    field<&LiveChange::text>("text", kLongText, Presence::Required),
    field<&LiveChange::date>("date", kOptionalDate, Presence::Optional),
});
constexpr EntityType<LiveChange> kLiveChangeType{kLiveChangeFields};
constexpr SharedListType<LiveChange> kLiveChanges{kLiveChangeType};

constexpr IdType kOptionalView{IdKind::View, IdRole::OptionalReference};
constexpr auto kSlideFields = std::to_array<Field>({
    field<&Slide::kind>("kind", kShortText, Presence::Required),
    field<&Slide::view, &ViewId::text>("view", kOptionalView, Presence::Optional),
    field<&Slide::hidden>("hidden", kBoolean, Presence::Optional),
});
constexpr EntityType<Slide> kSlideType{kSlideFields};
constexpr SharedListType<Slide> kSlides{kSlideType};

constexpr auto kTransferredFields = std::to_array<Field>({
    field<&TransferredDay::from>("from", kDate, Presence::Required),
    field<&TransferredDay::to>("to", kDate, Presence::Required),
});
constexpr EntityType<TransferredDay> kTransferredType{kTransferredFields};
constexpr VectorType<TransferredDay> kTransferred{kTransferredType};

constexpr IntegerType kYear{0, limits::kMaxYear};
constexpr auto kCalendarYearFields = std::to_array<Field>({
    field<&CalendarYear::year>("year", kYear, Presence::Required),
    field<&CalendarYear::days_off>("daysOff", kDates, Presence::Optional),
    field<&CalendarYear::working_saturdays>("workingSaturdays", kDates, Presence::Optional),
    field<&CalendarYear::transferred>("transferred", kTransferred, Presence::Optional),
});
constexpr EntityType<CalendarYear> kCalendarYearType{kCalendarYearFields};
constexpr SharedListType<CalendarYear> kCalendar{kCalendarYearType};

constexpr auto kEntryFields = std::to_array<Field>({
    field<&DictionaryEntry::key>("key", kShortText, Presence::Required),
    field<&DictionaryEntry::name>("name", kShortText, Presence::Required),
});
constexpr EntityType<DictionaryEntry> kEntryType{kEntryFields};
constexpr VectorType<DictionaryEntry> kEntries{kEntryType};
constexpr auto kDictionaryFields = std::to_array<Field>({
    field<&Dictionaries::risk_factors>("riskFactors", kEntries, Presence::Optional),
    field<&Dictionaries::document_kinds>("documentKinds", kEntries, Presence::Optional),
    field<&Dictionaries::monitoring_stages>("monitoringStages", kEntries, Presence::Optional),
    field<&Dictionaries::states>("states", kEntries, Presence::Optional),
});
constexpr EntityType<Dictionaries> kDictionariesType{kDictionaryFields};
constexpr OptionalEntityType<Dictionaries> kOptionalDictionaries{kDictionariesType};

constexpr auto kBaselinePeriodFields = std::to_array<Field>({
    field<&BaselinePeriod::measure, &MeasureId::text>("measure", kFormerMeasure,
                                                      Presence::Required),
    field<&BaselinePeriod::number>("number", kShortText, Presence::Optional),
    field<&BaselinePeriod::title>("title", kLongText, Presence::Optional),
    field<&BaselinePeriod::spans>("spans", kPeriodSpans, Presence::Optional),
});
constexpr EntityType<BaselinePeriod> kBaselinePeriodType{kBaselinePeriodFields};
constexpr VectorType<BaselinePeriod> kBaselinePeriods{kBaselinePeriodType};
constexpr IdType kBaselineId{IdKind::Baseline, IdRole::Definition};
constexpr auto kBaselineFields = std::to_array<Field>({
    field<&Baseline::id, &BaselineId::text>("id", kBaselineId, Presence::Required),
    field<&Baseline::title>("title", kLongText, Presence::Optional),
    field<&Baseline::authority>("authority", kLongText, Presence::Optional),
    field<&Baseline::date>("date", kOptionalDate, Presence::Optional),
    field<&Baseline::order_number>("orderNumber", kShortText, Presence::Optional),
    field<&Baseline::periods>("periods", kBaselinePeriods, Presence::Optional),
});
constexpr EntityType<Baseline> kBaselineType{kBaselineFields};
constexpr SharedListType<Baseline> kBaselines{kBaselineType};

constexpr auto kSnapshotStateFields = std::to_array<Field>({
    field<&SnapshotState::measure, &MeasureId::text>("measure", kFormerMeasure, Presence::Required),
    field<&SnapshotState::state>("state", kStoredStateType, Presence::Optional),
    field<&SnapshotState::percent>("percent", kPercent, Presence::Optional),
});
constexpr EntityType<SnapshotState> kSnapshotStateType{kSnapshotStateFields};
constexpr VectorType<SnapshotState> kSnapshotStates{kSnapshotStateType};
constexpr IdType kSnapshotId{IdKind::Snapshot, IdRole::Definition};
constexpr auto kSnapshotFields = std::to_array<Field>({
    field<&Snapshot::id, &SnapshotId::text>("id", kSnapshotId, Presence::Required),
    field<&Snapshot::as_of>("asOf", kDate, Presence::Required),
    field<&Snapshot::states>("states", kSnapshotStates, Presence::Optional),
});
constexpr EntityType<Snapshot> kSnapshotType{kSnapshotFields};
constexpr SharedListType<Snapshot> kSnapshots{kSnapshotType};

constexpr IdType kViewId{IdKind::View, IdRole::Definition};
constexpr OptionalType<PeriodKind> kOptionalPeriodKind{kPeriodKindType};
constexpr auto kViewFilterFields = std::to_array<Field>({
    field<&ViewFilter::asks, &RowFilter::search>("search", kLongText, Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::mine>("mine", kBoolean, Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::late>("late", kBoolean, Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::due_soon>("dueSoon", kBoolean, Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::needs_review>("needsReview", kBoolean, Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::without_dates>("withoutDates", kBoolean,
                                                        Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::without_responsible>("withoutResponsible", kBoolean,
                                                              Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::has_target>("hasTarget", kBoolean, Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::responsible, &PartyId::text>("responsible", kOptionalParty,
                                                                      Presence::Optional),
    field<&ViewFilter::asks, &RowFilter::period_kind>("periodKind", kOptionalPeriodKind,
                                                      Presence::Optional),
});
constexpr EntityType<ViewFilter> kViewFilterType{kViewFilterFields};
constexpr OptionalEntityType<ViewFilter> kOptionalViewFilter{kViewFilterType};

constexpr EnumType<Grouping> kGrouping{kGroupingNames};
constexpr EnumType<Column> kColumn{kColumnNames};
constexpr OptionalType<Column> kOptionalColumn{kColumn};
constexpr PlainListType<Column> kColumns{kColumn};
constexpr auto kViewFields = std::to_array<Field>({
    field<&SavedView::id, &ViewId::text>("id", kViewId, Presence::Required),
    field<&SavedView::name>("name", kShortText, Presence::Required),
    field<&SavedView::as_of>("asOf", kOptionalDate, Presence::Optional),
    field<&SavedView::grouping>("grouping", kGrouping, Presence::Optional),
    field<&SavedView::sort, &RowSort::by>("sortBy", kOptionalColumn, Presence::Optional),
    field<&SavedView::sort, &RowSort::descending>("descending", kBoolean, Presence::Optional),
    field<&SavedView::columns>("columns", kColumns, Presence::Optional),
    field<&SavedView::from>("from", kOptionalDate, Presence::Optional),
    field<&SavedView::to>("to", kOptionalDate, Presence::Optional),
    field<&SavedView::filter>("filter", kOptionalViewFilter, Presence::Optional),
});
constexpr EntityType<SavedView> kViewType{kViewFields, [](ReadContext& context, NodeIndex node) {
                                              check_order(context, node, "from", "to");
                                          }};
constexpr SharedListType<SavedView> kViews{kViewType};

// The first member of every file. The reader has looked at it before anything else; nothing is
// stored.
class FormatType final : public ValueType {
public:
    [[nodiscard]] Taken read(ReadContext& /*context*/, NodeIndex /*node*/,
                             void* /*target*/) const override {
        return Taken::AsWritten;
    }
    void write(JsonWriter& writer, const void* /*value*/) const override {
        writer.text(kRoadmapFormat);
    }
    [[nodiscard]] bool equal(const void* /*a*/, const void* /*b*/) const override { return true; }
};
constexpr FormatType kFormat{};

constexpr SharedListType<Measure> kMeasures{kMeasureType};
constexpr SharedListType<Mark> kMarks{kMarkType};
constexpr SharedListType<Occurrence> kOccurrences{kOccurrenceType};
constexpr SharedListType<School> kSchools{kSchoolType};
constexpr SharedListType<Indicator> kIndicators{kIndicatorType};
constexpr IntegerType kVersion{0, limits::kMaxVersion};

constexpr auto kDocumentFields = std::to_array<Field>({
    {"format", &kFormat, [](void* document) { return document; }, Presence::Required},
    field<&Document::version>("version", kVersion, Presence::Required),
    field<&Document::min_reader>("minReader", kVersion, Presence::Required),
    field<&Document::plan>("plan", kPlanType, Presence::Required),
    field<&Document::sections>("sections", kSections, Presence::Optional),
    field<&Document::parties>("parties", kPartyList, Presence::Optional),
    field<&Document::measures>("measures", kMeasures, Presence::Optional),
    field<&Document::marks>("marks", kMarks, Presence::Optional),
    field<&Document::occurrences>("occurrences", kOccurrences, Presence::Optional),
    field<&Document::schools>("schools", kSchools, Presence::Optional),
    field<&Document::indicators>("indicators", kIndicators, Presence::Optional),
    field<&Document::overrides>("overrides", kOverrides, Presence::Optional),
    field<&Document::thresholds>("thresholds", kOptionalThresholds, Presence::Optional),
    field<&Document::decisions>("decisions", kDecisions, Presence::Optional),
    field<&Document::live_changes>("liveChanges", kLiveChanges, Presence::Optional),
    field<&Document::slides>("slides", kSlides, Presence::Optional),
    field<&Document::calendar>("calendar", kCalendar, Presence::Optional),
    field<&Document::dictionaries>("dictionaries", kOptionalDictionaries, Presence::Optional),
    field<&Document::baselines>("baselines", kBaselines, Presence::Optional),
    field<&Document::snapshots>("snapshots", kSnapshots, Presence::Optional),
    field<&Document::views>("views", kViews, Presence::Optional),
});

} // namespace

constinit const EntityType<Document> kDocumentType{kDocumentFields};

} // namespace vekha
