#include "core/period/occurrences.hpp"

#include "core/calendar/date.hpp"
#include "core/model/period.hpp"
#include "core/period/calendar_part.hpp"
#include "core/period/fill_years.hpp"
#include "core/period/findings.hpp"
#include "core/period/lexicon.hpp"
#include "core/period/period_reader.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace vekha::reading {
namespace {

constexpr std::size_t kMostOccurrences = 4000;

Precision precision_of_months(int months) {
    switch (months) {
    case 3:
        return Precision::Quarter;
    case 6:
        return Precision::Half;
    default:
        return months >= kMonthsInYear ? Precision::Year : Precision::Month;
    }
}

std::uint8_t bit_of(Date day) {
    return static_cast<std::uint8_t>(1U << static_cast<unsigned>(day.weekday()));
}

class Repeater {
public:
    Repeater(Findings& found, const Repetition& what, const PlanYears& plan)
        : m_found(found), m_plan(plan), m_what(what) {}

    Occurrences make() {
        sort_stretches();
        set_bounds();
        if (m_dated) {
            m_out.precision = finest(m_limits);
            if (m_what.times == 1 && m_what.unit == Unit::Year) {
                m_found.doubt(ReviewReason::MixedMeanings);
            }
        }
        for (const Days& days : m_bounds) {
            repeat_in(days);
        }
        drop_limited_rule();
        if (m_out.spans.empty()) {
            m_found.doubt(ReviewReason::Unread);
        }
        return std::move(m_out);
    }

private:
    // Which stretches say what repeats («до 5 числа», «сентябрь»), and which in what time.
    void sort_stretches() {
        const bool yearly = m_what.unit == Unit::Year || names_each_time();
        const bool dated = std::any_of(
            m_found.stretches.begin(), m_found.stretches.end(), [](const Stretch& stretch) {
                return !is_year_long(stretch.first) && stretch.bound != Bound::From &&
                       (stretch.first.year || stretch.last.year);
            });
        for (const Stretch& stretch : m_found.stretches) {
            const bool has_year = stretch.first.year || stretch.last.year;
            if (is_of_any_month(stretch.first)) {
                m_month_days.push_back(stretch);
            } else if (!yearly || is_year_long(stretch.first) ||
                       (stretch.bound == Bound::From && has_year)) {
                m_limits.push_back(stretch);
            } else if (dated) {
                m_dated = true;
                m_limits.push_back(stretch);
            } else {
                m_yearly.push_back(stretch);
            }
        }
    }

    // «ежеквартально (март, июнь, сентябрь, декабрь)», «1 раз в квартал: до 20.03, до 20.06, …».
    [[nodiscard]] bool names_each_time() const {
        const auto& all = m_found.stretches;
        return (m_what.unit == Unit::Quarter || m_what.unit == Unit::Half) && all.size() > 1 &&
               std::all_of(all.begin(), all.end(), [](const Stretch& stretch) {
                   return !stretch.is_range && stretch.first.grain <= Grain::Month &&
                          !is_of_any_month(stretch.first) &&
                          (stretch.bound == Bound::None || stretch.bound == Bound::Until);
               });
    }

    void set_bounds() {
        Findings limits;
        limits.stretches = m_limits;
        fill_years(limits, m_plan);
        for (const ReviewReason reason : limits.doubts) {
            m_found.doubt(reason);
        }
        for (const Stretch& stretch : limits.stretches) {
            const auto span = span_of(stretch);
            if (!span) {
                m_found.doubt(ReviewReason::ImpossibleDay);
                continue;
            }
            if (m_dated) {
                add(*span); // «2 раза в год: март, октябрь 2021»: the times themselves are printed
                continue;
            }
            if (!span->from) {
                m_found.doubt(ReviewReason::LastDayUnclear);
            }
            const auto& plan = m_plan.plan();
            const auto plan_from = plan ? std::optional(plan->from) : std::nullopt;
            const auto plan_to = plan ? std::optional(plan->to) : std::nullopt;
            add_bound(span->from ? span->from : plan_from, span->to ? span->to : plan_to);
        }
        if (m_limits.empty()) {
            const bool section = m_plan.section_year() && m_what.unit != Unit::Year;
            if (const auto days = section ? m_plan.one_year() : m_plan.plan()) {
                m_bounds.push_back(*days);
            }
        }
    }

