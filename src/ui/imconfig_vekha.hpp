#pragma once
// Dear ImGui's compile-time configuration, the same for every file that includes imgui.h (the build
// sets IMGUI_USER_CONFIG to this file). Nothing else belongs here: no includes, no types of ours.

// The newest interface only, so that an update of Dear ImGui shows at compile time what has to
// change.
#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS

// The page has its own fonts, and shows neither the demo nor the debug windows.
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS

// Text typed by a user may hold any character, also those above U+FFFF.
#define IMGUI_USE_WCHAR32

// The browser's files and clipboard are reached through our ports, never through the C library.
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
