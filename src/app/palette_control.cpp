#include "app/palette_control.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/context.hpp"
#include "app/palette.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/find/fold_letters.hpp"
#include "core/scene/semantics.hpp"

#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace vekha::app {

void PaletteControl::apply(const act::OpenPalette& /*action*/) {
    Session& session = m_context.state.session;
    session.question = PaletteQuestion{};
    put_refused_behind(session);
    open_field({});
}

void PaletteControl::open_field(std::string text) {
    m_context.state.session.field = FieldEdit{
        .key = semantic_key(kPaletteField), .field = EditField::Palette, .text = std::move(text)};
}

void PaletteControl::tick() {
    Session& session = m_context.state.session;
    if (!session.field_behind || session.asks()) {
        return;
    }
    if (!session.field) {
        session.field = std::move(session.field_behind);
        session.field->waits = true;
    }
    session.field_behind.reset();
}

void PaletteControl::apply(const act::ShowHelp& /*action*/) {
    m_context.state.session.question = HelpSheet{};
}

void PaletteControl::apply(const act::OpenMenu& action) {
    Session& session = m_context.state.session;
    if (!session.asks() && m_context.state.plan) {
        session.question = action.menu;
        session.hovered.reset();
    }
}

void PaletteControl::apply(const act::RunCommand& action) {
    AppState& state = m_context.state;
    const Availability availability = availability_behind(state, action.command);
    if (!availability.enabled) {
        m_context.show(MessageKind::Info, {availability.reason, {}});
        return;
    }
    // A menu says what its commands are of.
    std::optional<Action> chosen;
    if (std::holds_alternative<CommandMenu>(state.session.question)) {
        chosen = command_action(state, action.command);
    }
    state.session.question = {};
    state.session.field.reset();
    m_context.ports.field->hide();
    // When the page is free again: it may open a field or a question of its own.
    m_context.actions.push(chosen ? *std::move(chosen) : command_action(state, action.command));
}

void PaletteControl::apply(const act::RunFirstFound& /*action*/) {
    const auto* const question = std::get_if<PaletteQuestion>(&m_context.state.session.question);
    if (question == nullptr) {
        return;
    }
    const std::string typed = question->typed;
    const std::vector<Command> found = found_commands(m_context.state, m_context.texts, typed);
    if (!found.empty() && !search_words(typed).empty()) {
        apply(act::RunCommand{found.front()});
    }
    // Nothing was meant, or it cannot run: typing goes on.
    if (std::holds_alternative<PaletteQuestion>(m_context.state.session.question)) {
        open_field(typed);
    }
}

} // namespace vekha::app
