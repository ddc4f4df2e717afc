// What stands on the time line for a measure: bars, bands, diamonds, the marks beside them, the
// baseline under them, and what the row says when there is nothing to draw.
#include "core/base/geometry.hpp"
#include "core/base/no_index.hpp"
#include "core/calendar/date.hpp"
#include "core/layout/bar_shapes.hpp"
#include "core/layout/layout_context.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/state_look.hpp"
#include "core/model/document.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/model/period_handles.hpp"
#include "core/model/work_unit.hpp"
#include "core/scene/scene.hpp"
#include "core/scene/semantics.hpp"
#include "core/status/unit_status.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {
namespace {

constexpr float kEdgePad = 6.0F;      // of what stands at the edge of the time line
constexpr float kSignSize = 16.0F;    // «?»
constexpr float kGroupGap = 7.0F;     // between a bar and the marks beside it
constexpr float kRoomForEnds = 30.0F; // on a bar
constexpr float kEndInside = 6.0F;
constexpr float kEndOutside = 6.0F;
constexpr float kPlatePad = 3.0F;
constexpr float kMostAside = 24.0F;    // of marks from where they belong
constexpr float kLeastFreeBar = 40.0F; // of a bar that carries its marks on itself
constexpr float kPointerWidth = 7.0F;
constexpr float kPointerHeight = 11.0F;

// What the parts of one row share.
struct BarRow {
    const PlacedRow& placed;
    const Measure& measure;
    SemanticKey row_key = 0;
    SemanticKey cell_key = 0;
    bool review = false;
    bool marked_inside = false; // occurrences carry their own marks
    bool shows_state = false;   // something in sight is in the state of the whole measure
};

float middle_of(const PlacedRow& placed) {
    return placed.rect.center().y;
}

void append_spans(std::string& out, const LayoutContext& c, std::uint32_t measure) {
    const Period& period = c.period_of(measure);
    if (period.spans.empty() || (period.spans.size() > kMostNamedSpans && !period.text.empty())) {
        out += period.text;
        return;
    }
    append_each_span(out, c, period, [&](const Span& days) { append_span_text(out, c, days); });
}

void append_bar_name(LayoutContext& c, const BarRow& row, std::string_view pattern) {
    c.scratch.part.clear();
    append_spans(c.scratch.part, c, row.placed.row.index);
    c.scratch.text.clear();
    append_state_text(c.scratch.text, c, c.bar_state_of(row.placed.row));
    c.scratch.name.clear();
    append_pattern(c.scratch.name, pattern, {{"spans", c.scratch.part}, {"state", c.scratch.text}});
}

// The «?» of a period that somebody has to look at; its middle is at `x`.
void lay_review_sign(LayoutContext& c, const BarRow& row, float x) {
    const float y = middle_of(row.placed);
    const Rect sign{x - kSignSize / 2.0F, y - kSignSize / 2.0F, x + kSignSize / 2.0F,
                    y + kSignSize / 2.0F};
    c.scene.add(PrimitiveKind::QuestionSign, sign, ColorRole::Review, row.placed.owner);
    const Rect target = sign.shrunk(-(kMinTarget - kSignSize) / 2.0F);
    if (!c.add_zone(ZoneKind::ReviewSign, target, Cursor::Hand, row.placed.owner)) {
        return;
    }
    std::string& name = c.scratch.name;
    name.clear();
    append_pattern(name, c.in.words->review_name, {{"title", row.measure.title}});
    SemanticNode* node = c.add_node(c.key("review", c.row_id(row.placed.row)), Role::Button, name,
                                    target, row.cell_key);
    if (node != nullptr && row.measure.period.review) {
        node->description = row.measure.period.review->reason;
    }
}

void lay_state_sign(LayoutContext& c, const BarRow& row, const Rect& mark) {
    c.add_state(mark, look_of(c.bar_state_of(row.placed.row).status), row.placed.owner);
    c.add_zone(ZoneKind::StateSign, mark.shrunk(-(kMinTarget - kMarkSize) / 2.0F), Cursor::Arrow,
               row.placed.owner);
}

// Past a date line, which would otherwise strike the text or mark through.
float clear_of_date_lines(const LayoutContext& c, float left, float width) {
    for (const Date date : {std::min(c.in.as_of, c.in.today), std::max(c.in.as_of, c.in.today)}) {
        const float x = c.x_after_date(date);
        if (x > left - kEdgePad && x < left + width + kEdgePad) {
            left = x + kEdgePad + 2.0F;
        }
    }
    return left;
}

struct MarksPlace {
    float left = 0.0F;
    bool on_bar = false;
};

// To the right of the bar and clear of the date lines, or to its left where the lines would push
// the marks far off; else on the end of the bar that is in sight, when it is long enough; else to
// its left.
MarksPlace place_beside(const LayoutContext& c, const Rect& seen, const Rect& whole, float width) {
    const Rect& time = c.frame.time;
    const float beside = whole.right + kGroupGap;
    const float right_of = clear_of_date_lines(c, beside, width);
    const float left_of = whole.left - kGroupGap - width;
    if (right_of + width <= time.right) {
        const bool left_is_free =
            left_of >= time.left && clear_of_date_lines(c, left_of, width) == left_of;
        return {right_of - beside > kMostAside && left_is_free ? left_of : right_of, false};
    }
    if (left_of < time.left || seen.width() > 2.0F * width + kLeastFreeBar) {
        return {seen.right - kGroupGap - width, true};
    }
    return {left_of, false};
}

void lay_marks_beside(LayoutContext& c, const BarRow& row, const Rect& seen, const Rect& whole) {
    const bool state = !row.marked_inside && row.shows_state;
    const float state_width = state ? kMarkSize : 0.0F;
    const float review_width = row.review ? kSignSize : 0.0F;
    const float width = state_width + review_width + (state && row.review ? kMarkGap : 0.0F);
    if (width <= 0.0F) {
        return;
    }
    const MarksPlace place = place_beside(c, seen, whole, width);
    const float y = middle_of(row.placed);
    float left = place.left;
    if (place.on_bar) {
        const Rect plate =
            Rect{left, y - kMarkSize / 2.0F, left + width, y + kMarkSize / 2.0F}.shrunk(-kPlatePad);
        c.scene.add(PrimitiveKind::Fill, plate, ColorRole::Surface, row.placed.owner).radius =
            plate.height() / 2.0F;
    }
    if (state) {
        const Rect mark{left, y - kMarkSize / 2.0F, left + kMarkSize, y + kMarkSize / 2.0F};
        lay_state_sign(c, row, mark);
        left = mark.right + kMarkGap;
    }
    if (row.review) {
        lay_review_sign(c, row, left + kSignSize / 2.0F);
    }
}

// Where an end can be taken hold of: on the bar where that leaves room to take hold of the whole,
// else beside it.
Rect end_target(const LayoutContext& c, const Rect& bar, PeriodHandle end) {
    const float inside = bar.width() >= kRoomForEnds ? kEndInside : 0.0F;
    const bool start = end == PeriodHandle::Start;
    const float edge = start ? bar.left : bar.right;
    const float y = bar.center().y;
    const float half =
        std::max(bar.height(), std::min(kMinTarget, c.metrics.measure_height)) / 2.0F;
    return {edge - (start ? kEndOutside : inside), y - half, edge + (start ? inside : kEndOutside),
            y + half};
}

// What can be pressed of a mark: not farther than half the way to the next one.
Rect target_beside(const LayoutContext& c, const PlacedRow& placed, std::size_t i) {
    const std::vector<SpanMark>& marks = c.scratch.marks;
    const Rect bar = mark_rect(c, placed, marks[i]);
    Rect target = at_least_target(bar);
    if (i > 0) {
        const float half = (mark_rect(c, placed, marks[i - 1]).right + bar.left) / 2.0F;
        target.left = std::max(target.left, std::min(half, bar.left));
    }
    if (i + 1 < marks.size()) {
        const float half = (mark_rect(c, placed, marks[i + 1]).left + bar.right) / 2.0F;
        target.right = std::min(target.right, std::max(half, bar.right));
    }
    return target;
}

// A button for an occurrence of the selected measure: from there its state is set. Where the next
// one lies over it, it ends there; one that leaves too little to press has its button in the panel.
void lay_occurrence(LayoutContext& c, const BarRow& row, std::size_t i, Rect target) {
    const Measure& measure = row.measure;
    if (!c.is_selected(row.placed.owner) || !is_occurrence(measure.period)) {
        return;
    }
    const std::vector<SpanMark>& marks = c.scratch.marks;
    const SpanMark& mark = marks[i];
    if (i + 1 < marks.size()) {
        target.right = std::min(target.right, target_beside(c, row.placed, i + 1).left);
    }
    if (target.width() < kMinTarget) {
        return;
    }
    c.scratch.text.clear();
    append_span_text(c.scratch.text, c, measure.period.spans[mark.span].days);
    c.scratch.name.clear();
    append_pattern(c.scratch.name, c.in.words->occurrence_name, {{"spans", c.scratch.text}});
    c.scratch.part.assign("occurrence/");
    c.scratch.part += std::to_string(mark.span);
    SemanticNode* const node = c.add_node(c.key(c.scratch.part, c.row_id(row.placed.row)),
                                          Role::Button, c.scratch.name, target, row.cell_key);
    if (node != nullptr && mark.part != kNoIndex) {
        const UnitStatus& status = c.bar_state_of(row.placed.row).parts[mark.part].status;
        node->description = c.in.words->state_names[static_cast<std::size_t>(shown_state(status))];
    }
}

// The spans that can be dragged, and their ends.
void lay_handles(LayoutContext& c, const BarRow& row) {
    if (!c.in.editable) {
        return;
    }
    const Period& period = c.period_of(row.placed.row.index);
    const auto add = [&](ZoneKind kind, const Rect& rect, Cursor cursor, std::uint32_t span) {
        if (HitZone* const zone = c.add_zone(kind, rect, cursor, row.placed.owner)) {
            zone->part = span;
        }
    };
    const std::vector<SpanMark>& marks = c.scratch.marks;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const SpanMark& mark = marks[i];
        const Rect bar = mark_rect(c, row.placed, mark);
        if (mark.span == kNoIndex || bar.right <= c.frame.time.left ||
            bar.left >= c.frame.time.right) {
            continue;
        }
        if (has_handle(period, {PeriodHandle::Body, mark.span})) {
            const Rect target = target_beside(c, row.placed, i);
            add(ZoneKind::Bar, target, Cursor::Hand, mark.span);
            lay_occurrence(c, row, i, target);
        }
        const bool is_point = mark.shape == SpanShape::Deadline;
        if (!is_point && has_handle(period, {PeriodHandle::Start, mark.span})) {
            add(ZoneKind::BarStart, end_target(c, bar, PeriodHandle::Start), Cursor::ResizeColumns,
                mark.span);
        }
        if (!is_point && has_handle(period, {PeriodHandle::End, mark.span})) {
            add(ZoneKind::BarEnd, end_target(c, bar, PeriodHandle::End), Cursor::ResizeColumns,
                mark.span);
        }
    }
}

