// Gives the parts of a cell their missing years and turns them into spans: from the other end of
// the range, from the neighbours of a list, from the section, from a plan of one year; in a plan of
// several years the first time after the order, which somebody has to look at.
#pragma once

#include "core/calendar/date.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/period_reader.hpp"

#include <optional>

namespace vekha::reading {

// The plan as the years see it.
class PlanYears {
public:
    explicit PlanYears(const PeriodContext& context);

    // None when nobody has said which days it has.
    [[nodiscard]] const std::optional<Days>& plan() const { return m_plan; }
    [[nodiscard]] std::optional<int> section_year() const { return m_section_year; }
    // All of it in one calendar year.
    [[nodiscard]] bool is_calendar_year() const;
    // Not longer than a year, as a school year is.
    [[nodiscard]] bool is_one_year() const;
    // Such a year that does not begin with January.
    [[nodiscard]] bool is_school_year() const { return is_one_year() && !is_calendar_year(); }
    // The days that «в течение года» can mean; none when the plan is not known.
    [[nodiscard]] std::optional<Days> one_year() const;

    // The year in which the stretch begins, when no year is printed.
    [[nodiscard]] std::optional<int> year_for(const Stretch& stretch, Findings& found) const;

private:
    [[nodiscard]] static std::optional<int> first_year_in(const Days& plan, const Stretch& stretch);
    [[nodiscard]] static int first_begin_after(const Stretch& stretch, Date day);
    [[nodiscard]] static int first_year_after(const Stretch& stretch, Date day);

    std::optional<Days> m_plan;
    std::optional<int> m_section_year;
    std::optional<Date> m_order_date;
};

// Gives the parts behind a heading («2021 год: март, октябрь», «2022-2023 учебный год, до 1
// октября») its year, and those before a range of years («март 2021-2023 гг.») each of them.
void spread_years(Findings& found);

// Gives the stretch the year of the heading, a year or a school year.
void put_under(const Stretch& heading, Stretch& stretch, Findings& found);

// Puts the part into the school year that begins in `first`, or in any one.
void put_in_school_year(CalendarPart& part, std::optional<int> first, Findings& found);

// Fills in all missing years of the stretches.
void fill_years(Findings& found, const PlanYears& plan);

// The stretch beginning in this year; its end is the first one behind its begin.
[[nodiscard]] Stretch beginning_in(Stretch stretch, int year);

// The days of a stretch that has its years; none for a day that does not exist.
[[nodiscard]] std::optional<Span> span_of(const Stretch& stretch);

} // namespace vekha::reading
