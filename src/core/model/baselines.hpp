// Which of the approved editions of a plan is the one in force: what is drawn under the bars, and
// what deviations are counted from.
#pragma once

#include "core/model/document.hpp"

#include <cstdint>

namespace vekha {

// Index of the newest baseline; kNoIndex when there is none. What was moved before the last
// approval has been approved with it, so an older edition would show as deviations what is long
// agreed. Newest is the one of the latest day, of equal days the later in the file; one without a
// day is older than any that has one.
[[nodiscard]] std::uint32_t newest_baseline(const Document& document);

} // namespace vekha
