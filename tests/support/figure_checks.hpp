// What holds for the figures of every plan on every day, whatever the plan says. Used on plans made
// by chance and on the samples.
#pragma once

#include "core/model/document.hpp"
#include "core/status/plan_status.hpp"

#include <string>

namespace vekha::test {

// The first law that is broken, in words; empty when the figures agree with each other and with the
// document.
[[nodiscard]] std::string broken_law(const Document& document, const PlanStatus& status);

} // namespace vekha::test
