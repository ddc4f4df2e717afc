#include "core/layout/time_scale.hpp"

#include "core/calendar/date.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>

namespace vekha {
namespace {

// 0000-01-01 and the day after 9999-12-31.
constexpr double kFirstDay = -719528.0;
constexpr double kDayAfterLast = 2932897.0;

double checked_px_per_day(double px_per_day) {
    if (std::isnan(px_per_day)) {
        return TimeScale().px_per_day();
    }
    return std::clamp(px_per_day, TimeScale::kMinPxPerDay, TimeScale::kMaxPxPerDay);
}

} // namespace

TimeScale::TimeScale(double day_at_left, double px_per_day)
    : m_day_at_left(std::isnan(day_at_left) ? 0.0
                                            : std::clamp(day_at_left, kFirstDay, kDayAfterLast)),
      m_px_per_day(checked_px_per_day(px_per_day)) {}

TimeScale TimeScale::fitted(Date from, Date to, float width_px, float margin_px) {
    const double days = static_cast<double>(std::max(days_between(from, to), 0)) + 1.0;
    const double width = static_cast<double>(width_px);
    const double room = std::max(width - 2.0 * static_cast<double>(margin_px), 1.0);
    const double px_per_day = checked_px_per_day(room / days);
    const double left_px = (width - days * px_per_day) / 2.0;
    return {static_cast<double>(from.serial()) - left_px / px_per_day, px_per_day};
}

float TimeScale::x_from_date(Date date) const {
    return static_cast<float>((static_cast<double>(date.serial()) - m_day_at_left) * m_px_per_day);
}

float TimeScale::x_after_date(Date date) const {
    return x_from_date(date.plus_days(1));
}

double TimeScale::day_from_x(float x) const {
    return m_day_at_left + static_cast<double>(x) / m_px_per_day;
}

Date TimeScale::date_from_x(float x) const {
    // x is a float and may have been rounded to the left of the edge of its day: two units in its
    // last place bring it back, so that a day's own left edge always belongs to the day.
    const double rounding_px = 2.0 * std::abs(static_cast<double>(x)) *
                                   static_cast<double>(std::numeric_limits<float>::epsilon()) +
                               1e-7;
    const double day = std::floor(day_from_x(x) + rounding_px / m_px_per_day);
    return Date::from_serial(
        static_cast<std::int32_t>(std::clamp(day, kFirstDay, kDayAfterLast - 1.0)));
}

TimeScale TimeScale::zoomed(double factor, float anchor_x) const {
    const double px_per_day = checked_px_per_day(m_px_per_day * factor);
    return {day_from_x(anchor_x) - static_cast<double>(anchor_x) / px_per_day, px_per_day};
}

TimeScale TimeScale::panned(float dx) const {
    return {m_day_at_left - static_cast<double>(dx) / m_px_per_day, m_px_per_day};
}

TimeScale TimeScale::with_date_at(Date date, float x) const {
    return {static_cast<double>(date.serial()) - static_cast<double>(x) / m_px_per_day,
            m_px_per_day};
}

} // namespace vekha
