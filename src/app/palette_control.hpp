// PaletteControl: the part of the dispatcher that opens the palette and the help sheet, and runs
// what is chosen there. What cannot run says why, and the palette stays.
#pragma once

#include "app/actions.hpp"
#include "app/context.hpp"

namespace vekha::app {

class PaletteControl {
public:
    explicit PaletteControl(Context& context) : m_context(context) {}

    void apply(const act::OpenPalette& action);
    void apply(const act::ShowHelp& action);
    void apply(const act::RunCommand& action);
    void apply(const act::RunFirstFound& action);

private:
    Context& m_context;
};

} // namespace vekha::app
