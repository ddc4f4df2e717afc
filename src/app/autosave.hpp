// When writing the draft begins: 250 ms after the last change, but at most 1 s after the first one
// that is not yet stored; after a failure again after 1, 5 and then every 30 s. Times are monotonic
// seconds, passed in.
#pragma once

#include <cstddef>
#include <optional>

namespace vekha::app {

class DraftTimer {
public:
    static constexpr double kPauseSeconds = 0.25;
    static constexpr double kLongestSeconds = 1.0;

    void note_change(double now_seconds);
    void note_stored(); // the store was asked; waits for the next change
    void note_failure(double now_seconds);
    void note_success() { m_failures = 0; }
    void note_at_once(double now_seconds) { m_due_seconds = now_seconds; }

    [[nodiscard]] std::optional<double> due_seconds() const { return m_due_seconds; }
    [[nodiscard]] bool due(double now_seconds) const {
        return m_due_seconds && *m_due_seconds <= now_seconds;
    }

private:
    std::optional<double> m_first_change_seconds;
    std::optional<double> m_due_seconds;
    std::size_t m_failures = 0;
};

} // namespace vekha::app
