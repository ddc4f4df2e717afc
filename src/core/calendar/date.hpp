// Civil dates: whole days without time of day or time zone. A Date is a serial day number
// (0 = 1970-01-01, proleptic Gregorian), so arithmetic is integer arithmetic and nothing can
// shift by a zone. Years 0000 to 9999 can be written; ISO 8601 `YYYY-MM-DD` is the only text form
// here.
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha {

struct CivilDate {
    int year = 1970;
    unsigned month = 1; // 1 to 12
    unsigned day = 1;   // 1 to 31
    auto operator<=>(const CivilDate&) const = default;
};

inline constexpr int kMonthsInQuarter = 3;
inline constexpr int kMonthsInHalf = 6;
inline constexpr int kMonthsInYear = 12;
inline constexpr int kLongestMonth = 31; // days
inline constexpr std::int32_t kDaysInWeek = 7;

enum class Weekday : std::uint8_t {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday
};

class Date {
public:
    Date() = default;
    [[nodiscard]] static Date from_serial(std::int32_t days) { return Date(days); }
    // None for a day that does not exist (30 February) or a year outside 0 to 9999.
    [[nodiscard]] static std::optional<Date> from_civil(CivilDate civil);
    // Exactly ten characters `YYYY-MM-DD` of an existing day.
    [[nodiscard]] static std::optional<Date> from_iso(std::string_view text);

    [[nodiscard]] std::int32_t serial() const { return m_days; }
    [[nodiscard]] CivilDate civil() const;
    [[nodiscard]] std::string iso() const;
    [[nodiscard]] Weekday weekday() const;

    [[nodiscard]] Date plus_days(std::int32_t days) const { return Date(m_days + days); }
    // The same day of a later (or earlier) month; a day the month lacks becomes the month's last
    // day.
    [[nodiscard]] Date plus_months_clamped(int months) const;
    [[nodiscard]] Date first_of_month() const;
    [[nodiscard]] Date last_of_month() const;

    auto operator<=>(const Date&) const = default;

private:
    explicit Date(std::int32_t days) : m_days(days) {}
    std::int32_t m_days = 0;
};

// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] inline std::int32_t days_between(Date from, Date to) {
    return to.serial() - from.serial();
}

// Inclusive days; a missing side is open. Spans are inclusive in files, on the command line, on
// screens and in all of src/: there is no half-open form to convert.
struct Span {
    std::optional<Date> from;
    std::optional<Date> to;
    auto operator<=>(const Span&) const = default;
};

[[nodiscard]] inline bool ends_before_start(const Span& days) {
    return days.from && days.to && *days.to < *days.from;
}

// Saturday or Sunday.
[[nodiscard]] inline bool is_weekend(Date date) {
    return date.weekday() >= Weekday::Saturday;
}

} // namespace vekha
