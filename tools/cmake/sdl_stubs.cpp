// What SDL2's and Dear ImGui's own parts ask for and the page has no use for: without these answers
// the linker adds all that stands behind them (25 KB of the program). They are weak: where anything
// else of the same file of SDL2 is needed, its own take their place.
#include <SDL.h>

#include <cstdarg>
#include <cstddef>
#include <cstdio>
#include <cstdlib>

extern "C" {

// Asked for only to load OpenGL functions by name, which Dear ImGui's backend does not need in the
// browser. Emscripten's own table of all names would add 55 KB of JavaScript
// (-sGL_ENABLE_GET_PROC_ADDRESS=0 leaves it out).
[[gnu::weak]] void (*eglGetProcAddress(const char* /*name*/))() {
    return nullptr;
}

// Recorded gestures of several fingers. The page reads the fingers themselves
// (src/platform/touch_tracker.hpp).
[[gnu::weak]] int SDL_GestureAddTouch(SDL_TouchID /*touch*/) {
    return 0;
}
[[gnu::weak]] int SDL_GestureDelTouch(SDL_TouchID /*touch*/) {
    return 0;
}
[[gnu::weak]] void SDL_GestureProcessEvent(SDL_Event* /*event*/) {}
[[gnu::weak]] void SDL_GestureQuit() {}

// Pictures in memory, for cursors and icons of a program's own and for a window without OpenGL.
// Null says that none could be made. The page has the browser's cursors, and paints without OpenGL
// by itself (src/platform/cpu_screen_web.cpp).
[[gnu::weak]] SDL_Surface* SDL_CreateRGBSurface(Uint32 /*flags*/, int /*width*/, int /*height*/,
                                                int /*depth*/, Uint32 /*red*/, Uint32 /*green*/,
                                                Uint32 /*blue*/, Uint32 /*alpha*/) {
    return nullptr;
}
[[gnu::weak]] SDL_Surface* SDL_CreateRGBSurfaceFrom(void* /*pixels*/, int /*width*/, int /*height*/,
                                                    int /*depth*/, int /*pitch*/, Uint32 /*red*/,
                                                    Uint32 /*green*/, Uint32 /*blue*/,
                                                    Uint32 /*alpha*/) {
    return nullptr;
}
[[gnu::weak]] SDL_Surface* SDL_ConvertSurfaceFormat(SDL_Surface* /*surface*/, Uint32 /*format*/,
                                                    Uint32 /*flags*/) {
    return nullptr;
}
[[gnu::weak]] void SDL_FreeSurface(SDL_Surface* /*surface*/) {}
[[gnu::weak]] SDL_bool SDL_PixelFormatEnumToMasks(Uint32 /*format*/, int* /*depth*/,
                                                  Uint32* /*red*/, Uint32* /*green*/,
                                                  Uint32* /*blue*/, Uint32* /*alpha*/) {
    return SDL_FALSE;
}
// The brightness of the whole screen.
[[gnu::weak]] void SDL_CalculateGammaRamp(float /*gamma*/, Uint16* /*ramp*/) {}

// Renderers, of which tools/setup leaves only the frame in SDL2: there is none, and none can be
// made.
[[gnu::weak]] int SDL_GetNumRenderDrivers() {
    return 0;
}
[[gnu::weak]] int SDL_GetRenderDriverInfo(int /*index*/, SDL_RendererInfo* /*info*/) {
    return -1;
}
[[gnu::weak]] SDL_Renderer* SDL_CreateRenderer(SDL_Window* /*window*/, int /*index*/,
                                               Uint32 /*flags*/) {
    return nullptr;
}
[[gnu::weak]] SDL_Renderer* SDL_GetRenderer(SDL_Window* /*window*/) {
    return nullptr;
}
[[gnu::weak]] int SDL_GetRendererInfo(SDL_Renderer* /*renderer*/, SDL_RendererInfo* /*info*/) {
    return -1;
}
[[gnu::weak]] void SDL_DestroyRenderer(SDL_Renderer* /*renderer*/) {}
[[gnu::weak]] void SDL_DestroyRendererWithoutFreeing(SDL_Renderer* /*renderer*/) {}
[[gnu::weak]] int SDL_RenderSetViewport(SDL_Renderer* /*renderer*/, const SDL_Rect* /*place*/) {
    return -1;
}
[[gnu::weak]] int SDL_RenderCopy(SDL_Renderer* /*renderer*/, SDL_Texture* /*texture*/,
                                 const SDL_Rect* /*from*/, const SDL_Rect* /*to*/) {
    return -1;
}
[[gnu::weak]] void SDL_RenderPresent(SDL_Renderer* /*renderer*/) {}
[[gnu::weak]] SDL_Texture* SDL_CreateTexture(SDL_Renderer* /*renderer*/, Uint32 /*format*/,
                                             int /*access*/, int /*width*/, int /*height*/) {
    return nullptr;
}
[[gnu::weak]] int SDL_UpdateTexture(SDL_Texture* /*texture*/, const SDL_Rect* /*place*/,
                                    const void* /*pixels*/, int /*pitch*/) {
    return -1;
}
[[gnu::weak]] void SDL_DestroyTexture(SDL_Texture* /*texture*/) {}

// Asked for by Dear ImGui only to read settings of windows from a file, of which there is none; its
// backend for OpenGL has src/platform/gl_state_shim.hpp.
// NOLINTNEXTLINE(cert-dcl50-cpp): the name is the C library's
[[gnu::weak]] int sscanf(const char* /*text*/, const char* /*format*/, ...) {
    return 0;
}

// Text of numbers: what Dear ImGui and SDL2 write has no fractions, and SDL2 reads them only from
// hints about the mouse that nobody gives. Our own are in src/core/base/decimal.hpp.
// Emscripten's C library has it, its headers do not.
int vsniprintf(char* text, std::size_t size, const char* format, va_list values);
int __wrap_vsnprintf(char* text, std::size_t size, const char* format, va_list values) {
    return vsniprintf(text, size, format, values);
}
[[gnu::weak]] double SDL_atof(const char* /*text*/) {
    return 0.0;
}
[[gnu::weak]] double strtod(const char* text, char** end) {
    if (end != nullptr) {
        *end = const_cast<char*>(text);
    }
    return 0.0;
}
[[gnu::weak]] double atof(const char* /*text*/) {
    return 0.0;
}

} // extern "C"
