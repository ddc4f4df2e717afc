// SDL2 asks for eglGetProcAddress only to load OpenGL functions by name, which Dear ImGui's backend
// does not need in the browser. Emscripten's own table of all names would add 55 KB of JavaScript
// (-sGL_ENABLE_GET_PROC_ADDRESS=0 leaves it out).
extern "C" void (*eglGetProcAddress(const char* name))() {
    (void)name;
    return nullptr;
}
