#include "core/calendar/date.hpp"
#include "core/codec/entity/descriptions.hpp"
#include "core/codec/entity/entity_type.hpp"
#include "core/codec/entity/plain_types.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/findings.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/codec/limits.hpp"
#include "core/codec/problem.hpp"
#include "core/model/period.hpp"

#include <array>
#include <optional>
#include <string_view>

namespace vekha {
namespace {

std::optional<Date> date_of(const JsonTree& tree, std::optional<NodeIndex> node) {
    return node && tree.kind(*node) == JsonKind::String ? Date::from_iso(tree.string(*node))
                                                        : std::nullopt;
}

constexpr auto kPeriodKinds =
    std::to_array<std::string_view>({"day", "deadline", "month", "range", "several", "throughout",
                                     "recurring", "open", "relative", "unscheduled"});

constexpr auto kPrecisions =
    std::to_array<std::string_view>({"day", "month", "quarter", "half", "year", "none"});
constexpr EnumType<Precision> kPrecision{kPrecisions};

constexpr auto kPeriodSources = std::to_array<std::string_view>({"readFromText", "setByHand"});
constexpr EnumType<PeriodSource> kPeriodSource{kPeriodSources};

constexpr auto kPeriodSpanFields = std::to_array<Field>({
    field<&PeriodSpan::days, &Span::from>("from", kOptionalDate, Presence::Optional),
    field<&PeriodSpan::days, &Span::to>("to", kOptionalDate, Presence::Optional),
});

constexpr auto kRecurrenceFields = std::to_array<Field>({
    field<&Recurrence::text>("text", kLongText, Presence::Optional),
    field<&Recurrence::rule>("rule", kShortText, Presence::Optional),
});
constexpr EntityType<Recurrence> kRecurrenceType{kRecurrenceFields};
constexpr OptionalEntityType<Recurrence> kOptionalRecurrence{kRecurrenceType};

constexpr IntegerType kOffsetDays{-limits::kMaxOffsetDays, limits::kMaxOffsetDays};
constexpr auto kRelativeFields = std::to_array<Field>({
    field<&RelativeTo::anchor>("anchor", kLongText, Presence::Required),
    field<&RelativeTo::anchor_date>("anchorDate", kOptionalDate, Presence::Optional),
    field<&RelativeTo::offset_days>("offsetDays", kOffsetDays, Presence::Optional),
});
constexpr EntityType<RelativeTo> kRelativeType{kRelativeFields};
constexpr OptionalEntityType<RelativeTo> kOptionalRelative{kRelativeType};

constexpr auto kReviewFields = std::to_array<Field>({
    field<&Review::reason>("reason", kLongText, Presence::Required),
});
constexpr EntityType<Review> kReviewType{kReviewFields};
constexpr OptionalEntityType<Review> kOptionalReview{kReviewType};

constexpr auto kPeriodFields = std::to_array<Field>({
    field<&Period::text>("text", kLongText, Presence::AlwaysWritten),
    field<&Period::kind>("kind", kPeriodKindType, Presence::Required),
    field<&Period::spans>("spans", kPeriodSpans, Presence::Optional),
    field<&Period::recurrence>("recurrence", kOptionalRecurrence, Presence::Optional),
    field<&Period::relative>("relative", kOptionalRelative, Presence::Optional),
    field<&Period::precision>("precision", kPrecision, Presence::Optional),
    field<&Period::review>("review", kOptionalReview, Presence::Optional),
    field<&Period::set_by>("setBy", kPeriodSource, Presence::Optional),
});

} // namespace

constinit const EnumType<PeriodKind> kPeriodKindType{kPeriodKinds};
constinit const EntityType<PeriodSpan> kPeriodSpanType{kPeriodSpanFields, &check_span};
constinit const EntityType<Period> kPeriodType{kPeriodFields};

bool has_text_member(const JsonTree& tree, NodeIndex object, std::string_view name) {
    const std::optional<NodeIndex> member = tree.member(object, name);
    return member && tree.source(*member) != "\"\"";
}

void check_order(ReadContext& context, NodeIndex object, std::string_view from_name,
                 std::string_view to_name) {
    const JsonTree& tree = context.tree();
    const std::optional<NodeIndex> to_node = tree.member(object, to_name);
    const std::optional<Date> from = date_of(tree, tree.member(object, from_name));
    const std::optional<Date> to = date_of(tree, to_node);
    if (from && to && to_node && *to < *from) {
        context.report(ProblemCode::EndBeforeStart, *to_node,
                       {text_parameter("from", from->iso()), text_parameter("to", to->iso())});
    }
}

void check_span(ReadContext& context, NodeIndex object) {
    if (!context.tree().member(object, "from") && !context.tree().member(object, "to")) {
        context.report(ProblemCode::NeitherGiven, object, {text_parameter("names", "from, to")});
    }
    check_order(context, object, "from", "to");
}

} // namespace vekha
