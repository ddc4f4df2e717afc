#include "core/edit/approval_edits.hpp"

#include "core/base/result.hpp"
#include "core/base/text_limits.hpp"
#include "core/base/utf8.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/edits.hpp"
#include "core/edit/new_ids.hpp"
#include "core/model/document.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <optional>
#include <string>
#include <utility>

namespace vekha {
namespace {

// The days alone: what else a file says of a span is said in the plan.
BaselinePeriod frozen(const Measure& measure) {
    BaselinePeriod period;
    period.measure = measure.id;
    period.number = measure.number;
    period.title = measure.title;
    for (const PeriodSpan& span : measure.period.spans) {
        if (span.days.from || span.days.to) {
            period.spans.push_back({span.days, {}});
        }
    }
    return period;
}

} // namespace

Result<Document, EditProblem> set_approval(const Document& document,
                                           const std::optional<Approval>& approval) {
    Document changed = document;
    if (!approval) {
        changed.plan.approval.reset();
        return changed;
    }
    Approval after = document.plan.approval.value_or(Approval{});
    const auto problem =
        TextSetter(after.unknown)
            .set(after.authority, approval->authority, clean_typed_text, "authority")
            .set(after.document, approval->document, clean_typed_text, "document")
            .set(after.edition, approval->edition, clean_typed_label, "edition")
            .problem();
    if (problem) {
        return fail(*problem);
    }
    set_field(after.date, approval->date, after.unknown, "date");
    changed.plan.approval = std::move(after);
    return changed;
}

Result<Document, EditProblem> approve(const Document& document, const Approval& approval,
                                      NewIds& ids) {
    Result<Document, EditProblem> result = set_approval(document, approval);
    if (!result) {
        return result;
    }
    Document changed = std::move(result).value();
    const Approval approved = changed.plan.approval.value_or(Approval{});
    Baseline baseline;
    baseline.id = ids.make<BaselineId>("b", document.baselines);
    baseline.title = approved.edition.empty() ? approved.document : approved.edition;
    baseline.authority = approved.authority;
    baseline.date = approved.date;
    if (count_code_points(approved.document) <= kMaxShortTextCodePoints) {
        baseline.order_number = approved.document;
    }
    baseline.periods.reserve(document.measures.size());
    for (const Measure& measure : document.measures) {
        baseline.periods.push_back(frozen(measure));
    }
    changed.baselines.push_back(std::move(baseline));
    return changed;
}

} // namespace vekha
