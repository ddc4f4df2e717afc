#pragma once
// Force-included into Dear ImGui's imgui_impl_opengl3.cpp and into nothing else (cmake/web.cmake).
//
// That file saves and restores the OpenGL state around each frame, for programs that draw with
// OpenGL themselves. Vekha draws nothing beside Dear ImGui, and in WebGL each such question waits
// for the GPU process: it was 97 % of the main thread's time. The questions are answered here with
// the state that a fresh context has; the questions about limits still go to WebGL.
//
// At the start it also asks for the version, and whether each shader and the program compiled, with
// their logs: half of the time to the first picture. The version is known (the page asked for WebGL
// 2), and the answer to the others is yes; the host asks in earnest once the first pictures are on
// their way.
//
// When a lost context comes back, the backend is shut down and started again; it must not delete
// the names of the old context.

#include "platform/gl_backend_state.hpp"

#include <GLES3/gl3.h>

#include <cstdio> // IWYU pragma: keep, before sscanf gets another name below

namespace vekha::platform {

inline void gl_state_integer(GLenum name, GLint* value) {
    switch (name) {
    case GL_MAJOR_VERSION:
        *value = 3;
        return;
    case GL_MINOR_VERSION:
        *value = 0;
        return;
    case GL_MAX_TEXTURE_SIZE:
    case GL_NUM_EXTENSIONS:
        glGetIntegerv(name, value);
        return;
    case GL_ACTIVE_TEXTURE:
        *value = GL_TEXTURE0;
        return;
    case GL_BLEND_SRC_RGB:
    case GL_BLEND_SRC_ALPHA:
        *value = GL_ONE;
        return;
    case GL_BLEND_EQUATION_RGB:
    case GL_BLEND_EQUATION_ALPHA:
        *value = GL_FUNC_ADD;
        return;
    case GL_VIEWPORT:
    case GL_SCISSOR_BOX:
        // Dear ImGui sets both before it draws and puts these back afterwards; the host sets its
        // own before a clear.
        value[0] = value[1] = value[2] = value[3] = 0;
        return;
    default:
        *value = 0; // no program, texture, sampler, buffer or vertex array is bound
        return;
    }
}

inline GLboolean gl_state_enabled(GLenum) {
    return GL_FALSE;
}

inline const GLubyte* gl_text(GLenum name) {
    static constexpr GLubyte kVersion[] = "OpenGL ES 3.0 (WebGL 2.0)";
    return name == GL_VERSION ? kVersion : glGetString(name);
}

inline void gl_shader_state(GLuint, GLenum name, GLint* value) {
    *value = name == GL_INFO_LOG_LENGTH ? 0 : GL_TRUE;
}

inline void gl_program_state(GLuint program, GLenum name, GLint* value) {
    gl_backend_state().program = program;
    *value = name == GL_INFO_LOG_LENGTH ? 0 : GL_TRUE;
}

inline void gl_delete_buffers(GLsizei count, const GLuint* names) {
    if (!gl_backend_state().names_are_void) {
        glDeleteBuffers(count, names);
    }
}

inline void gl_delete_textures(GLsizei count, const GLuint* names) {
    if (!gl_backend_state().names_are_void) {
        glDeleteTextures(count, names);
    }
}

inline void gl_delete_program(GLuint name) {
    if (!gl_backend_state().names_are_void) {
        glDeleteProgram(name);
    }
}

// It reads one number, that behind «#version»: the C library's way of reading brings 18 KB along.
inline int gl_scan(const char* text, const char* /*format*/, int* number,
                   int* /*second*/ = nullptr) {
    while (*text != '\0' && (*text < '0' || *text > '9')) {
        ++text;
    }
    *number = 0;
    for (; *text >= '0' && *text <= '9'; ++text) {
        *number = *number * 10 + (*text - '0');
    }
    return 1;
}

} // namespace vekha::platform

#define sscanf vekha::platform::gl_scan
#define glGetIntegerv vekha::platform::gl_state_integer
#define glIsEnabled vekha::platform::gl_state_enabled
#define glGetString vekha::platform::gl_text
#define glGetShaderiv vekha::platform::gl_shader_state
#define glGetProgramiv vekha::platform::gl_program_state
#define glDeleteBuffers vekha::platform::gl_delete_buffers
#define glDeleteTextures vekha::platform::gl_delete_textures
#define glDeleteProgram vekha::platform::gl_delete_program
