// Links to what proves a report, as a person types them: one in a line, its name before its
// address. «Приказ от 12.04.2021 https://example.org/order.pdf»
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/measure.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace vekha {

// What a browser may be sent to: the web and mail.
[[nodiscard]] bool is_safe_link(std::string_view address);

[[nodiscard]] std::string evidence_text(const std::vector<EvidenceLink>& links);

// A line that stood in the text of `before` is that link, whatever its address; every other one
// ends in a safe address, and has no second one. Empty lines count for nothing. LinkMissing,
// TextInvalid, TextTooLong.
[[nodiscard]] Result<std::vector<EvidenceLink>, EditProblem>
typed_evidence(std::string_view typed, const std::vector<EvidenceLink>& before);

} // namespace vekha
