#include "core/calendar/date.hpp"

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vekha {
namespace {

constexpr int kMaxYear = 9999;
constexpr std::size_t kIsoLength = 10;

std::chrono::year_month_day ymd_from_serial(std::int32_t days) {
    return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}};
}

std::int32_t serial_from_ymd(std::chrono::year_month_day ymd) {
    return static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count());
}

std::optional<unsigned> digits(std::string_view text) {
    unsigned value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10U + static_cast<unsigned>(c - '0');
    }
    return value;
}

void append_padded(std::string& out, unsigned value, std::size_t width) {
    std::string text = std::to_string(value);
    out.append(width > text.size() ? width - text.size() : 0, '0');
    out += text;
}

} // namespace

std::optional<Date> Date::from_civil(CivilDate civil) {
    // The library keeps month and day in one byte each: 257 would become 1.
    if (civil.year < 0 || civil.year > kMaxYear || civil.month > 12 || civil.day > 31) {
        return std::nullopt;
    }
    const std::chrono::year_month_day ymd{std::chrono::year{civil.year},
                                          std::chrono::month{civil.month},
                                          std::chrono::day{civil.day}};
    if (!ymd.ok()) {
        return std::nullopt;
    }
    return Date(serial_from_ymd(ymd));
}

std::optional<Date> Date::from_iso(std::string_view text) {
    if (text.size() != kIsoLength || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    return from_civil({static_cast<int>(*year), *month, *day});
}

CivilDate Date::civil() const {
    const auto ymd = ymd_from_serial(m_days);
    return {static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()),
            static_cast<unsigned>(ymd.day())};
}

std::string Date::iso() const {
    const CivilDate c = civil();
    std::string out;
    out.reserve(kIsoLength);
    append_padded(out, static_cast<unsigned>(c.year), 4);
    out += '-';
    append_padded(out, c.month, 2);
    out += '-';
    append_padded(out, c.day, 2);
    return out;
}

Weekday Date::weekday() const {
    const std::chrono::weekday day{std::chrono::sys_days{std::chrono::days{m_days}}};
    return static_cast<Weekday>(day.iso_encoding() - 1U);
}

Date Date::plus_months_clamped(int months) const {
    const auto ymd = ymd_from_serial(m_days);
    const auto shifted = ymd + std::chrono::months{months};
    if (shifted.ok()) {
        return Date(serial_from_ymd(shifted));
    }
    return Date(serial_from_ymd(std::chrono::year_month_day{std::chrono::year_month_day_last{
        shifted.year(), std::chrono::month_day_last{shifted.month()}}}));
}

Date Date::first_of_month() const {
    const auto ymd = ymd_from_serial(m_days);
    return Date(serial_from_ymd(ymd.year() / ymd.month() / std::chrono::day{1}));
}

Date Date::last_of_month() const {
    const auto ymd = ymd_from_serial(m_days);
    return Date(
        serial_from_ymd(std::chrono::year_month_day{ymd.year() / ymd.month() / std::chrono::last}));
}

} // namespace vekha
