// Patterns, dates and Roman numbers.
#include "core/layout/patterns.hpp"

#include "tests/support/plan_builder.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace vekha::test::patterns_test {
namespace {

std::string filled(std::string_view pattern) {
    std::string out = "> ";
    append_pattern(out, pattern, {{"n", "12"}, {"title", "План"}, {"empty", ""}});
    return out;
}

std::string written(std::string_view iso, DateOrder order) {
    std::string out;
    append_date(out, day(iso), order);
    return out;
}

} // namespace

TEST_CASE("names in braces are replaced and the rest is kept") {
    CHECK(filled("на {n} дн.") == "> на 12 дн.");
    CHECK(filled("{title}: {n}/{n}") == "> План: 12/12");
    CHECK(filled("без имен") == "> без имен");
    CHECK(filled("") == "> ");
    CHECK(filled("<{empty}>") == "> <>");
}

TEST_CASE("a name without a value and a brace without its other stay to be seen") {
    CHECK(filled("{other} {n}") == "> {other} 12");
    CHECK(filled("{n} {") == "> 12 {");
    CHECK(filled("} {n") == "> } {n");
}

TEST_CASE("dates are written in both orders with four digits of the year") {
    CHECK(written("2021-03-04", DateOrder::DayFirst) == "04.03.2021");
    CHECK(written("2021-03-04", DateOrder::MonthFirst) == "03/04/2021");
    CHECK(written("0007-12-31", DateOrder::DayFirst) == "31.12.0007");
}

TEST_CASE("quarters are numbered as the Romans did") {
    CHECK(roman_number(1) == "I");
    CHECK(roman_number(4) == "IV");
    CHECK(roman_number(9) == "IV");
}

} // namespace vekha::test::patterns_test
