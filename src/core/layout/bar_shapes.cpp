#include "core/layout/bar_shapes.hpp"

#include "core/base/geometry.hpp"
#include "core/layout/layout_context.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

constexpr float kLeastWidth = 6.0F;
constexpr float kBarRadius = 3.0F;
constexpr float kOutOfSight = 64.0F;
constexpr float kDiamondSize = 18.0F;
constexpr float kTailHeight = 4.0F;
constexpr float kArrowWidth = 11.0F;
constexpr float kBandProgressHeight = 4.0F;
constexpr float kBaselineHeight = 4.0F;
constexpr float kBaselineGap = 4.0F;
constexpr float kInnerRoom = 26.0F;
constexpr float kInnerMark = 14.0F;
constexpr float kLeastInnerMark = 10.0F;
constexpr float kInnerPlate = 2.0F;  // around it
constexpr std::uint8_t kFaint = 130; // of hatching
constexpr float kFadeRoom = 14.0F;   // narrower bars cannot show that their ends are not exact
constexpr float kVagueHeight = 0.6F; // of a bar: they are lower and paler instead
constexpr std::uint8_t kVague = 190;
constexpr std::uint8_t kEdge = 225; // of the line around a bar: still 3:1 against the row

float diamond_size(const LayoutContext& c) {
    return std::min(kDiamondSize, c.metrics.bar_height + 2.0F);
}

bool is_band(const SpanMark& mark) {
    return mark.shape == SpanShape::Band || mark.shape == SpanShape::MarksBand;
}

Rect progress_part(const Rect& rect, const SpanMark& mark, const Rect& drawn) {
    const float right = rect.left + rect.width() * mark.done_share;
    return {drawn.left, drawn.top, std::clamp(right, drawn.left, drawn.right), drawn.bottom};
}

void lay_exact(LayoutContext& c, Owner owner, const SpanMark& mark, const Rect& rect) {
    const Rect drawn = cut_for_drawing(c, rect);
    c.scene.add(PrimitiveKind::Fill, drawn, mark.look.fill, owner).radius = kBarRadius;
    const Rect done = progress_part(rect, mark, drawn);
    if (!done.empty()) {
        c.scene.add(PrimitiveKind::Fill, done, mark.look.deep, owner).radius = kBarRadius;
    }
    Primitive& edge = c.scene.add(PrimitiveKind::Outline, drawn, mark.look.deep, owner);
    edge.radius = kBarRadius;
    edge.alpha = kEdge;
}

struct Fades {
    float left = 0.0F;
    float right = 0.0F;
};

void add_faded(LayoutContext& c, const Rect& rect, ColorRole color, const Fades& fades,
               Owner owner) {
    Primitive& fill = c.scene.add(PrimitiveKind::FadeFill, rect, color, owner);
    fill.fade_left = std::min(fades.left, rect.width());
    fill.fade_right = std::min(fades.right, rect.width() - fill.fade_left);
}

// Body, filled part and both long edges, all of which fade alike towards the ends that are not
// exact.
void lay_faded(LayoutContext& c, Owner owner, const SpanMark& mark, const Rect& rect, Fades fades) {
    const Rect drawn = cut_for_drawing(c, rect);
    fades.left = drawn.left > rect.left ? 0.0F : fades.left;
    fades.right = drawn.right < rect.right ? 0.0F : fades.right;
    add_faded(c, drawn, mark.look.fill, fades, owner);
    const Rect done = progress_part(rect, mark, drawn);
    if (!done.empty()) {
        const bool all = mark.done_share >= 1.0F;
        const Rect part{done.left, done.top,
                        all ? done.right : std::min(done.right, drawn.right - fades.right),
                        done.bottom};
        if (!part.empty()) {
            add_faded(c, part, mark.look.deep, {fades.left, all ? fades.right : 0.0F}, owner);
        }
    }
    add_faded(c, {drawn.left, drawn.top, drawn.right, drawn.top + 1.0F}, mark.look.deep, fades,
              owner);
    add_faded(c, {drawn.left, drawn.bottom - 1.0F, drawn.right, drawn.bottom}, mark.look.deep,
              fades, owner);
}

// A bar with soft ends that is too narrow for them: low, round and without an edge, so that it does
// not look like a day that is known.
void lay_vague(LayoutContext& c, Owner owner, const SpanMark& mark, const Rect& rect) {
    const float half = rect.height() * kVagueHeight / 2.0F;
    const float y = rect.center().y;
    Primitive& dot = c.scene.add(PrimitiveKind::Fill, {rect.left, y - half, rect.right, y + half},
                                 mark.look.deep, owner);
    dot.radius = std::min(half, rect.width() / 2.0F);
    dot.alpha = kVague;
}

