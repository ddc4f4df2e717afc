// Commands that provoke faults (abort, trap, endless recursion, an allocation that fails, a
// JavaScript error, a lost context), as window.vekhaFault. They exist only where VEKHA_TEST_BUILD
// is defined; in the product this does nothing.
#pragma once

namespace vekha::platform {

void install_fault_commands();

} // namespace vekha::platform
