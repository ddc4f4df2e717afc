// PaletteControl: the part of the dispatcher that opens the palette, menus and the help sheet, and
// runs what is chosen there. What cannot run says why, and the palette stays.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"

#include <string>

namespace vekha::app {

class PaletteControl {
public:
    explicit PaletteControl(Context& context) : m_context(context) {}

    void apply(const act::OpenPalette& action);
    void apply(const act::ShowHelp& action);
    void apply(const act::OpenMenu& action);
    void apply(const act::RunCommand& action);
    void apply(const act::RunFirstFound& action);

    // Once a frame: what stood under the palette comes back when it has gone.
    void tick();

private:
    void open_field(std::string text);

    Context& m_context;
};

} // namespace vekha::app
