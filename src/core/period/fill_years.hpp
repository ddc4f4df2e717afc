// Gives the parts of a cell their missing years and turns them into spans: from the other end of
// the range, from the neighbours of a list, from the section, from a plan of one year; in a plan of
// several years the first time after the order, which somebody has to look at.
#pragma once

#include "core/calendar/date.hpp"
#include "core/period/findings.hpp"
#include "core/period/period_reader.hpp"

#include <optional>

namespace vekha::reading {

// The plan as the years see it.
class PlanYears {
public:
    explicit PlanYears(const PeriodContext& context);

    [[nodiscard]] bool is_known() const { return m_plan.from && m_plan.to; }
    [[nodiscard]] const Span& plan() const { return m_plan; }
    [[nodiscard]] std::optional<int> section_year() const { return m_section_year; }
    // All of it in one calendar year.
    [[nodiscard]] bool is_calendar_year() const;
    // Not longer than a year, as a school year is.
    [[nodiscard]] bool is_one_year() const;
    // The days that «в течение года» can mean; none when the plan is not known.
    [[nodiscard]] std::optional<Span> one_year() const;

    // The year in which the stretch begins, when no year is printed.
    [[nodiscard]] std::optional<int> year_for(const Stretch& stretch, Findings& found) const;

private:
    [[nodiscard]] std::optional<int> first_year_in_plan(const Stretch& stretch) const;
    [[nodiscard]] std::optional<int> first_year_after(const Stretch& stretch, Date day) const;

    Span m_plan;
    std::optional<int> m_section_year;
    std::optional<Date> m_order_date;
};

// Fills in all missing years of the stretches.
void fill_years(Findings& found, const PlanYears& plan);

// The stretch beginning in this year; its end is the first one behind its begin.
[[nodiscard]] Stretch beginning_in(Stretch stretch, int year);

// The days of a stretch that has its years; none for a day that does not exist.
[[nodiscard]] std::optional<Span> span_of(const Stretch& stretch);

} // namespace vekha::reading