void lay_open(LayoutContext& c, Owner owner, const SpanMark& mark, const Rect& rect) {
    const bool to_right = mark.shape == SpanShape::OpenEnd;
    const float arrow = std::min(kArrowWidth, rect.width() / 2.0F);
    Rect body = rect;
    Rect head = rect;
    (to_right ? body.right : body.left) += to_right ? -arrow : arrow;
    (to_right ? head.left : head.right) = to_right ? body.right : body.left;
    lay_faded(c, owner, mark, body, to_right ? Fades{mark.fade, 0.0F} : Fades{0.0F, mark.fade});
    if (head.overlaps(c.frame.time)) {
        c.scene.add(to_right ? PrimitiveKind::ArrowRight : PrimitiveKind::ArrowLeft, head,
                    mark.look.deep, owner);
    }
}

void lay_deadline(LayoutContext& c, Owner owner, const SpanMark& mark, const Rect& rect) {
    const float y = rect.center().y;
    if (mark.tail > 0.0F) {
        const Rect tail{std::min(mark.left - mark.tail, rect.left), y - kTailHeight / 2.0F,
                        rect.center().x, y + kTailHeight / 2.0F};
        Primitive& fill = c.scene.add(PrimitiveKind::FadeFill, tail, mark.look.deep, owner);
        fill.fade_left = tail.width();
    }
    c.scene.add(PrimitiveKind::Diamond, rect, mark.look.deep, owner);
    const bool solid = mark.look.mark == StateMark::Done || mark.look.mark == StateMark::Late;
    if (!solid) {
        c.scene.add(PrimitiveKind::Diamond, rect.shrunk(3.0F), mark.look.fill, owner);
    }
}

void lay_band(LayoutContext& c, Owner owner, const SpanMark& mark, const Rect& rect) {
    const Rect drawn = cut_for_drawing(c, rect);
    if (mark.shape == SpanShape::MarksBand) {
        c.scene.add(PrimitiveKind::Fill, drawn, mark.look.fill, owner);
    } else {
        c.scene.add(PrimitiveKind::HatchFill, drawn, mark.look.deep, owner).alpha = kFaint;
    }
    Primitive& edge = c.scene.add(PrimitiveKind::Outline, drawn, mark.look.deep, owner);
    edge.alpha = kEdge;
    Rect done = progress_part(rect, mark, drawn);
    done.top = done.bottom - kBandProgressHeight;
    if (!done.empty()) {
        c.scene.add(PrimitiveKind::Fill, done, mark.look.deep, owner);
    }
}

} // namespace

Rect cut_for_drawing(const LayoutContext& c, const Rect& rect) {
    const Rect& time = c.frame.time;
    return {std::max(rect.left, time.left - kOutOfSight), rect.top,
            std::min(rect.right, time.right + kOutOfSight), rect.bottom};
}

Rect seen_in_time(const LayoutContext& c, const Rect& bar) {
    return {std::max(bar.left, c.frame.time.left), bar.top, std::min(bar.right, c.frame.time.right),
            bar.bottom};
}

Rect at_least_target(const Rect& rect) {
    const float grow_x = std::max(0.0F, (kMinTarget - rect.width()) / 2.0F);
    const float grow_y = std::max(0.0F, (kMinTarget - rect.height()) / 2.0F);
    return {rect.left - grow_x, rect.top - grow_y, rect.right + grow_x, rect.bottom + grow_y};
}

SemanticKey time_cell_key(LayoutContext& c, std::string_view prefix, std::string_view id) {
    c.scratch.part.assign(prefix);
    c.scratch.part += '/';
    c.scratch.part += std::to_string(kTimeColumn);
    return c.key(c.scratch.part, id);
}

Rect mark_rect(const LayoutContext& c, const PlacedRow& placed, const SpanMark& mark) {
    float width = std::max(mark.right - mark.left, kLeastWidth);
    float height = is_band(mark) ? c.metrics.band_height : c.metrics.bar_height;
    if (mark.shape == SpanShape::Deadline) {
        width = diamond_size(c);
        height = width;
    }
    const float x = (mark.left + mark.right) / 2.0F;
    const float y = placed.rect.center().y;
    const bool exact_ends = width == mark.right - mark.left;
    return {exact_ends ? mark.left : x - width / 2.0F, y - height / 2.0F,
            exact_ends ? mark.right : x + width / 2.0F, y + height / 2.0F};
}

