// Composition root: makes the parts, joins them, and gives the host the recipe of a frame. No logic
// of its own.
#include "app/dispatcher.hpp"
#include "app/i18n.hpp"
#include "app/ports/events.hpp"
#include "app/ports/ports.hpp"
#include "core/base/geometry.hpp"
#include "platform/host.hpp"
#include "ui/fonts.hpp"
#include "ui/root.hpp"

#include <imgui.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>

namespace {

using vekha::app::Language;

// Everything that lives as long as the page.
struct Program {
    explicit Program(const vekha::app::Ports& outside)
        : ports(outside), dispatcher(ports, texts, sample), root(dispatcher, ports, fonts) {}

    static std::string_view words(Language language) {
        return vekha::platform::page_block(
            std::string("i18n-").append(vekha::app::language_tag(language)));
    }
    static std::string_view sample(std::string_view slug) {
        return vekha::platform::page_block(std::string("sample-").append(slug));
    }

    vekha::app::Ports ports;
    vekha::app::Texts texts{words};
    vekha::ui::Fonts fonts;
    vekha::app::Dispatcher dispatcher;
    vekha::ui::Root root;
};

} // namespace

int main() {
    auto program = std::make_shared<std::unique_ptr<Program>>();
    vekha::platform::HostCallbacks callbacks;
    callbacks.start = [program] {
        *program = std::make_unique<Program>(vekha::platform::make_ports());
        (*program)->fonts.load(vekha::platform::page_block("font-regular"),
                               vekha::platform::page_block("font-semibold"),
                               *(*program)->ports.glyphs);
    };
    callbacks.frame = [program](double) {
        Program& parts = **program;
        parts.dispatcher.begin_frame();
        const ImVec2 size = ImGui::GetIO().DisplaySize;
        parts.root.draw({size.x, size.y});
        return vekha::platform::FrameAnswer{.wanted_seconds =
                                                parts.dispatcher.seconds_until_next_frame(),
                                            .acts = parts.dispatcher.acts_next()};
    };
    callbacks.event = [program](vekha::app::Event event) {
        Program& parts = **program;
        const bool taken_by_ui = parts.root.handle(event);
        const bool taken_by_app = parts.dispatcher.handle(std::move(event));
        return taken_by_ui || taken_by_app;
    };
    callbacks.aim = [program](vekha::Point tap) { return (*program)->root.aim_of_tap(tap); };
    vekha::platform::run(std::move(callbacks));
    return 0;
}
