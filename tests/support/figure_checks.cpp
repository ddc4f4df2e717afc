#include "tests/support/figure_checks.hpp"

#include "core/calendar/date.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/rollup.hpp"
#include "core/status/unit_status.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace vekha::test {
namespace {

bool is_share(const std::optional<double>& percent) {
    return !percent || (*percent >= 0.0 && *percent <= 100.0);
}

bool sane(const Tally& part, const Tally& whole) {
    return part.in_review <= part.count && part.count <= whole.count &&
           part.in_review <= whole.in_review;
}

bool rises(const Curve& curve) {
    for (std::size_t i = 1; i < curve.size(); ++i) {
        if (curve[i].day <= curve[i - 1].day || curve[i].total <= curve[i - 1].total) {
            return false;
        }
    }
    return true;
}

std::string broken_group_law(const GroupFigures& group, Date as_of) {
    Tally sum;
    for (const Tally& tally : group.by_state) {
        sum.count += tally.count;
        sum.in_review += tally.in_review;
        if (!sane(tally, group.all)) {
            return "a state has more than all";
        }
    }
    if (sum != group.all) {
        return "the states do not add up to all";
    }
    const std::size_t outside =
        group.in_state(ComputedState::Cancelled).count + group.in_state(ComputedState::Moved).count;
    if (group.counting.count + outside != group.all.count) {
        return "the denominator is not all without cancelled and moved";
    }
    if (!sane(group.counting, group.all) || !sane(group.dated, group.counting) ||
        !sane(group.due_by_as_of, group.dated)) {
        return "a part is larger than its whole";
    }
    if (!is_share(group.share_done_percent) || !is_share(group.progress_percent) ||
        !is_share(group.plan_share_percent)) {
        return "a share is outside 0 to 100";
    }
    if (group.share_done_percent.has_value() != (group.counting.count > 0) ||
        group.plan_share_percent.has_value() != (group.dated.count > 0)) {
        return "a share is missing or divides by nothing";
    }
    if (!rises(group.planned) || !rises(group.done)) {
        return "a curve does not rise";
    }
    if (curve_value_at(group.planned, as_of) != group.due_by_as_of.count ||
        (group.planned.empty() ? 0 : group.planned.back().total) != group.dated.count) {
        return "the planned curve does not agree with the counts";
    }
    if (!group.done.empty() &&
        (group.done.back().day > as_of ||
         group.done.back().total > group.in_state(ComputedState::Done).count)) {
        return "the done curve shows more than is done";
    }
    const bool any_late = group.in_state(ComputedState::Late).count > 0;
    if (any_late && (group.zone.computed == Zone::Grey || group.zone.computed == Zone::Green)) {
        return "something is late in a green or grey zone";
    }
    return {};
}

// A measure that nobody has set by hand and that has no parts follows the lines of the table one by
// one.
std::string broken_unit_law(const Measure& measure, const MeasureStatus& found, Date as_of) {
    const UnitStatus& status = found.status;
    const StoredState stored = measure.report.state;
    const bool set_by_person = stored == StoredState::NotDone || stored == StoredState::Moved ||
                               stored == StoredState::Cancelled;
    const std::optional<Date>& done_date = measure.report.done_date;
    const bool done_by_as_of = stored == StoredState::Done && (!done_date || *done_date <= as_of);
    const bool expected = !set_by_person && !done_by_as_of;
    const std::optional<Date> due = start_and_due(measure.period).due;
    const bool late = expected && due && *due < as_of;
    if (late != (status.state == ComputedState::Late)) {
        return "late is not the same as expected and D < A";
    }
    if (late && status.days_late != days_between(*due, as_of)) {
        return "the days of being late are not A - D";
    }
    if (done_by_as_of != (status.state == ComputedState::Done)) {
        return "done is not the same as done by A";
    }
    if (expected != is_open(status.state)) {
        return "what is still expected is not open";
    }
    return {};
}

std::string broken_measure_law(const Measure& measure, const MeasureStatus& found, Date as_of) {
    const PartCounts& counts = found.counts;
    if (counts.counting > counts.all ||
        counts.done + counts.late + counts.due_soon > counts.counting) {
        return "there are more parts of a kind than parts";
    }
    if (found.percent < 0.0 || found.percent > 100.0) {
        return "the percent is outside 0 to 100";
    }
    if (found.overridden) {
        return {};
    }
    if (!found.derived()) {
        return broken_unit_law(measure, found, as_of);
    }
    const bool all_done = counts.counting > 0 && counts.done == counts.counting;
    if (all_done != (found.status.state == ComputedState::Done)) {
        return "a derived measure is done without all that count, or the reverse";
    }
    if ((counts.late > 0) != (found.status.state == ComputedState::Late)) {
        return "a derived measure is late without a late part, or the reverse";
    }
    return {};
}

std::size_t sum_of_top_sections(const Document& document, const PlanStatus& status) {
    std::size_t sum = status.outside_sections.all.count;
    for (std::size_t i = 0; i < document.sections.size(); ++i) {
        if (document.sections[i].parent.empty()) {
            sum += status.sections[i].all.count;
        }
    }
    return sum;
}

} // namespace

std::string broken_law(const Document& document, const PlanStatus& status) {
    std::vector<const GroupFigures*> groups{&status.total, &status.outside_sections,
                                            &status.without_party};
    for (const GroupFigures& section : status.sections) {
        groups.push_back(&section);
    }
    for (const GroupFigures& party : status.parties) {
        groups.push_back(&party);
    }
    for (const GroupFigures* group : groups) {
        std::string broken = broken_group_law(*group, status.as_of);
        if (!broken.empty()) {
            return broken;
        }
    }
    for (std::size_t i = 0; i < document.measures.size(); ++i) {
        const Measure& measure = document.measures[i];
        const std::string broken = broken_measure_law(measure, status.measures[i], status.as_of);
        if (!broken.empty()) {
            return measure.id.text + ": " + broken;
        }
    }
    if (status.total.all.count != document.measures.size()) {
        return "the total is not the number of measures";
    }
    if (sum_of_top_sections(document, status) != status.total.all.count) {
        return "the sections do not add up to the plan";
    }
    return {};
}

} // namespace vekha::test
