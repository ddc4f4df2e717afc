// The one GL program of Dear ImGui's backend, so that the host can ask once whether the driver
// accepted it; the backend itself is told yes at once (gl_state_shim.hpp).
#pragma once

#include <GLES3/gl3.h>

namespace vekha::platform {

// 0 before the backend made its program.
inline GLuint& gl_program() {
    static GLuint program = 0;
    return program;
}

} // namespace vekha::platform
