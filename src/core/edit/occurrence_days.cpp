#include "core/edit/occurrence_days.hpp"

#include "core/base/shared_list.hpp"
#include "core/edit/edit_parts.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <algorithm>
#include <cstddef>
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

Days days_only_in(const Days& days, const Days& others) {
    Days only;
    std::ranges::copy_if(days, std::back_inserter(only), [&others](const Span& span) {
        return std::ranges::find(others, span) == others.end();
    });
    return only;
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

const OccurrenceDays::Change* OccurrenceDays::change_of(const Occurrence& report) const {
    const auto found = m_changes.find(report.measure);
    if (found == m_changes.end()) {
        return nullptr;
    }
    const auto change = std::ranges::find(found->second, report.days, &Change::before);
    return change == found->second.end() ? nullptr : &*change;
}

SharedList<Occurrence> OccurrenceDays::applied(const SharedList<Occurrence>& reports) const {
    if (m_changes.empty()) {
        return reports;
    }
    std::set<MeasureId> blocked;
    for (const Occurrence& report : reports) {
        const auto found = m_changes.find(report.measure);
        if (found != m_changes.end() && change_of(report) == nullptr &&
            std::ranges::find(found->second, report.days, &Change::after) != found->second.end()) {
            blocked.insert(report.measure);
        }
    }
    return reports.replaced([&](const Occurrence& before) -> std::optional<Occurrence> {
        const Change* const change = change_of(before);
        if (change == nullptr || change->before == change->after ||
            blocked.contains(before.measure)) {
            return std::nullopt;
        }
        Occurrence report = before;
        report.days = change->after;
        drop_original(report.unknown, "from");
        drop_original(report.unknown, "to");
        return report;
    });
}

} // namespace vekha
