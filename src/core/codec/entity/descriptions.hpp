// The descriptions of the objects of a roadmap file, from the file itself down to a span. The
// tables stand in describe_*.cpp and follow FORMAT.md line by line; what has an own check between
// members says so there.
#pragma once

#include "core/codec/entity/entity_type.hpp"
#include "core/codec/entity/plain_types.hpp"
#include "core/codec/limits.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <string>
#include <string_view>

namespace vekha {

extern const EntityType<Document> kDocumentType;
extern const EntityType<Plan> kPlanType;
extern const EntityType<Measure> kMeasureType;
extern const EntityType<Mark> kMarkType;
extern const EntityType<Occurrence> kOccurrenceType;
extern const EntityType<PeriodSpan> kPeriodSpanType;
extern const EntityType<Period> kPeriodType;
extern const EntityType<School> kSchoolType;
extern const EntityType<Indicator> kIndicatorType;
extern const EnumType<PeriodKind> kPeriodKindType;
extern const EnumType<StoredState> kStoredStateType;

inline constexpr TextType kShortText{limits::kShortText};
inline constexpr TextType kLinkText{limits::kLink};
inline constexpr TextType kLongText{limits::kLongText};
inline constexpr PlainListType<std::string> kShortTexts{kShortText};
inline constexpr PlainListType<std::string> kLongTexts{kLongText};
inline constexpr BooleanType kBoolean{};
inline constexpr NumberType kNumber{};
inline constexpr OptionalType<double> kOptionalNumber{kNumber};
inline constexpr IntegerType kPercent{0, 100};
inline constexpr DateType kDate{};
inline constexpr OptionalType<Date> kOptionalDate{kDate};
inline constexpr PlainListType<Date> kDates{kDate};

inline constexpr IdType kMeasureReference{IdKind::Measure, IdRole::Reference};
inline constexpr IdType kOptionalMeasure{IdKind::Measure, IdRole::OptionalReference};
inline constexpr IdType kFormerMeasure{IdKind::Measure, IdRole::History};
inline constexpr IdType kOptionalSection{IdKind::Section, IdRole::OptionalReference};
inline constexpr IdType kOptionalSchool{IdKind::School, IdRole::OptionalReference};
inline constexpr IdType kOptionalParty{IdKind::Party, IdRole::OptionalReference};
inline constexpr IdType kPartyReference{IdKind::Party, IdRole::Reference};
inline constexpr PlainListType<PartyId> kParties{kPartyReference};
inline constexpr VectorType<PeriodSpan> kPeriodSpans{kPeriodSpanType};

// True for a member that is there and not the empty text.
[[nodiscard]] bool has_text_member(const JsonTree& tree, NodeIndex object, std::string_view name);
// For checks between members: says that the end stands before the start, when both can be read.
void check_order(ReadContext& context, NodeIndex object, std::string_view from_name,
                 std::string_view to_name);
// One of the two sides of a span should be there.
void check_span(ReadContext& context, NodeIndex object);

} // namespace vekha
