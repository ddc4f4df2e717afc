#include "core/edit/progress_rules.hpp"

#include "core/base/result.hpp"
#include "core/base/unknown_members.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/evidence_text.hpp"
#include "core/model/measure.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha {
namespace {

using ReportResult = Result<ProgressReport, EditProblem>;

// The state and percent that follow from what was touched.
ReportResult apply_state_and_percent(ProgressReport report, const ProgressChange& change) {
    if (change.percent) {
        const int percent = *change.percent;
        if (percent < 0 || percent > 100) {
            return fail(EditProblem::PercentOutOfRange);
        }
        if ((change.state == StoredState::Done && percent != 100) ||
            (change.state == StoredState::NotStarted && percent != 0)) {
            return fail(EditProblem::PercentContradictsState);
        }
        report.percent = percent;
        const bool no_longer_done = report.state == StoredState::Done && percent != 100;
        const bool begun = report.state == StoredState::NotStarted && percent != 0;
        if (!change.state && (no_longer_done || begun)) {
            report.state = StoredState::InProgress;
        }
    }
    if (change.state) {
        report.state = *change.state;
        if (report.state == StoredState::Done) {
            report.percent = 100;
        } else if (report.state == StoredState::NotStarted) {
            report.percent = 0;
        }
    }
    return report;
}

ReportResult apply_done_date(ProgressReport report, const ProgressChange& change,
                             StoredState state_before, Date as_of) {
    const bool done = report.state == StoredState::Done;
    if (change.done_date) {
        if (!done && change.done_date->date) {
            return fail(EditProblem::DoneDateWithoutDone);
        }
        report.done_date = change.done_date->date;
    } else if (done && state_before != StoredState::Done && !report.done_date) {
        report.done_date = as_of;
    } else if (!done && state_before == StoredState::Done) {
        report.done_date.reset();
    }
    return report;
}

ReportResult apply_texts(ProgressReport report, const ProgressChange& change,
                         StoredState state_before) {
    if (change.note) {
        Result<std::string, EditProblem> note = clean_typed_text(*change.note);
        if (!note) {
            return fail(note.error());
        }
        report.note = std::move(note).value();
    }
    if (change.evidence) {
        Result<std::vector<EvidenceLink>, EditProblem> links =
            typed_evidence(*change.evidence, report.evidence);
        if (!links) {
            return fail(links.error());
        }
        report.evidence = std::move(links).value();
    }
    if (change.reason) {
        Result<std::string, EditProblem> reason = clean_typed_text(*change.reason);
        if (!reason) {
            return fail(reason.error());
        }
        report.reason = std::move(reason).value();
    } else if (needs_reason(state_before) && report.state != state_before) {
        // The reason was given for that state; why it was moved is not why it is cancelled.
        report.reason.clear();
    }
    // A file may hold such a state without a reason; only setting one of the two asks for it.
    const bool asked = change.reason || report.state != state_before;
    if (asked && needs_reason(report.state) && report.reason.empty()) {
        return fail(EditProblem::ReasonMissing);
    }
    return report;
}

} // namespace

Result<ProgressReport, EditProblem> changed_report(const ProgressReport& before,
                                                   const ProgressChange& change, Date as_of) {
    ReportResult result = apply_state_and_percent(before, change);
    if (result) {
        result = apply_done_date(std::move(result).value(), change, before.state, as_of);
    }
    if (result) {
        result = apply_texts(std::move(result).value(), change, before.state);
    }
    return result;
}

void drop_report_originals(UnknownMembers& unknown, const ProgressReport& before,
                           const ProgressReport& after, const ProgressChange& change) {
    const auto drop = [&unknown](std::string_view name) { drop_original(unknown, name); };
    if (change.state || before.state != after.state) {
        drop("state");
    }
    if (change.percent || before.percent != after.percent) {
        drop("percent");
    }
    if (change.done_date || before.done_date != after.done_date) {
        drop("doneDate");
    }
    if (change.reason || before.reason != after.reason) {
        drop("reason");
    }
    if (change.note || before.note != after.note) {
        drop("note");
    }
    if (change.evidence) {
        drop("evidence");
    }
}

} // namespace vekha
