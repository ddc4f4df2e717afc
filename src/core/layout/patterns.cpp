#include "core/layout/patterns.hpp"

#include "core/calendar/date.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>

namespace vekha {
namespace {

void append_padded(std::string& out, int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    out.append(width > digits.size() ? width - digits.size() : 0, '0');
    out += digits;
}

} // namespace

void append_pattern(std::string& out, std::string_view pattern,
                    std::initializer_list<PatternValue> values) {
    while (!pattern.empty()) {
        const std::size_t open = pattern.find('{');
        const std::size_t close = pattern.find('}', std::min(open, pattern.size()));
        if (close == std::string_view::npos) {
            break;
        }
        const std::string_view name = pattern.substr(open + 1, close - open - 1);
        const auto* value =
            std::find_if(values.begin(), values.end(),
                         [name](const PatternValue& candidate) { return candidate.name == name; });
        out += pattern.substr(0, open);
        out += value == values.end() ? pattern.substr(open, close - open + 1) : value->text;
        pattern.remove_prefix(close + 1);
    }
    out += pattern;
}

void append_date(std::string& out, Date date, DateOrder order) {
    const CivilDate civil = date.civil();
    const auto day = static_cast<int>(civil.day);
    const auto month = static_cast<int>(civil.month);
    const char separator = order == DateOrder::MonthFirst ? '/' : '.';
    append_padded(out, order == DateOrder::MonthFirst ? month : day, 2);
    out += separator;
    append_padded(out, order == DateOrder::MonthFirst ? day : month, 2);
    out += separator;
    append_padded(out, civil.year, 4);
}

std::string_view roman_number(int number) {
    static constexpr std::array<std::string_view, 4> kNumbers{"I", "II", "III", "IV"};
    const auto at = static_cast<std::size_t>(std::clamp(number, 1, 4) - 1);
    return kNumbers[at];
}

} // namespace vekha
