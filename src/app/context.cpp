#include "app/context.hpp"

#include "app/i18n.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"

#include <utility>

namespace vekha::app {

namespace {

constexpr double kMessageSeconds = 6.0;

} // namespace

void Context::show(MessageKind kind, LocalText text) {
    const bool stays = kind == MessageKind::Warning || kind == MessageKind::Error;
    const double hide_at = stays ? 0.0 : now() + kMessageSeconds;
    ports.twin->announce(texts.format(text), kind == MessageKind::Error);
    state.session.message = Message{kind, std::move(text), now(), hide_at, ++last_message};
    if (!stays) {
        repaint.request_at(hide_at, RepaintReason::MessageEnds);
    }
    repaint.request(RepaintReason::Action);
}

} // namespace vekha::app
