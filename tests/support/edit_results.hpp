// What an edit gave, which a test expects to have been taken or refused.
#pragma once

#include "core/base/result.hpp"
#include "core/edit/edits.hpp"

#include <doctest/doctest.h>

#include <utility>

namespace vekha::test {

template <class T>
[[nodiscard]] T done(Result<T, EditProblem> result) {
    REQUIRE(result.ok());
    return std::move(result).value();
}

template <class T>
[[nodiscard]] EditProblem refusal(const Result<T, EditProblem>& result) {
    REQUIRE_FALSE(result.ok());
    return result.error();
}

} // namespace vekha::test
