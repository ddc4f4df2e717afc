#pragma once
// Force-included into Dear ImGui's imgui_impl_sdl2.cpp and into nothing else
// (tools/cmake/web.cmake).
//
// That file can read game pads, which needs SDL2's joystick code. Vekha has no use for them, and
// tools/setup builds SDL2 without it; the calls are answered here as on a machine without a pad.
//
// It can also ask how large the picture of an SDL_Renderer is; nothing here is drawn by one, and
// without that call the linker leaves SDL2's renderers out of the page's program.

#include <SDL.h>

#define SDL_GetRendererOutputSize(renderer, width, height)                                         \
    (static_cast<void>(renderer), static_cast<void>(width), static_cast<void>(height))
#define SDL_NumJoysticks() 0
#define SDL_IsGameController(place) (static_cast<void>(place), false)
#define SDL_GameControllerOpen(place) (static_cast<void>(place), nullptr)
#define SDL_GameControllerClose(pad) static_cast<void>(pad)
#define SDL_GameControllerGetButton(pad, button) (static_cast<void>(pad), 0)
#define SDL_GameControllerGetAxis(pad, axis) (static_cast<void>(pad), 0)