    void add_bound(std::optional<Date> from, std::optional<Date> to) {
        if (from && to && *from <= *to) {
            m_bounds.push_back({*from, *to});
        } else if (from && to) {
            m_found.doubt(ReviewReason::EndBeforeStart);
        }
    }

    void repeat_in(const Days& bound) {
        if (!m_month_days.empty()) {
            repeat_month_days(bound);
        } else if (!m_yearly.empty()) {
            repeat_yearly(bound);
        } else if (m_what.weekdays != 0) {
            repeat_weekdays(bound);
        } else {
            repeat_units(bound);
        }
    }

    // «ежемесячно (октябрь-апрель)»: a rule that says nothing of these months would go on after
    // them. Weekdays keep theirs, which names the days.
    void drop_limited_rule() {
        const auto& plan = m_plan.plan();
        const bool ends_early =
            std::any_of(m_bounds.begin(), m_bounds.end(),
                        [&plan](const Days& days) { return !plan || days.to != plan->to; });
        if (m_what.weekdays == 0 && !m_limits.empty() && ends_early) {
            m_out.rule.clear();
        }
    }

    static Precision finest(const std::vector<Stretch>& stretches) {
        // From fine to coarse, as the enum stands.
        Precision precision = Precision::None;
        for (const Stretch& stretch : stretches) {
            for (const CalendarPart& part : {stretch.first, stretch.last}) {
                precision = std::min(precision, precision_of(part));
            }
            if (stretch.bound == Bound::Until) {
                precision = Precision::Day;
            }
        }
        return precision;
    }

    void add(const Span& span) {
        if (m_out.spans.size() >= kMostOccurrences) {
            m_found.doubt(ReviewReason::TooMany);
            return;
        }
        m_out.spans.push_back(span);
    }

    [[nodiscard]] bool is_full() const { return m_out.spans.size() >= kMostOccurrences; }

    void add_clipped(Days days, const Days& bound) {
        if (bound.from >= days.from && bound.to <= days.to &&
            (bound.from != days.from || bound.to != days.to) && !m_limits.empty()) {
            // «ежеквартально (март, июнь, …)»: the times are named more closely than the unit.
            m_out.precision = std::min(m_out.precision, finest(m_limits));
            m_out.rule.clear();
        }
        days.from = std::max(days.from, bound.from);
        days.to = std::min(days.to, bound.to);
        if (days.from <= days.to) {
            add({days.from, days.to});
        }
    }

    // ---- «ежегодно сентябрь»
    void repeat_yearly(const Days& bound) {
        m_out.precision = finest(m_yearly);
        m_out.rule = yearly_rule();
        const bool one_year = m_plan.is_school_year();
        for (int year = bound.from.civil().year; year <= bound.to.civil().year; ++year) {
            if (is_full()) {
                m_found.doubt(ReviewReason::TooMany);
                return;
            }
            for (const Stretch& stretch : m_yearly) {
                const auto span = span_of(beginning_in(stretch, year));
                if (!span) {
                    m_found.doubt(ReviewReason::ImpossibleDay);
                    continue;
                }
                const bool outside = (span->to && *span->to < bound.from) ||
                                     (span->from && *span->from > bound.to) ||
                                     (!span->from && span->to && *span->to > bound.to);
                if (!outside || (!one_year && m_limits.empty())) {
                    add(*span);
                }
            }
        }
        const bool open = std::any_of(m_yearly.begin(), m_yearly.end(), [](const Stretch& one) {
            return one.bound == Bound::From || one.bound == Bound::After;
        });
        if (open) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
    }

    [[nodiscard]] std::string yearly_rule() const {
        if (m_yearly.size() != 1 || m_yearly.front().is_range ||
            m_yearly.front().anchor != Anchor::None || m_what.at_least || m_what.every != 1) {
            return {};
        }
        const CalendarPart& part = m_yearly.front().first;
        if (part.edge != Edge::None || (part.grain != Grain::Month && part.grain != Grain::Day)) {
            return {};
        }
        std::string rule = "FREQ=YEARLY;BYMONTH=" + std::to_string(part.month);
        if (part.grain == Grain::Day) {
            rule += ";BYMONTHDAY=" + std::to_string(part.day);
        }
        return rule;
    }

