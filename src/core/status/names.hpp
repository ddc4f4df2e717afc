// Stable names of states, rules and zones: "dueSoon", "pastDue". For machine-readable output, for
// test tables and for making i18n keys; they are never shown to a person. States, stored states and
// zones are spelt as in the file.
#pragma once

#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <string_view>

namespace vekha {

[[nodiscard]] std::string_view stored_state_name(StoredState state);
[[nodiscard]] std::string_view computed_state_name(ComputedState state);
[[nodiscard]] std::string_view state_rule_name(StateRule rule);
[[nodiscard]] std::string_view zone_name(Zone zone);
[[nodiscard]] std::string_view zone_rule_name(ZoneRule rule);

} // namespace vekha