void lay_mark(LayoutContext& c, const PlacedRow& placed, const SpanMark& mark, const Rect& rect) {
    switch (mark.shape) {
    case SpanShape::Exact:
        lay_exact(c, placed.owner, mark, rect);
        break;
    case SpanShape::Soft:
        if (rect.width() < kFadeRoom) {
            lay_vague(c, placed.owner, mark, rect);
        } else {
            lay_faded(c, placed.owner, mark, rect, {mark.fade, mark.fade});
        }
        break;
    case SpanShape::Deadline:
        lay_deadline(c, placed.owner, mark, rect);
        break;
    case SpanShape::OpenEnd:
    case SpanShape::OpenStart:
        lay_open(c, placed.owner, mark, rect);
        break;
    case SpanShape::Band:
    case SpanShape::MarksBand:
        lay_band(c, placed.owner, mark, rect);
        break;
    }
}

bool lay_inner_mark(LayoutContext& c, const PlacedRow& placed, const SpanMark& mark, float pitch) {
    // In the middle of what is in sight of it.
    const float left = std::max(mark.left, c.frame.time.left);
    const float right = std::min(mark.right, c.frame.time.right);
    const float size =
        right - left >= kInnerRoom ? kInnerMark : std::min(kInnerMark, pitch - kInnerPlate);
    if (!mark.own_state || mark.shape == SpanShape::Deadline || size < kLeastInnerMark) {
        return false;
    }
    const Point center{(left + right) / 2.0F, placed.rect.center().y};
    const float half = size / 2.0F;
    const Rect box{center.x - half, center.y - half, center.x + half, center.y + half};
    c.scene.add(PrimitiveKind::Fill, box.shrunk(-kInnerPlate), ColorRole::Surface, placed.owner)
        .radius = half + kInnerPlate;
    c.add_state(box, mark.look, placed.owner);
    return true;
}

void lay_joining_lines(LayoutContext& c, const PlacedRow& placed,
                       const std::vector<SpanMark>& marks) {
    const float y = placed.rect.center().y;
    for (std::size_t i = 1; i < marks.size(); ++i) {
        // From within one faded end into the other, so that no gap shows between line and bar.
        const Rect line =
            cut_for_drawing(c, {marks[i - 1].right - marks[i - 1].fade / 2.0F, y - 0.5F,
                                marks[i].left + marks[i].fade / 2.0F, y + 0.5F});
        if (marks[i - 1].right < marks[i].left && !line.intersection(c.frame.time).empty()) {
            c.scene.add(PrimitiveKind::Fill, line, ColorRole::PlannedDeep, placed.owner);
        }
    }
}

void lay_seam(LayoutContext& c, const PlacedRow& placed, const SpanMark& mark) {
    const float half = c.metrics.bar_height / 2.0F;
    const float y = placed.rect.center().y;
    c.scene.add(PrimitiveKind::Fill, {mark.left - 1.0F, y - half, mark.left + 1.0F, y + half},
                ColorRole::Surface, placed.owner);
}

void lay_outline(LayoutContext& c, const PlacedRow& placed, const Rect& rect, OutlineKind kind) {
    const bool lit = kind == OutlineKind::Lit;
    const float aside = kind == OutlineKind::Before ? 0.0F : lit ? -3.0F : -2.0F;
    const Rect around = cut_for_drawing(c, rect.shrunk(aside));
    const ColorRole color = lit                           ? ColorRole::Accent
                            : kind == OutlineKind::Review ? ColorRole::Review
                                                          : ColorRole::Baseline;
    Primitive& outline = c.scene.add(PrimitiveKind::Outline, around, color, placed.owner);
    outline.dashed = !lit;
    outline.radius = lit ? kBarRadius + 2.0F : 0.0F;
    outline.thickness = 1.5F;
}

void lay_baseline_line(LayoutContext& c, const PlacedRow& placed, float left, float right) {
    const float top = placed.rect.center().y + c.metrics.bar_height / 2.0F + kBaselineGap;
    const float grow = std::max(0.0F, (kLeastWidth - (right - left)) / 2.0F);
    const Rect line = cut_for_drawing(c, {left - grow, top, right + grow, top + kBaselineHeight});
    if (!line.intersection(c.frame.time).empty()) {
        c.scene.add(PrimitiveKind::Fill, line, ColorRole::Baseline, placed.owner).radius =
            kBaselineHeight / 2.0F;
        c.add_zone(ZoneKind::Approved, line.shrunk(-kBaselineGap), Cursor::Arrow, placed.owner);
    }
}

} // namespace vekha
