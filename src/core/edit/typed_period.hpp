// A period as a person set it, before it stands in a document. For core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"
#include "core/model/period.hpp"

#include <optional>

namespace vekha {

// With cleaned texts and, in the place of the unknown members of `given`, those of the period that
// stood there: of a span those of the span of the same days. Originals that a repair kept are not
// among them: all fields are set now. A period whose known members are those of the old one is the
// old one. DaysMissing for a span without days, EndBeforeStart unless it is to be reviewed,
// YearOutOfRange, LimitOutOfRange for the offset, and
// what texts are refused for.
[[nodiscard]] Result<Period, EditProblem> typed_period(const Period& given,
                                                       const std::optional<Period>& old);

} // namespace vekha
