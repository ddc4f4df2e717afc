#include "core/base/unknown_members.hpp"

#include <doctest/doctest.h>

namespace vekha::unknown_members_test {
namespace {

TEST_CASE("A member is known by its name however it is spelled") {
    CHECK(is_named({"\"note\"", "1"}, "note"));
    CHECK(is_named({"\"\\u006eote\"", "1"}, "note"));
    CHECK(is_named({"\"\\u006E\\u006f\\u0074\\u0065\"", "1"}, "note"));
}

TEST_CASE("Another name is another member") {
    CHECK_FALSE(is_named({"\"notes\"", "1"}, "note"));
    CHECK_FALSE(is_named({"\"not\"", "1"}, "note"));
    CHECK_FALSE(is_named({"\"Note\"", "1"}, "note"));
    CHECK_FALSE(is_named({"\"\\note\"", "1"}, "note"));
    CHECK_FALSE(is_named({"\"\\u016eote\"", "1"}, "note"));
    CHECK_FALSE(is_named({"\"\"", "1"}, "note"));
    CHECK_FALSE(is_named({"", "1"}, "note"));
}

} // namespace
} // namespace vekha::unknown_members_test
