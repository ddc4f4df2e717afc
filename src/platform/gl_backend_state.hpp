// What the host and gl_state_shim.hpp, which is compiled into Dear ImGui's GL backend, know of each
// other.
#pragma once

#include <GLES3/gl3.h>

namespace vekha::platform {

struct GlBackendState {
    // The backend's one program; 0 before it was made. The backend is told at once that it is
    // sound, the host asks.
    GLuint program = 0;
    // The context that the backend's names belong to is gone: deleting them would only fill the
    // console.
    bool names_are_void = false;
};

[[nodiscard]] inline GlBackendState& gl_backend_state() {
    static GlBackendState state;
    return state;
}

} // namespace vekha::platform
