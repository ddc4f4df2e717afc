#include "core/model/period_handles.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"

namespace vekha {

bool has_handle(const Period& period, const PeriodGrip& grip) {
    if (grip.span >= period.spans.size() || period.kind == PeriodKind::Relative ||
        period.kind == PeriodKind::Unscheduled) {
        return false;
    }
    const Span& days = period.spans[grip.span].days;
    switch (grip.handle) {
    case PeriodHandle::Body:
        return period.kind != PeriodKind::Throughout && (days.from || days.to);
    case PeriodHandle::Start:
        return days.from.has_value() && period.kind != PeriodKind::Deadline;
    case PeriodHandle::End:
        return days.to.has_value() && period.kind != PeriodKind::Open;
    }
    return false;
}

} // namespace vekha
