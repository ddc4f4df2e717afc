// ClickCounts: what the browser says of presses of the main button that Dear ImGui has not seen
// yet. Dear ImGui sees one press a frame and times a double click by its frames: where a frame
// takes half a second, no double click is one. The browser times by the events, and by what this
// person has set for this machine (UI Events, `detail` of mousedown). Pure.
#pragma once

#include <vector>

namespace vekha::platform {

class ClickCounts {
public:
    // For a press of which the browser says nothing (a finger). The time that desktops give.
    static constexpr float kUsualSeconds = 0.5F;

    // A press was handed to Dear ImGui.
    void press_waits() { m_waiting.push_back(kUsualSeconds); }
    // The newest of them is the `count`-th of its series, from 1.
    void counted(int count);

    // ImGuiIO::MouseDoubleClickTime for the press that is next in line.
    [[nodiscard]] float double_click_seconds() const {
        return m_waiting.empty() ? kUsualSeconds : m_waiting.front();
    }
    // A frame has seen it.
    void press_seen();

private:
    std::vector<float> m_waiting;
};

} // namespace vekha::platform