void add_bar_target(LayoutContext& c, const BarRow& row, const Rect& seen) {
    const Rect target = at_least_target(seen);
    c.add_zone(ZoneKind::Bar, target, Cursor::Hand, row.placed.owner);
    append_bar_name(c, row, c.in.words->bar_name);
    c.add_node(c.key("bar", c.row_id(row.placed.row)), Role::Image, c.scratch.name, target,
               row.cell_key);
}

enum class Side : std::uint8_t { Before, After };

// An arrow at the edge that points to what lies beyond it.
void lay_pointer(LayoutContext& c, const BarRow& row, Side side, std::string_view key_prefix) {
    const bool before = side == Side::Before;
    const float y = middle_of(row.placed);
    const float left =
        before ? c.frame.time.left + kEdgePad : c.frame.time.right - kEdgePad - kPointerWidth;
    const Rect arrow{left, y - kPointerHeight / 2.0F, left + kPointerWidth,
                     y + kPointerHeight / 2.0F};
    const StateLook look = look_of(c.bar_state_of(row.placed.row).status);
    c.scene.add(before ? PrimitiveKind::ArrowLeft : PrimitiveKind::ArrowRight, arrow, look.deep,
                row.placed.owner);
    const float target_left = before ? c.frame.time.left : c.frame.time.right - kMinTarget;
    const Rect target{target_left, y - kMinTarget / 2.0F, target_left + kMinTarget,
                      y + kMinTarget / 2.0F};
    if (!c.add_zone(ZoneKind::BarPointer, target, Cursor::Hand, row.placed.owner)) {
        return;
    }
    append_bar_name(c, row, before ? c.in.words->bar_before_name : c.in.words->bar_after_name);
    c.add_node(c.key(key_prefix, c.row_id(row.placed.row)), Role::Button, c.scratch.name, target,
               row.cell_key);
}

