// The rules about state, percent, done date and reason of one report, whatever it is about; they
// are said at set_progress (core/edit/edits.hpp). For core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/measure.hpp"

#include <array>
#include <string_view>

namespace vekha {

// Members of a report in its owner's object of the file.
inline constexpr std::array<std::string_view, 6> kReportMembers{"state",    "reason", "percent",
                                                                "doneDate", "note",   "evidence"};

[[nodiscard]] Result<ProgressReport, EditProblem>
changed_report(const ProgressReport& before, const ProgressChange& change, Date as_of);

// Drops what a repair kept under the names of fields that were set, or changed along with them.
void drop_report_originals(UnknownMembers& unknown, const ProgressReport& before,
                           const ProgressReport& after, const ProgressChange& change);

} // namespace vekha
