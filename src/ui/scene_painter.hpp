// Walks a scene's primitives into a Dear ImGui draw list. It decides nothing: colours come from the
// theme, everything else from the scene.
#pragma once

#include "core/base/geometry.hpp"
#include "core/layout/state_look.hpp"
#include "core/scene/scene.hpp"

struct ImDrawList;

namespace vekha::ui {

class Fonts;
struct Theme;

void paint_scene(const Scene& scene, const Theme& theme, const Fonts& fonts, ImDrawList& list);

// The mark of a state, also used outside of scenes (inspector, legend).
void paint_state_mark(ImDrawList& list, StateMark mark, const Rect& rect, ColorRole color,
                      const Theme& theme);
// The corner of a mark whose state was set by hand, as office programs have it for a remark.
void paint_by_hand(ImDrawList& list, const Rect& rect, const Theme& theme);
// Both.
void paint_state(ImDrawList& list, const StateLook& look, const Rect& rect, const Theme& theme);

} // namespace vekha::ui
