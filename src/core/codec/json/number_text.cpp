#include "core/codec/json/number_text.hpp"

#include "core/base/decimal.hpp"

#include <cmath>
#include <optional>
#include <string_view>

namespace vekha {
namespace {

bool has_significant_digit(std::string_view number) {
    const std::string_view digits = number.substr(0, number.find_first_of("eE"));
    return digits.find_first_of("123456789") != std::string_view::npos;
}

} // namespace

std::optional<double> double_from_json(std::string_view number) {
    if (!has_significant_digit(number)) {
        return number.starts_with('-') ? -0.0 : 0.0;
    }
    const double value = double_from_decimal(number);
    return std::isfinite(value) && value != 0.0 ? std::optional(value) : std::nullopt;
}

} // namespace vekha
