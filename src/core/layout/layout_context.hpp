// LayoutContext: what the parts of the roadmap layout share while one scene is made: the input,
// where everything stands, the scene, and helpers that keep zones, semantic nodes and drawing in
// step. Private to core/layout.
#pragma once

#include "core/base/geometry.hpp"
#include "core/calendar/date.hpp"
#include "core/find/fold_letters.hpp"
#include "core/layout/patterns.hpp"
#include "core/layout/roadmap_layout.hpp"
#include "core/layout/state_look.hpp"
#include "core/layout/text_fit.hpp"
#include "core/model/measure.hpp"
#include "core/model/period.hpp"
#include "core/scene/scene.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace vekha {

inline constexpr Owner kHeaderOwner{OwnerKind::Header, 0};

inline constexpr TextStyle kTitleStyle{TextSize::Body, TextWeight::Regular};
inline constexpr TextStyle kSectionStyle{TextSize::Body, TextWeight::Semibold};
inline constexpr TextStyle kSmallStyle{TextSize::Small, TextWeight::Regular};
inline constexpr TextStyle kSmallStrongStyle{TextSize::Small, TextWeight::Semibold};
inline constexpr float kCellPad = 10.0F;
inline constexpr float kMinTarget = 24.0F; // of what can be pressed
inline constexpr float kMarkSize = 16.0F;
inline constexpr float kMarkGap = 5.0F;
inline constexpr std::size_t kMostNamedSpans = 4;        // more are said in the words of the source
inline constexpr std::size_t kTimeColumn = kColumnCount; // column number of the time line

// One piece of a measure on the time line, in canvas x, not cut to what is in sight.
enum class SpanShape : std::uint8_t {
    Exact,
    Soft,     // the days are known to a month or less exactly: ends fade over `fade`
    Deadline, // [left, right) is the due day
    OpenEnd,
    OpenStart,
    Band,      // throughout
    MarksBand, // marks of a recurrence that stand too near to each other
};
struct SpanMark {
    float left = 0.0F;
    float right = 0.0F;
    float fade = 0.0F;
    float tail = 0.0F; // Deadline: how far the tail reaches to the left of the day
    SpanShape shape = SpanShape::Exact;
    StateLook look;
    float done_share = 0.0F;       // 0 to 1
    bool own_state = false;        // of a reported occurrence, not of the whole measure
    std::uint32_t span = kNoIndex; // of the period; none: several that were put together
    std::uint32_t part = kNoIndex; // of the measure's parts, with `own_state`
};

struct LayoutScratch {
    TextFitter fitter;
    MatchFinder matches;
    std::string text;
    std::string name;
    std::string part;
    std::string key;
    std::string row_id;
    std::string from; // the ends of a span
    std::string to;
    std::vector<SpanMark> marks;
};

// A column in sight, in canvas x.
struct ColumnSlot {
    Column column = Column::Title;
    float left = 0.0F;
    float right = 0.0F;
};

// A row on its way onto the scene.
struct PlacedRow {
    std::uint32_t position = 0; // in RoadmapRows
    Row row;
    Rect rect; // whole width of the roadmap, at its place on the canvas
    Owner owner;
};

struct LayoutContext {
    LayoutContext(const RoadmapInput& input, Scene& to, LayoutScratch& buffers)
        : in(input), scene(to), scratch(buffers), metrics(row_metrics(input.rows->density)) {}

    const RoadmapInput& in;
    Scene& scene;
    LayoutScratch& scratch;
    RowMetrics metrics;
    RoadmapFrame frame;
    float scroll_y = 0.0F;
    std::array<ColumnSlot, kColumnCount> slots;
    std::size_t slot_count = 0;
    Rect clip; // what the rows now being laid out may paint on
    SemanticKey grid = 0;

    [[nodiscard]] std::span<const ColumnSlot> columns() const { return {slots.data(), slot_count}; }
    // For aria-colindex: the place among all columns, from 1.
    [[nodiscard]] std::int32_t column_index(Column column) const {
        return static_cast<std::int32_t>(in.view->columns.place_of(column)) + 1;
    }
    [[nodiscard]] float x_from_date(Date date) const {
        return frame.time.left + in.view->scale.x_from_date(date);
    }
    [[nodiscard]] float x_after_date(Date date) const {
        return frame.time.left + in.view->scale.x_after_date(date);
    }
    [[nodiscard]] DateOrder date_order() const {
        return in.words->month_first ? DateOrder::MonthFirst : DateOrder::DayFirst;
    }
    [[nodiscard]] float line_height(TextStyle style) const {
        return in.measurer->line_height(style);
    }
    [[nodiscard]] float text_width(std::string_view text, TextStyle style) const {
        return in.measurer->width(text, style);
    }
    // As it is shown: while somebody moves it, as it would be.
    [[nodiscard]] const Period& period_of(std::uint32_t measure) const {
        return is_moving(measure) ? *in.moving.period : in.document->measures[measure].period;
    }
    [[nodiscard]] bool is_moving(std::uint32_t measure) const {
        return in.moving.period != nullptr && in.moving.measure == measure;
    }
    [[nodiscard]] bool is_hovered(Owner owner) const { return in.hovered == owner; }
    [[nodiscard]] bool is_selected(Owner owner) const { return in.selected == owner; }

