#include "app/palette_control.hpp"

#include "app/actions.hpp"
#include "app/command.hpp"
#include "app/commands.hpp"
#include "app/context.hpp"
#include "app/palette.hpp"
#include "app/ports/ports.hpp"
#include "app/state.hpp"
#include "core/scene/semantics.hpp"

#include <variant>
#include <vector>

namespace vekha::app {

void PaletteControl::apply(const act::OpenPalette& /*action*/) {
    Session& session = m_context.state.session;
    session.question = PaletteQuestion{};
    session.field = FieldEdit{semantic_key(kPaletteField), EditField::Palette, {}, {}};
}

void PaletteControl::apply(const act::ShowHelp& /*action*/) {
    m_context.state.session.question = HelpSheet{};
}

void PaletteControl::apply(const act::RunCommand& action) {
    AppState& state = m_context.state;
    const Availability availability = availability_behind(state, action.command);
    if (!availability.enabled) {
        m_context.show(MessageKind::Info, {availability.reason, {}});
        return;
    }
    state.session.question = {};
    state.session.field.reset();
    m_context.ports.field->hide();
    // When the page is free again: it may open a field or a question of its own.
    m_context.actions.push(command_action(state, action.command));
}

void PaletteControl::apply(const act::RunFirstFound& /*action*/) {
    const auto* const question = std::get_if<PaletteQuestion>(&m_context.state.session.question);
    if (question == nullptr) {
        return;
    }
    const std::vector<Command> found =
        found_commands(m_context.state, m_context.texts, question->typed);
    if (!found.empty()) {
        apply(act::RunCommand{found.front()});
    }
}

} // namespace vekha::app
