#include "platform/click_counts.hpp"

#include <limits>

namespace vekha::platform {

void ClickCounts::counted(int count) {
    if (!m_waiting.empty()) {
        m_waiting.back() = count > 1 ? std::numeric_limits<float>::max() : 0.0F;
    }
}

void ClickCounts::press_seen() {
    if (!m_waiting.empty()) {
        m_waiting.erase(m_waiting.begin());
    }
}

} // namespace vekha::platform