    // What the cells of a measure's row say.
    [[nodiscard]] const MeasureStatus& state_of(const Row& row) const {
        return in.groups == nullptr ? in.status->measures[row.index]
                                    : state_in_group(*in.status, *in.groups, row.index, row.group);
    }
    // What its bars say: they show all the measure's days, so only a school has a say in them.
    [[nodiscard]] const MeasureStatus& bar_state_of(const Row& row) const {
        const bool at_school = in.groups != nullptr && in.groups->grouping == Grouping::School;
        return at_school ? state_of(row) : in.status->measures[row.index];
    }
    // What stands behind the "/" in the keys of a row's nodes. Holds until the next call.
    [[nodiscard]] std::string_view row_id(const Row& row);
    // Key of "<prefix>/<id>".
    [[nodiscard]] SemanticKey key(std::string_view prefix, std::string_view id);
    // A node cut to the current clip, or nullptr when nothing of it is in sight.
    SemanticNode* add_node(SemanticKey key, Role role, std::string_view name, const Rect& rect,
                           SemanticKey parent);
    // The mark of a state.
    void add_state(const Rect& rect, const StateLook& look, Owner owner);
    // A zone cut to the current clip, or nullptr when nothing of it is in sight.
    HitZone* add_zone(ZoneKind kind, const Rect& rect, Cursor cursor, Owner owner);
};

// What the row of a section or group shows beside its name, and how the keys of its nodes begin.
struct Heading {
    const Span& days;
    const GroupFigures& figures;
    std::string_view row_prefix;
    std::string_view cell_prefix;
    std::string_view bar_prefix;
    // All it holds is in one state: then only their number says something, and no zone does.
    bool is_state = false;
    std::uint32_t shown_rows = 0; // of measures below it, folded away or not
};
[[nodiscard]] Heading heading_of(const LayoutContext& c, const Row& row);

// Text of several lines that stands in the middle of a box.
struct TextBlock {
    Rect box;
    std::size_t lines = 1;
    TextStyle style;
    ColorRole color = ColorRole::Text;
    Owner owner;
    bool searched = false; // letters that the search asks for are marked
};
void add_text_block(LayoutContext& c, std::string_view text, const TextBlock& block);
// Lines that are already fitted; `empty_lines` stay free below them. Returns the box of the last
// line, which is as wide as its text.
Rect add_fitted_lines(LayoutContext& c, const FittedText& fitted, const TextBlock& block,
                      std::size_t empty_lines = 0);

// What the text of a cell has of a row.
[[nodiscard]] Rect inside_cell(const ColumnSlot& slot, const Rect& row);

// Around what has the keyboard, when that is the node with the key.
void lay_focus_ring(LayoutContext& c, SemanticKey key, const Rect& rect, Owner owner);

// The parts, in the order in which they are laid out.
void lay_table_header(LayoutContext& c);
void lay_time_header(LayoutContext& c);
void lay_days_off(LayoutContext& c);
void lay_unit_lines(LayoutContext& c);
void lay_heading_cells(LayoutContext& c, const PlacedRow& placed, SemanticKey row_key);
void lay_measure_cells(LayoutContext& c, const PlacedRow& placed, SemanticKey row_key);
void lay_heading_bar(LayoutContext& c, const PlacedRow& placed);
void lay_measure_bar(LayoutContext& c, const PlacedRow& placed);
void lay_date_lines(LayoutContext& c);

// Fills scratch.marks with every span of the measure, in sight or not, sorted by their left ends;
// none when it has no day. Marks that could not be told apart at this scale are put together.
void collect_marks(LayoutContext& c, const Row& row);

// Words that several parts need.
// As it is written: 1 to 99 while something is neither begun nor done.
[[nodiscard]] int shown_percent(const MeasureStatus& status);
void append_state_text(std::string& out, const LayoutContext& c, const MeasureStatus& status);
void append_heading_name(std::string& out, const LayoutContext& c, const Row& row);
// Who, when and in which state: what a row says whose cells are not all in sight.
void append_measure_summary(std::string& out, LayoutContext& c, const Row& row);
// The first `most` of them, lead first; returns how many there are. The wording of the source where
// the plan's list of parties does not have them.
std::size_t append_party_names(std::string& out, const LayoutContext& c, const Measure& measure,
                               std::size_t most);
// «7 из 55», or the number alone; under a filter how many it left.
void append_heading_progress(std::string& out, const LayoutContext& c, const Heading& heading);
void append_span_text(std::string& out, const LayoutContext& c, const Span& days);
// Calls `append(days)` for each span that has days, with separators between them.
template <class Append>
void append_each_span(std::string& out, const LayoutContext& c, const Period& period,
                      Append append) {
    bool first = true;
    for (const PeriodSpan& span : period.spans) {
        if (span.days.from || span.days.to) {
            out += first ? std::string_view() : std::string_view(c.in.words->list_separator);
            append(span.days);
            first = false;
        }
    }
}
// The words of the plan; the dates where a person set them, or nothing was written.
void append_period_text(std::string& out, const LayoutContext& c, const Period& period);

} // namespace vekha
