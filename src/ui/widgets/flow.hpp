// Flow: places buttons and fields beside each other from left to right, and in a new line what does
// not fit. Layout pixels; every line is as high as a button.
#pragma once

#include "core/base/geometry.hpp"
#include "ui/theme.hpp"

#include <algorithm>

namespace vekha::ui {

class Flow {
public:
    // From `top` down, between `left` and `right`; `gap` is between parts of one line.
    Flow(float left, float right, float top, float gap)
        : m_first(left), m_right(right), m_gap(gap), m_left(left), m_top(top) {}

    Rect next(float width) {
        if (m_left > m_first && m_left + width > m_right) {
            m_left = m_first;
            m_top += metrics::kButtonHeight + metrics::kGap;
        }
        const Rect place{m_left, m_top, std::min(m_left + width, m_right),
                         m_top + metrics::kButtonHeight};
        m_left = place.right + m_gap;
        return place;
    }
    // Below the last line, with a gap.
    [[nodiscard]] float bottom() const { return m_top + metrics::kButtonHeight + metrics::kGap; }

private:
    float m_first;
    float m_right;
    float m_gap;
    float m_left;
    float m_top;
};

} // namespace vekha::ui