// What is out of sight says its state, and that it is in review, beside its arrow.
void lay_signs_at_pointer(LayoutContext& c, const BarRow& row, Side side) {
    const bool before = side == Side::Before;
    const float y = middle_of(row.placed);
    const float edge = before ? c.frame.time.left + kMinTarget : c.frame.time.right - kMinTarget;
    const float left = before ? edge : edge - kMarkSize;
    lay_state_sign(c, row, {left, y - kMarkSize / 2.0F, left + kMarkSize, y + kMarkSize / 2.0F});
    if (row.review) {
        const float step = kMarkSize + kMarkGap + kSignSize / 2.0F;
        lay_review_sign(c, row, before ? edge + step : edge - step);
    }
}

const std::string& words_without_days(const LayoutContext& c, const Measure& measure) {
    return measure.period.kind == PeriodKind::Relative ? c.in.words->relative
                                                       : c.in.words->unscheduled;
}

void lay_without_days(LayoutContext& c, const BarRow& row) {
    const std::string& text = words_without_days(c, row.measure);
    const float width = c.text_width(text, kSmallStyle);
    const float line_height = c.line_height(kSmallStyle);
    const float left = clear_of_date_lines(c, c.frame.time.left + 2.0F * kEdgePad, width);
    const float top = middle_of(row.placed) - line_height / 2.0F;
    c.scene.add_text({left, top, left + width, top + line_height}, text, kSmallStyle,
                     ColorRole::TextSecondary, row.placed.owner);
    const float mark_left = left + width + kGroupGap;
    const float y = middle_of(row.placed);
    lay_state_sign(c, row,
                   {mark_left, y - kMarkSize / 2.0F, mark_left + kMarkSize, y + kMarkSize / 2.0F});
    if (row.review) {
        lay_review_sign(c, row, mark_left + kMarkSize + kMarkGap + kSignSize / 2.0F);
    }
}

