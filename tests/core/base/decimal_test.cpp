// Run natively and, with the other implementation, as WebAssembly.
#include "core/base/decimal.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <string>
#include <string_view>

namespace vekha::test::decimal_test {

TEST_CASE("numbers are written as ECMAScript writes them") {
    CHECK(decimal_from_double(0.0) == "0");
    CHECK(decimal_from_double(100000.0) == "100000");
    CHECK(decimal_from_double(0.1) == "0.1");
    CHECK(decimal_from_double(-1.5) == "-1.5");
    CHECK(decimal_from_double(123456.789) == "123456.789");
    CHECK(decimal_from_double(1e20) == "100000000000000000000");
    CHECK(decimal_from_double(1e21) == "1e+21");
    CHECK(decimal_from_double(123456789012345680000.0) == "123456789012345680000");
    CHECK(decimal_from_double(1.25e25) == "1.25e+25");
    CHECK(decimal_from_double(0.000001) == "0.000001");
    CHECK(decimal_from_double(0.0000001) == "1e-7");
    CHECK(decimal_from_double(1.5e-7) == "1.5e-7");
    CHECK(decimal_from_double(1e100) == "1e+100");
    CHECK(decimal_from_double(5e-324) == "5e-324");
    CHECK(decimal_from_double(std::numeric_limits<double>::max()) == "1.7976931348623157e+308");
}

TEST_CASE("a decimal number is read as a whole, and nothing else is one") {
    CHECK(double_from_decimal("-12.5") == -12.5);
    CHECK(double_from_decimal(".5") == 0.5);
    CHECK(double_from_decimal("5.") == 5.0);
    CHECK(double_from_decimal("1e-7") == 1e-7);
    CHECK(double_from_decimal("1E+2") == 100.0);
    CHECK(double_from_decimal("007") == 7.0);
    CHECK(std::signbit(double_from_decimal("-0")));
    for (const std::string_view text :
         {"",      "+1",   "-",        ".",   "-.",  "e5",    "1e",   "1e+",
          "1.2.3", "--1",  "1-",       " 1",  "1 ",  "1,5",   "0x10", "0b1",
          "inf",   "-inf", "Infinity", "nan", "NaN", "1_000", "١"}) {
        INFO(std::string(text));
        CHECK_FALSE(std::isfinite(double_from_decimal(text)));
    }
    using namespace std::string_view_literals;
    CHECK_FALSE(std::isfinite(double_from_decimal("1\0"sv)));
    CHECK_FALSE(std::isfinite(double_from_decimal("1\0001"sv)));
}

} // namespace vekha::test::decimal_test
