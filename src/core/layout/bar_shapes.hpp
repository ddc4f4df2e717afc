// The shapes of the drawing grammar (look.md «Periods»): one mark of a measure as primitives, and
// the lines around and between marks. Private to core/layout. Decides nothing: where and in which
// state comes with the SpanMark.
#pragma once

#include "core/base/geometry.hpp"
#include "core/layout/layout_context.hpp"
#include "core/scene/semantics.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace vekha {

// Where the mark is drawn: at least 6 px wide, a diamond around the middle of its day.
[[nodiscard]] Rect mark_rect(const LayoutContext& c, const PlacedRow& placed, const SpanMark& mark);
void lay_mark(LayoutContext& c, const PlacedRow& placed, const SpanMark& mark, const Rect& rect);
// The state of an occurrence inside its own bar, or in place of one that is too narrow for it;
// false when there is no room or it has none of its own. `pitch`: how near the next bar stands.
bool lay_inner_mark(LayoutContext& c, const PlacedRow& placed, const SpanMark& mark, float pitch);
// The hair lines that join the spans of one measure, and the gap between spans that touch.
void lay_joining_lines(LayoutContext& c, const PlacedRow& placed,
                       const std::vector<SpanMark>& marks);
void lay_seam(LayoutContext& c, const PlacedRow& placed, const SpanMark& mark);

enum class OutlineKind : std::uint8_t { Review, Lit, Before };
void lay_outline(LayoutContext& c, const PlacedRow& placed, const Rect& rect, OutlineKind kind);
void lay_baseline_line(LayoutContext& c, const PlacedRow& placed, float left, float right);

// The same rectangle, but not farther out of sight than its rounded and faded ends need.
[[nodiscard]] Rect cut_for_drawing(const LayoutContext& c, const Rect& rect);
// What of a bar stands between the sides of the time line. Its height is left as it is, also where
// the row is half scrolled away: zones and nodes are cut to what is in sight by themselves.
[[nodiscard]] Rect seen_in_time(const LayoutContext& c, const Rect& bar);
// Grown about its middle to what can be pressed.
[[nodiscard]] Rect at_least_target(const Rect& rect);
[[nodiscard]] SemanticKey time_cell_key(LayoutContext& c, std::string_view prefix,
                                        std::string_view id);

} // namespace vekha