enum class GhostKind : std::uint8_t { Approved, Before };

void lay_ghosts(LayoutContext& c, const BarRow& row, const std::vector<PeriodSpan>& spans,
                GhostKind kind) {
    for (const PeriodSpan& span : spans) {
        const std::optional<Date> from = span.days.from ? span.days.from : span.days.to;
        const std::optional<Date> to = span.days.to ? span.days.to : span.days.from;
        if (!from || !to) {
            continue;
        }
        const float left = c.x_from_date(std::min(*from, *to));
        const float right = c.x_after_date(std::max(*from, *to));
        if (kind == GhostKind::Approved) {
            lay_baseline_line(c, row.placed, left, right);
        } else {
            const float half = c.metrics.bar_height / 2.0F;
            const float y = middle_of(row.placed);
            lay_outline(c, row.placed, {left, y - half, right, y + half}, OutlineKind::Before);
        }
    }
}

// The approved days under the bar, where they differ from those of now: what was moved shows at
// once.
void lay_baseline(LayoutContext& c, const BarRow& row) {
    const std::uint32_t measure = row.placed.row.index;
    const BaselinePeriod* const frozen = c.in.rows->approved(*c.in.document, measure);
    const std::vector<PeriodSpan>& now = c.period_of(measure).spans;
    const bool has_moved = frozen != nullptr && !same_days(frozen->spans, now);
    if (has_moved) {
        lay_ghosts(c, row, frozen->spans, GhostKind::Approved);
    }
    // While it is moved, where it was.
    const std::vector<PeriodSpan>& before = row.measure.period.spans;
    if (c.is_moving(measure) && !same_days(before, now) &&
        !(has_moved && same_days(before, frozen->spans))) {
        lay_ghosts(c, row, before, has_moved ? GhostKind::Before : GhostKind::Approved);
    }
}

// Draws what is in sight; returns the part of the row that it takes, and how it lies outside.
struct DrawnMarks {
    std::optional<Rect> whole; // not cut
    bool before = false;
    bool after = false;
};

