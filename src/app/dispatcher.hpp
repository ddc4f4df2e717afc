// Dispatcher: the single writer of AppState. Events of the ports and actions of views and shortcuts
// are queued when they happen and applied in that order at the beginning of a frame. A plan is
// replaced only by one that was read whole; whatever fails leaves the open plan, its history, its
// name and its save state untouched. Not its business: layout, painting, hit tests, gestures
// (src/ui).
//
// A frame: begin_frame() → the ui builds it from state() and derived(), queues into actions() and
// reports note_frame() → seconds_until_next_frame().
#pragma once

#include "app/actions.hpp"
#include "app/autosave.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace vekha::app {

// The bytes of a sample by its slug; empty when there is none. Views stay valid.
using SampleSource = std::function<std::string_view(std::string_view slug)>;

class Dispatcher {
public:
    // The ports and texts must outlive the dispatcher. Reads the settings and asks for the last
    // plan.
    Dispatcher(const Ports& ports, Texts& texts, SampleSource samples);
    Dispatcher(const Dispatcher&) = delete;
    Dispatcher& operator=(const Dispatcher&) = delete;
    ~Dispatcher() = default;

    // True: the event is for the app. Keys are taken when they mean an enabled command. Wheel,
    // pinch, touch and the nodes' activations are the ui's and are answered with false; a frame is
    // asked for all the same.
    [[nodiscard]] bool handle(const Event& event);

    void begin_frame();
    void note_frame(const RoadmapFrame& frame);
    // 0: at once, negative: not before something happens.
    [[nodiscard]] double seconds_until_next_frame();

    [[nodiscard]] const AppState& state() const { return m_state; }
    [[nodiscard]] ActionQueue& actions() { return m_actions; }
    [[nodiscard]] Derived& derived() { return m_derived; }
    [[nodiscard]] RepaintScheduler& repaint() { return m_repaint; }
    [[nodiscard]] const Texts& texts() const { return m_texts; }

private:
    AppState m_state;
    ActionQueue m_actions;
    Derived m_derived;
    RepaintScheduler m_repaint;
    Ports m_ports;
    Texts& m_texts;
    SampleSource m_samples;
};

} // namespace vekha::app
