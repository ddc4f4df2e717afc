#include "core/codec/entity/descriptions.hpp"
#include "core/codec/entity/entity_type.hpp"
#include "core/codec/entity/plain_types.hpp"
#include "core/codec/entity/value_type.hpp"
#include "core/codec/json/json_tree.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"

#include <array>
#include <string_view>

namespace vekha {
namespace {

constexpr auto kApprovalFields = std::to_array<Field>({
    field<&Approval::authority>("authority", kLongText, Presence::Optional),
    field<&Approval::document>("document", kLongText, Presence::Optional),
    field<&Approval::date>("date", kOptionalDate, Presence::Optional),
    field<&Approval::edition>("edition", kShortText, Presence::Optional),
});
constexpr EntityType<Approval> kApprovalType{kApprovalFields};
constexpr OptionalEntityType<Approval> kOptionalApproval{kApprovalType};

constexpr auto kDemoFields = std::to_array<Field>({
    field<&DemoMark::reason>("reason", kLongText, Presence::Required),
});
constexpr EntityType<DemoMark> kDemoType{kDemoFields};
constexpr OptionalEntityType<DemoMark> kOptionalDemo{kDemoType};

constexpr auto kPlanLevels = std::to_array<std::string_view>({"region", "municipality", "school"});
constexpr EnumType<PlanLevel> kPlanLevel{kPlanLevels};
// Nothing refers to the one plan of a file, so its id is not checked against others.
constexpr IdType kPlanId{IdKind::Section, IdRole::History};

constexpr auto kPlanFields = std::to_array<Field>({
    field<&Plan::id, &PlanId::text>("id", kPlanId, Presence::Required),
    field<&Plan::title>("title", kLongText, Presence::Required),
    field<&Plan::language>("language", kShortText, Presence::AlwaysWritten),
    field<&Plan::level>("level", kPlanLevel, Presence::AlwaysWritten),
    field<&Plan::territory>("territory", kShortText, Presence::Optional),
    field<&Plan::from>("from", kOptionalDate, Presence::Optional),
    field<&Plan::to>("to", kOptionalDate, Presence::Optional),
    field<&Plan::as_of>("asOf", kOptionalDate, Presence::Optional),
    field<&Plan::approval>("approval", kOptionalApproval, Presence::Optional),
    field<&Plan::demo>("demo", kOptionalDemo, Presence::Optional),
});

void check_plan(ReadContext& context, NodeIndex node) {
    check_order(context, node, "from", "to");
}

} // namespace

constinit const EntityType<Plan> kPlanType{kPlanFields, &check_plan};

} // namespace vekha