// Ends that fade part the spans by themselves.
bool touches(const SpanMark& before, const SpanMark& after) {
    return after.left <= before.right && before.shape == SpanShape::Exact &&
           after.shape == SpanShape::Exact;
}

float middle_of(const SpanMark& mark) {
    return (mark.left + mark.right) / 2.0F;
}

// From the middle of the mark to that of the nearest one beside it.
float pitch_at(const std::vector<SpanMark>& marks, std::size_t i) {
    float pitch = std::numeric_limits<float>::max();
    if (i > 0) {
        pitch = middle_of(marks[i]) - middle_of(marks[i - 1]);
    }
    if (i + 1 < marks.size()) {
        pitch = std::min(pitch, middle_of(marks[i + 1]) - middle_of(marks[i]));
    }
    return pitch;
}

DrawnMarks lay_spans(LayoutContext& c, BarRow& row) {
    DrawnMarks drawn;
    const std::vector<SpanMark>& marks = c.scratch.marks;
    const bool lit = c.is_hovered(row.placed.owner) || c.is_selected(row.placed.owner);
    const Rect& time = c.frame.time;
    const StateLook whole_look = look_of(c.bar_state_of(row.placed.row).status);
    lay_joining_lines(c, row.placed, marks);
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Rect rect = mark_rect(c, row.placed, marks[i]);
        if (rect.right <= time.left) {
            drawn.before = true;
            continue;
        }
        if (rect.left >= time.right) {
            drawn.after = true;
            continue;
        }
        lay_mark(c, row.placed, marks[i], rect);
        if (i > 0 && touches(marks[i - 1], marks[i])) {
            lay_seam(c, row.placed, marks[i]);
        }
        row.marked_inside =
            lay_inner_mark(c, row.placed, marks[i], pitch_at(marks, i)) || row.marked_inside;
        row.shows_state = row.shows_state || marks[i].look == whole_look;
        if (row.review) {
            lay_outline(c, row.placed, rect, OutlineKind::Review);
        }
        if (lit) {
            lay_outline(c, row.placed, rect, OutlineKind::Lit);
        }
        drawn.whole = drawn.whole ? Rect{std::min(drawn.whole->left, rect.left), rect.top,
                                         std::max(drawn.whole->right, rect.right), rect.bottom}
                                  : rect;
    }
    return drawn;
}

void append_time_cell_name(LayoutContext& c, const BarRow& row) {
    c.scratch.name.clear();
    if (c.scratch.marks.empty()) {
        c.scratch.name += words_without_days(c, row.measure);
    } else {
        append_spans(c.scratch.name, c, row.placed.row.index);
    }
}

} // namespace

void lay_measure_bar(LayoutContext& c, const PlacedRow& placed) {
    const Measure& measure = c.in.document->measures[placed.row.index];
    BarRow row{.placed = placed, .measure = measure};
    row.row_key = c.key("row", c.row_id(placed.row));
    row.review = needs_review(measure.period);
    collect_marks(c, placed.row);
    append_time_cell_name(c, row);
    row.cell_key = time_cell_key(c, "cell", c.row_id(placed.row));
    const Rect in_time{c.frame.time.left, placed.rect.top, c.frame.time.right, placed.rect.bottom};
    SemanticNode* cell = c.add_node(row.cell_key, Role::Cell, c.scratch.name, in_time, row.row_key);
    if (cell != nullptr) {
        cell->column_index = static_cast<std::int32_t>(kTimeColumn) + 1;
    }
    lay_baseline(c, row);
    if (c.scratch.marks.empty()) {
        lay_without_days(c, row);
        return;
    }
    const DrawnMarks drawn = lay_spans(c, row);
    if (drawn.whole) {
        const Rect seen = seen_in_time(c, *drawn.whole);
        add_bar_target(c, row, seen);
        lay_handles(c, row);
        lay_marks_beside(c, row, seen, *drawn.whole);
        return;
    }
    if (drawn.before) {
        lay_pointer(c, row, Side::Before, "pointer");
    }
    if (drawn.after) {
        lay_pointer(c, row, Side::After, drawn.before ? "pointer-after" : "pointer");
    }
    if (drawn.before || drawn.after) {
        lay_signs_at_pointer(c, row, drawn.before ? Side::Before : Side::After);
    }
}

} // namespace vekha
