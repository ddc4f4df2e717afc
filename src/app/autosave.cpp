#include "app/autosave.hpp"

#include <algorithm>
#include <array>

namespace vekha::app {

namespace {

constexpr std::array<double, 3> kRetrySeconds{1.0, 5.0, 30.0};

} // namespace

void DraftTimer::note_change(double now_seconds) {
    if (due(now_seconds)) {
        return; // what is being written goes on
    }
    if (!m_first_change_seconds) {
        m_first_change_seconds = now_seconds;
    }
    m_due_seconds =
        std::min(now_seconds + kPauseSeconds, *m_first_change_seconds + kLongestSeconds);
}

void DraftTimer::note_stored() {
    m_first_change_seconds.reset();
    m_due_seconds.reset();
}

void DraftTimer::note_failure(double now_seconds) {
    const double retry =
        now_seconds + kRetrySeconds[std::min(m_failures, kRetrySeconds.size() - 1)];
    ++m_failures;
    m_due_seconds = m_due_seconds ? std::min(*m_due_seconds, retry) : retry;
}

} // namespace vekha::app