    // ---- «ежемесячно до 5 числа»
    void repeat_month_days(const Days& bound) {
        m_out.precision = Precision::Day;
        const bool monthly = m_what.unit == Unit::Month;
        if (!monthly && std::any_of(m_month_days.begin(), m_month_days.end(),
                                    [](const Stretch& one) { return !names_month(one); })) {
            m_found.doubt(ReviewReason::OccurrencesGuessed);
        }
        const int step = std::max(months_of(m_what.unit), 1) * m_what.every;
        if (monthly && m_what.every == 1 && m_month_days.size() == 1 &&
            !m_month_days.front().is_range && m_month_days.front().last.grain == Grain::MonthDay) {
            m_out.rule = "FREQ=MONTHLY;BYMONTHDAY=" + std::to_string(m_month_days.front().last.day);
        }
        for (Date month = aligned(bound.from, step); month <= bound.to && !is_full();
             month = month.plus_months_clamped(step)) {
            for (const Stretch& stretch : m_month_days) {
                const int which = names_month(stretch) ? stretch.last.number : 1;
                const int months = which < 0 ? step + which : which - 1;
                add_month_day(stretch, month.plus_months_clamped(months), bound);
            }
        }
    }

    // «последнего месяца квартала»
    static bool names_month(const Stretch& stretch) {
        return stretch.last.grain == Grain::MonthDay && stretch.last.number != 0;
    }

    void add_month_day(Stretch stretch, Date month, const Days& bound) {
        const CivilDate civil = month.civil();
        for (CalendarPart* part : {&stretch.first, &stretch.last}) {
            part->grain = part->grain == Grain::MonthDay ? Grain::Day : part->grain;
            part->month = static_cast<int>(civil.month);
            part->year = civil.year;
        }
        auto span = span_of(stretch);
        if (!span) {
            m_found.doubt(ReviewReason::ImpossibleDay);
            return;
        }
        const bool goes_over = span->from && span->to && *span->to < *span->from;
        if (goes_over) {
            span->to = span->to->plus_months_clamped(1); // «с 25 по 5 число»
        }
        const auto shown = span->to && !goes_over ? span->to : span->from;
        if (shown && *shown >= bound.from && *shown <= bound.to) {
            add(*span);
        }
        if (stretch.bound == Bound::From) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
    }

    // ---- «по пятницам», «первый понедельник месяца»
    void repeat_weekdays(const Days& bound) {
        constexpr std::array<std::string_view, 7> kNames{"MO", "TU", "WE", "TH", "FR", "SA", "SU"};
        m_out.precision = Precision::Day;
        const bool monthly = m_what.unit == Unit::Month && m_what.nth != 0;
        if (!monthly && m_what.unit != Unit::Week) {
            m_found.doubt(ReviewReason::MixedMeanings);
        }
        m_out.rule = monthly ? "FREQ=MONTHLY;" : "FREQ=WEEKLY;";
        if (m_what.every != 1) {
            m_out.rule += "INTERVAL=" + std::to_string(m_what.every) + ";";
            m_found.doubt(ReviewReason::OccurrencesGuessed); // with which week does it begin?
        }
        m_out.rule += "BYDAY=";
        for (std::size_t day = 0; day < kNames.size(); ++day) {
            if ((m_what.weekdays & (1U << day)) != 0) {
                m_out.rule += m_out.rule.back() == '=' ? "" : ",";
                m_out.rule += monthly ? std::to_string(m_what.nth) : "";
                m_out.rule += kNames[day];
            }
        }
        const Date monday = bound.from.plus_days(-static_cast<int>(bound.from.weekday()));
        for (Date day = bound.from; day <= bound.to && !is_full(); day = day.plus_days(1)) {
            const bool is_time =
                monthly ? is_nth(day) : days_between(monday, day) / kDaysInWeek % m_what.every == 0;
            if (is_time && (m_what.weekdays & bit_of(day)) != 0) {
                add({day, day});
            }
        }
    }

    [[nodiscard]] bool is_nth(Date day) const {
        if (m_what.nth < 0) {
            return day.plus_days(kDaysInWeek) > day.last_of_month();
        }
        return (static_cast<int>(day.civil().day) - 1) / kDaysInWeek + 1 == m_what.nth;
    }

