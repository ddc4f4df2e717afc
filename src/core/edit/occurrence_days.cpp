#include "core/edit/occurrence_days.hpp"

#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace vekha {
namespace {

using Days = std::vector<Span>;

Days days_of(const Period& period) {
    Days days;
    days.reserve(period.spans.size());
    for (const PeriodSpan& span : period.spans) {
        days.push_back(span.days);
    }
    return days;
}

// Each of the others takes one away.
Days days_only_in(Days days, const Days& others) {
    for (const Span& other : others) {
        const auto same = std::ranges::find(days, other);
        if (same != days.end()) {
            days.erase(same);
        }
    }
    return days;
}

} // namespace

void OccurrenceDays::follow(const MeasureId& measure, const Period& before, const Period& after,
                            SpansAre how) {
    Days from = days_of(before);
    Days to = days_of(after);
    if (how == SpansAre::Anew) {
        Days left = days_only_in(from, to);
        to = days_only_in(to, from);
        from = std::move(left);
    }
    if (from == to || from.size() != to.size()) {
        return;
    }
    std::vector<Change>& changes = m_changes[measure];
    for (std::size_t i = 0; i < from.size(); ++i) {
        changes.push_back({from[i], to[i]});
    }
}

SharedList<Occurrence> OccurrenceDays::applied(const SharedList<Occurrence>& reports) const {
    if (m_changes.empty()) {
        return reports;
    }
    // Of spans with the same days the first report is of the first.
    std::map<MeasureId, std::vector<Change>> left = m_changes;
    std::vector<std::optional<Span>> days(reports.size());
    std::set<MeasureId> blocked;
    std::size_t index = 0;
    for (const Occurrence& report : reports) {
        std::optional<Span>& after = days[index++];
        const auto found = left.find(report.measure);
        if (found == left.end()) {
            continue;
        }
        std::vector<Change>& changes = found->second;
        const auto change = std::ranges::find(changes, report.days, &Change::before);
        if (change != changes.end()) {
            after = change->after;
            changes.erase(change);
        } else if (const std::vector<Change>& all = m_changes.at(report.measure);
                   std::ranges::find(all, report.days, &Change::after) != all.end()) {
            blocked.insert(report.measure);
        }
    }
    index = 0;
    return reports.replaced([&](const Occurrence& before) -> std::optional<Occurrence> {
        const std::optional<Span>& after = days[index++];
        if (!after || *after == before.days || blocked.contains(before.measure)) {
            return std::nullopt;
        }
        Occurrence report = before;
        report.days = *after;
        drop_original(report.unknown, "from");
        drop_original(report.unknown, "to");
        return report;
    });
}

} // namespace vekha
