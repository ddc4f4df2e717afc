#include "core/codec/json/number_text.hpp"

#include "core/base/decimal.hpp"
#include "tests/support/random_plan.hpp"

#include <doctest/doctest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>

namespace vekha::test::number_text_test {
TEST_CASE("minus zero stays minus zero") {
    CHECK(decimal_from_double(-0.0) == "-0");
    CHECK(std::signbit(*double_from_json("-0")));
    CHECK(std::signbit(*double_from_json("-0.0e5")));
}

TEST_CASE("a number that no double holds is no number") {
    CHECK(!double_from_json("1e309"));
    CHECK(!double_from_json("-1e9999"));
    CHECK(!double_from_json(std::string(400, '9')));
    CHECK(!double_from_json("1e-400"));
    CHECK(!double_from_json("-0.0001e-400"));
}

TEST_CASE("a zero is a zero with any exponent") {
    CHECK(double_from_json("0e9999") == 0.0);
    CHECK(double_from_json("0.000e-9999") == 0.0);
}

TEST_CASE("the smallest numbers are read though they are denormal") {
    CHECK(double_from_json("5e-324") == 5e-324);
    CHECK(double_from_json("2.2250738585072011e-308") == 2.2250738585072011e-308);
}

TEST_CASE("every finite double reads back as itself") {
    constexpr std::uint32_t kSeed = 20210415;
    constexpr int kCount = 20000;
    Chance chance(kSeed);
    for (int count = 0; count < kCount; ++count) {
        const std::uint64_t high = chance.below(std::numeric_limits<std::uint32_t>::max());
        const std::uint64_t low = chance.below(std::numeric_limits<std::uint32_t>::max());
        const auto value = std::bit_cast<double>(high << 32U | low);
        if (!std::isfinite(value)) {
            continue;
        }
        const std::optional<double> again = double_from_json(decimal_from_double(value));
        REQUIRE(again.has_value());
        CHECK(std::bit_cast<std::uint64_t>(*again) == std::bit_cast<std::uint64_t>(value));
    }
    MESSAGE("seed " << kSeed << ", " << kCount << " doubles");
}

} // namespace vekha::test::number_text_test
