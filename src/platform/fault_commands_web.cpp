#include "platform/fault_commands.hpp"

#ifdef VEKHA_TEST_BUILD

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <cstdlib>

extern "C" {

EMSCRIPTEN_KEEPALIVE void vekha_fault_abort() {
    std::abort();
}
EMSCRIPTEN_KEEPALIVE void vekha_fault_trap() {
    __builtin_trap();
}
// Not a tail call: the answer of the inner call is used, and `held` must stay on the stack.
EMSCRIPTEN_KEEPALIVE int vekha_fault_recurse(int depth) {
    volatile int held = depth;
    return held < 0 ? 0 : vekha_fault_recurse(held + 1) + held;
}

} // extern "C"

// clang-format off
EM_JS(void, vekha_js_install_fault_commands, (), {
    var context = function() {
        return document.getElementById("canvas").getContext("webgl2").getExtension("WEBGL_lose_context");
    };
    var lost = null;
    window["vekhaFault"] = {
        // Each runs from a timer, as a fault in the page's own work would, not inside the caller.
        "abort": function() { setTimeout(Module["_vekha_fault_abort"]); },
        "trap": function() { setTimeout(Module["_vekha_fault_trap"]); },
        "recurse": function() { setTimeout(Module["_vekha_fault_recurse"], 0, 0); },
        "throwJs": function() { setTimeout(function() { throw new Error("vekhaFault.throwJs"); }); },
        "rejectJs": function() { Promise.reject(new Error("vekhaFault.rejectJs")); },
        "loseContext": function() { lost = context(); lost["loseContext"](); },
        "restoreContext": function() { lost["restoreContext"](); }
    };
});
// clang-format on

namespace vekha::platform {

void install_fault_commands() {
    vekha_js_install_fault_commands();
}

} // namespace vekha::platform

#else

namespace vekha::platform {

void install_fault_commands() {}

} // namespace vekha::platform

#endif
