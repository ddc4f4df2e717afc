#include "core/base/result.hpp"

#include <doctest/doctest.h>

#include <memory>
#include <string>
#include <utility>

namespace vekha::result_test {
TEST_CASE("a result holds its value") {
    const Result<int, std::string> result = 5;
    CHECK(result.ok());
    CHECK(static_cast<bool>(result));
    CHECK(result.value() == 5);
}

TEST_CASE("a failed result holds its error") {
    const Result<int, std::string> result = fail(std::string("no file"));
    CHECK(!result.ok());
    CHECK(!static_cast<bool>(result));
    CHECK(result.error() == "no file");
}

TEST_CASE("value and error of one type are told apart") {
    const Result<std::string, std::string> good = std::string("text");
    const Result<std::string, std::string> bad = fail(std::string("text"));
    CHECK(good.ok());
    CHECK(!bad.ok());
}

TEST_CASE("a value that cannot be copied can be moved out") {
    Result<std::unique_ptr<int>, std::string> result = std::make_unique<int>(7);
    const std::unique_ptr<int> taken = std::move(result).value();
    CHECK(*taken == 7);
}

TEST_CASE("an error that cannot be copied can be moved out") {
    Result<int, std::unique_ptr<int>> result = fail(std::make_unique<int>(7));
    const std::unique_ptr<int> taken = std::move(result).error();
    CHECK(*taken == 7);
}

} // namespace vekha::result_test
