// Result<T, E>: the value of an operation that may fail in an expected way, or its error.
// Core is built without exceptions; a bug is an assert, a failure is a Result.
// The caller must look (`nodiscard`) before it takes the value.
#pragma once

#include <cassert>
#include <utility>
#include <variant>

namespace vekha {

template <class E>
struct Failure {
    E error;
};

template <class E>
[[nodiscard]] Failure<E> fail(E error) {
    return Failure<E>{std::move(error)};
}

template <class T, class E>
class [[nodiscard]] Result {
public:
    // NOLINTNEXTLINE(google-explicit-constructor): a value is a success
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor): made by fail()
    Result(Failure<E> failure) : m_state(std::in_place_index<1>, std::move(failure.error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] const T& value() const& {
        assert(ok());
        return *std::get_if<0>(&m_state);
    }
    [[nodiscard]] T&& value() && {
        assert(ok());
        return std::move(*std::get_if<0>(&m_state));
    }
    [[nodiscard]] const E& error() const& {
        assert(!ok());
        return *std::get_if<1>(&m_state);
    }
    [[nodiscard]] E&& error() && {
        assert(!ok());
        return std::move(*std::get_if<1>(&m_state));
    }

private:
    std::variant<T, E> m_state;
};

} // namespace vekha
