// Reports of occurrences stand beside the measures and are known by their days (core/model/
// measure.hpp). Where the spans of a period change, the report of a span goes with it, or what was
// done would be done at another time. For core/edit only.
#pragma once

#include "core/base/shared_list.hpp"
#include "core/calendar/date.hpp"
#include "core/edit/measure_edits.hpp"
#include "core/model/ids.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"

#include <map>
#include <vector>

namespace vekha {

class OccurrenceDays {
public:
    // The measure had the one period and has the other.
    void follow(const MeasureId& measure, const Period& before, const Period& after, SpansAre how);

    // The reports with their new days. One whose span is gone stays as it is; where such a one
    // has days that another would get, all reports of that measure stay as they are.
    [[nodiscard]] SharedList<Occurrence> applied(const SharedList<Occurrence>& reports) const;

private:
    struct Change {
        Span before;
        Span after;
    };
    std::map<MeasureId, std::vector<Change>> m_changes;
};

} // namespace vekha
