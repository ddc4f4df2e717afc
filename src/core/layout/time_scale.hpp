// TimeScale: the one place where days become x and x becomes days. x is in layout pixels from the
// left edge of the time area; a day D covers [x_from_date(D), x_after_date(D)). Zoom keeps the day
// under a given x fixed. The scale never leaves the years 0 to 9999 and never takes a value that is
// no number.
#pragma once

#include "core/calendar/date.hpp"

namespace vekha {

class TimeScale {
public:
    static constexpr double kMinPxPerDay =
        0.025; // five years in some 46 px: their first one can be read
    static constexpr double kMaxPxPerDay = 160.0;

    TimeScale() = default;
    TimeScale(double day_at_left, double px_per_day);
    // The scale on which the inclusive days `from` to `to` fill `width_px`, with a margin of
    // `margin_px` on both sides. Where the limits of the zoom do not allow it, the days stand in
    // the middle.
    [[nodiscard]] static TimeScale fitted(Date from, Date to, float width_px, float margin_px);

    [[nodiscard]] double px_per_day() const { return m_px_per_day; }
    [[nodiscard]] double day_at_left() const {
        return m_day_at_left;
    } // fractional serial day at x = 0
    [[nodiscard]] float x_from_date(Date date) const;  // left edge of the day
    [[nodiscard]] float x_after_date(Date date) const; // right edge of the day
    [[nodiscard]] double day_from_x(float x) const;
    [[nodiscard]] Date date_from_x(float x) const;

    [[nodiscard]] TimeScale zoomed(double factor, float anchor_x) const;
    [[nodiscard]] TimeScale panned(float dx) const; // positive: the picture moves to the right
    [[nodiscard]] TimeScale with_date_at(Date date, float x) const;
    bool operator==(const TimeScale&) const = default;

private:
    double m_day_at_left = 0.0;
    double m_px_per_day = 2.0;
};

} // namespace vekha