    // ---- «ежеквартально», «2 раза в год», «раз в две недели»
    void repeat_units(const Days& bound) {
        if (m_what.unit == Unit::Day || m_what.unit == Unit::Week) {
            repeat_days(bound, m_what.unit == Unit::Week ? kDaysInWeek : 1);
            return;
        }
        if (m_what.unit == Unit::Term) {
            repeat_terms(bound);
            return;
        }
        int step = months_of(m_what.unit) * m_what.every;
        const bool divides = m_what.every == 1 && step % m_what.times == 0;
        if (m_what.unit == Unit::Month && m_what.times == 2 && m_what.every == 1) {
            repeat_half_months(bound);
            return;
        }
        if (m_what.times > 1 && divides) {
            step /= m_what.times;
        } else if (m_what.times > 1) {
            m_found.doubt(ReviewReason::OccurrencesGuessed);
        }
        m_out.precision = precision_of_months(step);
        m_out.rule = months_rule(step);
        const bool shifted = m_plan.is_school_year();
        const Date first = step > 3 && shifted ? bound.from.first_of_month()
                                               : aligned(bound.from, std::min(step, kMonthsInYear));
        if (first != bound.from.first_of_month()) {
            m_out.rule.clear(); // counted from the plan's first day it would be other months
        }
        for (Date from = first; from <= bound.to; from = from.plus_months_clamped(step)) {
            add_clipped({from, from.plus_months_clamped(step).plus_days(-1)}, bound);
            if (is_full()) {
                m_found.doubt(ReviewReason::TooMany);
                return;
            }
        }
    }

    // In the order of the calendar year: the third and the fourth, then those of the autumn.
    void repeat_terms(const Days& bound) {
        m_out.precision = Precision::Month;
        for (int year = bound.from.civil().year; year <= bound.to.civil().year && !is_full();
             ++year) {
            for (const int number : {3, 4, 1, 2}) {
                CalendarPart term;
                term.grain = Grain::Term;
                term.number = number;
                if (const auto days = days_of(term, year)) {
                    add_clipped(*days, bound);
                }
            }
        }
    }

    [[nodiscard]] std::string months_rule(int step) const {
        if (m_what.at_least) {
            return {}; // «не реже» is no rule
        }
        if (step % kMonthsInYear == 0) {
            return step == kMonthsInYear
                       ? "FREQ=YEARLY"
                       : "FREQ=YEARLY;INTERVAL=" + std::to_string(step / kMonthsInYear);
        }
        return step == 1 ? "FREQ=MONTHLY" : "FREQ=MONTHLY;INTERVAL=" + std::to_string(step);
    }

    // The first month of the year's part of so many months.
    static Date aligned(Date day, int step) {
        const int month = static_cast<int>(day.civil().month) - 1;
        const int within = kMonthsInYear % step == 0 ? month % step : 0;
        return day.first_of_month().plus_months_clamped(-within);
    }

    void repeat_half_months(const Days& bound) {
        m_out.precision = Precision::Day;
        for (Date month = bound.from.first_of_month(); month <= bound.to && !is_full();
             month = month.plus_months_clamped(1)) {
            constexpr int kHalf = 15;
            add_clipped({month, month.plus_days(kHalf - 1)}, bound);
            add_clipped({month.plus_days(kHalf), month.last_of_month()}, bound);
        }
    }

    void repeat_days(const Days& bound, std::int32_t length) {
        m_out.precision = Precision::Day;
        if (m_what.times > 1 || m_what.every > 1) {
            m_found.doubt(ReviewReason::OccurrencesGuessed);
        } else if (!m_what.at_least) {
            m_out.rule = length == 1 ? "FREQ=DAILY" : "FREQ=WEEKLY";
        }
        const auto from_monday = static_cast<std::int32_t>(bound.from.weekday());
        const std::int32_t step = length * m_what.every;
        Date from = length == 1 ? bound.from : bound.from.plus_days(-from_monday);
        for (; from <= bound.to; from = from.plus_days(step)) {
            if (is_full()) {
                m_found.doubt(ReviewReason::TooMany);
                return;
            }
            add_clipped({from, from.plus_days(step - 1)}, bound);
        }
    }

    Findings& m_found;
    const PlanYears& m_plan;
    const Repetition m_what;
    Occurrences m_out;
    std::vector<Days> m_bounds;
    std::vector<Stretch> m_month_days;
    std::vector<Stretch> m_yearly;
    std::vector<Stretch> m_limits;
    bool m_dated = false;
};

} // namespace

int months_of(Unit unit) {
    switch (unit) {
    case Unit::Year:
        return kMonthsInYear;
    case Unit::Half:
        return 6;
    case Unit::Quarter:
        return 3;
    case Unit::Month:
        return 1;
    case Unit::Term:
    case Unit::Week:
    case Unit::Day:
        break;
    }
    return 0;
}

Occurrences occurrences_of(Findings& found, const Repetition& what, const PlanYears& plan) {
    return Repeater(found, what, plan).make();
}

} // namespace vekha::reading
