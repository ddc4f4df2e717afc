#include "app/context.hpp"

#include "app/command.hpp"
#include "app/i18n.hpp"
#include "app/repaint.hpp"
#include "app/state.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace vekha::app {

namespace {

constexpr double kMessageSeconds = 6.0;

} // namespace

void Context::show(MessageKind kind, LocalText text) {
    const bool stays = kind == MessageKind::Warning || kind == MessageKind::Error;
    const double hide_at = stays ? 0.0 : now() + kMessageSeconds;
    ports.twin->announce(texts.format(text), kind == MessageKind::Error);
    state.session.message = Message{.kind = kind,
                                    .text = std::move(text),
                                    .shown_at_seconds = now(),
                                    .hide_at_seconds = hide_at,
                                    .number = ++last_message};
    if (!stays) {
        repaint.request_at(hide_at, RepaintReason::MessageEnds);
    }
    repaint.request(RepaintReason::Action);
}

void Context::warn_while(bool holds, TextKey text, std::uint64_t about,
                         std::optional<Command> offers) {
    std::vector<LastingWarning>& lasting = state.session.lasting;
    const auto place = std::ranges::find(lasting, text, &LastingWarning::text);
    if (place != lasting.end()) {
        if (holds && place->about == about) {
            return;
        }
        lasting.erase(place);
    }
    if (holds) {
        lasting.push_back({.text = text, .about = about, .offers = offers});
        ports.twin->announce(texts.get(text), false);
    }
}

} // namespace vekha::app
