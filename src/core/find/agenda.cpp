#include "core/find/agenda.hpp"

#include "core/base/sorting.hpp"
#include "core/calendar/date.hpp"
#include "core/find/mine.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/status/measure_status.hpp"
#include "core/status/plan_status.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace vekha {
namespace {

bool is_open(const UnitStatus& status) {
    return status.stored == StoredState::NotStarted || status.stored == StoredState::InProgress;
}

class AgendaMaker {
public:
    explicit AgendaMaker(Date as_of) : m_as_of(as_of) {
        Date from = m_as_of;
        const auto past_monday = static_cast<std::int32_t>(m_as_of.weekday()) -
                                 static_cast<std::int32_t>(Weekday::Monday);
        Date to = m_as_of.plus_days(kDaysInWeek - 1 - past_monday);
        for (std::size_t i = 0; i < kAgendaWeeks; ++i) {
            m_agenda.weeks.push_back({.from = from, .to = to, .entries = {}});
            from = to.plus_days(1);
            to = to.plus_days(kDaysInWeek);
        }
    }

    // The following measures are of the next plan.
    void next_plan() { ++m_plan; }

    void add(const OwnRows& own, const Measure& measure, std::uint32_t index,
             const MeasureStatus& status) {
        if (status.derived() && !status.overridden) {
            for (const PartStatus& part : status.parts) {
                if (own.has(measure, part)) {
                    add_unit(index, part.status);
                }
            }
        } else if (!status.overridden && (measure.period.kind == PeriodKind::Several ||
                                          measure.period.kind == PeriodKind::Recurring)) {
            add_days(measure, index, status);
        } else {
            add_unit(index, status.status);
        }
    }

    Agenda finish() {
        tidy(m_agenda.late);
        for (AgendaWeek& week : m_agenda.weeks) {
            tidy(week.entries);
        }
        return std::move(m_agenda);
    }

private:
    void add_unit(std::uint32_t index, const UnitStatus& status) {
        if (!status.due) {
            return;
        }
        if (status.state == ComputedState::Late) {
            m_agenda.late.push_back({m_plan, index, *status.due});
        } else if (is_open(status)) {
            add_coming(index, *status.due);
        }
    }

    // Nothing is reported of its single days: those to come are open while the whole is. It is late
    // as a whole.
    void add_days(const Measure& measure, std::uint32_t index, const MeasureStatus& status) {
        if (status.status.state == ComputedState::Late && status.status.due) {
            m_agenda.late.push_back({m_plan, index, *status.status.due});
        } else if (is_open(status.status)) {
            for (const PeriodSpan& span : measure.period.spans) {
                if (span.days.to) {
                    add_coming(index, *span.days.to);
                }
            }
        }
    }

    void add_coming(std::uint32_t index, Date due) {
        if (due < m_as_of) {
            return;
        }
        for (AgendaWeek& week : m_agenda.weeks) {
            if (due <= week.to) {
                week.entries.push_back({m_plan, index, due});
                return;
            }
        }
    }

    // Many schools may have the same day.
    static void tidy(std::vector<AgendaEntry>& entries) {
        sort_items(entries, [](const AgendaEntry& a, const AgendaEntry& b) {
            return std::tie(a.due, a.plan, a.measure) < std::tie(b.due, b.plan, b.measure);
        });
        const auto repeated = std::ranges::unique(entries);
        entries.erase(repeated.begin(), repeated.end());
    }

    Date m_as_of;
    std::uint32_t m_plan = 0;
    Agenda m_agenda;
};

} // namespace

Agenda make_agenda(Date as_of, std::span<const AgendaPlan> plans, const Person& person) {
    AgendaMaker maker(as_of);
    for (const AgendaPlan& plan : plans) {
        const OwnRows own(*plan.document, person);
        std::uint32_t index = 0;
        for (const Measure& measure : plan.document->measures) {
            if (own.has(measure)) {
                maker.add(own, measure, index, plan.status->measures[index]);
            }
            ++index;
        }
        maker.next_plan();
    }
    return maker.finish();
}

} // namespace vekha
