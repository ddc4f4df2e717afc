#include "platform/fault_commands.hpp"

#ifdef VEKHA_TEST_BUILD

#include <emscripten/em_js.h>
#include <emscripten/emscripten.h>

#include <cstddef>
#include <cstdlib>
#include <new>

namespace {

// Until one fails; 0: none does.
int& allocations_left() {
    static int left = 0;
    return left;
}

} // namespace

// As the library's own: without exceptions a failed allocation ends the program.
void* operator new(std::size_t size) {
    const bool counts = allocations_left() > 0;
    allocations_left() -= counts ? 1 : 0;
    const bool fails = counts && allocations_left() == 0;
    void* const memory = fails ? nullptr : std::malloc(size);
    if (memory == nullptr) {
        std::abort();
    }
    return memory;
}

extern "C" {

EMSCRIPTEN_KEEPALIVE void vekha_fault_allocation(int from_now) {
    allocations_left() = from_now;
}
EMSCRIPTEN_KEEPALIVE int vekha_fault_allocations_left() {
    return allocations_left();
}

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
        "failAllocation": function(fromNow) { Module["_vekha_fault_allocation"](fromNow); },
        "allocationsLeft": function() { return Module["_vekha_fault_allocations_left"](); },
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
