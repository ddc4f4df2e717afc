// The rules about state, percent, done date and reason of one report, whatever it is about; they
// are said at set_progress (core/edit/edits.hpp). For core/edit only.
#pragma once

#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edits.hpp"
#include "core/model/measure.hpp"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

namespace vekha {

// Members of a report in its owner's object of the file.
inline constexpr std::array<std::string_view, 6> kReportMembers{"state",    "reason", "percent",
                                                                "doneDate", "note",   "evidence"};

[[nodiscard]] Result<ProgressReport, EditProblem>
changed_report(const ProgressReport& before, const ProgressChange& change, Date as_of);

// Drops what a repair kept under the names of fields that were set, or changed along with them.
void drop_report_originals(UnknownMembers& unknown, const ProgressReport& before,
                           const ProgressReport& after, const ProgressChange& change);

// Changes the report of a measure, a mark or an occurrence; the problem when that is refused.
template <class Reported>
[[nodiscard]] std::optional<EditProblem> change_report(Reported& of, const ProgressChange& change,
                                                       Date as_of) {
    Result<ProgressReport, EditProblem> report = changed_report(of.report, change, as_of);
    if (!report) {
        return report.error();
    }
    drop_report_originals(of.unknown, of.report, report.value(), change);
    of.report = std::move(report).value();
    return std::nullopt;
}

} // namespace vekha
