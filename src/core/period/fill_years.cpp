#include "core/period/fill_years.hpp"

#include "core/calendar/date.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

namespace vekha::reading {
namespace {

constexpr std::int32_t kLongestYear = 366;
constexpr int kMostYears = 20;
constexpr int kSchoolYearMonth = 9;

std::optional<Date> first_day(const CalendarPart& part, int year) {
    const auto days = days_of(part, year);
    return days ? std::optional(days->from) : std::nullopt;
}

std::optional<Date> last_day(const CalendarPart& part, int year) {
    const auto days = days_of(part, year);
    return days ? std::optional(days->to) : std::nullopt;
}

bool has_no_year(const Stretch& stretch) {
    return !stretch.first.year && !stretch.last.year;
}

bool is_counted_month_wise(const CalendarPart& part) {
    return part.grain == Grain::Quarter || part.grain == Grain::Half || part.grain == Grain::Term;
}

// «3-1 квартал 2021» and «с 15 по 10 марта»: numbers that run backwards are a mistake, months that
// do («декабрь - май») go over the end of the year.
bool runs_backwards(const Stretch& stretch) {
    return stretch.first.was_bare && stretch.first.grain == stretch.last.grain &&
           is_counted_month_wise(stretch.first) && stretch.first.number > stretch.last.number;
}

// Whether the stretch goes over the end of the year. One of nearly a year («с 20 мая по 10 мая»,
// «ноябрь - октябрь») is a mistake, unless it is a school year.
bool goes_over_year(const Stretch& stretch, int year) {
    constexpr std::int32_t kShortestGap = 45;
    const auto begin = first_day(stretch.first, year);
    const auto end = last_day(stretch.last, year);
    if (!begin || !end || *begin <= *end || runs_backwards(stretch)) {
        return false;
    }
    return days_between(*end, *begin) > kShortestGap ||
           *begin == first_day({.grain = Grain::Month, .month = kSchoolYearMonth}, year);
}

// The end's year when the begin has one.
int year_of_end(const Stretch& stretch, int first_year) {
    return first_year + (goes_over_year(stretch, first_year) ? 1 : 0);
}

void fill_within(Stretch& stretch) {
    if (!stretch.is_range) {
        return;
    }
    if (stretch.first.year && !stretch.last.year) {
        stretch.last.year = year_of_end(stretch, *stretch.first.year);
    } else if (!stretch.first.year && stretch.last.year) {
        const int year = *stretch.last.year;
        stretch.first.year = year - (goes_over_year(stretch, year) ? 1 : 0);
    }
}

std::optional<Date> begin_of(const Stretch& stretch) {
    return stretch.first.year ? first_day(stretch.first, *stretch.first.year) : std::nullopt;
}

// From the next stretch that has a year: «март, май 2021».
void fill_from_right(Findings& found) {
    std::vector<Stretch>& all = found.stretches;
    for (std::size_t at = all.size(); at > 1; --at) {
        const Stretch& next = all[at - 1];
        Stretch& stretch = all[at - 2];
        if (!has_no_year(stretch) || !next.first.year) {
            continue;
        }
        int year = *next.first.year;
        const auto begin = first_day(stretch.first, year);
        const auto next_begin = begin_of(next);
        if (begin && next_begin && *begin > *next_begin) {
            found.doubt(ReviewReason::OrderOfYears);
            --year;
        }
        stretch = beginning_in(stretch, year);
    }
}

// From the stretch before: «сентябрь 2021, октябрь».
void fill_from_left(Findings& found) {
    std::vector<Stretch>& all = found.stretches;
    for (std::size_t at = 1; at < all.size(); ++at) {
        const Stretch& before = all[at - 1];
        Stretch& stretch = all[at];
        if (!has_no_year(stretch) || !before.first.year) {
            continue;
        }
        int year =
            before.is_range ? before.last.year.value_or(*before.first.year) : *before.first.year;
        const auto begin = first_day(stretch.first, year);
        const auto end_before = begin_of(before);
        if (begin && end_before && *begin < *end_before) {
            found.doubt(ReviewReason::OrderOfYears);
            ++year;
        }
        stretch = beginning_in(stretch, year);
    }
}

// «сентябрь 2020, 2021»: the month is meant again.
void repeat_months_in_years(Findings& found) {
    std::vector<Stretch>& all = found.stretches;
    for (std::size_t at = 1; at < all.size(); ++at) {
        const Stretch& before = all[at - 1];
        Stretch& stretch = all[at];
        const bool bare_year = !stretch.is_range && stretch.bound == Bound::None &&
                               stretch.first.grain == Grain::Year && stretch.first.year;
        if (bare_year && before.first.grain < Grain::Year && before.first.year &&
            before.bound == Bound::None) {
            const int year = *stretch.first.year;
            Stretch again = before;
            again.first.year.reset();
            again.last.year.reset();
            stretch = beginning_in(again, year);
            found.doubt(ReviewReason::OrderOfYears);
        }
    }
}

// «2021 год», «2022-2023 учебный год», «2021-2023 гг.» before other parts.
bool is_heading(const Stretch& stretch) {
    return stretch.bound == Bound::None && is_year_long(stretch.first) &&
           is_year_long(stretch.last) && stretch.first.year && stretch.last.year &&
           (!stretch.is_range || stretch.first.grain == Grain::Year);
}

bool takes_heading(const Stretch& stretch) {
    return has_no_year(stretch) && !is_of_any_month(stretch.first) &&
           !is_of_any_month(stretch.last) && !is_year_long(stretch.first) &&
           !is_year_long(stretch.last);
}

using Stretches = std::vector<Stretch>;

// The stretches from `begin` on, in each year from that of the last one to `last_year`.
void repeat_in_years(Findings& found, std::size_t begin, int last_year) {
    Stretches& all = found.stretches;
    const std::size_t end = all.size();
    Stretch& last = all.back();
    const int first_year = (last.last.through_year ? last.last.year : last.first.year).value_or(0);
    if (last.bound == Bound::From || last_year - first_year > kMostYears) {
        // «с сентября 2021-2023 гг.» goes on to the last year, most likely.
        last.last.grain = Grain::Year;
        last.last.year = last_year;
        last.is_range = true;
        last.bound = Bound::None;
        found.doubt(ReviewReason::LastDayUnclear);
        return;
    }
    // «октябрь – апрель 2022-2023 гг.» is one winter.
    const bool over =
        end == begin + 1 && last.is_range && year_of_end(last, first_year) != first_year;
    last_year -= over ? 1 : 0;
    if (!over || last_year != first_year) {
        found.doubt(ReviewReason::OrderOfYears);
    }
    for (int year = first_year; year <= last_year; ++year) {
        for (std::size_t at = begin; at < end; ++at) {
            const Stretch again = beginning_in(all[at], year);
            if (year == first_year) {
                all[at] = again;
            } else {
                all.push_back(again);
                all.back().on_new_line = false;
            }
        }
    }
}

// Saturdays and Sundays are no working days; of holidays nothing is known.
Date working_days_away(Date day, int days) {
    for (int left = std::abs(days); left > 0;) {
        day = day.plus_days(days < 0 ? -1 : 1);
        left -= day.weekday() < Weekday::Saturday ? 1 : 0;
    }
    return day;
}

Span counted_span(const Stretch& stretch, Date day) {
    const Offset& offset = stretch.offset;
    const Date end = offset.is_working
                         ? working_days_away(day, offset.days)
                         : day.plus_months_clamped(offset.months).plus_days(offset.days);
    switch (stretch.anchor) {
    case Anchor::After:
        return {day.plus_days(1), end};
    case Anchor::From:
        return {day, offset.is_working ? working_days_away(day.plus_days(-1), offset.days)
                                       : end.plus_days(-1)};
    case Anchor::By:
        return {std::nullopt, end};
    case Anchor::At:
    case Anchor::None:
        break;
    }
    return {end, end};
}

// «апрель, до 20 числа»: the month stands before the day.
void put_days_in_month(Stretches& all) {
    if (all.size() != 2 || all[0].is_range || all[0].bound != Bound::None ||
        all[0].first.grain != Grain::Month || all[1].last.grain != Grain::MonthDay) {
        return;
    }
    for (CalendarPart* part : {&all[1].first, &all[1].last}) {
        part->grain = Grain::Day;
        part->month = all[0].first.month;
        part->year = all[0].first.year;
    }
    all.erase(all.begin());
}

} // namespace

void put_in_school_year(CalendarPart& part, std::optional<int> first, Findings& found) {
    bool is_autumn = part.month >= kSchoolYearMonth;
    switch (part.grain) {
    case Grain::Half:
        part.grain = Grain::SchoolHalf;
        found.doubt(ReviewReason::SchoolCalendar);
        is_autumn = part.number == 1;
        break;
    case Grain::Term:
        is_autumn = part.number <= 2 || (part.number > kTermsOfYear && part.number < 7);
        break;
    case Grain::Quarter:
    case Grain::Season:
        found.doubt(ReviewReason::OrderOfYears);
        is_autumn = part.grain == Grain::Quarter ? part.number == 4 : part.number >= 3;
        break;
    case Grain::Holidays:
        is_autumn = part.number >= 3;
        break;
    case Grain::Year:
        part.grain = Grain::SchoolYear; // «до конца года» of it
        is_autumn = true;
        break;
    default:
        break;
    }
    if (first) {
        part.year = is_autumn ? *first : *first + 1;
    }
}

void put_under(const Stretch& heading, Stretch& stretch, Findings& found) {
    const int year = heading.first.year.value_or(0);
    if (heading.first.grain == Grain::Year) {
        stretch = beginning_in(stretch, year);
        return;
    }
    put_in_school_year(stretch.first, year, found);
    put_in_school_year(stretch.last, year, found);
}

void spread_years(Findings& found) {
    // «ежегодно, 2021-2023 гг., сентябрь»: the years bound it.
    const bool yearly = found.repetition && found.repetition->unit == Unit::Year;
    const Stretches printed = std::exchange(found.stretches, {});
    Stretches& all = found.stretches;
    std::size_t list = 0; // where the list begins that has no year yet
    for (std::size_t at = 0; at < printed.size(); ++at) {
        const Stretch& stretch = printed[at];
        const bool leads = !yearly && is_heading(stretch) && at + 1 < printed.size() &&
                           takes_heading(printed[at + 1]);
        if (leads) {
            if (!all.empty() && is_heading(all.back())) {
                found.doubt(ReviewReason::OrderOfYears); // «2021, 2022 гг.: март»
            }
            list = all.size();
            for (bool is_first = true; at + 1 < printed.size() && takes_heading(printed[at + 1]);
                 is_first = false) {
                all.push_back(printed[++at]);
                put_under(stretch, all.back(), found);
                all.back().on_new_line |= is_first && stretch.on_new_line;
            }
            if (stretch.is_range) {
                repeat_in_years(found, list, stretch.last.year.value_or(0));
            }
            list = all.size();
            continue;
        }
        all.push_back(stretch);
        if (stretch.last.through_year) {
            repeat_in_years(found, list, *stretch.last.through_year);
        }
        if (stretch.is_range && stretch.first.through_year) {
            found.doubt(ReviewReason::OrderOfYears);
        }
        list = takes_heading(stretch) ? list : all.size();
    }
    if (!found.repetition) {
        put_days_in_month(all);
    }
}

PlanYears::PlanYears(const PeriodContext& context)
    : m_section_year(context.section_year), m_order_date(context.order_date) {
    if (context.plan.from && context.plan.to) {
        m_plan = Days{*context.plan.from, *context.plan.to};
    }
}

bool PlanYears::is_calendar_year() const {
    return m_plan && m_plan->from.civil().year == m_plan->to.civil().year;
}

bool PlanYears::is_one_year() const {
    return m_plan && days_between(m_plan->from, m_plan->to) < kLongestYear;
}

std::optional<Days> PlanYears::one_year() const {
    return m_section_year ? months_from_to(*m_section_year, 1, 12) : m_plan;
}

std::optional<int> PlanYears::year_for(const Stretch& stretch, Findings& found) const {
    const bool ends_school_year =
        stretch.last.grain == Grain::SchoolYear && stretch.last.edge == Edge::Last;
    const bool is_school_year =
        stretch.last.grain == Grain::SchoolYear || stretch.first.grain == Grain::SchoolYear;
    if (stretch.last.is_next) {
        found.doubt(ReviewReason::SchoolCalendar);
        return m_plan ? std::optional(first_begin_after(
                            stretch, std::max(m_plan->from, m_order_date.value_or(m_plan->from))))
                      : std::nullopt;
    }
    std::optional<int> only_year = m_section_year;
    if (!only_year && m_plan && is_calendar_year()) {
        only_year = m_plan->from.civil().year;
    }
    if (only_year) {
        found.note(PeriodNote::YearTaken);
        if (is_school_year) {
            found.doubt(ReviewReason::SchoolCalendar);
        }
        return ends_school_year ? *only_year - 1 : *only_year;
    }
    if (m_plan && is_one_year()) {
        if (const auto year = first_year_in(*m_plan, stretch)) {
            found.note(PeriodNote::YearTaken);
            return year;
        }
    }
    found.doubt(ReviewReason::YearGuessed);
    if (m_order_date) {
        return first_year_after(stretch, *m_order_date);
    }
    return m_plan ? std::optional(first_year_after(stretch, m_plan->from)) : std::nullopt;
}

std::optional<int> PlanYears::first_year_in(const Days& plan, const Stretch& stretch) {
    for (int year = plan.from.civil().year - 1; year <= plan.to.civil().year; ++year) {
        const Stretch whole = beginning_in(stretch, year);
        const auto from = first_day(whole.first, year);
        const auto to = last_day(whole.last, whole.last.year.value_or(year));
        if (from && to && *to >= plan.from && *from <= plan.to) {
            return year;
        }
    }
    return std::nullopt;
}

int PlanYears::first_begin_after(const Stretch& stretch, Date day) {
    const int year = day.civil().year;
    const auto from = first_day(stretch.last, year);
    return from && *from > day ? year : year + 1;
}

int PlanYears::first_year_after(const Stretch& stretch, Date day) {
    const int first = day.civil().year - 1;
    // The next 29 February may be eight years away.
    for (int year = first; year <= first + 9; ++year) {
        const auto to = last_day(stretch.first, year);
        if (to && *to >= day) {
            return year;
        }
    }
    return day.civil().year;
}

Stretch beginning_in(Stretch stretch, int year) {
    stretch.first.through_year.reset();
    stretch.last.through_year.reset();
    stretch.first.year = year;
    stretch.last.year = stretch.is_range ? year_of_end(stretch, year) : year;
    return stretch;
}

void fill_years(Findings& found, const PlanYears& plan) {
    for (Stretch& stretch : found.stretches) {
        fill_within(stretch);
    }
    repeat_months_in_years(found);
    fill_from_right(found);
    fill_from_left(found);
    std::optional<Date> before;
    for (Stretch& stretch : found.stretches) {
        if (has_no_year(stretch)) {
            auto year = plan.year_for(stretch, found);
            const auto begin = year ? first_day(stretch.first, *year) : std::nullopt;
            // In a plan of several years a list goes on in the years to come.
            if (found.has_doubt(ReviewReason::YearGuessed) && begin && before && *begin < *before) {
                ++*year;
            }
            if (!year) {
                continue;
            }
            stretch = beginning_in(stretch, *year);
        }
        before = begin_of(stretch);
    }
}

std::optional<Span> span_of(const Stretch& stretch) {
    if (!stretch.first.year || !stretch.last.year) {
        return std::nullopt;
    }
    const auto first = days_of(stretch.first, *stretch.first.year);
    const auto last = days_of(stretch.last, *stretch.last.year);
    if (!first || !last) {
        return std::nullopt;
    }
    if (stretch.anchor != Anchor::None) {
        return counted_span(stretch, first->to);
    }
    switch (stretch.bound) {
    case Bound::None:
        if (stretch.is_range && is_counted_month_wise(stretch.first) && runs_backwards(stretch)) {
            const auto december = months_from_to(*stretch.first.year, 12, 12);
            return Span{first->from, december ? december->to : last->to};
        }
        return Span{first->from, last->to};
    case Bound::Until:
        return Span{std::nullopt, last->to};
    case Bound::From:
        return Span{first->from, std::nullopt};
    case Bound::After:
        return Span{first->to.plus_days(1), std::nullopt};
    }
    return std::nullopt;
}

} // namespace vekha::reading
