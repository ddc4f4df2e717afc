// What the parts of the dispatcher share: the state they write, what is computed from it, and the
// outside world. Only the dispatcher and its parts (plan_files, plan_editor, view_control) include
// this.
#pragma once

#include "app/actions.hpp"
#include "app/derived.hpp"
#include "app/i18n.hpp"
#include "app/ports/ports.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"
#include "core/edit/new_ids.hpp"

#include <cstdint>
#include <optional>

namespace vekha::app {

struct Context {
    AppState state;
    ActionQueue actions;
    Derived derived;
    RepaintScheduler repaint;
    Ports ports;
    Texts& texts;
    std::uint64_t last_revision = 0;
    std::uint64_t last_message = 0;
    NewIds ids{ports.chance->draw()};

    [[nodiscard]] double now() const { return ports.clock->monotonic_seconds(); }
    [[nodiscard]] std::uint64_t next_revision() { return ++last_revision; }

    // Shows a message and has it read out. Good news goes by itself, the rest stays until it is
    // closed.
    void show(MessageKind kind, LocalText text);
    // Has a warning stand while `holds`, unless it is closed; read out when it begins.
    void warn_while(bool holds, TextKey text, std::uint64_t about = 0,
                    std::optional<Command> offers = std::nullopt);
};

} // namespace vekha::app
