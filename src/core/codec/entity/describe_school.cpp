#include "core/codec/entity/descriptions.hpp"
#include "core/codec/entity/entity_type.hpp"
#include "core/codec/entity/plain_types.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/model/ids.hpp"
#include "core/model/school.hpp"

#include <array>
#include <string_view>

namespace vekha {
namespace {

constexpr auto kRiskLevels = std::to_array<std::string_view>({"low", "medium", "high"});
constexpr EnumType<RiskLevel> kRiskLevel{kRiskLevels};
constexpr auto kTrends = std::to_array<std::string_view>({"unknown", "better", "same", "worse"});
constexpr EnumType<Trend> kTrend{kTrends};

constexpr auto kRiskFields = std::to_array<Field>({
    field<&Risk::factor>("factor", kShortText, Presence::Required),
    field<&Risk::level>("level", kRiskLevel, Presence::AlwaysWritten),
    field<&Risk::verified>("verified", kBoolean, Presence::Optional),
    field<&Risk::chosen>("chosen", kBoolean, Presence::Optional),
    field<&Risk::trend>("trend", kTrend, Presence::Optional),
});
constexpr EntityType<Risk> kRiskType{kRiskFields};
constexpr VectorType<Risk> kRisks{kRiskType};

constexpr auto kDocumentStates = std::to_array<std::string_view>(
    {"none", "submitted", "confirmed", "expertCheck", "accepted", "returned"});
constexpr EnumType<DocumentState> kDocumentState{kDocumentStates};
constexpr IdType kDocumentId{IdKind::Document, IdRole::Definition};

constexpr auto kSchoolDocumentFields = std::to_array<Field>({
    field<&SchoolDocument::id, &DocumentId::text>("id", kDocumentId, Presence::Required),
    field<&SchoolDocument::kind>("kind", kShortText, Presence::Required),
    field<&SchoolDocument::state>("state", kDocumentState, Presence::AlwaysWritten),
    field<&SchoolDocument::due>("due", kOptionalDate, Presence::Optional),
    field<&SchoolDocument::changed>("changed", kOptionalDate, Presence::Optional),
    field<&SchoolDocument::link>("link", kLinkText, Presence::Optional),
});
constexpr EntityType<SchoolDocument> kSchoolDocumentType{kSchoolDocumentFields};
constexpr VectorType<SchoolDocument> kSchoolDocuments{kSchoolDocumentType};

constexpr auto kVisitFields = std::to_array<Field>({
    field<&Visit::planned>("planned", kOptionalDate, Presence::Optional),
    field<&Visit::actual>("actual", kOptionalDate, Presence::Optional),
    field<&Visit::aim>("aim", kLongText, Presence::Optional),
    field<&Visit::result>("result", kLongText, Presence::Optional),
});
constexpr EntityType<Visit> kVisitType{kVisitFields};
constexpr VectorType<Visit> kVisits{kVisitType};

constexpr auto kExpertChecks = std::to_array<std::string_view>({"notChecked", "passed", "remarks"});
constexpr EnumType<ExpertCheck> kExpertCheck{kExpertChecks};

constexpr auto kStageFields = std::to_array<Field>({
    field<&MonitoringStage::stage>("stage", kShortText, Presence::Required),
    field<&MonitoringStage::due>("due", kOptionalDate, Presence::Optional),
    field<&MonitoringStage::submitted>("submitted", kOptionalDate, Presence::Optional),
    field<&MonitoringStage::confirmed>("confirmed", kOptionalDate, Presence::Optional),
    field<&MonitoringStage::expert_check>("expertCheck", kExpertCheck, Presence::Optional),
    field<&MonitoringStage::change>("change", kLongText, Presence::Optional),
});
constexpr EntityType<MonitoringStage> kStageType{kStageFields};
constexpr VectorType<MonitoringStage> kStages{kStageType};

constexpr auto kSchoolKinds = std::to_array<std::string_view>(
    {"lowResults", "adverseConditions", "resilient", "donor", "other"});
constexpr EnumType<SchoolKind> kSchoolKind{kSchoolKinds};
constexpr PlainListType<SchoolKind> kSchoolKindList{kSchoolKind};
constexpr IdType kSchoolId{IdKind::School, IdRole::Definition};

constexpr auto kSchoolFields = std::to_array<Field>({
    field<&School::id, &SchoolId::text>("id", kSchoolId, Presence::Required),
    field<&School::name>("name", kShortText, Presence::Required),
    field<&School::short_name>("shortName", kShortText, Presence::Optional),
    field<&School::municipality>("municipality", kShortText, Presence::Optional),
    field<&School::kinds>("kinds", kSchoolKindList, Presence::Optional),
    field<&School::curator, &PartyId::text>("curator", kOptionalParty, Presence::Optional),
    field<&School::coordinator, &PartyId::text>("coordinator", kOptionalParty, Presence::Optional),
    field<&School::risks>("risks", kRisks, Presence::Optional),
    field<&School::documents>("documents", kSchoolDocuments, Presence::Optional),
    field<&School::visits>("visits", kVisits, Presence::Optional),
    field<&School::stages>("stages", kStages, Presence::Optional),
});

constexpr auto kDirections = std::to_array<std::string_view>({"higherIsBetter", "lowerIsBetter"});
constexpr EnumType<Direction> kDirection{kDirections};

constexpr auto kIndicatorValueFields = std::to_array<Field>({
    field<&IndicatorValue::school, &SchoolId::text>("school", kOptionalSchool, Presence::Optional),
    field<&IndicatorValue::date>("date", kDate, Presence::Required),
    field<&IndicatorValue::value>("value", kOptionalNumber, Presence::Optional),
    field<&IndicatorValue::numerator>("numerator", kOptionalNumber, Presence::Optional),
    field<&IndicatorValue::denominator>("denominator", kOptionalNumber, Presence::Optional),
});
constexpr EntityType<IndicatorValue> kIndicatorValueType{kIndicatorValueFields};
constexpr VectorType<IndicatorValue> kIndicatorValues{kIndicatorValueType};
constexpr IdType kIndicatorId{IdKind::Indicator, IdRole::Definition};

constexpr auto kIndicatorFields = std::to_array<Field>({
    field<&Indicator::id, &IndicatorId::text>("id", kIndicatorId, Presence::Required),
    field<&Indicator::name>("name", kShortText, Presence::Required),
    field<&Indicator::unit>("unit", kShortText, Presence::Optional),
    field<&Indicator::direction>("direction", kDirection, Presence::AlwaysWritten),
    field<&Indicator::source>("source", kLongText, Presence::Optional),
    field<&Indicator::about>("about", kLongText, Presence::Optional),
    field<&Indicator::baseline>("baseline", kOptionalNumber, Presence::Optional),
    field<&Indicator::target>("target", kOptionalNumber, Presence::Optional),
    field<&Indicator::values>("values", kIndicatorValues, Presence::Optional),
});

} // namespace

constinit const EntityType<School> kSchoolType{kSchoolFields};
constinit const EntityType<Indicator> kIndicatorType{kIndicatorFields};

} // namespace vekha
