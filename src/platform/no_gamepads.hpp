#pragma once
// Force-included into Dear ImGui's imgui_impl_sdl2.cpp and into nothing else
// (tools/cmake/web.cmake).
//
// That file can read game pads, which needs SDL2's joystick code. Vekha has no use for them, and
// tools/setup builds SDL2 without it; the calls are answered here as on a machine without a pad.

#include <SDL.h>

#define SDL_NumJoysticks() 0
#define SDL_IsGameController(place) (static_cast<void>(place), false)
#define SDL_GameControllerOpen(place) (static_cast<void>(place), nullptr)
#define SDL_GameControllerClose(pad) static_cast<void>(pad)
#define SDL_GameControllerGetButton(pad, button) (static_cast<void>(pad), 0)
#define SDL_GameControllerGetAxis(pad, axis) (static_cast<void>(pad), 0)
